import { describe, expect, it } from 'vitest';
import { withoutRules } from '../../../../../transforms/read/pdf/ocr/erase-rules.ts';
import {
  inkIn,
  middleOfInk,
  reduced,
  withoutGrain,
} from '../../../../../transforms/read/pdf/ocr/grey-image.ts';
import { withClearMarks } from '../../../../../transforms/read/pdf/ocr/mend-marks.ts';
import type { GreyImage, Ocr, TextShape } from '../../../../../transforms/read/pdf/ocr/ocr.ts';
import { printIn } from '../../../../../transforms/read/pdf/ocr/print-lines.ts';
import { readPrint } from '../../../../../transforms/read/pdf/ocr/read-print.ts';

type Corners = readonly [left: number, top: number, right: number, bottom: number];

/** White paper with black rectangles (pixels, right and bottom excluded); one pixel is a quarter of a point. */
function paper(width: number, height: number, ink: readonly Corners[]): GreyImage {
  const pixels = new Uint8Array(width * height).fill(255);
  for (const [left, top, right, bottom] of ink)
    for (let y = top; y < bottom; y++) pixels.fill(0, y * width + left, y * width + right);
  return { width, height, pixels };
}

const SCALE = 4;
const SPECK = 6;
const all = ({ width, height }: GreyImage) => ({ left: 0, top: 0, right: width, bottom: height });
const pieces = (image: GreyImage) =>
  printIn(image, all(image), SCALE, SPECK).map(({ left, top, right, bottom }) => [left, top, right, bottom]);

describe('print on paper', () => {
  it('stands in lines with paper between them', () => {
    const lines: Corners[] = [
      [20, 20, 300, 60],
      [20, 80, 200, 120],
    ];
    expect(pieces(paper(400, 200, lines))).toEqual(lines);
  });

  it('is parted where a wide gap runs through a line, and not between two words', () => {
    const owner: Corners = [20, 20, 160, 60];
    const word: Corners = [200, 20, 260, 60];
    const unit: Corners = [600, 20, 700, 60];
    expect(pieces(paper(800, 100, [owner, word, unit]))).toEqual([[20, 20, 260, 60], unit]);
  });

  it('keeps the strokes of a letter together, alone in its cell and among others', () => {
    const strokes: Corners[] = [
      [40, 22, 60, 26],
      [36, 48, 64, 52],
    ];
    expect(pieces(paper(100, 100, strokes))).toEqual([[36, 22, 64, 52]]);
    const beside: Corners = [100, 20, 140, 58];
    const below: Corners = [36, 90, 140, 130];
    expect(pieces(paper(200, 160, [...strokes, beside, below]))).toEqual([[36, 20, 140, 58], below]);
  });

  it('is not the dust on the paper', () => {
    expect(pieces(paper(200, 100, [[50, 40, 52, 42]]))).toEqual([]);
  });
});

describe('lines of a table', () => {
  const across = { direction: 'horizontal', position: 25, start: 5, end: 95 } as const;

  it('are gone with their blur, and what stands just above one is whole', () => {
    const image = paper(400, 200, [
      [20, 99, 380, 102],
      [100, 60, 140, 97],
    ]);
    const clear = withoutRules(image, [across], SCALE);
    expect(inkIn(clear, all(clear), SPECK)?.box).toEqual({ left: 100, top: 60, right: 140, bottom: 97 });
  });

  it('are gone where they cross', () => {
    const down = { direction: 'vertical', position: 50.5, start: 5, end: 45 } as const;
    const image = paper(400, 200, [
      [20, 99, 380, 102],
      [200, 20, 203, 180],
    ]);
    const clear = withoutRules(image, [across, down], SCALE);
    expect(clear.pixels.filter((pixel) => pixel < 255)).toHaveLength(0);
  });

  it('are followed where they lean', () => {
    const steps = Array.from({ length: 36 }, (_, step): Corners => {
      const y = 97 + Math.floor(step / 6);
      return [20 + 10 * step, y, 30 + 10 * step, y + 3];
    });
    const clear = withoutRules(paper(400, 200, steps), [across], SCALE);
    expect(inkIn(clear, all(clear), SPECK)).toBeNull();
  });

  it('leave the stroke of a letter that touches them', () => {
    const stroke: Corners = [100, 60, 106, 110];
    const clear = withoutRules(paper(400, 200, [[20, 99, 380, 102], stroke]), [across], SCALE);
    expect(inkIn(clear, all(clear), SPECK)?.box.top).toBe(60);
  });
});

describe('a picture made smaller', () => {
  it('shows the mean of what it covers', () => {
    const image: GreyImage = {
      width: 4,
      height: 2,
      pixels: Uint8Array.from([0, 100, 255, 255, 0, 100, 255, 255]),
    };
    expect(reduced(image, 0.5)).toEqual({ width: 2, height: 1, pixels: Uint8Array.from([50, 255]) });
  });

  it('is itself where nothing is asked', () => {
    const image = paper(30, 20, [[4, 4, 9, 9]]);
    expect(reduced(image, 1)).toEqual(image);
  });
});

describe('the ink of a picture', () => {
  it('is told from the grain of the paper, with its soft edges', () => {
    const image: GreyImage = { width: 3, height: 1, pixels: Uint8Array.from([40, 170, 230]) };
    expect(withoutGrain(image).pixels).toEqual(Uint8Array.from([40, 170, 255]));
  });

  it('has its middle where most of it is', () => {
    expect(middleOfInk(paper(400, 200, [[10, 10, 31, 31]]))).toEqual({ x: 20, y: 20 });
    expect(middleOfInk(paper(400, 200, []))).toEqual({ x: 200, y: 100 });
  });
});

/** Readings by shape; a list is read off turn by turn. */
function recogniser(says: Partial<Record<TextShape, readonly (readonly [string, number])[]>>) {
  const asked: { shape: TextShape; height: number }[] = [];
  const turns = new Map<TextShape, number>();
  const ocr: Ocr = {
    beginPage() {},
    recognise: async ({ width, height }, shape) => {
      asked.push({ shape, height });
      const turn = turns.get(shape) ?? 0;
      turns.set(shape, turn + 1);
      const said = says[shape];
      if (said === undefined) return [];
      const [text, confidence] = said[Math.min(turn, said.length - 1)]!;
      const box = { left: 12, top: 12, right: width - 12, bottom: height - 12 };
      return [{ box, confidence, words: [{ text, box }] }];
    },
  };
  return { ocr, asked };
}

describe('a line of print', () => {
  const image = paper(400, 100, [[40, 20, 240, 64]]);
  const read = async (says: Parameters<typeof recogniser>[0]) => {
    const { ocr, asked } = recogniser(says);
    const lines = await readPrint(image, all(image), SCALE, SPECK, ocr);
    return { text: lines.map(({ words }) => words.map(({ text }) => text).join('')).join('/'), lines, asked };
  };

  it('is shown in the height that recognisers read best, and stands where it was', async () => {
    const { lines, asked } = await read({ line: [['基本支出', 95]] });
    expect(asked).toEqual([{ shape: 'line', height: 30 + 2 * 12 }]);
    const { left, top, right, bottom } = lines[0]!.box;
    expect([left, top, right, bottom].map(Math.round)).toEqual([40, 20, 239, 64]);
  });

  it('is looked at in other heights where it is doubted, and the surest reading counts', async () => {
    const { text, asked } = await read({
      line: [
        ['仿额', 30],
        ['金额', 93],
      ],
    });
    expect(text).toBe('金额');
    expect(asked.map(({ shape }) => shape)).toEqual(['line', 'number', 'line']);
  });

  it.each([
    ['小318,206.45', 70, '4,318,206.45', 95, '4,318,206.45'],
    ['训和|', 20, '8.77', 93, '8.77'],
    ['2024年度', 92, '20244', 90, '2024年度'],
    ['36.14', 80, '3614', 90, '36.14'],
    ['4318,206.45', 92, '4,318,206.45', 95, '4,318,206.45'],
    ['5,,912,38', 60, '5,,912,38', 90, '5,912.38'],
    ['99', 90, '9 9', 95, '99'],
  ])('read as %s (%i) and as number %s (%i) is %s', async (line, sure, number, surer, expected) => {
    expect((await read({ line: [[line, sure]], number: [[number, surer]] })).text).toBe(expected);
  });
});

describe('what a recogniser takes for another mark', () => {
  it.each([
    ['部门，示例县统计局', '部门：示例县统计局'],
    ['单位;万元', '单位：万元'],
    ['编制单位;示例区司法局', '编制单位：示例区司法局'],
    ['-般公共服务支出', '一般公共服务支出'],
    ['-、财政拨款', '一、财政拨款'],
    ['`、项目支出', '项目支出'],
    ['上一、城乡社区支出', '城乡社区支出'],
    ['政府办公厅《〈室)及相关机构事务', '政府办公厅（室)及相关机构事务'],
    ['因公出国〈境)费', '因公出国（境)费'],
    ['6，“社会保障和就业支出”科目', '6.“社会保障和就业支出”科目'],
    ['4.，“住房保障支出”科目', '4.“住房保障支出”科目'],
    // Numerals, words and figures stay.
    ['《示例办法》', '《示例办法》'],
    ['2,012.50', '2,012.50'],
    ['十一、城乡社区支出', '十一、城乡社区支出'],
    ['水、电费', '水、电费'],
    ['该单位，按照规定', '该单位，按照规定'],
    ['单位，按照规定，逐项', '单位，按照规定，逐项'],
    ['部门、单位应当公开', '部门、单位应当公开'],
    ['-12.50', '-12.50'],
  ])('%s is %s', (read, printed) => {
    expect(withClearMarks([...read]).join('')).toBe(printed);
  });
});

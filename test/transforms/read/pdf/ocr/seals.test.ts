import { describe, expect, it } from 'vitest';
import type { GreyImage } from '../../../../../transforms/read/pdf/ocr/ocr.ts';
import { sealsIn } from '../../../../../transforms/read/pdf/ocr/seals.ts';
import { makePdf, Sheet } from '../../../../support/pdf.ts';
import { pdfEngine } from '../../../../support/pdf-engine.ts';

const DPI = 150;
const RED = [0.85, 0.17, 0.17] as const;

async function scanOf(sheet: Sheet): Promise<GreyImage> {
  const engine = await pdfEngine();
  const file = engine.open(makePdf([sheet]));
  try {
    return file.renderPage(0, DPI)!;
  } finally {
    file.close();
  }
}

/** Pixels as dark as print within a part of the sheet, in points. */
function darkIn(image: GreyImage, left: number, top: number, width: number, height: number): number {
  const at = (points: number) => Math.round((points * DPI) / 72);
  let dark = 0;
  for (let y = at(top); y < at(top + height); y++)
    for (let x = at(left); x < at(left + width); x++) if (image.pixels[y * image.width + x]! < 150) dark++;
  return dark;
}

describe('a sheet that was stamped before it was scanned', () => {
  it('loses the red seal and keeps the figure below it', async () => {
    const plain = await scanOf(new Sheet().text(260, 200, '9746.50'));
    const sealed = await scanOf(new Sheet().seal(210, 140, 120, RED).text(260, 200, '9746.50'));
    const [figure, kept] = [plain, sealed].map((scan) => darkIn(scan, 200, 130, 140, 140)) as [
      number,
      number,
    ];
    expect(figure).toBeGreaterThan(100);
    // The edges of letters come out a little otherwise in colour.
    expect(Math.abs(kept - figure)).toBeLessThan(figure / 10);
  });

  it('loses a half dried one too, and the small one of a person', async () => {
    const pale = new Sheet().seal(60, 100, 110, [0.93, 0.66, 0.66]).seal(400, 600, 46, RED);
    expect(darkIn(await scanOf(pale), 0, 0, 595, 842)).toBe(0);
  });

  it.each<[string, Sheet]>([
    ['a heading in red', new Sheet().seal(100, 80, 24, RED).seal(130, 80, 24, RED).seal(160, 80, 24, RED)],
    ['a blue seal', new Sheet().seal(210, 140, 120, [0.15, 0.2, 0.8])],
    ['a black ring', new Sheet().seal(210, 140, 120, [0, 0, 0])],
  ])('keeps %s', async (_what, sheet) => {
    expect(darkIn(await scanOf(sheet), 0, 0, 595, 842)).toBeGreaterThan(300);
  });
});

describe('looking for seals', () => {
  const picture = (width: number, height: number, colour: readonly [number, number, number]) => {
    const pixels = new Uint8Array(4 * width * height).fill(255);
    for (let at = 0; at < width * height; at++) pixels.set(colour, 4 * at);
    return { width, height, pixels };
  };

  it('takes a red picture, yellow paper and an empty sheet for none', () => {
    expect(sealsIn(picture(300, 420, [40, 40, 200]), 36)).toEqual([]);
    expect(sealsIn(picture(300, 420, [190, 235, 240]), 36)).toEqual([]);
    expect(sealsIn(picture(0, 0, [0, 0, 0]), 36)).toEqual([]);
  });
});

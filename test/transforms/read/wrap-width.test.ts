import { describe, expect, it } from 'vitest';
import { paragraphsOf } from '../../../transforms/read/paragraphs.ts';
import { columnsOf, wrapWidthOf } from '../../../transforms/read/wrap-width.ts';

const TEXT =
  '2031年度本年收入合计118.20万元，与2030年度相比增加7.90万元，主要原因是示例项目增加，其中：财政拨款收入60.10万元，占50.85%；事业收入57.00万元，占48.22%；其他收入1.10万元，占0.93%；与预算相比，收入增加3.10万元，主要原因：示例项目在年中追加，另有零星收入若干笔，均已按规定全部上缴国库并入账；示例单位没有其他收入，也没有附属单位上缴的收入，与上年相同，与预算也相同，另外以上各数均为本级，不含所属示例单位，所属示例单位另行公开。';

/** Cut at so many columns; figures and marks stay with what they stand behind. */
function cutAt(columns: number): string[] {
  const lines = [''];
  for (const piece of TEXT.match(/[\d.,]*\d%?|./gu) ?? []) {
    const line = lines.at(-1)!;
    if (columnsOf(line + piece) > columns && !/[，。；：]/.test(piece)) lines.push(piece);
    else lines[lines.length - 1] = line + piece;
  }
  return lines;
}

const asLines = (texts: readonly string[]) => texts.map((text, at) => ({ text, number: at + 1 }));

describe('a text cut at a margin', () => {
  it.each([44, 48, 52, 56])('is one paragraph again, whatever its lines end with: %s columns', (columns) => {
    const lines = cutAt(columns);
    expect(wrapWidthOf(lines)).not.toBeNull();
    expect(paragraphsOf(asLines(lines), false).map(({ text }) => text)).toEqual([TEXT]);
  });

  it('begins a new paragraph at a number, and behind a line that ends before the margin', () => {
    const lines = [...cutAt(48), '（一）示例支出没有变化；', '示例支出也没有变化。'];
    expect(paragraphsOf(asLines(lines), false)).toHaveLength(3);
  });

  it('has no margin where lines are paragraphs of any width', () => {
    expect(wrapWidthOf(['甲'.repeat(25), '乙'.repeat(60), '丙'.repeat(33), '丁'.repeat(48)])).toBeNull();
    expect(wrapWidthOf([])).toBeNull();
  });
});

it('looks at more lines than a call takes arguments', () => {
  expect(wrapWidthOf(Array.from({ length: 300_000 }, () => '示'.repeat(30)))).toBe(60);
});

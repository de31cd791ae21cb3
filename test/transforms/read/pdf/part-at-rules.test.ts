import { describe, expect, it } from 'vitest';
import type { Character, Rule } from '../../../../transforms/read/pdf/page.ts';
import { partAtRules } from '../../../../transforms/read/pdf/part-at-rules.ts';

const WIDTH = 6;

/** Texts of one line, each written from its place on, every letter a piece of text of its own. */
function written(...texts: readonly (readonly [text: string, from: number])[]): Character[] {
  return texts.flatMap(([text, from], piece) =>
    [...text].map((letter, index) => {
      const left = from + index * WIDTH;
      const box = { left, right: left + WIDTH, top: 100, bottom: 111 };
      return { text: letter, box, spaceBefore: false, object: 100 * piece + index, turned: 0 };
    }),
  );
}

const rulesAt = (...positions: readonly number[]): Rule[] =>
  positions.map((position) => ({ direction: 'vertical', position, start: 90, end: 120 }));

const parts = (run: Character[], rules: Rule[]) =>
  partAtRules(run, rules).map((part) => part.map(({ text }) => text).join(''));

describe('figures too wide for their cells', () => {
  it.each([
    ['far', 49],
    ['by a hair', 53.6],
  ])('are told apart where one is printed %s over the end of the other', (_what, from) => {
    const run = written(['17,254.59', 0], ['53,984.20', from]);
    expect(parts(run, rulesAt(44, 90))).toEqual(['17,254.59', '53,984.20']);
  });

  it('are one where nothing is printed over anything', () => {
    expect(parts(written(['17,254.59', 0]), rulesAt(44))).toEqual(['17,254.59']);
  });

  it('stay together where a part of them would be no whole figure', () => {
    const run = written(['17,254.5', 0], ['9', 47]);
    expect(parts(run, [])).toEqual(['17,254.59']);
    expect(parts(written(['17,2', 0], ['54.59', 23]), rulesAt(20))).toEqual(['17,254.59']);
  });
});

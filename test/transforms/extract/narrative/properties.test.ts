import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandForms } from '../../../../transforms/extract/narrative/expand-forms.ts';
import { NARRATIVE_WORDS } from '../../../../transforms/layouts/narrative/index.ts';
import { numbersIn } from '../../../../transforms/parse/amount.ts';
import { documentOfText } from '../../../../transforms/read/read-text.ts';
import { narrativeOf } from '../../../support/narrative.ts';

const forms = NARRATIVE_WORDS.flatMap((entry) => entry.forms).flatMap(expandForms);
const word = fc.oneof(
  fc.constantFrom(...forms, '（', '）', '，', '；', '：', '。', '、', '（类）', '（款）', '（项）', '2024年'),
  fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => `${value.toFixed(2)}万元`),
  fc.nat(200).map((value) => `${value}%`),
  fc.string({ maxLength: 4 }),
);
const sentence = fc.array(word, { maxLength: 40 }).map((words) => words.join(''));

/** Numbers of the sentences that the reader makes of a text; a line that looks like a table is none. */
const printedNumbers = (text: string): number =>
  documentOfText(text)
    .blocks.flatMap((block) => (block.kind === 'paragraph' ? block.sentences : []))
    .reduce((count, { text: printed }) => count + numbersIn(printed).length, 0);

describe('any text gives an answer', () => {
  it('without a throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void narrativeOf([text])));
  });

  it('for any order of its own words, with every number on record exactly once', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const { numbers, raw } = narrativeOf([text], { kind: 'self_evaluation' });
        expect(numbers).toHaveLength(printedNumbers(text));
        for (const fact of raw.facts) expect(Number.isSafeInteger(fact.valueMinor)).toBe(true);
        for (const { use, reason } of numbers) expect(reason === null).toBe(use === 'claimed');
      }),
    );
  });

  it('whatever it was told before', () => {
    fc.assert(
      fc.property(sentence, sentence, (one, two) => {
        expect(narrativeOf([one, two])).toEqual(narrativeOf([one, two]));
      }),
    );
  });
});

describe('scaling', () => {
  const prose = (times: number): string =>
    `本年支出合计${100 * times}万元，其中：基本支出${60 * times}万元，占60%；项目支出${40 * times}万元，比上年增加${8 * times}万元。`;

  it('multiplies every amount and no rate', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (times) => {
        const one = narrativeOf([prose(1)]).raw;
        const many = narrativeOf([prose(times)]).raw;
        expect(many.facts.map(({ valueMinor }) => valueMinor)).toEqual(
          one.facts.map(({ valueMinor }) => valueMinor * times),
        );
        const rates = (claims: typeof one.claims) => claims.filter(({ kind }) => kind === 'share');
        expect(rates(many.claims).map(({ quantity }) => quantity?.valueMinor)).toEqual(
          rates(one.claims).map(({ quantity }) => quantity?.valueMinor),
        );
      }),
    );
  });

  it('takes time in proportion to the length of a sentence', () => {
    const long = '基本支出60万元，'.repeat(400);
    const started = performance.now();
    expect(narrativeOf([`${long}。`]).numbers).toHaveLength(numbersIn(long).length);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('the words', () => {
  it('expand to forms without doubles', () => {
    expect(expandForms('{日常,}公用{经费,}')).toEqual(['日常公用经费', '日常公用', '公用经费', '公用']);
    expect(expandForms('基本支出')).toEqual(['基本支出']);
  });

  it('hold no bracket, quote, space or digit, which the sentence no longer has', () => {
    expect(forms.filter((form) => /[\s\d()（）“”"'，。；]/.test(form))).toEqual([]);
  });
});

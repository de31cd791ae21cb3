import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../transforms/parse/sentence.ts';

const cut = (text: string) => splitSentences(text).map((span) => span.text);

describe('splitSentences', () => {
  it.each([
    ['收入3.5万元。支出2.5万元。', ['收入3.5万元。', '支出2.5万元。']],
    ['其中：甲1万元；乙2万元', ['其中：甲1万元；', '乙2万元']],
    ['甲1万元;乙2万元', ['甲1万元;', '乙2万元']],
    ['坚持“过紧日子。厉行节约”的要求。完', ['坚持“过紧日子。厉行节约”的要求。', '完']],
    ['费用（含车辆；不含维修）2万元。完', ['费用（含车辆；不含维修）2万元。', '完']],
    ['“三公"经费4万元。其中：接待3万元。', ['“三公"经费4万元。', '其中：接待3万元。']],
    ['开括号（没有闭。后面照常。', ['开括号（没有闭。', '后面照常。']],
    ['他说“好。”然后。', ['他说“好。”然后。']],
    ['完成了吗？！是的。', ['完成了吗？！', '是的。']],
    ['1、甲\n2、乙', ['1、甲', '2、乙']],
    ['', []],
  ])('cuts %j', (text, sentences) => {
    expect(cut(text)).toEqual(sentences);
  });

  it('gives every sentence its offset', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'甲乙1.。；“”（）"\n ') }), (text) => {
        for (const { text: sentence, start } of splitSentences(text))
          expect(text.slice(start, start + sentence.length)).toBe(sentence);
      }),
    );
  });

  it('loses nothing but white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'甲乙1.。；！“”（）"() ') }), (text) => {
        expect(cut(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});

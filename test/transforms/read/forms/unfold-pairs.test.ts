import { describe, expect, it } from 'vitest';
import { unfoldPairs } from '../../../../transforms/read/forms/unfold-pairs.ts';
import { linesOf } from '../../../../transforms/read/text-lines.ts';

const unfold = (text: string) => unfoldPairs(linesOf(text)).map((line) => line.text);

describe('labels and figures on lines of their own', () => {
  it('become one row where several of them follow one another', () => {
    expect(unfold('计划安排资金\n\n(万元)\n\n170\n\n实际支出(万元)\n\n160.5\n\n省财政')).toEqual([
      '计划安排资金（万元）\t170\t实际支出（万元）\t160.5',
      '',
      '省财政',
    ]);
  });

  it.each(['结余\n\n170', '人员编制\n\n二十一人\n\n实有人数\n\n19', '', '一、人员编制\n21\n实有人数为\n19'])(
    'stay as they are: %s',
    (text) => {
      expect(unfold(text).join('\n')).toBe(text);
    },
  );
});

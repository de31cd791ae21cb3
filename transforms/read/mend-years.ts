/**
 * One content system of county sites prints a dash for 年: "2017-度", "2016-执行数", "本-决算数", "比上-增加". Read as 年 where a
 * text does so more than once; dates and periods ("2017-04-27", "2015-2017年") have figures behind their dash.
 */
import type { ReadingNote } from './document.ts';

const MONEY = '预算|决算|执行|三公|支出|收入|财政|部门|本级';
const DASHED_YEAR = new RegExp(`(?<!\\d)((?:19|20)\\d{2})-(?=度|[“”"](?:${MONEY})|${MONEY})`, 'g');
const DASHED_WORD = /(?<=[本上当去全])-(?=度|初|末|预算|决算|执行|增加|减少|相比|持平)/g;
/** Once may be a slip of the pen. */
const FEWEST = 2;

export function mendYears(text: string): { text: string; notes: readonly ReadingNote[] } {
  const found = (text.match(DASHED_YEAR) ?? []).length + (text.match(DASHED_WORD) ?? []).length;
  if (found < FEWEST) return { text, notes: [] };
  return {
    text: text.replace(DASHED_YEAR, '$1年').replace(DASHED_WORD, '年'),
    notes: [{ code: 'dash_for_year', message: '原文将“年”印作“-”，已按“年”读取。', location: {} }],
  };
}

import { expect, it } from 'vitest';
import { valueInWords } from '../../pipeline/diagnose-words.ts';
import { METRICS } from '../../transforms/metrics/index.ts';

it.each([
  ['state', 'done', '完成', 'done'],
  ['locator', '第2页 表1 第3行', '第2页 表1 第3行', 'page 2, table 1, row 3'],
  ['reason', '唯一来源', '唯一来源', 'the only source'],
  ['concept_zh', '基本支出', '基本支出', 'basic expenditure'],
  ['relative_path', '甲县/报告.txt', '甲县/报告.txt', '甲县/报告.txt'],
])('in the column %s, %j is called %j and %j', (column, value, zh, en) => {
  expect(valueInWords(column, value)).toEqual([zh, en]);
});

it('every metric and its formula have their English', () => {
  const english = METRICS.flatMap(({ zh, formula }) => [
    valueInWords('metric', zh)[1],
    valueInWords('formula', formula)[1],
  ]);
  // "functional items (项)" names the level of the classification as the forms do.
  expect(english.filter((text) => /\p{Script=Han}/u.test(text.replace('(项)', '')))).toEqual([]);
  expect(english.length).toBeGreaterThan(40);
});

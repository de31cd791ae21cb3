import { describe, expect, it } from 'vitest';
import { withIndicatorRows } from '../../../transforms/read/indicator-rows.ts';

const rows = (...lines: string[]) => lines.map((line) => line.split('|').map((text) => ({ text, line: 1 })));
const print = (table: readonly (readonly { text: string }[])[]) =>
  table.map((row) => row.map(({ text }) => text).join('|'));

const HEADER = '单位名称|项目名称|预算数|年度目标|一级指标|二级指标|三级指标|指标值|权重';
const FIRST = '某镇|道路养护|8.00|养护5公里|产出指标|数量指标|里程|5|20';

describe('rows of indicators below one project', () => {
  it.each([
    ['效益指标|社会效益指标|出行|95|10|', '||||效益指标|社会效益指标|出行|95|10'],
    [
      '河堤养护|6.00|养护3公里|满意度指标|群众满意度|满意度|90|10',
      '|河堤养护|6.00|养护3公里|满意度指标|群众满意度|满意度|90|10',
    ],
  ])('begin under 一级指标: %s', (line, wanted) => {
    expect(print(withIndicatorRows(rows(HEADER, FIRST, line)))).toEqual([HEADER, FIRST, wanted]);
  });

  it.each([
    ['a row in its place', rows(HEADER, FIRST)],
    ['a row that has no room', rows(HEADER, '效益指标|甲|乙|丙|丁|戊|己|庚')],
    [
      'a form of one project',
      rows('项目名称|道路养护', '绩效指标|一级指标|二级指标|指标值', '产出指标|数量指标|5'),
    ],
  ])('stay where they are: %s', (_, table) => {
    expect(print(withIndicatorRows(table))).toEqual(print(table));
  });
});

import { describe, expect, it } from 'vitest';
import { withFormHeaders } from '../../../transforms/read/form-headers.ts';
import { withFormLines } from '../../../transforms/read/form-lines.ts';
import { linesOf } from '../../../transforms/read/text-lines.ts';

const cells = (rows: readonly string[]) =>
  linesOf(rows.join('\n')).map(({ text, number }) =>
    text.split('\t').map((cell) => ({ text: cell, line: number })),
  );
const print = (rows: readonly (readonly { text: string }[])[]) =>
  rows.map((row) => row.map(({ text }) => text).join('|'));

const COLUMNS = '年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分';

describe('the header of the money in a form', () => {
  const widened = (...rows: string[]) => print(withFormHeaders(cells(rows)))[0];

  it('gets back the cell over the labels of its lines', () => {
    expect(widened(`项目资金（万元）\t${COLUMNS}`, '\t年度资金总额\t9\t8\t6\t10\t75%\t7.5')).toBe(
      '项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分',
    );
  });

  it.each([
    [
      'whose lines begin with their label',
      `项目资金（万元）\t${COLUMNS}`,
      '年度资金总额\t9\t8\t6\t10\t75%\t7.5',
    ],
    ['that has the cell', `项目资金（万元）\t\t${COLUMNS}`, '\t年度资金总额\t9\t8\t6\t10\t75%\t7.5'],
    [
      'whose lines go on with words',
      '资金\t年初预算数\t全年执行数\t执行率',
      '\t年度资金总额\t9\t8\t75%\t说明',
    ],
  ])('stays as it is %s', (_, header, line) => {
    expect(widened(header, line)).toBe(header.replaceAll('\t', '|'));
  });
});

describe('the lines below a header that names their sources', () => {
  const header = `预算执行情况\t资金来源\t${COLUMNS}`;
  const below = (...lines: string[]) => print(withFormHeaders(cells([header, ...lines]))).slice(1);

  it('get back the cell that stood beside all of them', () => {
    expect(
      below('年度资金总额\t9\t8\t6\t10\t75%\t7.5', '其他资金\t0\t0\t0\t—\t—\t—', '年度目标\t完成'),
    ).toEqual(['|年度资金总额|9|8|6|10|75%|7.5', '|其他资金|0|0|0|—|—|—', '年度目标|完成']);
  });

  it('stay as they are where they have it, and where another cell is gone', () => {
    expect(below('\t年度资金总额\t9\t8\t6\t10\t75%\t7.5')).toEqual(['|年度资金总额|9|8|6|10|75%|7.5']);
    expect(below('年度资金总额\t9\t8\t10\t75%\t7.5')).toEqual(['年度资金总额|9|8|10|75%|7.5']);
  });
});

describe('a line of money in a form', () => {
  const aligned = (header: string, line: string) => print(withFormLines(cells([header, line])))[1];

  it.each([
    [
      'has lost the cell in front of its label',
      `资金\t\t${COLUMNS}`,
      '年度资金总额\t9\t8\t6\t10\t75%\t7.5',
      '|年度资金总额|9|8|6|10|75%|7.5',
    ],
    [
      'has lost an empty cell',
      `资金\t${COLUMNS}`,
      '年度资金总额\t8\t6\t10\t75%\t7.5',
      '年度资金总额||8|6|10|75%|7.5',
    ],
    [
      'is the money alone',
      '资金\t\t年初预算数\t全年预算数\t全年执行数',
      '年度资金总额\t9\t8\t6',
      '|年度资金总额|9|8|6',
    ],
  ])('that %s stands under its header', (_, header, line, wanted) => {
    expect(aligned(header, line)).toBe(wanted);
  });

  it('stands under none where its figures may be those of several', () => {
    expect(aligned(`资金\t\t${COLUMNS}`, '年度资金总额\t9\t8\t10')).toBe('|年度资金总额|||||||9|8|10');
  });

  it.each([
    ['whose printed rate is wrong', `资金\t${COLUMNS}`, '年度资金总额\t9\t8\t6\t10\t57%\t5.7'],
    ['that ends early', `资金\t${COLUMNS}`, '年度资金总额\t9\t8\t6'],
    ['below columns that nobody knows', '资金\t甲\t全年执行数\t执行率', '年度资金总额\t75%\t8\t9'],
    ['of the indicators', `资金\t${COLUMNS}\n一级指标\t二级指标\t分值`, '产出指标\t数量\t40%'],
  ])('stays as it is: %s', (_, header, line) => {
    const rows = withFormLines(cells([...header.split('\n'), line]));
    expect(print(rows).at(-1)).toBe(line.replaceAll('\t', '|'));
  });
});

import { describe, expect, it } from 'vitest';
import { unfoldProjectLists } from '../../../../transforms/read/forms/unfold-project-lists.ts';
import { linesOf } from '../../../../transforms/read/text-lines.ts';

const unfold = (text: string) => unfoldProjectLists(linesOf(text)).map((line) => line.text);

const LIST =
  '附件 项目绩效自评情况汇总表 单位：万元 序号 项目名称 年初预算数 全年预算数 全年执行数 执行率 自评得分 ' +
  '1 河堤养护 50 48 36 75% 92 2 泵站维修 1,020.50 1,000.00 990.00 99% 98.5 合计 1070.5 1048 1026';
const ROWS = [
  '序号\t项目名称\t年初预算数\t全年预算数\t全年执行数\t执行率\t自评得分',
  '1\t河堤养护\t50\t48\t36\t75%\t92',
  '2\t泵站维修\t1,020.50\t1,000.00\t990.00\t99%\t98.5',
];

describe('a list of evaluated projects that lost its rules', () => {
  it('becomes rows below its name and its unit, and the words behind it stay', () => {
    expect(unfold(LIST)).toEqual([
      '附件 ',
      '项目绩效自评情况汇总表',
      '单位：万元',
      ...ROWS,
      '',
      ' 合计 1070.5 1048 1026',
    ]);
  });

  it('is read with one cell a line too', () => {
    expect(unfold(LIST.replaceAll(' ', '\n')).filter((line) => line.includes('\t'))).toEqual(ROWS);
  });

  it.each([
    ['a rate that its amounts do not make', LIST.replace('75%', '57%')],
    ['a cell that was dropped', LIST.replace('50 48 36', '48 36')],
    ['rows that are not numbered one by one', LIST.replace(' 2 泵站', ' 3 泵站')],
    ['no rates', LIST.replace(' 执行率', '').replace(' 75%', '').replace(' 99%', '')],
    ['rows between pipes', LIST.replaceAll(' ', ' | ')],
    ['rows with tabs', LIST.replaceAll(' ', '\t')],
  ])('stays as it is with %s', (_, text) => {
    expect(unfold(text).join('\n')).toBe(text);
  });
});

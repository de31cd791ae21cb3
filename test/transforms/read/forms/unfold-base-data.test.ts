import { describe, expect, it } from 'vitest';
import { unfoldBaseData } from '../../../../transforms/read/forms/unfold-base-data.ts';
import { linesOf } from '../../../../transforms/read/text-lines.ts';

const unfold = (text: string) => unfoldBaseData(linesOf(text)).map((line) => line.text);

const ONE_LINE =
  '附件1 部门整体支出绩效评价基础数据表 填报单位：示例县林业局 单位：万元 财政供养人员情况 编制数 2031年实际在职人数 控制率 40 38 95% ' +
  '经费控制情况 2030年决算数 2031年预算数 2031年决算数 三公经费 6.5 8 5.1 1、公务用车购置和维护经费 3.1 4 2.9 其中：公车购置 0 0 0 ' +
  '公车运行维护 3.1 4 2.9 2、出国经费 3、公务接待 3.4 4 2.2 项目支出： 120 150 148.5 1、古树保护 120 150 148.5 公用经费 66 70 69.2 ' +
  '政府采购金额 —— 20 18.6 楼堂馆所控制情况 0 0 说明：一个项目一行';

describe('the base data of a self-evaluation that lost their rules', () => {
  it('become rows under their columns, and the words around them stay', () => {
    expect(unfold(ONE_LINE)).toEqual([
      '附件1 ',
      '部门整体支出绩效评价基础数据表',
      '填报单位：示例县林业局',
      '单位：万元',
      '财政供养人员情况\t编制数\t2031年实际在职人数\t控制率',
      '\t40\t38\t95%',
      '经费控制情况\t2030年决算数\t2031年预算数\t2031年决算数',
      '三公经费\t6.5\t8\t5.1',
      '1、公务用车购置和维护经费\t3.1\t4\t2.9',
      '其中：公车购置\t0\t0\t0',
      '公车运行维护\t3.1\t4\t2.9',
      '2、出国经费\t\t\t',
      '3、公务接待\t3.4\t4\t2.2',
      '项目支出：\t120\t150\t148.5',
      '1、古树保护\t120\t150\t148.5',
      '公用经费\t66\t70\t69.2',
      '政府采购金额\t——\t20\t18.6',
      '',
      '楼堂馆所控制情况 0 0 说明：一个项目一行',
    ]);
  });

  it('are read with one cell a line too, and rows keep the number of their line', () => {
    const lines = unfoldBaseData(linesOf(ONE_LINE.replaceAll(' ', '\n')));
    const row = lines.find(({ text }) => text.startsWith('三公经费'));
    expect(row).toEqual({ text: '三公经费\t6.5\t8\t5.1', number: 16 });
  });

  it('are read where brackets are lost, and rows without values stand together', () => {
    const lines = unfold(
      ONE_LINE.replace('财政供养人员情况', '财政供养人员情况（人')
        .replace('经费控制情况', '经费控制情况（万元')
        .replace('三公经费', '三公经费：')
        .replace('1、古树保护 120 150 148.5', '1、古树保护 …… 2、森林抚育（一个项目一行 ……'),
    );
    expect(lines).toContain('财政供养人员情况\t编制数\t2031年实际在职人数\t控制率');
    expect(lines).toContain('经费控制情况（万元）\t2030年决算数\t2031年预算数\t2031年决算数');
    expect(lines).toContain('三公经费：\t6.5\t8\t5.1');
    expect(lines).toContain('1、古树保护\t\t\t');
    expect(lines).toContain('公用经费\t66\t70\t69.2');
  });

  it('leave a row without values that has fewer of them than columns', () => {
    const lines = unfold(ONE_LINE.replace('公用经费 66 70 69.2', '公用经费 70 69.2'));
    expect(lines).toContain('公用经费\t\t\t');
    expect(lines).toContain('70 69.2');
  });

  it('are no rows of their own where the text dropped empty cells between its tabs', () => {
    const rows =
      '财政供养人员情况\t编制数\t2031年实际在职人数\t控制率\n40\t38\t95%\n经费控制情况（万元）\t2030年决算数\t2031年预算数\t2031年决算数\n三公经费\t6.5\t5.1\n公用经费\t66\t70\t69.2';
    expect(unfold(rows)).toEqual([
      '财政供养人员情况\t编制数\t2031年实际在职人数\t控制率',
      '\t40\t38\t95%',
      '经费控制情况（万元）\t2030年决算数\t2031年预算数\t2031年决算数',
      '三公经费\t\t\t',
      '公用经费\t66\t70\t69.2',
      '',
      '6.5 5.1',
    ]);
  });

  it('keep their name where it stands between pipes of its own', () => {
    const lines = unfold(
      '| 部门整体支出绩效评价基础数据表 |\n\n财政供养人员情况 | 编制数 | 2031年实际在职人数 | 控制率 |\n40 | 38 | 95% |\n经费控制情况（万元） | 2030年决算数 | 2031年预算数 | 2031年决算数 |\n三公经费 | 6.5 | 8 | 5.1 |',
    );
    expect(lines).toEqual([
      '部门整体支出绩效评价基础数据表',
      '财政供养人员情况\t编制数\t2031年实际在职人数\t控制率',
      '\t40\t38\t95%',
      '经费控制情况（万元）\t2030年决算数\t2031年预算数\t2031年决算数',
      '三公经费\t6.5\t8\t5.1',
      '',
    ]);
  });

  it('leave staff alone whose three figures are not all there', () => {
    const lines = unfold(ONE_LINE.replace('40 38 95%', '40 95%'));
    expect(lines).toContain('财政供养人员情况编制数2031年实际在职人数控制率 40 95%');
    expect(lines.some((line) => line.startsWith('财政供养人员情况\t'))).toBe(false);
  });
});

describe('what stays as it is', () => {
  it.each([
    [
      'a text whose values stand behind the labels of other rows',
      ONE_LINE.replace(
        '公用经费 66 70 69.2 政府采购金额 —— 20 18.6',
        '公用经费 政府采购金额 66 70 69.2 —— 20 18.6',
      ),
    ],
    [
      'rows with tabs that kept their empty cells',
      '财政供养人员情况\t编制数\t2031年实际在职人数\t控制率\n\t40\t38\t95%\n经费控制情况（万元）\t2030年决算数\t2031年预算数\t2031年决算数\n三公经费\t6.5\t\t5.1\n公用经费\t66\t70\t69.2\n',
    ],
    [
      'a sentence with the words',
      '财政供养人员情况：编制数40人，实际在职人数38人，控制率95%。经费控制情况良好。',
    ],
  ])('%s', (_, text) => {
    expect(unfold(text).join('\n')).toBe(text);
  });
});

import { describe, expect, it } from 'vitest';
import { unfoldForms } from '../../../../transforms/read/forms/unfold-forms.ts';
import { linesOf } from '../../../../transforms/read/text-lines.ts';

const unfold = (text: string) => unfoldForms(linesOf(text)).map((line) => line.text);

describe('a form that lost its rules', () => {
  it('becomes rows, and the words around it stay', () => {
    const text =
      '更新说明 项目支出绩效自评表 (2031年度) 项目名称 设备购置 主管部门 示例县财政局 项目资金(万元) 全年预算数 全年执行数 分值 执行率 得分 年度资金总额 8 6 10 75% 7 年度总体目标 购置3台';
    expect(unfold(text)).toEqual([
      '更新说明 ',
      '项目支出绩效自评表 (2031年度)',
      '项目名称\t设备购置',
      '主管部门\t示例县财政局',
      '项目资金（万元）\t全年预算数\t全年执行数\t分值\t执行率\t得分',
      '年度资金总额\t8\t6\t10\t75%\t7',
      '',
      '年度总体目标 购置3台',
    ]);
  });

  it('keeps figures that no column can be found for, behind its rows', () => {
    const lines = unfold(
      '项目名称 设备购置 项目资金(万元) 年初预算数 全年预算数 全年执行数 执行率 年度资金总额 8 6 总体目标',
    );
    expect(lines).toContain('年度资金总额\t\t\t\t');
    expect(lines).toContain('8 6');
  });

  it('takes no figure that the text breaks off in', () => {
    const text = '项目名称 设备购置 全年预算数 全年执行数 分值 执行率 得分 年度资金总额 ';
    expect(unfold(`${text}812.5 60`)).toContain('年度资金总额\t\t\t\t\t');
    expect(unfold(`${text}812.5 60`)).toContain('812.5 60');
    expect(unfold(`${text}8 6 10 75%`)).toContain('年度资金总额\t8\t6\t10\t75%\t');
  });

  it('takes no score that the text may have been cut off in', () => {
    const form =
      '项目名称 设备购置 全年预算数 全年执行数 分值 执行率 得分 年度资金总额 8 6 10 75% 7 一级指标 二级指标 三级指标 分值 得分 总分 100 9';
    expect(unfold(form)).not.toContain('总分\t\t\t100\t9');
    expect(unfold(`${form}7`)).toContain('总分\t\t\t100\t97');
    expect(unfold(`${form} 等级 差`)).toContain('总分\t\t\t100\t9');
  });

  it('takes no points from the form behind it', () => {
    const form = (name: string) =>
      `项目名称 ${name} 全年预算数 全年执行数 分值 执行率 得分 年度资金总额 8 6 10 75% 7 年度总体目标 购置3台`;
    const points = ' 一级指标 二级指标 三级指标 分值 得分 总分 100 97';
    const header = '一级指标\t二级指标\t三级指标\t分值\t得分';
    const lines = unfold(`${form('设备购置')} 已完成。 ${form('道路维修')}${points}`);
    const second = lines.indexOf('项目名称\t道路维修');
    expect(lines.filter((line) => line === header)).toHaveLength(1);
    expect(lines.indexOf(header)).toBeGreaterThan(second);
    expect(lines.slice(second)).toContain('总分\t\t\t100\t97');
  });

  it('takes no points from a form whose money was not understood', () => {
    const text =
      '项目名称 设备购置 全年预算数 全年执行数 分值 执行率 得分 年度资金总额 8 6 10 75% 7 总体目标 购置3台 项目名称 道路维修 总体目标 维修2处 一级指标 二级指标 三级指标 分值 得分 总分 100 97';
    expect(unfold(text).filter((line) => line.startsWith('总分'))).toEqual([]);
  });

  it('reads a figure that spaces stand in as one', () => {
    const lines = unfold(
      '项目名称 设备购置 全年预算数 全年执行数 分值 执行率 得分 年度资金总额 8. 50 6 .80 10 80% 8 年度总体目标 购置3台',
    );
    expect(lines).toContain('年度资金总额\t8. 50\t6 .80\t10\t80%\t8');
  });

  const FORM =
    '项目名称 设备购置 全年预算数 全年执行数 分值 执行率 得分 年度资金总额 8 6 10 75% 7.5分 年度总体目标 购置3台 一级指标 二级指标 三级指标';
  it.each([
    ['points with their unit', `${FORM} 分值 得分 产出指标 10 10分 总分 100 97.5分`, '总分\t\t\t100\t97.5'],
    ['full marks in brackets', `${FORM} 分值 得分 总分（100分） 97.5分`, '总分\t\t\t100\t97.5'],
    [
      'the only points where none are given as full marks',
      `${FORM} 完成值（B） 得分 总分 97.5 备注`,
      '总分\t\t\t97.5',
    ],
  ])('takes its total from %s, and leaves it nowhere else', (_, text, row) => {
    const lines = unfold(text);
    expect(lines).toContain(row);
    expect(lines.filter((line) => line.includes('97.5'))).toHaveLength(1);
  });

  it('takes no total from one figure that may be the full marks', () => {
    expect(unfold(`${FORM} 分值 得分 总分 100 备注`).some((line) => line.startsWith('总分\t'))).toBe(false);
  });

  it('tells the weight of the rate and its points from the rate', () => {
    expect(
      unfold(
        '部门资金（万元） 年初预算数 全年（调整）预算数 全年执行数 执行率 执行率权重 执行率得分 年度总金额 9 8 6 75% 10 7.5 当年目标',
      ),
    ).toContain('年度总金额\t9\t8\t6\t75%\t10\t7.5');
  });

  it('keeps each part by nature with its figure, in one row below the total', () => {
    const lines = unfold(
      '部门名称 示例局 全年预算数 全年执行数 分值 执行率 得分 年度资金总额 8 6 10 75% 7.5 按收入性质分： 按支出性质分： 其中：一般公共预算：6 其中：基本支出：4 政府性基金拨款： 项目支出：2 其他资金： 年度总体目标 购置3台',
    );
    expect(lines).toContain('\t\t其中：一般公共预算：6\t其中：基本支出：4\t项目支出：2');
    expect(lines.at(-1)).toBe('年度总体目标 购置3台');
  });

  it('keeps the sums that the parts by nature and by source may print', () => {
    const lines = unfold(
      '部门名称 示例局 全年预算数 全年执行数 分值 执行率 得分 年度资金总额 8 6 10 75% 7.5 按收入性质分:6 按支出性质分:6 其中:一般公共预算:6 其中:基本支出:4 项目支出:2 当年目标',
    );
    expect(lines).toContain(
      '\t\t按收入性质分:6\t按支出性质分:6\t其中:一般公共预算:6\t其中:基本支出:4\t项目支出:2',
    );
  });

  it('keeps the number of the line that each row stands on', () => {
    const lines = unfoldForms(linesOf('标题\n全年预算数 全年执行数 执行率\n年度资金总额 8 6 75%\n'));
    expect(lines.find((line) => line.text.startsWith('年度资金总额'))?.number).toBe(3);
  });
});

describe('the targets of a project that lost their rules', () => {
  const TARGETS =
    '示例县预算公开 项目支出绩效目标申报表 项目名称 河堤养护 主管部门 示例县水利局 资金情况（万元） 年度资金总额： 10 其中：财政拨款 8 其他资金 2 总体目标 养护5公里';

  it('become rows, each label in front of its figure', () => {
    expect(unfold(TARGETS)).toEqual([
      '示例县预算公开 ',
      '项目支出绩效目标申报表',
      '项目名称\t河堤养护',
      '主管部门\t示例县水利局',
      '项目资金（万元）\t年度资金总额\t10',
      '\t其中：财政拨款\t8',
      '\t其他资金\t2',
      '',
      ' 总体目标 养护5公里',
    ]);
  });

  it.each([
    ['the form has another name', TARGETS.replace('绩效目标申报表', '绩效监控表')],
    ['no project is named', TARGETS.replace('项目名称 河堤养护', '填报人')],
    ['the total has several figures', TARGETS.replace('总额： 10', '总额： 10 9 8')],
    ['the total has none', TARGETS.replace('总额： 10', '总额：')],
  ])('stay as they are where %s', (_, text) => {
    expect(unfold(text).join('\n')).toBe(text);
  });
});

describe('what is no flattened form', () => {
  it.each([
    [
      'a sentence that explains the rate',
      '预算执行率=预算执行数/调整后预算数，预算执行率未达到90%的说明原因，资金总额12万元。',
    ],
    [
      'a sentence with the words',
      '全年预算数为8万元，全年执行数为6万元，执行率75%，得分7分，年度资金总额8万元。',
    ],
    ['rows with tabs', '项目资金\t全年预算数\t全年执行数\t执行率\n年度资金总额\t8\t6\t75%'],
    ['even rows of pipes', '| 项目资金 | 全年预算数 | 全年执行数 | 执行率 |\n| 年度资金总额 | 8 | 6 | 75% |'],
    [
      'even rows of pipes above shorter ones',
      '| 项目资金 | 全年预算数 | 全年执行数 | 执行率 |\n| 年度资金总额 | 8 |  | 75% |\n| 其他资金 |  |  |  |\n| 年度总体目标 | 购置3台 |',
    ],
    ['a header without a total', '全年预算数 全年执行数 分值 执行率 得分 其中:财政拨款 8 6'],
  ])('stays as it is: %s', (_, text) => {
    expect(unfold(text).join('\n')).toBe(text);
  });
});

describe('a text made to cost much', () => {
  it.each(['全年预算数 全年执行数 得分 ', '执行数 年 ', '执行数 其 中 ', '执行数 | '])(
    'is looked at once: %s',
    (piece) => {
      const lines = linesOf(piece.repeat(20_000));
      expect(unfoldForms(lines)).toBe(lines);
    },
  );

  it('is unfolded however many lines stand around its form', () => {
    const form = '全年预算数 全年执行数 执行率\n年度资金总额 8 6 75%\n';
    const lines = linesOf(`${'说明\n'.repeat(150_000)}${form}`);
    expect(unfoldForms(lines).length).toBeGreaterThan(150_000);
  });
});

/** The forms of a performance self-evaluation: base data, the whole of the spending, one form a project. */
import type { Asked } from '../figure.ts';
import type { Indicator } from '../model/score.ts';
import { EXECUTION_POINTS, executionPoints, indicatorsOf } from '../model/score.ts';
import { cell, count, type Page, table, trimmed, write } from '../page.ts';

type Rows = string[][];

export function writeBaseData(page: Page): void {
  const { year, bureau } = page.books;
  const acrossYears = (label: string, concept: string, project: string | null = null) => [
    label,
    cell(page, { concept, project, fiscalYear: year - 1 }),
    cell(page, { concept, project, phase: 'budget' }),
    cell(page, { concept, project }),
  ];
  write(page, `${year}年度部门整体支出绩效评价基础数据表`);
  table(page, [
    ['财政供养人员情况（人）', '编制数', `${year}年实际在职人数`, '控制率'],
    [
      '',
      count(page, { concept: 'headcount.authorised' }),
      count(page, { concept: 'headcount.in_post' }),
      `${count(page, { concept: 'rate.staff_control' })}%`,
    ],
    ['经费控制情况（万元）', `${year - 1}年决算数`, `${year}年预算数`, `${year}年决算数`],
    acrossYears('三公经费', 'three_public'),
    acrossYears('   1、公务用车购置和维护经费', 'three_public.vehicles'),
    acrossYears('       其中：公车购置', 'three_public.vehicle_purchase'),
    acrossYears('             公车运行维护', 'three_public.vehicle_operation'),
    acrossYears('   2、出国经费', 'three_public.overseas'),
    acrossYears('   3、公务接待', 'three_public.reception'),
    acrossYears('项目支出：', 'expenditure.project'),
    ...bureau.projects.map(({ name }, at) =>
      acrossYears(`   ${at + 1}、${name}`, 'expenditure.project', name),
    ),
    acrossYears('公用经费', 'expenditure.operating'),
    [
      '政府采购金额',
      '——',
      cell(page, { concept: 'procurement', phase: 'budget' }),
      cell(page, { concept: 'procurement' }),
    ],
    ['厉行节约保障措施', '从严审核公务接待和用车', '', ''],
  ]);
}

/** 年度资金总额 of the whole body. */
export function writeWholeSpending(page: Page): void {
  const { year, bureau } = page.books;
  const indicators = indicatorsOf(bureau.name, year, '');
  write(page, `${year}年度部门整体支出绩效自评表`);
  table(page, [
    ['部门名称', bureau.name],
    ['年度预\n\n算申请\n（万元）', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    ['', '年度资金总额', ...funds(page, { concept: 'expenditure' })],
    ['', '按收入性质分：', '按支出性质分：'],
    [
      '',
      `其中：一般公共预算：${cell(page, { concept: 'expenditure', fund: 'general_public' })}`,
      `其中：基本支出：${cell(page, { concept: 'expenditure.basic' })}`,
    ],
    [
      '',
      `其他资金：${cell(page, { concept: 'expenditure', fund: 'other_income' })}`,
      `项目支出：${cell(page, { concept: 'expenditure.project' })}`,
    ],
    ['年度总体目标', '预期目标', '实际完成情况'],
    ['', '基金安全平稳\n群众办事方便', '已完成'],
    ...indicatorRows(indicators),
    ['总分', '100', count(page, { concept: 'evaluation.score' })],
  ]);
}

export function writeProject(page: Page, project: string, pointsAwarded?: number): void {
  const { year, bureau } = page.books;
  const asked: Asked = { concept: 'expenditure.project', project };
  const place = bureau.name.replace(/医疗保障局$/, '人民政府');
  const rows = funds(page, asked, pointsAwarded);
  const score = pointsAwarded === undefined ? count(page, { concept: 'evaluation.score', project }) : null;
  const indicators = indicatorsOf(bureau.name, year, project);
  const given = indicators.reduce((sum, { awarded }) => sum + awarded, 0);
  write(page, `${year}年度项目支出绩效自评表`);
  table(page, [
    ['项目支\n\n出名称', project],
    ['主管部门', place, '实施单位', bureau.name],
    [
      '项目资金\n（万元）',
      '',
      '年初\n\n预算数',
      '全年\n\n预算数',
      '全年\n\n执行数',
      '分值',
      '执行率',
      '得分',
    ],
    ['', '年度资金总额', ...rows],
    ['', '其中：当年财政拨款', ...rows.slice(0, 3), '', '', ''],
    ['', '上年结转资金', '', '', '', '', '', ''],
    ['', '其他资金', '', '', '', '', '', ''],
    ['年度总体目标', '预期目标', '实际完成情况'],
    ['', `做好${project}各项工作`, '已完成'],
    ...indicatorRows(indicators),
    ['总分', '100', score ?? trimmed(given + pointsAwarded!)],
  ]);
}

/** 年初预算数, 全年预算数, 全年执行数, 分值, 执行率, 得分 */
function funds(page: Page, asked: Asked, pointsAwarded?: number): string[] {
  const adjusted = page.books.valueOf({ ...asked, phase: 'adjusted_budget' });
  const actual = page.books.valueOf(asked);
  const rate = count(page, { concept: 'rate.execution', project: asked.project ?? null });
  return [
    cell(page, { ...asked, phase: 'original_budget' }),
    cell(page, { ...asked, phase: 'adjusted_budget' }),
    cell(page, asked),
    String(EXECUTION_POINTS),
    `${rate}%`,
    trimmed(pointsAwarded ?? executionPoints(actual, adjusted) / 100),
  ];
}

function indicatorRows(indicators: readonly Indicator[]): Rows {
  return [
    [
      '绩\n\n效\n\n指\n\n标',
      '一级指标',
      '二级指标',
      '三级指标',
      '年度指标值',
      '实际完成值',
      '分值',
      '得分',
      '偏差原因',
    ],
    ...indicators.map(({ first, second, name, target, result, points, awarded }, at) => [
      '',
      first === indicators[at - 1]?.first ? '' : first,
      second,
      name,
      target,
      result,
      String(points),
      String(awarded),
      awarded < points ? '宣传还不够' : '',
    ]),
  ];
}

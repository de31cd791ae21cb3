/** Forms of self-evaluations as offices of different provinces and years print them. */
import { describe, expect, it } from 'vitest';
import { chooseLayout } from '../../../../transforms/extract/tables/choose-layout.ts';
import type { DisclosureKind } from '../../../../transforms/recognise/disclosure.ts';
import { readTables } from '../../../support/tables.ts';

const read = (rows: readonly string[], kind: DisclosureKind) =>
  readTables(rows.join('\n'), kind, '示例县林业局');

const factsOf = (rows: readonly string[], kind: DisclosureKind = 'project_evaluation'): string[] =>
  read(rows, kind).facts.map(
    ({ concept, phase, fund, project, printed }) =>
      `${concept} ${phase}${fund === 'all' ? '' : ` ${fund}`} ${project ?? '-'} ${printed}`,
  );

const TITLE = ['项目支出绩效自评表（2031年度）', ''];
const NAME = '项目名称\t林区道路养护';
const WHO = '主管部门\t示例县林业局\t实施单位\t示例县林业局';

describe('money divided by who gave it', () => {
  it('below one another: the total is the project’s, the shares are not', () => {
    const rows = [
      ...[...TITLE, NAME, WHO],
      '预算执行情况（万元）\t资金来源\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分',
      '\t合计\t30.00\t32.00\t31.00\t10\t96.88%\t9.69',
      '\t中央\t0\t0\t0\t\t\t',
      '\t省\t10.00\t12.00\t11.00\t\t\t',
      '\t市县资金\t20.00\t20.00\t20.00\t\t\t',
    ];
    expect(factsOf(rows)).toEqual([
      'expenditure.project original_budget 林区道路养护 30.00',
      'expenditure.project adjusted_budget 林区道路养护 32.00',
      'expenditure.project actual 林区道路养护 31.00',
      'rate.execution actual 林区道路养护 96.88',
    ]);
  });

  it('gives the points of the execution to its total', () => {
    const { scores } = read(
      [
        ...[...TITLE, NAME, WHO],
        '资金来源\t全年预算数\t全年执行数\t分值\t执行率\t得分',
        '合计\t32.00\t31.00\t10\t96.88%\t9.69',
        '省\t12.00\t11.00\t\t\t',
      ],
      'project_evaluation',
    );
    expect(scores.map(({ role, awarded }) => `${role} ${awarded?.printed}`)).toEqual(['execution 9.69']);
  });

  it('side by side, below merged headers', () => {
    const rows = [
      ...[...TITLE, NAME, WHO],
      '项目资金（万元）\t预算数\t\t\t执行数\t\t\t执行率',
      '\t合计\t省级\t县级\t合计\t省级\t县级\t',
      '\t32.00\t12.00\t20.00\t31.00\t11.00\t20.00\t96.88%',
    ];
    expect(factsOf(rows)).toEqual([
      'expenditure.project budget 林区道路养护 32.00',
      'expenditure.project actual 林区道路养护 31.00',
      'rate.execution actual 林区道路养护 96.88',
    ]);
  });

  it('is nobody’s where the merged headers have slipped', () => {
    const rows = [
      ...[...TITLE, NAME, WHO],
      '项目资金（万元）\t预算数\t执行数\t执行率',
      '\t合计\t省级\t县级\t合计\t省级\t县级\t',
      '\t32.00\t12.00\t20.00\t31.00\t11.00\t20.00\t96.88%',
    ];
    expect(factsOf(rows)).toEqual([]);
  });

  it('of a department, one line a task', () => {
    const rows = [
      ...['部门整体支出绩效自评表（2031年度）', ''],
      '任务名称\t完成情况\t预算数（万元）\t\t\t执行数（万元）\t\t\t执行率',
      '\t\t总额\t财政拨款\t其他资金\t总额\t财政拨款\t其他资金\t',
      '封山育林\t已完成\t20.00\t18.00\t2.00\t19.00\t17.00\t2.00\t95%',
      '金额合计\t\t50.00\t45.00\t5.00\t48.00\t43.00\t5.00\t96%',
    ];
    expect(factsOf(rows, 'self_evaluation')).toEqual([
      'expenditure budget - 50.00',
      'expenditure budget fiscal - 45.00',
      'expenditure actual - 48.00',
      'expenditure actual fiscal - 43.00',
      'rate.execution actual - 96',
    ]);
  });
});

it('tells what was given and added from what was planned and spent, and takes no rate that may be of either', () => {
  const rows = [
    ...[...TITLE, NAME, WHO],
    '项目资金（万元）\t预算安排数\t年中调整\t实际到位数\t全年支出\t执行率',
    '资金总额\t32.00\t-0.50\t31.50\t31.00\t98.41%',
  ];
  expect(factsOf(rows)).toEqual([
    'expenditure.project budget 林区道路养护 32.00',
    'expenditure.project actual 林区道路养护 31.00',
  ]);
});

describe('a rate without a percent sign', () => {
  const rateOf = (rate: string) =>
    factsOf([
      ...[...TITLE, NAME, WHO],
      '项目资金（万元）\t年初预算数\t全年预算数\t全年执行数\t执行率\t得分',
      `年度资金总额\t32.00\t40.00\t31.00\t${rate}\t7.8`,
    ]).filter((fact) => fact.startsWith('rate'));

  it.each(['77.5', '77.50', '78'])('is a percentage where its row makes it one: %s', (rate) => {
    expect(rateOf(rate)).toEqual([`rate.execution actual 林区道路养护 ${rate}`]);
  });

  it.each(['0.775', '96.88', '1'])('is none where its row does not: %s', (rate) => {
    expect(rateOf(rate)).toEqual([]);
  });
});

it('reads what came in and what was spent by nature, year beside year', () => {
  const rows = [
    ...['表1 部门收支情况表', '单位：万元', ''],
    '项目\t2030年决算\t2031年预算\t2031年决算\t决算比预算增减',
    '收入合计\t80.50\t90.00\t95.20\t5.20',
    '支出合计\t80.40\t90.00\t94.10\t4.10',
    '其中：基本支出\t50.20\t60.00\t62.30\t2.30',
    '项目支出\t30.20\t30.00\t31.80\t1.80',
  ];
  expect(factsOf(rows, 'self_evaluation').filter((fact) => /actual/.test(fact))).toEqual([
    'revenue actual - 80.50',
    'revenue actual - 95.20',
    'expenditure actual - 80.40',
    'expenditure actual - 94.10',
    'expenditure.basic actual - 50.20',
    'expenditure.basic actual - 62.30',
    'expenditure.project actual - 30.20',
    'expenditure.project actual - 31.80',
  ]);
});

describe('the one line of money without a label of its own', () => {
  const HEADER = '部门预算执行情况（万元）\t年初预算数\t全年（调整）预算数\t全年执行数\t执行率（%）';

  it('is the total', () => {
    const rows = ['部门整体绩效自评表', '', HEADER, '\t50.00\t48.00\t36.00\t75%'];
    expect(factsOf(rows, 'self_evaluation')).toEqual([
      'expenditure original_budget - 50.00',
      'expenditure adjusted_budget - 48.00',
      'expenditure actual - 36.00',
      'rate.execution actual - 75',
    ]);
  });
});

const MONEY = [
  'expenditure.project original_budget 林区道路养护 30.00',
  'expenditure.project adjusted_budget 林区道路养护 32.00',
  'expenditure.project actual 林区道路养护 31.00',
  'rate.execution actual 林区道路养护 96.88',
];

describe('a label in front of each figure', () => {
  it.each([
    [
      'all in one row',
      ['年初预算数（万元）\t30.00\t全年预算数（万元）\t32.00\t全年执行数（万元）\t31.00\t执行率\t96.88%'],
    ],
    [
      'in two rows',
      [
        '年初预算数（万元）\t30.00\t全年预算数（万元）\t32.00',
        '全年执行数（万元）\t31.00\t预算执行率\t96.88%',
      ],
    ],
  ])('%s', (_, rows) => {
    const form = [...TITLE, NAME, WHO, ...rows, '一级指标\t三级指标\t指标值\t完成值\t分值\t得分'];
    expect(factsOf(form)).toEqual(MONEY);
  });
});

it('finds the name of the project behind its label in one cell', () => {
  const rows = [
    ...[
      ...TITLE,
      '项目名称：林区道路养护\t\t\t\t\t\t',
      '主管部门：示例县林业局\t\t\t实施单位：示例县林业局\t\t\t',
    ],
    '项目资金（万元）\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分',
    '年度资金总额\t30.00\t32.00\t31.00\t10\t96.88%\t9.69',
  ];
  expect(factsOf(rows)).toEqual(MONEY);
});

it('reads a form saved by a word processor, one cell a line, whose first rows are short', () => {
  const rows = [
    ['项目名称', '林区道路养护'],
    ['主管部门', '示例县林业局', '实施单位', '示例县林业局'],
    ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    ['年度资金总额', '30.00', '32.00', '31.00', '10', '96.88%', '9'],
    ['其中：当年财政拨款', '30.00', '32.00', '31.00', '', '96.88%', ''],
    ['上年结转资金', '0', '0', '0', '', '', ''],
  ];
  const lines = rows.map((cells) => `${cells.map((cell) => `\t${cell}`).join('\n')}\n`);
  expect(factsOf([...TITLE, ...lines])).toEqual(MONEY);
});

it('reads the parts by nature below a line that divides the money by source', () => {
  const rows = [
    ...['部门整体支出绩效自评表（2031年度）', ''],
    '年度资金（万元）\t\t年初预算数\t全年执行数',
    '\t资金总额\t80.00\t78.00',
    '\t按收入性质分：一般公共预算\t60.00\t59.00',
    '\t其他资金\t20.00\t19.00',
    '\t按支出性质分：基本支出\t50.00\t49.00',
    '\t项目支出\t30.00\t29.00',
  ];
  expect(factsOf(rows, 'self_evaluation')).toEqual([
    'expenditure original_budget - 80.00',
    'expenditure actual - 78.00',
    'expenditure.basic original_budget - 50.00',
    'expenditure.basic actual - 49.00',
    'expenditure.project original_budget - 30.00',
    'expenditure.project actual - 29.00',
  ]);
});

it('reads the tasks of a 绩效目标自评表 that prints what they cost', () => {
  const rows = [
    ...['部门整体支出绩效目标自评表（2031年度）', ''],
    '任务名称\t主要内容\t预算金额（万元）\t执行金额（万元）\t执行率',
    '封山育林\t巡护\t20.00\t19.00\t95%',
    '金额合计\t\t20.00\t19.00\t95%',
  ];
  expect(factsOf(rows, 'self_evaluation')).toEqual([
    'expenditure budget - 20.00',
    'expenditure actual - 19.00',
    'rate.execution actual - 95',
  ]);
});

it('tells what came in from what was spent', () => {
  const rows = [
    ...['单位整体支出绩效自评表（2031年度）', '', '金额单位：万元', ''],
    '年度收支情况\t收入预算\t年初预算\t调整后预算\t决算数\t完成率',
    '\t合计\t86.00\t90.00\t89.50\t99.4%',
    '\t其中：财政拨款\t80.00\t84.00\t83.50\t99.4%',
    '\t支出预算\t年初预算\t调整后预算\t决算数\t执行率',
    '\t合计\t86.00\t90.00\t88.00\t97.8%',
  ];
  expect(factsOf(rows, 'self_evaluation')).toEqual([
    'revenue original_budget - 86.00',
    'revenue adjusted_budget - 90.00',
    'revenue actual - 89.50',
    'expenditure original_budget - 86.00',
    'expenditure adjusted_budget - 90.00',
    'expenditure actual - 88.00',
    'rate.execution actual - 97.8',
  ]);
});

describe('a table in the text of what was spent by nature', () => {
  const rows = (heading: string) => [
    ...[heading, '', '单位：万元', ''],
    '项目\t年初预算数\t决算数',
    '基本支出\t80.00\t83.20',
    '项目支出\t30.00\t38.90',
    '合计\t110.00\t122.10',
  ];

  it('is all that the department spent, but not below the name of one fund', () => {
    expect(factsOf(rows('（一）预算执行情况'), 'self_evaluation')).toContain('expenditure actual - 122.10');
    expect(factsOf(rows('（一）一般公共预算财政拨款支出情况'), 'self_evaluation')).toEqual([]);
  });
});

describe('lists of projects', () => {
  it('with scores and no money', () => {
    const rows = [
      '2031年度项目支出绩效自评得分情况表',
      '',
      '序号\t项目名称\t自评得分\t自评等级',
      '1\t林区道路养护\t96.5\t优',
    ];
    expect(factsOf(rows)).toEqual(['evaluation.score actual 林区道路养护 96.5']);
  });

  it('with money and no scores', () => {
    const rows = [
      '2031年度项目支出预算执行情况表',
      '',
      '单位：元',
      '',
      '序号\t项目名称\t预算数\t执行数\t执行率',
      '1\t林区道路养护\t320000.00\t310000.00\t96.88%',
    ];
    expect(factsOf(rows)).toEqual([
      'expenditure.project budget 林区道路养护 320000.00',
      'expenditure.project actual 林区道路养护 310000.00',
      'rate.execution actual 林区道路养护 96.88',
    ]);
  });

  it('with what was spent under a plain 实际支出', () => {
    const rows = [
      ...['2031年度专项资金绩效自评结果汇总表', ''],
      '项目名称\t预算金额(万元)\t实际支出(万元)\t完成率\t评价',
      '林区道路养护\t32\t31\t100%\t优',
      '古树名木保护\t8\t8\t100%\t优',
    ];
    expect(factsOf(rows)).toEqual([
      'expenditure.project budget 林区道路养护 32',
      'expenditure.project actual 林区道路养护 31',
      'expenditure.project budget 古树名木保护 8',
      'expenditure.project actual 古树名木保护 8',
    ]);
  });
});

it('knows a form by the title in a cell of its first rows', () => {
  const rows = [
    ['示例县林业局2031年绩效目标'],
    ['项目支出绩效目标表'],
    ['项目名称', '林区道路养护'],
    ['年度资金总额', '32.00'],
  ];
  const grid = rows.map((cells, row) =>
    cells.map((text, column) => ({ text, row, column, rowSpan: 1, columnSpan: 1, location: {} })),
  );
  const table = {
    kind: 'table',
    number: 1,
    title: null,
    captions: [],
    notes: [],
    grid,
    location: {},
  } as const;
  expect(chooseLayout(table)?.id).toBe('self-evaluations/project-targets');
  expect(chooseLayout({ ...table, grid: grid.slice(2) })).toBeNull();
});

it('reads a header that a page break cut in two', () => {
  const rows = [
    ...[...TITLE, NAME, WHO],
    '项目资金\t\t年初预\t全年\t全年\t分值\t执行\t得分',
    '（万元）\t\t算数\t预算数\t执行数\t\t率\t',
    '\t年度资金总额\t30.00\t32.00\t31.00\t10\t96.88%\t9.69',
  ];
  expect(factsOf(rows)).toEqual([
    'expenditure.project original_budget 林区道路养护 30.00',
    'expenditure.project adjusted_budget 林区道路养护 32.00',
    'expenditure.project actual 林区道路养护 31.00',
    'rate.execution actual 林区道路养护 96.88',
  ]);
});

describe('the score', () => {
  const form = (...last: string[]) => [
    ...[...TITLE, NAME, WHO],
    '一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分',
    '产出指标\t数量指标\t养护里程\t≥12公里\t12公里\t50\t48',
    ...last,
  ];

  it.each(['总分', '自评总分', '总分合计', '总分（满分100分）', '绩效自评总分'])('of %s', (label) => {
    expect(factsOf(form(`${label}\t\t\t\t\t100\t96.5`))).toEqual([
      'evaluation.score actual 林区道路养护 96.5',
    ]);
  });

  it('in a field of its own', () => {
    expect(factsOf(form('自评得分（分）\t96.5\t自评等级\t优'))).toEqual([
      'evaluation.score actual 林区道路养护 96.5',
    ]);
  });

  it('in a field of the head of the form', () => {
    const rows = [...TITLE, NAME, '主管部门\t示例县林业局\t自评总分（分）\t96.5', ...form('').slice(4)];
    expect(factsOf(rows)).toEqual(['evaluation.score actual 林区道路养护 96.5']);
  });

  it('is not the full marks beside an empty cell', () => {
    expect(factsOf(form('总分\t\t\t\t\t100\t'))).toEqual([]);
    expect(factsOf(form('总分\t100\t自评等级\t优'))).toEqual([]);
  });
});

describe('the form of planned, received and spent money of earlier years', () => {
  it('is the project’s under the title of a self-evaluation too', () => {
    const rows = [
      ...['2031年度财政支出项目绩效自评表', '', '金额单位：万元', ''],
      NAME,
      '项目负责人\t王某\t联系电话\t1234567',
      '计划安排资金\t32.00\t实际到位资金\t30.00\t实际支出\t29.00',
      '省财政\t12.00\t省财政\t10.00\t省财政\t9.00',
      '市县财政\t20.00\t市县财政\t20.00\t市县财政\t20.00',
      '项目绩效自评得分\t93\t自评等级\t优',
    ];
    expect(factsOf(rows)).toEqual([
      'expenditure.project budget 林区道路养护 32.00',
      'expenditure.project actual 林区道路养护 29.00',
      'evaluation.score actual 林区道路养护 93',
    ]);
  });
});

describe('the sheet of results', () => {
  it('prints its score in a field and its money in yuan', () => {
    const rows = [
      ...['项目绩效自评结果信息表（2031年度）', ''],
      NAME,
      '预算资金（元）\t年初预算数\t调整后预算数（A）\t预算执行数（B）\t执行率（B/A）',
      '\t300000.00\t320000.00\t310000.00\t96.88%',
      '自评总分\t88.5',
    ];
    expect(factsOf(rows)).toEqual([
      'evaluation.score actual 林区道路养护 88.5',
      'expenditure.project original_budget 林区道路养护 300000.00',
      'expenditure.project adjusted_budget 林区道路养护 320000.00',
      'expenditure.project actual 林区道路养护 310000.00',
      'rate.execution actual 林区道路养护 96.88',
    ]);
  });
});

it('takes what a project paid for, and was to pay for, as parts of its money', () => {
  const rows = [
    ...['项目绩效评价报告', '', '项目名称：林区道路养护', ''],
    '计划安排资金（万元）\t32.00\t实际到位资金（万元）\t32.00\t实际支出（万元）\t31.00',
    '支出内容（经济科目）\t计划支出数\t实际支出数\t\t\t',
    '维修费\t20.00\t19.00\t\t\t',
    '支出合计\t32.00\t31.00\t\t\t',
  ];
  expect(factsOf(rows)).toEqual([
    'expenditure.project budget 林区道路养护 32.00',
    'expenditure.project actual 林区道路养护 31.00',
  ]);
  expect(read(rows, 'project_evaluation').numbers.filter(({ use }) => use === 'unclaimed')).toEqual([]);
});

it('takes the department in front of its projects, known by its code, for none of them', () => {
  const rows = (name: string) => [
    ...['部门预算项目绩效目标申报表(2031年度)', '金额单位：万元', ''],
    '单位名称\t项目名称\t预算数\t一级指标\t二级指标\t三级指标\t指标值',
    `${name}\t99.50`,
    '820001-示例县林业局\t苗圃管护\t61.20\t产出指标\t数量指标\t修剪次数\t12',
    '820001-示例县林业局\t古树保护\t38.30\t产出指标\t数量指标\t保护株数\t30',
  ];
  expect(factsOf(rows('820-示例县林业局部门'), 'performance_targets')).toEqual([
    'expenditure.project budget 苗圃管护 61.20',
    'expenditure.project budget 古树保护 38.30',
  ]);
});

describe('what a department asks for, by source and by nature', () => {
  const rows = (second: string, figures: string) => [
    ...['部门整体支出绩效目标申报表', '（2031年度）', '部门名称\t示例县林业局'],
    '年度预算申请（万元）\t资金总额\t按收入性质分\t\t按支出性质分\t',
    second,
    figures,
    '整体绩效目标\t目标1：完成投资30万元\t\t\t\t',
  ];

  it('is read below both headers', () => {
    const kept = rows('\t\t一般公共预算\t其他资金\t基本支出\t项目支出', '\t81.50\t80.30\t1.20\t50.40\t31.10');
    expect(factsOf(kept, 'performance_targets').filter((fact) => !/public|other/.test(fact))).toEqual([
      'expenditure budget - 81.50',
      'expenditure.basic budget - 50.40',
      'expenditure.project budget - 31.10',
    ]);
  });

  it('is not where the second header lost the cells in front of it', () => {
    const dropped = rows('一般公共预算\t其他资金\t基本支出\t项目支出', '81.50\t80.30\t1.20\t50.40\t31.10');
    expect(factsOf(dropped, 'performance_targets')).toEqual([]);
  });
});

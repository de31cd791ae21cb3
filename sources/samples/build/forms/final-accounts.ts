/** The statements 公开01 to 公开11 of a department's final accounts, as a county prints them. */
import { chineseNumber, ECONOMIC_NAMES, FUNCTION_NAMES, TOTALS_ROWS } from '../model/names.ts';
import { cell, countCell, type Page, table, write } from '../page.ts';
import { economicCodes, functionCodes } from './codes.ts';

export interface StatementStyle {
  /** A column 行次 beside the labels. */
  rowNumbers: boolean;
  /** 公务接待费 before 公务用车. */
  receptionFirst: boolean;
  /** The first statement cuts every amount to one decimal. */
  clipped: boolean;
  /** 科目 with nothing on them are left out of the totals. */
  shortList: boolean;
}

export const USUAL_STYLE: StatementStyle = {
  rowNumbers: true,
  receptionFirst: false,
  clipped: false,
  shortList: false,
};

type Rows = string[][];

export function writeStatements(page: Page, style: StatementStyle): void {
  totals(page, style);
  income(page);
  spending(page);
  fiscalTotals(page, style);
  generalPublic(page);
  basicByEconomic(page);
  otherFunds(page);
  threePublic(page, style);
  runningCosts(page);
  procurement(page);
}

function heading(page: Page, number: number, title: string): void {
  write(page, title, `公开${String(number).padStart(2, '0')}表`, `金额单位：${page.manner.unit}`);
}

/** Lines of the left and the right half side by side, each with its place in the form. */
function sideBySide(left: Rows, right: Rows, style: StatementStyle, widths: [number, number]): Rows {
  const height = Math.max(left.length, right.length);
  const half = (rows: Rows, at: number, width: number, first: number) => {
    const [label = '', ...amounts] = rows[at] ?? [];
    const cells = [...amounts, ...Array<string>(width - amounts.length).fill('')];
    return style.rowNumbers ? [label, String(first + at), ...cells] : [label, ...cells];
  };
  return Array.from({ length: height }, (_, at) => [
    ...half(left, at, widths[0], 1),
    ...half(right, at, widths[1], 1 + height),
  ]);
}

/** The 类 of the form; a short list names only those with money on them and counts anew. */
function classRows(page: Page, style: StatementStyle, cellsOf: (code: string) => string[]): Rows {
  const rows = TOTALS_ROWS.filter(
    ({ code }) => !style.shortList || page.books.valueOf({ concept: 'expenditure', functionCode: code }) > 0,
  );
  return rows.map(({ code, name }, at) => [`${chineseNumber(at + 1)}、${name}`, ...cellsOf(code!)]);
}

/** The bottom lines stand on one height whatever stands above them. */
function padded(rows: Rows, height: number): Rows {
  return [...rows, ...Array.from({ length: Math.max(0, height - rows.length) }, () => [''])];
}

function totals(page: Page, style: StatementStyle): void {
  heading(page, 1, '收入支出决算总表');
  const digits = style.clipped ? 1 : undefined;
  const revenue = (fund: 'general_public' | 'government_fund' | 'state_capital' | 'other_income') =>
    cell(page, { concept: 'revenue', fund });
  const left: Rows = [
    ['一、一般公共预算财政拨款收入', revenue('general_public')],
    ['二、政府性基金预算财政拨款收入', revenue('government_fund')],
    ['三、国有资本经营预算财政拨款收入', revenue('state_capital')],
    ['四、上级补助收入'],
    ['五、事业收入'],
    ['六、经营收入'],
    ['七、附属单位上缴收入'],
    ['八、其他收入', revenue('other_income')],
  ];
  const right = classRows(page, style, (functionCode) => [
    cell(page, { concept: 'expenditure', functionCode }, digits),
  ]);
  const height = Math.max(left.length, right.length);
  const rows = sideBySide(
    [
      ...padded(left, height),
      ['本年收入合计', cell(page, { concept: 'revenue' })],
      ['使用非财政拨款结余（含专用结余）'],
      ['年初结转和结余', cell(page, { concept: 'balance.opening' })],
      ['总计', cell(page, { concept: 'revenue.grand_total' })],
    ],
    [
      ...padded(right, height),
      ['本年支出合计', cell(page, { concept: 'expenditure' }, digits)],
      ['结余分配'],
      ['年末结转和结余', cell(page, { concept: 'balance.closing' })],
      ['总计', cell(page, { concept: 'expenditure.grand_total' }, digits)],
    ],
    style,
    [1, 1],
  );
  const header = style.rowNumbers
    ? [
        ['收入', '', '', '支出', '', ''],
        ['项目', '行次', '决算数', '项目', '行次', '决算数'],
        ['栏次', '', '1', '栏次', '', '2'],
      ]
    : [
        ['收入', '', '支出', ''],
        ['项目', '决算数', '项目', '决算数'],
      ];
  table(page, [...header, ...rows], 2);
}

function income(page: Page): void {
  heading(page, 2, '收入决算表');
  const row = (functionCode: string | null) => [
    cell(page, { concept: 'revenue', functionCode }),
    cell(page, { concept: 'revenue', functionCode, fund: 'fiscal' }),
    '',
    '',
    '',
    '',
    cell(page, { concept: 'revenue', functionCode, fund: 'other_income' }),
  ];
  table(
    page,
    [
      [
        '项目',
        '',
        '本年收入合计',
        '财政拨款收入',
        '上级补助收入',
        '事业收入',
        '经营收入',
        '附属单位上缴收入',
        '其他收入',
      ],
      ['功能分类科目编码', '科目名称', '', '', '', '', '', '', ''],
      ['', '栏次', '1', '2', '3', '4', '5', '6', '7'],
      ['', '合计', ...row(null)],
      ...functionCodes(page.books).map((code) => [code, FUNCTION_NAMES[code]!, ...row(code)]),
    ],
    2,
  );
}

function spending(page: Page): void {
  heading(page, 3, '支出决算表');
  const row = (functionCode: string | null) => [
    cell(page, { concept: 'expenditure', functionCode }),
    cell(page, { concept: 'expenditure.basic', functionCode }),
    cell(page, { concept: 'expenditure.project', functionCode }),
    '',
    '',
    '',
  ];
  table(
    page,
    [
      ['项目', '', '本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'],
      ['功能分类科目编码', '科目名称', '', '', '', '', '', ''],
      ['', '栏次', '1', '2', '3', '4', '5', '6'],
      ['', '合计', ...row(null)],
      ...functionCodes(page.books).map((code) => [code, FUNCTION_NAMES[code]!, ...row(code)]),
    ],
    2,
  );
}

function fiscalTotals(page: Page, style: StatementStyle): void {
  heading(page, 4, '财政拨款收入支出决算总表');
  const funds = ['fiscal', 'general_public', 'government_fund', 'state_capital'] as const;
  const across = (concept: string, functionCode: string | null = null) =>
    funds.map((fund) => cell(page, { concept, functionCode, fund }));
  const left: Rows = [
    ['一、一般公共预算财政拨款', cell(page, { concept: 'revenue', fund: 'general_public' })],
    ['二、政府性基金预算财政拨款', cell(page, { concept: 'revenue', fund: 'government_fund' })],
    ['三、国有资本经营预算财政拨款', cell(page, { concept: 'revenue', fund: 'state_capital' })],
  ];
  const right = classRows(page, style, (code) => across('expenditure', code));
  const height = Math.max(left.length, right.length);
  const rows = sideBySide(
    [
      ...padded(left, height),
      ['本年收入合计', cell(page, { concept: 'revenue', fund: 'fiscal' })],
      ['年初财政拨款结转和结余', cell(page, { concept: 'balance.opening', fund: 'fiscal' })],
      ['一般公共预算财政拨款', cell(page, { concept: 'balance.opening', fund: 'general_public' })],
      ['政府性基金预算财政拨款'],
      ['国有资本经营预算财政拨款'],
      ['总计', cell(page, { concept: 'revenue.grand_total', fund: 'fiscal' })],
    ],
    [
      ...padded(right, height),
      ['本年支出合计', ...across('expenditure')],
      ['年末财政拨款结转和结余', ...across('balance.closing')],
      [''],
      [''],
      [''],
      ['总计', ...across('expenditure.grand_total')],
    ],
    style,
    [1, 4],
  );
  const columns = ['合计', '一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'];
  const header = style.rowNumbers
    ? [
        ['收入', '', '', '支出', '', '', '', '', ''],
        ['项目', '行次', '金额', '项目', '行次', ...columns],
        ['栏次', '', '1', '栏次', '', '2', '3', '4', '5'],
      ]
    : [
        ['收入', '', '支出', '', '', '', ''],
        ['项目', '金额', '项目', ...columns],
      ];
  table(page, [...header, ...rows], 2);
}

function generalPublic(page: Page): void {
  heading(page, 5, '一般公共预算财政拨款支出决算表');
  const row = (functionCode: string | null) =>
    ['expenditure', 'expenditure.basic', 'expenditure.project'].map((concept) =>
      cell(page, { concept, functionCode, fund: 'general_public' }),
    );
  table(
    page,
    [
      ['项目', '', '本年支出', '', ''],
      ['功能分类科目编码', '科目名称', '小计', '基本支出', '项目支出'],
      ['', '栏次', '1', '2', '3'],
      ['', '合计', ...row(null)],
      ...functionCodes(page.books, 'general_public').map((code) => [
        code,
        FUNCTION_NAMES[code]!,
        ...row(code),
      ]),
    ],
    2,
  );
}

/** Three lanes side by side: salaries and allowances, goods and services, capital. */
function basicByEconomic(page: Page): void {
  heading(page, 6, '一般公共预算财政拨款基本支出决算表');
  const lane = (...heads: readonly string[]): Rows =>
    economicCodes(page.books, heads).map((economicCode) => [
      economicCode,
      ECONOMIC_NAMES[economicCode]!,
      cell(page, { concept: 'expenditure.basic', economicCode, fund: 'general_public' }),
    ]);
  const lanes = [[...lane('301'), ...lane('303')], lane('302'), lane('310')];
  const height = Math.max(...lanes.map((rows) => rows.length));
  const body = Array.from({ length: height }, (_, at) => lanes.flatMap((rows) => rows[at] ?? ['', '', '']));
  const labels = ['科目编码', '科目名称', '决算数'];
  table(
    page,
    [
      ['人员经费', '', '', '公用经费', '', '', '', '', ''],
      [...labels, ...labels, ...labels],
      ...body,
      [
        '',
        '人员经费合计',
        cell(page, { concept: 'expenditure.personnel' }),
        '',
        '',
        '',
        '',
        '公用经费合计',
        cell(page, { concept: 'expenditure.operating' }),
      ],
    ],
    2,
  );
}

const OTHER_FUNDS = [
  { number: 7, title: '政府性基金预算财政拨款收入支出决算表', name: '政府性基金预算' },
  { number: 8, title: '国有资本经营预算财政拨款收入支出决算表', name: '国有资本经营预算' },
] as const;

function otherFunds(page: Page): void {
  for (const { number, title, name } of OTHER_FUNDS) {
    heading(page, number, title);
    table(
      page,
      [
        ['项目', '', '年初结转和结余', '本年收入', '本年支出', '', '', '年末结转和结余'],
        ['功能分类科目编码', '科目名称', '', '', '小计', '基本支出', '项目支出', ''],
        ['', '栏次', '1', '2', '3', '4', '5', '6'],
        ['', '合计', '', '', '', '', '', ''],
      ],
      2,
    );
    write(page, `注：本部门${page.books.year}年度没有${name}的收入和支出，本表为空表。`);
  }
}

function threePublic(page: Page, { receptionFirst }: StatementStyle): void {
  heading(page, 9, '财政拨款“三公”经费支出决算表');
  const vehicles = [
    'three_public.vehicles',
    'three_public.vehicle_purchase',
    'three_public.vehicle_operation',
  ];
  const concepts = receptionFirst
    ? ['three_public', 'three_public.overseas', 'three_public.reception', ...vehicles]
    : ['three_public', 'three_public.overseas', ...vehicles, 'three_public.reception'];
  const spans = receptionFirst
    ? ['合计', '因公出国（境）费', '公务接待费', '公务用车购置及运行维护费', '', '']
    : ['合计', '因公出国（境）费', '公务用车购置及运行维护费', '', '', '公务接待费'];
  const parts = receptionFirst
    ? ['', '', '', '小计', '公务用车购置费', '公务用车运行维护费']
    : ['', '', '小计', '公务用车购置费', '公务用车运行维护费', ''];
  table(
    page,
    [
      ['预算数', '', '', '', '', '', '决算数', '', '', '', '', ''],
      [...spans, ...spans],
      [...parts, ...parts],
      Array.from({ length: 12 }, (_, at) => String(at + 1)),
      [
        ...concepts.map((concept) => cell(page, { concept, phase: 'adjusted_budget' })),
        ...concepts.map((concept) => cell(page, { concept })),
      ],
    ],
    3,
  );
  write(
    page,
    '注：预算数为按程序调整后的“三公”经费全年预算数，决算数包括当年财政拨款和以前年度结转资金安排的支出。',
  );
  write(page, '相关统计数：');
  table(page, [
    ['项目', '统计数', '项目', '统计数'],
    [
      '因公出国（境）团组数（个）',
      countCell(page, { concept: 'three_public.overseas_groups' }),
      '因公出国（境）人次数（人）',
      countCell(page, { concept: 'three_public.overseas_persons' }),
    ],
    [
      '公务用车购置数（辆）',
      countCell(page, { concept: 'three_public.vehicles_purchased' }),
      '公务用车保有量（辆）',
      countCell(page, { concept: 'three_public.vehicles_held' }),
    ],
    [
      '国内公务接待批次（个）',
      countCell(page, { concept: 'three_public.reception_batches' }),
      '国内公务接待人次（人）',
      countCell(page, { concept: 'three_public.reception_persons' }),
    ],
  ]);
}

function runningCosts(page: Page): void {
  heading(page, 10, '机关运行经费支出情况表');
  table(
    page,
    [
      ['项目', '', '机关运行经费支出决算数'],
      ['经济分类编码', '经济分类名称', ''],
      ['', '合计', cell(page, { concept: 'agency_running_costs' })],
      ...economicCodes(page.books, ['302', '310']).map((economicCode) => [
        economicCode,
        ECONOMIC_NAMES[economicCode]!,
        cell(page, { concept: 'agency_running_costs', economicCode }),
      ]),
    ],
    2,
  );
}

function procurement(page: Page): void {
  heading(page, 11, '政府采购支出情况表');
  const row = (label: string, line: number, concept: string) => [
    label,
    String(line),
    cell(page, { concept }),
  ];
  table(page, [
    ['政府采购支出信息', '行次', '决算数'],
    row('（一）政府采购支出合计', 1, 'procurement'),
    row('1.政府采购货物支出', 2, 'procurement.goods'),
    row('2.政府采购工程支出', 3, 'procurement.works'),
    row('3.政府采购服务支出', 4, 'procurement.services'),
    row('（二）政府采购授予中小企业合同金额', 5, 'procurement.sme'),
    row('其中：授予小微企业合同金额', 6, 'procurement.micro'),
  ]);
}

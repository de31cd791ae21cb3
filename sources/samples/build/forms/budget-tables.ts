/** The nine tables of a department's budget, in the manner of a large city's districts. */
import type { Asked, SampleFund } from '../figure.ts';
import { chineseNumber, ECONOMIC_NAMES, FUNCTION_NAMES } from '../model/names.ts';
import { cell, type Manner, type Page, repeatedCell, table, write } from '../page.ts';
import { economicCodes, functionCodes } from './codes.ts';

export interface BudgetTableLook {
  /** 类, 款 and 项 in a column each: 212 | 01 | 02. */
  partedCodes?: boolean;
  /** 公务接待费 before 公务用车, and 机关运行经费 in the same table. */
  receptionFirst?: boolean;
}

type Rows = string[][];
const phase = 'original_budget';

/** `body` is 部门 or 单位. */
export function writeBudgetTables(page: Page, look: BudgetTableLook, body: string): void {
  for (const writeTable of [totals, income, spending, fiscalTotals]) writeTable(page, look, body);
  oneFund(page, look, body, '一般公共预算支出功能分类预算表', 'general_public');
  oneFund(page, look, body, '政府性基金预算支出功能分类预算表', 'government_fund');
  oneFund(page, look, body, '国有资本经营预算支出功能分类预算表', 'state_capital');
  basicByEconomic(page, look, body);
  threePublic(page, look, body);
}

function heading(page: Page, body: string, title: string, unit = page.manner.unit): void {
  const { bureau, year } = page.books;
  write(page, `${year}年${body}${title}`, `编制${body}：${bureau.name}　　单位：${unit}`);
}

function totals(page: Page, _: BudgetTableLook, body: string): void {
  heading(page, body, '财务收支预算总表');
  const revenue = (fund: SampleFund) => cell(page, { concept: 'revenue', fund, phase });
  const left: Rows = [
    ['一、财政拨款收入', revenue('fiscal')],
    ['1.一般公共预算资金', revenue('general_public')],
    ['2.政府性基金', revenue('government_fund')],
    ['3.国有资本经营预算', revenue('state_capital')],
    ['二、事业收入', revenue('operating_income')],
    ['三、事业单位经营收入', revenue('business_income')],
    ['四、其他收入', revenue('other_income')],
  ];
  const right = classes(page).map((functionCode, at) => [
    `${chineseNumber(at + 1)}、${FUNCTION_NAMES[functionCode]}`,
    cell(page, { concept: 'expenditure', functionCode, phase }),
  ]);
  const height = Math.max(left.length, right.length);
  table(page, [
    ['本年收入', '', '本年支出', ''],
    ['项目', '预算数', '项目', '预算数'],
    ...Array.from({ length: height }, (_, at) => [...(left[at] ?? ['', '']), ...(right[at] ?? ['', ''])]),
    [
      '收入总计',
      cell(page, { concept: 'revenue.grand_total', phase }),
      '支出总计',
      cell(page, { concept: 'expenditure.grand_total', phase }),
    ],
  ]);
}

function classes(page: Page, fund: SampleFund = 'all'): string[] {
  return functionCodes(page.books, fund, phase).filter((code) => code.length === 3);
}

/** Rows by functional code under their two or three header rows, with the total below as budgets have it. */
function byFunction(
  page: Page,
  { partedCodes }: BudgetTableLook,
  what: string,
  columns: readonly string[],
  codes: readonly string[],
  cellsOf: (functionCode: string | null) => string[],
): void {
  const blanks = columns.map(() => '');
  const parts = (code: string) => [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)];
  const header = partedCodes
    ? [
        ['项目', '', '', '', what, ...blanks.slice(1)],
        ['功能分类科目编码', '', '', '功能分类科目名称', ...columns],
        ['类', '款', '项', '', ...blanks],
      ]
    : [
        ['功能分类科目', '', what, ...blanks.slice(1)],
        ['科目编码', '科目名称', ...columns],
      ];
  const lead = (code: string) => (partedCodes ? parts(code) : [code]);
  table(page, [
    ...header,
    ...codes.map((code) => [...lead(code), FUNCTION_NAMES[code]!, ...cellsOf(code)]),
    [...(partedCodes ? ['', '', ''] : ['']), '合计', ...cellsOf(null)],
  ]);
}

function income(page: Page, look: BudgetTableLook, body: string): void {
  heading(page, body, '收入预算总表');
  const funds = ['all', 'fiscal', 'operating_income', 'business_income', 'other_income'] as const;
  byFunction(
    page,
    look,
    '收入预算',
    ['合计', '财政拨款收入', '事业收入', '事业单位经营收入', '其他收入'],
    functionCodes(page.books, 'all', phase),
    (functionCode) => funds.map((fund) => cell(page, { concept: 'revenue', functionCode, fund, phase })),
  );
}

const SPENDING = ['expenditure', 'expenditure.basic', 'expenditure.project'] as const;

function spending(page: Page, look: BudgetTableLook, body: string): void {
  heading(page, body, '支出预算总表');
  byFunction(
    page,
    look,
    '支出预算',
    ['合计', '基本支出', '项目支出'],
    functionCodes(page.books, 'all', phase),
    (functionCode) => SPENDING.map((concept) => cell(page, { concept, functionCode, phase })),
  );
}

function fiscalTotals(page: Page, _: BudgetTableLook, body: string): void {
  heading(page, body, '财政拨款收支预算总表');
  const funds = ['fiscal', 'general_public', 'government_fund', 'state_capital'] as const;
  const revenue = (fund: SampleFund) => cell(page, { concept: 'revenue', fund, phase });
  const left: Rows = [
    ['一、一般公共预算资金', revenue('general_public')],
    ['二、政府性基金', revenue('government_fund')],
    ['三、国有资本经营预算', revenue('state_capital')],
  ];
  const across = (concept: string, functionCode: string | null) =>
    funds.map((fund) => cell(page, { concept, functionCode, fund, phase }));
  const right = classes(page, 'fiscal').map((code, at) => [
    `${chineseNumber(at + 1)}、${FUNCTION_NAMES[code]}`,
    ...across('expenditure', code),
  ]);
  const height = Math.max(left.length, right.length);
  const blank = ['', '', '', '', ''];
  table(page, [
    ['财政拨款收入', '', '财政拨款支出', '', '', '', ''],
    ['项目', '预算数', '项目', '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算'],
    ...Array.from({ length: height }, (_, at) => [...(left[at] ?? ['', '']), ...(right[at] ?? blank)]),
    [
      '收入总计',
      cell(page, { concept: 'revenue.grand_total', fund: 'fiscal', phase }),
      '支出总计',
      ...across('expenditure.grand_total', null),
    ],
  ]);
}

function oneFund(page: Page, look: BudgetTableLook, body: string, title: string, fund: SampleFund): void {
  heading(page, body, title);
  const codes = functionCodes(page.books, fund, phase);
  const columns = ['合计', '基本支出', '项目支出'];
  const name = title.replace('支出功能分类预算表', '支出');
  if (codes.length > 0) {
    byFunction(page, look, name, columns, codes, (functionCode) =>
      SPENDING.map((concept) => cell(page, { concept, functionCode, fund, phase })),
    );
    return;
  }
  byFunction(page, look, name, columns, [], () => ['', '', '']);
  write(page, `注：本${body}${page.books.year}年没有${name.replace('支出', '')}安排的支出。`);
}

function basicByEconomic(page: Page, { partedCodes }: BudgetTableLook, body: string): void {
  heading(page, body, '一般公共预算基本支出部门预算经济分类预算表');
  const staff = (code: string) => code.startsWith('301') || code.startsWith('303');
  const row = (economicCode: string) => {
    const asked = { concept: 'expenditure.basic', economicCode, fund: 'general_public', phase } as const;
    const value = page.books.valueOf(asked);
    const [personnel, operating] = staff(economicCode) ? [value, 0] : [0, value];
    const code = partedCodes ? [economicCode.slice(0, 3), economicCode.slice(3)] : [economicCode];
    return [
      ...code,
      ECONOMIC_NAMES[economicCode]!,
      cell(page, asked),
      repeatedCell(page, personnel),
      repeatedCell(page, operating),
    ];
  };
  const columns = ['合计', '人员经费', '公用经费'];
  const header = partedCodes
    ? [
        ['项目', '', '', '一般公共预算基本支出', '', ''],
        ['经济分类科目编码', '', '经济分类科目名称', ...columns],
        ['类', '款', '', '', '', ''],
      ]
    : [
        ['经济分类科目', '', '一般公共预算基本支出', '', ''],
        ['科目编码', '科目名称', ...columns],
      ];
  table(page, [
    ...header,
    ...economicCodes(page.books).map(row),
    [
      ...(partedCodes ? ['', ''] : ['']),
      '合计',
      cell(page, { concept: 'expenditure.basic', fund: 'general_public', phase }),
      cell(page, { concept: 'expenditure.personnel', phase }),
      cell(page, { concept: 'expenditure.operating', phase }),
    ],
  ]);
}

/** In 万元 whatever the other tables are in. */
function threePublic(page: Page, { receptionFirst }: BudgetTableLook, body: string): void {
  heading(page, body, '“三公”经费和机关运行经费预算表', '万元');
  const wan = (concept: string) => {
    const asked: Asked = { concept, phase };
    const manner: Manner = { ...page.manner, unit: '万元', zero: '0' };
    return cell({ ...page, manner }, asked);
  };
  const vehicles = [
    'three_public.vehicles',
    'three_public.vehicle_purchase',
    'three_public.vehicle_operation',
  ];
  const [header, parts, concepts] = receptionFirst
    ? [
        ['合计', '因公出国（境）费', '公务接待费', '公务用车购置及运行费', '', ''],
        ['', '', '', '小计', '购置费', '运行费'],
        ['three_public', 'three_public.overseas', 'three_public.reception', ...vehicles],
      ]
    : [
        ['合计', '因公出国（境）费', '公务用车购置及运行费', '', '', '公务接待费'],
        ['', '', '小计', '购置费', '运行费', ''],
        ['three_public', 'three_public.overseas', ...vehicles, 'three_public.reception'],
      ];
  table(page, [
    ['“三公”经费预算数', '', '', '', '', '', '机关运行经费预算数'],
    [...header!, ''],
    [...parts!, ''],
    [...concepts!.map(wan), wan('agency_running_costs')],
  ]);
}

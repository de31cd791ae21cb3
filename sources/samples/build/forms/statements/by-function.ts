/** 公开02, 03, 05, 07 and 08: income and spending by functional code. */
import { FUNCTION_NAMES } from '../../model/names.ts';
import { cell, type Page, table, write } from '../../page.ts';
import { functionCodes } from '../codes.ts';
import { heading } from './heading.ts';

export function income(page: Page): void {
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

export function spending(page: Page): void {
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

export function generalPublic(page: Page): void {
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

const OTHER_FUNDS = [
  { number: 7, title: '政府性基金预算财政拨款收入支出决算表', name: '政府性基金预算' },
  { number: 8, title: '国有资本经营预算财政拨款收入支出决算表', name: '国有资本经营预算' },
] as const;

export function otherFunds(page: Page): void {
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

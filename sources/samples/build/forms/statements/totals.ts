/** 公开01 and 公开04: everything that came in and went out, and the part of it that is 财政拨款. */
import { cell, type Page, table } from '../../page.ts';
import { heading } from './heading.ts';
import { classRows, padded, type Rows, sideBySide } from './side-by-side.ts';
import type { StatementStyle } from './style.ts';

export function totals(page: Page, style: StatementStyle): void {
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

export function fiscalTotals(page: Page, style: StatementStyle): void {
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

/** 公开06 and 10: basic expenditure and 机关运行经费 by economic code. */
import { ECONOMIC_NAMES } from '../../model/names.ts';
import { cell, type Page, table } from '../../page.ts';
import { economicCodes } from '../codes.ts';
import { heading } from './heading.ts';
import type { Rows } from './side-by-side.ts';

/** Three lanes side by side: salaries and allowances, goods and services, capital. */
export function basicByEconomic(page: Page): void {
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

export function runningCosts(page: Page): void {
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

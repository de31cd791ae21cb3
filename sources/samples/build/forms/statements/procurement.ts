/** 公开11: government procurement. */
import { cell, type Page, table } from '../../page.ts';
import { heading } from './heading.ts';

export function procurement(page: Page): void {
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

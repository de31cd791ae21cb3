/** 政府采购 in the final accounts' table 11 and in budgets by kind of purchase (货物A、工程B、服务C). */
import type { Term } from '../layout.ts';

export const PROCUREMENT_TERMS: readonly Term[] = [
  {
    labels: [/^政府采购(支出|预算|金额)?(合计|总额|总计|金额)?$/, '合计', '总计'],
    concept: 'procurement',
    total: true,
  },
  { labels: [/^A?(政府采购)?货物(类)?(支出|采购支出|采购)?A?$/], concept: 'procurement.goods' },
  { labels: [/^B?(政府采购)?工程(类)?(支出|采购支出|采购)?B?$/], concept: 'procurement.works' },
  { labels: [/^C?(政府采购)?服务(类)?(支出|采购支出|采购)?C?$/], concept: 'procurement.services' },
  { labels: [/^(政府采购)?授予中小企业(的)?合同(金额|额)$/], concept: 'procurement.sme' },
  { labels: [/^(政府采购)?授予小(微|型微型|型和微型)企业(的)?合同(金额|额)$/], concept: 'procurement.micro' },
];

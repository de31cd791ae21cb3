/** All expenditure by economic code, departmental (301) or governmental (501): its totals, and the codes of 基本支出. */
import type { Fund } from '../../extract/fact.ts';
import type { Layout } from '../layout.ts';
import { economicColumns } from '../terms/economic-columns.ts';

const ofFund = (id: string, zh: string, fund: Fund, titles: RegExp[], notTitles: RegExp[]): Layout => ({
  id: `statements/${id}`,
  zh,
  source: '部门预算公开 支出经济分类表（部门预算、政府预算支出经济分类科目）',
  titles,
  notTitles: [...notTitles, /基本支出|项目支出|三公|机关运行|采购|绩效|收入|收支|结转|债务/],
  requires: [/经济.*科目|科目(编码|代码|名称)/],
  lanes: [
    {
      defaults: { concept: 'expenditure', fund },
      codes: 'economic',
      classesByName: 'economic',
      columns: economicColumns(fund),
      rows: [{ labels: [/^(支出)?(合计|总计)$/, /^(本年|当年)支出合计$/], total: true }],
    },
  ],
});

export const generalPublicByEconomic = ofFund(
  'general-public-by-economic',
  '一般公共预算支出表（按经济分类）',
  'general_public',
  [/一般公共预算.*支出.*经济(分类|科目)/],
  [],
);

export const fiscalByEconomic = ofFund(
  'fiscal-by-economic',
  '财政拨款支出表（按经济分类）',
  'fiscal',
  [/财政拨款.*支出.*经济(分类|科目)/],
  [/一般公共预算|政府性基金|国有资本/],
);

export const allByEconomic = ofFund(
  'by-economic',
  '支出表（按经济分类）',
  'all',
  [/支出.*经济(分类|科目)/, /经济(分类|科目).*支出.*表/],
  [/财政拨款|一般公共预算|政府性基金|国有资本|专户|资金/],
);

/** 基本支出 by economic code, in one lane or in two or three side by side, with 人员经费 and 公用经费 totals. */
import type { Fund } from '../../extract/fact.ts';
import type { LaneRule, Layout } from '../layout.ts';
import { economicColumns } from '../terms/economic-columns.ts';

/** 一般公共预算基本支出表—人员经费（工资福利支出）: its 合计 is that of a part. */
const PART_OF_BASIC = /人员经费|公用经费|工资福利|商品和服务|对个人和家庭/;

const byEconomic = (fund: Fund): LaneRule => ({
  defaults: { concept: 'expenditure.basic', fund },
  codes: 'economic',
  classesByName: 'economic',
  columns: economicColumns(fund),
  rows: [
    { labels: [/^(基本支出)?(合计|总计)$/], total: true },
    { labels: [/^人员(经费|支出)(合计|小计)?$/], concept: 'expenditure.personnel' },
    { labels: [/^(日常)?公用(经费|支出)(合计|小计)?$/], concept: 'expenditure.operating' },
  ],
});

const ofFund = (id: string, zh: string, fund: Fund, titles: RegExp[], notTitles: RegExp[]): Layout => ({
  id: `statements/${id}`,
  zh,
  source: '公开06表；部门预算公开 基本支出表（部门预算支出经济分类）',
  titles,
  notTitles,
  lanes: [byEconomic(fund)],
});

export const generalPublicBasic = ofFund(
  'general-public-basic',
  '一般公共预算基本支出表',
  'general_public',
  [/公共(财政)?预算.*基本支出.*表/],
  [/机关运行/, PART_OF_BASIC],
);

export const fiscalBasic = ofFund(
  'fiscal-basic',
  '财政拨款基本支出表',
  'fiscal',
  [/财政拨款基本支出.*表/],
  [/一般公共预算|机关运行/, PART_OF_BASIC],
);

export const allBasic = ofFund(
  'basic',
  '基本支出表',
  'all',
  [/基本支出.*表/],
  [/一般公共预算|财政拨款|机关运行|政府性基金/, PART_OF_BASIC],
);

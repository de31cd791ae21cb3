/** Labels that add up the rows or columns around them. */
import type { Term } from '../layout.ts';

export const PLAIN_TOTALS: readonly Term[] = [
  { labels: ['合计', '总计', '小计', '共计', '金额', '总额', '合计数', '总合计', '本年合计'], total: true },
];

/** What 一般公共预算拨款收入 is made of, printed below it: not told apart further. */
export const REVENUE_DETAILS: readonly Term[] = [
  {
    labels: [
      /^经费拨款(\(补助\))?(收入)?$/,
      /^(纳入)?(一般)?公共预算管理的(行政事业性)?(非税|收费)(收入)?(资金)?(拨款|安排的?拨款)?$/,
      /^(行政事业性收费|专项|罚没|其他非税|国有资源\(资产\)有偿使用)收入(安排的?拨款)?$/,
      /^专项资金列入部门预算的项目$/,
    ],
    ignore: '收入来源明细不在词汇表',
  },
];

/** Bottom lines of two-sided tables: with opening and closing balances. */
export const REVENUE_TOTALS: readonly Term[] = [
  {
    labels: [/^(本年|当年)(财政拨款)?收入(合计|小计|总计)?$/, /^(收入|财政拨款收入)?小计$/],
    concept: 'revenue',
    total: true,
  },
  {
    labels: [/^(收入)?总计$/, '收入合计', '收入总计', '总计', '合计'],
    concept: 'revenue.grand_total',
    total: true,
  },
  {
    labels: [
      /^(年初|上年)(财政拨款|一般公共预算拨款)?(结转|结余|结转和结余|结转结余|结转资金|结转收入)(资金)?$/,
      /^上年结转(资金|和结余|结余)?$/,
      /^上年结转和结余资金$/,
      /^上年结余[、,]?结转(资金)?$/,
    ],
    concept: 'balance.opening',
    opensPart: true,
  },
  {
    labels: [/^使用非财政拨款结余(\(.*\))?$/, /^用事业基金弥补收支差额$/, /^动用(事业)?基金$/],
    concept: 'balance.surplus_used',
  },
];

export const EXPENDITURE_TOTALS: readonly Term[] = [
  {
    labels: [/^(本年|当年)(财政拨款)?支出(合计|小计|总计)?$/, /^(支出|财政拨款支出)?小计$/],
    concept: 'expenditure',
    total: true,
  },
  {
    labels: [/^(支出)?总计$/, '支出合计', '支出总计', '总计', '合计'],
    concept: 'expenditure.grand_total',
    total: true,
  },
  {
    labels: [
      /^(年末|年终|结转下年)(财政拨款|一般公共预算拨款)?(结转|结余|结转和结余|结转结余|结转资金|资金)?$/,
      /^结转下年(支出|资金)?$/,
      /^年[末终]结转和结余(资金)?$/,
    ],
    concept: 'balance.closing',
    opensPart: true,
  },
  { labels: [/^结余分配$/], concept: 'balance.surplus_distributed' },
];

/** What expenditure is for. */
export const EXPENDITURE_COLUMNS: readonly Term[] = [
  {
    labels: [/^(本年|当年)?支出(合计|小计|总计)?$/, /^(本年|当年)支出$/, /^支出预算(合计|数)?$/],
    concept: 'expenditure',
  },
  // Shaanxi prints 基本支出 and 项目支出 by what they are made of.
  { labels: [/^基本支出(小计|合计|预算)?$/, /^人员经费和公用经费支出$/], concept: 'expenditure.basic' },
  { labels: [/^项目支出(小计|合计|预算)?$/, /^专项业务经费(支出)?$/], concept: 'expenditure.project' },
  { labels: [/^(上缴上级|上缴上级单位)支出$/], concept: 'expenditure.superior_remittance' },
  { labels: [/^(事业单位)?经营支出$/], concept: 'expenditure.business' },
  { labels: [/^对附属单位补助支出$/, /^对附属单位补助$/], concept: 'expenditure.affiliate_subsidy' },
  { labels: [/^(单位)?预留机动(经费)?$/, /^单位预留机动经费$/], concept: 'expenditure.reserve' },
  { labels: [/^结转下年(资金|支出)?$/], concept: 'balance.closing' },
  { labels: [/^人员(经费|支出|经费支出)(合计)?$/], concept: 'expenditure.personnel' },
  { labels: [/^(日常)?公用(经费|支出|经费支出)(合计)?$/], concept: 'expenditure.operating' },
];

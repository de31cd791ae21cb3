/** 政府采购: the lines of the final accounts' table, and the totals by kind of a budget's purchase list. */
import type { Layout } from '../layout.ts';
import { PHASE_COLUMNS } from '../terms/phases.ts';
import { PROCUREMENT_TERMS } from '../terms/procurement.ts';
import { PLAIN_TOTALS } from '../terms/totals.ts';

export const procurement: Layout = {
  id: 'statements/procurement',
  zh: '政府采购表',
  source: '公开11表；部门预算公开 政府采购支出预算表（货物A、工程B、服务C）',
  titles: [/政府采购.*表/],
  signs: [/政府采购支出合计/, /授予中小企业合同金额/],
  lanes: [
    {
      defaults: { concept: 'procurement' },
      columns: [
        { labels: [/^(政府)?采购计划(金额|数)?$/], phase: 'budget' },
        { labels: [/^实际采购(金额|数)?$/], phase: 'actual' },
        {
          labels: [/财政性资金/, /^(一般公共预算|政府性基金预算|国有资本经营预算|其他资金)/],
          ignore: '政府采购不分资金来源',
        },
        ...PHASE_COLUMNS,
        ...PLAIN_TOTALS,
      ],
      rows: PROCUREMENT_TERMS,
      unknownRows: '政府采购逐项明细不在词汇表',
    },
  ],
};

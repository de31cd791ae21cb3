/** 机关运行经费 by economic code. */
import type { Layout } from '../layout.ts';
import { PHASE_COLUMNS } from '../terms/phases.ts';
import { PROCUREMENT_TERMS } from '../terms/procurement.ts';
import { OFFICE_TERMS } from '../terms/three-public.ts';
import { PLAIN_TOTALS } from '../terms/totals.ts';

export const runningCosts: Layout = {
  id: 'statements/running-costs',
  zh: '机关运行经费支出表',
  source: '公开10表；部门预算公开 机关运行经费支出表',
  titles: [/机关运行(经费|费).*表/, /^机关运行(经费|费)$/],
  notTitles: [/三公/],
  lanes: [
    {
      defaults: { concept: 'agency_running_costs' },
      codes: 'economic',
      columns: [
        { labels: [/^机关运行(经费|费)(支出)?(决算|预算)?(数)?$/], concept: 'agency_running_costs' },
        ...PHASE_COLUMNS,
        ...PLAIN_TOTALS,
      ],
      rows: [
        {
          labels: [/^(合计|总计)$/, /^机关运行(经费|费)(支出)?(合计)?$/],
          concept: 'agency_running_costs',
          total: true,
        },
        // 机关运行经费及政府采购情况表: what other tables print stands below in the same one.
        ...OFFICE_TERMS,
        ...PROCUREMENT_TERMS.filter((term) => term.total !== true),
        { labels: [/^政府采购(支出)?合计$/], concept: 'procurement' },
      ],
    },
  ],
};

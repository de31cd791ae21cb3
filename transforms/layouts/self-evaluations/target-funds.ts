/** 部门整体支出绩效目标(完成情况)表 of the Sichuan form: one row of planned money by source, then targets. */
import type { Layout } from '../layout.ts';
import { FUND_COLUMNS } from '../terms/funds.ts';

export const targetFunds: Layout = {
  id: 'self-evaluations/target-funds',
  zh: '部门整体支出绩效目标表',
  source: '四川省部门整体支出绩效目标（完成情况自评）表',
  titles: [/整体(支出)?绩效目标(完成情况)?(自评|申报)?表/],
  signs: [/年度部门整体支出预算/, /资金总额/],
  // With what was spent beside what was planned it is a self-evaluation.
  lacks: [/^(全年|预算|实际)?执行(数|金额)(\(.*\))?$/],
  form: true,
  lanes: [
    {
      when: /资金总额/,
      defaults: { concept: 'expenditure', fund: 'all', phase: 'budget' },
      columns: [{ labels: ['资金总额', '合计', '总额'], total: true }, ...FUND_COLUMNS],
      rows: [{ labels: [/^(年度)?部门(整体)?支出预算/, '预算情况'], total: true }],
    },
    { when: /指标/, defaults: { ignore: '绩效目标值' }, columns: [], rows: [] },
  ],
};

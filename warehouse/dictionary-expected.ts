/** What the views about owed reports mean. */
import type { Meaning, ViewEntry } from './dictionary-meanings.ts';

const KIND: Meaning = [
  null,
  '报告种类：final_accounts 决算，budget 预算，self_evaluation 整体自评，project_evaluation 项目自评，performance_targets 绩效目标',
  'final_accounts, budget, self_evaluation, project_evaluation or performance_targets',
];

export const EXPECTED_ENTRIES: Readonly<Record<string, ViewEntry>> = {
  expected_reports: {
    zh: '每行一个登记单位、年度与报告种类：应公开的报告是否公开',
    en: 'one row per registered bureau × fiscal year × kind of report that it owes the public by the end of this year',
    columns: {
      bureau_id: [null, '登记单位的固定标识', 'stable id of the registered bureau'],
      bureau_name: [null, '登记的正式名称', 'official name as registered'],
      region_code: [null, '登记的行政区划代码', 'division code as registered'],
      scope: [null, '口径：department 部门，unit 单位本身', 'department or unit'],
      fiscal_year: ['year', '报告的年度', 'year of the report'],
      kind: KIND,
      due_on: [null, '应公开的最后日期', 'last day on which it is owed'],
      state: [
        null,
        '状态：present 已公开，due 未到期，missing 逾期未见，quarantined 已取得而未能读取，withdrawn 已撤下',
        'present, due (its day has not passed), missing, quarantined (could not be read) or withdrawn',
      ],
      reason: [null, '未能读取或撤下的原因', 'why it was quarantined or withdrawn'],
      documents: ['count', '现有文件个数', 'documents that are there'],
    },
  },
  disclosure_rates: {
    zh: '每行一个年度与报告种类：应公开多少，已公开多少；各项覆盖数字的分母',
    en: 'one row per fiscal year × kind: how many reports are owed and how many are there',
    columns: {
      fiscal_year: ['year', '报告的年度', 'year of the report'],
      kind: KIND,
      expected: ['count', '应公开份数', 'reports owed'],
      present: ['count', '已公开份数', 'read and still published'],
      due: ['count', '未到期份数', 'not there, and not yet owed'],
      missing: ['count', '逾期未见份数', 'not there after their day'],
      quarantined: ['count', '未能读取份数', 'there, and not readable'],
      withdrawn: ['count', '已撤下份数', 'were there, and are not any more'],
      disclosure_rate: [
        'percent',
        '公开率：已公开份数占到期应公开份数的比重；没有到期的为空',
        'present ÷ owed by now; NULL where none is owed yet',
      ],
    },
  },
};

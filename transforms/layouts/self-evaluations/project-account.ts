/**
 * 财政支出项目绩效评价自评报告, the form of Hunan's offices: what was planned, received, spent and left, side by side,
 * each label in front of its figure. The project is named on the cover.
 */
import type { Layout } from '../layout.ts';
import { FUND_DETAIL, GIVERS } from './annual-funds.ts';

const DETAIL = '项目资金的到位与结余不在词汇表';

export const projectAccount: Layout = {
  id: 'self-evaluations/project-account',
  zh: '财政支出项目绩效评价自评报告',
  source: '湖南省财政厅 财政支出项目绩效评价自评报告（附件3-2格式）',
  titles: [],
  signs: [/^计划安排资金(\(.*\))?$/, /^实际支出(\(.*\))?$/, /^实际到位资金(\(.*\))?$/],
  form: true,
  ofProjects: true,
  lanes: [
    {
      when: /支出内容|会计凭证|(?:计划|实际)支出数/,
      defaults: { ignore: '项目支出明细' },
      columns: [],
      rows: [],
    },
    { when: /分值|得分|评价指标/, defaults: { ignore: '绩效指标' }, columns: [], rows: [] },
    {
      defaults: { concept: 'expenditure', fund: 'all' },
      columns: [],
      rows: [
        { labels: [/^计划安排资金$/], phase: 'budget', total: true },
        { labels: [/^实际支出$/], phase: 'actual', total: true },
        { labels: [/^实际到位资金$/, /^结余(资金)?$/], ignore: DETAIL },
        {
          labels: [GIVERS, /^其[它他](资金)?$/, /^自筹(资金)?$/],
          ignore: FUND_DETAIL,
        },
        {
          labels: [/^(项目)?(绩效)?自评(总分|总得分|得分|分数)(\(.*\))?$/],
          concept: 'evaluation.score',
          phase: 'actual',
          total: true,
        },
        { labels: [/^联系电话$/, /^邮编$/], ignore: '联系方式' },
      ],
      headerless: true,
      pairs: true,
    },
  ],
};

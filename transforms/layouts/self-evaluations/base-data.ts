/** 部门整体支出绩效评价基础数据表: concepts down, last year's actual, budget and actual across, new headers halfway. */
import type { Layout, Term } from '../layout.ts';
import { PHASE_COLUMNS } from '../terms/phases.ts';
import { THREE_PUBLIC_TERMS } from '../terms/three-public.ts';

const STAFFING: readonly Term[] = [
  {
    labels: [/^(人员)?编制(数|人数)?$/, /^核定编制(数)?$/],
    concept: 'headcount.authorised',
    phase: 'actual',
  },
  {
    labels: [/^(年末)?实际在职(人数|人员)?$/, /^在职人(数|员)$/, /^(年末)?实有人数$/],
    concept: 'headcount.in_post',
    phase: 'actual',
  },
  { labels: [/^(财政供养人员)?控制率$/], concept: 'rate.staff_control', phase: 'actual' },
];

const SPENDING: readonly Term[] = [
  ...THREE_PUBLIC_TERMS.map((term) => ({ ...term })),
  { labels: [/^公务用车购置和维护(经费|费)$/], concept: 'three_public.vehicles' },
  { labels: [/^出国(经费|费用)$/], concept: 'three_public.overseas' },
  { labels: [/^项目支出$/], concept: 'expenditure.project', opensProjects: true },
  { labels: [/^基本支出$/], concept: 'expenditure.basic' },
  { labels: [/^人员经费$/], concept: 'expenditure.personnel' },
  { labels: [/^(日常)?公用经费$/], concept: 'expenditure.operating' },
  { labels: [/^政府采购(金额|支出)?$/], concept: 'procurement' },
  {
    labels: [/^(办公(经)?费|水费|电费|差旅费|会议费|培训费|[水电差旅费、]+费|会议费、培训费)$/],
    ignore: '公用经费明细不在词汇表',
  },
  { labels: [/^部门(基本|整体)?支出预算调整$/, /^预算调整/], ignore: '预算调整额不在词汇表' },
];

export const baseData: Layout = {
  id: 'self-evaluations/base-data',
  zh: '部门整体支出绩效评价基础数据表',
  source: '湖南省财政厅 部门整体支出绩效自评报告 附件1 基础数据表',
  titles: [/基础数据表/],
  signs: [/财政供养人员情况|编制数/, /经费控制情况/],
  form: true,
  lanes: [
    {
      when: /批复规模|实际规模|规模控制率/,
      defaults: { ignore: '楼堂馆所规模不在词汇表' },
      columns: [],
      rows: [],
    },
    { when: /编制/, defaults: { phase: 'actual' }, columns: STAFFING, rows: STAFFING },
    { defaults: {}, columns: [...PHASE_COLUMNS, ...STAFFING], rows: SPENDING },
  ],
};

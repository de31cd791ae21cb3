/** 部门（单位）基本概况 on the cover of Hunan's 部门整体支出绩效评价自评报告: posts and staff beside the telephone number. */
import type { Layout } from '../layout.ts';

export const coverStaff: Layout = {
  id: 'self-evaluations/cover-staff',
  zh: '部门（单位）基本概况',
  source: '湖南省财政厅 部门整体支出绩效评价自评报告（附件格式）一、部门（单位）基本概况',
  titles: [],
  signs: [/^(人员编制|编制人数)(\(.*\))?$/, /^实有人数(\(.*\))?$/],
  lacks: [/控制率/, /经费/],
  form: true,
  lanes: [
    { when: /收入合计|支出合计/, defaults: { ignore: '收支明细另有表格' }, columns: [], rows: [] },
    {
      defaults: { phase: 'actual' },
      columns: [],
      rows: [
        { labels: [/^(人员编制|编制人数)(\(.*\))?$/], concept: 'headcount.authorised' },
        { labels: [/^实有人数(\(.*\))?$/], concept: 'headcount.in_post' },
        { labels: [/^(联系|联络)电话$/, /^邮编$/, /^预算编码$/], ignore: '联系方式与编码' },
      ],
      headerless: true,
      pairs: true,
    },
  ],
};

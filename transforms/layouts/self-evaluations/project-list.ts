/** 项目支出绩效自评情况汇总表: one project a row, with its money, execution rate and score. */
import type { Layout } from '../layout.ts';
import { PHASE_COLUMNS } from '../terms/phases.ts';

export const projectList: Layout = {
  id: 'self-evaluations/project-list',
  zh: '项目绩效自评情况汇总表',
  source: '部门决算公开 预算绩效情况说明：项目支出绩效自评结果汇总表',
  titles: [
    /(项目|专项).*(自评|评价).*(汇总|一览|明细|统计|结果|得分情况)表?|(自评|评价).*(项目|专项).*(汇总|一览|明细|统计)表/,
  ],
  // 项目绩效自评结果信息表 is the form of one project.
  notTitles: [/信息表/],
  lacks: [/^[一二三]级指标$/],
  signs: [/^(项目|专项)(支出)?名称$/, /^自评(得分|分数|总分)$/, /^(全年|预算|实际)?(执行|支出)(数|金额)$/],
  requires: [
    /^(项目|专项)(支出)?名称$/,
    /^(自评)?(得分|分数|总分)$|^(全年|预算|实际)?(执行|支出)(数|金额)(\(.*\))?$|^实际支出(\(.*\))?$/,
  ],
  lanes: [
    {
      defaults: { concept: 'expenditure.project', fund: 'all' },
      projectColumn: /^(项目|专项)(资金)?(支出)?名称$/,
      columns: [
        ...PHASE_COLUMNS,
        { labels: [/^(实际|全年)?支出(数|金额)$/], phase: 'actual' },
        { labels: [/^(预算)?执行率(\(.*\))?$/], concept: 'rate.execution', phase: 'actual' },
        { labels: [/^(自评)?(得分|分数|总分)$/, '自评得分'], concept: 'evaluation.score', phase: 'actual' },
        { labels: [/^(分值|权重)$/], ignore: '分值' },
        { labels: [/^(结余|结转)(数|金额|资金)?$/], ignore: '项目资金的结余不在词汇表' },
      ],
      rows: [{ labels: [/^(合计|总计|小计)$/], ignore: '所列各项目之和，不一定是全部项目' }],
      unknownRows: '没有项目名称的行',
    },
  ],
};

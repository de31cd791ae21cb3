/** 国有资产占有使用情况表: 合计 by kind of asset across. Only the total and what has a name of its own is kept. */
import type { Layout } from '../layout.ts';
import { PLAIN_TOTALS } from '../terms/totals.ts';

export const assets: Layout = {
  id: 'statements/assets',
  zh: '国有资产占有使用情况表',
  source: '部门决算公开 国有资产占有使用情况表；国有资产使用情况表',
  titles: [/国有资产(占有|使用|占用).*表/],
  notTitles: [/绩效|收益/],
  lanes: [
    {
      defaults: { concept: 'asset', phase: 'actual' },
      columns: [
        { labels: [/^资产(总额|合计|总计)$/], concept: 'asset' },
        {
          labels: [
            /^(流动|固定|无形|其他)资产$/,
            /^(对外投资|有价证券|在建工程|房屋|土地|车辆|其他固定资产|小计$)/,
            /^单(价|位价值|台价值).*设备/,
          ],
          ignore: '资产按种类分列，不在词汇表',
        },
      ],
      rows: PLAIN_TOTALS,
      unknownRows: '资产按单位分列，不在词汇表',
    },
  ],
};

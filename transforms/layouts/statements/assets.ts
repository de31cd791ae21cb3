/** 国有资产: its 合计 by kind across, or the vehicles and equipment in use. Only what has a name of its own is kept. */
import type { Layout } from '../layout.ts';
import { OFFICE_TERMS } from '../terms/three-public.ts';
import { PLAIN_TOTALS } from '../terms/totals.ts';

export const assets: Layout = {
  id: 'statements/assets',
  zh: '国有资产占有使用情况表',
  source: '部门决算公开 国有资产占有使用情况表；国有资产使用情况表',
  titles: [/国有资产(占有|使用).*表/],
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

/** Counts in place of amounts: 车辆（辆） ‖ 小计 | by use, and equipment by its price. */
export const vehiclesInUse: Layout = {
  id: 'statements/vehicles-in-use',
  zh: '国有资产占用情况表（车辆和设备）',
  source: '部门决算公开 国有资产占用情况表',
  titles: [/国有资产占用情况表/],
  lanes: [
    {
      defaults: { concept: 'asset.vehicles', phase: 'actual' },
      columns: [
        { labels: [/^(共有)?车辆(数|数量)?(合计)?$/], concept: 'asset.vehicles' },
        { labels: [/(用车|车辆)$/, /^其他用车/], ignore: '车辆按用途分列，不在词汇表' },
        { labels: [/^单(价|位价值)100万元(\(含\))?以上(的)?设备/], concept: 'asset.equipment_over_1m' },
        { labels: [/^单(价|位价值)\d+万元.*设备/], ignore: '设备单价界限或种类不是词汇表的一项' },
        { labels: [/^(数量|统计数)$/], total: true },
        ...PLAIN_TOTALS,
      ],
      // Across, or one below the other: 车辆数合计（辆） ‖ 3.
      rows: [...OFFICE_TERMS, { labels: ['数量'], total: true }, ...PLAIN_TOTALS],
      unknownRows: '资产按单位分列，不在词汇表',
    },
  ],
};

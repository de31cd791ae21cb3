/** 三公 and the counts printed beside it. Column order and the place of 小计 differ between provinces. */
import type { Term } from '../layout.ts';

export const THREE_PUBLIC_TERMS: readonly Term[] = [
  {
    labels: [
      /^因公(出国|出国\(境\))(费|费用|经费)?(支出)?$/,
      /^因公出国\(境\)(经)?费(用)?(支出)?$/,
      /^出国(\(境\))?经?费(用)?$/,
    ],
    concept: 'three_public.overseas',
  },
  {
    labels: [
      /^公务(用)?车购置及运行(维护)?(费|费用|经费|支出)*$/,
      /^公务用车购置(和|与|及)(运行)?维护(经费|费|费用)$/,
      /^公务用车费(用)?$/,
    ],
    concept: 'three_public.vehicles',
  },
  {
    labels: [/^(公务用车|公车|车辆)?购置(费|费用|经费|支出)*$/, /^公务用车购置$/],
    concept: 'three_public.vehicle_purchase',
  },
  {
    labels: [
      /^(公务用车|公车|车辆)?运行(维护)?(费|费用|经费|支出)*$/,
      /^公务用车运行维护$/,
      /^公车运行维护(费)?$/,
    ],
    concept: 'three_public.vehicle_operation',
  },
  { labels: [/^(公务|国内公务)接待(费|费用|经费|支出)*$/], concept: 'three_public.reception' },
  {
    labels: [
      /^((一般公共预算|财政)?(财政)?(拨款)?(安排)?的?)三公经费(财政拨款)?(支出)?(预算|决算)?(数)?(支出)?(合计|小计|总额|总计)?$/,
      /^三公(合计|小计)$/,
    ],
    concept: 'three_public',
  },
  { labels: [/^会议费(支出)?$/], concept: 'conference' },
  { labels: [/^培训费(支出)?$/], concept: 'training' },
  { labels: [/^机关运行(费|经费)(支出)?(预算|决算)?(数)?$/], concept: 'agency_running_costs' },
];

export const THREE_PUBLIC_COUNTS: readonly Term[] = [
  { labels: [/^因公出国\(境\)团组(数|数量)?$/], concept: 'three_public.overseas_groups' },
  { labels: [/^因公出国\(境\)(累计)?人(次|数|次数)$/], concept: 'three_public.overseas_persons' },
  { labels: [/^公务用车购置(数|数量)$/], concept: 'three_public.vehicles_purchased' },
  { labels: [/^公务用车保有(量|数|数量)$/], concept: 'three_public.vehicles_held', phase: 'actual' },
  { labels: [/^(国内)?公务接待(批次|批次数|批数)$/], concept: 'three_public.reception_batches' },
  { labels: [/^(国内)?公务接待(人次|人数|人次数)$/], concept: 'three_public.reception_persons' },
  { labels: [/^(国内|外事|国\(境\)外)(公务)?接待费$/], ignore: '接待费明细不在词汇表' },
  { labels: [/外宾接待/, /^(国内)?外事接待(批|人)/, /^国\(境\)外公务接待/], ignore: '外宾接待不在词汇表' },
];

/** What one province prints below 三公 in the same table: running costs, vehicles and equipment held. */
export const OFFICE_TERMS: readonly Term[] = [
  {
    labels: [/^(行政单位|参照公务员法管理(的)?事业单位)$/],
    ignore: '机关运行经费按单位性质分列，不在词汇表',
  },
  { labels: [/^(共有)?车辆(数)?(合计)?$/], concept: 'asset.vehicles', phase: 'actual' },
  {
    labels: [/^单(价|位价值)100万元(\(含\))?以上(的)?(专用|通用)?设备/],
    concept: 'asset.equipment_over_1m',
    phase: 'actual',
  },
  {
    labels: [/(用车|车辆)$/, /^其他用车/],
    ignore: '车辆按用途分列，不在词汇表',
  },
];

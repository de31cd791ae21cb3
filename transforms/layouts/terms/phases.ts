/** Columns that say which state of a figure they print: planned, adjusted, or done. */
import type { Term } from '../layout.ts';

export const PHASE_COLUMNS: readonly Term[] = [
  {
    labels: [/^(本年|当年)?年初(批复)?预算(安排|批复)?(数|金额)?(\([A-D]\))?$/, /^预算数\(年初\)$/],
    phase: 'original_budget',
  },
  {
    labels: [
      /^(全年|调整|调整后|变更后|最终)(的)?(\(调整后?\))?预算(数|金额)?(\(([A-D]|调整后?)\))?$/,
      /^预算(调整|调整后)数?(\([A-D]\))?$/,
      /^年中调整后预算数?$/,
    ],
    phase: 'adjusted_budget',
  },
  {
    labels: [
      /^(本年|全年|年度)?(支出)?决算(统计)?(数|金额|数合计)?$/,
      /^统计数$/,
      /^(全年|全年实际|全年预算|预算|实际|本年|年度)?执行(数|金额)(\([A-D]\))?$/,
      '全年执行',
      /^(全年|全年度)?实际(支出|完成)(数|金额|额)?(\([A-D]\))?$/,
    ],
    phase: 'actual',
  },
  { labels: [/^(本年|当年)?预算(数|金额|安排|数合计)?(\(A\))?$/], phase: 'budget' },
];

/** Columns that print the same figures of the year before. */
export const LAST_YEAR = /^(上年|上年度|去年)(.*)$/;

/** Columns that compare figures of other columns: 增减额, 增减%, 占比, 比上年. To be recomputed, never stored. */
export const COMPARISON_COLUMN =
  /(增减|增长|同比|变动)(额|数|率|情况|幅度|%)?|增、减|^占比|比重|^比(上年|\d{4}年)|(预算|决算|执行)数比|完成(年初|调整)?预算(的)?%?$/;

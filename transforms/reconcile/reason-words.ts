/** Why one print of a figure is believed, in the words that observations carry, and in English. */

type Word = readonly [zh: string, en: string];

/** Over prints that contradict it. */
export const DECIDING_WORDS = {
  identities: ['与报告内合计关系相符', 'the sums of the report close with it'],
  stated: ['直接载明优于推算', 'stated over derived'],
  own_year: ['当年报告优于次年报告的追述', "the year's own report over what the next one says"],
  closed: ['更多合计关系以此值成立', 'more sums close with it'],
  places: ['更多位置印有此值', 'printed in more places'],
  table: ['表格优于文字', 'table over prose'],
  precision: ['小数位更多', 'printed more precisely'],
  newest: ['较新的报告', 'the newer report'],
} as const satisfies Readonly<Record<string, Word>>;

/** Beside either of them. */
export const STANDING_WORDS = {
  undecided: ['依据相当，待核实', 'equally well founded, to be looked at'],
  doubtfulSource: [
    '推算所据的数字在报告中不一致',
    'the report contradicts itself about the figures it is derived from',
  ],
  restored: [
    '原文预算数与执行数名称互换，按报告其余各处还原',
    "budget and actual are printed under each other's name, put right by the rest of the report",
  ],
} as const satisfies Readonly<Record<string, Word>>;

/** For the prints that agree with it. */
export const AGREEMENT_WORDS = {
  only: ['唯一来源', 'the only source'],
  same: ['各处一致', 'all places agree'],
  stated: DECIDING_WORDS.stated,
  precise: DECIDING_WORDS.precision,
  exact: ['合计关系以此值分毫不差', 'the sums close with it to the last digit'],
  repeated: DECIDING_WORDS.places,
  table: DECIDING_WORDS.table,
  newest: DECIDING_WORDS.newest,
} as const satisfies Readonly<Record<string, Word>>;

/** What 万元, 人次 and % measure. The unit is printed in the cell, in the header, or in a note above the table, never assumed. */

import { tidyText } from './label.ts';
import { MINOR_PER_UNIT, type Unit } from './quantity.ts';
import { remembered } from './remember.ts';

export interface UnitScale {
  unit: Unit;
  /** Minor units of `unit` in one printed unit: 万元 → 1,000,000 分. */
  minorPerPrinted: number;
}

const MONEY: Readonly<Record<string, number>> = {
  元: 1,
  百元: 100,
  千元: 1_000,
  万元: 10_000,
  万: 10_000,
  十万元: 100_000,
  百万元: 1_000_000,
  百万: 1_000_000,
  千万元: 10_000_000,
  千万: 10_000_000,
  亿元: 100_000_000,
  亿: 100_000_000,
  万亿元: 1_000_000_000_000,
  万亿: 1_000_000_000_000,
};
const PERSONS = ['人次', '人', '名', '位'];
const COUNT = [
  ...[
    '台(套)',
    '台/套',
    '台套',
    '辆次',
    '台次',
    '件次',
    '批次',
    '家次',
    '户次',
    '项次',
    '团组',
    '个团组',
    '个团',
    '辆',
    '台',
    '套',
    '个',
    '批',
  ],
  ...[
    '次',
    '户',
    '家',
    '件',
    '项',
    '团',
    '份',
    '期',
    '处',
    '座',
    '所',
    '张',
    '部',
    '场',
    '组',
    '宗',
    '起',
    '艘',
    '架',
  ],
];
const PERCENT: Readonly<Record<string, number>> = { '%': 1, 个百分点: 1, 百分点: 1, '‰': 0.1 };

const SCALES: ReadonlyMap<string, UnitScale> = new Map([
  ...Object.entries(MONEY).flatMap(([printed, yuan]) =>
    [printed, `人民币${printed}`].map((form) => scale(form, 'CNY', yuan)),
  ),
  ...PERSONS.map((printed) => scale(printed, 'persons', 1)),
  ...PERSONS.map((printed) => scale(`万${printed}`, 'persons', 10_000)),
  ...COUNT.map((printed) => scale(printed, 'count', 1)),
  ...['个', '户', '件', '次', '户次'].map((printed) => scale(`万${printed}`, 'count', 10_000)),
  ...Object.entries(PERCENT).map(([printed, percent]) => scale(printed, 'percent', percent)),
  scale('分', 'points', 1),
]);

function scale(printed: string, unit: Unit, times: number): [string, UnitScale] {
  return [printed, { unit, minorPerPrinted: Math.round(times * MINOR_PER_UNIT[unit]) }];
}

/** Every printed unit, longest first, so that 万元 wins over 万. */
export const PRINTED_UNITS: readonly string[] = [...SCALES.keys()].sort(
  (a, b) => b.length - a.length || (a < b ? -1 : 1),
);

/** The exact size of a printed unit in minor units; null for a unit that measures nothing here ("年", "公里"). */
export function unitScale(printedUnit: string): UnitScale | null {
  return SCALES.get(tidyText(printedUnit).replace(/\s/g, '')) ?? null;
}

/** "单位：万元", "金额单位:万元", "单 位：元", "以万元为单位"; not "编制单位：元氏县财政局". */
const UNIT_NOTE = unitPattern(
  '(?:单\\s*位\\s*(?:为|是)?\\s*[::]?\\s*\\(?\\s*UNIT(?![\\p{Script=Han}\\w])|以\\s*UNIT\\s*为\\s*单\\s*位)',
);
/** "单位：万元公开01表": the captions of a table run together. */
const UNIT_NOTE_RUN_ON = unitPattern('单位:UNIT(?=公开|财决|预算|编制|部门|第|表|项目|科目|\\d)');
/** "项目资金（万元）", "金额(单位：元)", "增减（%）", "预算数/万元". */
const UNIT_IN_LABEL = unitPattern(
  '(?:[(\\[]\\s*(?:金额)?\\s*(?:单位)?\\s*[::]?\\s*UNIT\\s*[)\\]]|(?<=[\\p{Script=Han})])[/,]\\s*UNIT$)',
);

/** The unit that a caption or header announces for the figures under it, as printed; null where it announces none. */
export function readUnitNote(text: string): string | null {
  return unitNote(text);
}

const unitNote = remembered((text): string | null => {
  const tidy = tidyText(text);
  for (const pattern of [UNIT_NOTE, UNIT_NOTE_RUN_ON, UNIT_IN_LABEL]) {
    const match = pattern.exec(pattern === UNIT_NOTE_RUN_ON ? tidy.replace(/\s/g, '') : tidy);
    const printed = match?.slice(1).find((group) => group !== undefined);
    if (printed !== undefined) return printed.replace(/\s/g, '');
  }
  return null;
});

/** Puts the printed units, with room for spaces inside ("万 元"), where the pattern says UNIT; each UNIT is a group. */
export function unitPattern(pattern: string): RegExp {
  const units = PRINTED_UNITS.map((unit) =>
    [...unit].map((character) => character.replace(/[()/]/g, '\\$&')).join('\\s?'),
  );
  return new RegExp(pattern.replaceAll('UNIT', `(${units.join('|')})`), 'u');
}

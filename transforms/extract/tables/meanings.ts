/** What header paths and row labels mean, and how the two are put together into one key. */

import { type LaneRule, type Meaning, meaningOf, type Term } from '../../layouts/layout.ts';
import { LAST_YEAR } from '../../layouts/terms/phases.ts';
import { remembered } from '../../parse/remember.ts';
import type { Disclosure } from '../../recognise/disclosure.ts';
import { economicClassByName } from '../../vocabulary/economic-codes.ts';
import { functionClassByName } from '../../vocabulary/function-codes.ts';
import type { Phase } from '../fact.ts';

/** 2021年决算数, 2022年度预算数. */
const YEAR_IN_LABEL = /^((?:19|20)\d{2})年(?:度)?(.*)$/;
/** …预算数, …决算数 at the end of a label that also names a concept. 一般公共预算 ends in 预算 and says no phase. */
const PHASE_ENDINGS: readonly [RegExp, Phase][] = [
  [/年初预算数?$/, 'original_budget'],
  [/(全年|调整|调整后)预算数$/, 'adjusted_budget'],
  [/预算数$/, 'budget'],
  [/(决算|执行)数$/, 'actual'],
];

/** The meaning of one label, with the year and phase that are printed in it. */
export function labelMeaning(label: string, terms: readonly Term[], year: number): Meaning | null {
  const known = answers.get(terms) ?? new Map<number, (label: string) => Meaning | null>();
  answers.set(terms, known);
  const ask = known.get(year) ?? remembered((text) => meaningOfLabel(text, terms, year));
  known.set(year, ask);
  return ask(label);
}

/** The terms of a lane are asked about the same few labels for every figure. */
const answers = new WeakMap<readonly Term[], Map<number, (label: string) => Meaning | null>>();

function meaningOfLabel(label: string, terms: readonly Term[], year: number): Meaning | null {
  const whole = meaningOf(label, terms);
  if (whole) return { ...phaseAtEnd(label), ...whole };
  const printed = YEAR_IN_LABEL.exec(label);
  if (printed) return dated(printed[2]!, Number(printed[1]), terms, year);
  const last = LAST_YEAR.exec(label);
  if (last) return dated(last[2]!, year - 1, terms, year);
  for (const piece of label.split(/[/、]/).filter((part) => part !== label)) {
    const meaning = meaningOf(piece, terms);
    if (meaning) return meaning;
  }
  return null;
}

function dated(rest: string, fiscalYear: number, terms: readonly Term[], year: number): Meaning | null {
  if (rest === '' || rest === '数') return { fiscalYear };
  const meaning = labelMeaning(rest, terms, year);
  return meaning ? { ...meaning, fiscalYear } : null;
}

function phaseAtEnd(label: string): Meaning {
  const ending = PHASE_ENDINGS.find(([pattern]) => pattern.test(label));
  return ending ? { phase: ending[1] } : {};
}

/** Leaf first; what the leaf leaves open its parents decide. null where no label of the path is known. */
export function pathMeaning(path: readonly string[], terms: readonly Term[], year: number): Meaning | null {
  let merged: Meaning | null = null;
  for (const label of [...path].reverse()) {
    const meaning = labelMeaning(label, terms, year);
    if (meaning && merged && crossesFamilies(merged, meaning))
      return { ignore: '收入或结转按支出性质细分，不在词汇表' };
    if (meaning) merged = merged ? { ...meaning, ...defined(merged) } : meaning;
  }
  return merged;
}

/** 基本支出 below 本年收入 or 年初结转和结余 is no expenditure. */
function crossesFamilies(inner: Meaning, outer: Meaning): boolean {
  const family = (meaning: Meaning) => meaning.concept?.split('.')[0];
  const [below, above] = [family(inner), family(outer)];
  return (
    below !== undefined &&
    above !== undefined &&
    below !== above &&
    (above === 'revenue' || above === 'balance')
  );
}

function defined(meaning: Meaning): Meaning {
  return Object.fromEntries(Object.entries(meaning).filter(([, value]) => value !== undefined));
}

/** 小计 beside a label that nobody knows is the total of that, and not of the table. */
const SUBTOTAL = /^小计$/;

/** Row label, inner before outer: a term of the lane, else a class of the classification by its name. */
export function rowMeaning(labels: readonly string[], rule: LaneRule, year: number): Meaning | null {
  const label = labels.at(-1) ?? '';
  if (SUBTOTAL.test(label) && labels.some((outer) => labelMeaning(outer, rule.rows, year) === null))
    return null;
  const known = pathMeaning(labels, rule.rows, year);
  // 国有资本经营预算支出 is a class of its own; only as a part of a balance does it name the fund.
  const fundOnly = known?.fund !== undefined && known.concept === undefined && !known.total;
  if (known && !fundOnly) return known;
  if (rule.classesByName === 'economic') {
    const economicCode = economicClassByName(label, year);
    return economicCode ? { economicCode } : known;
  }
  const code = rule.classesByName ? functionClassByName(label) : null;
  return code ? { functionCode: code } : known;
}

/** The phase of a figure whose labels name none: budgets print plans, final accounts print results. */
export function defaultPhase(disclosure: Disclosure): Phase | null {
  if (disclosure.kind === 'budget') return 'original_budget';
  if (disclosure.kind === 'final_accounts') return 'actual';
  return null;
}

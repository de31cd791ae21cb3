/**
 * 人员经费 and 公用经费 have no dimension of funds. A unit with income of its own prints them twice, of all its money in
 * 支出总表 and of the general public budget in 一般公共预算基本支出表. The latter is what every report prints, with the codes
 * that it is the sum of, so that is what compares; the former contains it and is no contradiction.
 */
import { printLocation } from '../read/document.ts';
import { type Fact, type NumberUse, printKey } from './fact.ts';

const DIVIDED: ReadonlySet<string> = new Set(['expenditure.personnel', 'expenditure.operating']);
/** Layouts of all money, and of one fund. */
const OF_ALL =
  /^(?:statements\/(?:totals|expenditure|expenditure-by-class|basic|by-economic)|narrative\/totals)$/;
const OF_ONE_FUND =
  /^(?:statements\/(?:general-public|fiscal|government-fund|state-capital|special-account)-|narrative\/totals-of-one-fund$)/;
const REASON = '全部资金的数；人员经费和公用经费以一般公共预算的为准';

export interface Read {
  facts: readonly Fact[];
  numbers: readonly NumberUse[];
}

/** Without the figures of all money where the document prints those of one fund; they are ignored and say why. */
export function withoutWiderMoney({ facts, numbers }: Read): Read {
  const divided = facts.filter(({ concept, basis }) => DIVIDED.has(concept) && basis === 'stated');
  const wider = divided.filter((fact) => OF_ALL.test(fact.rule) && containsOther(fact, divided));
  if (wider.length === 0) return { facts, numbers };
  const dropped = new Set(
    divided.filter(
      (fact) => wider.includes(fact) || wider.some((one) => fact.medium === 'prose' && isSame(fact, one)),
    ),
  );
  const places = new Set([...dropped].map((fact) => `${printLocation(fact.location)} ${fact.printed}`));
  return {
    facts: facts.filter((fact) => !dropped.has(fact)),
    numbers: numbers.map((number) =>
      number.use === 'claimed' && places.has(placeOf(number))
        ? { ...number, use: 'ignored', reason: REASON }
        : number,
    ),
  };
}

function containsOther(fact: Fact, facts: readonly Fact[]): boolean {
  return facts.some(
    (other) =>
      OF_ONE_FUND.test(other.rule) &&
      printKey(other) === printKey(fact) &&
      fact.valueMinor - other.valueMinor > Math.max(other.ulpMinor, fact.ulpMinor),
  );
}

function isSame(fact: Fact, other: Fact): boolean {
  const apart = Math.abs(fact.valueMinor - other.valueMinor);
  return printKey(fact) === printKey(other) && apart <= Math.max(fact.ulpMinor, other.ulpMinor);
}

/** The unit may stand in the text of the number: "760.00万元". */
const placeOf = ({ location, text }: NumberUse): string =>
  `${printLocation(location)} ${/^[\d,.\s]*\d/.exec(text)?.[0] ?? text}`;

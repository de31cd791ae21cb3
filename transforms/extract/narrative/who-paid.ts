/** Amounts that say who paid: a part of 三公 or of running costs by fund is no total of that fund, and a source may hold what was left of last year. */
import type { NumberToken } from '../../parse/amount.ts';
import { type ConceptId, conceptById, hasFund } from '../../vocabulary/concept.ts';
import type { Phrase } from './phrase.ts';
import type { Place, Reading } from './reading.ts';
import type { Subject } from './subject.ts';

/**
 * "财政拨款收支预算90万元，收入按资金来源分为：一般公共预算拨款收入90万元；按资金年度分为：本年财政拨款收入80万元、上年结转10万元": a
 * source gives what is left of last year too.
 */
export function asOfAllYears(
  named: Subject,
  token: NumberToken,
  { paragraph }: Reading,
  { sentence }: Place,
): Subject {
  const isOfYear = named.concepts.length === 1 && named.concepts[0] === 'revenue' && named.fund !== 'fiscal';
  const between =
    BY_SOURCE.test(sentence.slice(0, token.start)) &&
    BY_YEAR.test(paragraph.slice(paragraph.indexOf(sentence.trim())));
  return isOfYear && between ? { ...named, concepts: ['revenue.grand_total'] } : named;
}

const BY_SOURCE = /按资金来源[划区]?分(?!.*按资金年度)/;
const BY_YEAR = /按资金年度[划区]?分.*(?:上年|年初)结转/;

/** "对2个项目开展了部门评价，涉及一般公共预算支出90万元，政府性基金预算支出10万元": what was looked at. */
export function isOfProgrammes(
  named: Subject,
  phrase: Phrase,
  token: NumberToken,
  { sentence }: Place,
): boolean {
  const total =
    phrase.fund !== null && phrase.concept === null && named.concepts.every((one) => hasFund(one));
  return total && PROGRAMMES.test(sentence.slice(0, token.start));
}

const PROGRAMMES = /(?:评价|自评|绩效)[^。；;]*涉及[^。；;]*$/;

export const FUND_OF_SPENDING = '按资金来源的细分，该科目不分资金';

/** "会议费支出3万元（其中：一般公共预算支出3万元；国有资本经营预算支出0万元）": who paid for it, and not all that fund spent. */
export function isFundOfSpending(
  named: Subject,
  phrase: Phrase,
  token: NumberToken,
  reading: Reading,
  place: Place,
): boolean {
  const whole = reading.flow.inParts ? reading.flow.whole?.concepts : sourcedBefore(token, reading, place);
  const others = [phrase.concept, phrase.item, phrase.economicCode];
  if (whole === undefined || others.some((one) => one !== null)) return false;
  if (whole.length === 0 && phrase.side !== 'expenditure') return false;
  const byFund = phrase.fund !== null || phrase.classCode === STATE_CAPITAL;
  const ofMoney = whole.every((concept) => conceptById(concept).unit === 'CNY' && !hasFund(concept));
  return byFund && ofMoney && named.concepts.every((concept) => hasFund(concept));
}

/** What the paragraph stated last, where the words behind it say who paid for it; [] where that was not understood. */
function sourcedBefore(
  token: NumberToken,
  { facts }: Reading,
  { sentence, location }: Place,
): readonly ConceptId[] | undefined {
  if (!SOURCE.test(sentence.slice(0, token.start))) return undefined;
  const last = facts.findLast((fact) => fact.basis === 'stated');
  return last?.location === location ? [last.concept] : [];
}

/** "资金来源：…", "全部为…", "按资金来源分…" */
const SOURCE = /(?:资金来源|来源于|全部[为是系由]|均[为是系由])[^。；;]*$/;

/** 国有资本经营预算支出, the class that all money of that budget is spent in. */
const STATE_CAPITAL = '223';

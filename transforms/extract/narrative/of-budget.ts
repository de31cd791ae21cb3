/** "完成预算5万元的83%", "为年初预算的83%", "占预算的83%": how much of its own budget was spent, said without a verb of completing. */
import type { NumberToken } from '../../parse/amount.ts';
import { printLocation } from '../../read/document.ts';
import type { Fact, FactKey, Phase } from '../fact.ts';
import { budgetPhaseOf } from './compare.ts';
import { CLAIMED, type Fate, ignored, unclaimed } from './fate.ts';
import { type Phrase, type PhraseContext, yearOf } from './phrase.ts';
import { quantityOf } from './quantity-of.ts';
import { type Place, type Reading, takeUp } from './reading.ts';
import { recordClaim } from './record.ts';
import { settlePhase } from './resolve-subject.ts';
import { keyOf, type Subject } from './subject.ts';

/** "完成年初预算数", "为预算", "达到全年预算的": in front of a budget, or of the rate that is of it. */
const OF_BUDGET =
  /(?:完成了?|为|是|达到?|占|相当于)(?:本年度?|当年|全年|年度)?(?:年初|调整后?|批复)?的?预算(?:数|总额|总数|额|金额|安排数?)?(?:为|的)?\s*$/;
/** "的83%，": nothing behind the rate that it could be a part for ("5万元的30%用于…"). */
const ENDS = /^\s*(?:$|[,，。.；;、)）])/;
const OF = /^\s*的\s*$/;

/** "截至6月底达到全年预算的40%", "上半年完成预算的45%": behind the last figure in front of the rate. */
const PART_OF_YEAR = /(?:季度|半年|[\d一二三四五六七八九十]月(?:底|末|份|中|下旬|上旬)?|序时)[^元%％]*$/;

/** Said of some months only; the figures of the text are those of the year. */
export const isOfPartYear = (token: NumberToken, { sentence }: Place): boolean =>
  PART_OF_YEAR.test(sentence.slice(0, token.start)) &&
  !/12月(?:31日|底|末)[^元%％]*$/.test(sentence.slice(0, token.start));

/** Whether a phrase names a budget, and nothing that has it: "占预算的", "占年初预算数5万元的". */
export function isBareBudget(phrase: Phrase): phrase is Phrase & { phase: Phase | 'bare' } {
  const named = [
    phrase.concept,
    phrase.item,
    phrase.classCode,
    phrase.economicCode,
    phrase.fund,
    phrase.year,
  ];
  return (
    phrase.phase !== null &&
    phrase.phase !== 'actual' &&
    phrase.unread === '' &&
    phrase.side === null &&
    named.every((one) => one === null)
  );
}

/** The whole that a share is printed of: "占支出合计20万元的48%". It is no figure of the part in front of it. */
export function readWholeOfShare(base: Phrase): Fate | null {
  const names =
    isBareBudget(base) ||
    base.unread !== '' ||
    [base.concept, base.side, base.item, base.classCode, base.economicCode, base.fund].some(
      (one) => one !== null,
    );
  return names ? unclaimed('占比的整体') : null;
}

/** "占预算的83%" of what was spent; null where a share of what was budgeted may be meant. */
export function readShareOfBudget(
  subject: Subject,
  base: Phrase,
  token: NumberToken,
  reading: Reading,
  place: Place,
): Fate | null {
  if (!isBareBudget(base)) return null;
  const [concept] = subject.concepts;
  if (concept === undefined || settlePhase(subject, concept, reading) !== 'actual') return null;
  // Among parts it may be the budget of the whole as well as the part's own.
  const own = reading.flow.inParts ? null : readOfBudget(subject, base.phase, token, reading, place, true);
  return own ?? ignored('占预算的比例，没有说明是谁的预算');
}

/** "为预算的83%", "完成预算5万元的83%"; null where the words in front of the rate say nothing of the kind. */
export function readRateOfBudget(
  subject: Subject,
  phrase: Phrase,
  token: NumberToken,
  context: PhraseContext,
  reading: Reading,
  place: Place,
): Fate | null {
  const behind = place.sentence.slice(Math.max(token.end, token.unitEnd));
  if (!ENDS.test(behind) || isOfPartYear(token, place)) return null;
  const before = place.sentence.slice(0, token.start);
  if (isBareBudget(phrase) && OF_BUDGET.test(before) && /的\s*$/.test(before))
    return readOfBudget(subject, phrase.phase, token, reading, place);
  const figure = figureBehind(token, context, reading, place);
  return figure && readOfBudget(subject, figure.phase, token, reading, place);
}

/** The budget that was read from the figure right in front of "的83%". */
function figureBehind(
  token: NumberToken,
  context: PhraseContext,
  reading: Reading,
  place: Place,
): Fact | null {
  const figure = context.numbers[context.numbers.indexOf(token) - 1];
  if (figure === undefined || yearOf(figure) !== null || figure.role !== 'figure') return null;
  const between = place.sentence.slice(Math.max(figure.end, figure.unitEnd), token.start);
  if (!OF.test(between) || !OF_BUDGET.test(place.sentence.slice(0, figure.start))) return null;
  const fact = reading.facts.at(-1);
  const same = fact?.printed === figure.text && isHere(fact, place);
  return same && fact.phase !== 'actual' ? fact : null;
}

const isHere = (fact: Fact, place: Place): boolean =>
  fact.medium === 'prose' && printLocation(fact.location) === printLocation(place.location);

/** Only of what the text has said both of: what was spent, and its own budget. */
function readOfBudget(
  subject: Subject,
  named: Phase | 'bare',
  token: NumberToken,
  reading: Reading,
  place: Place,
  sameSentence = false,
): Fate | null {
  const quantity = quantityOf(token, 'percent');
  const year = subject.year ?? reading.disclosure.fiscalYear;
  const [concept] = subject.concepts;
  if (quantity === null || year === null || concept === undefined || subject.concepts.length > 1) return null;
  const own: FactKey = keyOf(concept, subject, 'actual', year);
  const base = { ...own, phase: named === 'bare' ? budgetPhaseOf(own, reading) : named };
  const [spent, budget] = [reading.memory.recall(own), reading.memory.recall(base)];
  if (spent === null || budget === null || base.phase === 'actual') return null;
  if (sameSentence && !(isHere(spent, place) && isHere(budget, place))) return null;
  recordClaim(
    reading,
    place,
    { kind: 'completion', subject: own, base, quantity, direction: null },
    token.start,
  );
  // "…完成预算5万元的80%，上年支出3万元": what follows is of what was spent.
  if (subject.phase !== null && subject.phase !== 'actual') takeUp(reading, { ...subject, phase: 'actual' });
  return CLAIMED;
}

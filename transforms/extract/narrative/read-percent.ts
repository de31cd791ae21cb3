/** A percentage: a published rate, a share of a whole, a completion of a budget, or a rate of change. */
import type { NumberToken } from '../../parse/amount.ts';
import { budgetPhaseOf } from './compare.ts';
import { CLAIMED, type Fate, ignored, unclaimed } from './fate.ts';
import { isOfPartYear, readRateOfBudget, readShareOfBudget } from './of-budget.ts';
import type { Phrase, PhraseContext } from './phrase.ts';
import { quantityOf } from './quantity-of.ts';
import { readAmount } from './read-amount.ts';
import { readChangeRate } from './read-change.ts';
import { letGo, type Place, type Reading, takeUp } from './reading.ts';
import { recordClaim } from './record.ts';
import type { Related } from './relation.ts';
import { isUnresolved, resolveCompared, resolveSubject, settlePhase } from './resolve-subject.ts';
import { keyOf, type Subject } from './subject.ts';
import { namesSomething } from './take-subject.ts';

/** "占支出合计20万元的48%" */
const OF_PRINTED_WHOLE = /占[^，,。；;]*\d\s*(?:亿元|万元|元)的\s*$/;

/** "预算执行率（B/A×100%）年度资金总额：409379.2593%": the header of a form and its cells, run together. */
const FORM_HEADER = /率\s*[(（]\s*B\s*[/÷]\s*A/;

export function readPercent(
  related: Related,
  phrase: Phrase,
  token: NumberToken,
  context: PhraseContext,
  reading: Reading,
  place: Place,
): Fate {
  const { relation } = related;
  if (FORM_HEADER.test(place.sentence)) return unclaimed('表头与数字连在一起');
  if (relation.kind === 'none') {
    if (OF_PRINTED_WHOLE.test(place.sentence.slice(0, token.start))) return ignored('占比，整体没有采用');
    const named = resolveSubject(phrase, reading);
    const ofBudget = isUnresolved(named)
      ? null
      : readRateOfBudget(named, phrase, token, context, reading, place);
    return ofBudget ?? readAmount(named, phrase, token, reading, place);
  }
  const subject =
    relation.kind === 'change' ? resolveCompared(phrase, reading) : resolveSubject(phrase, reading);
  if (isUnresolved(subject)) {
    // "设备购置占比10%，为3万元": what follows is of that, and not of what was spoken of before.
    if (relation.kind === 'share') letGo(reading);
    return ignored('比率，没有说明对象');
  }
  // "财政拨款收入占比95%，为80万元"
  if (relation.kind === 'share' && namesSomething(phrase)) takeUp(reading, subject);
  switch (relation.kind) {
    case 'share':
      return (
        readShareOfBudget(subject, relation.base, token, reading, place) ??
        readShare(subject, relation.base, token, reading, place)
      );
    case 'complete':
      return readCompletion(subject, relation.base, token, reading, place);
    case 'change':
      return readChangeRate(subject, related, token, reading, place);
    default:
      return ignored('比率，没有说明对象');
  }
}

/** "占本年支出合计的25%", or "占25%" of the whole that 其中 speaks of. */
function readShare(
  subject: Subject,
  basePhrase: Phrase,
  token: NumberToken,
  reading: Reading,
  place: Place,
): Fate {
  const whole = shareBase(subject, basePhrase, reading);
  const quantity = quantityOf(token, 'percent');
  const year = subject.year ?? reading.disclosure.fiscalYear;
  if (whole === null || quantity === null || year === null) return ignored('占比，没有说明整体');
  const pairs = subject.concepts.flatMap((concept, i) => {
    const other = whole.concepts[i] ?? whole.concepts[0];
    const phase = settlePhase(subject, concept, reading);
    if (other === undefined || phase === null) return [];
    const base = { ...keyOf(other, whole, phase, year) };
    return [{ subject: keyOf(concept, subject, phase, year), base }];
  });
  for (const pair of pairs)
    recordClaim(reading, place, { kind: 'share', ...pair, quantity, direction: null }, token.start);
  return pairs.length > 0 ? CLAIMED : ignored('占比，没有说明整体');
}

function shareBase(subject: Subject, phrase: Phrase, reading: Reading): Subject | null {
  const named = phrase.concept !== null || phrase.side !== null || phrase.item !== null;
  if (!named) return phrase.unread === '' ? (reading.flow.whole ?? reading.section.lead) : null;
  const found = resolveSubject(
    { ...phrase, strong: true },
    {
      ...reading,
      flow: { ...reading.flow, inParts: false, whole: null },
      section: { ...reading.section, lead: null },
    },
  );
  if (isUnresolved(found)) return null;
  return { ...found, fund: phrase.fund ?? 'all', phase: subject.phase };
}

/** "完成年初预算的90%". */
function readCompletion(
  subject: Subject,
  basePhrase: Phrase,
  token: NumberToken,
  reading: Reading,
  place: Place,
): Fate {
  const quantity = quantityOf(token, 'percent');
  const year = subject.year ?? reading.disclosure.fiscalYear;
  if (basePhrase.unread !== '' || basePhrase.phase === null || quantity === null || year === null)
    return ignored('完成率，没有说明对象');
  if (isOfPartYear(token, place)) return ignored('年中的进度');
  for (const concept of subject.concepts) {
    const own = keyOf(concept, subject, 'actual', year);
    const phase = basePhrase.phase === 'bare' ? budgetPhaseOf(own, reading) : basePhrase.phase;
    if (phase === 'actual') continue;
    const claim = {
      kind: 'completion',
      subject: own,
      base: { ...own, phase },
      quantity,
      direction: null,
    } as const;
    recordClaim(reading, place, claim, token.start);
    // "支出40万元，年初预算48万元，完成年初预算的83.33%。其中：": the parts are of what was spent, not of the budget.
    if (subject.phase !== 'actual' && reading.memory.recall(own) !== null)
      takeUp(reading, { ...subject, phase: 'actual' });
  }
  return CLAIMED;
}

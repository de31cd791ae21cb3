/** What becomes of one figure of a clause: a fact, a claim, or a reason why it is neither. */
import type { NumberToken } from '../../parse/amount.ts';
import { unitScale } from '../../parse/amount.ts';
import { type ConceptId, conceptById } from '../../vocabulary/concept.ts';
import { budgetPhaseOf, pairsOf, recordChange, recordUnchanged, signed } from './compare.ts';
import type { Word } from './lex.ts';
import { type Phrase, type PhraseContext, readPhrase } from './phrase.ts';
import { isPercent, quantityOf } from './quantity-of.ts';
import { letGo, type Place, type Reading, takeUp } from './reading.ts';
import { recordClaim, recordFact } from './record.ts';
import { type Related, relate } from './relation.ts';
import { isUnresolved, resolveSubject, settlePhase } from './resolve-subject.ts';
import { ruleOf } from './rule-of.ts';
import { keyOf, type Subject } from './subject.ts';

/** null where the number was claimed, else why it was not; `ignored` where it certainly says nothing about money or staff. */
export type Fate = { claimed: true } | { claimed: false; ignored: boolean; reason: string };

const CLAIMED: Fate = { claimed: true };
const ignored = (reason: string): Fate => ({ claimed: false, ignored: true, reason });
const unclaimed = (reason: string): Fate => ({ claimed: false, ignored: false, reason });

export function readFigure(
  left: readonly Word[],
  token: NumberToken,
  context: PhraseContext,
  reading: Reading,
  place: Place,
): Fate {
  if (token.range || token.bound) return ignored('区间或界限，不是确定的数');
  if (token.unit !== null && unitScale(token.unit) === null) return ignored('计量单位不属于收支、人员或资产');
  const related = relate(left, context);
  const phrase = readPhrase(related.subject, context);
  if (phrase.outside !== null) return leaveSubject(reading, ignored(phrase.outside));
  if (isPercent(token)) return readPercent(related, phrase, token, reading, place);
  if (related.relation.kind === 'change' || related.relation.kind === 'against')
    return readChange(related, phrase, token, reading, place);
  const whole = related.relation.kind === 'complete' ? readPhrase(unComplete(left), context) : phrase;
  return readCount(whole, token, reading, place) ?? readAmount(whole, token, reading, place);
}

/** "完成参保人数345729人": 完成 in front of a plain figure relates it to nothing. */
const unComplete = (words: readonly Word[]): Word[] => words.filter((word) => word.kind !== 'complete');

/** Behind a figure of something else, a clause without a subject does not go on with the old one. */
function leaveSubject(reading: Reading, fate: Fate): Fate {
  letGo(reading);
  return fate;
}

function readAmount(phrase: Phrase, token: NumberToken, reading: Reading, place: Place): Fate {
  const subject = resolveSubject(phrase, reading);
  if (isUnresolved(subject)) return leaveSubject(reading, unclaimed(subject.reason));
  if (token.unit === null && token.value !== '0') return leaveSubject(reading, unclaimed('没有单位'));
  const fate = recordFacts(subject, token, reading, place);
  if (!fate.claimed) return leaveSubject(reading, fate);
  reading.flow.counting = null;
  // A score or a rate between the amounts of a project does not change what they are of.
  if (!subject.concepts.every(isJudgement)) takeUp(reading, subject);
  return fate;
}

const isJudgement = (concept: ConceptId): boolean =>
  ['percent', 'points'].includes(conceptById(concept).unit);

/** "离休人员2人，退休人员10人": neither is all that retired. */
const RETIRED_APART = /(?<!离)退休人员.*离休人员|离休人员.*(?<!离)退休人员/;

function recordFacts(subject: Subject, token: NumberToken, reading: Reading, place: Place): Fate {
  const year = subject.year ?? reading.disclosure.fiscalYear;
  if (year === null) return unclaimed('文档年度不明');
  if (subject.concepts[0] === 'headcount.retired' && RETIRED_APART.test(place.sentence))
    return unclaimed('离休与退休人员分开列示，没有合计');
  const found = subject.concepts.flatMap((concept) => {
    const quantity = measures(concept, token) ? quantityOf(token, conceptById(concept).unit) : null;
    const phase = settlePhase(subject, concept, reading);
    return quantity === null || phase === null
      ? []
      : [{ key: keyOf(concept, subject, phase, year), quantity, rule: ruleOf(concept, subject) }];
  });
  if (found.length < subject.concepts.length) return unclaimed('单位与主语不符，或不知是预算还是决算');
  for (const { key, quantity, rule } of found)
    recordFact(reading, place, key, quantity, { basis: 'stated', rule, at: token.start });
  return CLAIMED;
}

/** Persons are not things, though a cell of a table may print one for the other; posts are counted in 个 too. */
function measures(concept: ConceptId, token: NumberToken): boolean {
  if (token.unit === null) return true;
  const measured = unitScale(token.unit)?.unit;
  const { unit } = conceptById(concept);
  return measured === unit || (concept === 'headcount.authorised' && token.unit === '个');
}

const PERSONS = new Set(['人次', '人', '名']);
const OCCASIONS = new Set(['批次', '批', '次', '个', '个团组', '团组', '个团', '团']);
const COUNTS = {
  reception: ['three_public.reception_persons', 'three_public.reception_batches'],
  overseas: ['three_public.overseas_persons', 'three_public.overseas_groups'],
} as const;

/** "接待2批次、26人次": the unit says what is counted. null where the figure is no such count. */
function readCount(phrase: Phrase, token: NumberToken, reading: Reading, place: Place): Fate | null {
  const unit = token.unit ?? '';
  if (!PERSONS.has(unit) && !OCCASIONS.has(unit)) return null;
  const of = countedBy(phrase, reading);
  if (of === null || phrase.unread !== '' || !place.topics.has('three_public')) return null;
  const concept = COUNTS[of][PERSONS.has(unit) ? 0 : 1];
  const subject = { ...resolveNothing(reading), concepts: [concept] };
  const fate = recordFacts(subject, token, reading, place);
  if (fate.claimed) reading.flow.counting = of;
  return fate;
}

function countedBy(phrase: Phrase, reading: Reading): 'reception' | 'overseas' | null {
  if (phrase.event !== null) return phrase.event;
  if (phrase.concept?.startsWith('three_public.reception')) return 'reception';
  if (phrase.concept?.startsWith('three_public.overseas')) return 'overseas';
  const silent =
    phrase.concept === null && phrase.side === null && phrase.item === null && phrase.phase === null;
  return silent ? reading.flow.counting : null;
}

const resolveNothing = (reading: Reading): Subject => ({
  concepts: [],
  fund: 'all',
  phase: 'actual',
  year: reading.flow.year,
  functionCode: null,
  economicCode: null,
  project: null,
});

function readPercent(
  related: Related,
  phrase: Phrase,
  token: NumberToken,
  reading: Reading,
  place: Place,
): Fate {
  const { relation } = related;
  if (relation.kind === 'none') return readAmount(phrase, token, reading, place);
  const subject = resolveSubject(phrase, reading);
  if (isUnresolved(subject)) return ignored('比率，没有说明对象');
  switch (relation.kind) {
    case 'share':
      return readShare(subject, relation.base, token, reading, place);
    case 'complete':
      return readCompletion(subject, relation.base, token, reading, place);
    case 'change':
      return readChangeRate(subject, related, token, reading, place);
    default:
      return ignored('比率，没有说明对象');
  }
}

/** "占本年支出合计的29.82%", or "占29.82%" of the whole that 其中 speaks of. */
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

/** "完成年初预算的82.41%". */
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
  }
  return CLAIMED;
}

function readChangeRate(
  subject: Subject,
  related: Related,
  token: NumberToken,
  reading: Reading,
  place: Place,
): Fate {
  const base = baseOf(related, reading);
  const quantity = quantityOf(token, 'percent');
  const { relation } = related;
  if (base === null || quantity === null || relation.kind !== 'change')
    return ignored('增减比率，没有说明基数');
  const direction = changeDirection(relation.direction, token);
  if (direction === null) return ignored('增减方向没有填写');
  const pairs = pairsOf(subject, base, reading);
  for (const pair of pairs)
    recordClaim(
      reading,
      place,
      {
        kind: 'change_rate',
        ...pair,
        quantity: { ...quantity, valueMinor: signed(quantity, direction) },
        direction,
      },
      token.start,
    );
  return pairs.length > 0 ? CLAIMED : ignored('增减比率，没有说明基数');
}

function readChange(
  related: Related,
  phrase: Phrase,
  token: NumberToken,
  reading: Reading,
  place: Place,
): Fate {
  const base = baseOf(related, reading);
  if (base === null) return leaveSubject(reading, unclaimed('变动额，没有说明与什么相比'));
  const subject = resolveSubject(phrase, reading);
  if (isUnresolved(subject)) return unclaimed(subject.reason);
  const { relation } = related;
  if (relation.kind !== 'change' && relation.kind !== 'against') return unclaimed('变动额，没有说明方向');
  const direction = changeDirection(relation.direction, token);
  if (direction === null) return unclaimed('增减方向没有填写');
  const pairs = pairsOf(subject, base, reading);
  takeUp(reading, subject);
  if (direction === 'same') recordUnchanged(pairs, reading, place, token.start);
  else if (!recordChange(pairs, token, direction, reading, place)) return unclaimed('单位与主语不符');
  return pairs.length > 0 ? CLAIMED : unclaimed('与本身比较');
}

function baseOf(related: Related, reading: Reading): Reading['flow']['base'] {
  if (related.base === 'unread') return null;
  if (related.base !== null) reading.flow.base = related.base;
  return related.base ?? reading.flow.base;
}

/** A form left at "增加（减少）" says nothing but that a zero is none. */
function changeDirection(
  direction: 'up' | 'down' | 'either' | 'same',
  token: NumberToken,
): 'up' | 'down' | 'same' | null {
  if (direction !== 'either') return direction;
  return Number(token.value) === 0 ? 'same' : null;
}

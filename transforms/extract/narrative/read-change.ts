/** "增加20.5万元", "下降12.5%": a difference to a figure that the clause or the sentence names. */
import type { NumberToken } from '../../parse/amount.ts';
import { changedSubject, comparedByRate, isOwnChange } from './change-subject.ts';
import { pairsOf, recordBase, recordChange, recordUnchanged, signed } from './compare.ts';
import { CLAIMED, type Fate, ignored, leaveSubject, unclaimed } from './fate.ts';
import type { Phrase } from './phrase.ts';
import { quantityOf } from './quantity-of.ts';
import { type Base, letGo, type Place, type Reading, takeUp } from './reading.ts';
import { recordClaim } from './record.ts';
import type { Related } from './relation.ts';
import { isOfTwo, isUnresolved, resolveCompared, type Unresolved } from './resolve-subject.ts';
import type { Subject } from './subject.ts';

export function readChangeRate(
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

export function readChange(
  related: Related,
  phrase: Phrase,
  token: NumberToken,
  reading: Reading,
  place: Place,
): Fate {
  const base = baseOf(related, reading) ?? baseByRate(related, token, reading, place);
  if (base === null) return leaveSubject(reading, unclaimed('变动额，没有说明与什么相比'));
  if (BECOMES.test(place.sentence.slice(0, token.start)))
    return aside(phrase, '没有说明是变动额还是变动后的数', reading);
  const { relation } = related;
  const direction =
    relation.kind === 'change' || relation.kind === 'against'
      ? changeDirection(relation.direction, token)
      : undefined;
  const each = reading.flow.both !== null && EACH.test(place.sentence.slice(0, token.start));
  const named = each ? reading.flow.both! : namedOrFitting(phrase, base, token, direction, reading, place);
  if (isUnresolved(named)) return leaveSubject(reading, unclaimed(named.reason));
  if (direction === undefined) return aside(phrase, '变动额，没有说明方向', reading);
  if (direction === null) return aside(phrase, '增减方向没有填写', reading);
  const isNamed = phrase.concept !== null || phrase.item !== null;
  // A part that is named fell, also where the rate behind it was copied from the whole.
  const subject = each || isNamed ? named : changedSubject(named, base, token, direction, reading, place);
  const pairs = pairsOf(subject, base, reading);
  const ofPair = reading.flow.both?.concepts.some((concept) => subject.concepts[0] === concept);
  if (ofPair !== true || subject.concepts.length > 1) takeUp(reading, subject);
  if (direction === 'same') recordUnchanged(pairs, reading, place, token.start);
  else if (!recordChange(pairs, token, direction, reading, place)) return unclaimed('单位与主语不符');
  return pairs.length > 0 ? CLAIMED : unclaimed('与本身比较');
}

/** "公务接待费减少为0万元，与上年持平": the figure is not claimed, and what follows is still of the subject that stands in front of it. */
function aside(phrase: Phrase, reason: string, reading: Reading): Fate {
  const named = resolveCompared(phrase, reading);
  if (isUnresolved(named)) return leaveSubject(reading, unclaimed(reason));
  takeUp(reading, named);
  return unclaimed(reason);
}

/** The subject that the words name; where they leave two open, the one that the rate behind the amount fits. */
function namedOrFitting(
  phrase: Phrase,
  base: Base,
  token: NumberToken,
  direction: 'up' | 'down' | 'same' | null | undefined,
  reading: Reading,
  place: Place,
): Subject | Unresolved {
  const named = resolveCompared(phrase, reading);
  if (!isUnresolved(named) || direction === undefined || direction === null) return named;
  const fitting = isOfTwo(named) ? comparedByRate(base, token, direction, reading, place) : null;
  if (fitting === null && isOfTwo(named)) letGo(reading);
  return fitting ?? named;
}

/** "比上年5万元减少1万元": the first figure is that of the year before, printed as such. */
export function readBaseFigure(
  related: Related,
  phrase: Phrase,
  token: NumberToken,
  reading: Reading,
  place: Place,
): Fate {
  const base = baseOf(related, reading);
  if (base === null) return leaveSubject(reading, unclaimed('比较的对象没有读懂'));
  if (token.unit === null) return unclaimed('没有单位');
  const subject = resolveCompared(phrase, reading);
  if (isUnresolved(subject)) return leaveSubject(reading, unclaimed(subject.reason));
  const pairs = pairsOf(subject, base, reading);
  if (pairs.length !== 1 || !recordBase(pairs[0]!, token, reading, place))
    return leaveSubject(reading, unclaimed('比较的对象没有读懂'));
  takeUp(reading, subject);
  return CLAIMED;
}

/** "比上年减少为0.5万元": by so much, or to so much. */
const BECOMES = /(?:增加|减少|增长|下降|降低|上升|压减)了?(?:为|到|至)\s*$/;

/** "比上年各增加" in front of the amount. */
const EACH = /(?:各|均)自?(?:增加|减少|增长|下降|上升)(?:了)?\s*$/;

function baseOf(related: Related, reading: Reading): Base | null {
  if (related.base === 'unread') return null;
  if (related.base !== null) reading.flow.base = related.base;
  return related.base ?? reading.flow.base;
}

/** "收入80万元，比上年增加5万元，主要是…；支出70万元，增加7万元，增长11.11%": with last year too, where the rate fits. */
function baseByRate(
  { relation, base }: Related,
  token: NumberToken,
  reading: Reading,
  place: Place,
): Base | null {
  const { carry, baseBefore } = reading.flow;
  if (base !== null || baseBefore === null || carry === null || relation.kind !== 'change') return null;
  if (relation.direction === 'either') return null;
  if (!isOwnChange(carry, baseBefore, token, relation.direction, reading, place)) return null;
  reading.flow.base = baseBefore;
  return baseBefore;
}

/** A form left at "增加（减少）" says nothing but that a zero is none. */
function changeDirection(
  direction: 'up' | 'down' | 'either' | 'same',
  token: NumberToken,
): 'up' | 'down' | 'same' | null {
  if (direction !== 'either') return direction;
  return Number(token.value) === 0 ? 'same' : null;
}

/**
 * "…“三公”经费10万元，其中：公务接待费3万元，公务用车运行维护费7万元，比上年减少2万元，下降16.67%": whether the whole or
 * its last part fell is not said, but the rate behind the amount fits one of them and not the other.
 */
import type { NumberToken } from '../../parse/amount.ts';
import type { Fact } from '../fact.ts';
import { pairsOf } from './compare.ts';
import { quantityOf } from './quantity-of.ts';
import type { Base, Place, Reading } from './reading.ts';
import type { Subject } from './subject.ts';

/** ", 下降16.67%" right behind the amount. */
const RATE_BEHIND =
  /^\s*[,，、]?\s*(?:同比)?(?:增长|增加|上升|提高|下降|减少|降低|压减|压缩)(?:了|率)?\s*(?:为)?\s*(\d+(?:\.\d+)?)\s*[%％]/;

/** The whole where the printed rate is the whole's and not the part's; else the subject as it was understood. */
export function changedSubject(
  subject: Subject,
  base: Base,
  token: NumberToken,
  direction: 'up' | 'down' | 'same',
  reading: Reading,
  place: Place,
): Subject {
  const { whole, inParts } = reading.flow;
  const rate = RATE_BEHIND.exec(place.sentence.slice(Math.max(token.end, token.unitEnd)))?.[1];
  if (!inParts || whole === null || rate === undefined || direction === 'same') return subject;
  const fits = (candidate: Subject) => rateFits(figureOf(candidate, base, reading), token, direction, rate);
  return fits(subject) === false && fits(whole) === true ? whole : subject;
}

/** Of the whole and the last part of the sentence before, the one that the printed rate fits; null where it fits both or neither. */
export function comparedByRate(
  base: Base,
  token: NumberToken,
  direction: 'up' | 'down' | 'same',
  reading: Reading,
  place: Place,
): Subject | null {
  const { ended, lastPart } = reading.flow;
  const rate = RATE_BEHIND.exec(place.sentence.slice(Math.max(token.end, token.unitEnd)))?.[1];
  if (ended === null || lastPart === null || rate === undefined || direction === 'same') return null;
  const fitting = [ended, lastPart].filter(
    (candidate) => rateFits(figureOf(candidate, base, reading), token, direction, rate) === true,
  );
  return fitting.length === 1 ? fitting[0]! : null;
}

/** "…的主要原因是厉行节约，与上年相比减少0.8万元，减少11.43%": behind a reason, and still of the figure whose change the rate is. */
export function isOwnChange(
  subject: Subject,
  base: Base,
  token: NumberToken,
  direction: 'up' | 'down',
  reading: Reading,
  place: Place,
): boolean {
  const rate = RATE_BEHIND.exec(place.sentence.slice(Math.max(token.end, token.unitEnd)))?.[1];
  return rate !== undefined && rateFits(figureOf(subject, base, reading), token, direction, rate) === true;
}

function figureOf(subject: Subject, base: Base, reading: Reading): Fact | null {
  const [pair, ...others] = pairsOf(subject, base, reading);
  return pair !== undefined && others.length === 0 ? reading.memory.recall(pair.subject) : null;
}

/** null where the figure itself is not known. The rate is that of the change to the figure before it. */
function rateFits(
  now: Fact | null,
  token: NumberToken,
  direction: 'up' | 'down',
  printed: string,
): boolean | null {
  const change = now === null ? null : quantityOf(token, now.unit);
  if (now === null || change === null) return null;
  const before = now.valueMinor + (direction === 'down' ? change.valueMinor : -change.valueMinor);
  if (before <= 0) return before === 0 && change.valueMinor === 0 && Number(printed) === 0;
  // Rounded or cut off: within one last digit. Coarser than that it would fit by chance.
  const lastDigit = 10 ** -(printed.split('.')[1]?.length ?? 0);
  return Math.abs((100 * change.valueMinor) / before - Number(printed)) <= lastDigit;
}

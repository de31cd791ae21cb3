/** Occasions and persons of receptions and of travel abroad: the unit says which of the two is counted. */

import { FOREIGN_GUESTS } from '../../layouts/narrative/filler-words.ts';
import type { NumberToken } from '../../parse/amount.ts';
import { type Fate, ignored } from './fate.ts';
import type { Phrase } from './phrase.ts';
import { recordFacts } from './read-amount.ts';
import type { Place, Reading } from './reading.ts';
import { type Subject, subjectOf } from './subject.ts';

const VEHICLES = new Set(['辆', '台']);
const PERSONS = new Set(['人次', '人', '名']);
const OCCASIONS = new Set(['批次', '批', '次', '个', '个团组', '团组', '个团', '团']);
const COUNTS = {
  reception: ['three_public.reception_persons', 'three_public.reception_batches'],
  overseas: ['three_public.overseas_persons', 'three_public.overseas_groups'],
} as const;

/** "接待4批次、35人次": the unit says what is counted. null where the figure is no such count. */
export function readCount(phrase: Phrase, token: NumberToken, reading: Reading, place: Place): Fate | null {
  const unit = token.unit ?? '';
  if (VEHICLES.has(unit) && phrase.concept === 'three_public.vehicle_purchase' && phrase.unread === '') {
    const bought = subjectOf(['three_public.vehicles_purchased'], 'all');
    const year = typeof phrase.year === 'number' ? phrase.year : reading.flow.year;
    return recordFacts({ ...bought, phase: phrase.phase ?? null, year }, token, reading, place);
  }
  if (!PERSONS.has(unit) && !OCCASIONS.has(unit)) return null;
  const of = countedBy(phrase, reading);
  if (of === null || phrase.unread !== '' || !place.topics.has('three_public')) return null;
  if (of === 'reception' && reading.flow.foreign) return ignored(FOREIGN_GUESTS);
  const concept = COUNTS[of][PERSONS.has(unit) ? 0 : 1];
  const year = yearOfCount(phrase, reading);
  const phase = phrase.phase ?? phaseOfCount(year, reading);
  const subject: Subject = { ...subjectOf([concept], 'all'), phase, year };
  const fate = recordFacts(subject, token, reading, place);
  if (fate.claimed) reading.flow.counting = of;
  return fate;
}

/** "2030年国内公务接待80批次、900人次": the year holds for both. */
function yearOfCount(phrase: Phrase, { flow, disclosure }: Reading): number | null {
  const last = disclosure.fiscalYear === null ? null : disclosure.fiscalYear - 1;
  if (phrase.year !== null) flow.year = phrase.year === 'previous' ? last : phrase.year;
  return flow.year;
}

/** A budget plans so many for its own year; what a report says of any other year, and a report on what was spent, were counted. */
function phaseOfCount(year: number | null, { disclosure, section }: Reading): Subject['phase'] {
  const planned = disclosure.kind === 'budget' && (year === null || year === disclosure.fiscalYear);
  return planned && section.phase === null && section.year === null ? 'original_budget' : 'actual';
}

function countedBy(phrase: Phrase, reading: Reading): 'reception' | 'overseas' | null {
  if (phrase.event !== null) return phrase.event;
  if (phrase.concept?.startsWith('three_public.reception')) return 'reception';
  if (phrase.concept?.startsWith('three_public.overseas')) return 'overseas';
  const silent =
    phrase.concept === null && phrase.side === null && phrase.item === null && phrase.phase === null;
  return silent ? reading.flow.counting : null;
}

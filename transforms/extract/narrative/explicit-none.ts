/** "2023年度无因公出国（境）支出": an explicit statement of none is a zero, for 三公 only, and only where the clause says nothing else. */
import type { Word } from './lex.ts';
import { type PhraseContext, readPhrase } from './phrase.ts';
import type { Place, Reading } from './reading.ts';
import { recordFact } from './record.ts';
import { isUnresolved, resolveSubject, settlePhase } from './resolve-subject.ts';
import { isThreePublic, keyOf } from './subject.ts';
import { namesSomething } from './take-subject.ts';

/** "无…支出的部门，作下述说明" ends in a noun that is no expense: it instructs. */
const ENDS: readonly Word['kind'][] = ['concept', 'side', 'event'];

/** Whether the clause denies something; then nothing else is to be read from it. */
export function readNone(
  words: readonly Word[],
  context: PhraseContext,
  reading: Reading,
  place: Place,
): boolean {
  const at = words.findIndex((word) => word.kind === 'none');
  if (at < 0) return false;
  const before = readPhrase(words.slice(0, at), context);
  const phrase = readPhrase(words.slice(at + 1), context);
  const understood = before.unread === '' && phrase.unread === '' && !namesSomething(before);
  if (!understood || before.year === 'previous' || !ENDS.includes(words.at(-1)!.kind)) return true;
  if (phrase.concept === null || !isThreePublic(phrase.concept)) return true;
  const subject = resolveSubject(phrase, reading);
  if (isUnresolved(subject)) return true;
  const year = before.year ?? reading.flow.year ?? reading.disclosure.fiscalYear;
  const phase = settlePhase(subject, phrase.concept, reading);
  if (year === null || phase === null) return true;
  const zero = { unit: 'CNY', valueMinor: 0, ulpMinor: 1, printed: '无', printedUnit: '' } as const;
  const key = keyOf(phrase.concept, subject, phase, year);
  recordFact(reading, place, key, zero, { basis: 'stated', rule: 'explicit-none', at: 0 });
  return true;
}

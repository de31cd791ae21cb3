/** The subject that words name, taken up for the clauses behind them; 其中 and 如下 make it the whole of the parts that follow. */
import type { Word } from './lex.ts';
import { type Phrase, type PhraseContext, readPhrase } from './phrase.ts';
import { letGo, type Reading, takeUp } from './reading.ts';
import { isUnresolved, resolveSubject } from './resolve-subject.ts';

/** Whether the words name a subject that was understood. */
export function takeSubject(words: readonly Word[], context: PhraseContext, reading: Reading): boolean {
  const phrase = readPhrase(words, context);
  if (!saysWhat(phrase, reading)) return false;
  const subject = resolveSubject(phrase, reading);
  if (isUnresolved(subject)) {
    letGo(reading);
    return false;
  }
  takeUp(reading, subject);
  return true;
}

export const namesSomething = (phrase: Phrase): boolean =>
  phrase.concept !== null ||
  phrase.side !== null ||
  phrase.item !== null ||
  phrase.classCode !== null ||
  phrase.fund !== null;

/** In a text about one project 预算 alone says what is spoken of. */
const saysWhat = (phrase: Phrase, reading: Reading): boolean =>
  namesSomething(phrase) || (reading.section.project !== null && phrase.phase !== null);

/** "…，其中：": what the words in front name is the whole; `among` where the word says that parts of it follow. */
export function openParts(
  words: readonly Word[],
  among: boolean,
  context: PhraseContext,
  reading: Reading,
): void {
  const { flow } = reading;
  if (reading.section.project !== null) {
    if (among) flow.astray ??= 'sentence';
    return;
  }
  const named = takeSubject(words, context, reading);
  if (among && !named && flow.unreadWhole !== null) flow.partsLost = true;
  if (among && words.length === 0) flow.base ??= flow.baseBefore;
  const whole = flow.carry ?? flow.whole;
  if (flow.inParts && flow.whole !== whole) flow.outer ??= flow.whole;
  flow.whole = whole;
  flow.inParts = whole !== null;
}

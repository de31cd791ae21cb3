/** Which kind of statement a figure belongs to, by the words in front of it. */
import type { NumberToken } from '../../parse/amount.ts';
import { unitScale } from '../../parse/amount.ts';
import { type Fate, ignored, leaveSubject } from './fate.ts';
import type { Word } from './lex.ts';
import { type PhraseContext, readPhrase } from './phrase.ts';
import { isPercent } from './quantity-of.ts';
import { readAmount } from './read-amount.ts';
import { readChange } from './read-change.ts';
import { readCount } from './read-count.ts';
import { readPercent } from './read-percent.ts';
import type { Place, Reading } from './reading.ts';
import { relate } from './relation.ts';

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

/** "完成参保人数4500人": 完成 in front of a plain figure relates it to nothing. */
const unComplete = (words: readonly Word[]): Word[] => words.filter((word) => word.kind !== 'complete');

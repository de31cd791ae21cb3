/** "收入、支出总计分别为80万元、75万元": figures side by side, one for each thing named in front of them. */
import type { NumberToken } from '../../parse/amount.ts';
import type { Word } from './lex.ts';
import type { PhraseContext } from './phrase.ts';
import type { Place } from './reading.ts';

/** Nothing but a comma, or one word, between two figures: "80万元、75万元", "80万元和75万元". */
const NEXT_TO = /^\s*[,，、和与及]\s*$/;
const AND = /^[和与及]$/;
const ONE_EACH = /分别(?:为|是)?\s*$/;

/** First or second of two that are announced as one each; `unsaid` where a figure only follows another one. */
export function abreastOf(
  left: readonly Word[],
  token: NumberToken,
  context: PhraseContext,
  place: Place,
): 'first' | 'second' | 'unsaid' | null {
  const at = context.numbers.indexOf(token);
  const [before, after] = [context.numbers[at - 1], context.numbers[at + 1]];
  const joined = left.every(({ text }) => AND.test(text));
  const second = joined && before !== undefined && areAbreast(before, token, place.sentence);
  if (second) return ONE_EACH.test(place.sentence.slice(0, before.start)) ? 'second' : 'unsaid';
  const first = after !== undefined && areAbreast(token, after, place.sentence);
  return first && ONE_EACH.test(place.sentence.slice(0, token.start)) ? 'first' : null;
}

function areAbreast(first: NumberToken, second: NumberToken, sentence: string): boolean {
  if (first.role !== 'figure' || second.role !== 'figure') return false;
  // "2批次、26人次": the unit says what each of them is.
  if (first.unit !== null && second.unit !== null && first.unit !== second.unit) return false;
  return NEXT_TO.test(sentence.slice(Math.max(first.end, first.unitEnd), second.start));
}

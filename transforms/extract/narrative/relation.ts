/** Finds in a run of words what relates a figure to another: compared with what, completed of what, share of what. */

import type { Word } from './lex.ts';
import type { Phrase, PhraseContext } from './phrase.ts';
import { readPhrase, yearOf } from './phrase.ts';
import type { Base } from './reading.ts';

export type Relation =
  | { kind: 'none' }
  | { kind: 'change'; direction: 'up' | 'down' | 'either' }
  | { kind: 'equal' }
  | { kind: 'against'; direction: 'up' | 'down' | 'same' }
  | { kind: 'complete'; base: Phrase }
  | { kind: 'share'; base: Phrase };

export interface Related {
  /** The words that name the subject, before the comparison and behind 相比. */
  subject: Word[];
  relation: Relation;
  /** What it is compared with, where this clause says so; `unread` where it says so in words we do not know. */
  base: Base | 'unread' | null;
  /** "比上年累计支出30万元": the figure behind the words is that of the base. */
  ofBase?: true;
}

/** Words that may follow 比, 较, 与: a year or a budget; otherwise 与 and 和 only join. */
const BASE_BEGINS = new Set<Word['kind']>(['year', 'phase', 'number']);

export function relate(words: readonly Word[], context: PhraseContext): Related {
  const complete = words.findIndex((word) => word.kind === 'complete' || word.kind === 'share');
  if (complete >= 0) return relateToWhole(words, complete, context);
  const compare = words.findIndex((word, i) => isComparison(word, words[i + 1], context));
  const verb = words.findIndex((word, i) => i > compare && isVerb(word));
  const relation = verb < 0 ? ({ kind: 'none' } as const) : verbRelation(words[verb]!);
  const after = verb < 0 ? [] : words.slice(verb + 1);
  if (compare < 0) return relateWithout(words, verb, relation, after, context);
  const compared = words.findIndex((word, i) => i > compare && isCompared(word, i > compare + 1));
  const baseEnd = compared >= 0 ? compared : verb >= 0 ? verb : words.length;
  const subjectBehind = compared >= 0 ? words.slice(compared + 1, verb >= 0 ? verb : undefined) : [];
  const base =
    words[compare]!.kind === 'year_on_year'
      ? ({ year: 'previous', phase: null } as const)
      : readBase(words.slice(compare + 1, baseEnd), context);
  const named = base === 'unread' ? [] : namesIn(words.slice(compare + 1, baseEnd));
  // "较上年支出数减少": a bare 支出 says no more than that money was spent.
  const baseNames = hasMoreThanSide(named) ? named : [];
  const subject = [...words.slice(0, compare), ...subjectBehind];
  if (verb < 0 && compared < 0) {
    return { subject: hasName(subject) ? subject : [...subject, ...baseNames], relation, base, ofBase: true };
  }
  return {
    subject: [...(hasName(subject) ? subject : [...subject, ...baseNames]), ...after],
    relation,
    base,
  };
}

/** "与上年相比", "与上年对比"; in "对比上年" the word opens the comparison. */
const isCompared = (word: Word, closes: boolean): boolean =>
  word.kind === 'compared' || (closes && word.kind === 'compare' && word.text === '对比');

/** "决算数小于预算数", "本年数小于上年预算数": what follows is the base. */
function relateWithout(
  words: readonly Word[],
  verb: number,
  relation: Relation,
  after: readonly Word[],
  context: PhraseContext,
): Related {
  if (verb < 0) return { subject: [...words], relation, base: null };
  const subject = words.slice(0, verb);
  if (relation.kind === 'against') return { subject, relation, base: readBase(after, context) };
  return { subject: [...subject, ...after], relation, base: null };
}

function relateToWhole(words: readonly Word[], at: number, context: PhraseContext): Related {
  const base = readPhrase(words.slice(at + 1), context);
  const kind = words[at]!.kind === 'share' ? 'share' : 'complete';
  return { subject: words.slice(0, at), relation: { kind, base }, base: null };
}

function isComparison(word: Word, next: Word | undefined, context: PhraseContext): boolean {
  if (word.kind === 'year_on_year') return true;
  if (word.kind !== 'compare' || next === undefined) return false;
  if (next.kind === 'number') return yearOf(context.numbers[next.index]) !== null;
  return BASE_BEGINS.has(next.kind);
}

const isVerb = (word: Word): boolean =>
  word.kind === 'change' || word.kind === 'equal' || word.kind === 'against';

function verbRelation(word: Word): Relation {
  if (word.kind === 'change') return { kind: 'change', direction: word.direction };
  if (word.kind === 'against') return { kind: 'against', direction: word.direction };
  return { kind: 'equal' };
}

function readBase(words: readonly Word[], context: PhraseContext): Base | 'unread' {
  const phrase = readPhrase(words, context);
  if (phrase.unread !== '' || phrase.outside !== null) return 'unread';
  if (phrase.year === null && phrase.phase === null) return 'unread';
  return { year: phrase.year, phase: phrase.phase };
}

/** "比上年收入、支出总计各增加": the subject is named inside the comparison. */
function namesIn(words: readonly Word[]): Word[] {
  return words.filter((word) => word.kind !== 'year' && word.kind !== 'number' && word.kind !== 'phase');
}

function hasMoreThanSide(words: readonly Word[]): boolean {
  return words.some(
    (word) =>
      word.kind === 'total' ||
      (hasName([word]) && (word.kind !== 'side' || word.side === 'both' || word.strong === true)),
  );
}

const hasName = (words: readonly Word[]): boolean =>
  words.some((word) => ['concept', 'side', 'fund', 'item', 'class', 'economic', 'event'].includes(word.kind));

/** One clause: its figures one after the other, and what it says for the clauses behind it. */
import type { NumberToken } from '../../parse/amount.ts';
import type { Clause } from './clauses.ts';
import { pairsOf, recordUnchanged } from './compare.ts';
import { lex, type Word } from './lex.ts';
import { nameAt } from './name-at.ts';
import { withoutOwner } from './owner-name.ts';
import { type Phrase, type PhraseContext, readPhrase, yearOf } from './phrase.ts';
import { type Fate, readFigure } from './read-number.ts';
import { letGo, type Place, type Reading, takeUp } from './reading.ts';
import { recordClaim, recordFact, recordNumber } from './record.ts';
import { relate } from './relation.ts';
import { isUnresolved, resolveSubject, settlePhase } from './resolve-subject.ts';
import type { Skeleton } from './skeleton.ts';
import { isThreePublic, keyOf } from './subject.ts';

const ZONES = {
  use: '用途说明中的数，没有科目',
  reason: '原因说明中的数',
  cause: '原因说明中的数，没有说明科目',
  performance: '绩效完成情况，不属于收支',
} as const;

export function readClause(clause: Clause, skeleton: Skeleton, reading: Reading, place: Place): void {
  const context: PhraseContext = { numbers: skeleton.numbers, items: skeleton.items, topics: place.topics };
  const owned = withoutOwner(withoutListing(clause.text), reading.disclosure.bureauName);
  const text = withoutProject(owned, reading.section.project);
  const words = lex(text, nameAt);
  if (reading.flow.zone === ZONES.cause && beginsAnew(words, context)) reading.flow.zone = null;
  let left: Word[] = [];
  let figures = 0;
  words.forEach((word, at) => {
    const token = word.kind === 'number' ? skeleton.numbers[word.index] : undefined;
    if (token?.role === 'figure') {
      figures++;
      const fate = clause.aside
        ? ({ claimed: false, ignored: true, reason: '括号内的说明' } as const)
        : fateOf(left, words.slice(at + 1), token, context, reading, place);
      recordFate(fate, token, reading, place);
      // A threshold belongs to the words around it ("购置单价100万元以上设备"), so they are still to be read.
      if (!token.bound) left = [];
    } else if (!clause.aside && announces(word, left, context, reading)) left = [];
    else left.push(word);
  });
  if (clause.aside) return;
  if (figures === 0 || left.length > 0) settle(left, clause, figures, context, reading, place);
}

/** "二是采购执行率100%": the words that number a list in running text. */
const withoutListing = (text: string): string =>
  text.replace(/^(?:[一二三四五六七八九十]是|其[一二三四五])/, '');

/** "示例平台项目自评得分98分": in the paragraph of a project its name says nothing new. */
const withoutProject = (text: string, project: string | null): string =>
  project !== null && text.startsWith(project) ? text.slice(project.length) : text;

/** Behind a reason a clause that opens with its year states something again. */
function beginsAnew(words: readonly Word[], context: PhraseContext): boolean {
  const first = words[0];
  return first?.kind === 'number' && yearOf(context.numbers[first.index]) !== null;
}

function recordFate(fate: Fate, token: NumberToken, reading: Reading, place: Place): void {
  if (fate.claimed) recordNumber(reading, place, token, 'claimed', null);
  else recordNumber(reading, place, token, fate.ignored ? 'ignored' : 'unclaimed', fate.reason);
}

function fateOf(
  left: readonly Word[],
  right: readonly Word[],
  token: NumberToken,
  context: PhraseContext,
  reading: Reading,
  place: Place,
): Fate {
  const { zone } = reading.flow;
  if (zone !== null) {
    const revived = countInZone(left, token, reading);
    return revived === null
      ? { claimed: false, ignored: true, reason: zone }
      : readFigure(revived, token, context, reading, place);
  }
  const behind = staffBehind(left, right, context);
  return readFigure(behind ?? left, token, context, reading, place);
}

/** "主要用于接待上级单位，公务接待2批次、26人次": the counts stand although the purposes do not. */
function countInZone(left: readonly Word[], token: NumberToken, reading: Reading): readonly Word[] | null {
  const last = left.at(-1);
  if (!/^(?:批次|批|人次)$/.test(token.unit ?? '')) return null;
  if (last === undefined) return reading.flow.counting === null ? null : left;
  const counted =
    last.kind === 'event' || (last.kind === 'concept' && last.concept === 'three_public.reception');
  if (!counted) reading.flow.counting = null;
  return counted ? [last] : null;
}

/** "年末7名公务员": the noun stands behind its number; only where the words in front say that it is a stock. */
function staffBehind(
  left: readonly Word[],
  right: readonly Word[],
  context: PhraseContext,
): readonly Word[] | null {
  const stock = left.some((word) => word.kind === 'stock' || word.kind === 'year_point');
  if (!stock || !left.every((word) => ['stock', 'year_point', 'filler', 'number'].includes(word.kind)))
    return null;
  const phrase = readPhrase(right, context);
  const alone = right.length === 1 && phrase.concept?.startsWith('headcount.') === true;
  return alone ? [...left, ...right] : null;
}

/** Words that change how the rest is read: 其中, 如下, 主要用于. */
function announces(word: Word, left: readonly Word[], context: PhraseContext, reading: Reading): boolean {
  const { flow } = reading;
  if (word.kind === 'stop') {
    if (word.zone !== 'use' || flow.zone === null) flow.zone = ZONES[word.zone];
    // "决算数小于预算数的主要原因": the words in front still say something.
    return false;
  }
  if (flow.zone !== null) return false;
  if (word.kind !== 'among' && word.kind !== 'lead') return false;
  takeSubject(left, context, reading);
  flow.whole = flow.carry ?? flow.whole;
  flow.inParts = flow.whole !== null;
  return true;
}

function takeSubject(words: readonly Word[], context: PhraseContext, reading: Reading): boolean {
  const phrase = readPhrase(words, context);
  if (!names(phrase)) return false;
  const subject = resolveSubject(phrase, reading);
  if (isUnresolved(subject)) {
    letGo(reading);
    return false;
  }
  takeUp(reading, subject);
  return true;
}

const names = (phrase: Phrase): boolean =>
  phrase.concept !== null ||
  phrase.side !== null ||
  phrase.item !== null ||
  phrase.classCode !== null ||
  phrase.fund !== null;

/** What is left of a clause when its figures are read. */
function settle(
  all: readonly Word[],
  clause: Clause,
  figures: number,
  context: PhraseContext,
  reading: Reading,
  place: Place,
): void {
  const { flow } = reading;
  const stop = all.findIndex((word) => word.kind === 'stop');
  const left = stop >= 0 ? all.slice(0, stop) : all;
  if (left.length === 0 || (flow.zone !== null && stop < 0)) return;
  keepYear(left, context, reading);
  if (recordNone(left, figures, context, reading, place)) return;
  const related = relate(left, context);
  if (related.base === 'unread') flow.base = null;
  else if (related.base !== null) flow.base = related.base;
  if (related.relation.kind === 'equal' || related.relation.kind === 'against') {
    settleComparison(left, context, reading, place);
    return;
  }
  if (figures > 0) return;
  const phrase = readPhrase(related.subject, context);
  if (phrase.outside !== null) {
    flow.zone = phrase.outside;
    return;
  }
  if (phrase.unread !== '' && related.base === null) {
    if (stop < 0) letGo(reading);
    return;
  }
  const announced = clause.end === ':' || (clause.end === ',' && clause.text.endsWith('中'));
  if (takeSubject(related.subject, context, reading) && announced) {
    flow.whole = flow.carry;
    flow.inParts = true;
  }
}

/** "截至2024年12月31日，" dates the whole sentence. */
function keepYear(left: readonly Word[], context: PhraseContext, reading: Reading): void {
  const related = relate(left, context);
  const { year } = readPhrase(related.subject, context);
  if (typeof year === 'number') reading.flow.year = year;
}

function settleComparison(
  left: readonly Word[],
  context: PhraseContext,
  reading: Reading,
  place: Place,
): void {
  const { relation, subject: words, base: said } = relate(left, context);
  const base = said === null ? reading.flow.base : said;
  if (base === null || base === 'unread') return;
  const subject = resolveSubject(readPhrase(words, context), reading);
  if (isUnresolved(subject)) return;
  takeUp(reading, subject);
  const pairs = pairsOf(subject, base, reading);
  if (relation.kind === 'equal' || (relation.kind === 'against' && relation.direction === 'same')) {
    recordUnchanged(pairs, reading, place, 0);
    return;
  }
  if (relation.kind !== 'against') return;
  for (const pair of pairs)
    recordClaim(
      reading,
      place,
      { kind: 'direction', ...pair, quantity: null, direction: relation.direction },
      0,
    );
}

/** "2025年度无因公出国（境）支出": an explicit statement of none, for 三公 only; it must be all the clause says. */
function recordNone(
  left: readonly Word[],
  figures: number,
  context: PhraseContext,
  reading: Reading,
  place: Place,
): boolean {
  const at = left.findIndex((word) => word.kind === 'none');
  if (at < 0 || figures > 0) return false;
  const before = readPhrase(left.slice(0, at), context);
  const phrase = readPhrase(left.slice(at + 1), context);
  const lastKind = left.at(-1)!.kind;
  const closed = lastKind === 'concept' || lastKind === 'side' || lastKind === 'event';
  if (before.unread !== '' || names(before) || phrase.unread !== '' || !closed) return true;
  if (phrase.concept === null || !isThreePublic(phrase.concept)) return true;
  const subject = resolveSubject(phrase, reading);
  if (isUnresolved(subject)) return true;
  const year =
    before.year === 'previous' ? null : (before.year ?? reading.flow.year ?? reading.disclosure.fiscalYear);
  const phase = settlePhase(subject, phrase.concept, reading);
  if (year === null || phase === null) return true;
  recordFact(
    reading,
    place,
    keyOf(phrase.concept, subject, phase, year),
    { unit: 'CNY', valueMinor: 0, ulpMinor: 1, printed: '无', printedUnit: '' },
    { basis: 'stated', rule: 'explicit-none', at: 0 },
  );
  return true;
}

/** One clause: its figures one after the other, and what it says for the clauses behind it. */
import { OWN_BODY_OR_PLACE } from '../../layouts/narrative/filler-words.ts';
import type { NumberToken } from '../../parse/amount.ts';
import type { Clause } from './clauses.ts';
import { type Fate, leaveSubject, unclaimed } from './fate.ts';
import { withItemOfClass } from './items-in-class.ts';
import { lex, type Word } from './lex.ts';
import { withoutOwner } from './owner-name.ts';
import { type Phrase, type PhraseContext, readPhrase } from './phrase.ts';
import { isMoney, isPercent } from './quantity-of.ts';
import { readFigure } from './read-number.ts';
import type { Place, Reading } from './reading.ts';
import { recordNumber } from './record.ts';
import { settleClause } from './settle-clause.ts';
import type { Skeleton } from './skeleton.ts';
import { openParts } from './take-subject.ts';
import { withVehicles } from './vehicle-parts.ts';
import { withoutProject, wordsInProject } from './words-in-project.ts';
import { countInZone, enterClause, isChangeInZone, openZone } from './zones.ts';

export function readClause(clause: Clause, skeleton: Skeleton, reading: Reading, place: Place): void {
  const { text, items } = withItemOfClass(
    withVehicles(bareClause(clause.text, reading), reading.flow),
    skeleton.items,
    reading,
  );
  const context: PhraseContext = { numbers: skeleton.numbers, items, topics: place.topics };
  const lexed = lex(text);
  const words = reading.section.project === null ? lexed : wordsInProject(lexed, skeleton.numbers);
  if (clause.aside) {
    ignoreAside(words, skeleton.numbers, reading, place);
    return;
  }
  enterClause(clause.text, words, context, reading);
  let left: Word[] = [];
  let figures = 0;
  words.forEach((word, at) => {
    const token = word.kind === 'number' ? skeleton.numbers[word.index] : undefined;
    if (token?.role === 'figure') {
      figures++;
      if (reading.flow.zone === null && isLoose(token, skeleton.numbers, place)) {
        recordNumber(reading, place, token, 'unclaimed', '两个数之间没有文字，不知是什么');
        left = [];
        return;
      }
      const fate =
        reading.flow.zone === null && isTorn(token, skeleton.numbers, place)
          ? leaveSubject(reading, unclaimed('两个数之间只有空格，可能是一个数'))
          : fateOf(left, words.slice(at + 1), token, context, reading, place);
      recordFate(fate, token, reading, place);
      // A threshold belongs to the words around it ("购置单价100万元以上设备"), so they are still to be read.
      if (!token.bound) left = [];
    } else if ((word.kind === 'among' || word.kind === 'lead') && reading.flow.zone === null) {
      openParts(left, word.kind === 'among', context, reading);
      left = [];
    } else if (word.kind === 'stop') {
      // "决算数小于预算数的主要原因是…": the words in front of a reason state something.
      settleClause({ left, figures, clause, explained: true }, context, reading, place);
      if (word.zone === 'use' && at === words.length - 1 && listsClasses(clause, reading))
        Object.assign(reading.flow, { whole: reading.flow.carry, inParts: true });
      else openZone(word, reading);
      left = [];
    } else left.push(word);
  });
  settleClause({ left, figures, clause, explained: false }, context, reading, place);
  reading.flow.listed =
    figures === 0 && clause.end === '、' && !clause.bracketed && namesOne(readPhrase(left, context));
}

/** "一般公共预算财政拨款支出80万元，主要用于：教育支出50万元；…": behind the colon all of it is listed by class. */
function listsClasses({ end }: Clause, { flow, disclosure }: Reading): boolean {
  const { carry } = flow;
  const published = disclosure.kind === 'final_accounts' || disclosure.kind === 'budget';
  const isTotal = carry?.concepts.length === 1 && carry.concepts[0] === 'expenditure';
  return end === ':' && published && isTotal && carry.functionCode === null && carry.project === null;
}

/** "公务接待费、", "教育支出（类）、": one of several, whose sum may follow. */
const namesOne = ({ concept, item, classCode }: Phrase): boolean =>
  concept !== null || item !== null || classCode !== null;

/** Without the words that number a list, and without the names of the body and of the project the text is about. */
function bareClause(text: string, reading: Reading): string {
  const listed = text.replace(LISTING, '');
  const owned = withoutOwner(listed, reading.disclosure.bureauName);
  const { project } = reading.section;
  if (project === null) return owned;
  const { text: bare, named } = withoutProject(owned, project);
  const ofBody = owned !== listed || OWNER.test(owned);
  Object.assign(reading.flow, { named: named || bare !== owned, ofBody, ...(named ? { astray: null } : {}) });
  return bare;
}

/** "我局", "我县" */
const OWNER = new RegExp(`(?<![基资成根])(?:${OWN_BODY_OR_PLACE})`); // not 基本会议, 资本市场
/** "二是培训完成率98%", "其一" */
const LISTING = /^(?:[一二三四五六七八九十]是|其[一二三四五])/;

function ignoreAside(
  words: readonly Word[],
  numbers: readonly NumberToken[],
  reading: Reading,
  place: Place,
): void {
  for (const word of words) {
    const token = word.kind === 'number' ? numbers[word.index] : undefined;
    if (token?.role === 'figure') recordNumber(reading, place, token, 'ignored', '括号内的说明');
  }
}

function recordFate(fate: Fate, token: NumberToken, reading: Reading, place: Place): void {
  if (fate.claimed) recordNumber(reading, place, token, 'claimed', null);
  else {
    recordNumber(reading, place, token, fate.ignored ? 'ignored' : 'unclaimed', fate.reason);
    if (!fate.ignored && (isMoney(token) || isBare(token))) reading.flow.unreadWhole = 'now';
  }
}

/** "增加11 2.06万元": digits that a converter or OCR set apart; neither part is the figure. */
function isTorn(token: NumberToken, numbers: readonly NumberToken[], { sentence }: Place): boolean {
  const at = numbers.indexOf(token);
  const touches = (one: NumberToken | undefined, next: NumberToken | undefined): boolean =>
    one?.role === 'figure' &&
    next?.role === 'figure' &&
    one.unit === null &&
    (isMoney(next) || isPercent(next)) &&
    /^\s+$/.test(sentence.slice(one.end, next.start));
  return touches(numbers[at - 1], token) || touches(token, numbers[at + 1]);
}

/** "较上年决算数90万元12万元，增长13%": an arrow stood between the two, and the words in front are those of the first. */
function isLoose(token: NumberToken, numbers: readonly NumberToken[], { sentence }: Place): boolean {
  const before = numbers[numbers.indexOf(token) - 1];
  if (before?.role !== 'figure' || before.unit === null || !isMoney(before) || !isMoney(token)) return false;
  return sentence.slice(before.unitEnd, token.start).trim() === '';
}

/** "3,717,632.50 ，其中：": an amount that lost its unit. */
const isBare = ({ unit, decimals }: NumberToken): boolean => unit === null && decimals > 0;

function fateOf(
  left: readonly Word[],
  right: readonly Word[],
  token: NumberToken,
  context: PhraseContext,
  reading: Reading,
  place: Place,
): Fate {
  const { zone } = reading.flow;
  if (zone === null)
    return readFigure(staffBehind(left, right, context) ?? left, token, context, reading, place);
  if (isChangeInZone(left, token, context, reading, place))
    return readFigure(left, token, context, reading, place);
  const revived = countInZone(left, token, reading);
  if (revived === null) return { claimed: false, ignored: true, reason: zone };
  return readFigure(revived, token, context, reading, place);
}

/** "年末12名公务员": the noun stands behind its number; only where the words in front say that it is a stock. */
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

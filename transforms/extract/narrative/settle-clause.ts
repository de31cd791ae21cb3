/** What a clause says behind its last figure, or without any: a subject, a year, a comparison, or that there is none. */
import type { Clause } from './clauses.ts';
import { pairsOf, recordUnchanged } from './compare.ts';
import { readNone } from './explicit-none.ts';
import type { Word } from './lex.ts';
import { type PhraseContext, readPhrase } from './phrase.ts';
import { letGo, type Place, type Reading, takeUp } from './reading.ts';
import { recordClaim } from './record.ts';
import { type Related, relate } from './relation.ts';
import { noteAside } from './resolve-in-project.ts';
import { isUnresolved, resolveCompared } from './resolve-subject.ts';
import { isThreePublic } from './subject.ts';
import { takeSubject } from './take-subject.ts';

/** The words that no figure has used up, and whether a reason or a purpose follows them. */
export interface Rest {
  left: readonly Word[];
  figures: number;
  clause: Clause;
  explained: boolean;
}

export function settleClause(rest: Rest, context: PhraseContext, reading: Reading, place: Place): void {
  const { left, figures, clause } = rest;
  if (left.length === 0 || reading.flow.zone !== null) return;
  if (figures > 0 && clause.end === ',' && left.length === 1 && left[0]!.text === '中') {
    // "“三公”经费预算79万元中，公务接待费14万元": what follows are the parts of that amount.
    const { carry } = reading.flow;
    Object.assign(reading.flow, { whole: carry, inParts: carry !== null, partsLost: carry === null });
    return;
  }
  const related = relate(left, context);
  keepYear(related, context, reading);
  if (figures === 0 && readNone(left, context, reading, place)) return;
  if (related.base !== null) reading.flow.base = related.base === 'unread' ? null : related.base;
  const { kind } = related.relation;
  if (kind === 'equal' || kind === 'against') settleComparison(related, context, reading, place);
  else if (figures === 0) settleSubject(related, rest, context, reading);
}

/** "截至2024年12月31日，" dates the whole sentence. */
function keepYear(related: Related, context: PhraseContext, reading: Reading): void {
  const { year } = readPhrase(related.subject, context);
  if (typeof year === 'number') reading.flow.year = year;
}

/** "上级补助收入8万元，为开展业务活动取得的收入。比上年减少…": says what the subject is, and may go on behind a comma. */
const DESCRIBES = /^(?:为|是|系|指)/;

/** "2024年收入预算80万元，全部为一般公共预算拨款收入，比上年增加3万元": says where it comes from, and names nothing new. */
const SAYS_SOURCE = /^(?:且|并)?(?:全部|均|都)(?:为|是|系|由|来自|来源于|属于)/;

/** "…支出决算中，" and "…：" announce parts; words that are not understood end what was spoken of. */
function settleSubject(
  related: Related,
  { clause, explained }: Rest,
  context: PhraseContext,
  reading: Reading,
): void {
  const { flow } = reading;
  const phrase = readPhrase(related.subject, context);
  if (phrase.outside !== null) {
    flow.zone = phrase.outside;
    return;
  }
  if (flow.carry !== null && !announces(clause) && SAYS_SOURCE.test(clause.text)) return;
  noteAside(clause.text, phrase, reading);
  if (phrase.unread !== '' && related.base === null) {
    flow.describing ||= DESCRIBES.test(clause.text);
    if (!explained && !flow.describing) letGo(reading);
    // "2014年示例署“三公”经费预算中，…": whose and of which state the parts are was said, and not understood.
    if (announces(clause) && phrase.phase !== null && isThreePublic(phrase.concept ?? 'expenditure'))
      flow.partsLost = true;
    return;
  }
  if (reading.section.project !== null) {
    if (clause.end === ':' && takeSubject(related.subject, context, reading)) flow.whole = flow.carry;
    return;
  }
  if (!takeSubject(related.subject, context, reading)) return;
  flow.announced = true;
  if (announces(clause)) Object.assign(flow, { whole: flow.carry, inParts: true });
  // "其中：1.教育支出（类）。年初预算为3万元": the sentence behind it is on the part just named.
  else if (clause.end === '。') Object.assign(flow, { whole: null, inParts: false });
}

/** "…支出决算中，", "…：" */
const announces = (clause: Clause): boolean =>
  clause.end === ':' || (clause.end === ',' && clause.text.endsWith('中'));

/** "与上年持平", "决算数小于预算数": last year's figure, or a claim about two figures. */
function settleComparison(related: Related, context: PhraseContext, reading: Reading, place: Place): void {
  const { relation } = related;
  const base = related.base ?? reading.flow.base;
  if (base === null || base === 'unread') return;
  const subject = resolveCompared(readPhrase(related.subject, context), reading);
  if (isUnresolved(subject)) {
    // "示例项目支出与预算持平，比上年减少1万元": what fell is that, and not what was spoken of before.
    letGo(reading);
    return;
  }
  takeUp(reading, subject);
  const pairs = pairsOf(subject, base, reading);
  const direction = relation.kind === 'against' ? relation.direction : 'same';
  if (direction === 'same') {
    recordUnchanged(pairs, reading, place, 0);
    return;
  }
  for (const pair of pairs)
    recordClaim(reading, place, { kind: 'direction', ...pair, quantity: null, direction }, 0);
}

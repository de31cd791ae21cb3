/** One sentence: its clauses in order, and what stays said when it ends. */

import type { NumberToken } from '../../parse/amount.ts';
import { numbersIn } from '../../parse/amount.ts';
import type { Sentence } from '../../read/document.ts';
import { functionClassByName } from '../../vocabulary/function-codes.ts';
import { type Clause, clausesOf, withStatedParts } from './clauses.ts';
import { enterProject } from './enter-project.ts';
import { itemCodeOf } from './items-in-class.ts';
import { numberIndex } from './marks.ts';
import { quantityOf } from './quantity-of.ts';
import { readClause } from './read-clause.ts';
import { type Flow, type Place, type Reading, SENTENCE_START } from './reading.ts';
import { recordNumber } from './record.ts';
import { topicsOf } from './section.ts';
import { type ItemNamer, skeletonOf } from './skeleton.ts';
import { ZONES } from './zones.ts';

/** "XX局", "XXX万元", "××项目": a form nobody filled in. */
const TEMPLATE = /[XＸ×x]{2,}/;
/** A sentence longer than any that states figures; matching words in it is not worth the time. */
const LONGEST = 4000;

const ROLES: Readonly<Record<NumberToken['role'], string | null>> = {
  figure: null,
  date: '年份或日期',
  ordinal: '序号',
  document_number: '文号',
  phone: '电话',
  code: '编码',
};

const OPENS_WITH_AMOUNT = /^\s*\d[\d,]*(?:\.\d+)?\s*(?:亿|万)?元\s*[，,、;；]/;

/** "住房公积金20万元" at the start of a paragraph, in a list of functional items. */
function itemNamer(opensParagraph: boolean, reading: Reading): ItemNamer | undefined {
  if (!opensParagraph || reading.section.byFunction === null) return undefined;
  return (name) => {
    const code = itemCodeOf(name, null, reading);
    return code === null ? null : { names: [name], level: 3, code };
  };
}

/** `opensParagraph`: the first sentence of its paragraph. */
export function readSentence(sentence: Sentence, reading: Reading, opensParagraph = false): void {
  const { text } = sentence;
  const place: Place = {
    location: sentence.location,
    sentence: text,
    seen: new Set(),
    topics: new Set([...reading.section.topics, ...topicsOf(text)]),
  };
  const skipped = whyUnread(text, reading);
  if (skipped !== null) {
    ignoreAll(skipped, reading, place);
    return;
  }
  const skeleton = skeletonOf(text, itemNamer(opensParagraph, reading));
  // "120300元，项目支出0元": the end of a sentence that began on a page that is lost.
  if (opensParagraph && OPENS_WITH_AMOUNT.test(text)) reading.flow.partsLost = true;
  for (const token of skeleton.numbers) recordRole(token, reading, place);
  let before: Outside | null = null;
  const clauses = withStatedParts(clausesOf(skeleton.text), (whole, parts) =>
    addsUp(amountsOf(whole, skeleton.numbers).at(-1), amountsOf(parts, skeleton.numbers)),
  );
  goOnByClass(text, reading);
  for (const [at, clause] of clauses.entries()) {
    before = crossBracket(clause, before, reading);
    if (reading.flow.zone !== null && listsParts(clauses, at)) reading.flow.zone = null;
    enterProject(clauses, at, { sentence: text, numbers: skeleton.numbers }, opensParagraph, reading);
    readClause(clause, skeleton, reading, place);
    // "（购置费0万元。）比上年减少1万元": a full stop inside ends nothing outside.
    if (clause.end === ';' || (clause.bracketed && clause.end === '。')) endClause(reading);
    else if (clause.end === '。') endSentence(reading);
  }
  crossBracket(null, before, reading);
  recordUnseen(skeleton.numbers, reading, place);
  keepLead(skeleton.text, reading);
}

/** The amounts of a text in 分; null for what is no amount. */
const amountsOf = (text: string, numbers: readonly NumberToken[]): (number | null)[] =>
  [...text].flatMap((character) => {
    const token = numbers[numberIndex(character) ?? -1];
    return token === undefined ? [] : [quantityOf(token, 'CNY')?.valueMinor ?? null];
  });

const addsUp = (whole: number | null | undefined, parts: readonly (number | null)[]): boolean =>
  whole != null &&
  parts.every((part) => part !== null) &&
  parts.reduce((sum: number, part) => sum + (part ?? 0), 0) === whole;

/** "…，主要原因是项目增加，其中：财政拨款收入80万元，占97%；": behind a reason the parts of what it explains, with their shares. */
function listsParts(clauses: readonly Clause[], at: number): boolean {
  const [word, part, share] = clauses.slice(at, at + 3);
  const listed = word?.text === '其中' && word.end === ':' && !word.bracketed;
  return listed && PLAIN_FIGURE.test(part?.text ?? '') && /^占/.test(share?.text ?? '');
}

const PLAIN_FIGURE = /^[^增减升降]*[\ue000-\uefff]$/;

/** Not the parts listed so far: behind a list in brackets a budget or an actual is no surer whose it is. */
type Outside = Pick<
  Flow,
  'carry' | 'lost' | 'astray' | 'whole' | 'inParts' | 'partsLost' | 'foreign' | 'counting' | 'zone'
>;

/** "购置及运行费6万元（其中：购置费0万元，运行费6万元），比上年减少1万元": behind the bracket its whole goes on. */
function crossBracket(clause: Clause | null, before: Outside | null, reading: Reading): Outside | null {
  const { carry, lost, astray, whole, inParts, partsLost, foreign, counting, zone } = reading.flow;
  if (clause?.bracketed) {
    if (before === null && clause.parts)
      Object.assign(reading.flow, { whole: carry, inParts: carry !== null, partsLost: carry === null });
    return before ?? { carry, lost, astray, whole, inParts, partsLost, foreign, counting, zone };
  }
  if (before !== null) Object.assign(reading.flow, before);
  return null;
}

/** Numbers that stand in no clause: in the titles of documents, in names. */
function recordUnseen(numbers: readonly NumberToken[], reading: Reading, place: Place): void {
  for (const token of numbers)
    if (token.role === 'figure' && !place.seen.has(token))
      recordNumber(reading, place, token, 'ignored', '名称或标题中的数');
}

function whyUnread(text: string, reading: Reading): string | null {
  if (reading.section.closed !== null) return reading.section.closed.reason;
  if (TEMPLATE.test(text)) return '模板文字，没有填写';
  if (text.length > LONGEST) return '句子过长';
  return null;
}

function ignoreAll(reason: string, reading: Reading, place: Place): void {
  for (const token of numbersIn(place.sentence))
    recordNumber(reading, place, token, 'ignored', ROLES[token.role] ?? reason);
  reading.flow.carry = null;
}

function recordRole(token: NumberToken, reading: Reading, place: Place): void {
  const reason = ROLES[token.role];
  if (reason !== null) recordNumber(reading, place, token, 'ignored', reason);
}

/** "一般公共预算支出80万元，主要用于教育支出50万元；卫生健康支出30万元": the classes behind the semicolon are of that money too. */
function goOnByClass(text: string, { flow }: Reading): void {
  const name = flow.usedOf === null ? undefined : CLASS_NAME.exec(text)?.[0];
  if (name !== undefined && functionClassByName(name) !== null)
    Object.assign(flow, { whole: flow.usedOf, inParts: true });
  flow.usedOf = null;
}

const CLASS_NAME = /^\p{Script=Han}{2,14}?支出/u;

function usedBy({ zone, carry, inParts }: Flow): Flow['usedOf'] {
  if (zone !== ZONES.use || inParts || carry === null || carry.fund === 'all') return null;
  const isTotal = carry.concepts.length === 1 && carry.concepts[0] === 'expenditure';
  return isTotal && carry.functionCode === null && carry.project === null ? carry : null;
}

/** A semicolon ends what explained one part; the parts and the year compared with go on. */
function endClause(reading: Reading): void {
  // "…增加90万元，主要原因是一是…；二是…增加5万元": the comparison does not reach into the list of reasons.
  const base = reading.flow.zone === null ? reading.flow.base : null;
  const explained = reading.flow.explained || reading.flow.zone !== null;
  const { outer, whole, inParts, carry } = reading.flow;
  Object.assign(reading.flow, {
    zone: null,
    counting: null,
    usedOf: usedBy(reading.flow),
    lost: lostBehindCount(reading.flow),
    base,
    baseBefore: reading.flow.base ?? reading.flow.baseBefore,
    explained,
    astray: reading.flow.astray === 'sentence' ? null : reading.flow.astray,
    whole: outer ?? whole,
    outer: null,
    listEnded: inParts && carry !== whole ? carry : null,
  });
}

/** "国内公务接待5批次。支出80万元。": of the receptions, or of all; nobody says. */
const lostBehindCount = ({ lost, counting }: Flow): boolean => lost || counting !== null;

/** "2022年预算280万元。实际支出275万元。": a sentence without a year goes on with that of the one before, perhaps. */
function astrayBehind({ flow, disclosure }: Reading): Flow['astray'] {
  if (flow.astray === 'paragraph') return 'paragraph';
  return flow.year !== null && flow.year !== disclosure.fiscalYear ? 'year' : null;
}

function endSentence(reading: Reading): void {
  const { flow } = reading;
  Object.assign(flow, SENTENCE_START, {
    astray: astrayBehind(reading),
    baseBefore: flow.base,
    unreadWhole: flow.unreadWhole === 'now' ? 'before' : null,
    ended: flow.inParts && !isPair(flow.whole) ? flow.whole : null,
    lastPart: flow.inParts ? flow.carry : null,
    lost: lostBehindCount(flow),
  });
}

/** "（二）部门收支情况。": a phase behind it is that of neither. */
const isPair = (whole: Flow['whole']): boolean => (whole?.concepts.length ?? 0) > 1;

/** "…其中：", "…包括：" at the end: the paragraphs that follow are its parts. */
function keepLead(text: string, reading: Reading): void {
  const { flow, section } = reading;
  if (!/(?::|其中|包括)$/.test(text)) return;
  const lead = flow.whole ?? flow.carry;
  if (flow.partsLost) reading.section = { ...section, lead: null, leadLost: true };
  else if (lead !== null) reading.section = { ...section, lead, leadLost: false };
}

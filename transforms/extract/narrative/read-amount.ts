/** A plain figure behind a subject: one fact, or two where the subject is both sides. */
import { DOMESTIC_GUESTS, FUNDS_OF_PROGRAMMES } from '../../layouts/narrative/filler-words.ts';
import type { NumberToken } from '../../parse/amount.ts';
import { unitScale } from '../../parse/amount.ts';
import { type ConceptId, conceptById } from '../../vocabulary/concept.ts';
import type { Fact, Phase } from '../fact.ts';
import { CLAIMED, type Fate, ignored, leaveSubject, unclaimed } from './fate.ts';
import { isJudgedAlike, isJudgementOfOther } from './judgement.ts';
import { isOfSomeMonths } from './part-of-year.ts';
import { partialCount } from './partial-counts.ts';
import { partialMoney, withCarriedOver } from './partial-money.ts';
import type { Phrase } from './phrase.ts';
import { quantityOf } from './quantity-of.ts';
import { type Place, type Reading, takeUp } from './reading.ts';
import { recordFact } from './record.ts';
import { isUnresolved, settlePhase, type Unresolved } from './resolve-subject.ts';
import { ruleOf } from './rule-of.ts';
import { isObserved, keyOf, type Subject } from './subject.ts';
import { namesSomething } from './take-subject.ts';
import { asOfAllYears, FUND_OF_SPENDING, isFundOfSpending, isOfProgrammes } from './who-paid.ts';

/**
 * `named` is what the phrase resolved to; it is resolved once, for what it says of the year and of other projects stays
 * said. `abreast`: first or second of two figures that stand side by side, for a subject that is two things.
 */
export function readAmount(
  named: Subject | Unresolved,
  phrase: Phrase,
  token: NumberToken,
  reading: Reading,
  place: Place,
  abreast: 'first' | 'second' | null = null,
): Fate {
  if (isUnresolved(named)) {
    // "年初预算25万元，年中追加3万元，调整后预算28万元": what was moved ends nothing.
    const fate = unclaimed(named.reason);
    return BUDGET_MOVED.test(phrase.unread) ? fate : leaveSubject(reading, fate);
  }
  if (abreast !== null) return readOneEach(named, token, abreast, reading, place);
  if (isSecondOfOne(named, phrase, token, reading))
    return leaveSubject(reading, unclaimed('同一主语的又一个数，没有说明是什么'));
  if (isJudgementOfOther(named, phrase, token, reading, place))
    return unclaimed('没有说明是整体的还是其中一项的');
  if (token.unit === null && !isNought(token, place) && !isScore(named, token, place))
    return leaveSubject(reading, unclaimed('没有单位'));
  if (isOfProgrammes(named, phrase, token, place)) return ignored(FUNDS_OF_PROGRAMMES);
  if (isFundOfSpending(named, phrase, token, reading, place)) return ignored(FUND_OF_SPENDING);
  if (/国内/.test(place.sentence) && isDomesticShare(named, token, reading)) return ignored(DOMESTIC_GUESTS);
  const subject = asOfAllYears(asStatedBefore(named, phrase, token, reading), token, reading, place);
  promoteWhole(subject, token, reading, place);
  const fate = recordFacts(subject, token, reading, place);
  if (!fate.claimed) return leaveSubject(reading, fate);
  reading.flow.counting = null;
  // A score or a rate between the amounts of a project does not change what they are of.
  if (!named.concepts.every(isJudgement)) takeUp(reading, subject);
  return fate;
}

/** "收入总计90万元，机关30万元，下属单位60万元", "项目支出90万元，其中：30万元用于设备": what has its figure takes no other one under no name at all. */
function isSecondOfOne(named: Subject, phrase: Phrase, token: NumberToken, reading: Reading): boolean {
  const [concept] = named.concepts;
  const year = named.year ?? reading.disclosure.fiscalYear;
  const says =
    namesSomething(phrase) || phrase.phase !== null || phrase.year !== null || phrase.event !== null;
  if (says || phrase.economicCode !== null || phrase.total || phrase.overall) return false;
  if (concept === undefined || named.concepts.length > 1 || year === null || isJudgement(concept))
    return false;
  const phase = settlePhase(named, concept, reading);
  const stated = phase === null ? null : reading.memory.recall(keyOf(concept, named, phase, year));
  const { unit } = conceptById(concept);
  const quantity = quantityOf(token, unit);
  return stated?.basis === 'stated' && quantity !== null && stated.valueMinor !== quantity.valueMinor;
}

/** "一般公共预算财政拨款支出…包括：教育支出80万元。" and below it "1.教育支出80万元": the same money once more, under a wider heading. */
function asStatedBefore(
  named: Subject,
  phrase: Phrase,
  token: NumberToken,
  { memory, disclosure }: Reading,
): Subject {
  const [concept] = named.concepts;
  const year = named.year ?? disclosure.fiscalYear;
  if (named.functionCode === null || named.fund !== 'fiscal' || phrase.fund !== null) return named;
  if (concept === undefined || year === null || (named.phase !== null && named.phase !== 'actual'))
    return named;
  const narrow = { ...named, fund: 'general_public' } as const;
  const [wide, same] = [named, narrow].map((one) => memory.recall(keyOf(concept, one, 'actual', year)));
  return wide === null && same?.valueMinor === quantityOf(token, 'CNY')?.valueMinor ? narrow : named;
}

/** "公务接待费12万元，其中：国内公务接待80批次，600人次，共计支出8万元": what the counted receptions cost is not all of it. */
function isDomesticShare(named: Subject, token: NumberToken, { flow, memory, disclosure }: Reading): boolean {
  const year = named.year ?? disclosure.fiscalYear;
  if (flow.counting !== 'reception' || named.concepts[0] !== 'three_public.reception' || year === null)
    return false;
  const whole = memory.recall(keyOf('three_public.reception', named, 'actual', year));
  return whole !== null && whole.valueMinor !== quantityOf(token, 'CNY')?.valueMinor;
}

/** "收入、支出总计分别为80万元、75万元": the first for the revenue, the second for the expenditure. */
function readOneEach(
  both: Subject,
  token: NumberToken,
  abreast: 'first' | 'second',
  reading: Reading,
  place: Place,
): Fate {
  const [first, second] = both.concepts;
  if (first === undefined || second === undefined || token.unit === null)
    return leaveSubject(reading, unclaimed('几个数并列，没有说明各是什么'));
  const fate = recordFacts(
    { ...both, concepts: [abreast === 'first' ? first : second] },
    token,
    reading,
    place,
  );
  takeUp(reading, both);
  return fate;
}

/** "总收入10万元，其中本年收入9万元，上年结转1万元": a total that has the year's own as a part is the grand total. */
function promoteWhole(part: Subject, token: NumberToken, reading: Reading, place: Place): void {
  const { inParts, whole } = reading.flow;
  const concept = isCarriedIn(part, token, place) ? 'revenue' : part.concepts[0];
  if (!inParts || whole === null || (concept !== 'revenue' && concept !== 'expenditure')) return;
  const plain = part.functionCode === null && part.fund === whole.fund && part.phase === whole.phase;
  if (!plain || whole.concepts.length > 1 || whole.concepts[0] !== concept || whole.functionCode !== null)
    return;
  const grand = `${concept}.grand_total` as const;
  const isWhole = (fact: Fact): boolean =>
    fact.concept === concept && fact.fund === whole.fund && fact.functionCode === null;
  const at = reading.facts.findLastIndex((fact) => fact.basis === 'stated' && isWhole(fact));
  if (isSaidAgain(reading.facts[at], token, reading, place)) return;
  reading.promoted.add(concept);
  // "…较上年增加1万元，增长11%。其中：": last year's figure that follows from it is a grand total too.
  for (let i = at; i >= 0 && i < reading.facts.length; i++) {
    const fact = reading.facts[i]!;
    if (isWhole(fact)) reading.facts[i] = { ...fact, concept: grand };
  }
  for (const [i, claim] of reading.claims.entries()) {
    const { subject, base, quote } = claim;
    if (quote !== reading.facts[at]?.quote || subject.concept !== concept || subject.fund !== whole.fund)
      continue;
    reading.claims[i] = {
      ...claim,
      subject: { ...subject, concept: grand },
      base: base.concept === concept ? { ...base, concept: grand } : base,
    };
  }
  reading.flow.whole = { ...whole, concepts: [grand] };
}

/** "财务总收入120万元，其中：…，上年结转15万元": what is left of last year is no revenue of this one. */
const isCarriedIn = ({ concepts }: Subject, token: NumberToken, { sentence }: Place): boolean =>
  concepts[0] === 'balance.opening' && Number(token.value) > 0 && TOTAL_REVENUE.test(sentence);
/** Of all money, 收入预算 is the 合计 of the income table; of the fiscal money it is the bottom line of 财政拨款收支总表. */
const TOTAL_REVENUE = /总收入|收入总计|财政拨款(?:收入预算|预算收入)/;

/** "综合得分为96.85，评价等级为优": points need no unit right behind their name. */
const SCORE_BEFORE = /(?:得分|评分|总分)\s*(?:为|是|:|：)?\s*$/;

const isScore = ({ concepts }: Subject, token: NumberToken, { sentence }: Place): boolean =>
  concepts.length === 1 &&
  concepts[0] === 'evaluation.score' &&
  Number(token.value) <= 100 &&
  SCORE_BEFORE.test(sentence.slice(0, token.start)) &&
  /^\s*(?:$|[,，。；;、)）(（])/.test(sentence.slice(token.end));

/** "支出合计80万元，其中：基本支出50万元；支出合计80万元" is no part; "总收入80万元，其中：本年收入80万元" is. */
function isSaidAgain(
  whole: Fact | undefined,
  token: NumberToken,
  { flow }: Reading,
  { sentence }: Place,
): boolean {
  const isFirst = flow.parts.length === 0 && /[本当]年[^，。；]*$/.test(sentence.slice(0, token.start));
  return !isFirst && whole?.valueMinor === quantityOf(token, 'CNY')?.valueMinor;
}

const isJudgement = (concept: ConceptId): boolean =>
  ['percent', 'points'].includes(conceptById(concept).unit);

/** "离休人员2人，退休人员10人": neither is all that retired, unless there are none of one kind. */
const RETIRED = /(?<!离)退休(?:人员|职工|教职?[工师]|干部|干警|民警)\D{0,6}\d/;
const RETIRED_EARLY = /(?:[^退]|^)离休(?!退)\D{0,10}?(\d+)\s*[人名]/;

function areRetiredApart(paragraph: string): boolean {
  const early = RETIRED_EARLY.exec(paragraph)?.[1];
  return early !== undefined && RETIRED.test(paragraph) && Number(early) !== 0;
}

/** "实有人数77人，其中：在职39人，退休16人": the first is not the staff in post. */
function isAllStaff(token: NumberToken, sentence: string): boolean {
  return (
    /实有(?:人数|人员)(?:共|总数|合计|为)*\s*$/.test(sentence.slice(0, token.start)) &&
    /^\D{0,4}其中\D{0,4}在[职编]/.test(sentence.slice(token.unitEnd))
  );
}

/** "支出00 00", "职业年金0 0", "购置费0 30305生活补助": cells of a table that lost its columns, not a nought that needs no unit. */
const NUMBER_IN_FRONT = /\d\s+$/;
const NUMBER_BEHIND = /^\s*\d/;
/** "外交支出0", "政府性基金预算拨款 0（二）外交支出 0": a row that lost its columns breaks off, or goes on with the next label. */
const SAID = /(?:[为是计共均数]|[:：])\s*$/;
const GOES_ON = /^\s*[，,。；;、)）]/;

function isNought({ value, text, start, end }: NumberToken, { sentence }: Place): boolean {
  const [before, behind] = [sentence.slice(0, start), sentence.slice(end)];
  return (
    value === '0' &&
    !/^00/.test(text) &&
    !NUMBER_IN_FRONT.test(before) &&
    !NUMBER_BEHIND.test(behind) &&
    (SAID.test(before) || GOES_ON.test(behind))
  );
}

/** "年中追加", "调减" */
const BUDGET_MOVED = /^(?:年中)?(?:追加|追减|调[增减]|核[增减])$/;

/** "人员编制14人，年末实有26人": behind the posts, who fills them and who has retired. */
const FILLED = /(?:实有|现有|实际|在岗)[^编\d]{0,3}$/;

/** "…绩效评价报告：该项目预算80万元，综合得分95分": which project was not understood, but it is not the body's. */
const OF_SOME_PROJECT = /[该此]项目/;

/** "执行率95%，得分9.5分": what one line of the form was awarded. */
function isItemScore(token: NumberToken, sentence: string, { body }: Reading): boolean {
  const before = sentence.slice(0, token.start);
  if (body.marks || Number(token.value) < LEAST_TOTAL || FULL_MARKS.test(before)) return true;
  return /(?<!自评|评价|绩效|综合|总|最终)得分\D{0,3}$/.test(before) && OF_ITEM.test(before);
}

/** No office gives itself less in all; lines of a form are worth less. */
const LEAST_TOTAL = 40;
/** "预算编制（50分）：自评得分48分" */
const FULL_MARKS =
  /[(（]\s*\d{1,2}(?:\.\d+)?\s*分\s*[)）][^。；]*$|分值\D{0,3}\d{1,2}(?:\.\d+)?\s*分[^。；]*$/;
const OF_ITEM = /执行率|指标|分值|投入|过程|产出|效益|满意度|管理/;

export function recordFacts(named: Subject, token: NumberToken, reading: Reading, place: Place): Fate {
  const subject = withCarriedOver(named, token, place);
  const year = subject.year ?? reading.disclosure.fiscalYear;
  if (year === null) return unclaimed('文档年度不明');
  if (subject.concepts[0] === 'headcount.retired' && areRetiredApart(reading.paragraph))
    return unclaimed('离休与退休人员分开列示，没有合计');
  if (subject.concepts[0] === 'headcount.in_post' && isAllStaff(token, place.sentence))
    return unclaimed('实有人数含离退休等人员');
  if (subject.concepts[0] === 'headcount.in_post' && reading.flow.whole?.concepts[0] === 'headcount.in_post')
    return unclaimed('在职人员的一部分');
  if (subject.concepts[0] === 'headcount.authorised' && FILLED.test(place.sentence.slice(0, token.start)))
    return unclaimed('实有人数，不是编制数');
  if (subject.concepts[0] === 'evaluation.score' && isItemScore(token, place.sentence, reading))
    return unclaimed('单项得分，不是总分');
  const partial = partialCount(subject, token, reading, place) ?? partialMoney(subject, token, place);
  if (partial !== null) return unclaimed(partial);
  if (
    subject.concepts.every(isJudgedAlike) &&
    subject.project === null &&
    OF_SOME_PROJECT.test(place.sentence)
  )
    return unclaimed('没有说明是哪个项目的');
  const ofMonths = isOfSomeMonths(place.sentence.slice(0, token.start));
  if (ofMonths && settledAs(subject, reading).some(isFlowOfYear)) return unclaimed('只是几个月的数');
  const found = subject.concepts.flatMap((concept) => {
    const quantity = measures(concept, token) ? quantityOf(token, conceptById(concept).unit) : null;
    const phase = settlePhase(subject, concept, reading);
    return quantity === null || phase === null
      ? []
      : [{ key: keyOf(concept, subject, phase, year), quantity, rule: ruleOf(concept, subject) }];
  });
  if (found.length < subject.concepts.length) return unclaimed('单位与主语不符，或不知是预算还是决算');
  for (const { key, quantity, rule } of found)
    recordFact(reading, place, key, quantity, { basis: 'stated', rule, at: token.start });
  return CLAIMED;
}

const settledAs = (subject: Subject, reading: Reading): { concept: ConceptId; phase: Phase | null }[] =>
  subject.concepts.map((concept) => ({ concept, phase: settlePhase(subject, concept, reading) }));

/** What a year brings; staff and cars are counted on a day. */
const isFlowOfYear = ({ concept, phase }: { concept: ConceptId; phase: Phase | null }): boolean =>
  phase === 'actual' &&
  (concept === 'rate.execution' || (!isObserved(concept) && !concept.startsWith('balance')));

/** Persons are not things, though a cell of a table may print one for the other; posts are counted in 个 too. */
function measures(concept: ConceptId, token: NumberToken): boolean {
  if (token.unit === null) return true;
  const measured = unitScale(token.unit)?.unit;
  const { unit } = conceptById(concept);
  return measured === unit || (concept === 'headcount.authorised' && token.unit === '个');
}

/** Joins what a phrase says with what was said before it. */

import { type ConceptId, conceptById, hasFund } from '../../vocabulary/concept.ts';
import type { Fund, Phase } from '../fact.ts';
import { isNoPartOf } from './no-part-of.ts';
import type { Phrase } from './phrase.ts';
import { type Reading, thingOf } from './reading.ts';
import { resolveInProject } from './resolve-in-project.ts';
import { codeOfItem } from './resolve-item.ts';
import { isOneBudget } from './section.ts';
import { isObserved, isRevenue, type Subject, subjectOf } from './subject.ts';

/** Why a figure cannot be told whose it is; for the analyst. */
export interface Unresolved {
  reason: string;
}

/** Behind "…其中：甲3万元，乙5万元。" a comparison that names nothing. */
const OF_TWO: Unresolved = { reason: '比较的是合计还是其中最后一项，没有说明' };

export const isOfTwo = (found: Subject | Unresolved): boolean => found === OF_TWO;

export const isUnresolved = (found: Subject | Unresolved): found is Unresolved => 'reason' in found;

/** The subject that a phrase names or continues. */
export function resolveSubject(printed: Phrase, reading: Reading): Subject | Unresolved {
  const { project } = reading.section;
  const found = project === null ? 'elsewhere' : resolveInProject(printed, project, reading);
  return found === 'elsewhere' ? resolveOfBody(inItsSection(printed, reading), reading) : found;
}

/** "财政拨款支出减少30万元" below a heading on the general public budget is of that, where no other budget is named. */
function inItsSection(printed: Phrase, { section, paragraph }: Reading): Phrase {
  const short = printed.fund === 'fiscal' && isOneBudget(section.fund) && !OTHER_BUDGETS.test(paragraph);
  return short ? { ...printed, fund: section.fund } : printed;
}

const OTHER_BUDGETS = /政府性基金|国有资本/;

function resolveOfBody(printed: Phrase, reading: Reading): Subject | Unresolved {
  const phrase = asOtherClass(printed, reading) ?? printed;
  if (phrase.unread !== '') {
    if (isOfOtherBody(phrase, reading)) reading.flow.otherBody = true;
    return { reason: `没有读懂“${phrase.unread.slice(0, 20)}”` };
  }
  if (phrase.ofProject && phrase.concept === null && saysMoney(phrase))
    return { reason: '项目的数，没有说明是哪些项目' };
  if (reading.flow.partsLost || (reading.section.leadLost && !standsAlone(phrase, reading)))
    return { reason: '整体没有读懂，不知是谁的一部分' };
  const found = namedSubject(phrase, reading);
  if (isUnresolved(found)) return found;
  if (isPartOfRunning(found, reading)) return { reason: '运行经费或基本支出中的部分，不是“三公”经费的全部' };
  if (phrase.given && !saysMoney(phrase) && found.phase === null && !isListed(reading))
    return { reason: '项目资金，没有说明是预算还是支出' };
  if (isPartOfItem(found, reading)) return { reason: '某一科目的一部分，该数不分科目' };
  if (isNoPartOf(found, reading)) return { reason: '整体中的一部分，不是其名称所指的全部' };
  const year = yearOf(phrase, reading) ?? stockYearOf(found, reading);
  if (isStock(found) && typeof year === 'number') reading.flow.stockYear = year;
  if (year === 'previous')
    return { ...found, phase: phrase.phase ?? found.phase, year: previousYear(reading) };
  return { ...found, phase: phrase.phase ?? found.phase, year: year ?? found.year };
}

/** "示例县疾控中心2024年收入总计50万元，…。支出总计50万元。": a unit of the department, to the end of its paragraph. */
function isOfOtherBody(phrase: Phrase, { disclosure }: Reading): boolean {
  return disclosure.bureauName !== null && phrase.side !== null && OTHER_BODY.test(phrase.unread);
}

const OTHER_BODY = /\p{Script=Han}{3}(?:局|心|中心|[医学]院|大学|[中小]学|校|站|所|馆|队|幼儿园)$/u;

/** Whatever was listed: 公务接待费 below a heading on the 三公 is theirs, and an item with its budget or actual is the body's. */
function standsAlone(phrase: Phrase, { section, flow }: Reading): boolean {
  const { concept, item, phase, classCode, economicCode, fund } = phrase;
  if ([...section.topics].some((topic) => concept?.startsWith(topic))) return true;
  if (item !== null) return phase !== null && concept === null;
  const goesOn = [concept, classCode, economicCode, fund].every((one) => one === null);
  return goesOn && flow.carry !== null && flow.carry.functionCode !== null;
}

/** "总支出80万元，其中：项目经费20万元": spent as the whole is. */
const isListed = ({ flow, section, disclosure }: Reading): boolean =>
  flow.inParts || section.lead !== null || disclosure.kind === 'budget';

const saysMoney = ({ phase, side }: Phrase): boolean => phase !== null || side !== null;

const namesSomething = ({ concept, side, item, classCode, economicCode, fund, unread }: Phrase): boolean =>
  [concept, side, item, classCode, economicCode, fund].some((one) => one !== null) || unread !== '';

/** "费用支出较上年减少": in a comparison a bare 支出 is that of what was spoken of. */
export function resolveCompared(phrase: Phrase, reading: Reading): Subject | Unresolved {
  const { carry, ended, lastPart } = reading.flow;
  if (ended !== null && carry !== null && carry === lastPart && carry !== ended && !namesSomething(phrase))
    return OF_TWO;
  const bare =
    phrase.side === 'expenditure' && !phrase.strong && phrase.fund === null && phrase.concept === null;
  const spent = carry !== null && !carry.concepts.some(isRevenue);
  if (bare && ended !== null && carry === lastPart && carry !== ended)
    return isAllSpent(ended) && phrase.unread === '' ? resolveWhole(ended, phrase, reading) : OF_TWO;
  if (bareInProject(phrase, reading)) return carry!;
  if (isCarriedFund(phrase, reading)) return resolveSubject({ ...phrase, fund: null }, reading);
  const grand = grandOfPair(phrase, reading);
  if (grand !== null && phrase.unread === '') return grand;
  return resolveSubject(bare && spent ? { ...phrase, side: null } : phrase, reading);
}

/** "一般公共预算财政拨款支出80万元。与上年相比，一般公共预算财政拨款增加5万元": of the side just spoken of. */
function isCarriedFund(phrase: Phrase, { flow }: Reading): boolean {
  const { carry, ended } = flow;
  const only = namesSomething({ ...phrase, fund: null }) || phrase.fund === null || phrase.phase !== null;
  const [concept, ...others] = carry?.concepts ?? [];
  const total = others.length === 0 && /^(?:revenue|expenditure)(?:\.grand_total)?$/.test(concept ?? '');
  return (
    !only &&
    total &&
    ended === null &&
    !flow.inParts &&
    carry?.fund === phrase.fund &&
    carry.functionCode === null
  );
}

/** "支出预算80万元，其中：教育支出50万元，…。支出较去年增加5万元": of all that is listed. */
const isAllSpent = ({ concepts, functionCode }: Subject): boolean =>
  functionCode === null && concepts.length === 1 && /^expenditure(?:\.grand_total)?$/.test(concepts[0]!);

function resolveWhole(whole: Subject, phrase: Phrase, reading: Reading): Subject | Unresolved {
  const year = yearOf(phrase, reading);
  return { ...whole, phase: phrase.phase ?? whole.phase, year: typeof year === 'number' ? year : whole.year };
}

/** "实际支出28万元，比上年减少2万元" in a text about one project, whose last figure was understood. */
function bareInProject(phrase: Phrase, { flow, section }: Reading): boolean {
  const { carry } = flow;
  if (section.project === null || carry === null || flow.astray !== null) return false;
  const known = carry.project === section.project && carry.phase !== null;
  return known && phrase.phase === null && !namesSomething(phrase);
}

/** "收入总计80万元，支出总计80万元，收入比上年增加5万元", or "收支较上年…": the totals just named. */
function grandOfPair(phrase: Phrase, { flow }: Reading): Subject | null {
  if (phrase.side === 'both' && phrase.fund === null && phrase.year === null && phrase.concept === null)
    return flow.both;
  const bare = !phrase.strong && phrase.fund === null && phrase.concept === null && phrase.year === null;
  const grand = flow.both?.concepts.find((concept) => concept === `${phrase.side}.grand_total`);
  return bare && flow.both !== null && grand !== undefined ? { ...flow.both, concepts: [grand] } : null;
}

/** 其他支出 is a class of both classifications; after functional classes of one total it is the functional one. */
function asOtherClass(phrase: Phrase, reading: Reading): Phrase | null {
  const { carry, inParts } = reading.flow;
  const among = inParts && carry?.functionCode?.length === 3;
  if (!among || phrase.unread !== '其他' || phrase.side !== 'expenditure') return null;
  return { ...phrase, unread: '', side: null, classCode: OTHER_EXPENDITURE };
}

const OTHER_EXPENDITURE = '229';

const isStock = (subject: Subject): boolean => subject.concepts[0]?.startsWith('asset.') ?? false;

/** "截至2024年12月31日，共有车辆3辆。单价100万元以上设备2台": the date holds for the sentences behind it. */
const stockYearOf = (subject: Subject, reading: Reading): number | null =>
  isStock(subject) ? reading.flow.stockYear : null;

function namedSubject(phrase: Phrase, reading: Reading): Subject | Unresolved {
  if (phrase.item !== null || phrase.classCode !== null) return itemSubject(phrase, reading);
  if (phrase.economicCode !== null) return economicSubject(phrase, reading);
  if (phrase.concept !== null) return freshSubject([phrase.concept], phrase, reading);
  if (phrase.side !== null) return sideSubject(phrase, reading);
  if (phrase.fund !== null) return fundSubject(phrase, reading);
  const behindList = phrase.phase === null ? null : behindParts(phrase.phase, reading);
  if (behindList !== null) return behindList;
  // "…其中：…项目支出20万元。全年预算数为90万元": a sentence that names only the phase speaks of the whole again.
  if (phrase.phase !== null && reading.flow.ended !== null) return reading.flow.ended;
  return (
    reading.flow.carry ??
    countedEvent(phrase, reading) ??
    wholeBudget(phrase, reading) ?? { reason: '句中没有主语' }
  );
}

/** "公务接待22批次，180人次，预算2万元": what was planned for the counted. */
function countedEvent(phrase: Phrase, reading: Reading): Subject | null {
  const { counting } = reading.flow;
  if (counting === null || phrase.phase === null) return null;
  return freshSubject([`three_public.${counting}`], phrase, reading);
}

/** "支出预算80万元，其中：基本支出50万元，项目支出30万元。实际支出78万元": behind the list the whole is spoken of again. */
function endedWhole({ flow }: Reading): Subject | null {
  const { ended, carry, lastPart } = flow;
  return ended !== null && carry === lastPart && !ended.concepts.some(isRevenue) ? ended : null;
}

/** "部门预算80万元，其中：财政拨款70万元；支出总额78万元": no part of what was planned, and perhaps not planned at all. */
function isBehindPlan({ flow, disclosure }: Reading): boolean {
  const { whole, inParts } = flow;
  const [concept] = whole?.concepts ?? [];
  const total = /^(?:revenue|expenditure)(?:\.grand_total)?$/.test(concept ?? '');
  const planned = whole !== null && whole.phase !== null && whole.phase !== 'actual';
  return disclosure.kind !== 'budget' && inParts && total && planned && flow.carry !== whole;
}

const isPlannedRevenue = (carry: Subject | null): boolean =>
  carry?.concepts.every(isRevenue) === true && carry.phase !== null && carry.phase !== 'actual';

const OF_WHOLE_OR_PART: Unresolved = { reason: '说的是整体还是其中最后一项，没有说明' };

/**
 * "年初预算8万元，其中：甲3万元，乙5万元；支出决算9万元": behind the list of budgets the whole's actual follows its
 * budget. Behind a comma, or one part, it may as well be that of the part.
 */
function behindParts(phase: Phrase['phase'], { flow }: Reading): Subject | Unresolved | null {
  const { inParts, listEnded, whole, parts, carry } = flow;
  if (!inParts || whole === null || carry === null || carry === whole) return null;
  // "支出决算9万元，其中：甲3万元；支出决算9万元": said once more.
  if (carry.phase === phase) return listEnded === carry ? OF_WHOLE_OR_PART : null;
  const own = thingOf(carry);
  const others = parts.filter(({ thing }) => thing !== own);
  if (listEnded !== carry)
    return others.length === 0 || others.some((one) => one.phase === phase) ? null : OF_WHOLE_OR_PART;
  const isParallel = others.length > 0 && carry.phase === whole.phase && whole.concepts.length === 1;
  return isParallel ? whole : OF_WHOLE_OR_PART;
}

/** "本单位2031年全年预算执行数…": in a self-evaluation its dated budget or execution without a subject is that of the body. */
function wholeBudget(phrase: Phrase, reading: Reading): Subject | null {
  const { flow, body } = reading;
  const dated = phrase.owner && typeof yearOf(phrase, reading) === 'number';
  const stated = phrase.phase !== null && (dated || (body.whole && !flow.lost && !flow.inParts));
  return stated && reading.disclosure.kind === 'self_evaluation' ? subjectOf(['expenditure'], 'all') : null;
}

function itemSubject(phrase: Phrase, reading: Reading): Subject | Unresolved {
  const code = phrase.classCode ?? codeOfItem(phrase.item!, reading);
  if (code === null) return { reason: `科目“${phrase.item!.names.at(-1)}”不在分类目录中` };
  const concept = phrase.concept ?? 'expenditure';
  const { lead, fund } = reading.section;
  const whole = reading.flow.whole ?? lead;
  const subject = freshSubject([concept], phrase, reading);
  return { ...subject, fund: phrase.fund ?? whole?.fund ?? fund, functionCode: code };
}

/** Economic classes are those of basic expenditure, or of agency running costs; elsewhere nobody says of which. */
function economicSubject(phrase: Phrase, reading: Reading): Subject | Unresolved {
  const whole = reading.flow.whole ?? reading.section.lead;
  const concept = whole?.concepts[0];
  if (concept !== 'expenditure.basic' && concept !== 'agency_running_costs')
    return { reason: '经济科目没有说明属于基本支出还是项目支出' };
  return { ...freshSubject([concept], phrase, reading), economicCode: phrase.economicCode };
}

/** A subject that the phrase names; fund and phase come from the whole where it is a part. */
function freshSubject(concepts: readonly ConceptId[], phrase: Phrase, reading: Reading): Subject {
  const { flow, section } = reading;
  const part = flow.inParts && !facesOther(concepts, flow.whole) ? flow.whole : null;
  const lead = facesOther(concepts, section.lead) ? null : section.lead;
  const whole = flow.inParts ? part : lead;
  const fund: Fund = phrase.fund ?? whole?.fund ?? section.fund;
  return {
    ...subjectOf(concepts, fund),
    functionCode: concepts.every(hasFunction) ? (whole?.functionCode ?? null) : null,
    phase: part?.phase ?? section.phase,
    year: flow.year ?? part?.year ?? section.year,
    project: concepts.some(isOfProject) && phrase.body !== 'whole' ? section.project : null,
  };
}

const hasFunction = (concept: ConceptId): boolean =>
  conceptById(concept).dimensions.includes('function_code') && !isRevenue(concept);

const RUNNING: ReadonlySet<ConceptId> = new Set(['expenditure.operating', 'expenditure.basic']);
const MAY_BE_ELSEWHERE = /^(?:three_public|conference|training)/;

/** "机关运行经费90万元，其中：办公费20万元，公务接待费2万元": projects may have paid for guests too. */
function isPartOfRunning(found: Subject, { flow, section, disclosure }: Reading): boolean {
  const [whole] = (flow.inParts ? flow.whole : section.lead)?.concepts ?? [];
  if (whole === undefined || !MAY_BE_ELSEWHERE.test(found.concepts[0] ?? '')) return false;
  const published = disclosure.kind === 'final_accounts' || disclosure.kind === 'budget';
  return whole === 'agency_running_costs' || (published && RUNNING.has(whole));
}

/** "教育支出80万元，其中：人员经费60万元": what knows no functional class would pass for that of the whole body. */
function isPartOfItem(found: Subject, { flow, section }: Reading): boolean {
  const whole = flow.inParts ? flow.whole : section.lead;
  if (whole === null || whole.functionCode === null || found === whole) return false;
  const ofMoney = found.concepts.every((concept) => conceptById(concept).unit === 'CNY');
  return ofMoney && !found.concepts.every(hasFunction) && !facesOther(found.concepts, whole);
}

/** 支出 behind "收入…，其中：…；" is no part of the revenue: it begins the other side. */
function facesOther(concepts: readonly ConceptId[], whole: Subject | null): boolean {
  if (whole === null || whole.concepts.length > 1) return false;
  // "公务用车3辆，其中：轿车1辆，公务用车购置费0万元": money is no part of things counted.
  const [own, counted] = [concepts[0], whole.concepts[0]].map((one) => one && conceptById(one).unit);
  if (own === 'CNY' && counted !== 'CNY') return true;
  const sideOf = (concept: ConceptId | undefined) => /^(?:revenue|expenditure)/.exec(concept ?? '')?.[0];
  const [side, other] = [sideOf(concepts[0]), sideOf(whole.concepts[0])];
  return side !== undefined && other !== undefined && side !== other;
}

const isOfProject = (concept: ConceptId): boolean =>
  concept === 'expenditure.project' || concept === 'rate.execution' || concept === 'evaluation.score';

/** 收入, 支出 and their totals. A bare 支出 continues a subject that is spent ("支出决算为…"). */
function sideSubject(phrase: Phrase, reading: Reading): Subject | Unresolved {
  const { carry } = reading.flow;
  const weak = phrase.fund === null && !phrase.strong && phrase.side !== 'both';
  // Behind "…，上年结转20万元" 支出预算 begins the other side.
  const spent = carry !== null && !carry.concepts.some((one) => isRevenue(one) || one.startsWith('balance.'));
  if (weak && phrase.side === 'expenditure' && spent && phrase.phase !== null)
    return behindParts(phrase.phase, reading) ?? endedWhole(reading) ?? carry;
  // "年初预算收入80万元，支出80万元": planned as the revenue, or spent.
  if (weak && phrase.side === 'expenditure' && phrase.phase === null && isPlannedRevenue(carry))
    return { reason: '支出，没有说明是预算还是决算' };
  // "“三公”经费预算3万元，支出1.04万元": what was budgeted was spent; another total would name its year or its owner.
  const planned =
    spent && carry.phase !== null && carry.phase !== 'actual' && carry.concepts[0] !== 'expenditure';
  if (weak && phrase.side === 'expenditure' && planned && phrase.year === null && !phrase.owner)
    return { ...carry, phase: 'actual' };
  // "公务接待费支出4万元，上年支出5万元": of last year the same is meant.
  const particular = spent && carry.concepts.length === 1 && carry.concepts[0] !== 'expenditure';
  if (weak && phrase.side === 'expenditure' && particular && phrase.year === 'previous' && !phrase.owner)
    return carry.phase === null || carry.phase === 'actual' || phrase.phase !== null
      ? carry
      : { reason: '上年支出，没有说明是预算还是决算' };
  const announced = announcedPart(reading);
  if (weak && phrase.side === 'expenditure' && announced !== null) return announced;
  // "公务接待24批次，210人次，支出2万元": what the counted receptions cost.
  const { counting } = reading.flow;
  const uncounted = carry === null || carry.concepts[0] === `three_public.${counting}`;
  if (weak && phrase.side === 'expenditure' && counting !== null && uncounted && phrase.year === null)
    return freshSubject([`three_public.${counting}`], phrase, reading);
  const bare = phrase.phase === null && phrase.year === null && !phrase.total && !phrase.overall;
  if (
    weak &&
    (reading.flow.announced || bare) &&
    particular &&
    phrase.side === 'expenditure' &&
    !phrase.owner
  )
    return { reason: '没有说明是刚说到的一项还是总数' };
  if (weak && reading.flow.lost && !phrase.owner && typeof phrase.year !== 'number')
    return { reason: '前一主语没有读懂' };
  if (weak && reading.section.other !== null && (carry === null || particular) && !phrase.owner)
    return { reason: '标题说的是其中一项，没有说明是不是总数' };
  if (reading.flow.otherBody && !phrase.owner) return { reason: '前面说的是另一个单位' };
  const silent = phrase.phase === null && phrase.year === null && phrase.fund === null;
  if (phrase.strong && silent && isBehindPlan(reading)) return { reason: '总数，没有说明是预算还是决算' };
  const subject = freshSubject(sideConcepts(phrase, reading), phrase, reading);
  const otherSide = isOtherSideOfYear(phrase, carry, reading);
  const said = otherSide
    ? carry
    : (reading.flow.ended ?? (reading.flow.inParts ? reading.flow.whole : (listedRevenue(reading) ?? carry)));
  const goesOn = weak || otherSide;
  if (!goesOn || phrase.year !== null || !said?.concepts.some(isRevenue)) return subject;
  return SPENT_FROM.has(said.fund) ? { ...subject, fund: said.fund } : subject;
}

/** "财政拨款收支总预算80万元。收入包括：" and below it "一般公共预算拨款60万元、政府性基金20万元。支出包括：…": of all that was listed. */
function listedRevenue({ section, paragraph }: Reading): Subject | null {
  const { lead } = section;
  return lead?.concepts.some(isRevenue) && OTHER_LIST.test(paragraph) ? lead : null;
}

const OTHER_LIST = /[。；;]\s*支出(?:主要)?包括/;

/** "政府性基金预算财政拨款本年收入80万元，…；本年支出75万元": of the same money. */
function isOtherSideOfYear(phrase: Phrase, said: Subject | null, { flow, paragraph }: Reading): boolean {
  if (
    said === null ||
    (flow.inParts && !isOneBudget(said.fund)) ||
    phrase.total ||
    phrase.overall ||
    phrase.side !== 'expenditure'
  )
    return false;
  return said.concepts[0] === 'revenue' && said.concepts.length === 1 && /拨款本年收入/.test(paragraph);
}

/** "“三公”经费：全年支出8万元": behind its name a bare 支出 is that of the named, which has no total in it. */
function announcedPart(reading: Reading): Subject | null {
  const { inParts, whole, carry } = reading.flow;
  const [concept] = whole?.concepts ?? [];
  const announced = inParts && whole !== null && whole === carry;
  return announced && /^(?:three_public|procurement|agency_running_costs)/.test(concept ?? '') ? whole : null;
}

/** Funds that both come in and are spent; 其他收入 in front of 支出 says nothing about the expenditure. */
const SPENT_FROM: ReadonlySet<Fund> = new Set([
  'all',
  'fiscal',
  'general_public',
  'government_fund',
  'state_capital',
]);

function sideConcepts(phrase: Phrase, reading: Reading): ConceptId[] {
  if (phrase.side === 'both')
    return phrase.grand || phrase.phase !== null
      ? ['revenue.grand_total', 'expenditure.grand_total']
      : ['revenue', 'expenditure'];
  const side = phrase.side === 'revenue' ? 'revenue' : 'expenditure';
  // "（一）收入总计…包括：1．财政拨款收入总计": with a fund, below a total of all funds, it is one source of it.
  const source = phrase.fund !== null && reading.section.lead?.fund === 'all';
  const promoted = phrase.overall && reading.promoted.has(side);
  return [(phrase.grand || promoted) && !source ? `${side}.grand_total` : side];
}

/** "其中：一般公共预算财政拨款40万元": the concept is that of the whole. */
function fundSubject(phrase: Phrase, reading: Reading): Subject | Unresolved {
  const whole = reading.flow.inParts ? reading.flow.whole : reading.section.lead;
  const [concept] = whole?.concepts ?? [];
  if (whole === null || concept === undefined || whole.concepts.length > 1)
    return { reason: '只有资金来源，没有说明是收入还是支出' };
  // "“三公”经费31.2万元，其中：财政拨款28.6万元": the part would pass for the whole, which no fund tells apart.
  if (!hasFund(concept)) return { reason: '按资金来源的一部分，该数不分资金来源' };
  const plain = concept.replace('.grand_total', '') as ConceptId;
  return { ...whole, concepts: [plain], fund: phrase.fund! };
}

const yearOf = (phrase: Phrase, reading: Reading): number | 'previous' | null =>
  phrase.year ?? reading.flow.year;

const previousYear = (reading: Reading): number | null =>
  reading.disclosure.fiscalYear === null ? null : reading.disclosure.fiscalYear - 1;

/** The phase that a subject has once words, topic and kind of document have been heard; null where nobody says. */
export function settlePhase(subject: Subject, concept: ConceptId, reading: Reading): Phase | null {
  const { context, disclosure } = reading;
  if (isObserved(concept)) return 'actual';
  if (subject.phase === 'bare') {
    const ofThisYear = subject.year === null || subject.year === disclosure.fiscalYear;
    const noted = concept.startsWith('three_public') && ofThisYear ? context.threePublicBudgetPhase : null;
    return noted ?? context.bareBudgetPhase;
  }
  if (subject.phase !== null) return subject.phase;
  if (disclosure.kind !== 'budget') return 'actual';
  return subject.year === null || subject.year === disclosure.fiscalYear ? 'original_budget' : null;
}

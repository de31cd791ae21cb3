/** What the words in front of a figure say about it, each word accounted for. */

import { OWN_BODY } from '../../layouts/narrative/filler-words.ts';
import type { Side, Topic } from '../../layouts/narrative/word.ts';
import type { NumberToken } from '../../parse/amount.ts';
import type { ConceptId } from '../../vocabulary/concept.ts';
import type { Fund, Phase } from '../fact.ts';
import type { FunctionItem } from './function-item.ts';
import type { Word } from './lex.ts';

export interface Phrase {
  concept: ConceptId | null;
  event: 'reception' | 'overseas' | null;
  fund: Fund | null;
  phase: Phase | 'bare' | null;
  side: Side | null;
  /** The side is meant as a total, whatever was spoken of before. */
  strong: boolean;
  grand: boolean;
  /** 合计, 总计: one of these words was said. */
  total: boolean;
  /** 总收入, 总支出: with or without the balances, as the report uses the word. */
  overall: boolean;
  year: number | 'previous' | null;
  item: FunctionItem | null;
  classCode: string | null;
  economicCode: string | null;
  /** Words that say the figure is outside the vocabulary, and why. */
  outside: string | null;
  /** Text that no word covers; a figure behind it is not claimed. */
  unread: string;
  /** The words name the reporting body itself. */
  owner: boolean;
  /** "项目共支出8万元": of some project, or of several. */
  ofProject: boolean;
  /** "项目资金8万元": money of projects, planned, given or spent. */
  given: boolean;
  /** The words name the department: `whole` where they say that all of it is meant. */
  body: 'named' | 'whole' | null;
}

export interface PhraseContext {
  numbers: readonly NumberToken[];
  items: readonly FunctionItem[];
  /** What the text around is about: some words name a concept only there. */
  topics: ReadonlySet<Topic>;
}

const EMPTY: Phrase = {
  concept: null,
  event: null,
  fund: null,
  phase: null,
  side: null,
  strong: false,
  grand: false,
  total: false,
  overall: false,
  year: null,
  item: null,
  classCode: null,
  economicCode: null,
  outside: null,
  unread: '',
  owner: false,
  ofProject: false,
  given: false,
  body: null,
};

/** "本单位", "我局" */
const OWNER = new RegExp(`^${OWN_BODY}`);

/** "部门整体支出", "部门预算" */
const WHOLE_BODY = /整体|^部门预算/;
const BODY = /^(?:部门|单位)/;

function bodyIn(words: readonly Word[]): Phrase['body'] {
  if (words.some(({ text }) => WHOLE_BODY.test(text))) return 'whole';
  // 项目单位 is who carries the project out.
  return words.some(({ text }, at) => BODY.test(text) && words[at - 1]?.text !== '项目') ? 'named' : null;
}

export function readPhrase(words: readonly Word[], context: PhraseContext): Phrase {
  const phrase = { ...EMPTY, body: bodyIn(words) };
  const concepts: ConceptId[] = [];
  for (const word of words) addWord(phrase, concepts, word, context);
  phrase.concept = mostParticular(concepts, phrase);
  addYearPoint(phrase, words);
  if (phrase.concept?.startsWith('headcount') === true && isOfUnitsBelow(words)) phrase.unread += '下属';
  // "我部门编制2031年部门预算单位共35个": the plan is drawn up, no posts are counted.
  if (phrase.concept === 'headcount.authorised' && (phrase.phase !== null || drawsUp(words)))
    phrase.unread += '编制预算';
  // "因公出国（境）支出": money for the event, not the event.
  if (phrase.concept === null && phrase.event !== null && phrase.side === 'expenditure')
    phrase.concept = `three_public.${phrase.event}`;
  if (words.some((word) => word.kind === 'reserved') && phrase.concept?.startsWith('procurement'))
    phrase.phase ??= 'bare';
  if (phrase.concept === 'procurement.sme' && words.some((word) => word.text.startsWith('由')))
    phrase.phase = 'actual';
  if (phrase.concept === 'procurement.micro' && words.some((word) => word.text.startsWith('由')))
    phrase.phase = 'actual';
  return phrase;
}

/** 项目支出 is spent where nothing else is said; these are not. */
const GIVEN = /^(?:专项|项目)(?:资金|经费)$/;

/** 编制 as a verb: a year or a body follows it. */
const drawsUp = (words: readonly Word[]): boolean =>
  words.some(
    ({ text }, at) =>
      text === '编制' &&
      (words[at + 1]?.kind === 'number' || /^(?:部门|单位|预算)/.test(words[at + 1]?.text ?? '')),
  );

/** "下属事业单位在职20人": not the staff of all; "局机关及下属单位" is all. */
const isOfUnitsBelow = (words: readonly Word[]): boolean =>
  words.some(({ text }) => /^[下所]属/.test(text)) && !words.some(({ text }) => /^[及和]$/.test(text));

function addWord(phrase: Phrase, concepts: ConceptId[], word: Word, context: PhraseContext): void {
  switch (word.kind) {
    case 'concept':
      if (word.within !== undefined && !context.topics.has(word.within)) phrase.unread += word.text;
      else concepts.push(isOfAssets(word.concept, word.text, context) ? 'asset.vehicles' : word.concept);
      phrase.given ||= GIVEN.test(word.text);
      phrase.phase ??= word.phase ?? null;
      return;
    case 'event':
      phrase.event = word.of;
      return;
    case 'fund':
      phrase.fund = word.fund;
      if (word.side !== undefined) Object.assign(phrase, { side: word.side, strong: true });
      return;
    case 'phase':
      // "年初批复我局预算资金80万元": a bare 预算 behind one that says which changes nothing.
      if (word.phase !== 'bare' || phrase.phase?.endsWith('_budget') !== true) phrase.phase = word.phase;
      phrase.side ??= word.side ?? null;
      return;
    case 'side':
      phrase.side = phrase.side !== null && phrase.side !== word.side ? 'both' : word.side;
      phrase.strong ||= word.strong === true;
      phrase.overall ||= word.strong === true;
      return;
    case 'total':
      phrase.grand ||= word.grand;
      phrase.total = true;
      phrase.strong = true;
      return;
    case 'year':
      if (word.year === 'previous') phrase.year = 'previous';
      else phrase.strong ||= word.text.startsWith('本年');
      return;
    case 'number':
      phrase.year = yearOf(context.numbers[word.index]) ?? phrase.year;
      return;
    case 'item':
      phrase.item = context.items[word.index] ?? null;
      return;
    case 'class':
      phrase.classCode = word.code;
      return;
    case 'economic':
      phrase.economicCode = word.code;
      return;
    case 'outside':
      phrase.outside = word.reason;
      return;
    case 'filler':
      phrase.owner ||= OWNER.test(word.text);
      phrase.ofProject ||= word.text === '项目';
      return;
    case 'stock':
    case 'year_point':
    case 'carryover':
    case 'reserved':
    case 'among':
    case 'lead':
      return;
    case 'compare':
      // 和 and 与 join what they stand between; where they compare, the comparison was cut off before.
      if (!/^[和与同]$/.test(word.text)) phrase.unread += word.text;
      return;
    default:
      phrase.unread += word.text;
  }
}

/** "共有公务用车4辆" below a heading on the state's assets: all that the body has. */
const isOfAssets = (concept: ConceptId, text: string, { topics }: PhraseContext): boolean =>
  concept === 'three_public.vehicles_held' && /^[共现]有/.test(text) && topics.has('assets');

export function yearOf(number: NumberToken | undefined): number | null {
  return number?.role === 'date' && /^(?:19|20)\d\d$/.test(number.value) ? Number(number.value) : null;
}

/** Of 政府采购 and 货物 the second is meant; of two that are not part of one another, neither. */
function mostParticular(concepts: readonly ConceptId[], phrase: Phrase): ConceptId | null {
  let found: ConceptId | null = null;
  for (const concept of concepts) {
    if (found === null || concept.startsWith(`${found}.`) || isKindOfStaff(concept, found)) found = concept;
    else if (found !== concept && !found.startsWith(`${concept}.`) && !isKindOfStaff(found, concept))
      phrase.unread += `${found}与${concept}`;
  }
  return found;
}

/** "在职在编实有行政人员11人": of the staff in post, one kind. */
const isKindOfStaff = (concept: ConceptId, whole: ConceptId): boolean =>
  whole === 'headcount.in_post' && KINDS_OF_STAFF.has(concept);
const KINDS_OF_STAFF: ReadonlySet<ConceptId> = new Set([
  'headcount.civil_servants',
  'headcount.civil_service_managed',
  'headcount.institution',
]);

/** "2023年末财政拨款结转结余" is a closing balance; "年初…安排" is the original budget. */
function addYearPoint(phrase: Phrase, words: readonly Word[]): void {
  const point = words.find((word) => word.kind === 'year_point');
  const carryover = words.some((word) => word.kind === 'carryover');
  if (carryover && !phrase.concept?.startsWith('balance')) {
    // "项目支出结转和结余20万元": what is left of it was not spent.
    if (point === undefined || phrase.concept !== null) phrase.unread += '结转结余';
    else phrase.concept = point.point === 'start' ? 'balance.opening' : 'balance.closing';
    return;
  }
  if (point?.point !== 'start' || phrase.concept?.startsWith('balance')) return;
  if (words.some((word) => word.text.includes('安排'))) phrase.phase ??= 'original_budget';
  if (phrase.phase === 'bare') phrase.phase = 'original_budget';
}

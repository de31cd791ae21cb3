/**
 * A sentence with every number replaced by one character, so that the words around the numbers can be
 * matched whatever the figures are. Spaces, quotes and brackets that say nothing are gone.
 */
import { type NumberToken, numbersIn } from '../../parse/amount.ts';
import { type FunctionItem, markItems } from './function-item.ts';
import {
  EQUIPMENT_OVER_1M,
  itemMark,
  MOST_NUMBERS,
  numberIndex,
  numberMark,
  OTHER_EQUIPMENT,
} from './marks.ts';

export interface Skeleton {
  text: string;
  numbers: readonly NumberToken[];
  items: readonly FunctionItem[];
}

/** "增加（减少）", "增长/下降": a form nobody filled in, without direction. */
const EITHER_WAY =
  /(?:增加|减少|增长|下降|上升)(?:\((?:增加|减少|增长|下降|上升)\)|[/|](?:增加|减少|增长|下降|上升))/g;
/** "收入、支出", "收、支": one subject, not two clauses. */
const BOTH_SIDES: readonly (readonly [RegExp, string])[] = [
  [/收入总计(?:、|和|及)支出总计/g, '收支总计'],
  [/收入(?:、|和|及)支出/g, '收支'],
  [/收、支/g, '收支'],
];
/** "收支预算总表支出栏、基本支出表…编制": the name of a table says no subject. */
const TABLE_NAME = /\p{Script=Han}{0,12}(?:总|明细|支出|收入|预算|决算|情况)表(?:的?(?:支出|收入)栏)?/gu;
/** "单价100万元(含)以上设备(不含车辆)": the price is part of the name. */
const EQUIPMENT =
  /单(?:台|位)?(?:价值?|台价值)(?:在)?([\ue000-\uefff])(?:\(含\)|含)?以上(?:\(含\))?的?((?:通用|专用|大型)?)设备/g;
/** Brackets around nothing but words or numbering: "(以合同签订为准)", "(境)", "(1)". */
const EMPTY_ASIDE = /\([^()\ue000-\uf8ff]*\)/g;
/** "基本工资、津贴补贴等人员经费": what the account is made of, in front of its name. */
const EXAMPLES = /(?:\p{Script=Han}{2,12}、)*\p{Script=Han}{2,12}等(?=(?:人员|公用)经费)/gu;
const THREE_PUBLIC_ITEM = '(?:因公出国|公务接待|公务用车|公车)[\\p{Script=Han}()]{0,14}?';
/** "因公出国(境)费、公务接待费和公车运行费(三公经费)": the bracket names the sum of what is listed. */
const NAMED_SUM = new RegExp(
  `${THREE_PUBLIC_ITEM}(?:(?:[、,]|以?及|和)${THREE_PUBLIC_ITEM})+\\((三公(?:经费|支出|费用)?)\\)`,
  'gu',
);
/** "(一)", "一、", "一是" in front of a sentence. */
const CHINESE_NUMBERING = /^(?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、)+/;
/** 《关于批复2025年预算的通知》 */
const TITLE = /《[^《》]*》/g;
const QUOTES = /[“”„‟"'「」『』‘’]/g;

/** The item that a bare name at the start of a sentence is in this text; null where it is none. */
export type ItemNamer = (name: string) => FunctionItem | null;

export function skeletonOf(sentence: string, itemNamed?: ItemNamer): Skeleton {
  const numbers = numbersIn(sentence).slice(0, MOST_NUMBERS);
  const marked = withNumberMarks(sentence, numbers);
  const { text, items } = markItems(marked.replace(CHINESE_NUMBERING, ''), numbers);
  const named = itemNamed === undefined || items.length > 0 ? null : bareItem(text, numbers, itemNamed);
  if (named !== null) items.push(named.item);
  return { text: simplify(named?.text ?? text, numbers), numbers, items };
}

/** "1.住房公积金预算20万元" */
const BARE_NAME =
  /^((?:[\ue000-\uefff][.、])?)(\p{Script=Han}{4,30}?)((?:预算|决算)?(?:为|共)?[\ue000-\uefff])/u;

function bareItem(
  text: string,
  numbers: readonly NumberToken[],
  itemNamed: ItemNamer,
): { text: string; item: FunctionItem } | null {
  const [all, numbering, name, rest] = BARE_NAME.exec(text) ?? [];
  if (all === undefined || name === undefined) return null;
  const ordinal = numbers[numberIndex(numbering?.[0] ?? '') ?? -1];
  const item = numbering !== '' && ordinal?.role !== 'ordinal' ? null : itemNamed(name);
  return item === null ? null : { text: numbering + itemMark(0) + rest + text.slice(all.length), item };
}

function withNumberMarks(sentence: string, numbers: readonly NumberToken[]): string {
  let text = '';
  let at = 0;
  numbers.forEach((number, index) => {
    text += fold(sentence.slice(at, number.start)) + numberMark(index);
    at = isLevelCode(number, sentence) ? number.end : Math.max(number.end, number.unitEnd);
  });
  return text + fold(sentence.slice(at));
}

/** "2081001项", and "05项" behind "(208类)…(05款)", in brackets: the 项 is the level of a code and not what is counted. */
const isLevelCode = ({ unit, text, start, unitEnd }: NumberToken, sentence: string): boolean => {
  if (unit !== '项') return false;
  const bracketed = /[(（]/.test(sentence[start - 1] ?? '') && /[)）]/.test(sentence[unitEnd] ?? '');
  return /^2\d{6}$/.test(text) || (bracketed && /^\d{2}$/.test(text));
};

/** Width and spaces; private-use characters of the document itself go, because ours stand for numbers. */
function fold(text: string): string {
  return text
    .replace(/[\ue000-\uf8ff]/g, '')
    .normalize('NFKC')
    .replace(/[〔【[]/g, '(')
    .replace(/[〕】\]]/g, ')')
    .replace(/\s+/g, '');
}

/** Most texts have none of these: a word that must stand in them is looked for first, which is far cheaper. */
function simplify(text: string, numbers: readonly NumberToken[]): string {
  let simple = text.includes('《') ? text.replace(TITLE, '') : text;
  if (simple.includes('表')) simple = simple.replace(TABLE_NAME, '表格');
  simple = simple.replace(QUOTES, '');
  if (simple.includes('(三公')) simple = simple.replace(NAMED_SUM, '$1');
  simple = simple.replace(EITHER_WAY, '增减');
  if (/等(?:人员|公用)经费/.test(simple)) simple = simple.replace(EXAMPLES, '');
  simple = simple
    .replace(/\(境\)/g, '境')
    .replace(EQUIPMENT, (_all, mark: string, sort: string) => equipmentMark(mark, sort, numbers));
  for (const [pattern, both] of BOTH_SIDES) simple = simple.replace(pattern, both);
  return dropDateTails(dropNumbering(simple, numbers), numbers).replace(EMPTY_ASIDE, '');
}

function equipmentMark(mark: string, sort: string, numbers: readonly NumberToken[]): string {
  const price = numbers[numberIndex(mark) ?? -1];
  const million = price !== undefined && Number(price.value) === 100 && price.unit === '万元';
  return mark + (million && (sort === '' || sort === '大型') ? EQUIPMENT_OVER_1M : OTHER_EQUIPMENT);
}

/** "(1)", "1." and "2、" in front of a clause; the numbers stay in the list, marked as ordinals. */
function dropNumbering(text: string, numbers: readonly NumberToken[]): string {
  return text.replace(/\(?([\ue000-\uefff])[).、]*/g, (all, mark: string) => {
    const number = numbers[numberIndex(mark) ?? -1];
    return number?.role === 'ordinal' ? '' : all;
  });
}

/** The 度 of "2024年度", the 月 and 日 of a date. */
function dropDateTails(text: string, numbers: readonly NumberToken[]): string {
  return text.replace(/([\ue000-\uefff])(?:年度|度|月份|月|日|号)/g, (all, mark: string) =>
    numbers[numberIndex(mark) ?? -1]?.role === 'date' ? mark : all,
  );
}

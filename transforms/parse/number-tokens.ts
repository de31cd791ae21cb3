/** Every number of a sentence, so that each can be claimed, ignored for a stated reason, or left unclaimed. */

import { type NumberRole, rolesIn, type Surrounded } from './number-role.ts';
import { unitPattern } from './printed-unit.ts';

export interface NumberToken {
  /** As printed, with its spaces, without the unit: "2. 10". */
  text: string;
  /** Plain decimal with its sign: "2.10". */
  value: string;
  decimals: number;
  /** The unit glued to it, without spaces: "万元", "%", "人次", "年"; null where none follows. */
  unit: string | null;
  role: NumberRole;
  /** One end of a range: "10-20万元", "3至5". */
  range: boolean;
  /** A threshold, not a figure: "单价100万元以上", "不低于95%". */
  bound: boolean;
  /** Offsets in the sentence: of the number, and of the end of its unit (`end` where it has none). */
  start: number;
  end: number;
  unitEnd: number;
}

/** "1,234.50", "1, 234", "2. 10", "1183. 46", "152 . 47", "12". */
const NUMBER = /(?:\d{1,3}(?:\s?,\s?\d{3})+(?!\d)|\d+)(?:\s{0,2}\.\s{0,2}\d+(?:\s\d{1,2}(?=\s?[万亿元]))?)?/g;
/** "735.264 9万元" is one figure; after two decimals ("12.50 3万元") the second number stands alone. */
const TORN_AFTER_TWO_DECIMALS = /\.\s{0,2}\d{2}\s\d{1,2}$/;
/** "1.2.3", "2024.12.31", "10.1.5": not a decimal. */
const DOTTED_CHAIN = /^\d+(?:\.\d+){2,}/;
/** At the start of a sentence "3. 40万元" is an amount and "2. 2024年", "2. 10.5万元" are numbered. */
const NUMBERED_START = /^\s*\d{1,2}\s?\.\s*(?=(?:19|20)\d\d\s?年|\d+\s?\.\s?\d)/;

const UNIT_AFTER = unitPattern('^\\s{0,2}(?:UNIT)');
/** Words that begin like a unit: 人员 is not 人, 分别 is not 分, 个月 is a time. */
const NOT_A_UNIT = new Map<string, RegExp>([
  ['人', /^[员均才民力大社事防工为口群道文格]/],
  ['位', /^[于列居置]/],
  ['名', /^[称单义录额]/],
  ['分', /^[别之局类配公司钟析为成支管解级工三二一两四五六项]/],
  ['个', /^(?:月|人|百分点|工作日|小时|自然)/],
  ['次', /^[月年日要]/],
  ['家', /^庭/],
  ['户', /^[籍口均]/],
  ['项', /^目/],
  ['期', /^[间末初满限内]/],
  ['处', /^[理置罚级]/],
  ['所', /^[有需属在以]/],
  ['批', /^[准复]/],
  ['部', /^[门分委署]/],
  ['件', /^套/],
  ['场', /^[地所]/],
  ['团', /^[结体]/],
  ['份', /^额/],
  ['张', /^贴/],
  ['组', /^[织成建]/],
  ['起', /^[草]/],
  ['元', /^[旦月]/],
  ['万', /^[里]/],
]);
/** "3个月", "15天", "2小时", "5年", "3.5公里": what is measured, though not in our units. */
const OTHER_UNIT_AFTER =
  /^\s{0,2}(个月|个工作日|工作日|小时|分钟|年(?![末初终度底前后])|天|平方米|平方公里|公里|千米|公顷|亩|吨|公斤|千克|米|倍|折|kW|KW|㎡|m2)/;

const RANGE_SIGN = /^\s?(?:-|~|—|–|至|到)+\s?$/;
/** "100万元以上"; "8万余元" and "90余万元" are more than that by nobody knows how much, "约8.5万元" is rounded. */
const BOUND_AFTER =
  /^\s?(?:\(含\)|（含）|及)?\s?(?:以上|以下|以内|之内)|^(?:余|多)(?=[万亿元人批次名个辆台])/;
/** "近8万元", and not "最近5年" */
const BOUND_BEFORE =
  /(?:不低于|不少于|不超过|不高于|不得超过|大于|小于|超过|至少|最多|单价|≥|≤|>|<|>=|<=|(?<![附最临就将新远])近|将近|接近|逾)\s?$/;
const MINUS_BEFORE = /(?:^|[^\dA-Za-z%)\s-])\s?[-−]$/;
/** How far around a number its neighbours are read; no rule looks further. */
const NEIGHBOURHOOD = 24;

const DIGIT = /[\d０-９]/;

/** All number tokens of a sentence in order. Any text gives an answer. */
export function numbersIn(sentence: string): NumberToken[] {
  if (!DIGIT.test(sentence)) return [];
  const text = foldWidth(sentence);
  const numberedUntil = NUMBERED_START.exec(text)?.[0].length ?? 0;
  const roleOf = rolesIn(text);
  const tokens = numberSpans(text, numberedUntil).map(([start, end]) => {
    const token = readToken(text, start, end, roleOf);
    token.text = sentence.slice(start, end);
    if (start < numberedUntil) token.role = 'ordinal';
    return token;
  });
  return markRanges(text, tokens);
}

type Span = readonly [start: number, end: number];

function readToken(
  text: string,
  start: number,
  end: number,
  roleOf: (number: Surrounded) => NumberRole,
): NumberToken {
  const printed = text.slice(start, end);
  const before = text.slice(Math.max(0, start - NEIGHBOURHOOD), start);
  const after = text.slice(end, end + NEIGHBOURHOOD);
  const [unit, unitLength] = unitAfter(after);
  const plain = printed.replace(/[\s,]/g, '').replace(/^0+(?=\d)/, '');
  const negative = MINUS_BEFORE.test(before) && /[1-9]/.test(plain);
  return {
    text: printed,
    value: negative ? `-${plain}` : plain,
    decimals: plain.split('.')[1]?.length ?? 0,
    unit,
    role: roleOf({ plain, before, after, unit, start }),
    range: false,
    bound: BOUND_AFTER.test(after.slice(unitLength)) || BOUND_BEFORE.test(before),
    start,
    end,
    unitEnd: end + unitLength,
  };
}

function unitAfter(after: string): [unit: string | null, length: number] {
  const other = OTHER_UNIT_AFTER.exec(after);
  if (other !== null) return [other[1]!, other[0].length];
  const match = UNIT_AFTER.exec(after);
  if (match === null) return [null, 0];
  const unit = match[0].replace(/\s/g, '');
  if (NOT_A_UNIT.get(unit)?.test(after.slice(match[0].length)) === true) return [null, 0];
  return [unit, match[0].length];
}

function numberSpans(text: string, numberedUntil: number): Span[] {
  const head = matches(text.slice(0, numberedUntil), /\d+/g, 0);
  const rest = matches(text.slice(numberedUntil), NUMBER, numberedUntil);
  return [...head, ...rest.flatMap((span) => splitSpan(text, span))];
}

/** Cuts what the number pattern took too much of: the links of "1.2.3", the next figure in "12.50 3万元". */
function splitSpan(text: string, [start, end]: Span): Span[] {
  const printed = text.slice(start, end);
  const chained =
    DOTTED_CHAIN.test(text.slice(start, end + NEIGHBOURHOOD)) || /\d\.$/.test(text.slice(start - 2, start));
  if (!chained && !TORN_AFTER_TWO_DECIMALS.test(printed)) return [[start, end]];
  return matches(printed, chained ? /\d+/g : /\d[\d,.]*/g, start);
}

/** Both ends of "10-20万元" are marked; the first of "2021-2023年" and "1—12月" is a date like the second. */
function markRanges(text: string, tokens: readonly NumberToken[]): NumberToken[] {
  const joined = tokens.map((token, i) => {
    const next = tokens[i + 1];
    if (next === undefined || token.role !== 'figure') return null;
    const sign = RANGE_SIGN.test(text.slice(token.unitEnd, next.start));
    return sign && (next.role === 'figure' || (next.role === 'date' && token.unit === null))
      ? next.role
      : null;
  });
  return tokens.map((token, i) => {
    const range = joined[i] != null || (i > 0 && joined[i - 1] != null);
    return range ? { ...token, role: joined[i] === 'date' ? 'date' : token.role, range } : token;
  });
}

/** Full-width digits, signs and spaces to half width, one character for one, so that offsets stay. A tab parts two cells
 * and is no space within a number or before its unit. ，stays a comma of the sentence unless it groups digits. */
function foldWidth(text: string): string {
  return text
    .replace(/[！-＋－-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/(?<=(?<!\d)\d{1,3})，(?=\d{3}(?:\.\d+)?\s?[万亿元])/g, ',')
    .replace(/\t/g, '\u0001')
    .replace(/[\u3000\u00a0\r\n]/g, ' ');
}

/** Where the pattern matches, counted from `offset`. */
function matches(text: string, pattern: RegExp, offset: number): Span[] {
  return [...text.matchAll(pattern)].map((match) => [
    offset + match.index,
    offset + match.index + match[0].length,
  ]);
}

/**
 * Every number of a sentence, so that each can be claimed, ignored for a stated reason, or left unclaimed.
 * "2024年", "〔2025〕10号" and "1." are numbers too, and are not figures.
 */

import { unitPattern, unitScale } from './printed-unit.ts';

/** `figure` for what may be an amount, a count or a rate; the rest says why it is none. */
export type NumberRole = 'figure' | 'date' | 'ordinal' | 'document_number' | 'phone' | 'code';

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

/** "1,234.50", "1, 234", "2. 10", "1065. 98", "138 . 59", "12". */
const NUMBER = /(?:\d{1,3}(?:\s?,\s?\d{3})+(?!\d)|\d+)(?:\s{0,2}\.\s{0,2}\d+(?:\s\d{1,2}(?=\s?[万亿元]))?)?/g;
/** "968.191 8万元" is one figure; after two decimals ("12.50 3万元") the second number stands alone. */
const TORN_AFTER_TWO_DECIMALS = /\.\s{0,2}\d{2}\s\d{1,2}$/;
/** "1.2.3", "2024.12.31", "10.1.5": not a decimal. */
const DOTTED_CHAIN = /^\d+(?:\.\d+){2,}/;
/** At the start of a sentence "2. 10万元" is an amount and "2. 2024年", "2. 10.5万元" are numbered. */
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

const YEAR_AFTER = /^\s{0,2}(?:年|财年|财政年度)/;
const MONTH_OR_DAY_AFTER = /^\s{0,2}(?:月|日(?!均|常))/;
/** "2024-12-31", "2024.12.31", "2024/12", "12:30". */
const NUMERIC_DATE = /(?:19|20)\d\d\s?[-./年]\s?\d{1,2}\s?[-./月]\s?\d{1,2}(?!\d)|\d{1,2}:\d{2}(?::\d{2})?/g;
/** "〔2025〕10号", "[2019] 5 号", "(2020)3号". */
const DOCUMENT_NUMBER =
  /[〔[(【〈„“]\s?(?:19|20)\d\d\s?[〕\])】〉‟”]\s?(?:第\s?)?\d+\s?号|〔\s?(?:19|20)\d\d\s?〕/g;
/** "0833-1234567", "13800000000", "电话：1234567". */
const PHONE = /(?<!\d)(?:0\d{2,3}[-\s]\d{7,8}|1[3-9]\d{9}|(?<=(?:电话|联系方式|传真)[::]\s?)\d{7,8})(?!\d)/g;
/** "第3季度", "表1", "附件2", "公开01表", "图 3". */
const ORDINAL_BEFORE = /(?:第|表|附件|附表|附录|图|公开|财决|财决公开|版本|编号|序号)\s?$/;
/** "指标1:", "目标 2：" in forms that number what they list. */
const LISTED = { before: /(?:指标|目标)\s?$/, after: /^\s?[::]/ };
/** "(2)人员经费", "2、公用经费", "3. 会议费" at the start of a clause. */
const NUMBERING_START = /(?:^|[。;:,、!?\s(*#\u0001])$/;
const NUMBERING_AFTER = /^\s?(?:[、)]|\.(?!\s{0,2}\d))/;
const CLASSIFICATION_CODE = /^(?:20[1-9]|21\d|22\d|23[0-4])(?:\d{2}){1,2}$/;
const RANGE_SIGN = /^\s?(?:-|~|—|–|至|到)+\s?$/;
const BOUND_AFTER = /^\s?(?:\(含\)|（含）|及)?\s?(?:以上|以下|以内|之内)/;
const BOUND_BEFORE =
  /(?:不低于|不少于|不超过|不高于|不得超过|大于|小于|超过|至少|最多|单价|≥|≤|>|<|>=|<=)\s?$/;
const MINUS_BEFORE = /(?:^|[^\dA-Za-z%)\s-])\s?[-−]$/;

/** All number tokens of a sentence in order. Any text gives an answer. */
export function numbersIn(sentence: string): NumberToken[] {
  const text = foldWidth(sentence);
  const spans = {
    dates: ranges(text, NUMERIC_DATE),
    documents: ranges(text, DOCUMENT_NUMBER),
    phones: ranges(text, PHONE),
  };
  const tokens = numberSpans(text).map(([start, end]) => readToken(text, sentence, start, end, spans));
  return markRanges(text, tokens);
}

type Span = readonly [start: number, end: number];
interface Spans {
  dates: readonly Span[];
  documents: readonly Span[];
  phones: readonly Span[];
}

function readToken(text: string, sentence: string, start: number, end: number, spans: Spans): NumberToken {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const [unit, unitLength] = unitAfter(after);
  const plain = text
    .slice(start, end)
    .replace(/[\s,]/g, '')
    .replace(/^0+(?=\d)/, '');
  const negative = MINUS_BEFORE.test(before) && /[1-9]/.test(plain);
  return {
    text: sentence.slice(start, end),
    value: negative ? `-${plain}` : plain,
    decimals: plain.split('.')[1]?.length ?? 0,
    unit,
    role: roleOf(plain, before, after, unit, [start, end], spans),
    range: false,
    bound: BOUND_AFTER.test(after.slice(unitLength)) || BOUND_BEFORE.test(before),
    start,
    end,
    unitEnd: end + unitLength,
  };
}

function roleOf(
  plain: string,
  before: string,
  after: string,
  unit: string | null,
  span: Span,
  spans: Spans,
): NumberRole {
  if (within(span, spans.documents)) return 'document_number';
  if (within(span, spans.phones)) return 'phone';
  if (within(span, spans.dates)) return 'date';
  if (YEAR_AFTER.test(after) && /^(?:19|20)\d\d$/.test(plain)) return 'date';
  if (MONTH_OR_DAY_AFTER.test(after) && /^\d{1,2}$/.test(plain)) return 'date';
  if (ORDINAL_BEFORE.test(before) && !plain.includes('.')) return 'ordinal';
  if (NUMBERED_START.test(before + plain + after) && /^\s*$/.test(before)) return 'ordinal';
  if (unit !== null && unitScale(unit) !== null) return 'figure';
  if (/\d\.$/.test(before) || /^\.\d/.test(after)) return 'ordinal';
  if (/[A-Za-z]-?$/.test(before) || /^[A-Za-z]/.test(after)) return 'code';
  if (/^\s?号/.test(after)) return 'document_number';
  if (LISTED.before.test(before) && LISTED.after.test(after)) return 'ordinal';
  if (/^\d{1,2}$/.test(plain) && NUMBERING_AFTER.test(after) && NUMBERING_START.test(before))
    return 'ordinal';
  if (CLASSIFICATION_CODE.test(plain)) return 'code';
  return 'figure';
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

function numberSpans(text: string): Span[] {
  const numbered = NUMBERED_START.exec(text);
  const from = numbered === null ? 0 : numbered[0].length;
  const head = numbered === null ? [] : ranges(numbered[0], /\d+/g);
  return [...head, ...ranges(text, NUMBER, from).flatMap((span) => splitSpan(text, span))];
}

/** Cuts what the number pattern took too much of: the links of "1.2.3", the next figure in "12.50 3万元". */
function splitSpan(text: string, [start, end]: Span): Span[] {
  const printed = text.slice(start, end);
  const chained = DOTTED_CHAIN.test(text.slice(start)) || /\d\.$/.test(text.slice(0, start));
  if (!chained && !TORN_AFTER_TWO_DECIMALS.test(printed)) return [[start, end]];
  const pieces = chained ? /\d+/g : /\d[\d,.]*/g;
  return ranges(printed, pieces).map(([from, to]) => [start + from, start + to] as const);
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
    const role = joined[i] === 'date' ? 'date' : token.role;
    return { ...token, role, range: joined[i] != null || (i > 0 && joined[i - 1] != null) };
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

function ranges(text: string, pattern: RegExp, from = 0): Span[] {
  return [...text.slice(from).matchAll(pattern)].map((match) => [
    from + match.index,
    from + match.index + match[0].length,
  ]);
}

function within([start, end]: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => span[0] <= start && end <= span[1]);
}

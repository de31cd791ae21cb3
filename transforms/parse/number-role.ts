/** Why a number of a sentence is no figure: "2024年", "〔2025〕10号", "0833-1234567" and "1." are numbers too. */

import { unitScale } from './printed-unit.ts';

/** `figure` for what may be an amount, a count or a rate; the rest says why it is none. */
export type NumberRole = 'figure' | 'date' | 'ordinal' | 'document_number' | 'phone' | 'code';

/** A number with what stands around it; `before` and `after` reach a few words. */
export interface Surrounded {
  /** Without sign, spaces and separators. */
  plain: string;
  before: string;
  after: string;
  unit: string | null;
  start: number;
}

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

/** Finds, for one sentence, what each of its numbers is. The sentence has half-width digits and signs. */
export function rolesIn(text: string): (number: Surrounded) => NumberRole {
  const documents = coveredBy(text, DOCUMENT_NUMBER);
  const phones = coveredBy(text, PHONE);
  const dates = coveredBy(text, NUMERIC_DATE);
  return (number) => {
    if (documents.has(number.start)) return 'document_number';
    if (phones.has(number.start)) return 'phone';
    if (dates.has(number.start)) return 'date';
    return roleByNeighbours(number);
  };
}

function roleByNeighbours({ plain, before, after, unit }: Surrounded): NumberRole {
  if (YEAR_AFTER.test(after) && /^(?:19|20)\d\d$/.test(plain)) return 'date';
  if (MONTH_OR_DAY_AFTER.test(after) && /^\d{1,2}$/.test(plain)) return 'date';
  if (ORDINAL_BEFORE.test(before) && !plain.includes('.')) return 'ordinal';
  if (unit !== null && unitScale(unit) !== null) return 'figure';
  if (/\d\.$/.test(before) || /^\.\d/.test(after)) return 'ordinal';
  if (/[A-Za-z]-?$/.test(before) || /^[A-Za-z]/.test(after)) return 'code';
  if (/^\s?号/.test(after)) return 'document_number';
  if (LISTED.before.test(before) && LISTED.after.test(after)) return 'ordinal';
  if (/^\d{1,2}$/.test(plain) && NUMBERING_AFTER.test(after) && NUMBERING_START.test(before))
    return 'ordinal';
  return CLASSIFICATION_CODE.test(plain) ? 'code' : 'figure';
}

/** The offsets that matches of the pattern cover. */
function coveredBy(text: string, pattern: RegExp): ReadonlySet<number> {
  const covered = new Set<number>();
  for (const match of text.matchAll(pattern)) {
    for (let offset = 0; offset < match[0].length; offset++) covered.add(match.index + offset);
  }
  return covered;
}

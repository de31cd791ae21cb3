/** What money is spent on: the departmental economic classification (部门预算支出经济分类), by code and by printed name. */

import { tidyText } from '../parse/label.ts';
import { Classification, type NameQuery } from './code-table.ts';
import { ECONOMIC_CODE_TABLE } from './economic-code-table.ts';

/** Short forms that bureaus print in place of the official name. */
const PRINTED_SHORT = `
30108|机关事业单位基本养老保险费
30108|基本养老保险缴费
30109|机关事业单位职业年金缴费
30110|基本医疗保险缴费
30110|城镇职工基本医疗保险缴费
30212|因公出国（境）费
30213|维修费
30231|公务用车运行费
30239|其他交通费
30240|税金及附加
30303|退职费
303|对个人和家庭补助
30399|其他对个人和家庭补助
302|一般商品和服务支出
39908|对民间非营利组织和群众性自治组织
`;

const classification = new Classification(ECONOMIC_CODE_TABLE, PRINTED_SHORT);

/** "30102", "301 02", "301-02"; "301 2" in workbooks that keep the 款 as a number. */
const CODE = /^[[(]?(3\d\d)(?:[\s.-]*(\d\d)|[\s.-]+(\d))?[\])]?$/;

/** Official name of a 类 or 款 in that fiscal year (30311 is 住房公积金 until 2017); null where the code is not listed. */
export function economicName(code: string, year?: number): string | null {
  return classification.nameOf(code, year);
}

/**
 * The three digits of a 类 by its printed name, of any year; null for other labels. Give the year where a row may be of a 款:
 * 其他资本性支出 is 310 until 2017, and since then nothing but 31099.
 */
export function economicClassByName(label: string, year?: number): string | null {
  const [code, ...others] = classification.codesByName(label, { level: '类' });
  if (code === undefined || others.length > 0) return null;
  const isOfKind =
    year !== undefined &&
    classification.nameOf(code, year) !== tidyText(label) &&
    classification.codesByName(label, { level: '款', year }).length > 0;
  return isOfKind ? null : code;
}

/** All codes of that printed name, sorted; give the year, because the reform of 2018 moved names between codes. */
export function economicCodesByName(label: string, query: NameQuery = {}): string[] {
  return classification.codesByName(label, query);
}

/** The code that a cell holds, without its spaces and with two digits for the 款; null where it holds none. */
export function economicCodeOf(text: string): string | null {
  const match = CODE.exec(tidyText(text));
  if (match === null || !classification.has(match[1]!)) return null;
  const [, kind = '', twoDigits, oneDigit] = match;
  return kind + (twoDigits ?? oneDigit?.padStart(2, '0') ?? '');
}

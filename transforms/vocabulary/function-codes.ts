/** What money is spent for: the functional classification (支出功能分类), by code and by printed name. */

import { tidyText } from '../parse/label.ts';
import { Classification, type NameQuery } from './code-table.ts';
import { FUNCTION_CODE_TABLE } from './function-code-table.ts';

/** Short forms that bureaus print in place of the official name. */
const PRINTED_SHORT = `
2080506|职业年金缴费
2080505|基本养老保险缴费
`;

const classification = new Classification(FUNCTION_CODE_TABLE, PRINTED_SHORT);

/** "2080505", "208 05 05", "208-05-05", "[20805]". */
const CODE = /^[[(]?(2[0-3]\d)[\s.-]*(\d\d)?[\s.-]*(\d\d)?[\])]?$/;

/** Official name of a 类, 款 or 项 in that fiscal year; null where the code is not listed. */
export function functionName(code: string, year?: number): string | null {
  return classification.nameOf(code, year);
}

/** The three digits of a 类 by its printed name, of any year, with or without numbering, （类） and 支出; null for other labels. */
export function functionClassByName(label: string): string | null {
  const codes = classification.codesByName(label, { level: '类' });
  return codes.length === 1 ? codes[0]! : null;
}

/** All codes of that printed name, sorted: "行政运行" has dozens, so give the parent where it is known. */
export function functionCodesByName(label: string, query: NameQuery = {}): string[] {
  return classification.codesByName(label, query);
}

/** The code that a cell holds, without its spaces; null where it holds none. Well-formed codes of a known 类 count although unlisted. */
export function functionCodeOf(text: string): string | null {
  const match = CODE.exec(tidyText(text));
  if (match === null || !classification.has(match[1]!)) return null;
  return match
    .slice(1)
    .filter((part) => part !== undefined)
    .join('');
}

export function isFunctionCode(text: string): boolean {
  return functionCodeOf(text) !== null;
}

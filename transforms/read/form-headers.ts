/**
 * 项目资金（万元） stands over its own column and over that of 年度资金总额. A text that prints it once moves the header of the
 * money one column to the left, and every figure would be read under its neighbour's header.
 */
import { readNumber } from '../parse/amount.ts';
import { normaliseLabel } from '../parse/label.ts';
import type { TextCell } from './text-cell.ts';

type Row = readonly TextCell[];

/** 年初预算数, 全年执行数(B), 执行率(B/A), 分值, 得分 */
const COLUMN = /(?:预算|执行|决算|支出|到位|安排)(?:数|额|金额|率)|^(?:自评)?得分|^分值|^权重/;
const FEWEST_COLUMNS = 3;
const HAN = /\p{Script=Han}/u;

/** The same rows; a header that is one cell shorter than the line of money below it gets its second cell back. */
export function withFormHeaders(rows: readonly TextCell[][]): TextCell[][] {
  return rows.map((row, at) => {
    const money = rows.slice(at + 1).find((below) => below.some(isAmount));
    const isShort = money !== undefined && isHeader(row) && isMoneyOf(money, widthOf(row));
    return isShort ? [row[0]!, { text: '', line: row[0]!.line }, ...row.slice(1)] : [...row];
  });
}

function isHeader(row: Row): boolean {
  const [, ...columns] = row.map(({ text }) => normaliseLabel(text));
  return columns.filter((label) => COLUMN.test(label)).length >= FEWEST_COLUMNS && !row.some(isAmount);
}

/** An empty cell below 项目资金, the label of the line, and a figure or a dash under every column and one more. */
function isMoneyOf(row: Row, width: number): boolean {
  const [first, label, ...figures] = row.slice(0, widthOf(row));
  if (first === undefined || label === undefined || figures.length !== width - 1) return false;
  const named = first.text.trim() === '' && HAN.test(label.text) && !isAmount(label);
  return named && figures.every(({ text }) => !HAN.test(text)) && isAmount(figures.at(-1)!);
}

const widthOf = (row: Row): number => row.findLastIndex(({ text }) => text.trim() !== '') + 1;
const isAmount = ({ text }: TextCell): boolean => readNumber(text).kind === 'number';

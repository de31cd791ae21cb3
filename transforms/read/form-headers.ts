/**
 * 项目资金（万元） stands over its own column and over that of 年度资金总额. A text that prints it once moves the header of the
 * money one column to the left, and every figure would be read under its neighbour's header.
 */
import { readNumber } from '../parse/amount.ts';
import { normaliseLabel } from '../parse/label.ts';
import type { TextCell } from './text-cell.ts';

type Row = readonly TextCell[];

/** 年初预算数, 全年执行数(B), 执行率(B/A), 分值, 得分 */
const COLUMN =
  /(?:预算|执行|决算|支出|到位|安排)(?:数|额|金额|率)|^(?:年初|全年|调整后)预算|^(?:自评)?得分|^分值|^权重/;
const FEWEST_COLUMNS = 3;
const HAN = /\p{Script=Han}/u;

/** The same rows; a header whose second cell would stand over the labels of its lines gets that cell back. */
export function withFormHeaders(printed: readonly TextCell[][]): TextCell[][] {
  const rows = withLostSides(printed);
  return rows.map((row, at) => {
    if (!isHeader(row)) return [...row];
    const money = rows.slice(at + 1).find((below) => below.some(isAmount));
    const isShort = money !== undefined && isMoneyOf(money, widthOf(row));
    return isShort ? [row[0]!, { text: '', line: row[0]!.line }, ...row.slice(1)] : [...row];
  });
}

/** 预算执行情况 | 资金来源 | 年初预算数 | …: the first cell stands beside all lines below, which lost it where they have one cell less. */
function withLostSides(rows: readonly TextCell[][]): TextCell[][] {
  let columns = 0;
  return rows.map((row) => {
    if (namesSources(row)) columns = widthOf(row) - 2;
    else if (columns > 0 && isLineOf(row, columns)) return [{ text: '', line: row[0]!.line }, ...row];
    else columns = 0;
    return [...row];
  });
}

function namesSources(row: Row): boolean {
  const [, label = '', ...columns] = row.slice(0, widthOf(row)).map(({ text }) => normaliseLabel(text));
  const known = columns.length >= FEWEST_COLUMNS && columns.every((column) => COLUMN.test(column));
  return known && SOURCES.test(label);
}

const SOURCES = /^(?:资金(?:来源|类别|性质|名称)?|类别|来源|项目|收入来源)$/;

/** As many figures as there are columns, behind a label and nothing else. */
function isLineOf(row: Row, columns: number): boolean {
  const [label, ...figures] = row.slice(0, widthOf(row));
  const named = label !== undefined && HAN.test(label.text);
  return named && figures.length === columns && figures.every(({ text }) => !HAN.test(text));
}

function isHeader(row: Row): boolean {
  const [, ...columns] = row.map(({ text }) => normaliseLabel(text));
  const known = columns.filter((label) => COLUMN.test(label));
  return known.length >= FEWEST_COLUMNS && isColumn(columns[0]!) && !row.some(isAmount);
}

/** 年度预算数（万元） in front of 年初预算 stands over the labels. */
const isColumn = (label: string): boolean => COLUMN.test(label) && !/^年度预算/.test(label);

/** An empty cell below 项目资金, the label of the line below the first column, and as many figures as columns or fewer. */
function isMoneyOf(row: Row, width: number): boolean {
  const [first, label, ...figures] = row.slice(0, widthOf(row));
  if (first === undefined || label === undefined || figures.length > width - 1) return false;
  const named = first.text.trim() === '' && HAN.test(label.text) && !isAmount(label);
  return named && figures.every(({ text }) => !HAN.test(text));
}

const widthOf = (row: Row): number => row.findLastIndex(({ text }) => text.trim() !== '') + 1;
const isAmount = ({ text }: TextCell): boolean => readNumber(text).kind === 'number';

/**
 * A statement saved as text prints a merged cell once: "合计" over 科目编码 and 科目名称 moves its figures one column to the
 * left, and 收入 | 支出 stand over the first two of six columns. The rows that are whole say how wide the others are.
 */
import { readNumber } from '../parse/amount.ts';
import { normaliseLabel } from '../parse/label.ts';
import { isTitleRow } from './captions.ts';
import { isCrooked } from './crooked-headers.ts';
import { withFormHeaders } from './form-headers.ts';
import { withFormLines } from './form-lines.ts';
import { isLabelled, isNumbering, OPENS_GROUP, type Row, spanned, withoutBlankEnd } from './header-row.ts';
import { withIndicatorRows } from './indicator-rows.ts';
import { headerRows, whole } from './merged-headers.ts';
import { printedOf, type TextCell } from './text-cell.ts';

/** 项目名称 | 某项目, 主管部门 | 某局: a self-evaluation form. */
const FORM_FIELD =
  /^(?:项目|专项|转移支付|资金)(?:\([^()]{2,6}\))?(?:支出|资金)?名称(?::|$)|^主管部门|^实施单位/;
/** In the form of a department too. */
const FORM_TOTAL = /^(?:年度|项目|财政)*(?:资金总额|总金额|预算总额)/;

type Kind = 'words' | 'code' | 'figures';

const CODE = /^[235]\d{2}(\d{2}){0,2}$/;
/** One level of a code in a column of its own. */
const LEVEL = /^\d{2}$/;
/** "1,234.50", "0.00" or "12.345600": no code and no line number. */
const AMOUNT = /\d\.\d{1,6}$|^\d{1,3}(,\d{3})+/;
/** A statement has this many whole rows with amounts; a form has fewer. */
const FEWEST_WHOLE = 2;

/** How a table shows what was merged: cells kept as empty ones, dropped, or nothing that tells. */
type Style = 'kept' | 'dropped' | 'open';

/**
 * The same rows with the columns that their cells cover. `trimmed`: empty cells at the end of a row may be missing, so that
 * only a table that makes no sense as it is printed is laid out anew.
 */
export function withMergedCells(printedRows: readonly TextCell[][], trimmed: boolean): TextCell[][] {
  return partsOf(printedRows).flatMap((rows) => withMergedCellsOfOne(rows, trimmed));
}

/** Tables pasted one below another: each begins with a row that holds nothing but its name. */
function partsOf(rows: readonly TextCell[][]): TextCell[][][] {
  const parts: TextCell[][][] = [[]];
  for (const row of rows) {
    if (parts.at(-1)!.length > 0 && isTitleRow(printedOf(row))) parts.push([]);
    parts.at(-1)!.push(row);
  }
  return parts;
}

function withMergedCellsOfOne(printedRows: readonly TextCell[][], trimmed: boolean): TextCell[][] {
  const rows = withIndicatorRows(printedRows);
  const printed = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const body = rows.findIndex((row) => printsAmount(row) || printsDash(row));
  // The fields of a form stand in front of their values; it is no statement with a header.
  if (rows.some(isOfForm)) return withFormLines(withFormHeaders(rows));
  if (body < 0 || rows.some(isOfBody)) return [...rows];
  const header = rows.slice(0, body);
  const wide = rows.slice(body).filter((row) => row.length > 1);
  if (isMatrix(wide, printed)) {
    const isDropped = !trimmed || styleOfHeader(header, printed) === 'dropped';
    const above = headerRows(header, printed, 0, isDropped);
    const isSure = !isCrooked(above, header, printed);
    return [...(isSure ? above : asNothing(above, printed)), ...rows.slice(body)];
  }
  const kinds = kindsOf([...header.filter(isNumbering), ...wide], printed, trimmed);
  if (kinds === null) {
    const sides = twoSided(header, printed);
    if (sides !== null) return [...sides, ...rows.slice(body)];
    return trimmed ? withTornHeader(rows, body, printed) : [...rows];
  }
  const style = trimmed ? styleOf(wide, header, kinds) : 'dropped';
  const ofHeader = trimmed ? styleOfHeader(header, kinds.length) : 'dropped';
  const above = ofHeader === 'kept' ? header.map((row) => [...row]) : headerOf(header, kinds, ofHeader);
  const below = rows.slice(body).map((row) => bodyRow(row, kinds, style));
  return [...(isAbove(above, header, kinds) ? above : asNothing(above, kinds.length)), ...below];
}

/** Rows that are too few or too ragged to say what was merged: the header alone says whether its words moved to the left. */
function withTornHeader(rows: readonly TextCell[][], body: number, width: number): TextCell[][] {
  const header = rows.slice(0, body);
  const labelled = header.filter(isLabelled);
  const isStatement =
    labelled.length > 1 && labelled.length <= MOST_HEADERS && !labelled.flat().some(isValue);
  const isTorn = labelled.some((row) => row.length < width) && !rows.some(hasGap);
  return isStatement && isTorn ? [...headerRows(header, width, 0, true), ...rows.slice(body)] : [...rows];
}

/** 科目 over 合计 over 小计 over 购置费. */
const MOST_HEADERS = 4;
/** "321200" and "2019.1.1" are values of a form; "2024年" and "1月至8月" name a column. */
const isValue = ({ text }: TextCell): boolean => /\d/.test(text.replace(/\d+(?=[年月季])/g, ''));

/** Empty in front of a printed cell. */
const hasGap = (row: Row): boolean => withoutBlankEnd(row).some(({ text }) => text.trim() === '');

/** 收入 | 支出 over 项目 | 决算数 | 项目 | 合计 …, whatever stands below; null for any other header. */
function twoSided(header: readonly TextCell[][], width: number): TextCell[][] | null {
  const at = header.findIndex((row) => row.length === 2 && row.every(({ text }) => SIDE.test(text.trim())));
  const [sides, below] = [header[at], header[at + 1]];
  if (sides === undefined || below?.length !== width || below.some(({ text }) => text.trim() === ''))
    return null;
  return [...header.slice(0, at), ...headerRows([sides, below], width, 0, true), ...header.slice(at + 2)];
}

const SIDE = /^(收\s*入|支\s*出)$/;

const headerOf = (header: readonly TextCell[][], kinds: readonly Kind[], style: Style): TextCell[][] =>
  headerRows(header, kinds.length, kinds.indexOf('figures'), style === 'dropped');

/**
 * 科目名称 and 类 never stand over nothing but figures, 小计 never over nothing but names: a header whose cells went another way
 * than those below it does not stand above them.
 */
function isAbove(header: readonly Row[], printed: readonly Row[], kinds: readonly Kind[]): boolean {
  if (isCrooked(header, printed, kinds.length)) return false;
  // In front of the names stand codes, whatever they look like.
  const named = kinds.indexOf('words');
  return header.every((row) => {
    let from = 0;
    return row.every(({ text, columnSpan = 1 }) => {
      const covered = kinds
        .slice(from, from + columnSpan)
        .map((kind, at) => (from + at < named ? 'code' : kind));
      from += columnSpan;
      const label = normaliseLabel(text);
      const over = (form: RegExp, isOfRow: boolean) =>
        !form.test(label) || covered.some((kind) => (kind !== 'figures') === isOfRow);
      return over(OF_NAMES, true) && over(OPENS_GROUP, false);
    });
  });
}

const OF_NAMES = /^(类|款|项)$|(科目|分类)(名称|编码|代码)$/;

const asNothing = (header: readonly TextCell[][], width: number): TextCell[][] =>
  header.map((row) => (isLabelled(row) ? [whole(row, width)] : row));

const isOfForm = (row: Row): boolean =>
  row
    .slice(0, 2)
    .map(({ text }) => normaliseLabel(text))
    .some((label, at) => (at === 0 && FORM_FIELD.test(label)) || FORM_TOTAL.test(label));

/** "部门名称 | 某局": the form of a department. */
const isOfBody = (row: Row): boolean =>
  printedOf(row).length === 2 && /^(部门|单位)(\((部门|单位)\))?名称/.test(normaliseLabel(row[0]!.text));

/** "合计⇥⇥90.00" keeps the cell that was merged, "合计⇥90.00" puts an amount under 科目名称. */
function styleOf(rows: readonly Row[], header: readonly Row[], kinds: readonly Kind[]): Style {
  if (header.find(isLabelled)?.some(({ text }) => text.trim() === '')) return 'kept';
  // 合计 | 一般公共预算 below 项目 | 行次 | 采购计划金额: over the names of the rows no total stands.
  const lowest = header.filter(isLabelled).slice(1).at(-1);
  if (lowest !== undefined && kinds[0] !== 'figures' && OPENS_GROUP.test(lowest[0]!.text.trim()))
    return 'dropped';
  const totals = rows.filter((row) => TOTAL.test(row[0]!.text.trim()) && printsAmount(row));
  const numberings = header.filter((row) => isNumbering(row) && HAN.test(row[0]!.text));
  if ([...totals, ...numberings].some((row) => !isLaidOut(row, kinds))) return 'dropped';
  const short = kinds.length - kinds.indexOf('figures') + 1;
  if (keepsEnds(rows, kinds.length) && totals.some(({ length }) => length === short && short < kinds.length))
    return 'dropped';
  const merged = kinds.indexOf('figures') > 1;
  return merged && totals.length > 0 ? 'kept' : styleOfHeader(header, kinds.length);
}

/** Rows print their last cells though nothing is in them, so that a shorter row has lost others. */
const keepsEnds = (rows: readonly Row[], width: number): boolean =>
  rows.some((row) => row.length === width && row.at(-1)!.text.trim() === '');

/** Below another row of labels, one that does not reach the end has lost the cells above it, unless there are empty ones. */
function styleOfHeader(header: readonly Row[], width: number): Style {
  const labelled = header.filter(isLabelled);
  const lowest = labelled.at(-1);
  const isOpen = (row: Row) => row.some(({ text }) => text.trim() === '');
  if (labelled[0] !== undefined && isOpen(labelled[0])) return 'kept';
  if (lowest === undefined || labelled.length < 2) return 'open';
  const narrows = labelled.some((row, at) => at > 0 && row.length < labelled[at - 1]!.length);
  if (lowest.length >= width && !narrows) return 'open';
  return labelled.some(isOpen) ? 'open' : 'dropped';
}

/** null where the rows are too few or too different for a statement. */
function kindsOf(rows: readonly Row[], width: number, trimmed: boolean): Kind[] | null {
  const plain = rows.filter((row) =>
    trimmed ? !TOTAL.test(row[0]!.text.trim()) : row.length === width && !isNumbering(row),
  );
  const stated = plain.filter((row) => printsAmount(row));
  const blank = plain.filter((row) => !printsAmount(row) && row.some(({ text }) => NOTHING.test(text)));
  if (stated.length < FEWEST_WHOLE || (stated.length + blank.length) * 2 < rows.length) return null;
  const said = Array.from({ length: width }, (_, column) => kindOf(plain, column));
  const named = said.indexOf('words');
  const kinds = said.map((kind, column) => (column < named && isCodes(plain, column) ? 'code' : kind));
  const fitting = plain.filter((row) => isLaidOut(row, kinds));
  if (!kinds.includes('words') || fitting.length < plain.length * MOST_FIT) return null;
  const missing = rows.reduce((widest, row) => Math.max(widest, widthOf(row, kinds)), 0) - width;
  return [...kinds, ...Array.from({ length: Math.max(0, missing) }, (): Kind => 'figures')];
}

/** "一、“三公”经费支出 | 1 | — | —"; a header prints no dash, only "栏次 | — | 1 | 2" does. */
const printsDash = (row: Row): boolean =>
  !isNumberingLabel(row[0]!.text) && row.slice(1).some(({ text }) => /^\s*[-—–]+\s*$/.test(text));

const isNumberingLabel = (text: string): boolean => /^(栏次|行次)$/.test(text.trim());

/** What a statement prints for no money. */
const NOTHING = /^\s*(?:[-—–]+|0(?:\.0+)?)\s*$/;

/** 栏次 | 1 | 2 … 6: how wide the table is where its last columns print nothing. */
function widthOf(row: Row, kinds: readonly Kind[]): number {
  const shifted =
    HAN.test(row[0]!.text) && !isLaidOut(row, kinds) && row.slice(1).every(({ text }) => !HAN.test(text));
  return shifted ? kinds.indexOf('figures') + row.length - 1 : row.length;
}

/** 合计, 本年合计, 人员经费合计, 栏次: the rows whose label is merged. */
const TOTAL = /合\s*计$|^总\s*计$|^栏次$/;
/** Forms print something else in every row. */
const MOST_FIT = 0.8;

/** “三公”经费: one row of nothing but figures below its headers. */
function isMatrix(rows: readonly Row[], width: number): boolean {
  const isFigures = (row: Row) =>
    row.length === width && row[0]!.text.trim() !== '' && row.every(({ text }) => !HAN.test(text));
  return width >= WIDE && rows.every(isFigures);
}

const WIDE = 4;
const HAN = /\p{Script=Han}/u;

/** Behind a name also whole yuan without commas: "67045600"; in front of it such a number is a code. */
function printsAmount(row: Row): boolean {
  const named = row.findIndex(({ text }) => HAN.test(text));
  return row.some(
    (cell, at) =>
      isAmount(cell) || (named >= 0 && at > named && YUAN.test(cell.text) && !CODE.test(cell.text)),
  );
}

const YUAN = /^\d{5,12}$/;

function isAmount({ text }: TextCell): boolean {
  return readNumber(text).kind === 'number' && AMOUNT.test(text.trim());
}

function kindOf(rows: readonly Row[], column: number): Kind {
  const texts = rows.map((row) => row[column]?.text.trim() ?? '').filter((text) => text !== '');
  const figures = texts.filter((text) => readNumber(text).kind === 'number');
  if (figures.length > 0 && figures.every((text) => CODE.test(text) || LEVEL.test(text))) return 'code';
  return texts.filter((text) => HAN.test(text)).length > figures.length ? 'words' : 'figures';
}

/** In front of the names: 312, 312001. */
function isCodes(rows: readonly Row[], column: number): boolean {
  const texts = rows.map((row) => row[column]?.text.trim() ?? '').filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => /^\d{2,12}$/.test(text));
}

/** A label that covers the columns before its figures: "合计", "人员经费合计 … 公用经费合计". */
function bodyRow(row: Row, kinds: readonly Kind[], style: Style): TextCell[] {
  if (row.length < 2 || row.length >= kinds.length || !HAN.test(row[0]!.text)) return [...row];
  const isTotal = TOTAL.test(row[0]!.text.trim());
  const asPrinted = isLaidOut(row, kinds);
  if (style === 'kept' && (asPrinted || !isTotal)) return [...row];
  const roomy = row.length > kinds.length - kinds.indexOf('figures') + 1;
  if (asPrinted && (style === 'open' || !isTotal || roomy)) return [...row];
  return withSpans(row, firstSpan(row, kinds) ?? spansOf(row, kinds, 0));
}

function withSpans(row: Row, spans: readonly number[] | null): TextCell[] {
  return spans === null ? [...row] : row.map((cell, at) => spanned(cell, spans[at]!));
}

const isLaidOut = (row: Row, kinds: readonly Kind[]): boolean =>
  row.every((cell, at) => fits(cell, kinds[at]!));

/** Only words may cover several columns; an amount stands in a column of figures. null where the row cannot be laid out so. */
function spansOf(
  row: Row,
  kinds: readonly Kind[],
  from: number,
  /** Cells left and column, of which it is known that they cannot: else a row of words is tried in every way. */
  failed = new Set<number>(),
): number[] | null {
  const [cell, ...rest] = row;
  if (cell === undefined) return from === kinds.length ? [] : null;
  const place = row.length * (kinds.length + 1) + from;
  if (failed.has(place)) return null;
  const longest = HAN.test(cell.text) ? kinds.length - from - rest.length : 1;
  for (let span = 1; span <= longest; span++) {
    if (span === 1 && !fits(cell, kinds[from]!)) continue;
    const others = spansOf(rest, kinds, from + span, failed);
    if (others !== null) return [span, ...others];
  }
  failed.add(place);
  return null;
}

/** Where the row may have lost its end: its label covers all columns of labels, and every figure follows. */
function firstSpan(row: Row, kinds: readonly Kind[]): number[] | null {
  const labels = kinds.indexOf('figures');
  const fitting = row.slice(1).every((cell, at) => fits(cell, kinds[labels + at] ?? 'words'));
  return fitting ? row.map((_, at) => (at === 0 ? labels : 1)) : null;
}

function fits({ text }: TextCell, kind: Kind): boolean {
  const read = readNumber(text);
  if (read.kind === 'number') return kind === 'figures' || (kind === 'code' && !AMOUNT.test(text.trim()));
  return kind !== 'figures' || !HAN.test(text);
}

/**
 * The cells of a statement that a copy of a web page left without its columns: one cell a line, with or without a closing
 * pipe, or one row a line with single spaces between the cells.
 */
import { readNumber } from '../../parse/amount.ts';
import { endsTable, isCaption, isNote } from '../captions.ts';
import { isPipeRow } from '../pipe-rows.ts';
import { cleanCell } from '../text-cell.ts';
import { isBlank, type SourceLine } from '../text-lines.ts';

export interface FlatCell {
  /** '' for an empty cell. */
  text: string;
  /** Line it stands on, from 1. */
  line: number;
}

/** Lines of one table or of several, and their cells in reading order. */
export interface FlatRun {
  /** Indices into the lines, both inclusive. */
  first: number;
  last: number;
  /** A copy with pipes prints empty cells too; one without them drops them. */
  keepsEmpty: boolean;
  cells: readonly FlatCell[];
  /** The lines as printed, by their number: blanks at their ends may stand for empty cells. */
  printed: ReadonlyMap<number, string>;
}

/** Longest cell of a statement: "五、国有资本经营预算财政拨款收入（含上年结转）". */
const LONGEST_CELL = 40;
const SENTENCE = /[。；！？]/;
const HAN = /\p{Script=Han}/u;
/** Lines of a plain copy that belong to one table stand no farther apart. */
const WIDEST_GAP = 6;

export function flatRunAt(lines: readonly SourceLine[], start: number): FlatRun | null {
  return pipeRunAt(lines, start) ?? plainRunAt(lines, start);
}

/** "项目 |", "|", "323 |": most lines hold one cell and a pipe, or a cell and its pipe take a line each. */
function pipeRunAt(lines: readonly SourceLine[], start: number): FlatRun | null {
  if (!isPipeCell(lines, start)) return null;
  let last = start;
  for (let index = start; index < lines.length; index++) {
    if (isBlank(lines[index])) continue;
    if (!isPipeCell(lines, index)) break;
    last = index;
  }
  const cells = cellsBetweenPipes(lines.slice(start, last + 1));
  return cells.length < 4 ? null : { first: start, last, keepsEmpty: true, cells, printed: new Map() };
}

function isPipeCell(lines: readonly SourceLine[], index: number): boolean {
  const text = lines[index]?.text.trim() ?? '';
  if (text === '' || text.includes('\t')) return false;
  if (/^\|[\s|]*$/.test(text)) return true;
  if (/^[^|]*\|$/.test(text)) return text.length <= LONGEST_CELL;
  return !text.includes('|') && text.length <= LONGEST_CELL && isPipeOnly(lines[index + 1]);
}

const isPipeOnly = (line: SourceLine | undefined): boolean => /^\|[\s|]*$/.test(line?.text.trim() ?? '');

/** A pipe ends a cell; what stands on several lines in front of it is one cell. "| |" opens a row whose first cell is empty. */
function cellsBetweenPipes(lines: readonly SourceLine[]): FlatCell[] {
  const cells: FlatCell[] = [{ text: '', line: lines[0]!.number }];
  for (const { text, number } of lines)
    for (const [index, part] of text
      .trim()
      .replace(/^\|(?=.*\|)/, '')
      .split('|')
      .entries()) {
      if (index > 0) cells.push({ text: '', line: number });
      const words = cleanCell(part).trim();
      const open = cells.at(-1)!;
      if (words !== '')
        cells[cells.length - 1] = { text: open.text + words, line: open.text === '' ? number : open.line };
    }
  return cells.at(-1)!.text === '' ? cells.slice(0, -1) : cells;
}

/** Short lines without a sentence among them; a line of one row gives several cells. */
function plainRunAt(lines: readonly SourceLine[], start: number): FlatRun | null {
  if (!isPlainCell(lines, start)) return null;
  let last = start;
  for (let index = start; index < lines.length && index - last <= WIDEST_GAP; index++) {
    if (isBlank(lines[index])) continue;
    if (!isPlainCell(lines, index)) break;
    last = index;
  }
  const run = lines.slice(start, last + 1);
  return {
    first: start,
    last,
    keepsEmpty: false,
    cells: run.flatMap(cellsOfLine),
    printed: new Map(run.map(({ number, text }) => [number, text])),
  };
}

function isPlainCell(lines: readonly SourceLine[], index: number): boolean {
  const line = lines[index];
  if (line === undefined || isBlank(line) || isPipeRow(line) || isPipeCell(lines, index)) return false;
  const text = line.text.trim();
  return (
    !/[\t<]/.test(line.text) &&
    text.length <= 2 * LONGEST_CELL &&
    !SENTENCE.test(text) &&
    !isNote(text) &&
    cellsOfLine(line).every((cell) => cell.text.length <= LONGEST_CELL)
  );
}

/** "一、财政拨款收入 1 440.55 一、一般公共服务支出 29 423.20"; the blanks inside "合 计" part nothing. */
export function cellsOfLine({ text, number }: SourceLine): FlatCell[] {
  const printed = text.trim();
  if (isCaption(printed) || endsTable(printed))
    return printed === '' ? [] : [{ text: printed, line: number }];
  const words = printed.split(/\s+/).filter((word) => word !== '');
  const cells: string[] = [];
  for (const word of words) {
    const before = cells.at(-1);
    if (before !== undefined && goesOn(before, word)) cells[cells.length - 1] = before + word;
    else cells.push(word);
  }
  return cells.map((one) => ({ text: one, line: number }));
}

/** "合" "计", "项" "目", "预" "算" "数", "其中:" "公务接待费". */
function goesOn(before: string, word: string): boolean {
  if (!HAN.test(word)) return false;
  if (NUMBERING_OR_LEAD_IN.test(before)) return true;
  if (readNumber(before).kind === 'number') return false;
  const isSpacedOut = word.length === 1 && /^\p{Script=Han}{1,3}$/u.test(before);
  return isSpacedOut || /^\p{Script=Han}$/u.test(before);
}

/** "1.", "（一）", "其中:". */
const NUMBERING_OR_LEAD_IN = /^[（(]?[\d一二三四五六七八九十]{1,3}[）)]?[、.．]?$(?<!^\d+)|[:：]$/;

/**
 * The cells of a statement that a copy of a web page left without its columns: one cell a line, with or without a closing
 * pipe, or one row a line with single spaces between the cells.
 */
import { readNumber } from '../../parse/amount.ts';
import { endsTable, isCaption, isNote } from '../captions.ts';
import { isPipeRow } from '../pipe-rows.ts';
import { cleanCell } from '../text-cell.ts';
import { isBlank, type SourceLine } from '../text-lines.ts';
import { HAN } from './flat-words.ts';
import { raggedRunAt } from './ragged-rows.ts';

export interface FlatCell {
  /** '' for an empty cell. */
  text: string;
  /** Line it stands on, from 1. */
  line: number;
  /** Where on a line of several cells; 0 where it has a line of its own. */
  start: number;
  end: number;
}

/** Lines of one table or of several, and their cells in reading order. */
export interface FlatRun {
  /** Indices into the lines, both inclusive. */
  first: number;
  last: number;
  /** A copy with pipes prints empty cells too; one without them drops them. */
  keepsEmpty: boolean;
  /** Its rows have pipes, and empty cells of them stand at the end instead of where they were. */
  isRagged?: boolean;
  cells: readonly FlatCell[];
  /** The lines as printed, by their number: blanks at their ends may stand for empty cells. */
  printed: ReadonlyMap<number, string>;
}

/** Longest cell of a statement: "五、国有资本经营预算财政拨款收入（含上年结转）". */
const LONGEST_CELL = 40;
/** A longer line is looked at word by word. */
const LONGEST_CAPTION = 60;
const SENTENCE = /[。；！？]/;
/** Lines of a plain copy that belong to one table stand no farther apart. */
const WIDEST_GAP = 6;

/** `movesEmpty`: the text moves empty cells to the end of their row. */
export function flatRunAt(lines: readonly SourceLine[], start: number, movesEmpty = false): FlatRun | null {
  const ragged = movesEmpty ? raggedRunAt(lines, start) : null;
  return pipeRunAt(lines, start) ?? ragged ?? plainRunAt(lines, start);
}

/** "项目 |", "|", "323 |": most lines hold one cell and a pipe, a cell and its pipe take a line each, or "| 323" begins with it. */
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
  if (/^(?:[^|]*\||\|[^|]*)$/.test(text)) return text.length <= LONGEST_CELL;
  return !text.includes('|') && text.length <= LONGEST_CELL && opensWithPipe(lines[index + 1]);
}

/** "|" alone, or with one cell behind it: the cell above ends there. */
const opensWithPipe = (line: SourceLine | undefined): boolean =>
  /^\|(?:[\s|]*|[^|]*)$/.test(line?.text.trim() ?? '');

/** A pipe ends a cell; what stands on several lines in front of it is one cell. "| |" opens a row whose first cell is empty, "||" are two empty cells. */
function cellsBetweenPipes(lines: readonly SourceLine[]): FlatCell[] {
  const cells: FlatCell[] = [emptyCell(lines[0]!.number)];
  for (const { text, number } of lines)
    for (const [index, part] of text
      .trim()
      .replace(/^\|(?=[^|].*\|)/, '')
      .split('|')
      .entries()) {
      if (index > 0) cells.push(emptyCell(number));
      const words = cleanCell(part).trim();
      const open = cells.at(-1)!;
      if (words !== '')
        cells[cells.length - 1] = {
          ...open,
          text: open.text + words,
          line: open.text === '' ? number : open.line,
        };
    }
  return cells.at(-1)!.text === '' ? cells.slice(0, -1) : cells;
}

const emptyCell = (line: number): FlatCell => ({ text: '', line, start: 0, end: 0 });

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
  if (isFlatLine(text)) return true;
  return (
    !/[\t<]/.test(line.text) &&
    text.length <= 2 * LONGEST_CELL &&
    !SENTENCE.test(text) &&
    !isNote(text) &&
    cellsOfLine(line).every((cell) => cell.text.length <= LONGEST_CELL)
  );
}

/** A whole page on one line: the words of a header among it, and figures. */
const isFlatLine = (text: string): boolean =>
  text.length > 2 * LONGEST_CELL &&
  FLAT_HEADER.test(text) &&
  (text.match(/\s\d[\d,.]*(?=\s|$)/g) ?? []).length >= FEWEST_FIGURES;
const FLAT_HEADER = /(?:^|\s)(?:项\s*目|收\s*入|合\s*计|\S{0,12}科目(?:编码|代码|名称))\s/;
const FEWEST_FIGURES = 4;

/** "一、财政拨款收入 1 440.55 一、一般公共服务支出 29 423.20"; the blanks inside "合 计" part nothing. */
function cellsOfLine({ text, number }: SourceLine): FlatCell[] {
  const printed = text.trim();
  if (printed === '') return [];
  if (printed.length <= LONGEST_CAPTION && (isCaption(printed) || endsTable(printed)))
    return [{ text: printed, line: number, start: 0, end: text.length }];
  const cells: FlatCell[] = [];
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    const before = cells.at(-1);
    const end = index + word.length;
    if (before !== undefined && goesOn(before.text, word))
      cells[cells.length - 1] = { ...before, text: before.text + word, end };
    else cells.push({ text: word, line: number, start: index, end });
  }
  return cells;
}

/** "合" "计", "项" "目", "预" "算" "数", "其中:" "公务接待费". */
function goesOn(before: string, word: string): boolean {
  if (!HAN.test(word)) return false;
  if (NUMBERING_OR_LEAD_IN.test(before)) return true;
  if (readNumber(before).kind === 'number') return false;
  return word.length === 1 && /^\p{Script=Han}{1,3}$/u.test(before);
}

/** "1.", "（一）", "其中:". */
const NUMBERING_OR_LEAD_IN = /^[（(]?[\d一二三四五六七八九十]{1,3}[）)]?[、.．]?$(?<!^\d+)|[:：]$/;

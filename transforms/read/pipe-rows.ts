/** Rows with `|` between the cells: Markdown, and pages that a search engine kept as text. */
import { withMergedCells } from './merged-cells.ts';
import { cleanCell, type TextCell, type TextTable } from './text-cell.ts';
import { isBlank, nextPrinted, type SourceLine } from './text-lines.ts';

/** |---|:--:| */
const RULE = /^[\s|:\-—=+]*[-—=]{2,}[\s|:\-—=+]*$/;
/** "||||": closes a row of which every cell had a line of its own; "| |" begins one with an empty cell. */
const CLOSES_ROW = /^\|{2,}$/;
/** No printed form is wider: rows that seem so were closed by something else. */
const WIDEST_ROW = 40;
const UNESCAPED_PIPE = /(?<!\\)\|/;
/** "收入 | 支出 | ||": cells stand apart, while what a copy of a web page put in place of those it dropped is glued. Markdown opens its rows with a pipe. */
const FILLED_UP = /^[^|].*[^\s|] \| ?\|+$|^\|.*\|\|$/;
/** "合计 | | 20.00", "| | 小计": an empty cell where it was printed. */
const EMPTY_CELL = /\|\s*\|/;

export function readPipeRows(lines: readonly SourceLine[], start: number): TextTable | null {
  if (!isPipeRow(lines[start])) return null;
  let last = start;
  for (let index = start; ; index++) {
    const next = isBlank(lines[index]) && nextPrinted(lines, index) === index + 1 ? index + 1 : index;
    if (!isPipeRow(lines[next]) || (next > index && isRule(lines[next + 1]))) break;
    last = index = next;
  }
  const run = lines.slice(start, last + 1).filter((line) => isPipeRow(line) && !isRule(line));
  const rows = isCellPerLine(run) ? groupCells(run) : withMergedCells(printedCells(run), true);
  return rows.some((row) => row.some((cell) => cell.text !== '')) ? { first: start, last, rows } : null;
}

/** Starts or ends with a pipe, or has two of them; a single pipe inside a sentence is no table. */
export function isPipeRow(line: SourceLine | undefined): boolean {
  if (line === undefined || !line.text.includes('|')) return false;
  const text = line.text.trim();
  return text.startsWith('|') || text.endsWith('|') || text.split(UNESCAPED_PIPE).length > 2;
}

function isRule(line: SourceLine | undefined): boolean {
  return line?.text.includes('|') === true && RULE.test(line.text);
}

/** What fills up a row stands for cells dropped anywhere in it, so it is no cell at its end. */
function printedCells(run: readonly SourceLine[]): TextCell[][] {
  const isFilledUp = run.some(({ text }) => FILLED_UP.test(text.trim()));
  if (!isFilledUp || run.some(({ text }) => EMPTY_CELL.test(text.trim().replace(/[\s|]+$/, ''))))
    return run.map(cellsOf);
  return run.map((line) => cellsOf({ ...line, text: line.text.trim().replace(/[\s|]+$/, '') }));
}

function cellsOf(line: SourceLine): TextCell[] {
  const text = line.text
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return text
    .split(UNESCAPED_PIPE)
    .map((cell) => ({ text: cleanCell(cell.replaceAll('\\|', '|')), line: line.number }));
}

/** Most lines hold one cell and a closing pipe. */
function isCellPerLine(run: readonly SourceLine[]): boolean {
  const single = run.filter((line) => line.text.trim().split(UNESCAPED_PIPE).length <= 2).length;
  return single > 2 && single * 2 > run.length;
}

/** Rows end where a line of nothing but pipes says so; without such lines no row is known and every cell stands alone. */
function groupCells(run: readonly SourceLine[]): TextCell[][] {
  const rows: TextCell[][] = [[]];
  for (const line of run) {
    if (CLOSES_ROW.test(line.text.trim())) rows.push([]);
    else for (const cell of cellsOf(line)) rows.at(-1)!.push(cell);
  }
  return rows.length === 1 || rows.some((row) => row.length > WIDEST_ROW)
    ? run.map(cellsOf)
    : rows.filter((row) => row.length > 0);
}

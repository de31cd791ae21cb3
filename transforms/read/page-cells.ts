/** A page laid out in cells keeps their pipes: "2021年“三公”经费决算说明 |" above one long cell of prose is no table. */
import { isBlank, type SourceLine } from './text-lines.ts';

/** "…，下降9%。 |": one cell, and the pipe that ended it. */
const ONE_CELL = /^\s*\|?([^|]*[^|\s][^|]*)\|\s*$/;
/** A form has more cells than a page has. */
const MOST_CELLS = 3;
const SHORTEST_PROSE = 40;

/** The same lines; those of such a page without their pipes. */
export function withoutPageCells(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (!lines.some(({ text }) => isProse(text))) return lines;
  const plain = [...lines];
  for (let from = 0; from < lines.length; from++) {
    if (!lines[from]!.text.includes('|')) continue;
    const to = endOfPipes(lines, from);
    const run = lines.slice(from, to);
    const cells = run.filter((line) => !isBlank(line));
    const isPage =
      cells.length <= MOST_CELLS &&
      cells.every(({ text }) => ONE_CELL.test(text)) &&
      run.some(({ text }) => isProse(text));
    if (isPage) plain.splice(from, run.length, ...run.map((line) => ({ ...line, text: cellOf(line.text) })));
    from = to - 1;
  }
  return plain;
}

const cellOf = (text: string): string => (ONE_CELL.exec(text)?.[1] ?? text).trimEnd();

const isProse = (text: string): boolean =>
  text.length > SHORTEST_PROSE && /。/.test(text) && ONE_CELL.test(text);

function endOfPipes(lines: readonly SourceLine[], from: number): number {
  let end = from + 1;
  for (let at = from + 1; at < lines.length; at++) {
    if (lines[at]!.text.includes('|')) end = at + 1;
    else if (!isBlank(lines[at])) break;
  }
  return end;
}

/** The lines of a text and what one line says about itself. */

export interface SourceLine {
  /** Without the line end; nothing else is removed. */
  text: string;
  /** From 1. */
  number: number;
}

/** What editors count as the end of a line, so that a person finds the line by its number. */
const LINE_END = /\r\n|[\n\r]/;
/** Word writes a page break as form feed and a line break inside a paragraph as vertical tab: breaks without a number. */
const INNER_BREAK = /[\f\v\u0085\u2028\u2029]/;

export function linesOf(text: string): SourceLine[] {
  return text
    .split(LINE_END)
    .flatMap((line, index) => line.split(INNER_BREAK).map((part) => ({ text: part, number: index + 1 })));
}

/** True where a line prints nothing; a line that is a tab is an empty cell, not a blank line. */
export function isBlank(line: SourceLine | undefined): boolean {
  return line !== undefined && !line.text.includes('\t') && line.text.trim() === '';
}

/** Index of the first line from `from` on that is not blank; `lines.length` where there is none. */
export function nextPrinted(lines: readonly SourceLine[], from: number): number {
  let index = from;
  while (index < lines.length && isBlank(lines[index])) index++;
  return index;
}

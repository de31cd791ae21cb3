/** How wide a text was set whose lines were cut at a margin: a line as wide as that ended at the margin and not where its author ended it. */

/** Two columns for a Chinese character or mark, one for a digit or letter. */
export const columnsOf = (line: string): number => line.trimEnd().length + (line.match(WIDE)?.length ?? 0);
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f“”‘’—…]/g;

/** A margin shows only where many lines end at it. */
const FEWEST = 6;
const LEAST_SHARE = 0.4;
/** Narrower columns are those of tables. */
const NARROWEST = 40;
/** A character of two columns, and a mark that may not begin a line, leave the margin ragged by so much. */
export const RAGGED = 3;

/** Columns of the widest lines; null where they are not cut at one margin. */
export function wrapWidthOf(lines: readonly string[]): number | null {
  const widths = lines.map(columnsOf).filter((width) => width >= NARROWEST);
  const margin = widths.reduce((widest, width) => Math.max(widest, width), 0);
  const ended = widths.filter((width) => width >= margin - RAGGED).length;
  return ended >= FEWEST && ended >= LEAST_SHARE * widths.length ? margin : null;
}

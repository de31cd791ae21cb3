/** CSV for a spreadsheet: UTF-8 with a byte order mark, and nothing in a cell that Excel would run as a formula. */

/** "=1+1", "@SUM", "-2+3", a tab or a line end in front: what spreadsheets take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;
/** A plain number is no formula, whatever its sign. */
const NUMBER = /^-?\d+(?:\.\d+)?$/;

export function writeCsv(columns: readonly string[], rows: readonly object[]): string {
  const lines = rows.map((row) =>
    columns.map((column) => cell((row as Record<string, unknown>)[column])).join(','),
  );
  return `\uFEFF${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}

function cell(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value);
  const inert = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

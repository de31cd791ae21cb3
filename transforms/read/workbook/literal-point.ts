/**
 * Sheets that keep yuan and show 万元: "0!.0000" and "0!.0," print a point that is no decimal point into the digits of a whole
 * number. What formats cells does not know the sign !, and after \. it counts decimals that Excel has none of.
 */

/** "0!.0,", "#,##0\.0000", `0"."0,"万元"`: digits, a printed point, digits, a thousand less for each comma behind them. */
const POINT_PRINTED = /^[#0,]*[#0](?:!\.|\\\.|"\.")([#0]+)(,*)((?:"[^"]*"|[!\\].|[万元])*)$/;
/** "[红色]", "[$-804]", "_ ", "* ": colours, languages, blanks. */
const UNPRINTED = /\[[^\]]*\]|_.|\*./g;

/** What Excel shows of `value`, null where the format is no such one. */
export function shownWithPoint(value: number, format: string): string | null {
  const sections = format.replace(UNPRINTED, '').split(';');
  const own = value < 0 ? sections[1] : value === 0 ? sections[2] : undefined;
  const section = (own ?? sections[0] ?? '').trim();
  const found = POINT_PRINTED.exec(value < 0 && own !== undefined ? section.replace(/^-/, '') : section);
  if (found === null) return null;
  const [, behind, thousands, suffix] = found;
  const digits = String(Math.round(Math.abs(value) / 1000 ** thousands!.length));
  if (!/^\d+$/.test(digits)) return null;
  const padded = digits.padStart(behind!.length + 1, '0');
  const figure = `${padded.slice(0, -behind!.length)}.${padded.slice(-behind!.length)}`;
  const isMinus = value < 0 && /[1-9]/.test(digits) && (own === undefined || section.startsWith('-'));
  return `${isMinus ? '-' : ''}${figure}${suffix!.replace(/["!\\]/g, '')}`;
}

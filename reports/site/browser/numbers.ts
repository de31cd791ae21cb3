/** Digits: rounding on the decimals that were meant, groups of three, and never a zero that is none. */

/** What separates a double from the decimal that was meant lies beyond its fifteenth digit. */
const MEANINGFUL_DIGITS = 15;

/** Half away from zero on the decimal digits: 2.005 → "2.01". A figure that is not zero never looks like zero. */
export function decimal(value: number, places: number): string {
  const scale = 10 ** places;
  const rounded = Math.round(Number((Math.abs(value) * scale).toPrecision(MEANINGFUL_DIGITS))) / scale;
  const digits = rounded === 0 && value !== 0 ? tiny(Math.abs(value)) : grouped(rounded.toFixed(places));
  return `${value < 0 ? '−' : ''}${digits}`;
}

/** Two digits that are not zero, without an exponent: 0.000123 → "0.00012". */
function tiny(value: number): string {
  const zeros = Math.min(18, Math.ceil(-Math.log10(value)));
  return value.toFixed(zeros + 1);
}

function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const separated = whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
  return fraction === undefined ? separated : `${separated}.${fraction}`;
}

/** Every digit there is. */
export function exact(value: number): string {
  const digits = String(Number(Math.abs(value).toPrecision(MEANINGFUL_DIGITS)));
  return /e/u.test(digits) ? String(value) : `${value < 0 ? '−' : ''}${grouped(digits)}`;
}

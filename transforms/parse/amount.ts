/** What a cell says about an amount. A dash and an empty cell are not zero. */

import { tidyText } from './label.ts';
import { unitPattern, unitScale } from './printed-unit.ts';
import { MINOR_PER_UNIT, type Quantity, type Unit } from './quantity.ts';
import { remembered } from './remember.ts';

export type { NumberRole } from './number-role.ts';
export { type NumberToken, numbersIn } from './number-tokens.ts';
export { PRINTED_UNITS, readUnitNote, type UnitScale, unitScale } from './printed-unit.ts';

export interface NumberRead {
  kind: 'number';
  /** Plain decimal with its sign and all printed decimals: "-1234.50". */
  value: string;
  /** Printed decimals: "9.10" has two. */
  decimals: number;
  negative: boolean;
  percent: boolean;
  /** As printed in the cell, without spaces: "万元", "%", "人次". null where the cell has none. */
  unit: string | null;
  /** The figure as printed, without its unit: "427. 36". */
  printed: string;
}

export type NumberReading = NumberRead | { kind: 'blank' } | { kind: 'dash' } | { kind: 'text' };

/** "—", "——", "－", "/", "*", "无", "不适用". */
const DASH = /^(?:[-‐‑‒–—―─−_/\\*~]+|无|N\/A|不适用)$/i;
/** "¥", "人民币" in front of an amount. */
const CURRENCY = /^(?:¥|￥|人民币|RMB|CNY)\s*/;
/** "△12", "▲12", "-12", "−12": how accountants print a decrease. */
const MINUS = /^[-−–—△▲]\s*/;
/** "(1,234.50)"; a bare "(1)" is numbering, so it takes a separator, decimals or three digits. */
const ACCOUNTING_NEGATIVE = /^\(\s*(?=[\d\s,]*(?:[.,]|\d{3}))([\d\s.,]+)\)$/;
/** "1234", "1,234", "1, 234 . 50", "427. 36", ".50". */
const DECIMAL = /^(\d+|\d{1,3}(?:\s?,\s?\d{3})+)?(?:\s?\.\s?(\d+))?$/;
/** "735.264 9": a decimal torn in two. After exactly two decimals the rest may be another figure, so that is text. */
const TORN_DECIMAL = /^(\d+|\d{1,3}(?:\s?,\s?\d{3})+)\s?\.\s?(\d|\d{3,4})\s(\d{1,3})$/;

/** What the text of one cell says: a number with its unit, nothing, a dash, or words. Never throws. */
export function readNumber(text: string): NumberReading {
  return numberRead(text);
}

const numberRead = remembered(readOnce);

function readOnce(text: string): NumberReading {
  const tidy = tidyText(text).replace(/^'(?=[-\d])/, '');
  if (tidy === '') return { kind: 'blank' };
  if (DASH.test(tidy.replace(/\s/g, ''))) return { kind: 'dash' };
  const { figure, unit } = splitUnit(tidy);
  const read = readFigure(figure.replace(CURRENCY, ''));
  if (read === null) return { kind: 'text' };
  return { kind: 'number', ...read, percent: unit === '%', unit, printed: figure };
}

/** "1427.35 万元" → "1427.35" and "万元"; "12.5(万元)" likewise. */
function splitUnit(tidy: string): { figure: string; unit: string | null } {
  const match = TRAILING_UNIT.exec(tidy);
  if (match === null) return { figure: tidy, unit: null };
  return {
    figure: tidy.slice(0, match.index).trim(),
    unit: match[0].replace(/\s/g, '').replace(/^\((.*)\)$/, '$1'),
  };
}

const TRAILING_UNIT = unitPattern('(?<=[\\d)]\\s?)(?:UNIT|\\(\\s?UNIT\\s?\\))$');

function readFigure(figure: string): { value: string; decimals: number; negative: boolean } | null {
  const bracketed = ACCOUNTING_NEGATIVE.exec(figure);
  if (bracketed !== null) return signed(bracketed[1]!.trim(), true);
  if (MINUS.test(figure)) return signed(figure.replace(MINUS, ''), true);
  return signed(figure.replace(/^\+\s*/, ''), false);
}

function signed(
  digits: string,
  minus: boolean,
): { value: string; decimals: number; negative: boolean } | null {
  const plain = plainDecimal(digits);
  if (plain === null) return null;
  const negative = minus && /[1-9]/.test(plain);
  return { value: negative ? `-${plain}` : plain, decimals: plain.split('.')[1]?.length ?? 0, negative };
}

/** "1, 234 . 50" → "1234.50"; null where the figure could be two figures or none ("1,23", "12 34"). */
function plainDecimal(digits: string): string | null {
  const torn = TORN_DECIMAL.exec(digits);
  if (torn !== null) return `${torn[1]!.replace(/\D/g, '')}.${torn[2]}${torn[3]}`;
  const match = DECIMAL.exec(digits);
  if (match === null || (match[1] === undefined && match[2] === undefined)) return null;
  const whole = (match[1] ?? '0').replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  return match[2] === undefined ? whole : `${whole}.${match[2]}`;
}

/**
 * The figure as an exact quantity of `unit`. The unit in the cell wins over `printedUnit`, the one of the
 * header or note that governs it, so "2846.17万" under 万元 is not multiplied twice. null where the units
 * do not agree, where money or percent have no unit, and where it is no whole number of minor units.
 */
export function toQuantity(reading: NumberReading, unit: Unit, printedUnit: string): Quantity | null {
  if (reading.kind !== 'number') return null;
  const governing = reading.unit ?? printedUnit;
  const minorPerPrinted = scaleFor(governing, unit);
  if (minorPerPrinted === null) return null;
  const digits = BigInt(reading.value.replace('.', ''));
  const divisor = 10n ** BigInt(reading.decimals);
  const scaled = digits * BigInt(minorPerPrinted);
  if (scaled % divisor !== 0n) return null;
  const valueMinor = Number(scaled / divisor);
  if (!Number.isSafeInteger(valueMinor)) return null;
  const ulpMinor = Math.max(1, Number(BigInt(minorPerPrinted) / divisor));
  return { unit, valueMinor, ulpMinor, printed: reading.printed, printedUnit: governing };
}

/** Persons and things are counted in ones where no unit is printed; they lend each other their unit words ("编制30个"). */
function scaleFor(printedUnit: string, unit: Unit): number | null {
  const counted = unit === 'persons' || unit === 'count';
  if (printedUnit.trim() === '') return counted || unit === 'points' ? MINOR_PER_UNIT[unit] : null;
  const scale = unitScale(printedUnit);
  if (scale === null) return null;
  if (scale.unit === unit) return scale.minorPerPrinted;
  return counted && (scale.unit === 'persons' || scale.unit === 'count') ? scale.minorPerPrinted : null;
}

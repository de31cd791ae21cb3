/** The exact quantity behind a number token, in the unit of a concept. */
import type { NumberToken } from '../../parse/amount.ts';
import { toQuantity, unitScale } from '../../parse/amount.ts';
import type { Quantity, Unit } from '../../parse/quantity.ts';

/** null where token and concept do not measure the same; a zero needs no unit ("为0"). */
export function quantityOf(token: NumberToken, unit: Unit): Quantity | null {
  if (token.unit === null && token.value === '0') return zero(token, unit);
  // Points are printed without their unit; who asks for them has seen their name.
  if (token.unit === null) return unit === 'points' ? plainPoints(token) : null;
  const scale = unitScale(token.unit);
  if (scale === null) return null;
  const reading = {
    kind: 'number',
    value: token.value,
    decimals: token.decimals,
    negative: token.value.startsWith('-'),
    percent: scale.unit === 'percent',
    unit: token.unit,
    printed: token.text,
  } as const;
  return toQuantity(reading, unit, token.unit);
}

function plainPoints({ value, decimals, text }: NumberToken): Quantity | null {
  const reading = {
    kind: 'number',
    value,
    decimals,
    negative: value.startsWith('-'),
    percent: false,
  } as const;
  return toQuantity({ ...reading, unit: null, printed: text }, 'points', '');
}

function zero(token: NumberToken, unit: Unit): Quantity {
  return { unit, valueMinor: 0, ulpMinor: 1, printed: token.text, printedUnit: '' };
}

export const isMoney = (token: NumberToken): boolean =>
  token.unit !== null && unitScale(token.unit)?.unit === 'CNY';

export const isPercent = (token: NumberToken): boolean =>
  token.unit !== null && unitScale(token.unit)?.unit === 'percent';

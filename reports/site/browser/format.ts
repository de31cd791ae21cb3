/** Numbers as people read them. What is rounded here stands unrounded in the evidence. */
import type { MetricUnit } from '../../../transforms/metrics/metric-value.ts';
import type { Unit } from '../../../transforms/parse/quantity.ts';
import { METRIC_UNIT_WORDS, UNIT_WORDS } from '../../words.ts';
import { say, word } from './language.ts';

const YUAN_PER_TEN_THOUSAND = 10_000;
/** What separates a double from the decimal that was meant lies beyond its fifteenth digit. */
const MEANINGFUL_DIGITS = 15;

/** Changes carry their sign; other percentages do not. */
const CHANGES = /(?:\.change|\.trend|\.real|_adjustment_rate)$/u;

/** Half away from zero on the decimal digits: 2.005 → "2.01". A figure that is not zero never looks like zero. */
export function decimal(value: number, places: number): string {
  const scaled = Number(`${Number(Math.abs(value).toPrecision(MEANINGFUL_DIGITS))}e${places}`);
  const rounded = Number(`${Math.round(scaled)}e-${places}`);
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

function whereNeeded(value: number, places: number): string {
  return Number.isInteger(value) ? decimal(value, 0) : decimal(value, places);
}

/** "98.20%", "+3.10%", "1,234.50" (yuan), "12". */
export function metricText(value: number, unit: MetricUnit, metric: string): string {
  if (unit === 'percent') {
    const sign = CHANGES.test(metric) && value > 0 ? '+' : '';
    return `${sign}${decimal(value, 2)}%`;
  }
  return unit === 'CNY' ? decimal(value, 2) : whereNeeded(value, 2);
}

export function metricUnit(unit: MetricUnit): string {
  return word(METRIC_UNIT_WORDS[unit]);
}

/** Money in 万元 with two decimals. */
export function figureText(value: number, unit: Unit): string {
  if (unit === 'CNY') return decimal(value / YUAN_PER_TEN_THOUSAND, 2);
  return unit === 'percent' ? `${decimal(value, 2)}%` : whereNeeded(value, 4);
}

export function figureUnit(unit: Unit): string {
  return unit === 'CNY' ? say('万元', '10k yuan') : word(UNIT_WORDS[unit]);
}

export function tenThousands(yuan: number): number {
  return yuan / YUAN_PER_TEN_THOUSAND;
}

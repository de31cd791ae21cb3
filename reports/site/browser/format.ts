/** Numbers as people read them. What is rounded here stands unrounded in the evidence. */
import type { MetricUnit } from '../../../transforms/metrics/metric-value.ts';
import type { Unit } from '../../../transforms/parse/quantity.ts';
import { METRIC_UNIT_WORDS, UNIT_WORDS } from '../../words.ts';
import { say, word } from './language.ts';
import { decimal } from './numbers.ts';

const YUAN_PER_TEN_THOUSAND = 10_000;
/** Changes carry their sign; other percentages do not. */
const CHANGES = /(?:\.change|\.trend|\.real|_adjustment_rate)$/u;

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

/** Behind the name of a metric: "（元）"; nothing for percentages, whose values say it themselves. */
export function unitNote({ unit }: { unit: MetricUnit }): string {
  return unit === 'percent' ? '' : say(`（${metricUnit(unit)}）`, ` (${metricUnit(unit)})`);
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

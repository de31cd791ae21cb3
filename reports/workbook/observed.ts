/** An accepted figure as a cell: money in 万元 with two decimals, rates as fractions, people and things whole. */

import { inLanguage, type Language, UNIT_WORDS } from '../words.ts';
import { type CellSpec, number, plainNumber } from './cell.ts';
import type { ObservedFigure } from './read-benchmarks.ts';
import { FORMATS } from './styles.ts';

type Figure = Pick<ObservedFigure, 'value' | 'unit'>;

const YUAN_PER_TEN_THOUSAND = 10_000;

export function observedCell({ value, unit }: Figure): CellSpec {
  if (unit === 'CNY') return number(inTenThousand(value), FORMATS.tenThousand);
  if (unit === 'percent') return number(Number((value / 100).toPrecision(14)), FORMATS.percent);
  return plainNumber(value);
}

export function inTenThousand(yuan: number): number {
  return yuan / YUAN_PER_TEN_THOUSAND;
}

export function observedUnit({ unit }: Pick<Figure, 'unit'>, language: Language): string {
  return unit === 'CNY' ? inLanguage(['万元', '10k yuan'], language) : inLanguage(UNIT_WORDS[unit], language);
}

/** How the values of one comparison spread: the middle, the middle half, and who stands at the ends. */
import type { CellEntry } from './data.ts';

export interface SpreadValue {
  bureau: string;
  value: number;
}

type Spread = Omit<CellEntry, 'scope' | 'year' | 'ground'>;

/** Of at least one value. */
export function spreadOf(values: readonly SpreadValue[]): Spread {
  const sorted = values.toSorted((a, b) => a.value - b.value || (a.bureau < b.bureau ? -1 : 1));
  const numbers = sorted.map((one) => one.value);
  const top = sorted.find((one) => one.value === numbers.at(-1))!;
  return {
    count: numbers.length,
    median: quantile(numbers, 0.5),
    lower: quantile(numbers, 0.25),
    upper: quantile(numbers, 0.75),
    least: sorted[0]!.value,
    leastBureau: sorted[0]!.bureau,
    leastShared: numbers.filter((value) => value === numbers[0]).length,
    most: top.value,
    mostBureau: top.bureau,
    mostShared: numbers.filter((value) => value === top.value).length,
    negative: numbers.filter((value) => value < 0).length,
  };
}

/** Between the two nearest members, as spreadsheets' QUARTILE.INC does it. `sorted` ascending, not empty. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return below + (above - below) * (place - Math.floor(place));
}

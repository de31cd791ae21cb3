/**
 * A published figure: exact integer value, the size of its last printed digit, and what was printed.
 * Money is whole 分 (1/100 yuan); persons, counts, percent and points are whole 1/10,000.
 */

export const UNITS = ['CNY', 'persons', 'count', 'percent', 'points'] as const;
export type Unit = (typeof UNITS)[number];

/** How many minor units make one unit of the contract views. */
export const MINOR_PER_UNIT: Readonly<Record<Unit, number>> = {
  CNY: 100,
  persons: 10_000,
  count: 10_000,
  percent: 10_000,
  points: 10_000,
};

export interface Quantity {
  unit: Unit;
  /** Exact value in minor units of `unit`. */
  valueMinor: number;
  /** Size of the last printed digit in minor units: 9.1 万元 → 100,000 分. At least 1. */
  ulpMinor: number;
  /** The figure as printed, without its unit ("341. 39"). */
  printed: string;
  /** The unit as printed, in the cell or in the header or note that governs it ("万元"). */
  printedUnit: string;
}

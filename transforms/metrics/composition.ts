/** PEFA PI-2: how far spending shifted between 项-level lines, net of the shift of the whole. */
import type { Fund, Phase } from '../extract/fact.ts';
import type { Observation } from '../reconcile/observation.ts';
import type { BureauYear } from './bureau-year.ts';
import { type Outcome, tidy } from './outcome.ts';
import { FUND_PREFERENCE } from './term.ts';

/** Below this share of the money with both columns the shift between lines is not known (METRICS: 90%). */
const COVERAGE_PERCENT = 90;
const ITEM_CODE_LENGTH = 7;

/** Σ|Aᵢ − f·B0ᵢ| ÷ Σ f·B0ᵢ with f = ΣA/ΣB0, over items with both columns of the first fund that has such items. */
export function compositionDeviation(books: BureauYear): readonly Outcome[] {
  for (const fund of FUND_PREFERENCE) {
    const lines = linesOf(books, fund);
    if (lines.some((line) => line.actual && line.budget)) return [outcomeOf(books, fund, lines)];
  }
  return [];
}

interface Line {
  actual: Observation | null;
  budget: Observation | null;
}

function linesOf(books: BureauYear, fund: Fund): Line[] {
  const actuals = itemsOf(books, fund, 'actual');
  const budgets = itemsOf(books, fund, 'original_budget');
  const codes = [...new Set([...actuals.keys(), ...budgets.keys()])].sort();
  return codes.map((code) => ({ actual: actuals.get(code) ?? null, budget: budgets.get(code) ?? null }));
}

function itemsOf(books: BureauYear, fund: Fund, phase: Phase): Map<string, Observation> {
  const items = books.observations.filter(
    (one) =>
      one.concept === 'expenditure' &&
      one.phase === phase &&
      one.fund === fund &&
      one.functionCode?.length === ITEM_CODE_LENGTH &&
      one.project === null,
  );
  return new Map(items.map((one) => [one.functionCode!, one]));
}

function outcomeOf(books: BureauYear, fund: Fund, lines: readonly Line[]): Outcome {
  const pairs = lines.filter((line) => line.actual && line.budget);
  const spent = sum(pairs.map((line) => line.actual!));
  const planned = sum(pairs.map((line) => line.budget!));
  const covered = {
    actual: percent(
      spent,
      wholeOf(
        books,
        fund,
        'actual',
        lines.map((line) => line.actual),
      ),
    ),
    budget: percent(
      planned,
      wholeOf(
        books,
        fund,
        'original_budget',
        lines.map((line) => line.budget),
      ),
    ),
  };
  const status =
    covered.actual < COVERAGE_PERCENT
      ? 'missing_numerator'
      : covered.budget < COVERAGE_PERCENT
        ? 'missing_denominator'
        : spent === 0 || planned === 0
          ? 'zero_denominator'
          : 'ok';
  const shifted = planned === 0 ? 0 : shiftOf(pairs, spent, planned);
  return {
    project: null,
    status,
    value: status === 'ok' ? tidy((shifted / spent) * 100) : null,
    numerator: status === 'ok' ? tidy(shifted / 100) : null,
    denominator: spent / 100,
    basis: [
      'budget=original_budget',
      `fund=${fund}`,
      `items=${pairs.length}/${lines.length}`,
      `coverage=${Math.floor(Math.min(covered.actual, covered.budget))}%`,
    ],
    inputs: pairs.flatMap((line) => [line.actual!, line.budget!]),
    reportedValue: null,
  };
}

/** Σ|Aᵢ·ΣB0 − ΣA·B0ᵢ| ÷ ΣB0 in minor units: whole numbers until the one division, since products exceed a double. */
function shiftOf(pairs: readonly Line[], spent: number, planned: number): number {
  const crosswise = pairs.map(
    (line) =>
      BigInt(line.actual!.valueMinor) * BigInt(planned) - BigInt(spent) * BigInt(line.budget!.valueMinor),
  );
  const total = crosswise.reduce((all, one) => all + (one < 0n ? -one : one), 0n);
  return Number(total) / planned;
}

/** The printed total, or the sum of the printed items where it is larger (or no total was printed). */
function wholeOf(
  books: BureauYear,
  fund: Fund,
  phase: Phase,
  items: readonly (Observation | null)[],
): number {
  const total = books.find({ concept: 'expenditure', phase, fund })?.valueMinor ?? 0;
  return Math.max(total, sum(items.filter((one) => one !== null)));
}

function sum(items: readonly Observation[]): number {
  return items.reduce((minor, one) => minor + one.valueMinor, 0);
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : (part / whole) * 100;
}

/**
 * Money that only passes through a medical security bureau: subsidies to insurance funds (21012) and medical
 * assistance (21013). It is many times the office's own spending, so a comparison of offices leaves it out.
 */
import type { Fund } from '../extract/fact.ts';
import type { Observation } from '../reconcile/observation.ts';
import type { BureauYear } from './bureau-year.ts';

/** 类 that holds them, and the 款 themselves. Functional classification of budget revenue and expenditure, Ministry of Finance. */
const HOLDING_CLASS = '210';
const PASS_THROUGH = ['21012', '21013'] as const;

export interface PassThrough {
  minor: number;
  inputs: readonly Observation[];
}

/** Sum of known figures with the rounding they carry. */
interface Sum {
  minor: number;
  slackMinor: number;
  inputs: readonly Observation[];
}

/**
 * What passes through under one fund. A code that is not printed counts as 0 only where the codes that are
 * printed add up to the total without it; otherwise null: not known.
 */
export function passThroughOf(books: BureauYear, fund: Fund): PassThrough | null {
  const codes = codesOf(books, fund);
  const parts = PASS_THROUGH.map((code) => ({ printed: codes.get(code) ?? null, sum: sumAt(codes, code) }));
  const complete = parts.every((part) => part.printed !== null) || breakdownCloses(books, fund, codes);
  if (!complete) return null;
  const known = parts.map((part) => part.sum).filter((sum) => sum !== null);
  const total = add(known);
  return { minor: total.minor, inputs: total.inputs };
}

type Codes = ReadonlyMap<string, Observation>;

function codesOf(books: BureauYear, fund: Fund): Codes {
  const coded = books.observations.filter(
    (one) =>
      one.concept === 'expenditure' &&
      one.phase === 'actual' &&
      one.fund === fund &&
      one.functionCode !== null &&
      one.economicCode === null &&
      one.project === null,
  );
  return new Map(coded.map((one) => [one.functionCode!, one]));
}

/** The figure printed for a code, else the sum of what is printed right below it, else null. */
function sumAt(codes: Codes, code: string): Sum | null {
  const printed = codes.get(code);
  if (printed) return { minor: printed.valueMinor, slackMinor: printed.ulpMinor, inputs: [printed] };
  const children = childrenOf(codes, code)
    .map((child) => sumAt(codes, child))
    .filter((sum) => sum !== null);
  return children.length === 0 ? null : add(children);
}

/** Codes two digits longer, named themselves or by something below them. */
function childrenOf(codes: Codes, code: string): string[] {
  const length = code.length === 0 ? 3 : code.length + 2;
  const below = [...codes.keys()].filter((one) => one.length >= length && one.startsWith(code));
  return [...new Set(below.map((one) => one.slice(0, length)))].sort();
}

/** The 类 add up to the total, and the 款 of 210 add up to 210. */
function breakdownCloses(books: BureauYear, fund: Fund, codes: Codes): boolean {
  const total = books.find({ concept: 'expenditure', phase: 'actual', fund });
  if (total === null) return false;
  const classes = childrenOf(codes, '').map((code) => sumAt(codes, code)!);
  if (classes.length === 0 || !equals(total, add(classes))) return false;
  const holding = codes.get(HOLDING_CLASS);
  if (holding === undefined) return true;
  const below = childrenOf(codes, HOLDING_CLASS).map((code) => sumAt(codes, code)!);
  return below.length > 0 && equals(holding, add(below));
}

/** Equal up to one unit of the last printed digit of every figure: rounding or truncation of each. */
function equals(total: Observation, sum: Sum): boolean {
  return Math.abs(total.valueMinor - sum.minor) <= total.ulpMinor + sum.slackMinor;
}

function add(sums: readonly Sum[]): Sum {
  return {
    minor: sums.reduce((minor, sum) => minor + sum.minor, 0),
    slackMinor: sums.reduce((slack, sum) => slack + sum.slackMinor, 0),
    inputs: sums.flatMap((sum) => sum.inputs),
  };
}

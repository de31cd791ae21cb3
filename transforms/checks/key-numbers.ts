/**
 * The keys of one bureau as numbers, in the order in which the keys are printed. A key has seven parts: printing it,
 * and comparing and hashing what was printed, would cost more than everything else that is done with most figures.
 */
import type { FactKey } from '../extract/fact.ts';
import { byText } from './candidates.ts';

export interface KeyNumbers {
  /** How many different keys there are. */
  readonly count: number;
  /** The number of the key of each witness. */
  readonly of: Int32Array;
  /** null for a key that is none of them. */
  readonly numberOf: (key: FactKey) => number | null;
  /** How many different rows there are: keys that differ in concept and fund only stand in one row. */
  readonly rows: number;
  /** The number of the row of each key, by the number of the key. */
  readonly rowOf: Int32Array;
}

type Part = string | number;
type PartOf = (key: FactKey) => Part;

const concept: PartOf = (key) => key.concept;
const fund: PartOf = (key) => key.fund;

/** In the order in which `printKey` prints them. */
const PARTS: readonly PartOf[] = [
  ({ fiscalYear }) => fiscalYear,
  concept,
  ({ phase }) => phase,
  fund,
  ({ functionCode }) => functionCode ?? '',
  ({ economicCode }) => economicCode ?? '',
  ({ project }) => project ?? '',
];

export function numberKeys(keys: readonly FactKey[]): KeyNumbers {
  const dimensions = PARTS.map((partOf) => dimensionOf(keys, partOf));
  const codes = codesOf(keys.length, dimensions);
  const distinct = distinctOf(codes);
  const of = new Int32Array(codes.length);
  for (let at = 0; at < of.length; at++) of[at] = placeIn(distinct, codes[at]!);
  const rowCodes = codesOf(
    keys.length,
    dimensions.filter(({ partOf }) => partOf !== concept && partOf !== fund),
  );
  const distinctRows = distinctOf(rowCodes);
  const rowOf = new Int32Array(distinct.length);
  for (let at = 0; at < of.length; at++) rowOf[of[at]!] = placeIn(distinctRows, rowCodes[at]!);
  const numberOf = (key: FactKey): number | null => {
    const code = codeOf(dimensions, key);
    const place = code === null ? -1 : placeIn(distinct, code);
    return place >= 0 && distinct[place] === code ? place : null;
  };
  return { count: distinct.length, of, numberOf, rows: distinctRows.length, rowOf };
}

interface Dimension {
  readonly partOf: PartOf;
  /** The different parts, numbered in the order in which they are printed. */
  readonly ranks: ReadonlyMap<Part, number>;
  /** The rank of the part of each key. */
  readonly of: Int32Array;
}

function dimensionOf(keys: readonly FactKey[], partOf: PartOf): Dimension {
  const arrivals = new Map<Part, number>();
  const of = new Int32Array(keys.length);
  let last: Part | null = null;
  let arrival = 0;
  for (let at = 0; at < keys.length; at++) {
    const part = partOf(keys[at]!);
    // Figures that follow one another have most parts in common.
    if (part !== last) arrival = arrivals.get(part) ?? arrivals.size;
    if (arrival === arrivals.size) arrivals.set(part, arrival);
    of[at] = arrival;
    last = part;
  }
  // What is printed behind a part decides between "expenditure" and "expenditure.basic".
  const behind = partOf === PARTS.at(-1) ? '' : '|';
  const ordered = [...arrivals.keys()].sort((a, b) => byText(`${a}${behind}`, `${b}${behind}`));
  const ranks = new Map(ordered.map((part, rank) => [part, rank]));
  const rankOf = [...arrivals.keys()].map((part) => ranks.get(part)!);
  for (let at = 0; at < of.length; at++) of[at] = rankOf[of[at]!]!;
  return { partOf, ranks, of };
}

/** Mixed radix: what is printed first weighs most. */
function codesOf(count: number, dimensions: readonly Dimension[]): Float64Array {
  const most = dimensions.reduce((product, { ranks }) => product * ranks.size, 1);
  if (most > Number.MAX_SAFE_INTEGER) throw new Error(`keys of ${most} combinations cannot be numbered`);
  const codes = new Float64Array(count);
  for (const { ranks, of } of dimensions) {
    for (let at = 0; at < count; at++) codes[at] = codes[at]! * ranks.size + of[at]!;
  }
  return codes;
}

function codeOf(dimensions: readonly Dimension[], key: FactKey): number | null {
  let code = 0;
  for (const { partOf, ranks } of dimensions) {
    const rank = ranks.get(partOf(key));
    if (rank === undefined) return null;
    code = code * ranks.size + rank;
  }
  return code;
}

function distinctOf(codes: Float64Array): Float64Array {
  const sorted = codes.slice().sort();
  let count = 0;
  for (let at = 0; at < sorted.length; at++) {
    if (count === 0 || sorted[at] !== sorted[count - 1]) sorted[count++] = sorted[at]!;
  }
  return sorted.subarray(0, count);
}

/** Where a code stands, or would have to stand, among the sorted ones. */
function placeIn(sorted: Float64Array, code: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < code) low = middle + 1;
    else high = middle;
  }
  return low;
}

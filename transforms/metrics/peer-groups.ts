/** Counts, medians and places within peer groups: columnar work, done a level of widening at a time. */
import { op, table } from 'arquero';

export interface Candidate {
  index: number;
  value: number;
  /** Rows with different cells are never compared. */
  cell: string;
  /** Groups from the narrowest to the widest; null where it cannot be said. */
  circles: readonly (string | null)[];
  /** Whether the distance from the median is taken on a logarithmic scale (money). */
  logged: boolean;
}

/** A candidate's place in the narrowest of its groups that is large enough, else in its widest. */
export interface Placed {
  index: number;
  group: string;
  /** How many marks were given up. */
  widened: number;
  count: number;
  median: number;
  /** Members with a smaller, and with a larger value. */
  below: number;
  above: number;
  /** null where not money, not positive, or where more than half the group is equal. */
  robustZ: number | null;
}

/** Makes the median absolute deviation of a normal distribution comparable with its standard deviation. */
const NORMAL_CONSISTENCY = 0.6745;

export function placeInGroups(candidates: readonly Candidate[], fewest: number): Placed[] {
  const widest = candidates.reduce((most, { circles }) => Math.max(most, circles.length), 0);
  const cells = numberCells(candidates);
  const placed: Placed[] = [];
  const outside = new Map<Candidate, Placed>();
  let waiting: readonly number[] = [...candidates.keys()];
  for (let level = 0; level < widest && waiting.length > 0; level += 1) {
    const groups = numberGroups(candidates, cells, level);
    const members = membersWith(waiting, groups);
    const places = placesAt(members, groups, { candidates, level });
    waiting = waiting.filter((at) => {
      const place = places.get(at);
      if (place === undefined) return true;
      if (place.count >= fewest) placed.push(place);
      else outside.set(candidates[at]!, place);
      return place.count < fewest;
    });
  }
  return [...placed, ...waiting.flatMap((at) => outside.get(candidates[at]!) ?? [])];
}

/** A number for each cell. */
function numberCells(candidates: readonly Candidate[]): Int32Array {
  const known = new Map<string, number>();
  return Int32Array.from(candidates, ({ cell }) => {
    const number = known.get(cell) ?? known.size;
    known.set(cell, number);
    return number;
  });
}

const NO_GROUP = -1;

/** A number for each cell and group. */
function numberGroups(candidates: readonly Candidate[], cells: Int32Array, level: number): Int32Array {
  const known: Map<string, number>[] = [];
  let count = 0;
  return Int32Array.from(candidates, ({ circles }, at) => {
    const group = circles[level] ?? null;
    if (group === null) return NO_GROUP;
    known[cells[at]!] ??= new Map();
    const ofCell = known[cells[at]!]!;
    let number = ofCell.get(group);
    if (number === undefined) {
      number = count++;
      ofCell.set(group, number);
    }
    return number;
  });
}

/** Everyone in a group that somebody waits for, also those already placed in a narrower one. */
function membersWith(waiting: readonly number[], groups: Int32Array): Int32Array {
  const wanted = new Uint8Array(groups.length);
  for (const at of waiting) if (groups[at] !== NO_GROUP) wanted[groups[at]!] = 1;
  return Int32Array.from(groups.keys()).filter((at) => groups[at] !== NO_GROUP && wanted[groups[at]!] === 1);
}

function placesAt(
  members: Int32Array,
  groupOf: Int32Array,
  { candidates, level }: { candidates: readonly Candidate[]; level: number },
): Map<number, Placed> {
  if (members.length === 0) return new Map();
  const groups = Int32Array.from(members, (at) => groupOf[at]!);
  const values = Float64Array.from(members, (at) => candidates[at]!.value);
  const spread = table({ group: groups, value: values })
    .groupby('group')
    .derive({ count: op.count(), median: op.median('value') });
  const counts = spread.array('count') as number[];
  const medians = spread.array('median') as number[];
  const robustZ = distances(
    groups,
    Array.from(members, (at) => logOf(candidates[at]!)),
  );
  const { below, above } = neighbours(groups, values, counts);
  const places = new Map<number, Placed>();
  for (const [nth, at] of members.entries()) {
    const { index, circles } = candidates[at]!;
    places.set(at, {
      index,
      group: circles[level]!,
      widened: level,
      count: counts[nth]!,
      median: medians[nth]!,
      below: below[nth]!,
      above: above[nth]!,
      robustZ: robustZ(nth),
    });
  }
  return places;
}

function logOf({ logged, value }: Candidate): number | null {
  return logged && value > 0 ? Math.log10(value) : null;
}

/** Robust z of each member of its group; null where it has no logarithm or nothing is spread. */
function distances(groups: Int32Array, logs: readonly (number | null)[]): (member: number) => number | null {
  if (logs.every((log) => log === null)) return () => null;
  const spread = table({ group: groups, log: logs })
    .groupby('group')
    .derive({ middle: op.median('log') })
    .derive({ distance: '(d) => d.log === null ? null : abs(d.log - d.middle)' })
    .derive({ spread: op.median('distance') });
  const [middles, spreads] = ['middle', 'spread'].map((name) => spread.array(name)) as (number | null)[][];
  return (member) => {
    const log = logs[member] ?? null;
    if (log === null || !spreads![member]) return null;
    return (NORMAL_CONSISTENCY * (log - middles![member]!)) / spreads![member]!;
  };
}

/** How many of its group are smaller, and how many larger, than each member. */
function neighbours(groups: Int32Array, values: Float64Array, counts: readonly number[]) {
  const order = Int32Array.from(groups.keys()).sort(
    (a, b) => groups[a]! - groups[b]! || values[a]! - values[b]!,
  );
  const below = new Int32Array(order.length);
  const above = new Int32Array(order.length);
  let groupStart = 0;
  for (let first = 0, next = 0; first < order.length; first = next) {
    const group = groups[order[first]!]!;
    const value = values[order[first]!]!;
    if (first > 0 && groups[order[first - 1]!] !== group) groupStart = first;
    while (next < order.length && groups[order[next]!] === group && values[order[next]!] === value) next += 1;
    for (const member of order.subarray(first, next)) {
      below[member] = first - groupStart;
      above[member] = counts[member]! - (next - groupStart);
    }
  }
  return { below, above };
}

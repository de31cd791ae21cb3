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
  const widest = Math.max(0, ...candidates.map((one) => one.circles.length));
  const placed: Placed[] = [];
  const outside = new Map<number, Placed>();
  let waiting = candidates;
  for (let level = 0; level < widest && waiting.length > 0; level += 1) {
    const places = new Map(
      placesAt(membersWith(waiting, candidates, level), level).map((place) => [place.index, place]),
    );
    const still: Candidate[] = [];
    for (const candidate of waiting) {
      const place = places.get(candidate.index);
      if (place && place.count >= fewest) {
        placed.push(place);
        continue;
      }
      if (place) outside.set(candidate.index, place);
      still.push(candidate);
    }
    waiting = still;
  }
  return [...placed, ...waiting.flatMap(({ index }) => outside.get(index) ?? [])];
}

/** Everyone in a group that somebody waits for, also those already placed in a narrower one. */
function membersWith(
  waiting: readonly Candidate[],
  candidates: readonly Candidate[],
  level: number,
): Candidate[] {
  const wanted = new Map<string, Set<string>>();
  for (const { cell, circles } of waiting) {
    const group = circles[level] ?? null;
    if (group !== null) wanted.set(cell, (wanted.get(cell) ?? new Set()).add(group));
  }
  return candidates.filter(({ cell, circles }) => wanted.get(cell)?.has(circles[level] ?? ''));
}

function placesAt(members: readonly Candidate[], level: number): Placed[] {
  if (members.length === 0) return [];
  const groups = numberGroups(members, level);
  const values = Float64Array.from(members, (one) => one.value);
  const logs = members.map((one) => (one.logged && one.value > 0 ? Math.log10(one.value) : null));
  const spread = table({ group: groups, value: values, log: logs })
    .groupby('group')
    .derive({ count: op.count(), median: op.median('value'), middle: op.median('log') })
    .derive({ distance: '(d) => d.log === null ? null : abs(d.log - d.middle)' })
    .derive({ spread: op.median('distance') });
  const [counts, medians, middles, spreads] = ['count', 'median', 'middle', 'spread'].map((name) =>
    spread.array(name),
  ) as [number[], number[], (number | null)[], (number | null)[]];
  const { below, above } = neighbours(groups, values, counts);
  return members.map(({ index, circles }, at) => ({
    index,
    group: circles[level]!,
    widened: level,
    count: counts[at]!,
    median: medians[at]!,
    below: below[at]!,
    above: above[at]!,
    robustZ:
      logs[at] === null || !spreads[at]
        ? null
        : (NORMAL_CONSISTENCY * (logs[at]! - middles[at]!)) / spreads[at],
  }));
}

/** A number for each cell and group. */
function numberGroups(members: readonly Candidate[], level: number): Int32Array {
  const known = new Map<string, Map<string, number>>();
  let count = 0;
  return Int32Array.from(members, ({ cell, circles }) => {
    const ofCell = known.get(cell) ?? new Map<string, number>();
    known.set(cell, ofCell);
    const number = ofCell.get(circles[level]!) ?? count++;
    ofCell.set(circles[level]!, number);
    return number;
  });
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

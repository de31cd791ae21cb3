/** Counts, medians and places within peer groups: columnar work, done a level of widening at a time. */
import { desc, op, table } from 'arquero';

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
  group: string | null;
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
    const places = new Map(placesAt(candidates, level).map((place) => [place.index, place]));
    for (const { index } of waiting) {
      const place = places.get(index);
      if (place) place.count >= fewest ? placed.push(place) : outside.set(index, place);
    }
    const settled = new Set(placed.map((place) => place.index));
    waiting = waiting.filter((one) => !settled.has(one.index));
  }
  return [...placed, ...waiting.flatMap(({ index }) => outside.get(index) ?? [])];
}

interface Row extends Placed {
  value: number;
  log: number | null;
  middle: number | null;
  spread: number | null;
}

/** Everyone with a known group at this level takes part, also those already placed in a narrower one. */
function placesAt(candidates: readonly Candidate[], level: number): Placed[] {
  const members = candidates.filter((one) => (one.circles[level] ?? null) !== null);
  if (members.length === 0) return [];
  const columns = {
    index: members.map((one) => one.index),
    group: members.map((one) => one.circles[level]!),
    key: members.map((one) => `${one.cell}${one.circles[level]}`),
    value: members.map((one) => one.value),
    log: members.map((one) => (one.logged && one.value > 0 ? Math.log10(one.value) : null)),
  };
  const ranked = table(columns)
    .groupby('key')
    .derive({ count: op.count(), median: op.median('value'), middle: op.median('log') })
    .orderby('value')
    .derive({ fromBelow: op.rank() })
    .orderby(desc('value'))
    .derive({ fromAbove: op.rank() })
    .derive({ distance: '(d) => d.log === null ? null : abs(d.log - d.middle)' })
    .derive({ spread: op.median('distance') })
    .objects() as (Row & { fromBelow: number; fromAbove: number })[];
  return ranked.map((row) => ({
    index: row.index,
    group: row.group,
    widened: level,
    count: row.count,
    median: row.median,
    below: row.fromBelow - 1,
    above: row.fromAbove - 1,
    robustZ:
      row.log === null || !row.spread ? null : (NORMAL_CONSISTENCY * (row.log - row.middle!)) / row.spread,
  }));
}

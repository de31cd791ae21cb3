/**
 * Whom a bureau is compared with: the same tier of division, the same kind of office, the same province, the same
 * band of population, widened from the last to the first until five stand together.
 *
 * A bureau is a member of its own group: rank 3 of 7 counts it, and the median is that of the seven.
 * The tier is never given up, since a county and a province have nothing in common to compare.
 */
import { remembered } from '../parse/remember.ts';
import { metricById } from './index.ts';
import type { Direction } from './metric.ts';
import type { MetricInput } from './metric-input.ts';
import type { MetricValue } from './metric-value.ts';
import { type Candidate, type Placed, placeInGroups } from './peer-groups.ts';
import { bandOf } from './population-bands.ts';

/** Fewer tell nothing about a peer group (METRICS: ranks only where peer_count ≥ 5). */
export const FEWEST_PEERS = 5;

/** Robust z beyond which a value is flagged, never removed (Iglewicz and Hoaglin, 1993). */
const OUTLIER_Z = 3.5;

/** What makes two rows comparable beside metric, scope and year: parts of `basis` that change what is divided. */
const COMPARABLE_BASIS = /^(?:fund|denominator)=/u;

/** The same rows with peer group, count, median, rank and percentile where there are enough peers. */
export function comparePeers(
  values: readonly MetricValue[],
  input: Surroundings,
  circles: Circles = circlesFinder(input),
): MetricValue[] {
  const candidates: Candidate[] = [];
  for (const [index, value] of values.entries()) {
    if (!isComparable(value)) continue;
    candidates.push({
      index,
      value: value.value!,
      cell: cellOf(value),
      circles: circles(value),
      logged: value.unit === 'CNY',
    });
  }
  const places = new Map(placeInGroups(candidates, FEWEST_PEERS).map((place) => [place.index, place]));
  return values.map((value, index) => withPeers(value, places.get(index)));
}

/** Whether a value may stand beside those of other bureaus. */
export function isComparable(value: MetricValue): boolean {
  return value.status === 'ok' && value.project === null && (metricById(value.metric)?.ranked ?? false);
}

/** Never across metrics, scopes, years, funds or denominators. */
function cellOf(value: MetricValue): string {
  return `${value.metric}|${value.scope}|${value.fiscalYear}|${groundOf(value)}`;
}

/** "fund=all", "fund=fiscal; denominator=actual": what the values of a group must have in common. */
export function groundOf({ basis }: Pick<MetricValue, 'basis'>): string {
  return groundIn(basis);
}

const groundIn = remembered((basis) =>
  basis
    .split('; ')
    .filter((part) => COMPARABLE_BASIS.test(part))
    .join('; '),
);

/** What is known of places and offices. */
export type Surroundings = Pick<MetricInput, 'peerTierOf' | 'bureauTypeOf' | 'populationOf'>;

type Located = Pick<MetricValue, 'regionCode' | 'bureauName' | 'fiscalYear'>;
/** The groups a bureau belongs to, narrowest first; null where a mark is not known. */
type Groups = readonly (string | null)[];
export type Circles = (of: Located) => Groups;

/** Finds them once for a bureau and year, which have forty metrics; a country asks too often to print a key. */
export function circlesFinder(input: Surroundings): Circles {
  const ofNames = new Map<string | null, Map<string | null, Map<number, Groups>>>();
  return (of) => {
    const ofRegions = ofNames.get(of.bureauName) ?? new Map<string | null, Map<number, Groups>>();
    const ofYears = ofRegions.get(of.regionCode) ?? new Map<number, Groups>();
    const known = ofYears.get(of.fiscalYear);
    if (known !== undefined) return known;
    const groups = circlesOf(of, input);
    ofNames.set(of.bureauName, ofRegions.set(of.regionCode, ofYears.set(of.fiscalYear, groups)));
    return groups;
  };
}

function circlesOf({ regionCode, bureauName, fiscalYear }: Located, input: Surroundings): Groups {
  const tier = regionCode === null ? null : input.peerTierOf(regionCode);
  const type = bureauName === null ? null : input.bureauTypeOf(bureauName);
  const province = regionCode === null ? null : regionCode.slice(0, 2);
  const population = regionCode === null ? null : input.populationOf(regionCode, fiscalYear);
  const marks = [tier, type, province, population === null ? null : bandOf(population.residents)];
  return marks.map((_, dropped) => {
    const kept = marks.slice(0, marks.length - dropped);
    return kept.includes(null) ? null : [...kept, ...Array(dropped).fill('*')].join('|');
  });
}

function withPeers(value: MetricValue, place: Placed | undefined): MetricValue {
  if (place === undefined) return value;
  if (place.count < FEWEST_PEERS) return { ...value, peerCount: place.count };
  const { below, above, count } = place;
  const outlier = place.robustZ !== null && Math.abs(place.robustZ) > OUTLIER_Z;
  return {
    ...value,
    basis: [value.basis, ...(outlier ? [`outlier_z=${place.robustZ!.toFixed(1)}`] : [])]
      .filter((part) => part !== '')
      .join('; '),
    peerGroup: groupName(place.group, place.widened),
    peerCount: count,
    peerMedian: place.median,
    rank: 1 + (smallestFirst(metricById(value.metric)!.direction) ? below : above),
    percentile: percentileOf(below, above, count),
  };
}

/** "county|财政局|63|*; widened=1": the marks that the members share, and how many were given up to find five. */
export function groupName(marks: string, widened: number): string {
  return `${marks}; widened=${widened}`;
}

/** Rank 1 is the best, and the largest where neither is better. Equals share the better rank; the next is skipped. */
function smallestFirst(direction: Direction): boolean {
  return direction === 'more_is_worse';
}

/** Share of the group below the value, equals (itself among them) counted half; by size, whatever the direction. */
function percentileOf(below: number, above: number, count: number): number {
  const equal = count - below - above;
  return Number((((below + equal / 2) / count) * 100).toFixed(2));
}

/**
 * What stands out, computed: of every comparison of five bureaus or more, the value farthest from the median of its
 * likes, measured by how far values usually lie from it. Nothing is said of a comparison in which nothing stands out.
 */
import { groupBy } from '../../transforms/metrics/group.ts';
import type { MetricFigure } from './read-benchmarks.ts';

export interface Headline {
  metric: MetricFigure;
  /** How many bureaus were compared, and what is in their middle. */
  count: number;
  median: number;
  /** Place from the nearer end: 1 is the highest or the lowest. */
  end: 'highest' | 'lowest';
  /** Distance from the median in median absolute deviations. */
  distance: number;
}

const FEWEST = 5;
/** Nearer than this is within what bureaus usually differ. */
const REMARKABLE = 3;
const MOST_A_METRIC = 2;
const MOST_A_BUREAU = 3;

const COMPARABLE_BASIS = /^(?:fund|denominator)=/u;

/** Of the latest year each comparison has, the most remarkable first. */
export function headlinesOf(metrics: readonly MetricFigure[], most: number): Headline[] {
  const comparable = metrics.filter(
    (one) => one.status === 'ok' && one.project === null && one.peer_count !== null,
  );
  const latest = latestYears(comparable);
  const groups = groupBy(
    comparable.filter((one) => one.fiscal_year === latest.get(one.metric)),
    (one) => JSON.stringify([one.metric, one.scope, tierOf(one), groundOf(one)]),
  );
  const candidates = [...groups.values()].flatMap(extremesOf);
  candidates.sort((a, b) => b.distance - a.distance || (a.metric.metric_id < b.metric.metric_id ? -1 : 1));
  return varied(candidates).slice(0, most);
}

/** The last year in which five bureaus or more have a value: a newer one with a single report compares nothing. */
function latestYears(metrics: readonly MetricFigure[]): Map<string, number> {
  const latest = new Map<string, number>();
  for (const group of groupBy(metrics, (one) => `${one.metric}|${one.fiscal_year}`).values()) {
    const { metric, fiscal_year } = group[0]!;
    if (group.length >= FEWEST && fiscal_year > (latest.get(metric) ?? 0)) latest.set(metric, fiscal_year);
  }
  return latest;
}

/** A county and a province have nothing in common to compare. */
function tierOf({ region_code }: MetricFigure): string {
  if (region_code === null) return '';
  return region_code.endsWith('0000') ? 'province' : region_code.endsWith('00') ? 'prefecture' : 'county';
}

function groundOf({ basis }: MetricFigure): string {
  return basis
    .split('; ')
    .filter((part) => COMPARABLE_BASIS.test(part))
    .join('; ');
}

function extremesOf(group: readonly MetricFigure[]): Headline[] {
  if (group.length < FEWEST) return [];
  const sorted = group.toSorted((a, b) => a.value! - b.value! || (a.metric_id < b.metric_id ? -1 : 1));
  const median = middleOf(sorted.map((one) => one.value!));
  const spread = middleOf(sorted.map((one) => Math.abs(one.value! - median)).sort((a, b) => a - b));
  if (spread === 0) return [];
  const ends = [
    { metric: sorted.at(-1)!, end: 'highest' as const },
    { metric: sorted[0]!, end: 'lowest' as const },
  ];
  return ends
    .map((one) => ({
      ...one,
      count: group.length,
      median,
      distance: Math.abs(one.metric.value! - median) / spread,
    }))
    .filter(({ distance }) => distance >= REMARKABLE);
}

function middleOf(sorted: readonly number[]): number {
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Not ten sentences about one bureau. */
function varied(headlines: readonly Headline[]): Headline[] {
  const seen = new Map<string, number>();
  const isNews = (key: string, most: number) => {
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times <= most;
  };
  return headlines.filter(
    ({ metric, distance }) =>
      // 基本支出占比 and 项目支出占比 are one fact seen from two sides: as far from their medians to the last digit.
      isNews(`side ${metric.bureau_id} ${metric.fiscal_year} ${distance.toFixed(4)}`, 1) &&
      isNews(`metric ${metric.metric}`, MOST_A_METRIC) &&
      isNews(`bureau ${metric.bureau_id}`, MOST_A_BUREAU),
  );
}

/**
 * What a peer group comes to as a whole: the ratio of its sums (a large bureau weighs more) and the median of its
 * ratios (each bureau weighs the same). Both are null where too few of the group published, and how many did is
 * always said: an average of the few that publish is not the average of the group.
 */

import type { Scope } from '../recognise/disclosure.ts';
import { compare, groupBy } from './group.ts';
import type { MetricUnit, MetricValue } from './metric-value.ts';
import { tidy } from './outcome.ts';
import { type Circles, FEWEST_PEERS, groundOf, groupName, isComparable } from './peers.ts';
import type { KnownYear } from './series-breaks.ts';

/** METRICS: no aggregate below 80% coverage of the group. */
const LEAST_COVERAGE_PERCENT = 80;

export interface GroupAggregate {
  metric: string;
  scope: Scope;
  fiscalYear: number;
  /** As in `MetricValue.peerGroup`. */
  peerGroup: string;
  /** "fund=all": values of another ground are an aggregate of their own; '' where there is none. */
  ground: string;
  unit: MetricUnit;
  /** Bureaus of this scope that bear the marks of the group, whatever year they published. */
  members: number;
  withValue: number;
  /** In percent. */
  coverage: number;
  /** null below 80% coverage, like the three that follow. In units of the contract views. */
  numeratorSum: number | null;
  denominatorSum: number | null;
  /** null also where the value is not numerator ÷ denominator (changes in real terms). */
  ratioOfSums: number | null;
  medianOfRatios: number | null;
}

/** How many bureaus of a scope bear the marks of a group in a year. */
export type Members = ReadonlyMap<string, number>;

/** Every known bureau in every year of the data: one that published nothing that year is a member all the same. */
export function countMembers(known: readonly KnownYear[], circles: Circles): Members {
  const latest = new Map<string, KnownYear>();
  for (const year of known) {
    const key = JSON.stringify([year.bureauId, year.scope]);
    const before = latest.get(key);
    if (before === undefined || before.fiscalYear <= year.fiscalYear) latest.set(key, year);
  }
  const counts = new Map<string, number>();
  for (const fiscalYear of new Set(known.map((year) => year.fiscalYear))) {
    for (const { scope, regionCode, bureauName } of latest.values()) {
      for (const group of namesOf(circles({ regionCode, bureauName, fiscalYear }))) {
        const key = memberKey(scope, fiscalYear, group);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** Groups of five bureaus or more, in the order of metrics, then by scope, year, group and ground. */
export function aggregateGroups(
  values: readonly MetricValue[],
  members: Members,
  circles: Circles,
): GroupAggregate[] {
  const comparable = values.filter(isComparable);
  return [...groupBy(comparable, (value) => value.metric).values()].flatMap((ofMetric) =>
    aggregatesOf(ofMetric, circles, members),
  );
}

function memberKey(scope: Scope, fiscalYear: number, group: string): string {
  return `${scope}|${fiscalYear}|${group}`;
}

const named = new WeakMap<readonly (string | null)[], readonly string[]>();

/** Printed once for a bureau and year: it has forty metrics, and the same groups in each. */
function namesOf(circles: readonly (string | null)[]): readonly string[] {
  const names =
    named.get(circles) ??
    circles.flatMap((group, widened) => (group === null ? [] : [groupName(group, widened)]));
  named.set(circles, names);
  return names;
}

/** Values of one metric that may be added up, and how many bureaus could have had one. */
interface Group {
  peerGroup: string;
  members: number;
  values: MetricValue[];
}

function aggregatesOf(values: readonly MetricValue[], circles: Circles, members: Members): GroupAggregate[] {
  return [...groupBy(values, groundKey).values()]
    .flatMap((ofGround) => groupsOf(ofGround, circles, members))
    .map(aggregateOf)
    .sort((a, b) => compare(groupKey(a), groupKey(b)));
}

/** The groups of five or more that stand behind values of one scope, year and ground. */
function groupsOf(values: readonly MetricValue[], circles: Circles, members: Members): Group[] {
  const { scope, fiscalYear } = values[0]!;
  const groups = new Map<string, Group>();
  for (const value of values) {
    for (const peerGroup of namesOf(circles(value))) {
      const group = groups.get(peerGroup);
      if (group) group.values.push(value);
      else {
        const count = members.get(memberKey(scope, fiscalYear, peerGroup)) ?? 0;
        groups.set(peerGroup, { peerGroup, members: count, values: [value] });
      }
    }
  }
  return [...groups.values()].filter((group) => group.members >= FEWEST_PEERS);
}

function groundKey(value: MetricValue): string {
  return `${value.scope}|${value.fiscalYear}|${groundOf(value)}`;
}

function groupKey({ scope, fiscalYear, peerGroup, ground }: GroupAggregate): string {
  return `${scope}|${fiscalYear}|${peerGroup}|${ground}`;
}

function aggregateOf({ values, peerGroup, members }: Group): GroupAggregate {
  const { metric, scope, fiscalYear, unit } = values[0]!;
  const coverage = (values.length / members) * 100;
  const covered = coverage >= LEAST_COVERAGE_PERCENT;
  const additive = covered && values.every(isQuotient);
  const numerator = additive ? sumOf(values.map((one) => one.numerator!)) : null;
  const denominator = additive ? sumOf(values.map((one) => one.denominator!)) : null;
  return {
    metric,
    scope,
    fiscalYear,
    peerGroup,
    ground: groundOf(values[0]!),
    unit,
    members,
    withValue: values.length,
    coverage: Number(coverage.toFixed(2)),
    numeratorSum: numerator,
    denominatorSum: denominator,
    ratioOfSums: numerator === null || !denominator ? null : tidy((numerator / denominator) * scaleOf(unit)),
    medianOfRatios: covered ? medianOf(values.map((one) => one.value!)) : null,
  };
}

function scaleOf(unit: MetricUnit): number {
  return unit === 'percent' || unit === 'points' ? 100 : 1;
}

/** Nine digits: what the division and the rounding of the value to twelve digits leave alone. */
const NOISE = 1e-9;

function isQuotient({ value, numerator, denominator, unit }: MetricValue): boolean {
  if (numerator === null || !denominator) return false;
  const quotient = (numerator / denominator) * scaleOf(unit);
  return Math.abs(quotient - value!) <= NOISE * Math.max(1, Math.abs(value!));
}

/** Amounts have at most four decimals; what a sum of doubles adds beyond them is noise. */
function sumOf(amounts: readonly number[]): number {
  return Number(amounts.reduce((sum, one) => sum + one, 0).toFixed(4));
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return tidy(sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2);
}

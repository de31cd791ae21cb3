import { describe, expect, it } from 'vitest';
import { deflatorOf } from '../../../sources/reference/deflator.ts';
import { aggregateGroups, countMembers } from '../../../transforms/metrics/aggregate-groups.ts';
import { bureauTypeOf } from '../../../transforms/metrics/bureau-type.ts';
import { computeMetrics } from '../../../transforms/metrics/compute-metrics.ts';
import type { MetricInput } from '../../../transforms/metrics/metric-input.ts';
import { circlesFinder } from '../../../transforms/metrics/peers.ts';
import { type Entry, metricsOf, observed, pick } from './invented-books.ts';

const names = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];

/** `published` of `known` bureaus print both a budget and an actual; all print a headcount. */
function inputOf(known: number, published: number): MetricInput {
  const entries = names.slice(0, known).flatMap((name, index): Entry[] => {
    const whose = {
      bureauId: `99010${index}-${name}`,
      bureauName: `${name}县财政局`,
      regionCode: `99010${index}`,
    };
    const paid: Entry[] = [
      { ...whose, concept: 'expenditure', value: 100 * (index + 1) },
      { ...whose, concept: 'expenditure', phase: 'original_budget', value: 200 },
    ];
    return [{ ...whose, concept: 'headcount.in_post', value: 10 }, ...(index < published ? paid : [])];
  });
  return {
    observations: entries.map(observed),
    findings: [],
    populationOf: () => ({ residents: 300_000, year: 2020 }),
    peerTierOf: () => 'county',
    bureauTypeOf,
    deflatorOf,
  };
}

function groupsOf(input: MetricInput) {
  const circles = circlesFinder(input);
  return aggregateGroups(computeMetrics(input), countMembers(input.observations, circles), circles);
}

function aggregate(known: number, published: number, metric = 'execution_rate.original') {
  const input = inputOf(known, published);
  return groupsOf(input).filter((one) => one.metric === metric);
}

describe('what a peer group comes to', () => {
  it('is the ratio of its sums and the median of its ratios', () => {
    const narrowest = aggregate(5, 5).find(({ peerGroup }) => peerGroup.endsWith('widened=0'));
    expect(narrowest).toMatchObject({
      peerGroup: 'county|财政局|99|<500000; widened=0',
      ground: 'fund=all',
      members: 5,
      withValue: 5,
      coverage: 100,
      numeratorSum: 1500,
      denominatorSum: 1000,
      ratioOfSums: 150,
      medianOfRatios: 150,
    });
  });

  it('is not known below 80% coverage, while the coverage still is', () => {
    expect(aggregate(10, 8)[0]).toMatchObject({ coverage: 80, ratioOfSums: 225, medianOfRatios: 225 });
    expect(aggregate(10, 7)[0]).toMatchObject({
      members: 10,
      withValue: 7,
      coverage: 70,
      numeratorSum: null,
      denominatorSum: null,
      ratioOfSums: null,
      medianOfRatios: null,
    });
  });

  it('is said of the wider groups too, and of none with fewer than five', () => {
    expect(aggregate(5, 5).map(({ peerGroup }) => peerGroup)).toEqual(
      [
        'county|*|*|*; widened=3',
        'county|财政局|*|*; widened=2',
        'county|财政局|99|*; widened=1',
        'county|财政局|99|<500000; widened=0',
      ].sort(),
    );
    expect(aggregate(4, 4)).toEqual([]);
  });

  it('has no ratio of sums where the value is not numerator over denominator', () => {
    const input = inputOf(5, 5);
    const before = names.slice(0, 5).map((name, index) =>
      observed({
        ...{ bureauId: `99010${index}-${name}`, bureauName: `${name}县财政局`, regionCode: `99010${index}` },
        ...({ concept: 'expenditure', value: 80, fiscalYear: 2023 } as const),
      }),
    );
    const whole = { ...input, observations: [...input.observations, ...before] };
    const groups = groupsOf(whole);
    const of = (metric: string) => groups.find((one) => one.metric === metric && one.fiscalYear === 2024);
    expect(of('expenditure.change')).toMatchObject({ ratioOfSums: 275, medianOfRatios: 275 });
    expect(of('expenditure.change.real')!.ratioOfSums).toBeNull();
    expect(of('expenditure.change.real')!.medianOfRatios).toBeCloseTo((3.75 / 1.002 - 1) * 100, 8);
  });
});

describe('full marks', () => {
  const score: Entry = { concept: 'evaluation.score', value: 90 };
  const form = {
    bureauId: observed(score).bureauId,
    scope: 'department' as const,
    fiscalYear: 2024,
    project: null,
  };
  it.each<[string, { marks: number; awarded: number | null }[], number | null]>([
    ['come from the total line of the form', [{ marks: 100, awarded: 90 }], 90],
    ['may be other than a hundred', [{ marks: 120, awarded: 90 }], 75],
    [
      'come from the form that awards this score',
      [
        { marks: 100, awarded: 90 },
        { marks: 95, awarded: 88 },
      ],
      90,
    ],
    [
      'are unknown where forms disagree',
      [
        { marks: 100, awarded: null },
        { marks: 95, awarded: null },
      ],
      null,
    ],
    ['below the score are not those of the score', [{ marks: 80, awarded: null }], null],
  ])('%s', (_, forms, value) => {
    const values = metricsOf([score], { fullMarks: forms.map((one) => ({ ...form, ...one })) });
    expect(pick(values, 'self_evaluation_score')!.value).toBe(value);
  });
});

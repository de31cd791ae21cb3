import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeMetrics } from '../../../transforms/metrics/compute-metrics.ts';
import { type Entry, errorAbout, inputOf, metricsOf, observed, pick } from './invented-books.ts';

const A: Entry = { concept: 'expenditure', value: 90 };
const B1: Entry = { concept: 'expenditure', value: 100, phase: 'adjusted_budget' };

describe('a metric without a value says why', () => {
  it.each<[status: string, metric: string, entries: Entry[]]>([
    ['missing_denominator', 'execution_rate.adjusted', [A]],
    ['missing_numerator', 'execution_rate.adjusted', [B1]],
    [
      'zero_denominator',
      'execution_rate.adjusted',
      [
        { ...A, value: 0 },
        { ...B1, value: 0 },
      ],
    ],
    ['scope_mismatch', 'execution_rate.adjusted', [A, { ...B1, fund: 'fiscal' }]],
    ['scope_mismatch', 'execution_rate.adjusted', [A, { ...B1, scope: 'unit' }]],
    ['suspect_input', 'execution_rate.adjusted', [{ ...A, status: 'contested' }, B1]],
    ['missing_denominator', 'three_public.change', [{ concept: 'three_public', value: 3 }]],
    [
      'zero_denominator',
      'three_public.change',
      [
        { concept: 'three_public', value: 3 },
        { concept: 'three_public', value: 0, fiscalYear: 2023 },
      ],
    ],
    [
      'zero_denominator',
      'reception.per_guest',
      [
        { concept: 'three_public.reception', value: 0 },
        { concept: 'three_public.reception_persons', value: 0 },
      ],
    ],
  ])('%s: %s', (status, metric, entries) => {
    const found = metricsOf(entries).find(
      (one) => one.metric === metric && one.scope === 'department' && one.fiscalYear === 2024,
    );
    expect(found).toMatchObject({ status, value: null, rank: null });
  });

  it('and has no row where not one input was published', () => {
    const ids = metricsOf([A]).map((one) => one.metric);
    expect(ids).toContain('execution_rate.original');
    expect(ids).not.toContain('three_public.per_staff');
  });

  it.each([
    [100, -10],
    [-100, 10],
    [-100, -10],
  ])(
    'gives no rate of growth over three years from %d to %d: money that came back is no level',
    (first, last) => {
      const values = metricsOf([
        { concept: 'three_public', value: first, fiscalYear: 2022 },
        { concept: 'three_public', value: 50, fiscalYear: 2023 },
        { concept: 'three_public', value: last },
      ]);
      const growing = values.filter((one) => one.metric === 'three_public.trend');
      expect(growing).toEqual([expect.objectContaining({ status: 'suspect_input', value: null })]);
      for (const { value, numerator, denominator } of values) {
        for (const number of [value, numerator, denominator]) expect(Number.isNaN(number)).toBe(false);
      }
    },
  );

  it('misses residents where the region is not known', () => {
    const [per] = metricsOf([
      { ...A, regionCode: null, bureauName: null, bureauId: 'unidentified-1' },
    ]).filter((one) => one.metric === 'expenditure.per_resident');
    expect(per).toMatchObject({ status: 'missing_denominator', peerGroup: null });
  });
});

describe('suspicion', () => {
  const factId = observed(A).factId;

  it('comes from an error finding about the accepted figure, and the figures stay visible', () => {
    const values = metricsOf([A, B1], { findings: [errorAbout(factId)] });
    expect(pick(values, 'execution_rate.adjusted')).toMatchObject({
      status: 'suspect_input',
      value: null,
      numerator: 90,
      denominator: 100,
    });
  });

  it('does not come from a warning, nor from a witness that was overruled', () => {
    const warning = { ...errorAbout(factId), severity: 'warning' as const };
    expect(pick(metricsOf([A, B1], { findings: [warning] }), 'execution_rate.adjusted')!.value).toBe(90);
    const overruled = metricsOf([{ ...A, contradicting: ['other'] }, B1], {
      findings: [errorAbout('other')],
    });
    expect(pick(overruled, 'execution_rate.adjusted')!.value).toBe(90);
  });

  it('ends with a correction', () => {
    const corrected = { ...A, status: 'corrected' as const };
    const findings = [errorAbout(observed(corrected).factId)];
    expect(pick(metricsOf([corrected, B1], { findings }), 'execution_rate.adjusted')!.value).toBe(90);
  });
});

describe('what stands in for what', () => {
  it('is one fund on both sides, the widest that has both', () => {
    const fiscal = [
      { ...A, value: 40, fund: 'fiscal' as const },
      { ...B1, value: 50, fund: 'fiscal' as const },
    ];
    expect(pick(metricsOf([A, ...fiscal]), 'execution_rate.adjusted')).toMatchObject({
      value: 80,
      basis: 'budget=adjusted_budget; fund=fiscal',
    });
  });

  it('keeps a stated rate with the metric whose budget it was computed on', () => {
    const entries: Entry[] = [A, B1, { ...B1, value: 120, phase: 'original_budget' }];
    const stated = (value: number): Entry => ({ concept: 'rate.execution', value, ulpMinor: 100 });
    const onAdjusted = metricsOf([...entries, stated(90)]);
    expect(pick(onAdjusted, 'execution_rate.adjusted')!.reportedValue).toBe(90);
    expect(pick(onAdjusted, 'execution_rate.original')!.reportedValue).toBeNull();
    const onOriginal = metricsOf([...entries, stated(75)]);
    expect(pick(onOriginal, 'execution_rate.adjusted')!.reportedValue).toBeNull();
    expect(pick(onOriginal, 'execution_rate.original')!.reportedValue).toBe(75);
    expect(pick(metricsOf([...entries, stated(66)]), 'execution_rate.adjusted')!.reportedValue).toBe(66);
  });

  it('names the observations used', () => {
    expect(pick(metricsOf([A, B1]), 'execution_rate.adjusted')!.inputs).toEqual([
      observed(A).observationId,
      observed(B1).observationId,
    ]);
  });
});

describe('properties', () => {
  const entry = fc.record({
    concept: fc.constantFrom<Entry['concept'][]>(
      'expenditure',
      'expenditure.basic',
      'expenditure.personnel',
      'expenditure.operating',
      'three_public',
      'procurement',
      'procurement.sme',
      'three_public.reception',
      'balance.closing',
    ),
    value: fc.integer({ min: -50_000, max: 1_000_000 }),
    phase: fc.constantFrom('actual' as const, 'adjusted_budget' as const, 'original_budget' as const),
    fiscalYear: fc.constantFrom(2022, 2023, 2024),
    bureau: fc.integer({ min: 1, max: 7 }),
  });
  const books = fc
    .uniqueArray(entry, { minLength: 1, maxLength: 40, selector: ({ value, ...key }) => JSON.stringify(key) })
    .map((entries) =>
      entries.map(({ bureau, ...one }) => ({
        ...one,
        bureauId: `99010${bureau}-示例`,
        bureauName: '示例县财政局',
        regionCode: `99010${bureau}`,
      })),
    );

  it('scaling all amounts leaves every ratio, rank and percentile unchanged', () => {
    fc.assert(
      fc.property(books, fc.constantFrom(2, 10, 10_000), (entries, factor) => {
        const ratios = (scaled: readonly Entry[]) =>
          metricsOf(scaled)
            .filter((one) => one.unit === 'percent')
            .map((one) => [
              one.metric,
              one.bureauId,
              one.status,
              one.value,
              one.rank,
              one.percentile,
              one.peerMedian,
            ]);
        expect(ratios(entries.map((one) => ({ ...one, value: one.value * factor })))).toEqual(
          ratios(entries),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('shuffling the observations changes nothing', () => {
    fc.assert(
      fc.property(books, fc.integer(), (entries, seed) => {
        const input = inputOf(entries);
        const shuffled = input.observations.toSorted(
          (a, b) => ((a.valueMinor * 31 + seed) % 97) - ((b.valueMinor * 31 + seed) % 97),
        );
        expect(computeMetrics({ ...input, observations: shuffled })).toEqual(computeMetrics(input));
      }),
      { numRuns: 60 },
    );
  });

  it('a value is there exactly where the status is ok', () => {
    fc.assert(
      fc.property(books, (entries) => {
        for (const one of metricsOf(entries)) {
          expect(one.value !== null).toBe(one.status === 'ok');
          expect(one.value === null || Number.isFinite(one.value)).toBe(true);
          expect(one.rank === null || one.peerCount! >= 5).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

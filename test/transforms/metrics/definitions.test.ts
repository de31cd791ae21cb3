import { describe, expect, it } from 'vitest';
import { METRICS, metricById } from '../../../transforms/metrics/index.ts';
import { type Entry, metricsOf, pick } from './invented-books.ts';

const money = (concept: Entry['concept'], value: number, rest: Partial<Entry> = {}): Entry => ({
  concept,
  value,
  ...rest,
});
const B0 = { phase: 'original_budget' } as const;
const B1 = { phase: 'adjusted_budget' } as const;
const B = { phase: 'budget' } as const;
const before = { fiscalYear: 2023 };

describe('each metric is the formula of its definition', () => {
  it.each<[metric: string, entries: Entry[], value: number, basis: string]>([
    [
      'execution_rate.original',
      [money('expenditure', 110), money('expenditure', 100, B0)],
      110,
      'budget=original_budget; fund=all',
    ],
    [
      'execution_rate.adjusted',
      [money('expenditure', 90), money('expenditure', 120, B1)],
      75,
      'budget=adjusted_budget; fund=all',
    ],
    [
      'execution_rate.unstated',
      [money('expenditure', 90), money('expenditure', 100, B)],
      90,
      'budget=budget; fund=all',
    ],
    [
      'budget_adjustment_rate',
      [money('expenditure', 100, B0), money('expenditure', 112.5, B1)],
      12.5,
      'budget=adjusted_budget; budget=original_budget; fund=all',
    ],
    [
      'budget_deviation',
      [money('expenditure', 80), money('expenditure', 100, B0)],
      20,
      'budget=original_budget; fund=all',
    ],
    [
      'procurement_execution_rate',
      [money('procurement', 30), money('procurement', 40, B0)],
      75,
      'budget=original_budget',
    ],
    [
      'carryover_rate',
      [money('balance.closing', 10), money('expenditure', 200, B1), money('expenditure', 100)],
      5,
      'budget=adjusted_budget; fund=all; denominator=adjusted_budget',
    ],
    [
      'carryover_rate',
      [money('balance.closing', 10), money('expenditure', 100)],
      10,
      'fund=all; denominator=actual',
    ],
    ['three_public.change', [money('three_public', 8), money('three_public', 10, before)], -20, ''],
    [
      'three_public.reception.change',
      [money('three_public.reception', 3), money('three_public.reception', 2, before)],
      50,
      '',
    ],
    [
      'three_public.control_rate',
      [money('three_public', 8), money('three_public', 10, B1), money('three_public', 16, B0)],
      80,
      'budget=adjusted_budget',
    ],
    ['three_public.per_staff', [money('three_public', 90_000), money('headcount.in_post', 30)], 3000, ''],
    [
      'three_public.share_of_operating',
      [money('three_public', 1), money('expenditure.operating', 8)],
      12.5,
      '',
    ],
    [
      'reception.per_guest',
      [money('three_public.reception', 5000), money('three_public.reception_persons', 50)],
      100,
      '',
    ],
    [
      'reception.per_occasion',
      [money('three_public.reception', 5000), money('three_public.reception_batches', 8)],
      625,
      '',
    ],
    [
      'vehicle_operation.per_vehicle',
      [money('three_public.vehicle_operation', 60_000), money('three_public.vehicles_held', 3)],
      20_000,
      '',
    ],
    ['expenditure.per_resident', [money('expenditure', 10_000_000)], 25, 'fund=all; population=2020'],
    [
      'expenditure.per_insured',
      [money('expenditure', 7_000_000), money('insured.persons', 350_000)],
      20,
      'fund=all',
    ],
    [
      'basic.per_staff',
      [money('expenditure.basic', 3_000_000), money('headcount.in_post', 20)],
      150_000,
      'fund=all',
    ],
    [
      'operating.per_staff',
      [money('expenditure.operating', 300_000), money('headcount.in_post', 20)],
      15_000,
      '',
    ],
    [
      'personnel.per_staff',
      [money('expenditure.personnel', 2_400_000), money('headcount.in_post', 20)],
      120_000,
      '',
    ],
    ['residents.per_staff', [money('headcount.in_post', 20)], 20_000, 'population=2020'],
    ['basic_share', [money('expenditure.basic', 60), money('expenditure', 80)], 75, 'fund=all'],
    ['project_share', [money('expenditure.project', 20), money('expenditure', 80)], 25, 'fund=all'],
    ['sme_share', [money('procurement.sme', 30), money('procurement', 40)], 75, ''],
    [
      'micro_share',
      [money('procurement.micro', 15), money('procurement.sme', 30), money('procurement', 40)],
      50,
      '',
    ],
    ['staff_control_rate', [money('headcount.in_post', 97), money('headcount.authorised', 100)], 97, ''],
    ['expenditure.change', [money('expenditure', 90), money('expenditure', 120, before)], -25, 'fund=all'],
    [
      'agency_running_costs.change',
      [money('agency_running_costs', 110), money('agency_running_costs', 100, before)],
      10,
      '',
    ],
  ])('%s', (metric, entries, value, basis) => {
    expect(pick(metricsOf(entries), metric)).toMatchObject({ status: 'ok', value, basis });
  });

  it('names every metric once and documents every entry', () => {
    expect(new Set(METRICS.map((one) => one.id)).size).toBe(METRICS.length);
    for (const metric of METRICS) {
      expect(metricById(metric.id)).toBe(metric);
      for (const text of [metric.zh, metric.en, metric.formula, metric.caveats, ...metric.references]) {
        expect(text.length).toBeGreaterThan(3);
      }
      // Printed names may stand in brackets or as they are printed; sentences are English.
      for (const text of [metric.formulaEn, metric.caveatsEn]) {
        expect(text).toMatch(/[a-z]{3}/u);
        expect(text).not.toMatch(/[，。；：、“”]/u);
      }
    }
  });
});

describe('projects', () => {
  const entries = [
    money('expenditure', 30, { project: '示例项目甲' }),
    money('expenditure', 40, { project: '示例项目甲', ...B1 }),
    money('expenditure', 80, { project: '示例项目甲', ...B0 }),
    money('expenditure.project', 5, { project: '示例项目乙' }),
    money('expenditure.project', 20, { project: '示例项目乙', ...B0 }),
    money('expenditure', 7, { project: '示例项目丙' }),
    money('rate.execution', 75, { project: '示例项目甲' }),
  ];
  const values = metricsOf(entries);

  it('are rated one by one, on the adjusted budget first', () => {
    expect(pick(values, 'project_execution_rate', '示例项目甲')).toMatchObject({
      value: 75,
      reportedValue: 75,
    });
    expect(pick(values, 'project_execution_rate', '示例项目乙')).toMatchObject({
      value: 25,
      basis: 'budget=original_budget; fund=all',
    });
    expect(pick(values, 'project_execution_rate', '示例项目丙')).toMatchObject({
      value: null,
      status: 'missing_denominator',
    });
  });

  it('are summed where both columns are known, and the lowest is named', () => {
    const mean = pick(values, 'project_execution_rate.mean');
    expect(mean).toMatchObject({ numerator: 35, denominator: 60 });
    expect(mean!.value).toBeCloseTo(58.3333333333);
    expect(mean!.basis).toContain('projects=2/3');
    expect(pick(values, 'project_execution_rate.lowest')).toMatchObject({ value: 25 });
    expect(pick(values, 'project_execution_rate.lowest')!.basis).toContain('project=示例项目乙');
  });
});

describe('own expenditure per resident', () => {
  const coded = (functionCode: string, value: number) => money('expenditure', value, { functionCode });

  it.each<[why: string, entries: Entry[], value: number | null, status: string]>([
    ['takes out printed subsidies and assistance', [coded('21012', 300), coded('21013', 100)], 1.5, 'ok'],
    [
      'takes out items where the 款 is not printed',
      [coded('210', 900), coded('208', 100), coded('2101202', 500), coded('21015', 400)],
      1.25,
      'ok',
    ],
    ['takes out nothing where the codes close without', [coded('201', 1000)], 2.5, 'ok'],
    ['is unknown without codes', [], null, 'missing_numerator'],
    ['is unknown where the codes do not add up', [coded('201', 600)], null, 'missing_numerator'],
    ['is unknown where 210 is not broken down', [coded('210', 1000)], null, 'missing_numerator'],
    [
      'is unknown where one of the two is blank and 210 does not close',
      [coded('210', 1000), coded('21012', 300)],
      null,
      'missing_numerator',
    ],
  ])('%s', (_, entries, value, status) => {
    const values = metricsOf([money('expenditure', 1000), ...entries], {
      populationOf: () => ({ residents: 400, year: 2020 }),
    });
    expect(pick(values, 'administration.per_resident')).toMatchObject({ value, status });
  });
});

describe('the share of basic expenditure', () => {
  const personnel = money('expenditure.personnel', 60);
  const operating = money('expenditure.operating', 20);

  it('is taken of the basic expenditure that its parts add up to', () => {
    const values = metricsOf([
      personnel,
      operating,
      money('expenditure.basic', 100),
      money('expenditure.basic', 80, { fund: 'general_public' }),
    ]);
    expect(pick(values, 'personnel_share')).toMatchObject({
      value: 75,
      basis: 'fund=general_public; base=parts_sum',
    });
    expect(pick(values, 'operating_share')).toMatchObject({ value: 25 });
  });

  it('has no value where the parts add up to none of them', () => {
    const values = metricsOf([personnel, operating, money('expenditure.basic', 100)]);
    expect(pick(values, 'personnel_share')).toMatchObject({ value: null, status: 'scope_mismatch' });
  });

  it('accepts the rounding of printed digits', () => {
    const values = metricsOf([personnel, operating, money('expenditure.basic', 80.01)]);
    expect(pick(values, 'personnel_share')!.status).toBe('ok');
  });
});

describe('the deviation of composition', () => {
  const line = (functionCode: string, actual: number, planned: number | null): Entry[] => [
    money('expenditure', actual, { functionCode }),
    ...(planned === null ? [] : [money('expenditure', planned, { functionCode, ...B0 })]),
  ];

  it('is the shift between items net of the shift of the whole', () => {
    const values = metricsOf([...line('2010101', 90, 30), ...line('2010102', 30, 30)]);
    expect(pick(values, 'composition_deviation')).toMatchObject({
      value: 50,
      denominator: 120,
      numerator: 60,
    });
  });

  it('is 0 where all items grew alike', () => {
    const values = metricsOf([...line('2010101', 60, 30), ...line('2010102', 20, 10)]);
    expect(pick(values, 'composition_deviation')!.value).toBe(0);
  });

  it('has no value where less than nine tenths of the money has both columns', () => {
    const values = metricsOf([...line('2010101', 89, 30), ...line('2010102', 11, null)]);
    expect(pick(values, 'composition_deviation')).toMatchObject({ value: null, status: 'missing_numerator' });
  });
});

describe('the trend', () => {
  const year = (fiscalYear: number, value: number) => money('three_public', value, { fiscalYear });

  it('is the average yearly change over all years known', () => {
    const values = metricsOf([year(2020, 100), year(2022, 70), year(2024, 25)]);
    expect(values.filter((one) => one.metric === 'three_public.trend')).toMatchObject([
      { fiscalYear: 2024, value: -29.2893218813, basis: 'years=2020,2022,2024' },
    ]);
  });

  it('starts again where the division of the bureau changes', () => {
    const moved = [2020, 2021, 2022].map((one) => ({
      ...year(one, 10),
      regionCode: one < 2022 ? '990102' : '990101',
    }));
    expect(pick(metricsOf(moved), 'three_public.trend')).toBeUndefined();
    const change = metricsOf(moved).find(
      (one) => one.metric === 'three_public.change' && one.fiscalYear === 2022,
    );
    expect(change).toMatchObject({ value: null, status: 'scope_mismatch' });
  });
});

describe('performance and honesty', () => {
  it.each<[quote: string, score: number, value: number | null]>([
    ['自评总分（满分90分） 81', 81, 90],
    ['总分（100分）‖ 88', 88, 88],
    ['总分 ‖ 97.5', 97.5, 97.5],
    ['总分 ‖ 90', 90, null],
    ['总分（90分）', 90, null],
  ])('a score is put on one scale only where its full marks are known: %s', (quote, value, expected) => {
    const scored = pick(metricsOf([money('evaluation.score', value, { quote })]), 'self_evaluation_score');
    expect(scored).toMatchObject({ value: expected, reportedValue: value });
  });

  it('finds full points for little executed', () => {
    const values = metricsOf([money('expenditure', 12), money('expenditure', 100, B1)], {
      executionPoints: [
        {
          bureauId: '990101-示例市医疗保障局',
          scope: 'department',
          fiscalYear: 2024,
          project: null,
          awarded: 10,
          available: 10,
        },
      ],
    });
    expect(pick(values, 'score_gap')).toMatchObject({ value: 88, status: 'ok' });
  });

  it('measures the points of a project against the execution of that project', () => {
    const project = '示例项目甲';
    const values = metricsOf(
      [
        money('expenditure.project', 11.65, { project }),
        money('expenditure.project', 100, { project, ...B0 }),
        money('expenditure', 100),
        money('expenditure', 100, B1),
      ],
      {
        executionPoints: [
          {
            bureauId: '990101-示例市医疗保障局',
            scope: 'department',
            fiscalYear: 2024,
            project,
            awarded: 10,
            available: 10,
          },
        ],
      },
    );
    expect(pick(values, 'score_gap', project)).toMatchObject({ value: 88.35, denominator: 11.65 });
  });

  it('says nothing of the points where forms award one project different points', () => {
    const form = {
      bureauId: '990101-示例市医疗保障局',
      scope: 'department' as const,
      fiscalYear: 2024,
      project: null,
    };
    const gapsOf = (awarded: readonly number[]) =>
      metricsOf([money('expenditure', 12), money('expenditure', 100, B1)], {
        executionPoints: awarded.map((points) => ({ ...form, awarded: points, available: 10 })),
      }).filter((one) => one.metric === 'score_gap');
    expect(gapsOf([10, 10])).toMatchObject([{ value: 88 }]);
    expect(gapsOf([10, 2])).toMatchObject([{ value: null, status: 'suspect_input' }]);
  });

  it('counts what does not hold and what was not read', () => {
    const values = metricsOf([money('expenditure', 12)], {
      counts: [
        {
          documentId: 'doc',
          bureauId: '990101-示例市医疗保障局',
          scope: 'department',
          fiscalYear: 2024,
          relationsEvaluated: 0,
          tablesPresent: 9,
          tablesExpected: 12,
          numbersInTables: 200,
          unclaimedInTables: 5,
        },
      ],
    });
    expect(pick(values, 'disclosure_completeness')!.value).toBe(75);
    expect(pick(values, 'unclaimed_share')!.value).toBe(2.5);
    expect(pick(values, 'contradiction_rate')).toBeUndefined();
  });

  it('speaks in real terms only where the price index is known', () => {
    const entries = [money('expenditure', 110), money('expenditure', 100, before)];
    expect(pick(metricsOf(entries), 'expenditure.change.real')).toBeUndefined();
    const deflated = metricsOf(entries, { deflatorOf: () => ({ index: 1.1, series: 'cpi' }) });
    expect(pick(deflated, 'expenditure.change.real')).toMatchObject({
      value: 0,
      basis: 'fund=all; deflator=1.1; deflator_series=cpi',
    });
  });
});

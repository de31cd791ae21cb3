import { describe, expect, it } from 'vitest';
import { bureauTypeOf } from '../../../transforms/metrics/bureau-type.ts';
import type { MetricValue } from '../../../transforms/metrics/metric-value.ts';
import { type Entry, metricsOf } from './invented-books.ts';

interface Office {
  regionCode: string;
  type: string;
  threePublic: number;
  last?: number;
}

/** A bureau with a 三公 change of (threePublic − last)/last. */
function books({ regionCode, type, threePublic, last = 100 }: Office): Entry[] {
  const whose = { bureauId: `${regionCode}-${type}`, bureauName: `示例${type}`, regionCode };
  return [
    { concept: 'three_public', value: threePublic, ...whose },
    { concept: 'three_public', value: last, fiscalYear: 2023, ...whose },
    { concept: 'headcount.in_post', value: 10, ...whose },
  ];
}

function rowsOf(
  offices: readonly Office[],
  metric: string,
  populations: Record<string, number> = {},
): MetricValue[] {
  return metricsOf(offices.flatMap(books), {
    populationOf: (code) => ({ residents: populations[code] ?? 300_000, year: 2020 }),
  }).filter((one) => one.metric === metric && one.fiscalYear === 2024);
}

const office = (order: number, threePublic: number, type = '财政局'): Office => ({
  regionCode: `9901${String(order).padStart(2, '0')}`,
  type,
  threePublic,
});

describe('peers', () => {
  it('rank by direction, equals sharing a rank, the bureau itself counted', () => {
    const rows = rowsOf(
      [office(1, 90), office(2, 80), office(3, 80), office(4, 110), office(5, 120)],
      'three_public.change',
    );
    expect(rows.map((one) => one.rank)).toEqual([3, 1, 1, 4, 5]);
    expect(rows.map((one) => one.percentile)).toEqual([50, 20, 20, 70, 90]);
    expect(rows[0]).toMatchObject({
      peerGroup: 'county|财政局|99|<500000; widened=0',
      peerCount: 5,
      peerMedian: -10,
    });
  });

  it('are not ranked where there are fewer than five', () => {
    const rows = rowsOf(
      [1, 2, 3, 4].map((one) => office(one, 90 + one)),
      'three_public.change',
    );
    expect(rows[0]).toMatchObject({
      rank: null,
      percentile: null,
      peerGroup: null,
      peerMedian: null,
      peerCount: 4,
    });
  });

  it('widen from the band of population to the province to the kind of office', () => {
    const offices = [1, 2, 3, 4, 5].map((one) => office(one, 90 + one));
    const banded = rowsOf(offices, 'three_public.change', { '990101': 100_000 });
    expect(banded.map((one) => one.peerGroup)).toEqual(Array(5).fill('county|财政局|99|*; widened=1'));
    const elsewhere = rowsOf(
      [...offices.slice(0, 4), { ...offices[4]!, regionCode: '980101' }],
      'three_public.change',
    );
    expect(elsewhere[0]!.peerGroup).toBe('county|财政局|*|*; widened=2');
    const mixed = rowsOf([...offices.slice(0, 4), office(5, 70, '审计局')], 'three_public.change');
    expect(mixed[0]!.peerGroup).toBe('county|*|*|*; widened=3');
  });

  it('keep the narrow group of those who have one', () => {
    const offices = [1, 2, 3, 4, 5].map((one) => office(one, 90 + one));
    const rows = rowsOf([...offices, office(6, 10, '审计局')], 'three_public.change');
    expect(rows.map((one) => one.peerCount)).toEqual([5, 5, 5, 5, 5, 6]);
  });

  it('are never of another scope or fund', () => {
    const entries = [1, 2, 3, 4, 5].flatMap((one): Entry[] => {
      const whose = { bureauId: `b${one}`, bureauName: '示例财政局', regionCode: `99010${one}` };
      const fund = one === 5 ? ('fiscal' as const) : ('all' as const);
      return [
        { concept: 'expenditure', value: 100 + one, fund, ...whose },
        { concept: 'expenditure', value: 100, phase: 'adjusted_budget', fund, ...whose },
      ];
    });
    const rows = metricsOf(entries).filter((one) => one.metric === 'execution_rate.adjusted');
    expect(rows.map((one) => one.peerCount)).toEqual([4, 4, 4, 4, 1]);
    const scopes = entries.map((one) => ({
      ...one,
      fund: 'all' as const,
      scope: one.bureauId === 'b5' ? ('unit' as const) : ('department' as const),
    }));
    expect(
      metricsOf(scopes).filter((one) => one.metric === 'execution_rate.adjusted' && one.rank !== null),
    ).toEqual([]);
  });

  it('flag an amount far from the others and keep it', () => {
    const offices = [100, 110, 120, 130, 140, 90_000].map((amount, order) => office(order + 1, amount));
    const rows = rowsOf(offices, 'three_public.per_staff');
    expect(rows.at(-1)!.basis).toMatch(/^outlier_z=\d+\.\d$/u);
    expect(rows.at(-1)).toMatchObject({ value: 9000, rank: 6 });
    expect(rows[0]!.basis).toBe('');
  });
});

describe('the kind of office', () => {
  it.each([
    ['示例县医疗保障局', '医疗保障局'],
    ['示例省财政厅', '财政厅'],
    ['示例市规划和自然资源局', '规划和自然资源局'],
    ['示例市示例区人民政府示例街道办事处', '街道办事处'],
    ['示例省人大常委会办公厅', '人大常委会办公厅（室）'],
    ['示例市人大常委会办公室', '人大常委会办公厅（室）'],
    ['中国人民政治协商会议示例县委员会办公室', '政协办公厅（室）'],
    ['示例县人民政府办公室', '人民政府办公厅（室）'],
    ['示例县发展和改革局', '发展和改革部门'],
    ['示例市发展和改革委员会', '发展和改革部门'],
    ['示例县 财政局（本级）', '财政局'],
    ['示例县教育局机关', '教育局'],
    ['示例有限公司', null],
  ])('%s', (name, type) => {
    expect(bureauTypeOf(name)).toBe(type);
  });
});

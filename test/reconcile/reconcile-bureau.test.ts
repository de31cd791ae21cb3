import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printKey } from '../../transforms/extract/fact.ts';
import type { Witness } from '../../transforms/extract/witness.ts';
import { reconcileBureau } from '../../transforms/reconcile/reconcile-bureau.ts';
import { editionOf, figure } from '../checks/example-bureau.ts';

const prose = { medium: 'prose', rule: 'example/sentence' } as const;
const lastYear = { fiscalYear: 2023 } as const;

/** The accepted value of the key of the first witness, as printed, with status and reason. */
function accepted(witnesses: readonly Witness[]): [string, string, string] {
  const observation = reconcileBureau(witnesses).find((one) => printKey(one) === printKey(witnesses[0]!))!;
  const chosen = witnesses.find(({ factId }) => factId === observation.factId)!;
  return [chosen.printed, observation.status, observation.reason];
}

describe('prints that can come from one value', () => {
  it.each<[string, Witness[], [string, string, string]]>([
    ['one print', [figure('conference', '1.20')], ['1.20', 'accepted', '唯一来源']],
    [
      'the same everywhere',
      [figure('conference', '1.20'), figure('conference', '1.20', prose)],
      ['1.20', 'accepted', '各处一致'],
    ],
    [
      'the more precise one, although the other was cut off',
      [figure('conference', '8.3'), figure('conference', '8.39', prose)],
      ['8.39', 'accepted', '小数位更多'],
    ],
    [
      'the table where prose rounds it',
      [figure('conference', '23.46', prose), figure('conference', '234567', { in: '元' })],
      ['234567', 'accepted', '小数位更多'],
    ],
    [
      'the table at equal precision',
      [figure('conference', '23.46', prose), figure('conference', '23.47')],
      ['23.47', 'accepted', '表格优于文字'],
    ],
    [
      'the stated one, although a derived one is more precise',
      [figure('conference', '8.39', { basis: 'derived' }), figure('conference', '8.4')],
      ['8.4', 'accepted', '直接载明优于推算'],
    ],
  ])('%s', (_, witnesses, expected) => {
    expect(accepted(witnesses)).toEqual(expected);
  });

  it('the print with which the sums close to the last digit, among prints that differ by rounding', () => {
    const row = (rule: string, total: string, one: string, two: string) => [
      figure('expenditure', total, { rule, functionCode: '210' }),
      figure('expenditure', one, { rule, functionCode: '21001' }),
      figure('expenditure', two, { rule, functionCode: '21002' }),
    ];
    const witnesses = [
      ...row('example/a', '58.32', '20.00', '38.31'),
      ...row('example/b', '58.31', '20.00', '38.31'),
    ];
    expect(accepted(witnesses)).toEqual(['58.31', 'accepted', '合计关系以此值分毫不差']);
  });

  it('keeps all witnesses, the chosen one first', () => {
    const witnesses = [
      figure('conference', '8.3'),
      figure('conference', '8.39'),
      figure('conference', '9.00'),
    ];
    const [observation] = reconcileBureau(witnesses);
    const [cut, precise, other] = witnesses.map(({ factId }) => factId);
    expect(observation).toMatchObject({ supporting: [precise, cut], contradicting: [other], unit: 'CNY' });
  });
});

describe('prints that contradict each other', () => {
  const parts = [
    figure('expenditure', '100.00', { fund: 'general_public' }),
    figure('expenditure.project', '40.00', { fund: 'general_public' }),
  ];
  const basic = (printed: string, fields = {}) =>
    figure('expenditure.basic', printed, { fund: 'general_public', ...fields });

  it('the value with which the sums close is kept, and stays contested', () => {
    const witnesses = [
      basic('60.00'),
      basic('62.50', { rule: 'example/a' }),
      basic('62.50', prose),
      ...parts,
    ];
    expect(accepted(witnesses)).toEqual(['60.00', 'contested', '2个互相矛盾的数值，与报告内合计关系相符']);
  });

  it.each<[string, Witness[], string, string]>([
    [
      'stated over derived settles it',
      [figure('training', '3.00', { basis: 'derived' }), figure('training', '4.00')],
      '4.00',
      'accepted',
    ],
    [
      "the year's own report settles it",
      [
        figure('training', '3.00', { ...lastYear, reportYear: 2023 }),
        figure('training', '4.00', lastYear),
        figure('training', '4.00', { ...lastYear, ...prose }),
      ],
      '3.00',
      'accepted',
    ],
    [
      'more places are better than one',
      [figure('training', '3.00'), figure('training', '4.00'), figure('training', '4.0', prose)],
      '4.00',
      'contested',
    ],
    [
      'the table is better than the text',
      [figure('training', '3.00', prose), figure('training', '4.00')],
      '4.00',
      'contested',
    ],
  ])('%s', (_, witnesses, printed, status) => {
    expect(accepted(witnesses).slice(0, 2)).toEqual([printed, status]);
  });

  it('copies of one report are one place', () => {
    const one = figure('training', '3.00');
    const others = [figure('training', '4.00'), figure('training', '4.00')];
    expect(accepted([one, editionOf(one, 'd-2'), editionOf(one, 'd-3'), ...others])[0]).toBe('4.00');
  });

  it('a code is kept with the value that its table adds up with', () => {
    const witnesses = [
      figure('expenditure', '10528.00', { ...prose, functionCode: '2010101' }),
      figure('expenditure', '4545.00', { functionCode: '2010101' }),
      figure('expenditure', '5983.00', { functionCode: '2010102' }),
      figure('expenditure', '10528.00', { functionCode: '20101' }),
    ];
    expect(accepted(witnesses).slice(0, 2)).toEqual(['4545.00', 'contested']);
  });

  it('labels that have changed places are put back', () => {
    const sentence = { ...prose, location: { line: 7 }, quote: '执行数与调整预算数' };
    const witnesses = [
      figure('expenditure', '177.70', sentence),
      figure('expenditure', '150.20', { ...sentence, phase: 'adjusted_budget' }),
      figure('expenditure', '150.20', { fund: 'fiscal', ...prose }),
      figure('expenditure', '177.7061', { fund: 'fiscal', phase: 'budget' }),
    ];
    expect(accepted(witnesses)).toEqual([
      '150.20',
      'contested',
      '原文预算数与执行数名称互换，按报告其余各处还原',
    ]);
  });
});

describe('any witnesses', () => {
  const anyWitness = fc
    .record({
      printed: fc.constantFrom('9.1', '9.18', '9.2', '9.24', '91.8', '0', '4'),
      concept: fc.constantFrom('expenditure', 'expenditure.basic', 'expenditure.project', 'three_public'),
      medium: fc.constantFrom('table', 'prose'),
      basis: fc.constantFrom('stated', 'derived'),
      reportYear: fc.constantFrom(2024, 2025),
      rule: fc.constantFrom('example/a', 'example/b'),
    } as const)
    .map(({ concept, printed, ...fields }) => figure(concept, printed, fields));
  const several = fc.array(anyWitness, { minLength: 1, maxLength: 12 });

  it('give one observation per key, and account for every witness', () => {
    fc.assert(
      fc.property(several, (witnesses) => {
        const observations = reconcileBureau(witnesses);
        expect(new Set(observations.map(printKey)).size).toBe(observations.length);
        const used = observations.flatMap(({ supporting, contradicting }) => [
          ...supporting,
          ...contradicting,
        ]);
        expect([...used].sort()).toEqual(witnesses.map(({ factId }) => factId).sort());
        for (const { factId, supporting } of observations) expect(supporting[0]).toBe(factId);
      }),
    );
  });

  it('are reconciled alike in whatever order they come', () => {
    fc.assert(
      fc.property(several, fc.nat(), (witnesses, seed) => {
        const turned = witnesses.map((_, i) => witnesses[(i * 7 + seed) % witnesses.length]!);
        const order = new Set(turned).size === witnesses.length ? turned : [...witnesses].reverse();
        expect(reconcileBureau(order)).toEqual(reconcileBureau(witnesses));
      }),
    );
  });

  it('come to the same values when an edition is added', () => {
    fc.assert(
      fc.property(several, (witnesses) => {
        const values = (all: readonly Witness[]) =>
          reconcileBureau(all).map((one) => [
            printKey(one),
            one.valueMinor,
            one.status,
            one.reason === '唯一来源' ? '各处一致' : one.reason,
          ]);
        const copies = witnesses.map((witness) => editionOf(witness, 'd-aaa'));
        expect(values([...witnesses, ...copies])).toEqual(values(witnesses));
      }),
    );
  });
});

describe('a figure of last year that follows from a sentence', () => {
  const said = (now: string) => [
    figure('expenditure', '86.00', { ...prose, ...lastYear, basis: 'derived', printed: '85.20 + 0.80' }),
    figure('expenditure', '85.20', prose),
    figure('expenditure', now),
    figure('expenditure.basic', '40.00'),
    figure('expenditure.project', (Number(now) - 40).toFixed(2)),
  ];

  it('stands while the figure of this year does', () => {
    expect(accepted(said('85.20'))).toEqual(['85.20 + 0.80', 'accepted', '唯一来源']);
  });

  it('falls with it, and leaves what other reports print', () => {
    const own = figure('expenditure', '46.00', { ...lastYear, reportYear: 2023, documentId: 'd-2023' });
    const years = (witnesses: readonly Witness[]) =>
      reconcileBureau(witnesses).map(({ fiscalYear, valueMinor, contradicting }) => [
        fiscalYear,
        valueMinor / 1e6,
        contradicting.length,
      ]);
    expect(years(said('45.20')).filter(([year]) => year === 2023)).toEqual([]);
    expect(years([...said('45.20'), own]).filter(([year]) => year === 2023)).toEqual([[2023, 46, 0]]);
  });

  it('is in doubt where that figure is', () => {
    const [derived, sentence] = said('85.20');
    const rival = figure('expenditure', '58.20', prose);
    const found = [accepted([derived!, sentence!, rival]), accepted([sentence!, rival])];
    expect(found.map(([, status]) => status)).toEqual(['contested', 'contested']);
    expect(found[0]![2]).toMatch(/推算所据的数字在报告中不一致/);
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MINOR_PER_UNIT, UNITS } from '../../transforms/parse/quantity.ts';
import { printLocation } from '../../transforms/read/document.ts';
import { loadBureauClaims, loadBureauScoreItems, loadBureauWitnesses } from '../../warehouse/bureaus.ts';
import {
  loadDisclosureCounts,
  loadExecutionPoints,
  loadFindings,
  loadObservations,
} from '../../warehouse/comparison.ts';
import { noteSeen, restore, saveReading, seenDocuments, supersede } from '../../warehouse/documents.ts';
import { saveMetrics } from '../../warehouse/metrics.ts';
import { saveBureauResults, staleBureaus } from '../../warehouse/results.ts';
import {
  contentOf,
  emptyWarehouse,
  SEEN_AT,
  sampleClaim,
  sampleFact,
  sampleMetric,
  sampleObservation,
  sampleReading,
  sampleResults,
  sampleScoreItem,
} from './sample.ts';

it('gives back the facts and claims that were saved, in reading order', async () => {
  const warehouse = await emptyWarehouse();
  const claims = [
    sampleClaim('d-1', 'a'),
    sampleClaim('d-1', 'a', { claimId: 'c-2', kind: 'unchanged', quantity: null, direction: null }),
  ];
  const reading = sampleReading('d-1', 'a', { claims });
  saveReading(warehouse, reading);
  expect(loadBureauWitnesses(warehouse, 'a')).toEqual(reading.facts);
  expect(loadBureauClaims(warehouse, 'a')).toEqual(claims);
  expect(loadBureauWitnesses(warehouse, 'b')).toEqual([]);
});

it('keeps every amount exact, and shows in the views the double nearest to the printed decimal', async () => {
  const warehouse = await emptyWarehouse();
  const show = warehouse.sqlite.prepare<[], { value: number; value_minor: number }>('SELECT * FROM facts');
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.constantFrom(...UNITS), (valueMinor, unit) => {
      saveReading(
        warehouse,
        sampleReading('d-1', 'a', { facts: [sampleFact('d-1', 'a', { valueMinor, unit })] }),
      );
      expect(loadBureauWitnesses(warehouse, 'a')[0]?.valueMinor).toBe(valueMinor);
      const digits = Math.log10(MINOR_PER_UNIT[unit]);
      expect(show.get()?.value).toBe(Number(`${valueMinor}e-${digits}`));
    }),
    {
      examples: [
        [1, 'CNY'],
        [-1, 'percent'],
        [0, 'CNY'],
        [Number.MAX_SAFE_INTEGER, 'CNY'],
        [98_8900, 'percent'],
      ],
    },
  );
});

it.each([
  ['half a 分', { valueMinor: 0.5 }],
  ['an integer that JavaScript cannot hold exactly', { valueMinor: 2 ** 60 }],
  ['an unknown phase', { phase: 'hoped_for' as never }],
  ['an unknown concept', { concept: 'expenditure.invented' as never }],
  ['a code of four digits', { functionCode: '2101' }],
  ['an empty project name', { project: '' }],
])('refuses %s and leaves the document as it was', async (_what, changes) => {
  const warehouse = await emptyWarehouse();
  saveReading(warehouse, sampleReading('d-1', 'a'));
  const before = contentOf(warehouse);
  const wrong = sampleReading('d-1', 'a', { facts: [sampleFact('d-1', 'a', changes)] });
  expect(() => saveReading(warehouse, wrong)).toThrow(expect.objectContaining({ code: 'rejected' }));
  expect(contentOf(warehouse)).toEqual(before);
});

it('refuses results that point at no fact, and keys that two observations share', async () => {
  const warehouse = await emptyWarehouse();
  saveReading(warehouse, sampleReading('d-1', 'a'));
  const observation = sampleObservation('d-1', 'a');
  const save = (observations: readonly (typeof observation)[]) => () =>
    saveBureauResults(warehouse, 'a', { observations, findings: [], evaluations: [] });
  expect(save([{ ...observation, contradicting: ['f-nowhere'] }])).toThrow(/约束/);
  expect(save([observation, { ...observation, observationId: 'o-other' }])).toThrow(/约束/);
  expect(() => saveMetrics(warehouse, [sampleMetric('a'), sampleMetric('a')])).toThrow(/约束/);
  expect(save([observation])).not.toThrow();
});

it('replaces a document, a bureau and the metrics without leaving or moving anything', async () => {
  const warehouse = await emptyWarehouse();
  const night = () => {
    saveReading(warehouse, sampleReading('d-1', 'a'));
    saveBureauResults(warehouse, 'a', sampleResults('d-1', 'a'));
    saveMetrics(warehouse, [sampleMetric('a')]);
  };
  night();
  const first = contentOf(warehouse);
  expect(first.observation_facts).toHaveLength(2);
  expect(warehouse.sqlite.prepare('SELECT * FROM metric_inputs').all()).toHaveLength(1);
  night();
  expect(contentOf(warehouse)).toEqual(first);
});

it('holds the same rows in the same order whatever the order of arrival', async () => {
  const documents = ['d-1', 'd-2', 'd-3'] as const;
  const bureaus = { 'd-1': 'a', 'd-2': 'b', 'd-3': 'c' } as const;
  const filled = async (order: readonly (typeof documents)[number][]) => {
    const warehouse = await emptyWarehouse();
    for (const id of order) saveReading(warehouse, sampleReading(id, bureaus[id]));
    for (const id of order) {
      const { observations, findings, evaluations } = sampleResults(id, bureaus[id]);
      const reversed = order[0] === 'd-3' ? [...evaluations].reverse() : evaluations;
      saveBureauResults(warehouse, bureaus[id], { observations, findings, evaluations: reversed });
    }
    saveMetrics(
      warehouse,
      order.map((id) => sampleMetric(bureaus[id])),
    );
    return contentOf(warehouse);
  };
  expect(await filled([...documents].reverse())).toEqual(await filled(documents));
});

it('forgets the results that rested on a document as soon as the document changes', async () => {
  const warehouse = await emptyWarehouse();
  saveReading(warehouse, sampleReading('d-1', 'a'));
  expect(staleBureaus(warehouse)).toEqual(['a']);
  saveBureauResults(warehouse, 'a', sampleResults('d-1', 'a'));
  saveMetrics(warehouse, [sampleMetric('a')]);
  expect(staleBureaus(warehouse)).toEqual([]);
  saveReading(warehouse, sampleReading('d-1', 'b', { rulesVersion: 'rules-2' }));
  expect(staleBureaus(warehouse)).toEqual(['a', 'b']);
  expect(contentOf(warehouse).observation_rows).toEqual([]);
  expect(contentOf(warehouse).finding_rows).toEqual([]);
});

it('takes a superseded document out of the facts and brings it back as it was read', async () => {
  const warehouse = await emptyWarehouse();
  saveReading(warehouse, sampleReading('d-1', 'a'));
  saveBureauResults(warehouse, 'a', sampleResults('d-1', 'a'));
  const before = contentOf(warehouse);
  supersede(warehouse, { documentId: 'd-1', code: 'absent', reason: '本次输入中没有', by: null });
  expect(loadBureauWitnesses(warehouse, 'a')).toEqual([]);
  expect(seenDocuments(warehouse).get('d-1')).toMatchObject({ state: 'superseded', stateCode: 'absent' });
  expect(await warehouse.db.selectFrom('facts').selectAll().execute()).toEqual([]);
  expect(staleBureaus(warehouse)).toEqual(['a']);
  restore(warehouse, 'd-1');
  saveBureauResults(warehouse, 'a', sampleResults('d-1', 'a'));
  expect(contentOf(warehouse)).toEqual(before);
});

it('brings a quarantined document back as quarantined', async () => {
  const warehouse = await emptyWarehouse();
  const quarantine = { code: 'needs_ocr', reason: '没有文字层，需要文字识别' };
  const reading = { disclosure: null, quarantine, facts: [], claims: [], numbers: [] };
  saveReading(warehouse, sampleReading('d-1', 'a', reading));
  supersede(warehouse, { documentId: 'd-1', code: 'absent', reason: '本次输入中没有', by: null });
  restore(warehouse, 'd-1');
  expect(
    await warehouse.db.selectFrom('documents').select(['state', 'state_code', 'bureau_id']).execute(),
  ).toEqual([{ state: 'quarantined', state_code: 'needs_ocr', bureau_id: null }]);
});

it('moves nothing but last_seen_at when a document is seen again', async () => {
  const warehouse = await emptyWarehouse();
  saveReading(warehouse, sampleReading('d-1', 'a'));
  const before = contentOf(warehouse);
  noteSeen(warehouse, ['d-1'], '2025-01-03T02:00:00+08:00');
  expect(contentOf(warehouse)).toEqual(before);
  expect(
    await warehouse.db.selectFrom('documents').select(['first_seen_at', 'last_seen_at']).execute(),
  ).toEqual([{ first_seen_at: SEEN_AT, last_seen_at: '2025-01-03T02:00:00+08:00' }]);
});

it('counts claimed and ignored numbers and lists unclaimed ones', async () => {
  const warehouse = await emptyWarehouse();
  saveReading(warehouse, sampleReading('d-1', 'a'));
  const tallies = await warehouse.db
    .selectFrom('number_tallies')
    .select(['use', 'reason', 'numbers', 'money'])
    .execute();
  expect(tallies).toEqual([
    { use: 'claimed', reason: '', numbers: 1, money: 1 },
    { use: 'ignored', reason: '行次', numbers: 2, money: 0 },
    { use: 'unclaimed', reason: '没有单位', numbers: 1, money: 1 },
  ]);
});

it('gives back the results, the points and the counts that comparisons are computed from', async () => {
  const warehouse = await emptyWarehouse();
  for (const [id, bureau] of [
    ['d-1', 'a'],
    ['d-2', 'b'],
  ] as const) {
    saveReading(warehouse, sampleReading(id, bureau));
    saveBureauResults(warehouse, bureau, sampleResults(id, bureau));
  }
  const [a, b] = [sampleResults('d-1', 'a'), sampleResults('d-2', 'b')];
  expect(loadObservations(warehouse)).toEqual([...a.observations, ...b.observations]);
  expect(loadObservations(warehouse, 'b')).toEqual(b.observations);
  expect(loadFindings(warehouse)).toEqual([...a.findings, ...b.findings]);
  expect(loadBureauScoreItems(warehouse, 'a')).toEqual([sampleScoreItem('d-1', 'a')]);
  expect(loadExecutionPoints(warehouse)[0]).toMatchObject({ bureauId: 'a', awarded: 9.5, available: 10 });
  expect(loadDisclosureCounts(warehouse)[0]).toEqual({
    documentId: 'd-1',
    bureauId: 'a',
    scope: 'department',
    fiscalYear: 2024,
    relationsEvaluated: 1,
    tablesPresent: 9,
    tablesExpected: 11,
    numbersInTables: 4,
    unclaimedInTables: 1,
  });
});

it('keeps a corrected value, and shows the place and words of the fact that it corrects', async () => {
  const warehouse = await emptyWarehouse();
  saveReading(warehouse, sampleReading('d-1', 'a'));
  const corrected = { ...sampleObservation('d-1', 'a'), status: 'corrected', valueMinor: 5 } as const;
  saveBureauResults(warehouse, 'a', { observations: [corrected], findings: [], evaluations: [] });
  expect(loadObservations(warehouse)).toEqual([corrected]);
  expect(warehouse.sqlite.prepare('SELECT value_minor, locator, quote FROM observations').get()).toEqual({
    value_minor: 5,
    locator: printLocation(corrected.location),
    quote: corrected.quote,
  });
});

/** Metrics read a million observations in a shape of their own: it must say what the full ones say. */
import { expect, it } from 'vitest';
import type { Observation } from '../../transforms/reconcile/observation.ts';
import { comparedObservations, loadObservations } from '../../warehouse/comparison.ts';
import { saveReading } from '../../warehouse/documents.ts';
import { saveBureauResults } from '../../warehouse/results.ts';
import { emptyWarehouse, sampleFact, sampleObservation, sampleReading } from './sample.ts';

const observation = (observationId: string, changes: Partial<Observation>): Observation => ({
  ...sampleObservation('d-1', 'a'),
  status: 'accepted',
  observationId,
  ...changes,
});

const OBSERVATIONS: readonly Observation[] = [
  observation('o-1', {}),
  observation('o-2', { fiscalYear: 2023, bureauName: '示例县旧局', regionCode: '999902' }),
  observation('o-3', { fiscalYear: 2022, bureauName: null, regionCode: null }),
  observation('o-4', { fund: 'general_public', functionCode: '2080101', economicCode: '30201' }),
  observation('o-5', { project: '甲|乙|2024\n第二期|' }),
  observation('o-6', { project: '0', scope: 'unit' }),
  observation('o-7', { status: 'contested', concept: 'three_public', phase: 'adjusted_budget' }),
  observation('o-8', { concept: 'evaluation.score', unit: 'points', valueMinor: 95_0000, ulpMinor: 1 }),
];

const ASKED = [
  'observationId',
  'bureauId',
  'bureauName',
  'regionCode',
  'scope',
  'fiscalYear',
  'concept',
  'phase',
  'fund',
  'functionCode',
  'economicCode',
  'project',
  'unit',
  'valueMinor',
  'ulpMinor',
  'status',
] as const satisfies readonly (keyof Observation)[];

const asked = (one: Observation, more: readonly (keyof Observation)[] = []) =>
  Object.fromEntries([...ASKED, ...more].map((field) => [field, one[field]]));

async function warehouseOf(observations: readonly Observation[]) {
  const warehouse = await emptyWarehouse();
  saveReading(warehouse, sampleReading('d-1', 'a', { facts: [sampleFact('d-1', 'a'), contradicting] }));
  saveBureauResults(warehouse, 'a', { observations, findings: [], evaluations: [] });
  return warehouse;
}
const contradicting = sampleFact('d-1', 'a', { factId: 'f-d-1-2', valueMinor: 1 });

it.each([
  ['without errors', false, []],
  ['with errors, and then with the facts behind them', true, ['factId', 'supporting'] as const],
])('says of a bureau %s what the whole observations say', async (_, hasErrors, more) => {
  const warehouse = await warehouseOf(OBSERVATIONS);
  const compared = comparedObservations(warehouse)('a', hasErrors);
  const whole = loadObservations(warehouse, 'a');
  expect(whole).toHaveLength(OBSERVATIONS.length);
  expect(compared.map((one) => asked(one, more))).toEqual(whole.map((one) => asked(one, more)));
});

it('keeps the words around scores alone', async () => {
  const warehouse = await warehouseOf(OBSERVATIONS);
  const quotes = comparedObservations(warehouse)('a', false).filter((one) => one.quote !== '');
  expect(quotes.map((one) => one.observationId)).toEqual(['o-8']);
});

it('knows nothing of a bureau without observations', async () => {
  const warehouse = await warehouseOf(OBSERVATIONS);
  expect(comparedObservations(warehouse)('b', false)).toEqual([]);
});

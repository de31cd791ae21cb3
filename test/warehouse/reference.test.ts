import { expect, it } from 'vitest';
import { METRICS } from '../../transforms/metrics/index.ts';
import { CONCEPTS } from '../../transforms/vocabulary/concept.ts';
import { saveReading } from '../../warehouse/documents.ts';
import { emptyWarehouse, sampleFact, sampleReading } from './sample.ts';

it('holds every concept and metric of the program, and divisions and residents with source and licence', async () => {
  const { db } = await emptyWarehouse();
  const concepts = await db.selectFrom('concepts').select('concept').execute();
  expect(concepts.map(({ concept }) => concept).sort()).toEqual(CONCEPTS.map(({ id }) => id).sort());
  const metrics = await db.selectFrom('metric_definitions').select('metric').orderBy('position').execute();
  expect(metrics.map(({ metric }) => metric)).toEqual(METRICS.map(({ id }) => id));
  const codes = db
    .selectFrom('divisions')
    .select(['name_zh', 'prefecture', 'level'])
    .where('valid_until', 'is', null);
  expect(await codes.where('code', '=', '511100').execute()).toEqual([
    { name_zh: '乐山市', prefecture: '乐山市', level: 'prefecture' },
  ]);
  const beijing = db.selectFrom('population').selectAll().where('division_code', '=', '110000');
  expect(await beijing.executeTakeFirst()).toMatchObject({ residents: 21893095, year: 2020, licence: 'MIT' });
});

it.each([
  [2017, '住房公积金'],
  [2024, '代缴社会保险费'],
])('names a code as it was named in %d', async (fiscalYear, name) => {
  const warehouse = await emptyWarehouse();
  const facts = [sampleFact('d-1', 'a', { fiscalYear, economicCode: '30311', functionCode: '2010101' })];
  saveReading(warehouse, sampleReading('d-1', 'a', { facts }));
  expect(await warehouse.db.selectFrom('facts').select(['economic_name', 'function_name']).execute()).toEqual(
    [{ economic_name: name, function_name: '行政运行' }],
  );
});

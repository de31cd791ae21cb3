import { describe, expect, it } from 'vitest';
import { parseRegistryFile } from '../../sources/registry.ts';
import {
  type DocumentOfBureau,
  expectedReports,
  type KnownOutside,
  saveExpectedReports,
} from '../../warehouse/expected-reports.ts';
import { emptyWarehouse } from './sample.ts';

const { bureaus } = parseRegistryFile(
  'a.yml',
  `bureaus:
  - id: 990121-财政局
    names: { official: 示例省甲县财政局, short: [甲县财局] }
    division: "990121"
    expects:
      - { kind: 部门决算, due: 次年09-30, from: 2023 }
      - { kind: 部门预算, due: 当年03-31, from: 2024, until: 2024 }
`,
);
const NOW = new Date('2025-09-30T15:59:59Z'); // 23:59:59 in China
const NEXT = new Date('2025-09-30T16:00:00Z');

const document = (given: Partial<DocumentOfBureau>): DocumentOfBureau => ({
  documentId: 'd-1',
  bureauId: '990121-财政局',
  fiscalYear: 2024,
  kind: 'final_accounts',
  scope: 'department',
  state: 'extracted',
  stateCode: null,
  stateReason: null,
  ...given,
});

const stateOf2024 = (
  documents: DocumentOfBureau[],
  withdrawn: KnownOutside['withdrawn'] = new Map(),
  now = NEXT,
) =>
  expectedReports(bureaus, documents, withdrawn, now).find(
    ({ fiscal_year, kind }) => fiscal_year === 2024 && kind === 'final_accounts',
  );

describe('reports that are owed', () => {
  it('are those from the first year to the last whose day falls within this year', () => {
    const owed = (now: string) =>
      expectedReports(bureaus, [], new Map(), new Date(now)).map(({ fiscal_year, kind, due_on }) => [
        fiscal_year,
        kind,
        due_on,
      ]);
    expect(owed('2025-01-05T00:00:00Z')).toEqual([
      [2023, 'final_accounts', '2024-09-30'],
      [2024, 'final_accounts', '2025-09-30'],
      [2024, 'budget', '2024-03-31'],
    ]);
    expect(owed('2023-12-31T15:00:00Z')).toEqual([]);
    // A new year begins in China eight hours earlier.
    expect(owed('2023-12-31T17:00:00Z').map(([year]) => year)).toEqual([2023, 2024]);
  });

  it.each<[string, DocumentOfBureau[], Date, string]>([
    ['due until midnight in China of their day', [], NOW, 'due'],
    ['missing after it', [], NEXT, 'missing'],
    ['present when they were read', [document({})], NEXT, 'present'],
    ['present before their day', [document({})], NOW, 'present'],
    [
      'quarantined',
      [document({ state: 'quarantined', stateCode: 'needs_ocr', scope: null })],
      NEXT,
      'quarantined',
    ],
    [
      'withdrawn when they left the input',
      [document({ state: 'superseded', stateCode: 'absent' })],
      NEXT,
      'withdrawn',
    ],
    [
      'missing when only replaced copies are known',
      [document({ state: 'superseded', stateCode: 'replaced' })],
      NEXT,
      'missing',
    ],
    ['missing when another year is there', [document({ fiscalYear: 2022 })], NEXT, 'missing'],
    ['missing when only the unit reported', [document({ scope: 'unit' })], NEXT, 'missing'],
    [
      'present when one of two copies could be read',
      [document({ state: 'quarantined' }), document({ documentId: 'd-2' })],
      NEXT,
      'present',
    ],
  ])('are %s', (_, documents, now, state) => {
    expect(stateOf2024(documents, new Map(), now)?.state).toBe(state);
  });

  it('are withdrawn when no address gives them any more, and the reason says that the figures stand', () => {
    const gone = new Map([['d-1', '2025-10-02T01:00:00Z']]);
    expect(stateOf2024([document({})], gone)).toMatchObject({
      state: 'withdrawn',
      reason: expect.stringContaining('2025-10-02'),
      documents: 1,
    });
    expect(stateOf2024([document({}), document({ documentId: 'd-2' })], gone)?.state).toBe('present');
  });

  it('are the denominator of the rate at which bureaus disclose, and what is only due is none of it', async () => {
    const warehouse = await emptyWarehouse();
    const nothing: KnownOutside = { unopened: [], withdrawn: new Map() };
    saveExpectedReports(warehouse, bureaus, nothing, NOW);
    const rates = () =>
      warehouse.sqlite
        .prepare('SELECT fiscal_year, kind, expected, missing, due, disclosure_rate FROM disclosure_rates')
        .raw()
        .all();
    expect(rates()).toEqual([
      [2023, 'final_accounts', 1, 1, 0, 0],
      [2024, 'budget', 1, 1, 0, 0],
      [2024, 'final_accounts', 1, 0, 1, null],
    ]);
    saveExpectedReports(warehouse, bureaus, nothing, NEXT);
    expect(rates()).toHaveLength(3);
    saveExpectedReports(warehouse, [], nothing, NEXT);
    expect(rates()).toEqual([]);
    expect(warehouse.sqlite.prepare('SELECT count(*) FROM expected_reports').pluck().get()).toBe(0);
  });
});

/** Reports that registered bureaus owe the public: what is not there, and how much of each year is. */
import type BetterSqlite3 from 'better-sqlite3';
import { peerTierOf } from '../../sources/division.ts';
import { bureauTypeOf } from '../../transforms/metrics/bureau-type.ts';
import { reasonTranslator } from '../reason-words.ts';
import type { ExpectedEntry, ExpectedRate, Tables } from './data.ts';
import { keyOf } from './files.ts';
import { pack } from './packed.ts';
import { reasonsOf } from './read-documents.ts';

const EXPECTED_COLUMNS = [
  'bureau',
  'name',
  'region',
  'tier',
  'type',
  'scope',
  'year',
  'kind',
  'due',
  'state',
  'reason',
  'reasonEn',
] as const satisfies readonly (keyof ExpectedEntry)[];

const RATE_COLUMNS = [
  'year',
  'kind',
  'expected',
  'present',
  'due',
  'missing',
  'quarantined',
  'withdrawn',
  'rate',
] as const satisfies readonly (keyof ExpectedRate)[];

type Row = Omit<ExpectedEntry, 'tier' | 'type' | 'reasonEn'>;

const ABSENT = `
  SELECT bureau_id AS bureau, bureau_name AS name, region_code AS region, scope, fiscal_year AS year, kind,
    due_on AS due, state, reason
  FROM expected_reports WHERE state <> 'present'
  ORDER BY state = 'due', fiscal_year DESC, region_code, bureau_id, kind`;

const RATES = `
  SELECT fiscal_year AS year, kind, expected, present, due, missing, quarantined, withdrawn, disclosure_rate AS rate
  FROM disclosure_rates ORDER BY fiscal_year DESC, kind`;

export function readExpected(sqlite: BetterSqlite3.Database): Tables {
  const inEnglish = reasonTranslator(sqlite);
  const rows = sqlite.prepare<[], Row>(ABSENT).all();
  const absent = rows.map(
    (row): ExpectedEntry => ({
      ...row,
      bureau: keyOf(row.bureau),
      tier: row.region === null ? null : peerTierOf(row.region),
      type: bureauTypeOf(row.name),
      ...reasonsOf(row.reason === null ? [] : [row.reason], inEnglish),
    }),
  );
  return {
    expected: pack(EXPECTED_COLUMNS, absent),
    rates: pack(RATE_COLUMNS, sqlite.prepare<[], ExpectedRate>(RATES).all()),
  };
}

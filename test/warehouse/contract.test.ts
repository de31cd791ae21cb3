import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { conceptById } from '../../transforms/vocabulary/concept.ts';
import { viewColumns } from '../../warehouse/dictionary.ts';
import { DICTIONARY } from '../../warehouse/dictionary-entries.ts';
import { saveReading } from '../../warehouse/documents.ts';
import { saveMetrics } from '../../warehouse/metrics.ts';
import { openWorkingCopy } from '../../warehouse/publish.ts';
import { saveBureauResults } from '../../warehouse/results.ts';
import { VIEWS } from '../../warehouse/views/index.ts';
import { emptyWarehouse, sampleMetric, sampleReading, sampleResults, temporaryFolder } from './sample.ts';

const PROMISED: Record<string, string> = {
  facts:
    'fact_id, document_id, source_file, bureau_id, bureau_name, region_code, scope, fiscal_year, concept, phase, ' +
    'fund, function_code, economic_code, project, value, unit, basis, printed, printed_unit, locator, quote, rule',
  observations:
    'bureau_id, bureau_name, region_code, scope, fiscal_year, concept, phase, fund, function_code, economic_code, ' +
    'project, value, unit, basis, status, fact_count, document_id, source_file, locator, quote',
  findings:
    'finding_id, check_name, severity, bureau_id, bureau_name, region_code, fiscal_year, document_id, source_file, ' +
    'concept, message, expected, printed, difference, locator',
  metrics:
    'metric, bureau_id, bureau_name, region_code, scope, fiscal_year, value, unit, basis, status, numerator, ' +
    'denominator, peer_group, peer_count, peer_median, rank, percentile, reported_value',
  documents:
    'document_id, source_file, url, sha256, media_type, bytes, pages, bureau_id, scope, fiscal_year, kind, title, ' +
    'state, state_reason, first_seen_at, last_seen_at',
  runs:
    'run_id, started_at, finished_at, state, documents_seen, documents_read, documents_failed, facts, ' +
    'observations, findings',
};

/** Views in which one document, its results and one metric leave a row. */
const SAID_BY_ONE_DOCUMENT = new Set(
  'facts observations findings metrics documents contested unclaimed_numbers coverage bureau_years 单位年度'.split(
    ' ',
  ),
);

it.each(Object.entries(PROMISED))(
  'the view %s begins with the columns of the contract',
  async (view, columns) => {
    const { sqlite } = await emptyWarehouse();
    const promised = columns.split(', ');
    expect(viewColumns(sqlite, view).slice(0, promised.length)).toEqual(promised);
  },
);

it('the dictionary explains every column of every view, and nothing else', async () => {
  const { sqlite } = await emptyWarehouse();
  expect(Object.keys(DICTIONARY).sort()).toEqual(Object.keys(VIEWS).sort());
  for (const view of Object.keys(VIEWS)) {
    expect(Object.keys(DICTIONARY[view]!.columns).sort(), view).toEqual(viewColumns(sqlite, view).sort());
    const listed = sqlite
      .prepare('SELECT "column" FROM dictionary WHERE view = ? AND position > 0 ORDER BY position')
      .pluck();
    expect(listed.all(view), view).toEqual(viewColumns(sqlite, view));
  }
});

it('every table says its grain', async () => {
  const { sqlite } = await emptyWarehouse();
  const tables = sqlite
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'kysely_*'`,
    )
    .all();
  expect(tables.length).toBeGreaterThan(20);
  for (const { name, sql } of tables) {
    expect(sql, name).toContain('-- one row per');
    expect(sql, name).toContain('STRICT');
  }
});

it('the views show yuan and percent, and the words and places of the facts', async () => {
  const warehouse = await emptyWarehouse();
  saveReading(warehouse, sampleReading('d-1', 'a'));
  saveBureauResults(warehouse, 'a', sampleResults('d-1', 'a'));
  saveMetrics(warehouse, [sampleMetric('a')]);
  const { db } = warehouse;
  expect(await db.selectFrom('facts').select(['value', 'ulp', 'locator', 'concept_zh']).execute()).toEqual([
    {
      value: 123456,
      ulp: 100,
      locator: '第3页 表2 第5行 第2列',
      concept_zh: conceptById('expenditure').zh,
    },
    {
      value: 99999,
      ulp: 100,
      locator: '文本第7行',
      concept_zh: conceptById('expenditure').zh,
    },
  ]);
  expect(
    await db.selectFrom('observations').select(['value', 'fact_count', 'source_file', 'quote']).execute(),
  ).toEqual([
    {
      value: 123456,
      fact_count: 2,
      source_file: 'd-1.pdf',
      quote: '支出决算总表 ‖ 决算数 ‖ 本年支出合计 ‖ 12.34 56',
    },
  ]);
  expect(await db.selectFrom('findings').select(['expected', 'printed', 'difference']).execute()).toEqual([
    { expected: 123456, printed: 99999, difference: -23457 },
  ]);
  expect(await db.selectFrom('contested').select(['role', 'value', 'accepted_value']).execute()).toEqual([
    { role: 'supporting', value: 123456, accepted_value: 123456 },
    { role: 'contradicting', value: 99999, accepted_value: 123456 },
  ]);
  expect(await db.selectFrom('metrics').select(['metric', 'value', 'project']).execute()).toEqual([
    { metric: 'execution_rate.original', value: 98.89, project: null },
  ]);
  expect(await db.selectFrom('unclaimed_numbers').select(['text', 'reason', 'money']).execute()).toEqual([
    { text: '77.7', reason: '没有单位', money: 1 },
  ]);
  expect(
    await db.selectFrom('coverage').select(['bureau_id', 'state', 'documents', 'facts']).execute(),
  ).toEqual([{ bureau_id: 'a', state: 'extracted', documents: 1, facts: 2 }]);
});

const hasSqlite = spawnSync('sqlite3', ['-version']).status === 0;

it.skipIf(!hasSqlite)(
  'every column of every view can be read by the sqlite3 of the system (skipped: none here)',
  async () => {
    const path = join(temporaryFolder(), 'warehouse.db');
    const copy = await openWorkingCopy(path);
    saveReading(copy.warehouse, sampleReading('d-1', 'a'));
    saveBureauResults(copy.warehouse, 'a', sampleResults('d-1', 'a'));
    saveMetrics(copy.warehouse, [sampleMetric('a')]);
    await copy.publish();
    for (const view of Object.keys(VIEWS)) {
      const { status, stdout, stderr } = spawnSync('sqlite3', ['-readonly', path, `SELECT * FROM ${view}`]);
      expect({ view, status, stderr: String(stderr) }).toEqual({ view, status: 0, stderr: '' });
      if (SAID_BY_ONE_DOCUMENT.has(view)) expect(String(stdout), view).not.toBe('');
    }
  },
);

import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openWarehouse } from '../../warehouse/connect.ts';
import { saveReading } from '../../warehouse/documents.ts';
import { ENUMERATIONS } from '../../warehouse/enumerations.ts';
import { MIGRATIONS } from '../../warehouse/migrations/index.ts';
import { saveBureauResults } from '../../warehouse/results.ts';
import { finishRun, recordStage, startRun } from '../../warehouse/runs.ts';
import { readState, writeState } from '../../warehouse/state.ts';
import { contentOf, emptyWarehouse, sampleReading, sampleResults, temporaryFolder } from './sample.ts';

it('builds an empty file up to the newest tables, and opening it again changes nothing', async () => {
  const path = join(temporaryFolder(), 'warehouse.db');
  const first = await openWarehouse(path);
  const applied = first.sqlite.prepare('SELECT name FROM kysely_migration ORDER BY name').pluck().all();
  expect(applied).toEqual(Object.keys(MIGRATIONS));
  expect(first.sqlite.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(first.sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(first.sqlite.pragma('foreign_key_check')).toEqual([]);
  const content = contentOf(first);
  await first.close();
  const bytes = readFileSync(path);
  const second = await openWarehouse(path);
  expect(contentOf(second)).toEqual(content);
  await second.close();
  expect(readFileSync(path).equals(bytes)).toBe(true);
});

it('installs a view again when its text is not the present one, and drops one that is no longer wanted', async () => {
  const path = join(temporaryFolder(), 'warehouse.db');
  const first = await openWarehouse(path);
  first.sqlite.exec('DROP VIEW runs; CREATE VIEW runs AS SELECT 1 AS run_id; CREATE VIEW old AS SELECT 1');
  await first.close();
  const second = await openWarehouse(path);
  expect(await second.db.selectFrom('runs').select('started_at').execute()).toEqual([]);
  expect(second.sqlite.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'old'`).get()).toBeUndefined();
  await second.close();
});

it('refuses to write through a connection opened for reading', async () => {
  const path = join(temporaryFolder(), 'warehouse.db');
  await (await openWarehouse(path)).close();
  const reader = await openWarehouse(path, { readonly: true });
  expect(() => saveReading(reader, sampleReading('d-1', 'a'))).toThrow(/没有写入权限/);
  await reader.close();
});

const migrationLost = (path: string, change: string) => {
  const sqlite = new BetterSqlite3(path);
  sqlite.exec(change);
  sqlite.close();
};

it.each([
  [
    'a file that is no database',
    'damaged',
    /不是 SQLite 数据库/,
    (path: string) => writeFileSync(path, '<html>404</html>'.repeat(50)),
  ],
  ['a file that was cut off', 'damaged', /被截断/, (path: string) => truncateSync(path, 20_000)],
  [
    'a warehouse of a newer program',
    'newer_schema',
    /请升级程序/,
    (path: string) => migrationLost(path, `INSERT INTO kysely_migration VALUES ('9999-later', '')`),
  ],
  [
    'the database of another program',
    'damaged',
    /别的程序/,
    (path: string) => migrationLost(path, 'DROP TABLE kysely_migration'),
  ],
  [
    'tables that admit values which the program no longer knows',
    'older_schema',
    /枚举/,
    (path: string) =>
      migrationLost(
        path,
        `UPDATE warehouse_state SET value = '{"remarkKind":["of_old"]}' WHERE name = 'enumerations'`,
      ),
  ],
])('says in Chinese what to do about %s', async (_what, code, message, damage) => {
  const path = join(temporaryFolder(), 'warehouse.db');
  const warehouse = await openWarehouse(path);
  warehouse.sqlite.pragma('journal_mode = DELETE');
  await warehouse.close();
  damage(path);
  const opening = openWarehouse(path);
  await expect(opening).rejects.toThrow(message);
  await expect(opening).rejects.toMatchObject({ name: 'WarehouseError', code });
});

it('lets columns admit what a vocabulary has gained since their table was made, and keeps every row', async () => {
  const path = join(temporaryFolder(), 'warehouse.db');
  const made = await openWarehouse(path);
  const youngest = ENUMERATIONS.changeKind.at(-1)!;
  narrow(made.sqlite, 'change_rows', youngest);
  const older = { ...ENUMERATIONS, changeKind: ENUMERATIONS.changeKind.slice(0, -1) };
  writeState(made, 'enumerations', JSON.stringify(older));
  const runId = startRun(made, '2025-01-01T00:00:00.000Z');
  await made.close();

  const { sqlite, close } = await openWarehouse(path);
  const add = `INSERT INTO change_rows (run_id, ordinal, kind, "key", what, why) VALUES (${runId}, 1, ?, '', '', '')`;
  sqlite.prepare(add).run(youngest);
  expect(() => sqlite.prepare(add.replace(', 1,', ', 2,')).run('no such kind')).toThrow(/CHECK/);
  expect(sqlite.prepare('SELECT count(*) FROM run_rows').pluck().get()).toBe(1);
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  await close();
});

it('drops the columns of observations that no version filled, and keeps every row', async () => {
  const path = join(temporaryFolder(), 'warehouse.db');
  const made = await openWarehouse(path);
  const { sqlite } = made;
  saveReading(made, sampleReading('d-1', 'a'));
  saveBureauResults(made, 'a', sampleResults('d-1', 'a'));
  const shown = 'SELECT * FROM observations';
  const before = sqlite.prepare(shown).all();
  expect(before).toHaveLength(1);
  for (const column of ['locator', 'quote'])
    sqlite.exec(`ALTER TABLE observation_rows ADD COLUMN ${column} TEXT`);
  sqlite.exec(`DELETE FROM kysely_migration WHERE name = '0010-observations-point-at-facts'`);
  await made.close();

  const migrated = await openWarehouse(path);
  const columns = migrated.sqlite
    .prepare(`SELECT name FROM pragma_table_info('observation_rows')`)
    .pluck()
    .all();
  expect(columns).not.toContain('locator');
  expect(columns).not.toContain('quote');
  expect(migrated.sqlite.prepare(shown).all()).toEqual(before);
  await migrated.close();
});

it('admits in columns with a closed list of texts what the enumerations hold, and nothing else', async () => {
  const { sqlite, close } = await openWarehouse(':memory:');
  const texts = sqlite
    .prepare<[], string>(`SELECT sql FROM sqlite_schema WHERE type = 'table'`)
    .pluck()
    .all();
  const lists = texts.flatMap((sql) => sql.match(/ IN \('[^)]*'\)/g) ?? []);
  const known = Object.values(ENUMERATIONS).map(
    (values) => ` IN (${values.map((value) => `'${value}'`).join(', ')})`,
  );
  expect(lists.length).toBeGreaterThan(20);
  expect(lists.filter((list) => !known.includes(list))).toEqual([]);
  await close();
});

it('knows what had to hold for every check that a finding can name', async () => {
  const { sqlite, close } = await openWarehouse(':memory:');
  const known = sqlite.prepare<[], string>('SELECT check_name FROM checks').pluck().all();
  expect(known).toEqual(
    expect.arrayContaining(['ocr.unconfirmed', 'correction.stale', 'correction.unmatched']),
  );
  await close();
});

/** As a program would have made the table before there was this value. */
function narrow(sqlite: BetterSqlite3.Database, table: string, value: string): void {
  sqlite.unsafeMode(true);
  sqlite.pragma('writable_schema = ON');
  sqlite
    .prepare(`UPDATE sqlite_schema SET sql = replace(sql, ?, '') WHERE type = 'table' AND name = ?`)
    .run(`, '${value}'`, table);
  sqlite.pragma('writable_schema = RESET');
  sqlite.unsafeMode(false);
}

it('says what to do about a page that was overwritten in the middle of the file', async () => {
  const path = join(temporaryFolder(), 'warehouse.db');
  await (await openWarehouse(path)).close();
  const bytes = readFileSync(path);
  bytes.fill(0xaa, 4096, bytes.length);
  writeFileSync(path, bytes);
  await expect(openWarehouse(path)).rejects.toMatchObject({ code: 'damaged' });
});

it.each([
  ['is missing and only to be read', 'none.db', true, 'not_found'],
  ['lies in a folder that does not exist', 'none/warehouse.db', false, 'not_found'],
  ['is a folder', 'folder', false, 'not_found'],
])('says what to do where the file %s', async (_what, name, readonly, code) => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'folder'));
  const path = join(folder, name);
  await expect(openWarehouse(path, { readonly })).rejects.toMatchObject({ name: 'WarehouseError', code });
  if (readonly) expect(existsSync(path)).toBe(false);
});

it('asks a reader to have an older warehouse brought up to date first', async () => {
  const path = join(temporaryFolder(), 'warehouse.db');
  await (await openWarehouse(path)).close();
  migrationLost(path, `DELETE FROM kysely_migration WHERE name LIKE '0003%'`);
  await expect(openWarehouse(path, { readonly: true })).rejects.toMatchObject({ code: 'older_schema' });
});

it('numbers runs, counts what the views show, and says of a killed run that it was interrupted', async () => {
  const warehouse = await emptyWarehouse();
  expect(startRun(warehouse, '2025-01-01T02:00:00+08:00')).toBe(1);
  const runId = startRun(warehouse, '2025-01-02T02:00:00+08:00');
  saveReading(warehouse, sampleReading('d-1', 'a'));
  recordStage(warehouse, runId, {
    stage: 'read',
    documentId: 'd-1',
    state: 'failed',
    attempts: 1,
    durationMs: 4.6,
    error: '超时',
  });
  recordStage(warehouse, runId, {
    stage: 'read',
    documentId: 'd-1',
    state: 'done',
    attempts: 2,
    durationMs: 7,
    error: null,
  });
  recordStage(warehouse, runId, {
    stage: 'metrics',
    documentId: null,
    state: 'done',
    attempts: 1,
    durationMs: 0,
    error: null,
  });
  const finishedAt = '2025-01-02T02:01:00+08:00';
  finishRun(warehouse, runId, {
    finishedAt,
    state: 'finished',
    documentsSeen: 1,
    documentsRead: 1,
    documentsFailed: 0,
  });
  const runs = await warehouse.db
    .selectFrom('runs')
    .select(['run_id', 'state', 'facts'])
    .orderBy('run_id')
    .execute();
  expect(runs).toEqual([
    { run_id: 1, state: 'interrupted', facts: 0 },
    { run_id: 2, state: 'finished', facts: 2 },
  ]);
  expect(
    await warehouse.db.selectFrom('run_stages').select(['stage', 'attempts', 'state']).execute(),
  ).toEqual([
    { stage: 'metrics', attempts: 1, state: 'done' },
    { stage: 'read', attempts: 2, state: 'done' },
  ]);
});

it('remembers named values from run to run', async () => {
  const warehouse = await emptyWarehouse();
  expect(readState(warehouse, 'results_version')).toBeNull();
  writeState(warehouse, 'results_version', '1');
  writeState(warehouse, 'results_version', '2');
  expect(readState(warehouse, 'results_version')).toBe('2');
});

/** A night quite unlike the one before is held back; what is published stays until a person decides. */
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failedGates, GATES, type NightMeasures } from '../../pipeline/gates.ts';
import { GATE_DEFAULTS } from '../../pipeline/night-settings.ts';
import { nightlyOptions } from '../../pipeline/options.ts';
import { rebuild } from '../../pipeline/rebuild.ts';
import { loadRejection } from '../../pipeline/rejection.ts';
import { rollback } from '../../pipeline/rollback.ts';
import { inventedAccounts } from '../support/invented-reports.ts';
import { ask, contentOf, makePlace, type Place, quietRun, runNight } from '../support/run-night.ts';

const USUAL: NightMeasures = {
  ...{ documents: 100, unread: 2, bureaus: 20, registered: 40, coverage: 60 },
  ...{ facts: 10_000, observations: 8_000, errors: 40 },
};

describe('the bands', () => {
  it.each<[string, Partial<NightMeasures>, string[]]>([
    ['the same night again', {}, []],
    [
      'as much as may be lost',
      { documents: 80, bureaus: 16, coverage: 48, facts: 8_000, observations: 6_400 },
      [],
    ],
    [
      'half the documents gone',
      { documents: 50, facts: 5_000, observations: 4_000 },
      ['lostDocumentsPercent', 'lostFactsPercent', 'lostObservationsPercent'],
    ],
    ['bureaus that are taken for strangers', { bureaus: 12 }, ['lostBureausPercent']],
    ['a registry that lost a file', { registered: 30 }, ['lostRegisteredPercent']],
    ['years that vanish', { coverage: 30 }, ['lostCoveragePercent']],
    ['a layout that matches no longer', { facts: 7_900 }, ['lostFactsPercent']],
    ['a table that is read twice', { facts: 16_000 }, ['moreFactsPerDocumentPercent']],
    [
      'a large delivery',
      { documents: 300, bureaus: 60, coverage: 180, facts: 30_000, observations: 24_000, errors: 120 },
      [],
    ],
    ['readers that fail', { documents: 85, unread: 17, facts: 9_000 }, ['moreUnreadPoints']],
    ['contradictions by the hundred', { errors: 200 }, ['moreErrorsPercent']],
  ])('%s', (_, changed, expected) => {
    const failed = failedGates(USUAL, { ...USUAL, ...changed }, GATE_DEFAULTS);
    expect(failed.map(({ gate }) => gate)).toEqual(expected);
  });

  it('every band has a setting, and every setting a band', () => {
    const settings = Object.keys(GATE_DEFAULTS).filter((name) => name !== 'fewestDocuments');
    expect(GATES.map(({ setting }) => setting).sort()).toEqual(settings.sort());
  });

  it('hold nothing back on the first night, nor where there are few documents', () => {
    const nothing = { ...USUAL, documents: 0, facts: 0 };
    expect(failedGates(null, nothing, GATE_DEFAULTS)).toEqual([]);
    expect(failedGates({ ...USUAL, documents: 19 }, nothing, GATE_DEFAULTS)).toEqual([]);
  });
});

let place: Place;
beforeEach(() => {
  place = makePlace();
  for (let year = 2015; year < 2025; year += 1) put(year, 100);
});
afterEach(() => place.remove());

function put(year: number, basic: number): void {
  place.put(`${year}.txt`, inventedAccounts('示例县财政局', year, { basic, project: 10 }));
}
const strict = { gates: { ...GATE_DEFAULTS, fewestDocuments: 5 } };
const rejected = () => join(place.data, 'warehouse.rejected.db');
const runs = () => ask(place.data, 'SELECT run_id, state, action, note FROM runs ORDER BY run_id');
const options = () => nightlyOptions({ inbox: place.inbox, data: place.data });
const kept = () => readdirSync(join(place.data, 'history')).sort();

async function loseHalf(): Promise<void> {
  for (let year = 2015; year < 2020; year += 1) rmSync(join(place.inbox, `${year}.txt`));
  await expect(runNight(place, {}, strict)).rejects.toThrow('没有发布');
}

describe('a night that fails a gate', () => {
  it('leaves the published warehouse as it was, and itself for a person to look at', async () => {
    await runNight(place, {}, strict);
    const before = contentOf(place.data);
    await loseHalf();
    expect(contentOf(place.data)).toEqual(before);
    expect(await loadRejection(place.data)).toMatchObject({
      run: 2,
      failures: expect.arrayContaining([expect.objectContaining({ gate: 'lostDocumentsPercent' })]),
    });
    const sqlite = new BetterSqlite3(rejected(), { readonly: true });
    expect(sqlite.prepare('SELECT count(*) FROM documents WHERE state = ?').pluck().get('extracted')).toBe(5);
    sqlite.close();
  });

  it('is published by --accept without reading anything again', async () => {
    await runNight(place, {}, strict);
    await loseHalf();
    const effects = { openReaders: () => expect.unreachable('a reader was started') };
    expect(await runNight(place, effects, { ...strict, accept: true })).toMatchObject({
      read: 0,
      unchanged: 5,
    });
    expect(existsSync(rejected())).toBe(false);
    expect(runs()).toMatchObject([
      { run_id: 1, state: 'finished' },
      { run_id: 2, state: 'failed', note: expect.stringContaining('lostDocumentsPercent') },
      { run_id: 3, state: 'finished', note: '经人工确认后发布' },
    ]);
  });

  it('passes by itself once what was missing is back', async () => {
    await runNight(place, {}, strict);
    const before = contentOf(place.data);
    await loseHalf();
    for (let year = 2015; year < 2020; year += 1) put(year, 100);
    await runNight(place, {}, strict);
    expect(contentOf(place.data)).toEqual(before);
  });
});

describe('an earlier warehouse', () => {
  it('is kept for every night that changed something, and the oldest goes', async () => {
    const retention = { runDetails: 400, warehouses: 2, logDays: 30 };
    for (const basic of [100, 101, 102, 103]) {
      put(2024, basic);
      await runNight(place, {}, { retention });
      await runNight(place, {}, { retention });
    }
    expect(kept()).toEqual(['warehouse-4.db', 'warehouse-6.db']);
  });

  it('is put back as it was, says so in the runs, and stays until somebody accepts a night', async () => {
    await runNight(place);
    const before = contentOf(place.data);
    put(2024, 200);
    await runNight(place);
    const after = contentOf(place.data);
    expect(await rollback(options(), null, quietRun())).toBe(1);
    expect(contentOf(place.data)).toEqual(before);
    expect(runs().at(-1)).toMatchObject({
      run_id: 3,
      action: 'rollback',
      note: expect.stringContaining('第 1 次'),
    });
    await expect(runNight(place)).rejects.toThrow('第 1 次运行');
    expect(contentOf(place.data)).toEqual(before);
    await runNight(place, {}, { accept: true });
    expect(contentOf(place.data)).toEqual(after);
    await runNight(place);
  });

  it.each<[string, (warehouse: string) => void]>([
    ['that is no database', (path) => writeFileSync(path, 'no database')],
    ['that a power cut left without a byte', (path) => writeFileSync(path, '')],
    ['that lacks its end', (path) => truncateSync(path, 100_000)],
    ['with garbage in its middle', (path) => overwrite(path, 0.2, 0.8)],
  ])('takes the place of one %s', async (_, damage) => {
    await runNight(place);
    const before = contentOf(place.data);
    put(2024, 200);
    await runNight(place);
    damage(join(place.data, 'warehouse.db'));
    put(2024, 300);
    await expect(runNight(place)).rejects.toThrow(/(?:损坏|不完整).*duibiao rollback/);
    await rollback(options(), 1, quietRun());
    expect(contentOf(place.data)).toEqual(before);
    expect(existsSync(join(place.data, 'warehouse.damaged.db'))).toBe(true);
  });

  it('that nobody kept is named as such', async () => {
    await runNight(place);
    await expect(rollback(options(), 1, quietRun())).rejects.toThrow('还没有更早的数据仓库');
  });
});

/** Garbage between these shares of a file. */
function overwrite(path: string, from: number, until: number): void {
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0xa5, Math.floor(from * bytes.length), Math.floor(until * bytes.length)));
}

describe('a rebuild', () => {
  async function fill(): Promise<void> {
    place.put('manifest.csv', 'file,bureau,region_code\n2016.txt,示例县审计局,\nmissing.txt,,\n');
    place.put('copy/2020.txt', inventedAccounts('示例县财政局', 2020, { basic: 100, project: 10 }));
    place.put('broken.pdf', '%PDF-1.7 and no more');
    place.put('empty.txt', '');
    await runNight(place);
    put(2024, 150);
    rmSync(join(place.inbox, '2015.txt'));
    await runNight(place);
    place.put('corrections.csv', '');
    await runNight(place);
  }

  it('from the archive alone comes to the same warehouse', async () => {
    await fill();
    const before = contentOf(place.data);
    const seen = ask(place.data, 'SELECT document_id, first_seen_at FROM documents ORDER BY 1');
    renameSync(place.inbox, join(place.folder, 'gone'));
    const summary = await rebuild(options(), quietRun());
    expect(contentOf(place.data)).toEqual(before);
    expect(ask(place.data, 'SELECT document_id, first_seen_at FROM documents ORDER BY 1')).toEqual(seen);
    expect(summary.failures).toEqual([]);
    expect(runs().map(({ action }) => action)).toEqual(['nightly', 'nightly', 'nightly', 'rebuild']);
    renameSync(join(place.folder, 'gone'), place.inbox);
    expect(await runNight(place)).toMatchObject({ read: 0 });
    expect(contentOf(place.data)).toEqual(before);
  });

  it('does not need the warehouse that it replaces', async () => {
    await fill();
    const before = contentOf(place.data);
    writeFileSync(join(place.data, 'warehouse.db'), 'no database');
    await rebuild(options(), quietRun());
    expect(contentOf(place.data)).toEqual(before);
  });

  it('says where it has nothing to go by', async () => {
    await runNight(place);
    rmSync(join(place.data, 'intake.json'));
    await expect(rebuild(options(), quietRun())).rejects.toThrow('无法由归档重建');
  });
});

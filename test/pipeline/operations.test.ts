/** What keeps nights running while nobody looks: schedule, health, messages, log; and what a broken machine does to them. */

import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  ask as askAll,
  BUREAU_QUESTIONS,
  DOCUMENT_QUESTIONS,
  documentsNamed,
} from '../../pipeline/diagnose.ts';
import { checkArchive, checkClock, checkLock, checkWarehouse } from '../../pipeline/doctor/data.ts';
import { checkNode, checkTool, TOOLS } from '../../pipeline/doctor/machine.ts';
import { type Health, readHealth, writeHealth } from '../../pipeline/health.ts';
import { takeLock } from '../../pipeline/lock.ts';
import { openLog } from '../../pipeline/log.ts';
import { type NightReport, reportOfFailure, reportOfNight } from '../../pipeline/night-report.ts';
import { DEFAULT_SETTINGS } from '../../pipeline/night-settings.ts';
import { nightly } from '../../pipeline/nightly.ts';
import { isWanted, notify } from '../../pipeline/notify.ts';
import { operate } from '../../pipeline/operate.ts';
import { dataPaths, nightlyOptions } from '../../pipeline/options.ts';
import { readInPlace } from '../../pipeline/read-in-place.ts';
import type { ReadingPool } from '../../pipeline/reading-pool.ts';
import { isOwed, lastDue, parseTime, schedule } from '../../pipeline/schedule.ts';
import { localFiles } from '../../sources/inbox-files.ts';
import { openWarehouse } from '../../warehouse/connect.ts';
import { runCommand } from '../support/console.ts';
import { inventedAccounts } from '../support/invented-reports.ts';
import { listen, portOf } from '../support/loopback.ts';
import { ask, contentOf, makePlace, type Place, quietRun, runNight } from '../support/run-night.ts';

let place: Place;
beforeEach(() => {
  place = makePlace();
  for (const year of [2022, 2023, 2024]) put(year);
});
afterEach(() => place.remove());

function put(year: number, basic = 100): void {
  place.put(`${year}.txt`, inventedAccounts('示例县财政局', year, { basic, project: 10 }));
}

describe('the schedule', () => {
  const at = parseTime('02:30');

  it.each([
    // 北京时间 is eight hours ahead: 02:30 there is 18:30 of the day before.
    ['2025-08-15T18:29:59Z', '2025-08-14T18:30:00.000Z'],
    ['2025-08-15T18:30:00Z', '2025-08-15T18:30:00.000Z'],
    ['2025-08-16T03:00:00Z', '2025-08-15T18:30:00.000Z'],
    ['2026-01-01T00:00:00Z', '2025-12-31T18:30:00.000Z'],
  ])('at %s the last run was due at %s', (now, due) => {
    expect(lastDue(new Date(now), at).toISOString()).toBe(due);
  });

  it('owes a run where the last success is older than the last due time, or where there is none', () => {
    const now = new Date('2025-08-16T03:00:00Z');
    expect(isOwed(null, now, at)).toBe(true);
    expect(isOwed(new Date('2025-08-15T18:29:00Z'), now, at)).toBe(true);
    expect(isOwed(new Date('2025-08-15T18:30:01Z'), now, at)).toBe(false);
    // A clock that ran ahead told of a night that is yet to come.
    expect(isOwed(new Date('2031-08-15T18:30:01Z'), now, at)).toBe(true);
  });

  it.each(['25:00', '2:5', 'noon', '02:60', ''])('takes %j for no time of day', (text) => {
    expect(() => parseTime(text)).toThrow('02:30');
  });

  it('makes up for a missed run once, and waits for the night under way before it stops', async () => {
    let nights = 0;
    let ended = false;
    let finish = () => {};
    const scheduled = schedule(at, {
      now: () => new Date('2025-08-16T03:00:00Z'),
      lastSuccess: () => null,
      runNight: () =>
        new Promise((resolve) => {
          nights += 1;
          finish = resolve;
        }),
    });
    const stopped = scheduled.stop().then(() => {
      ended = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([nights, ended]).toEqual([1, false]);
    finish();
    await stopped;
    expect(ended).toBe(true);
  });

  it('makes up for an hour that the machine slept through, as soon as it wakes', async () => {
    vi.useFakeTimers({ now: Date.parse('2025-08-15T17:00:00Z') });
    try {
      let nights = 0;
      const scheduled = schedule(
        { hour: 2, minute: 30 },
        {
          now: () => new Date(),
          lastSuccess: () => new Date('2025-08-14T18:30:00Z'),
          async runNight() {
            nights += 1;
          },
        },
      );
      expect(nights).toBe(0);
      vi.setSystemTime(Date.parse('2025-08-16T01:00:00Z'));
      await vi.advanceTimersByTimeAsync(2 * 3_600_000);
      expect(nights).toBe(1);
      await scheduled.stop();
    } finally {
      vi.useRealTimers();
    }
  });

  it('runs nothing at once where nothing is owed', async () => {
    const scheduled = schedule(at, {
      now: () => new Date('2025-08-16T03:00:00Z'),
      lastSuccess: () => new Date('2025-08-15T18:31:00Z'),
      runNight: () => expect.unreachable('a night was started'),
    });
    await scheduled.stop();
  });
});

describe('a night asked to end', () => {
  it('finishes the document in hand, publishes nothing, and goes on the next time', async () => {
    await runNight(place);
    const before = contentOf(place.data);
    for (const year of [2019, 2020, 2021]) put(year);
    let read = 0;
    const readers = (): ReadingPool => ({
      ...readInPlace(),
      read(job) {
        read += 1;
        return readInPlace().read(job);
      },
    });
    const stopping = { isStopping: () => read > 0, openReaders: readers };
    await expect(runNight(place, stopping)).rejects.toMatchObject({ status: 143 });
    expect(contentOf(place.data)).toEqual(before);
    expect(read).toBe(1);
    expect(await runNight(place)).toMatchObject({ read: 2, unchanged: 4 });
  });
});

describe('a reader that dies', () => {
  it('is replaced once, and the attempts are in the ledger', async () => {
    let deaths = 0;
    const dying: ReadingPool = {
      ...readInPlace(),
      async read(job) {
        const reading = await readInPlace().read(job);
        if (job.raw.sourceFile !== '2023.txt' || deaths > 0) return reading;
        deaths += 1;
        const gone = {
          state: 'quarantined',
          code: 'internal_error',
          reason: '意外终止',
          stage: 'read',
        } as const;
        return { ...gone, detail: null, mediaType: null, pages: null, disclosure: null, readerDied: true };
      },
    };
    expect(await runNight(place, { openReaders: () => dying })).toMatchObject({ read: 3, quarantined: [] });
    expect(
      ask(place.data, "SELECT state, attempts FROM run_stages WHERE document_id <> '' ORDER BY attempts"),
    ).toEqual([1, 1, 2].map((attempts) => ({ state: 'done', attempts })));
  });

  it('by running out of time is tried on five nights, then only when somebody asks; such a night is no news', async () => {
    let tries = 0;
    const slow: ReadingPool = {
      ...readInPlace(),
      async read(job) {
        if (job.raw.sourceFile !== '2023.txt') return readInPlace().read(job);
        tries += 1;
        const late = { state: 'quarantined', code: 'timed_out', reason: '太久', stage: 'read' } as const;
        return { ...late, detail: null, mediaType: null, pages: null, disclosure: null };
      },
    };
    for (let night = 0; night < 7; night += 1) await runNight(place, { openReaders: () => slow });
    expect(tries).toBe(5);
    expect(existsSync(join(place.data, 'history'))).toBe(false);
    await runNight(place, { openReaders: () => slow }, { retry: true });
    expect(tries).toBe(6);
  });
});

describe('those who were not there', () => {
  const options = () => nightlyOptions({ inbox: place.inbox, data: place.data });
  const night = (effects = {}) => {
    const run = quietRun(effects);
    return operate(options(), run, (told) => nightly(options(), told));
  };
  const health = () => readHealth(dataPaths(place.data).health)!;

  it('find in the health file how the last night went, and when one last succeeded', async () => {
    await night();
    expect(health()).toMatchObject({ state: 'ok', figures: { read: 3, quarantined: 0 } });
    const { lastSuccessAt } = health();
    put(2021);
    const broken = {
      openReaders: (): ReadingPool => ({
        read: () => Promise.reject(new Error('no reader')),
        close: async () => {},
      }),
    };
    await expect(night(broken)).rejects.toThrow('no reader');
    expect(health()).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('no reader'),
      lastSuccessAt,
    });
    place.put('broken.pdf', '%PDF-1.7');
    await night();
    expect(health()).toMatchObject({ state: 'attention' });
  });

  it('see that a night is under way, and read in the morning that it was killed', async () => {
    await night();
    const { lastSuccessAt } = health();
    put(2021);
    let during: Health | null = null;
    const looking = (): ReadingPool => {
      during = health();
      return readInPlace();
    };
    await night({ openReaders: looking });
    expect(during).toMatchObject({ state: 'running', pid: process.pid, finishedAt: null, lastSuccessAt });
    // No process has this number any more.
    writeHealth(dataPaths(place.data).health, { ...during!, pid: 2 ** 22 + 1 });
    const { out } = await runCommand(['status', '--data', place.data]);
    expect(out.split('\n')[0]).toContain('中断');
  });

  it('are not told of a run that found another one at work', async () => {
    await night();
    const before = health();
    const lock = takeLock(dataPaths(place.data).lock, () => new Date());
    writeFileSync(
      dataPaths(place.data).lock,
      readFileSync(dataPaths(place.data).lock, 'utf8').replace(
        `"pid":${process.pid}`,
        `"pid":${process.ppid}`,
      ),
    );
    utimesSync(dataPaths(place.data).lock, new Date(), new Date());
    await expect(night({ now: () => new Date() })).rejects.toThrow('另一次运行');
    expect(health()).toEqual(before);
    lock.release();
  });

  it('find each document in the log, with its run, in a file a day; old files go', async () => {
    const { logs } = dataPaths(place.data);
    await runNight(place);
    const log = openLog(
      logs,
      30,
      () => new Date('2025-08-15T17:00:00Z'),
      () => {},
    );
    log.info('document', { run: 1, document: 'd-1' });
    expect(readdirSync(logs)).toEqual(['2025-08-16.jsonl']);
    expect(JSON.parse(readFileSync(join(logs, '2025-08-16.jsonl'), 'utf8'))).toMatchObject({
      event: 'document',
      run: 1,
      document: 'd-1',
    });
    openLog(
      logs,
      30,
      () => new Date('2025-10-01T00:00:00Z'),
      () => {},
    ).info('published', {});
    expect(readdirSync(logs)).toEqual(['2025-10-01.jsonl']);
  });

  const report: NightReport = {
    ...{
      program: 'duibiao',
      state: 'attention',
      startedAt: '2025-08-15T18:30:00Z',
      finishedAt: '2025-08-15T18:31:00Z',
    },
    ...{
      message: null,
      figures: { read: 1 },
      changes: { document_new: 1 },
      attention: ['a.pdf [damaged] 打不开'],
    },
  };

  it('get a message by webhook, on an address that the settings allow and on no other private one', async () => {
    const got: string[] = [];
    const server = createServer((request, response) => {
      request.on('data', (piece) => got.push(String(piece))).on('end', () => response.end());
    });
    await listen(server);
    try {
      const host = `127.0.0.1:${portOf(server)}`;
      const settings = { ...DEFAULT_SETTINGS.notify, webhook: `http://${host}/night`, seconds: 5 };
      expect(await notify(report, settings)).toEqual([expect.stringContaining('内网')]);
      expect(got).toEqual([]);
      expect(await notify(report, { ...settings, allowHosts: [host] })).toEqual([]);
      expect(JSON.parse(got.join(''))).toEqual(report);
    } finally {
      server.close();
    }
  });

  it('get it by a mail program, whose arguments no shell reads', async () => {
    const out = join(place.folder, 'mail $(touch x).txt');
    const mail = [
      process.execPath,
      '-e',
      'require("fs").writeFileSync(process.argv[1], require("fs").readFileSync(0))',
      out,
    ];
    expect(await notify(report, { ...DEFAULT_SETTINGS.notify, mail })).toEqual([]);
    expect(readFileSync(out, 'utf8')).toContain('a.pdf [damaged] 打不开');
    expect(await notify(report, { ...DEFAULT_SETTINGS.notify, mail: ['no-such-program'] })).toHaveLength(1);
  });

  it.each<[Partial<NightReport>, boolean, boolean]>([
    [{}, true, true],
    [{ state: 'ok', attention: [] }, true, false],
    [{ state: 'ok', attention: [], changes: {} }, false, false],
  ])('%j is sent on changes: %s, on problems: %s', (changed, onChanges, onProblems) => {
    const each = { ...report, ...changed };
    expect([isWanted(each, 'always'), isWanted(each, 'changes'), isWanted(each, 'problems')]).toEqual([
      true,
      onChanges,
      onProblems,
    ]);
  });
});

describe('a machine in trouble', () => {
  it('where one output cannot be written writes the others, says so, and writes it the next night', async () => {
    const { workbook, site, dataset } = dataPaths(place.data);
    mkdirSync(join(workbook, 'in the way'), { recursive: true });
    const summary = await runNight(place);
    expect(summary.failures).toEqual([expect.objectContaining({ stage: 'output', what: 'workbook' })]);
    expect(readdirSync(site)).toContain('index.html');
    expect(readdirSync(dataset)).toContain('datapackage.json');
    rmSync(workbook, { recursive: true });
    expect((await runNight(place)).failures).toEqual([]);
    expect(readFileSync(workbook).subarray(0, 2).toString()).toBe('PK');
  });

  it('that takes no output at all has published all the same, and says so in words', async () => {
    mkdirSync(place.data);
    writeFileSync(join(place.data, 'out'), 'in the way');
    const summary = await runNight(place);
    expect(summary.failures.map(({ stage }) => stage)).toContain('output');
    expect(contentOf(place.data)).not.toEqual([]);
    const times = { startedAt: '', finishedAt: '' };
    expect(reportOfNight(summary, times).state).toBe('attention');
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    expect(reportOfFailure(full, times).message).toMatch(/^磁盘空间不足/);
    rmSync(join(place.data, 'out'));
    expect((await runNight(place)).failures).toEqual([]);
  });

  it('with a full disk leaves what was published, says so, and goes on when there is room', async () => {
    await runNight(place);
    const before = contentOf(place.data);
    for (const year of [2020, 2021]) put(year);
    const full = () => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    const noRoom: ReadingPool = { read: () => Promise.reject(full()), close: async () => {} };
    await expect(runNight(place, { openReaders: () => noRoom })).rejects.toThrow('ENOSPC');
    expect(contentOf(place.data)).toEqual(before);
    expect(await runNight(place)).toMatchObject({ read: 2, quarantined: [] });
  });

  it('with a full disk under the warehouse takes no document for broken', async () => {
    await runNight(place);
    const before = contentOf(place.data);
    for (let year = 2000; year < 2012; year += 1) put(year);
    // The first document takes what was left.
    let fill: (() => void) | null = null;
    const small = (): ReadingPool => ({
      ...readInPlace(),
      read(job) {
        fill?.();
        return readInPlace().read(job);
      },
    });
    const options = nightlyOptions({ inbox: place.inbox, data: place.data });
    const run = quietRun({ openReaders: small });
    const { throughStages } = await import('../../pipeline/night-stages.ts');
    const { findDocuments } = await import('../../pipeline/find-documents.ts');
    const { NO_REGISTRY } = await import('../../pipeline/night-registry.ts');
    const input = await findDocuments(options, run, new Map());
    const work = {
      ...({ action: 'nightly', from: 'continue', input, registry: NO_REGISTRY } as const),
      corrections: { corrections: [], errors: [] },
      begin({ warehouse: { sqlite } }: { warehouse: Awaited<ReturnType<typeof openWarehouse>> }) {
        fill = () => sqlite.pragma(`max_page_count = ${sqlite.pragma('page_count', { simple: true })}`);
      },
    };
    await expect(throughStages(work, options, run)).rejects.toMatchObject({ code: 'disk_full' });
    expect(contentOf(place.data)).toEqual(before);
    expect(await runNight(place)).toMatchObject({ quarantined: [] });
  });

  it.skipIf(process.getuid?.() === 0)(
    'with a read-only data folder runs nothing and says which',
    async () => {
      await runNight(place);
      chmodSync(place.data, 0o555);
      try {
        await expect(runNight(place)).rejects.toThrow('没有写入权限');
      } finally {
        chmodSync(place.data, 0o755);
      }
    },
  );

  it('whose clock was set back still orders its runs, and writes what changed', async () => {
    await runNight(place, { now: () => new Date('2030-01-01T00:00:00Z') });
    const written = readFileSync(join(place.data, 'out', 'benchmark.xlsx'));
    put(2024, 300);
    await runNight(place, { now: () => new Date('2029-01-01T00:00:00Z') });
    const runs = ask<{ started_at: string; finished_at: string }>(
      place.data,
      'SELECT * FROM runs ORDER BY run_id',
    );
    expect(runs[1]!.started_at > runs[0]!.started_at).toBe(true);
    expect(runs[1]!.finished_at >= runs[1]!.started_at).toBe(true);
    expect(readFileSync(join(place.data, 'out', 'benchmark.xlsx')).equals(written)).toBe(false);
    expect(checkClock(dataPaths(place.data), new Date('2029-01-01T00:00:00Z'))).toMatchObject({
      state: 'error',
    });
    expect(checkClock(dataPaths(place.data), new Date('2031-01-01T00:00:00Z'))).toMatchObject({
      state: 'ok',
    });
  });

  it('that lost an archived file takes it in again from the inbox', async () => {
    await runNight(place);
    rmSync(join(place.data, 'archive'), { recursive: true });
    expect(checkArchive(dataPaths(place.data))).toMatchObject({ state: 'error' });
    await runNight(place);
    expect(checkArchive(dataPaths(place.data))).toMatchObject({ state: 'ok' });
  });
});

describe('the doctor', () => {
  it('finds a damaged archive and a damaged warehouse, and says how to recover', async () => {
    await runNight(place);
    const paths = dataPaths(place.data);
    expect(checkWarehouse(paths)).toMatchObject({ state: 'ok' });
    const [folder] = readdirSync(paths.archive);
    const [file] = readdirSync(join(paths.archive, folder!));
    chmodSync(join(paths.archive, folder!, file!), 0o644);
    writeFileSync(join(paths.archive, folder!, file!), 'something else');
    expect(checkArchive(paths).said[0]).toContain('duibiao archive verify');
    put(2024, 200);
    await runNight(place);
    writeFileSync(paths.warehouse, 'no database');
    const { state, said } = checkWarehouse(paths);
    expect(state).toBe('error');
    expect(said[0]).toContain('duibiao rollback 1 或 duibiao rebuild');
  });

  it.each([
    ['20.18.9', 'error'],
    ['20.19.0', 'ok'],
    ['24.1.0', 'ok'],
  ])('on Node %s: %s', (version, state) => {
    expect(checkNode(version).state).toBe(state);
  });

  it('names the command that installs each missing program', () => {
    for (const tool of TOOLS) {
      expect(checkTool({ ...tool, find: () => null }, null)).toMatchObject({
        state: 'warning',
        said: [expect.stringContaining('apt-get install'), expect.stringContaining('brew install')],
      });
    }
  });

  it('looks for the language data of scans where the settings say', () => {
    mkdirSync(place.data);
    const path = join(place.data, 'chi_sim.traineddata');
    const ocr = TOOLS.find(({ name: [, name] }) => name.startsWith('OCR'))!;
    writeFileSync(path, 'a download that broke off');
    expect(checkTool(ocr, place.data).said).not.toContain(place.data);
    writeFileSync(path, Buffer.alloc(1_500_000));
    expect(checkTool(ocr, place.data)).toMatchObject({ state: 'ok', said: [place.data, place.data] });
  });

  it('sees a lock', () => {
    const paths = dataPaths(place.data);
    expect(checkLock(paths).state).toBe('ok');
    const lock = takeLock(paths.lock, () => new Date());
    expect(checkLock(paths).state).toBe('warning');
    lock.release();
  });
});

it('a diagnosis asks nothing that the warehouse does not know', async () => {
  place.put('broken.pdf', '%PDF-1.7 and no more');
  await runNight(place);
  const warehouse = await openWarehouse(join(place.data, 'warehouse.db'), { readonly: true });
  try {
    const [broken] = documentsNamed(warehouse.sqlite, 'broken');
    const aboutBroken = askAll(warehouse.sqlite, DOCUMENT_QUESTIONS, broken!.id);
    expect(aboutBroken.find(({ en }) => en === 'In each run')?.rows).toMatchObject([
      { run_id: 1, state: 'failed' },
    ]);
    const [good] = documentsNamed(warehouse.sqlite, '2024.txt');
    const headings = askAll(warehouse.sqlite, DOCUMENT_QUESTIONS, good!.id).map(({ en }) => en);
    expect(headings).toEqual(
      expect.arrayContaining([
        'Recognised as',
        'Evidence',
        'Layouts that read it',
        'What became of its numbers',
      ]),
    );
    const bureau = ask<{ bureau_id: string }>(
      place.data,
      'SELECT bureau_id FROM documents WHERE bureau_id IS NOT NULL',
    )[0]!;
    const about = askAll(warehouse.sqlite, BUREAU_QUESTIONS, bureau.bureau_id).map(({ en }) => en);
    expect(about).toEqual(
      expect.arrayContaining(['Documents', 'Judged in runs', 'Observations', 'Metrics without a value']),
    );
  } finally {
    await warehouse.close();
  }
});

it('files that nobody touched are not opened again', async () => {
  const soon = { now: () => new Date(Date.now() + 60_000) };
  await runNight(place, soon);
  const read = () => expect.unreachable('a file was opened');
  const summary = await runNight(place, { ...soon, inboxFiles: { ...localFiles, read } });
  expect(summary).toMatchObject({ read: 0, unchanged: 3 });
});

it('a document that prints no unit is diagnosed with the usual unit of its bureau, which no figure takes', async () => {
  const registry = join(place.folder, '登记');
  mkdirSync(registry);
  writeFileSync(
    join(registry, '示例省.yml'),
    `bureaus:
  - { id: 990121-财政局, names: { official: 示例省甲县财政局 }, division: "990121", defaultUnit: 万元 }
`,
  );
  const printed = inventedAccounts('示例省甲县财政局', 2024, { basic: 100.5, project: 20 });
  // The tables alone, and no 万元 anywhere.
  place.put('甲县.txt', printed.slice(0, printed.indexOf('第三部分')).replace('单位：万元', ''));
  await runNight(place, {}, { registry: { folder: registry, withSamples: true } });
  expect(
    ask(place.data, `SELECT count(*) AS n FROM facts WHERE unit = 'CNY' AND source_file = '甲县.txt'`),
  ).toEqual([{ n: 0 }]);
  const { out } = await runCommand(['diagnose', '甲县.txt', '--data', place.data]);
  expect(out).toContain('没有写单位的金额');
  expect(out).toContain('登记的常用单位: 万元');
});

import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readInPlace } from '../../pipeline/read-in-place.ts';
import type { ReadingPool } from '../../pipeline/reading-pool.ts';
import { inventedAccounts } from '../support/invented-reports.ts';
import { ask, contentOf, documentStates, makePlace, type Place, runNight } from '../support/run-night.ts';

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => {
  place.remove();
});

function putThree(): void {
  place.put('甲/2024.txt', inventedAccounts('示例县财政局', 2024, { basic: 100.5, project: 20.25 }));
  place.put('甲/2023.txt', inventedAccounts('示例县财政局', 2023, { basic: 90, project: 30 }));
  place.put('乙.txt', inventedAccounts('样板县审计局', 2024, { basic: 80, project: 10, total: 95 }));
}

const expenditureOf = (year: number) =>
  ask<{ value: number }>(
    place.data,
    `SELECT value FROM observations WHERE bureau_name = '示例县财政局' AND fiscal_year = ${year}
     AND concept = 'expenditure' AND function_code IS NULL AND fund = 'all'`,
  ).map(({ value }) => value);

describe('a night', () => {
  it('turns a folder of reports into observations, findings, metrics, a workbook and an archive', async () => {
    putThree();
    const summary = await runNight(place);
    expect(summary).toMatchObject({ read: 3, unchanged: 0, bureaus: 2, quarantined: [], failures: [] });
    expect(expenditureOf(2024)).toEqual([1_207_500]);
    expect(summary.findings.error).toBeGreaterThan(0);
    expect(
      ask(place.data, `SELECT * FROM findings WHERE severity = 'error' AND bureau_name = '示例县财政局'`),
    ).toEqual([]);
    expect(summary.metrics).toBeGreaterThan(0);
    expect(statSync(join(place.data, 'out', 'benchmark.xlsx')).size).toBeGreaterThan(1000);
    expect(ask(place.data, 'SELECT * FROM documents').map(({ sha256 }) => sha256)).toEqual(
      expect.arrayContaining(
        readdirSync(join(place.data, 'archive')).flatMap((two) =>
          readdirSync(join(place.data, 'archive', two)).map((name) => name.replace('.txt', '')),
        ),
      ),
    );
  });

  it('run again over the same input reads nothing, writes no workbook and changes no content', async () => {
    putThree();
    await runNight(place);
    const before = contentOf(place.data);
    const written = statSync(join(place.data, 'out', 'benchmark.xlsx')).mtimeMs;
    const summary = await runNight(place, { openReaders: () => expect.unreachable('a reader was started') });
    expect(summary).toMatchObject({ read: 0, unchanged: 3 });
    expect(contentOf(place.data)).toEqual(before);
    expect(statSync(join(place.data, 'out', 'benchmark.xlsx')).mtimeMs).toBe(written);
    expect(ask(place.data, 'SELECT state FROM runs')).toEqual([{ state: 'finished' }, { state: 'finished' }]);
  });

  it('writes the workbook again where somebody deleted it', async () => {
    putThree();
    await runNight(place);
    rmSync(join(place.data, 'out'), { recursive: true });
    await runNight(place);
    expect(existsSync(join(place.data, 'out', 'benchmark.xlsx'))).toBe(true);
  });

  it('reads only what is new', async () => {
    putThree();
    await runNight(place);
    place.put('丙.txt', inventedAccounts('样板县审计局', 2023, { basic: 70, project: 5 }));
    expect(await runNight(place)).toMatchObject({ read: 1, unchanged: 3 });
  });

  it('comes to the same content whatever the order in which the files came', async () => {
    putThree();
    await runNight(place);
    const other = makePlace();
    try {
      for (const path of ['乙.txt', '甲/2024.txt', '甲/2023.txt']) {
        other.put(path, '');
        rmSync(join(other.inbox, path));
        renameSync(join(place.inbox, path), join(other.inbox, path));
        await runNight(other);
      }
      expect(contentOf(other.data)).toEqual(contentOf(place.data));
    } finally {
      other.remove();
    }
  });

  it('takes the new content of a file for the old, and keeps the old as superseded', async () => {
    putThree();
    await runNight(place);
    place.put('甲/2024.txt', inventedAccounts('示例县财政局', 2024, { basic: 200, project: 20 }));
    expect(await runNight(place)).toMatchObject({ read: 1, superseded: 1 });
    expect(expenditureOf(2024)).toEqual([2_200_000]);
    expect(documentStates(place.data)).toContainEqual(
      expect.objectContaining({ path: '甲/2024.txt', state: 'superseded', code: 'replaced' }),
    );
  });

  it('forgets the figures of a file that is gone and knows them again when it is back', async () => {
    putThree();
    await runNight(place);
    const before = contentOf(place.data);
    const path = join(place.inbox, '甲/2023.txt');
    renameSync(path, join(place.folder, 'aside.txt'));
    await runNight(place);
    expect(expenditureOf(2023)).toEqual([]);
    renameSync(join(place.folder, 'aside.txt'), path);
    await runNight(place);
    expect(contentOf(place.data)).toEqual(before);
  });

  it('counts the same bytes at two places once and notes the other place', async () => {
    const text = inventedAccounts('示例县财政局', 2024, { basic: 1, project: 2 });
    place.put('a.txt', text);
    place.put('b/copy.txt', text);
    expect(await runNight(place)).toMatchObject({ read: 1 });
    expect(documentStates(place.data)).toMatchObject([{ path: 'a.txt', state: 'extracted' }]);
    const [{ notes }] = ask<{ notes: string }>(place.data, 'SELECT notes FROM readings') as [
      { notes: string },
    ];
    expect(notes).toContain('b/copy.txt');
  });

  it('fails on an empty inbox rather than forgetting everything', async () => {
    putThree();
    await runNight(place);
    const before = contentOf(place.data);
    renameSync(place.inbox, join(place.folder, 'unmounted'));
    place.put('.keep', '');
    await expect(runNight(place)).rejects.toThrow('没有任何文件');
    expect(contentOf(place.data)).toEqual(before);
  });

  it('does not read its own data folder inside the inbox', async () => {
    putThree();
    const inside = { ...place, data: join(place.inbox, 'data') };
    await runNight(inside);
    expect(await runNight(inside)).toMatchObject({ read: 0, unchanged: 3, quarantined: [] });
  });
});

describe('a document that breaks its reader', () => {
  const broken: ReadingPool = {
    read: async (job) => {
      if (job.raw.sourceFile === '乙.txt') {
        return {
          state: 'quarantined',
          code: 'internal_error',
          reason: '提取数据时程序出错',
          stage: 'extract',
          detail: 'Error: broken\n    at somewhere',
          mediaType: null,
          pages: null,
          disclosure: null,
        };
      }
      return readInPlace().read(job);
    },
    close: async () => {},
  };

  it('is recorded with its stage, and stops nothing', async () => {
    putThree();
    const summary = await runNight(place, { openReaders: () => broken });
    expect(summary).toMatchObject({
      read: 2,
      quarantined: [{ relativePath: '乙.txt', code: 'internal_error' }],
    });
    expect(expenditureOf(2024)).toEqual([1_207_500]);
    expect(ask(place.data, `SELECT stage, error FROM run_stages WHERE state = 'failed'`)).toMatchObject([
      { stage: 'extract', error: expect.stringContaining('at somewhere') },
    ]);
  });

  it('does not replace a good night by one in which every document failed, and tries them again', async () => {
    putThree();
    await runNight(place);
    const before = contentOf(place.data);
    for (let year = 2015; year < 2020; year += 1) {
      place.put(`丁/${year}.txt`, inventedAccounts('样板县统计局', year, { basic: 1, project: 1 }));
    }
    const failing: ReadingPool = {
      ...broken,
      read: (job) => broken.read({ ...job, raw: { ...job.raw, sourceFile: '乙.txt' } }),
    };
    await expect(runNight(place, { openReaders: () => failing })).rejects.toThrow('5 份文件全部因程序出错');
    expect(contentOf(place.data)).toEqual(before);
    expect(await runNight(place)).toMatchObject({ read: 5, quarantined: [] });
  });

  it('leaves the published warehouse alone where no reader starts at all, and the next night goes on', async () => {
    place.put('old.txt', inventedAccounts('示例县财政局', 2022, { basic: 1, project: 1 }));
    await runNight(place);
    const before = contentOf(place.data);
    putThree();
    const none: ReadingPool = { read: () => Promise.reject(new Error('no reader')), close: async () => {} };
    await expect(runNight(place, { openReaders: () => none })).rejects.toThrow('no reader');
    expect(contentOf(place.data)).toEqual(before);
    expect(await runNight(place)).toMatchObject({ read: 3, unchanged: 1 });
    expect(ask(place.data, 'SELECT state FROM runs ORDER BY run_id')).toEqual(
      ['finished', 'failed', 'finished'].map((state) => ({ state })),
    );
  });
});

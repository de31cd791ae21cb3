/** From a registered page to an accepted figure: the night goes to the network, and what it brings home is read. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseConfig } from '../../pipeline/config.ts';
import { reportOfNight } from '../../pipeline/night-report.ts';
import { nightly } from '../../pipeline/nightly.ts';
import { nightlyOptions } from '../../pipeline/options.ts';
import { findBsdtar } from '../../sources/foreign-archive.ts';
import { verifyArchive } from '../../sources/verify-archive.ts';
import { archiveFiles } from '../support/archive-files.ts';
import {
  file,
  html,
  link,
  list,
  openSite,
  page,
  type Site,
  type SiteCase,
  send,
} from '../support/bureau-site.ts';
import { runCommand } from '../support/console.ts';
import { inventedAccounts } from '../support/invented-reports.ts';
import { storedRar } from '../support/rar-file.ts';
import { ask, makePlace, type Place, quietRun } from '../support/run-night.ts';

const asPage = (text: string) =>
  page(
    text
      .split('\n')
      .map((line) => `<p>${line}</p>`)
      .join(''),
    '<meta name="PubDate" content="2025-08-22">',
  );
const report = (year: number, name = '示例省甲县财政局') =>
  asPage(inventedAccounts(name, year, { basic: 100.5, project: 20.25 }));

const CASE: SiteCase = {
  name: 'jia',
  behaves: 'as it should',
  had: [],
  paths: {
    '/': list(link('/2024.html', '2024年度部门决算'), link('/2023.html', '2023年度部门决算')),
    '/2024.html': html(report(2024)),
    '/2023.html': html(page('<h1>2023年度部门决算</h1><a href="/scan.pdf">附件.pdf</a>')),
    '/scan.pdf': file('no text in it'),
  },
};

let site: Site;
let place: Place;

beforeEach(async () => {
  site = await openSite([CASE]);
  place = makePlace();
  mkdirSync(join(place.folder, '登记'));
  writeFileSync(
    join(place.folder, '登记', '示例省.yml'),
    `bureaus:
  - id: 990121-财政局
    names: { official: 示例省甲县财政局 }
    division: "990121"
    listings: [{ url: "http://${site.hostOf('jia')}/" }]
    expects: [{ kind: 部门决算, due: 次年09-30, from: 2022, until: 2024 }]
`,
  );
});
afterEach(async () => {
  place.remove();
  await site.close();
});

let clock = Date.parse('2025-11-01T18:00:00Z');

function night(given: { offline?: boolean } = {}) {
  const text = `registry: 登记
http: { secondsBetweenRequests: 0, backoffSeconds: 0.01, attempts: 2, allowHosts: ["${site.hostOf('jia')}"] }`;
  const { config, errors } = parseConfig(text, join(place.folder, 'duibiao.yml'));
  expect(errors).toEqual([]);
  const now = () => {
    clock += 1000;
    return new Date(clock);
  };
  const network = {
    sleep: async () => undefined,
    random: () => 0,
    lookup: (
      _: string,
      _options: object,
      done: (error: null, found: { address: string; family: number }[]) => void,
    ) => done(null, [{ address: '127.0.0.1', family: 4 }]),
  };
  return nightly(nightlyOptions({ data: place.data, ...given }, config), quietRun({ now, network }));
}

const expected = () =>
  ask<{ fiscal_year: number; state: string }>(
    place.data,
    'SELECT fiscal_year, state FROM expected_reports ORDER BY fiscal_year',
  ).map(({ fiscal_year, state }) => [fiscal_year, state]);

const writtenFrom = () => JSON.parse(readFileSync(join(place.data, 'out', 'written.json'), 'utf8')).content;

describe('a night with registered pages', () => {
  it('reads what bureaus publish, says where it stood, and what is missing', async () => {
    const summary = await night();
    expect(summary.fetched).toMatchObject({ obtained: 2, troubles: 0 });
    expect(
      ask(
        place.data,
        `SELECT bureau_id, fiscal_year, url, published_on FROM documents WHERE state = 'extracted'`,
      ),
    ).toEqual([
      {
        bureau_id: '990121-财政局',
        fiscal_year: 2024,
        url: `http://${site.hostOf('jia')}/2024.html`,
        published_on: '2025-08-22',
      },
    ]);
    expect(
      ask(
        place.data,
        `SELECT value FROM observations WHERE bureau_id = '990121-财政局' AND fiscal_year = 2024
         AND concept = 'expenditure' AND function_code IS NULL AND fund = 'all'`,
      ),
    ).toEqual([{ value: 1_207_500 }]);
    // Nobody could open the file of 2023; its page says whose it is.
    expect(expected()).toEqual([
      [2022, 'missing'],
      [2023, 'quarantined'],
      [2024, 'present'],
    ]);
  });

  it('the night after asks little, reads nothing again and changes nothing', async () => {
    await night();
    site.log.length = 0;
    const again = await night();
    expect(again).toMatchObject({ read: 0, fetched: { obtained: 0, unchanged: 2 } });
    expect(site.log.map(({ path }) => path)).toEqual(['/']);
  });

  it('says in the morning that a page could not be had, once, and status lists it as long as it lasts', async () => {
    await night();
    site.answer('jia', '/', (_, response) => send(response, '', {}, 500));
    const status = () => runCommand(['status', '--data', place.data]);
    const times = { startedAt: '', finishedAt: '' };
    const first = reportOfNight(await night(), times);
    expect(first).toMatchObject({
      state: 'attention',
      attention: [expect.stringMatching(/^990121-财政局 网页：http.*\[server_error\]/)],
    });
    expect(reportOfNight(await night(), times).state).toBe('ok');
    expect((await status()).out).toMatch(/没有取到的网页[\s\S]*990121-财政局[\s\S]*网站出错/);
    site.answer('jia', '/', CASE.paths['/']!);
    await night();
    expect((await status()).out).not.toContain('没有取到的网页');
  });

  it('fetches again what is no longer in the archive, and says so where it cannot', async () => {
    await night();
    const archive = join(place.data, 'archive');
    const before = archiveFiles(archive).sort();
    for (const path of before) rmSync(path, { force: true });
    const unread = (await night({ offline: true })).quarantined;
    expect(unread.filter(({ code }) => code === 'not_archived')).toHaveLength(before.length);
    await night();
    expect(archiveFiles(archive).sort()).toEqual(before);
    expect(verifyArchive(archive, []).damages).toEqual([]);
    expect(expected().at(-1)).toEqual([2024, 'present']);
  });

  it('offline asks nothing and keeps what was fetched', async () => {
    await night();
    site.log.length = 0;
    expect(await night({ offline: true })).toMatchObject({ read: 0, superseded: 0 });
    expect(site.log).toEqual([]);
    expect(expected().at(-1)).toEqual([2024, 'present']);
  });

  it('keeps the figures of a report that was taken down, and says that it was', async () => {
    await night();
    site.takeDown('jia', '/2024.html');
    clock += 8 * 86_400_000;
    const before = writtenFrom();
    await night();
    expect(expected().at(-1)).toEqual([2024, 'withdrawn']);
    // Workbook and site show it the same night.
    expect(writtenFrom()).not.toEqual(before);
    const shown = writtenFrom();
    await night();
    expect(writtenFrom()).toEqual(shown);
    expect(ask(place.data, `SELECT count(*) AS n FROM observations WHERE fiscal_year = 2024`)[0]).not.toEqual(
      {
        n: 0,
      },
    );
  });

  it('takes back what a clock that ran ahead for one night declared overdue', async () => {
    const present = clock;
    const nightAt = async (date: string) => {
      clock = Date.parse(date);
      await night({ offline: true });
      return expected()[0];
    };
    try {
      expect(await nightAt('2023-06-01T18:00:00Z')).toEqual([2022, 'due']);
      expect(await nightAt('2031-06-01T18:00:00Z')).toEqual([2022, 'missing']);
      expect(await nightAt('2023-06-02T18:00:00Z')).toEqual([2022, 'due']);
    } finally {
      clock = present;
    }
  });

  it('takes a corrected report in place of the first one', async () => {
    await night();
    clock += 8 * 86_400_000;
    site.answer('jia', '/2024.html', (_, response) =>
      send(response, report(2024).replace('2024年度', '2024年度（更正）'), { 'content-type': 'text/html' }),
    );
    await night();
    expect(
      ask(place.data, `SELECT state, state_code FROM documents WHERE url LIKE '%2024.html' ORDER BY state`),
    ).toEqual([
      { state: 'extracted', state_code: null },
      { state: 'superseded', state_code: 'replaced' },
    ]);
    expect(expected().at(-1)).toEqual([2024, 'present']);
  });

  it('leaves an archive that can be verified, and damage to it is found', async () => {
    await night();
    const archive = join(place.data, 'archive');
    const files = archiveFiles(archive);
    expect(verifyArchive(archive, [])).toMatchObject({ files: files.length, damages: [] });
    writeFileSync(files[0]!, Buffer.concat([readFileSync(files[0]!), Buffer.from('x')]), {
      mode: 0o644,
      flag: 'r+',
    });
    expect(verifyArchive(archive, []).damages.map(({ code }) => code)).toEqual(['changed']);
  });
});

describe('archives that hang on a page', () => {
  const states = () =>
    ask<{ file: string; state: string; code: string | null }>(
      place.data,
      `SELECT source_file AS file, state, state_code AS code FROM documents
       WHERE url LIKE '%/all.%' OR relative_path LIKE '%/all.%' ORDER BY source_file`,
    );
  const accounts = (name: string) => inventedAccounts(name, 2023, { basic: 80, project: 20 });
  const hang = (name: string, bytes: Uint8Array) => {
    site.answer('jia', '/2023.html', html(page(`<h1>2023年度部门决算</h1><a href="/${name}">附件</a>`)));
    site.answer('jia', `/${name}`, (_, response) => send(response, bytes));
  };

  it('are documents by their members, and what could not be had is shown; each is opened once', async () => {
    const good = strToU8(accounts('示例省甲县财政局'));
    hang('all.zip', zipSync({ '决算.txt': good, '空.txt': new Uint8Array() }));
    await night();
    const first = states();
    expect(first).toEqual([
      { file: 'all.zip', state: 'quarantined', code: 'empty_file' },
      { file: '决算.txt', state: 'extracted', code: null },
    ]);
    // Whoever opened it again would find nothing in it.
    for (const path of archiveFiles(join(place.data, 'archive')))
      if (path.endsWith('.zip')) writeFileSync(path, 'no archive any more');
    expect(await night({ offline: true })).toMatchObject({ read: 0, superseded: 0 });
    expect(states()).toEqual(first);
  });

  async function nightWithoutUnpacker(): Promise<void> {
    hang('all.rar', storedRar({ '决算.txt': strToU8(accounts('示例省甲县财政局')) }));
    const path = process.env.PATH;
    process.env.PATH = '';
    try {
      await night();
    } finally {
      process.env.PATH = path;
    }
  }

  it('in RAR wait for the program that opens them', async () => {
    await nightWithoutUnpacker();
    expect(states()).toEqual([{ file: 'all.rar', state: 'quarantined', code: 'needs_unpacker' }]);
  });

  it.skipIf(findBsdtar() === null)(
    'in RAR are opened once it is there (skipped: no bsdtar here)',
    async () => {
      await nightWithoutUnpacker();
      await night({ offline: true });
      expect(states()).toEqual([
        { file: 'all.rar', state: 'superseded', code: 'absent' },
        { file: '决算.txt', state: 'extracted', code: null },
      ]);
    },
  );
});

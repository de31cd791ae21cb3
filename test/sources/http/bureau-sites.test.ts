/** A night on the network: everything that should be had is had, and nothing is asked for that should not be. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bureauSchema, type RegisteredBureau } from '../../../sources/bureau.ts';
import { fetchSeeds, seedsOf } from '../../../sources/http/fetch-registry.ts';
import type { Lookup } from '../../../sources/http/open-network.ts';
import type { VisitReport } from '../../../sources/http/visit-work.ts';
import type { HttpLimits } from '../../../sources/http-limits.ts';
import { type Origin, openOrigins } from '../../../sources/origins.ts';
import {
  file,
  html,
  link,
  list,
  openSite,
  page,
  pdf,
  type Site,
  type SiteCase,
  send,
} from '../../support/bureau-site.ts';
import { REPORT_BODY, SITE_CASES } from '../../support/bureau-site-cases.ts';

let site: Site;
let folder: string;
let reports: VisitReport[];
let origins: readonly Origin[];
const sleeps: number[] = [];

const limitsFor = ({ hostOf }: Site): HttpLimits => ({
  userAgent: 'Duibiao/0.1 (test)',
  connectSeconds: 1,
  headersSeconds: 1,
  silenceSeconds: 1,
  totalSeconds: 8,
  attempts: 3,
  backoffSeconds: 0.01,
  maxBackoffSeconds: 0.05,
  maxRetryAfterSeconds: 5,
  secondsBetweenRequests: 0.002,
  requestsPerHost: 2,
  hostsAtOnce: 16,
  maxPageMegabytes: 1,
  maxFileMegabytes: 2,
  maxRedirects: 5,
  maxListingPages: 20,
  maxDocumentsPerBureau: 100,
  recheckDays: 7,
  robotsHours: 24,
  allowHosts: SITE_CASES.map(({ name }) => hostOf(name)),
});

/** Every name is this machine, which only the allowed hosts may be. */
const lookup: Lookup = (_, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]);

const codeOf = (index: number) => `9901${String(index % 90).padStart(2, '0')}`;

function bureauOf({ name, entry = {} }: SiteCase, index: number): RegisteredBureau {
  const base = `http://${site.hostOf(name)}`;
  const { urls, hosts, andList, ...listing } = entry as {
    urls?: string[];
    hosts?: string[];
    andList?: true;
  };
  return {
    ...bureauSchema.parse({
      id: `${codeOf(index)}-${name}`,
      names: { official: `示例单位${name}` },
      division: codeOf(index),
      listings: urls === undefined || andList ? [{ url: `${base}/`, ...listing }] : [],
      urls: (urls ?? []).map((path) => ({ url: base + path })),
    }),
    hosts: (hosts ?? []).map((host) => host.replace('FORBIDDEN', String(site.forbiddenPort))),
    file: 'test.yml',
    line: 1,
  };
}

let clock = Date.parse('2026-11-01T18:00:00Z');

async function night(days = 0, only: RegExp = /./): Promise<VisitReport[]> {
  clock += days * 86_400_000;
  site.log.length = 0;
  return fetchSeeds(
    seedsOf(SITE_CASES.map(bureauOf), (id) => only.test(id)),
    {
      limits: limitsFor(site),
      archiveFolder: join(folder, 'archive'),
      dataFolder: folder,
      lookup,
      effects: {
        now: () => new Date(clock),
        // Waiting is noted and cut short.
        sleep(milliseconds) {
          sleeps.push(milliseconds);
          return new Promise((resolve) => setTimeout(resolve, Math.min(milliseconds, 10)));
        },
        random: () => 0.5,
      },
    },
  );
}

const archived = ({ sha256 }: Origin) => {
  const two = join(folder, 'archive', sha256.slice(0, 2));
  const name = readdirSync(two).find((each) => each.startsWith(sha256))!;
  return readFileSync(join(two, name));
};
const beginningOf = (origin: Origin) =>
  archived(origin)
    .toString('latin1')
    .replace(/^%PDF-1\.4\n/, '')
    .split('\n')[0]!;
const originsOf = (name: string) => origins.filter(({ bureauId }) => bureauId?.slice(7) === name);
const reportOf = (name: string) => reports.find(({ bureauId }) => bureauId?.slice(7) === name)!;

beforeAll(async () => {
  site = await openSite(SITE_CASES);
  folder = mkdtempSync(join(tmpdir(), 'sites-'));
  reports = await night();
  origins = openOrigins(join(folder, 'archive'))
    .all()
    .map(({ origin }) => origin);
}, 90_000);
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a night on the network', () => {
  it('visits at least forty bureaus', () => {
    expect(SITE_CASES.length).toBeGreaterThanOrEqual(40);
    expect(new Set(SITE_CASES.map(({ name }) => name)).size).toBe(SITE_CASES.length);
    expect(reports.length).toBe(SITE_CASES.length);
  });

  it.each(SITE_CASES.map((each) => [each.behaves, each] as const))('copes with %s', (_, each) => {
    const had = originsOf(each.name);
    expect(had.map((origin) => beginningOf(origin).slice(0, 15)).sort()).toEqual(
      each.had.map((text) => text.slice(0, 15)).sort(),
    );
    if (each.names !== undefined) expect(had.map(({ sourceFile }) => sourceFile)).toEqual(each.names);
    const troubles = reportOf(each.name).troubles.map(({ code, url }) => [
      code,
      decodeURI(new URL(url).pathname),
    ]);
    expect(troubles.sort()).toEqual([...(each.troubles ?? [])].map(([code, path]) => [code, path]).sort());
    const asked = new Set(site.log.filter(({ host }) => host === each.name).map(({ path }) => path));
    for (const path of each.never ?? []) expect(asked).not.toContain(path);
  });

  it('never asks the host that nobody registered, this machine, or one without a trusted certificate', () => {
    expect(site.forbiddenLog).toEqual([]);
  });

  it('says who it is and what it wants in every request', () => {
    expect(new Set(site.log.map(({ headers }) => headers['user-agent']))).toEqual(
      new Set(['Duibiao/0.1 (test)']),
    );
  });

  it('asks a site for its robots.txt once and first', () => {
    for (const { name } of SITE_CASES) {
      const asked = site.log.filter(({ host }) => host === name).map(({ path }) => path);
      expect([name, asked[0]]).toEqual([name, '/robots.txt']);
      const times = asked.filter((path) => path === '/robots.txt').length;
      expect([name, times]).toEqual([name, name === 'robots-broken' ? 3 : 1]);
    }
  });

  it('waits as long as a site asks, and otherwise a random part of a doubling pause', () => {
    expect(sleeps.filter((each) => each >= 500 && each <= 1000).length).toBeGreaterThan(0);
    expect(sleeps).toEqual(expect.arrayContaining([5, 10]));
    expect(Math.max(...sleeps)).toBeLessThanOrEqual(1000);
  });

  it('knows of every document where, when and on which page it was found', () => {
    const [origin] = originsOf('plain0').filter(({ fiscalYear }) => fiscalYear === 2024);
    expect(origin).toMatchObject({
      url: `http://${site.hostOf('plain0')}/2024.pdf`,
      bundle: `http://${site.hostOf('plain0')}/2024.html`,
      role: 'attachment',
      status: 200,
      fetchedAt: '2026-11-01T18:00:00.000Z',
      headers: { 'content-type': 'application/pdf' },
      kind: 'final_accounts',
      title: '2024年度部门决算 附件：2024年度部门决算.pdf',
      publishedOn: '2025-08-21',
    });
  });

  it('keeps the page and its files as one bundle', () => {
    expect(new Set(originsOf('both').map(({ bundle }) => bundle)).size).toBe(1);
    expect(
      originsOf('both')
        .map(({ role }) => role)
        .sort(),
    ).toEqual(['attachment', 'attachment', 'attachment', 'body']);
    expect(originsOf('body')[0]).toMatchObject({ publishedOn: '2025-08-22', sourceFile: '2024.html' });
  });

  it('archives the same bytes of two places once, with two origins', () => {
    const [one, two] = [originsOf('gzip')[0]!, originsOf('twin')[0]!];
    expect(one.sha256).toBe(two.sha256);
    const names = readdirSync(join(folder, 'archive', one.sha256.slice(0, 2)));
    expect(names.filter((name) => name.startsWith(one.sha256))).toHaveLength(1);
  });
});

describe('the nights after', () => {
  it('the next night asks for the lists alone, conditionally where it can, and gets nothing new', async () => {
    const again = await night(1);
    expect(again.map(({ obtained }) => obtained).filter((count) => count > 0)).toEqual([]);
    const asked = (name: string) => site.log.filter(({ host }) => host === name);
    expect(asked('plain0').map(({ path }) => path)).toEqual(['/robots.txt', '/']);
    expect(asked('etag').find(({ path }) => path === '/')?.headers['if-none-match']).toBe('"l1"');
    expect(site.forbiddenLog).toEqual([]);
  }, 20_000);

  it('a week later files are asked for again, conditionally, and a counter of visitors is no news', async () => {
    const again = await night(8);
    expect(again.map(({ obtained }) => obtained).filter((count) => count > 0)).toEqual([]);
    const asked = site.log.filter(({ host, path }) => host === 'etag' && path === '/2024.pdf');
    expect(asked.map(({ headers }) => headers['if-modified-since'])).toEqual([
      'Wed, 20 Aug 2025 01:00:00 GMT',
    ]);
    expect(site.log.filter(({ host, path }) => host === 'body' && path === '/2024.html')).toHaveLength(1);
  }, 20_000);

  it('a report that two ways lead to is noted once', () => {
    const ledger = readFileSync(join(folder, 'archive', 'origins.jsonl'), 'utf8').split('\n');
    const linesOf = (name: string) => ledger.filter((line) => line.includes(site.hostOf(name))).length;
    for (const name of ['two-ways', 'two-ways-file']) expect([name, linesOf(name)]).toEqual([name, 1]);
    // Three reports, each once, however many nights have passed.
    expect(linesOf('session')).toBe(3);
  });

  it('a report behind an address without an ending is asked for conditionally, and never downloaded twice', async () => {
    const paths = ['/get?id=3', '/get?id=4'];
    const again = await night(8, /-direct$/);
    expect(again).toMatchObject([{ obtained: 0, unchanged: 3, troubles: [] }]);
    const asked = site.log.filter(({ host, path }) => host === 'direct' && paths.includes(path));
    expect(asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"g4"']);
    await night(1, /-direct$/);
    expect(site.log.filter(({ host }) => host === 'direct')).toEqual([]);
  }, 20_000);

  it('an address that was a page and is a file is had, and one that was a file and is a page', async () => {
    const had = () => {
      const at = (path: string) =>
        openOrigins(join(folder, 'archive')).at(`http://${site.hostOf('turns')}${path}`);
      return [at('/was-page'), at('/was-file'), at('/t.pdf')].map((each) => each && beginningOf(each.origin));
    };
    expect(had()).toEqual([null, 'turns file', null]);
    site.answer('turns', '/was-page', (_, response) => send(response, pdf('turned file')));
    site.answer('turns', '/was-file', html(page('<a href="/t.pdf">附件.pdf</a>')));
    site.replace('turns', '/t.pdf', 'turned page');
    for (const days of [8, 1, 8]) {
      await night(days, /turns/);
      expect(had()).toEqual(['turned file', 'turns file', 'turned page']);
    }
  }, 20_000);

  it('a page that was withdrawn and is back as it was stands again', async () => {
    const url = `http://${site.hostOf('two-ways')}/2024.html`;
    const isWithdrawn = () => openOrigins(join(folder, 'archive')).at(url)!.withdrawal !== null;
    site.takeDown('two-ways', '/2024.html');
    await night(8, /two-ways$/);
    expect(isWithdrawn()).toBe(true);
    site.answer('two-ways', '/2024.html', html(REPORT_BODY));
    await night(8, /two-ways$/);
    expect(isWithdrawn()).toBe(false);
  }, 20_000);

  it('what a site has taken down stays in the archive, and that it was taken down is known', async () => {
    site.takeDown('plain1', '/2024.pdf');
    site.takeDown('plain2', '/2024.html');
    await night(8, /plain/);
    const ledger = openOrigins(join(folder, 'archive'));
    const file = ledger.at(`http://${site.hostOf('plain1')}/2024.pdf`);
    expect(file?.withdrawal).toMatchObject({ status: 404 });
    expect(archived(file!.origin).subarray(0, 5).toString()).toBe('%PDF-');
    // The page is gone, and the file on it is not: it is asked for all the same.
    expect(ledger.at(`http://${site.hostOf('plain2')}/2024.pdf`)?.withdrawal).toBeNull();
    expect(site.log.filter(({ host, path }) => host === 'plain2' && path === '/2024.pdf')).toHaveLength(1);
  }, 20_000);

  it('new bytes at an old address replace the old ones, which stay in the archive', async () => {
    const address = `http://${site.hostOf('plain3')}/2024.pdf`;
    const before = openOrigins(join(folder, 'archive')).at(address)!.origin;
    site.replace('plain3', '/2024.pdf', 'corrected');
    const again = await night(8, /plain/);
    expect(again.find(({ bureauId }) => bureauId?.endsWith('plain3'))).toMatchObject({ obtained: 1 });
    const after = openOrigins(join(folder, 'archive')).at(address)!.origin;
    expect(after.sha256).not.toBe(before.sha256);
    expect(beginningOf(after)).toBe('corrected');
    expect(beginningOf(before)).toBe('plain3 2024');
  }, 20_000);
});

describe('a site that keeps the night waiting', () => {
  const visitPlain5 = (name: string, limits: Partial<HttpLimits>) => {
    site.log.length = 0;
    return fetchSeeds(
      seedsOf(SITE_CASES.map(bureauOf), (id) => id.endsWith('plain5')),
      {
        limits: { ...limitsFor(site), ...limits },
        archiveFolder: join(folder, name, 'archive'),
        dataFolder: join(folder, name),
        lookup,
        effects: { now: () => new Date(clock), sleep: async () => undefined, random: () => 0 },
      },
    ).then(([report]) => report!);
  };
  const codes = ({ troubles }: VisitReport) => {
    const counts = new Map<string, number>();
    for (const { code } of troubles) counts.set(code, (counts.get(code) ?? 0) + 1);
    return Object.fromEntries(counts);
  };
  const reports = (count: number) =>
    list(...Array.from({ length: count }, (_, n) => link(`/deaf${n}.pdf`, `2024年部门决算${n}`)));

  it('with every address is asked no more after ten, and every address that was not asked for is told', async () => {
    site.answer('plain5', '/', reports(30));
    for (let n = 0; n < 30; n++) site.answer('plain5', `/deaf${n}.pdf`, () => undefined);
    const report = await visitPlain5('deaf', { attempts: 1, requestsPerHost: 10 });
    const { headers_timeout: waited = 0, given_up: unasked = 0, ...others } = codes(report);
    expect([waited + unasked, others]).toEqual([30, {}]);
    // Those that were under way when the tenth had failed come to their end.
    expect(waited).toBeGreaterThanOrEqual(10);
    expect(waited).toBeLessThan(20);
    expect(site.log.filter(({ path }) => path.startsWith('/deaf'))).toHaveLength(waited);
  }, 20_000);

  it('with ten addresses at one moment is asked no more than nine times meanwhile', async () => {
    site.answer('plain5', '/', reports(30));
    for (let n = 0; n < 30; n++) site.answer('plain5', `/deaf${n}.pdf`, () => undefined);
    const report = await visitPlain5('overdue', {
      attempts: 1,
      requestsPerHost: 10,
      secondsBetweenRequests: 0,
    });
    expect(codes(report).headers_timeout).toBeLessThan(20);
  }, 20_000);

  it('by asking to be left alone for an hour is left alone', async () => {
    site.answer('plain5', '/', reports(5));
    for (let n = 0; n < 5; n++)
      site.answer('plain5', `/deaf${n}.pdf`, (_, response) =>
        send(response, '', { 'retry-after': '3600' }, 429),
      );
    const report = await visitPlain5('alone', { requestsPerHost: 1 });
    expect(codes(report)).toEqual({ busy: 1, given_up: 4 });
  });

  it('refusing at once is asked for all it lists: what comes behind may be there', async () => {
    site.answer('plain5', '/', reports(20));
    for (let n = 0; n < 19; n++)
      site.answer('plain5', `/deaf${n}.pdf`, (_, response) => send(response, '', {}, 500));
    site.answer('plain5', '/deaf19.pdf', file('the last'));
    const report = await visitPlain5('refusing', {});
    expect(codes(report)).toEqual({ server_error: 19 });
    expect(report.obtained).toBe(1);
  });
});

describe('a night that is asked to end', () => {
  it('asks for nothing more, and remembers for the next what it was told', async () => {
    const own = join(folder, 'stopped');
    let isStopping = false;
    site.answer('plain4', '/2024.html', (_, response) => {
      isStopping = true;
      send(response, page('<a href="/2024.pdf">附件</a>'), { 'content-type': 'text/html' });
    });
    site.log.length = 0;
    class Ended extends Error {}
    const night = fetchSeeds(
      seedsOf(SITE_CASES.map(bureauOf), (id) => /plain[4567]/.test(id)),
      {
        limits: { ...limitsFor(site), secondsBetweenRequests: 0.2, requestsPerHost: 1 },
        archiveFolder: join(own, 'archive'),
        dataFolder: own,
        lookup,
        effects: { now: () => new Date(clock), sleep: async () => undefined, random: () => 0 },
        stopIfAsked() {
          if (isStopping) throw new Ended();
        },
      },
    );
    await expect(night).rejects.toThrow(Ended);
    const asked = site.log.length;
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(site.log.length).toBe(asked);
    expect(site.log.map(({ host, path }) => host + path)).not.toContain('plain4/2024.pdf');
    const { urls } = JSON.parse(readFileSync(join(own, 'http-state.json'), 'utf8'));
    expect(Object.keys(urls)).toContain(`http://${site.hostOf('plain4')}/`);
  }, 20_000);
});

describe('connections', () => {
  const seedAt = (url: string) => [
    { bureauId: null, listings: [], hosts: new Set([new URL(url).host]), urls: [{ ...NOTHING_SAID, url }] },
  ];
  const NOTHING_SAID = { bureauId: null, kind: null, fiscalYear: null, publishedOn: null };
  const fetchAt = (url: string, resolver: Lookup, allowHosts: readonly string[] = []) =>
    fetchSeeds(seedAt(url), {
      limits: { ...limitsFor(site), allowHosts, attempts: 1 },
      archiveFolder: join(folder, 'other'),
      dataFolder: join(folder, 'other'),
      lookup: resolver,
      effects: { now: () => new Date(clock), sleep: async () => undefined, random: () => 0 },
    }).then(([report]) => report!.troubles.map(({ code }) => code));

  it('are judged by the address they use, not by the one that the name had before', async () => {
    let asked = 0;
    const rebinding: Lookup = (_, _options, done) => {
      asked += 1;
      done(null, [{ address: asked === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }]);
    };
    const url = `http://rebound.example:${site.forbiddenPort}/a.pdf`;
    expect(await fetchAt(url, rebinding)).toEqual(['forbidden_address']);
    expect(asked).toBe(1);
  });

  it.each([
    ['a public address beside a private one', ['114.114.114.114', '127.0.0.1']],
    ['an IPv6 address of this machine', ['::1']],
    ['the address of cloud metadata', ['169.254.169.254']],
    ['no address', []],
  ])('to a name with %s are not made', async (_, addresses) => {
    const answers: Lookup = (_, _options, done) =>
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    const url = `http://mixed.example:${site.forbiddenPort}/a.pdf`;
    expect(await fetchAt(url, answers)).toEqual(['forbidden_address']);
  });

  it('say which fault a certificate has', async () => {
    const url = `https://secure.example:${site.securePort}/a.pdf`;
    expect(await fetchAt(url, lookup, [new URL(url).host])).toEqual(['tls_self_signed']);
    const plain = `https://plain.example:${site.port}/a.pdf`;
    expect(await fetchAt(plain, lookup, [new URL(plain).host])).toEqual(['tls_failed']);
  });

  it('to names and ports where nobody is are told as such', async () => {
    const unknown: Lookup = (_, _options, done) =>
      done(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), []);
    expect(await fetchAt('http://nobody.example/a.pdf', unknown)).toEqual(['dns_failed']);
    expect(await fetchAt('http://closed.example:1/a.pdf', lookup, ['closed.example:1'])).toEqual([
      'connect_failed',
    ]);
  });

  it('end with the forbidden host never having been asked', () => {
    expect(site.forbiddenLog).toEqual([]);
  });
});

/** `duibiao fetch`: visits the registered pages, or the addresses of a list, and says what came of it. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { addressEnglish } from '../../reports/reason-words.ts';
import { namesOf, type RegisteredBureau } from '../../sources/bureau.ts';
import { seedsOf } from '../../sources/http/fetch-registry.ts';
import type { Seeds, VisitReport } from '../../sources/http/visit-work.ts';
import { openOrigins } from '../../sources/origins.ts';
import { parseUrlList, seedsOfUrls } from '../../sources/url-list.ts';
import { type Config, loadConfig } from '../config.ts';
import type { Console } from '../console.ts';
import { makeDataFolder } from '../data-folder.ts';
import { EXIT, type ExitStatus, Trouble } from '../exit-status.ts';
import { type Fetched, fetchBureaus } from '../fetch-bureaus.ts';
import { takeLock } from '../lock.ts';
import { openRegistry } from '../open-registry.ts';
import { nightlyOptions } from '../options.ts';
import { type Row, type RowFormat, renderRows } from '../render-rows.ts';
import { type Run, realRun } from '../run.ts';
import { registryChoice } from './bureaus.ts';

export interface FetchOptions {
  data?: string;
  config?: string;
  bureau?: string;
  urls?: string;
  offline?: boolean;
  format: RowFormat;
}

export async function fetchCommand(
  options: FetchOptions,
  console: Console,
  effects: Partial<Run> = {},
): Promise<ExitStatus> {
  const config = loadConfig(options.config);
  const { bureaus } = openRegistry(registryChoice(config));
  const night = nightlyOptions(options, config);
  const { data } = night;
  const seeds = seedsFor(options, bureaus);
  if (options.offline === true) return showKnown(data.archive, options, console);
  if (seeds.length === 0) throw nothingToVisit(config);
  const run: Run = { ...realRun(night, console), ...effects };
  makeDataFolder(data.folder);
  const lock = takeLock(data.lock, run.now);
  try {
    const fetched = await fetchBureaus(seeds, { data, http: config.http }, run);
    run.progress.clear();
    console.out(await printVisits(fetched, options.format, console));
    return statusOf(fetched);
  } finally {
    run.progress.clear();
    lock.release();
  }
}

function seedsFor({ bureau, urls }: FetchOptions, bureaus: readonly RegisteredBureau[]): Seeds[] {
  if (urls !== undefined) return [listedSeeds(urls, bureaus)];
  if (bureau === undefined) return seedsOf(bureaus);
  const meant = bureaus.filter(
    (each) => each.id === bureau || namesOf(each).some((name) => name.includes(bureau)),
  );
  if (meant.length === 0)
    throw new Trouble(`登记里没有“${bureau}”`, `No registered bureau is called "${bureau}"`, EXIT.usage);
  const ids = new Set(meant.map(({ id }) => id));
  return seedsOf(bureaus, (id) => ids.has(id));
}

function listedSeeds(path: string, bureaus: readonly RegisteredBureau[]): Seeds {
  if (!existsSync(path))
    throw new Trouble(`网址清单不存在：${path}`, `There is no list of addresses ${path}`, EXIT.usage);
  const { urls, errors } = parseUrlList(basename(path), readFileSync(path), bureaus);
  if (errors.length > 0) {
    const list = errors.map((error) => `\n  ${error}`).join('');
    throw new Trouble(
      `网址清单有误，没有抓取：${list}`,
      `The list is wrong; nothing was fetched:${list}`,
      EXIT.usage,
    );
  }
  return seedsOfUrls(urls);
}

/** What was had before, without asking anybody. */
async function showKnown(archive: string, { format }: FetchOptions, console: Console): Promise<ExitStatus> {
  const rows = openOrigins(archive)
    .all()
    .map(
      ({ origin, withdrawal }): Row => ({
        bureau_id: origin.bureauId,
        fiscal_year: origin.fiscalYear,
        kind: origin.kind,
        source_file: origin.sourceFile,
        published_on: origin.publishedOn,
        fetched_at: origin.fetchedAt,
        withdrawn_at: withdrawal?.withdrawnAt ?? null,
        url: origin.url,
      }),
    );
  const columns = [
    'bureau_id',
    'fiscal_year',
    'kind',
    'source_file',
    'published_on',
    'fetched_at',
    'withdrawn_at',
    'url',
  ];
  console.out(await renderRows(columns, rows, { format, terminalColumns: console.columns }));
  return EXIT.ok;
}

async function printVisits(fetched: Fetched, format: RowFormat, console: Console): Promise<string> {
  const { say } = console;
  const visits = fetched.visits.map(visitRow);
  const troubles = fetched.visits.flatMap((visit) =>
    visit.troubles.map((trouble) => troubleRow(visit, trouble)),
  );
  if (format !== 'table')
    return renderRows(['bureau_id', 'url', 'code', 'reason'], troubles, { format, terminalColumns: null });
  const headings = {
    bureau_id: say('单位', 'bureau'),
    pages: say('列表页', 'list pages'),
    obtained: say('新', 'new'),
    unchanged: say('未变', 'unchanged'),
    troubles: say('没取到', 'troubles'),
  };
  const table = await renderRows(Object.keys(headings), visits, {
    format,
    terminalColumns: console.columns,
    headings,
  });
  return (
    table +
    troubles
      .map(({ url, code, reason }) => `${url} [${code}] ${say(reason, addressEnglish(code, reason))}\n`)
      .join('')
  );
}

function visitRow({ bureauId, listingPages, obtained, unchanged, troubles }: VisitReport): Row {
  return { bureau_id: bureauId, pages: listingPages, obtained, unchanged, troubles: troubles.length };
}

function troubleRow({ bureauId }: VisitReport, { url, code, reason }: VisitReport['troubles'][number]) {
  return { bureau_id: bureauId, url, code, reason };
}

function statusOf({ obtained, unchanged, troubles }: Fetched): ExitStatus {
  if (troubles === 0) return EXIT.ok;
  return obtained + unchanged > 0 ? EXIT.quarantined : EXIT.failed;
}

function nothingToVisit({ registry }: Config): Trouble {
  return registry === null
    ? new Trouble(
        '没有登记任何网页：请在 duibiao.yml 里写 registry: 登记，再用 duibiao bureaus add --listing 登记列表页，或用 --urls 给出网址清单',
        'No page is registered: write registry: DIR into duibiao.yml and add listings, or give a list with --urls',
        EXIT.usage,
      )
    : new Trouble(
        `${registry} 里登记的单位都没有网页（listings 或 urls）`,
        `No bureau in ${registry} has pages (listings or urls)`,
        EXIT.usage,
      );
}

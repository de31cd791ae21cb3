/** A CSV of addresses to fetch: url, and where known bureau, kind, fiscal_year and published_on. */
import { parse } from 'csv-parse/sync';
import { kindNamed, namesOf, type RegisteredBureau } from './bureau.ts';
import { utf8OrGb18030 } from './decode-text.ts';
import type { Seeds, SeedUrl } from './http/visit-work.ts';

export interface UrlList {
  urls: readonly SeedUrl[];
  /** Chinese sentences with line and column. A row with a mistake is left out. */
  errors: readonly string[];
}

const COLUMNS = ['url', 'bureau', 'kind', 'fiscal_year', 'published_on'] as const;
const YEAR = /^(?:19|20)\d{2}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** `name` of the file, for complaints. UTF-8 or GB18030. */
export function parseUrlList(name: string, bytes: Uint8Array, bureaus: readonly RegisteredBureau[]): UrlList {
  let rows: { record: string[]; info: { lines: number } }[];
  try {
    rows = parse(utf8OrGb18030(bytes), {
      bom: true,
      info: true,
      relax_column_count: true,
      trim: true,
    }) as never;
  } catch (error) {
    return {
      urls: [],
      errors: [`${name} 第${(error as { lines?: number }).lines ?? '?'}行：引号不成对，请核对`],
    };
  }
  const header = rows[0]?.record.map((cell) => cell.toLowerCase()) ?? [];
  if (!header.includes('url')) return { urls: [], errors: [`${name} 第1行：缺少 url 列`] };
  const errors = header
    .filter((cell) => cell !== '' && !(COLUMNS as readonly string[]).includes(cell))
    .map((cell) => `${name} 第1行：不认识的列“${cell}”，可用的列是 ${COLUMNS.join('、')}`);
  const urls = rows.slice(1).flatMap(({ record, info }) => {
    const cell = (column: (typeof COLUMNS)[number]) => record[header.indexOf(column)]?.trim() ?? '';
    const row = readRow(cell, bureaus);
    errors.push(...row.wrong.map((what) => `${name} 第${info.lines}行 ${what}`));
    return row.wrong.length > 0 || cell('url') === '' ? [] : [row.seed];
  });
  return { urls, errors };
}

type Cell = (column: (typeof COLUMNS)[number]) => string;

function readRow(cell: Cell, bureaus: readonly RegisteredBureau[]): { seed: SeedUrl; wrong: string[] } {
  const [url, bureau, kind, year, day] = COLUMNS.map(cell) as [string, string, string, string, string];
  const named = bureaus.filter((each) => each.id === bureau || namesOf(each).includes(bureau));
  const wrong = [
    ...(url === '' || /^https?:\/\/\S+$/.test(url)
      ? []
      : [`url：应为 http:// 或 https:// 开头的网址，读到“${url}”`]),
    ...(bureau === '' || named.length === 1 ? [] : [`bureau：登记里没有这个单位，读到“${bureau}”`]),
    ...(kind === '' || kindNamed(kind) !== null ? [] : [`kind：没有这种报告，读到“${kind}”`]),
    ...(year === '' || YEAR.test(year) ? [] : [`fiscal_year：应为四位年份，读到“${year}”`]),
    ...(day === '' || DAY.test(day) ? [] : [`published_on：应为日期，如 2025-08-15，读到“${day}”`]),
  ];
  const seed = {
    url,
    bureauId: named[0]?.id ?? null,
    kind: kindNamed(kind),
    fiscalYear: year === '' ? null : Number(year),
    publishedOn: day === '' ? null : day,
  };
  return { seed, wrong };
}

/** One visit: whoever lists an address registers its host with it. */
export function seedsOfUrls(urls: readonly SeedUrl[]): Seeds {
  const hosts = new Set(urls.flatMap(({ url }) => (URL.canParse(url) ? [new URL(url).host] : [])));
  return { bureauId: null, listings: [], urls, hosts };
}

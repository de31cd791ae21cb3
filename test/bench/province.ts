/** The reports of a province that does not exist: text and web pages, final accounts of many bureaus and years. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inventedAccounts } from '../support/invented-reports.ts';

const OFFICES = [
  '财政局',
  '审计局',
  '统计局',
  '教育局',
  '民政局',
  '司法局',
  '水务局',
  '商务局',
  '档案馆',
  '信访局',
];
const YEARS = 10;
const CELL_OF_TABLE = /\t/;

/** Puts `count` documents below `folder`, one folder a bureau; the same count gives the same bytes. */
export function writeProvince(folder: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const path = join(
      folder,
      String(Math.floor(at / YEARS)),
      `${2015 + (at % YEARS)}.${isPage(at) ? 'html' : 'txt'}`,
    );
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, reportOf(at, 0));
    return path;
  });
}

/** The report as it is published again, with another figure. */
export function reportOf(at: number, edition: number): string {
  const bureau = Math.floor(at / YEARS);
  const name = `${countyOf(Math.floor(bureau / OFFICES.length))}县${OFFICES[bureau % OFFICES.length]}`;
  const figures = { basic: 100 + (at % 97) + edition, project: 20 + (at % 13) };
  const text = inventedAccounts(name, 2015 + (at % YEARS), figures);
  return isPage(at) ? pageOf(text) : text;
}

/** 0 → 甲甲, 1 → 甲乙 */
function countyOf(number: number): string {
  const digits = '甲乙丙丁戊己庚辛壬癸';
  return [...String(number).padStart(2, '0')].map((digit) => digits[Number(digit)]).join('');
}

function isPage(at: number): boolean {
  return Math.floor(at / YEARS) % 3 === 2;
}

function pageOf(text: string): string {
  const lines = text.split('\n').map((line) =>
    CELL_OF_TABLE.test(line)
      ? `<tr>${line
          .split('\t')
          .map((cell) => `<td>${cell}</td>`)
          .join('')}</tr>`
      : `<p>${line}</p>`,
  );
  const body = lines.join('\n').replace(/(?:<tr>.*<\/tr>\n?)+/g, (rows) => `<table>\n${rows}</table>\n`);
  return `<!doctype html><html><head><meta charset="utf-8"><title>${text.split('\n', 1)[0]}</title></head><body>${body}</body></html>`;
}

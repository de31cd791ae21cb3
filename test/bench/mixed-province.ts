/** Final accounts of a province that does not exist, whole ones with all their statements, in the formats that bureaus use. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { utf8 } from '../../sources/samples/build/document.ts';
import { webPage } from '../../sources/samples/build/formats/web-page.ts';
import { wordFile } from '../../sources/samples/build/formats/word-file.ts';
import { workbookFile } from '../../sources/samples/build/formats/workbook-file.ts';
import { finalAccountsPage } from '../../sources/samples/build/forms/final-accounts-document.ts';
import { gb18030 } from '../../sources/samples/build/gb18030.ts';
import { COUNTY_A } from '../../sources/samples/build/model/bureaus.ts';
import { type Page, textOf } from '../../sources/samples/build/page.ts';
import { paperOf } from './paper.ts';

interface Format {
  ending: string;
  /** Of twenty reports. Bureaus publish PDF and Word above all. */
  share: number;
  print(page: Page): Uint8Array | Promise<Uint8Array>;
}

const FORMATS: readonly Format[] = [
  { ending: 'pdf', share: 8, print: paperOf },
  { ending: 'docx', share: 4, print: (page) => wordFile(page, { ruled: true, landscape: false }) },
  { ending: 'xlsx', share: 2, print: (page) => workbookFile(page, 'xlsx') },
  { ending: 'xls', share: 1, print: (page) => workbookFile(page, 'biff8') },
  { ending: 'html', share: 3, print: (page) => utf8(webPage(page, 'utf-8')) },
  { ending: 'txt', share: 1, print: (page) => utf8(textOf(page)) },
  { ending: 'gbk.txt', share: 1, print: (page) => gb18030(textOf(page)) },
];
const TURN: readonly Format[] = FORMATS.flatMap((format) =>
  Array.from({ length: format.share }, () => format),
);
const FIRST_YEAR = 2022;
const YEARS = 4;
const DIGITS = '甲乙丙丁戊己庚辛壬癸';

/** Puts `count` reports below `folder`, one folder a bureau, and says how many there are of each format. */
export async function writeMixedProvince(folder: string, count: number): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (let at = 0; at < count; at += 1) {
    const bureau = Math.floor(at / YEARS);
    // The years of one bureau come in different formats.
    const { ending, print } = TURN[(at * 7) % TURN.length]!;
    const page = finalAccountsPage(bureauOf(bureau), FIRST_YEAR + (at % YEARS), {
      style: { shortList: true },
    });
    mkdirSync(join(folder, String(bureau)), { recursive: true });
    writeFileSync(join(folder, String(bureau), `${FIRST_YEAR + (at % YEARS)}.${ending}`), await print(page));
    counts[ending] = (counts[ending] ?? 0) + 1;
  }
  return counts;
}

/** 0 → 甲甲甲县 */
function bureauOf(number: number) {
  const county = [...String(number).padStart(3, '0')].map((digit) => DIGITS[Number(digit)]).join('');
  return { ...COUNTY_A, name: `示例省${county}县医疗保障局`, level: 1 + (number % 37) / 100 };
}

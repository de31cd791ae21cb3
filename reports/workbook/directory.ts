/**
 * In place of a workbook that would hold a whole country: which workbooks to ask for. Half a million values with their
 * evidence are more than a spreadsheet opens or a machine writes within its memory; the site and the dataset have all.
 */
import type BetterSqlite3 from 'better-sqlite3';
import { type WriteSheet, writeXlsx } from 'hucre';
import { inLanguage, type Language } from '../words.ts';
import { text, whole } from './cell.ts';
import { layTable } from './sheet.ts';
import { FONT, STYLES } from './styles.ts';

/** A province of five hundred bureaus over six years stays below; beyond it memory runs to gigabytes. */
export const MOST_VALUES = 150_000;

interface ProvinceRow {
  province: string | null;
  bureaus: number;
  first: number;
  last: number;
  values: number;
}

const PROVINCES = `
  SELECT b.province, count(DISTINCT b.bureau_id) AS bureaus, min(b.first_year) AS first, max(b.last_year) AS last,
    sum((SELECT count(*) FROM metric_rows m WHERE m.bureau_id = b.bureau_id)) AS "values"
  FROM bureau_rows b GROUP BY b.province ORDER BY b.province IS NULL, min(b.region_code)`;

export async function renderDirectory(
  sqlite: BetterSqlite3.Database,
  language: Language,
): Promise<Uint8Array> {
  const provinces = sqlite.prepare<[], ProvinceRow>(PROVINCES).all();
  return writeXlsx({ sheets: [directorySheet(provinces, language)], defaultFont: FONT });
}

function directorySheet(provinces: readonly ProvinceRow[], language: Language): WriteSheet {
  const say = (zh: string, en: string) => inLanguage([zh, en], language);
  const bureaus = provinces.reduce((sum, one) => sum + one.bureaus, 0);
  return layTable({
    name: say('目录', 'Directory'),
    title: say('对标 · 工作簿目录', 'Duibiao · which workbook to ask for'),
    notes: [
      say(
        `共 ${bureaus} 个单位，放不进一个工作簿。请按省导出，或按单位及其同类：duibiao report --bureau 单位 --peers auto。`,
        `${bureaus} bureaus do not fit into one workbook. Ask for a province, or for a bureau and its peers: duibiao report --bureau NAME --peers auto.`,
      ),
      say(
        '网页（out/site）和数据集（out/dataset）含全部单位。',
        'The site and the dataset have all of them.',
      ),
    ],
    columns: [
      { title: say('省份', 'province'), style: STYLES.text, widest: 26 },
      { title: say('单位（个）', 'bureaus'), style: STYLES.centred },
      { title: say('年度', 'years'), style: STYLES.centred, widest: 16 },
      { title: say('指标值（个）', 'metric values'), style: STYLES.centred, widest: 16 },
      { title: say('导出命令', 'command'), style: STYLES.text, widest: 60 },
    ],
    rows: provinces.map(({ province, bureaus: count, first, last, values }) => [
      text(province ?? say('地区不详', 'region unknown')),
      whole(count),
      text(first === last ? String(first) : `${first}–${last}`, STYLES.centred),
      whole(values),
      text(province === null ? say('按单位导出', 'by bureau') : `duibiao report --province ${province}`),
    ]),
    frozenColumns: 1,
  });
}

/** Titles, descriptions and units of every view for Datasette: `datasette warehouse.db -m out/datasette.json`. */
import { DICTIONARY } from '../../warehouse/dictionary-entries.ts';

export function printDatasetteMetadata(): string {
  const tables = Object.entries(DICTIONARY).map(([view, { zh, en, columns }]) => [
    view,
    {
      title: view,
      description: `${zh}。${en}`,
      columns: Object.fromEntries(
        Object.entries(columns).map(([column, [, columnZh, columnEn]]) => [
          column,
          `${columnZh} · ${columnEn}`,
        ]),
      ),
      units: Object.fromEntries(
        Object.entries(columns).flatMap(([column, [unit]]) => (unit === null ? [] : [[column, unit]])),
      ),
    },
  ]);
  const metadata = {
    title: '对标 · Duibiao',
    description: '部门预算、部门决算与绩效自评；每个数字都可追溯到原文件',
    databases: { warehouse: { tables: Object.fromEntries(tables) } },
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
}

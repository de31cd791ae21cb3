/** The benchmark spreadsheet that analysts hand on, made from the warehouse alone. */
import { writeFile } from 'node:fs/promises';
import { type WriteSheet, writeXlsx } from 'hucre';
import { openSqlite, type Warehouse } from '../../warehouse/connect.ts';
import type { Language } from '../words.ts';
import { changesSheet } from './change-list.ts';
import { comparisonSheets } from './comparison.ts';
import { coverSheet } from './cover.ts';
import { definitionsSheet } from './definitions.ts';
import { DETAILS_FIRST_ROW, detailsSheet } from './details.ts';
import { MOST_VALUES, renderDirectory } from './directory.ts';
import { documentsSheet } from './document-list.ts';
import { type Edition, editionOf } from './edition.ts';
import { EVIDENCE_FIRST_ROW, evidenceSheet } from './evidence.ts';
import { executionSheet } from './execution-rates.ts';
import { findingsSheet } from './finding-list.ts';
import { overviewSheet } from './overview.ts';
import { profileSheet } from './profile.ts';
import {
  type Benchmarks,
  EVERYTHING,
  readBenchmarks,
  type Selection,
  yearsThatFit,
} from './read-benchmarks.ts';
import { FONT } from './styles.ts';
import { threePublicSheet } from './three-public-trend.ts';

export interface WorkbookOptions {
  language?: Language;
  /** Part of the warehouse; all of it unless said. */
  selection?: Selection;
  /** Metric values that one workbook may show. */
  mostValues?: number;
}

/**
 * Writes the workbook of a warehouse (open, or by its path) to `outPath`, replacing what stands there.
 * Same warehouse, same cells. Where the whole warehouse is too much for one workbook, a directory of those to ask for
 * takes its place; where a part of it is, the latest years that fit. Throws what opening and writing throw.
 */
export async function writeWorkbook(
  warehouse: Pick<Warehouse, 'sqlite'> | string,
  outPath: string,
  { language = 'zh', selection = EVERYTHING, mostValues = MOST_VALUES }: WorkbookOptions = {},
): Promise<void> {
  const isPath = typeof warehouse === 'string';
  const sqlite = isPath ? openSqlite(warehouse, { readonly: true }) : warehouse.sqlite;
  try {
    const years = yearsThatFit(sqlite, selection, mostValues);
    const isWhole = selection.bureaus === null && selection.years === null && selection.metrics === null;
    const bytes =
      years !== null && isWhole
        ? await renderDirectory(sqlite, language)
        : await renderWorkbook(
            readBenchmarks(sqlite, years === null ? selection : { ...selection, years }),
            language,
          );
    await writeFile(outPath, bytes);
  } finally {
    if (isPath) sqlite.close();
  }
}

/** The bytes of the .xlsx file. */
export async function renderWorkbook(data: Benchmarks, language: Language): Promise<Uint8Array> {
  const edition = editionOf(data, language, { evidence: EVIDENCE_FIRST_ROW, details: DETAILS_FIRST_ROW });
  const sheets = sheetsOf(edition);
  const at = data.run === null ? null : new Date(data.run.finished_at ?? data.run.started_at);
  return writeXlsx({
    sheets: [coverSheet(edition, sheets), ...sheets],
    defaultFont: FONT,
    properties: {
      title: edition.say('对标 · 部门预决算对比', 'Duibiao · benchmarks'),
      creator: 'duibiao',
      ...(at === null ? {} : { created: at, modified: at }),
    },
  });
}

/** Sheets after the cover; one that has nothing to show is left out. */
function sheetsOf(edition: Edition): WriteSheet[] {
  const { data } = edition;
  return [
    data.subject === null ? null : profileSheet(edition, data.subject),
    data.metrics.length > 0 ? overviewSheet(edition) : null,
    ...comparisonSheets(edition),
    threePublicSheet(edition),
    executionSheet(edition),
    data.documents.length > 0 ? findingsSheet(edition) : null,
    data.changes.length > 0 ? changesSheet(edition) : null,
    data.metrics.length > 0 ? evidenceSheet(edition) : null,
    data.observations.length > 0 ? detailsSheet(edition) : null,
    definitionsSheet(edition),
    data.documents.length > 0 ? documentsSheet(edition) : null,
  ].filter((sheet) => sheet !== null);
}

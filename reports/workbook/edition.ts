/** One workbook being made: what it shows, in which language, and on which row each piece of evidence stands. */

import type { Language, Word } from '../words.ts';
import { inLanguage } from '../words.ts';
import type { CellSpec, RowLink } from './cell.ts';
import type { Benchmarks, MetricFigure, ObservedFigure } from './read-benchmarks.ts';
import { MOST_ROWS } from './sheet.ts';

export interface Edition {
  data: Benchmarks;
  language: Language;
  say(zh: string, en: string): string;
  word(word: Word): string;
  /** Name of the bureau, or that it is unidentified. */
  bureauOf(row: { bureau_id: string; bureau_name: string | null }): string;
  observation(id: string): ObservedFigure | undefined;
  /** Where the calculation of a metric value, and where an observation stands. */
  evidenceOf(metric: MetricFigure): RowLink | null;
  detailOf(observationId: string): RowLink | null;
}

/** Names of sheets: letters only, so that they need no quotes in ranges. */
export const SHEETS = {
  cover: ['封面', 'Cover'],
  profile: ['单位概况', 'Profile'],
  overview: ['概览', 'Overview'],
  threePublic: ['三公趋势', 'ThreePublic'],
  execution: ['执行率', 'Execution'],
  findings: ['校验发现', 'Findings'],
  changes: ['变化', 'Changes'],
  evidence: ['依据', 'Evidence'],
  details: ['数据明细', 'Observations'],
  definitions: ['指标定义', 'Definitions'],
  documents: ['文件清单', 'Documents'],
} as const satisfies Record<string, Word>;

export function comparisonSheetName(family: Word, language: Language): string {
  const [zh, en] = family;
  return inLanguage(
    [`指标对比_${zh.replaceAll(/[“”]/gu, '')}`, `Compare_${en.replaceAll(/[^A-Za-z]+/gu, '')}`],
    language,
  );
}

/** `evidenceRows` and `detailRows`: ids in the order in which they will stand, and the row (from 1) of the first. */
export function editionOf(
  data: Benchmarks,
  language: Language,
  firstRow: { evidence: number; details: number },
): Edition {
  const observations = new Map(data.observations.map((one) => [one.observation_id, one]));
  const details = rowsFrom(
    firstRow.details,
    data.observations.map((one) => one.observation_id),
  );
  const evidence = rowsFrom(
    firstRow.evidence,
    tracedMetrics(data).map((one) => one.metric_id),
  );
  const say = (zh: string, en: string) => inLanguage([zh, en], language);
  const linkTo = (sheet: Word, row: number | undefined, tooltip: string): RowLink | null =>
    row === undefined ? null : { sheet: inLanguage(sheet, language), row, tooltip };
  return {
    data,
    language,
    say,
    word: (word) => inLanguage(word, language),
    bureauOf: (row) =>
      row.bureau_name ??
      say(`未识别单位（${shortId(row.bureau_id)}）`, `unidentified (${shortId(row.bureau_id)})`),
    observation: (id) => observations.get(id),
    evidenceOf: (metric) =>
      linkTo(SHEETS.evidence, evidence.get(metric.metric_id), say('看依据', 'See the evidence')),
    detailOf: (id) => linkTo(SHEETS.details, details.get(id), say('看出处', 'See the source')),
  };
}

/** Metric values whose figures stand in the workbook; the comparison sheets show the others without a link. */
export function tracedMetrics({ metrics, tracedYears }: Benchmarks): readonly MetricFigure[] {
  return tracedYears === null ? metrics : metrics.filter((one) => tracedYears.includes(one.fiscal_year));
}

/** Where the rest is, for the notes of a sheet that does not show all; '' where it does. */
export function untracedNote({ data, say }: Pick<Edition, 'data' | 'say'>): string {
  if (data.tracedYears === null) return '';
  const years = data.tracedYears.toSorted((a, b) => a - b).join('、');
  return say(
    ` 数据较多，只列 ${years} 年度；其余年度见数据仓库、数据集，或用 duibiao report 按单位、年度导出。`,
    ` Only ${years}: the other years are in the warehouse and the dataset.`,
  );
}

/** "unidentified-3f2a…" → its first eight digits: enough to tell them apart on paper. */
function shortId(bureauId: string): string {
  return bureauId.replace(/^unidentified-/u, '').slice(0, 8);
}

function rowsFrom(first: number, ids: readonly string[]): Map<string, number> {
  return new Map(ids.slice(0, MOST_ROWS).map((id, index) => [id, first + index]));
}

/** The widest rank column still says of how many: 3 shown as "3 / 7", while the cell holds 3. */
export function rankFormat(count: number): string {
  return `0" / ${count}"`;
}

export type Row = readonly CellSpec[];

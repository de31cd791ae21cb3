/**
 * What the analyst knows about the files of an inbox: whose they are, for which year. A manifest outweighs
 * everything a document says of itself, so a slip in it must be seen and never guessed right.
 */
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { utf8OrGb18030 } from './decode-text.ts';

export interface ManifestEntry {
  /** Path below the inbox with `/` between folders, or a bare file name. */
  file: string;
  bureau: string | null;
  /** Six digits (GB/T 2260). */
  regionCode: string | null;
  scope: 'department' | 'unit' | null;
  fiscalYear: number | null;
  kind: ManifestKind | null;
  url: string | null;
  /** ISO 8601 date. */
  publishedOn: string | null;
  /** Line of the file the row begins on, from 1. */
  row: number;
}

export interface ParsedManifest {
  entries: readonly ManifestEntry[];
  /** Chinese sentences, each naming row and column. A row with a wrong field keeps its other fields. */
  errors: readonly string[];
}

const KINDS = [
  'final_accounts',
  'budget',
  'self_evaluation',
  'project_evaluation',
  'performance_targets',
  'unknown',
] as const;
export type ManifestKind = (typeof KINDS)[number];

/** What analysts write instead of the identifiers. */
const KIND_NAMES: Readonly<Record<string, ManifestKind>> = {
  部门决算: 'final_accounts',
  单位决算: 'final_accounts',
  决算: 'final_accounts',
  部门预算: 'budget',
  单位预算: 'budget',
  预算: 'budget',
  整体支出绩效自评: 'self_evaluation',
  绩效自评: 'self_evaluation',
  项目支出绩效自评: 'project_evaluation',
  项目自评: 'project_evaluation',
  绩效目标: 'performance_targets',
};
const SCOPE_NAMES: Readonly<Record<string, 'department' | 'unit'>> = {
  部门: 'department',
  单位: 'unit',
  本级: 'unit',
};
/** Columns for people only. */
const REMARKS = new Set(['备注', '说明', 'note', 'notes', 'remark', 'remarks', 'comment']);
/** "2025-8-1", "2025/08/01", "2025.8.1", "2025年8月1日" */
const DATE = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;

const FIELDS = {
  bureau: z.string().max(100, '单位名称不应超过100个字'),
  region_code: z.string().regex(/^\d{6}$/, '应为6位行政区划代码'),
  scope: z
    .string()
    .transform((text) => SCOPE_NAMES[text] ?? text)
    .pipe(z.enum(['department', 'unit'], { error: '应为 department（部门）或 unit（单位）' })),
  fiscal_year: z
    .string()
    .regex(/^(?:19|20)\d{2}$/, '应为四位年份')
    .transform(Number),
  kind: z
    .string()
    .transform((text) => KIND_NAMES[text] ?? text)
    .pipe(z.enum(KINDS, { error: `应为 ${KINDS.join('、')} 之一` })),
  url: z.string().regex(/^https?:\/\/\S+$/, '应为 http:// 或 https:// 开头的网址'),
  published_on: z
    .string()
    .transform((text, context) => isoDate(text) ?? refuse(context, '应为日期，如 2025-08-15')),
} as const;
type Field = keyof typeof FIELDS;

/** Bytes of a CSV in UTF-8 (with or without BOM) or GB18030. Never throws: what cannot be read is an error. */
export function parseManifest(bytes: Uint8Array): ParsedManifest {
  const errors: string[] = [];
  const rows = readRows(utf8OrGb18030(bytes), errors);
  const header = rows[0]?.cells.map((name) => name.trim().toLowerCase()) ?? [];
  if (rows.length === 0) return { entries: [], errors: errors.length > 0 ? errors : ['manifest.csv 是空的'] };
  if (!header.includes('file'))
    return { entries: [], errors: [...errors, 'manifest.csv 第1行：缺少 file 列'] };
  errors.push(...headerErrors(header));
  const entries = rows.slice(1).flatMap((row) => entryOf(row, header, errors));
  return { entries: withoutRepeats(entries, errors), errors };
}

/** The entry for a file: by its path below the inbox, else by its name where the manifest gives no folder. */
export function manifestEntryFor(
  entries: readonly ManifestEntry[],
  relativePath: string,
): ManifestEntry | null {
  const path = comparable(relativePath);
  const name = path.split('/').at(-1)!;
  return entries.find((entry) => entry.file === path) ?? entries.find((entry) => entry.file === name) ?? null;
}

interface Row {
  cells: readonly string[];
  line: number;
}

function readRows(text: string, errors: string[]): Row[] {
  const read = (relax: boolean) =>
    parse(text, {
      info: true,
      bom: true,
      relax_column_count: true,
      relax_quotes: relax,
      skip_empty_lines: false,
    });
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = read(false) as unknown as typeof records;
  } catch (error) {
    const line = (error as { lines?: number }).lines;
    errors.push(`manifest.csv 第${line ?? '?'}行：引号不成对，请核对`);
    try {
      records = read(true) as unknown as typeof records;
    } catch {
      return [];
    }
  }
  return records
    .map(({ record, info }) => ({ cells: record, line: info.lines }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

function headerErrors(header: readonly string[]): string[] {
  const known = new Set<string>(['file', ...Object.keys(FIELDS)]);
  const unknown = header.filter((name) => name !== '' && !known.has(name) && !REMARKS.has(name));
  const repeated = header.filter((name, index) => known.has(name) && header.indexOf(name) !== index);
  return [
    ...unknown.map((name) => `manifest.csv 第1行：不认识的列“${name}”，可用的列是 ${[...known].join('、')}`),
    ...repeated.map((name) => `manifest.csv 第1行：列“${name}”重复`),
  ];
}

function entryOf({ cells, line }: Row, header: readonly string[], errors: string[]): ManifestEntry[] {
  const textOf = (column: string) => (cells[header.indexOf(column)] ?? '').trim();
  const read = <F extends Field>(field: F): z.output<(typeof FIELDS)[F]> | null => {
    const text = header.includes(field) ? textOf(field) : '';
    if (text === '') return null;
    const parsed = FIELDS[field].safeParse(text);
    if (parsed.success) return parsed.data as z.output<(typeof FIELDS)[F]>;
    errors.push(
      `manifest.csv 第${line}行 ${field}：${parsed.error.issues[0]?.message ?? '格式不对'}，读到“${text}”`,
    );
    return null;
  };
  if (cells.length > header.length)
    errors.push(`manifest.csv 第${line}行：有 ${cells.length} 列，表头只有 ${header.length} 列`);
  const file = comparable(textOf('file'));
  if (file === '') {
    errors.push(`manifest.csv 第${line}行 file：不能为空`);
    return [];
  }
  return [
    {
      file,
      bureau: read('bureau'),
      regionCode: read('region_code'),
      scope: read('scope'),
      fiscalYear: read('fiscal_year'),
      kind: read('kind'),
      url: read('url'),
      publishedOn: read('published_on'),
      row: line,
    },
  ];
}

/** Two rows for one file would make the answer depend on their order. */
function withoutRepeats(entries: readonly ManifestEntry[], errors: string[]): ManifestEntry[] {
  const first = new Map<string, ManifestEntry>();
  for (const entry of entries) {
    const known = first.get(entry.file);
    if (known === undefined) first.set(entry.file, entry);
    else
      errors.push(
        `manifest.csv 第${entry.row}行 file：与第${known.row}行重复，读到“${entry.file}”，以第${known.row}行为准`,
      );
  }
  return [...first.values()];
}

/** Windows separators, a leading ./ and decomposed characters of macOS do not make another file. */
function comparable(path: string): string {
  return path
    .trim()
    .normalize('NFC')
    .replaceAll('\\', '/')
    .replace(/^(?:\.?\/)+/, '');
}

function isoDate(text: string): string | null {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined) return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
    ? date.toISOString().slice(0, 10)
    : null;
}

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}

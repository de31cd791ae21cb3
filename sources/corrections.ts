/**
 * What analysts know better than a report: the figure that should have been printed, why, on what evidence, and
 * which wrong value it stands for. Corrections live outside the code, and a slip in one must be seen.
 */
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { utf8OrGb18030 } from './decode-text.ts';

export interface Correction {
  /** Id or official name, as in the warehouse. */
  bureau: string;
  scope: 'department' | 'unit';
  fiscalYear: number;
  concept: string;
  phase: string;
  fund: string;
  functionCode: string | null;
  economicCode: string | null;
  project: string | null;
  unit: string;
  /** In minor units of `unit`, as all figures. */
  valueMinor: number;
  /** Size of the last digit written, in minor units. */
  ulpMinor: number;
  /** The wrong value that is corrected; another one means that the reports have changed. */
  expectMinor: number;
  reason: string;
  evidence: string;
  author: string;
  /** "corrections.csv 第3行": where a person finds it. */
  place: string;
  /** The document in whose picture `expectMinor` was recognised: a person read it, and nothing else is meant. */
  recognisedIn?: string;
}

/** The words of the vocabulary that a correction may use; `sources` knows none of its own. */
export interface CorrectionVocabulary {
  /** By id or printed name; null for no concept. */
  conceptOf(text: string): { id: string; unit: string } | null;
  phases: readonly string[];
  funds: readonly string[];
  /** How a value may be written: "万元" is CNY, and one of it is 1,000,000 minor units. */
  units: Readonly<Record<string, { unit: string; minor: number }>>;
}

export const CORRECTION_COLUMNS = [
  'bureau',
  'scope',
  'fiscal_year',
  'concept',
  'phase',
  'fund',
  'function_code',
  'economic_code',
  'project',
  'value',
  'unit',
  'reason',
  'evidence',
  'author',
  'expect',
] as const;
type Column = (typeof CORRECTION_COLUMNS)[number];

const SCOPE_NAMES: Readonly<Record<string, 'department' | 'unit'>> = {
  部门: 'department',
  单位: 'unit',
  本级: 'unit',
};
/** "1,234.50", "-0.35" */
const DECIMAL = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;

const needed = (what: string) => z.string().min(1, `不能为空：${what}`);
const code = (lengths: string) =>
  z
    .string()
    .regex(new RegExp(`^(?:\\d{${lengths.split('|').join('}|\\d{')}})?$`), `应为${lengths}位数字`)
    .transform((text) => (text === '' ? null : text));

function rowShape({ conceptOf, phases, funds, units }: CorrectionVocabulary) {
  const decimal = (what: string) => needed(what).regex(DECIMAL, '应为数字，如 1234.50');
  return z.object({
    bureau: needed('单位的编号或全称'),
    scope: z
      .string()
      .transform((text) => SCOPE_NAMES[text] ?? (text || 'department'))
      .pipe(z.enum(['department', 'unit'], { error: '应为 department（部门）或 unit（单位）' })),
    fiscal_year: z
      .string()
      .regex(/^(?:19|20)\d{2}$/, '应为四位年份')
      .transform(Number),
    concept: z
      .string()
      .transform((text, context) => conceptOf(text) ?? refuse(context, '没有这个科目，见 concepts 表')),
    phase: z.string().refine((text) => phases.includes(text), `应为 ${phases.join('、')} 之一`),
    fund: z
      .string()
      .transform((text) => text || 'all')
      .refine((text) => funds.includes(text), `应为 ${funds.join('、')} 之一`),
    function_code: code('3|5|7'),
    economic_code: code('3|5'),
    project: z.string().transform((text) => (text === '' ? null : text)),
    value: decimal('应当是多少'),
    unit: z
      .string()
      .transform(
        (text, context) => units[text] ?? refuse(context, `应为 ${Object.keys(units).join('、')} 之一`),
      ),
    reason: needed('为什么改'),
    evidence: needed('依据在哪里'),
    author: needed('谁改的'),
    expect: decimal('被更正的原值'),
  });
}

export interface ParsedCorrections {
  corrections: readonly Correction[];
  /** Chinese sentences, each naming row and column. A row with a wrong field is not applied. */
  errors: readonly string[];
}

/** Bytes of a CSV in UTF-8 (with or without BOM) or GB18030. Never throws: what cannot be read is an error. */
export function parseCorrections(
  bytes: Uint8Array,
  vocabulary: CorrectionVocabulary,
  name = 'corrections.csv',
): ParsedCorrections {
  const errors: string[] = [];
  const rows = rowsOf(bytes, name, errors);
  const [header, ...body] = rows;
  if (!header) return { corrections: [], errors };
  const columns = header.cells.map((cell) => cell.trim().toLowerCase());
  const absent = CORRECTION_COLUMNS.filter((column) => !columns.includes(column));
  if (absent.length > 0)
    return { corrections: [], errors: [...errors, `${name} 第1行：缺少 ${absent.join('、')} 列`] };
  const shape = rowShape(vocabulary);
  const corrections = body.flatMap(({ cells, line }) => {
    const at = (column: Column): string => (cells[columns.indexOf(column)] ?? '').trim();
    const texts = Object.fromEntries(CORRECTION_COLUMNS.map((column) => [column, at(column)]));
    const parsed = shape.safeParse(texts);
    if (parsed.success) return correctionOf(parsed.data, `${name} 第${line}行`, errors);
    for (const { path, message } of parsed.error.issues) {
      const column = String(path[0]) as Column;
      errors.push(`${name} 第${line}行 ${column}：${message}，读到“${at(column)}”`);
    }
    return [];
  });
  return { corrections: withoutRepeats(corrections, errors), errors };
}

type Shape = z.output<ReturnType<typeof rowShape>>;

function correctionOf(row: Shape, place: string, errors: string[]): Correction[] {
  const { concept, unit } = row;
  if (concept.unit !== unit.unit) {
    errors.push(`${place} unit：科目 ${concept.id} 的单位是 ${concept.unit}，不是 ${unit.unit}`);
    return [];
  }
  const value = minorOf(row.value, unit.minor);
  const expect = minorOf(row.expect, unit.minor);
  if (value === null || expect === null) {
    const column = value === null ? 'value' : 'expect';
    errors.push(`${place} ${column}：小数位过多或数字过大，读到“${row[column]}”`);
    return [];
  }
  return [
    {
      ...{ bureau: row.bureau, scope: row.scope, fiscalYear: row.fiscal_year, concept: concept.id },
      ...{ phase: row.phase, fund: row.fund, project: row.project },
      ...{ functionCode: row.function_code, economicCode: row.economic_code, unit: unit.unit },
      ...{ valueMinor: value.minor, ulpMinor: value.ulp, expectMinor: expect.minor },
      ...{ reason: row.reason, evidence: row.evidence, author: row.author, place },
    },
  ];
}

/** Exact: "341.39" of 1,000,000 is 341,390,000; null where the unit has no room for the digits. */
function minorOf(text: string, minorPerUnit: number): { minor: number; ulp: number } | null {
  const [whole = '', decimals = ''] = text.replaceAll(',', '').split('.');
  const scale = 10 ** decimals.length;
  const minor = (Number(whole + decimals) * minorPerUnit) / scale;
  const fits = minorPerUnit % scale === 0 || Number.isInteger(minor);
  if (!fits || !Number.isSafeInteger(Number(whole + decimals) * minorPerUnit)) return null;
  return { minor, ulp: Math.max(1, minorPerUnit / scale) };
}

interface Row {
  cells: readonly string[];
  line: number;
}

function rowsOf(bytes: Uint8Array, name: string, errors: string[]): readonly Row[] {
  try {
    const records = parse(utf8OrGb18030(bytes), { info: true, bom: true, relax_column_count: true });
    return (records as unknown as { record: string[]; info: { lines: number } }[])
      .map(({ record, info }) => ({ cells: record, line: info.lines }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  } catch (error) {
    errors.push(`${name} 第${(error as { lines?: number }).lines ?? '?'}行：引号不成对，请核对`);
    return [];
  }
}

/** Two rows for one figure would make the answer depend on their order. */
export function withoutRepeats(corrections: readonly Correction[], errors: string[]): Correction[] {
  const first = new Map<string, Correction>();
  for (const correction of corrections) {
    const { bureau, scope, fiscalYear, concept, phase, fund, functionCode, economicCode, project } =
      correction;
    const picture = correction.recognisedIn ? [correction.recognisedIn, correction.expectMinor] : [];
    const codes = [functionCode, economicCode, project];
    const key = [bureau, scope, fiscalYear, concept, phase, fund, ...codes, ...picture].join('|');
    const known = first.get(key);
    if (known === undefined) first.set(key, correction);
    else errors.push(`${correction.place}：与${known.place}更正同一个数字，以前者为准`);
  }
  return [...first.values()];
}

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}

/**
 * What people answered to the questions of a review. Kept beside the warehouse, so that a rebuild asks nothing
 * twice; an answer holds for the item as it was asked, and for no other.
 */
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Correction } from './corrections.ts';
import { utf8OrGb18030 } from './decode-text.ts';
import type { ManifestEntry } from './manifest.ts';

export const REVIEW_KINDS = ['contested', 'suspect', 'ocr', 'unidentified', 'unclaimed'] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

export const ANSWER_COLUMNS = [
  'item',
  'digest',
  'kind',
  'answer',
  'comment',
  'bureau',
  'scope',
  'fiscal_year',
  'concept',
  'phase',
  'fund',
  'function_code',
  'economic_code',
  'project',
  'unit',
  'expect_minor',
  'value_minor',
  'ulp_minor',
  'file',
  'sha256',
] as const;

/** Without the apostrophe that keeps a spreadsheet from running the cell. */
const text = z.string().transform((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, ''));
const optional = text.transform((value) => (value === '' ? null : value));
const minor = z
  .string()
  .regex(/^(?:-?\d+)?$/, '应为整数')
  .transform((value) => (value === '' ? null : Number(value)));

const ROW = z.object({
  item: z.string().min(1, '不能为空'),
  digest: z.string().min(1, '不能为空'),
  kind: z.enum(REVIEW_KINDS),
  answer: z.string().min(1, '不能为空'),
  comment: text,
  bureau: optional,
  scope: z.enum(['department', 'unit', '']),
  fiscal_year: minor,
  concept: optional,
  phase: optional,
  fund: optional,
  function_code: optional,
  economic_code: optional,
  project: optional,
  unit: optional,
  expect_minor: minor,
  value_minor: minor,
  ulp_minor: minor,
  file: text,
  sha256: text,
});
/** One line of `review-answers.csv`: the item, what was said of it, and what it was when it was said. */
export type ReviewAnswer = z.output<typeof ROW>;

export interface ParsedAnswers {
  answers: readonly ReviewAnswer[];
  /** Chinese sentences, each naming row and column. */
  errors: readonly string[];
}

/** Bytes of `review-answers.csv`. Of several answers to one item the last stands. Never throws. */
export function parseReviewAnswers(bytes: Uint8Array): ParsedAnswers {
  const errors: string[] = [];
  let records: Record<string, string>[];
  try {
    records = parse(utf8OrGb18030(bytes), { columns: true, bom: true });
  } catch {
    return { answers: [], errors: ['review-answers.csv 不是完整的 CSV，答复没有采用'] };
  }
  const answers = new Map<string, ReviewAnswer>();
  for (const [at, record] of records.entries()) {
    const parsed = ROW.safeParse(record);
    if (parsed.success) answers.set(parsed.data.item, parsed.data);
    else {
      const { path, message } = parsed.error.issues[0]!;
      errors.push(`review-answers.csv 第${at + 2}行 ${String(path[0])}：${message}`);
    }
  }
  return { answers: [...answers.values()], errors };
}

/** Answers that give or confirm a value. */
export function correctionsIn(answers: readonly ReviewAnswer[]): readonly Correction[] {
  return answers.flatMap((answer) => {
    const { bureau, scope, fiscal_year, concept, phase, fund, unit, expect_minor, value_minor } = answer;
    if (value_minor === null || expect_minor === null || scope === '' || fiscal_year === null) return [];
    if (bureau === null || concept === null || phase === null || fund === null || unit === null) return [];
    return [
      {
        ...{ bureau, scope, fiscalYear: fiscal_year, concept, phase, fund, unit, project: answer.project },
        ...{ functionCode: answer.function_code, economicCode: answer.economic_code },
        ...{ valueMinor: value_minor, ulpMinor: answer.ulp_minor ?? 1, expectMinor: expect_minor },
        reason: answer.comment || (value_minor === expect_minor ? '复核确认' : '复核更正'),
        evidence: answer.file,
        author: '复核',
        place: `review-answers.csv ${answer.item}`,
        ...(answer.kind === 'ocr' ? { recognisedIn: documentIdIn(answer.item) } : {}),
      },
    ];
  });
}

/** "ocr:d-0123456789abcdef:…": these bytes and no later edition of them. */
const documentIdIn = (item: string): string => item.split(':')[1] ?? '';

/** "bureau 示例县医疗保障局 630223" */
const BUREAU_ANSWER = /^bureau\s+(\S+)(?:\s+(\d{6}))?$/;

export function bureauIn(answer: string): { bureau: string; regionCode: string | null } | null {
  const [, bureau, regionCode = null] = BUREAU_ANSWER.exec(answer) ?? [];
  return bureau === undefined ? null : { bureau, regionCode };
}

/** What answers say of a document's owner, as a manifest would: by sha256, for these very bytes alone. */
export function ownersIn(answers: readonly ReviewAnswer[]): ReadonlyMap<string, ManifestEntry> {
  return new Map(
    answers.flatMap(({ answer, file, sha256 }) => {
      const owner = bureauIn(answer);
      if (owner === null || sha256 === '') return [];
      const nothing = { scope: null, fiscalYear: null, kind: null, url: null, publishedOn: null, row: 0 };
      return [[sha256, { file, ...owner, ...nothing }] as const];
    }),
  );
}

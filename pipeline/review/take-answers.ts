/** A review that came back: each answer is held against the item as it is now, understood, and kept. */
import { parse } from 'csv-parse/sync';
import type { CorrectionVocabulary } from '../../sources/corrections.ts';
import { utf8OrGb18030 } from '../../sources/decode-text.ts';
import { bureauIn, type ReviewAnswer } from '../../sources/review-answers.ts';
import type { ReviewItem } from './items.ts';

export interface TakenAnswers {
  answers: ReviewAnswer[];
  /** Chinese sentences, each naming the row. */
  errors: string[];
}

/** Of a bureau: name and, where known, division code. Of a value: the number, and a unit where it is not the item's. */
const ANSWERS: readonly (readonly [RegExp, string])[] = [
  [/^(?:accept|采信|确认)$/i, 'accept'],
  [/^(?:ignore|忽略)$/i, 'ignore'],
  [/^(?:correct|更正)\s*(-?[\d,]+(?:\.\d+)?)\s*(\S*)$/i, 'correct'],
  [/^(?:bureau|单位)\s+(\S+(?:\s+\d{6})?)$/i, 'bureau'],
];
const EXPECTED = 'accept、correct 数值、bureau 单位名称 区划代码、ignore 之一';

export function takeAnswers(
  csv: Uint8Array,
  items: readonly ReviewItem[],
  units: CorrectionVocabulary['units'],
): TakenAnswers {
  const errors: string[] = [];
  const answers: ReviewAnswer[] = [];
  const byId = new Map(items.map((item) => [item.item, item]));
  for (const [at, row] of recordsOf(csv, errors).entries()) {
    const answer = unquoted(row.answer ?? '').trim();
    if (answer === '') continue;
    const taken = takeOne(row, answer, byId.get(row.item ?? ''), units);
    if (typeof taken === 'string') errors.push(`第${at + 2}行：${taken}`);
    else answers.push(taken);
  }
  return { answers, errors };
}

function recordsOf(csv: Uint8Array, errors: string[]): Record<string, string>[] {
  try {
    return parse(utf8OrGb18030(csv), { columns: true, bom: true, relax_column_count: true });
  } catch (error) {
    errors.push(`第${(error as { lines?: number }).lines ?? '?'}行：引号不成对，请核对`);
    return [];
  }
}

/** The apostrophe that kept a spreadsheet from running the cell. */
const unquoted = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, '');

/** A string says why the answer cannot be taken. */
function takeOne(
  row: Record<string, string>,
  answer: string,
  item: ReviewItem | undefined,
  units: CorrectionVocabulary['units'],
): ReviewAnswer | string {
  if (item === undefined) return `没有待复核的 ${row.item ?? ''}，可能已经解决`;
  if (item.digest !== row.digest) return `${item.item} 所问的内容已经改变，请重新导出后再答`;
  const [found, verb] =
    ANSWERS.map(([form, name]) => [form.exec(answer), name] as const).find(([m]) => m) ?? [];
  if (!found) return `读不懂答复“${answer}”，应为 ${EXPECTED}`;
  const comment = unquoted(row.comment ?? '').trim();
  if (verb === 'ignore') return answerOf(item, 'ignore', comment, null);
  if (verb === 'bureau') {
    if (item.kind !== 'unidentified') return '只有没有单位的文件才能答 bureau';
    const normal = `bureau ${found[1]!.replace(/\s+/g, ' ')}`;
    return bureauIn(normal) ? answerOf(item, normal, comment, null) : `读不懂答复“${answer}”`;
  }
  if (item.value_minor === null)
    return verb === 'accept' ? answerOf(item, 'accept', comment, null) : '这一项没有数值可更正';
  if (verb === 'accept')
    return answerOf(item, 'accept', comment, { value: item.value_minor, ulp: item.ulp_minor ?? 1 });
  const value = valueIn(found[1]!, found[2] || item.unit || '', item, units);
  return typeof value === 'string' ? value : answerOf(item, answer, comment, value);
}

function valueIn(
  digits: string,
  unitName: string,
  item: ReviewItem,
  units: CorrectionVocabulary['units'],
): { value: number; ulp: number } | string {
  const unit = units[unitName];
  if (!unit || unit.unit !== item.unit) return `单位“${unitName}”与这一项的单位 ${item.unit} 不符`;
  const [whole = '', decimals = ''] = digits.replaceAll(',', '').split('.');
  const value = (Number(whole + decimals) * unit.minor) / 10 ** decimals.length;
  if (!Number.isSafeInteger(value)) return `数值“${digits}”的小数位过多或数字过大`;
  return { value, ulp: Math.max(1, unit.minor / 10 ** decimals.length) };
}

function answerOf(
  item: ReviewItem,
  answer: string,
  comment: string,
  value: { value: number; ulp: number } | null,
): ReviewAnswer {
  const { bureau_id: bureau, scope, fiscal_year, concept, phase, fund, function_code, economic_code } = item;
  return {
    ...{ item: item.item, digest: item.digest, kind: item.kind, answer, comment, bureau, fiscal_year },
    scope: scope === 'department' || scope === 'unit' ? scope : '',
    ...{ concept, phase, fund, function_code, economic_code, project: item.project, unit: item.unit },
    expect_minor: value === null ? null : item.value_minor,
    value_minor: value?.value ?? null,
    ulp_minor: value?.ulp ?? null,
    ...{ file: item.file, sha256: item.sha256 },
  };
}

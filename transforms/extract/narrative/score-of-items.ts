/**
 * The total of a self-evaluation that prints only the scores of its items. The items count as the whole
 * form where their full marks come to a hundred; otherwise something is missing and nothing is summed.
 */
import type { Location, Paragraph } from '../../read/document.ts';
import type { Fact } from '../fact.ts';
import type { Reading } from './reading.ts';
import { quoteAround } from './record.ts';

const FULL_MARKS = 100;
/** "(5分)", "（5分）", "指标分值18分", "分值 5 分" */
const MARKS = /[(（]\s*(\d{1,3}(?:\.\d+)?)\s*分\s*[)）]|分值\s*(?:为)?\s*(\d{1,3}(?:\.\d+)?)\s*分/g;
/** "自评5分", "自评分 4 分", "自评得分：4.5分" */
const SCORE = /自评(?:得)?分?\s*[:：]?\s*(\d{1,3}(?:\.\d+)?)\s*分/g;

interface Item {
  marks: number;
  score: number;
  decimals: number;
  location: Location;
  text: string;
}

export function scoreOfItems(paragraphs: readonly Paragraph[], reading: Reading): Fact[] {
  const { disclosure, facts } = reading;
  const year = disclosure.fiscalYear;
  const stated = facts.some((fact) => fact.concept === 'evaluation.score' && fact.project === null);
  if (stated || year === null || disclosure.kind !== 'self_evaluation') return [];
  const items = itemsOf(paragraphs);
  if (items === null || items.length < 2) return [];
  const marks = items.reduce((sum, item) => sum + item.marks, 0);
  if (Math.abs(marks - FULL_MARKS) > 1e-9) return [];
  return [totalOf(items, year)];
}

/** Each score with the full marks printed last before it; null where a score has none or exceeds them. */
function itemsOf(paragraphs: readonly Paragraph[]): Item[] | null {
  const items: Item[] = [];
  let marks: number | null = null;
  for (const { text, location } of paragraphs) {
    const found = [...text.matchAll(MARKS), ...text.matchAll(SCORE)].sort((a, b) => a.index - b.index);
    for (const match of found) {
      if (!match[0].startsWith('自评')) {
        marks = Number(match[1] ?? match[2]);
        continue;
      }
      const score = Number(match[1]);
      if (marks === null || score > marks) return null;
      items.push({ marks, score, decimals: match[1]!.split('.')[1]?.length ?? 0, location, text });
      marks = null;
    }
  }
  return items;
}

function totalOf(items: readonly Item[], fiscalYear: number): Fact {
  const decimals = Math.max(...items.map((item) => item.decimals));
  const valueMinor = items.reduce((sum, item) => sum + Math.round(item.score * 10_000), 0);
  const last = items.at(-1)!;
  return {
    fiscalYear,
    concept: 'evaluation.score',
    phase: 'actual',
    fund: 'all',
    functionCode: null,
    economicCode: null,
    project: null,
    unit: 'points',
    valueMinor,
    ulpMinor: 10_000 / 10 ** decimals,
    printed: items.map((item) => item.score).join('+'),
    printedUnit: '分',
    basis: 'derived',
    medium: 'prose',
    location: last.location,
    quote: quoteAround(last.text, 0),
    rule: 'narrative/score-of-items',
  };
}

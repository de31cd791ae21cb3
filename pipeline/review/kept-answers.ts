/** `review-answers.csv` beside the warehouse. */
import { existsSync, readFileSync } from 'node:fs';
import {
  ANSWER_COLUMNS,
  type ParsedAnswers,
  parseReviewAnswers,
  type ReviewAnswer,
} from '../../sources/review-answers.ts';
import { writeWhole } from '../../sources/whole-file.ts';
import { writeCsv } from './csv.ts';

export function loadAnswers(path: string): ParsedAnswers {
  return existsSync(path) ? parseReviewAnswers(readFileSync(path)) : { answers: [], errors: [] };
}

/** A later answer to an item takes the place of the earlier one. */
export function keepAnswers(path: string, answers: readonly ReviewAnswer[]): void {
  const all = new Map([...loadAnswers(path).answers, ...answers].map((answer) => [answer.item, answer]));
  const sorted = [...all.values()].sort((a, b) => (a.item < b.item ? -1 : 1));
  writeWhole(path, writeCsv(ANSWER_COLUMNS, sorted), { durable: true });
}

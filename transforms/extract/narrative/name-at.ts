/** Names of the classifications where they stand in prose without a code: "教育支出31万元", "工资福利支出为12万元". */
import type { Meaning } from '../../layouts/narrative/word.ts';
import { LongestMatch } from '../../parse/longest-match.ts';
import { classificationNames } from './classification-names.ts';

const NAMES = new LongestMatch(classificationNames());

/** The longest name that stands at `at`. */
export function nameAt(text: string, at = 0): { length: number; means: Meaning } | null {
  const found = NAMES.at(text, at);
  return found && { length: found.word.length, means: found.value };
}

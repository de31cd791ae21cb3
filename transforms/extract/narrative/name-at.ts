/** Names of the classifications where they stand in prose without a code: "教育支出31万元", "工资福利支出为12万元". */
import type { Meaning } from '../../layouts/narrative/word.ts';
import { classificationNames } from './classification-names.ts';

/** The longest name that the text begins with. */
export function nameAt(text: string): { length: number; means: Meaning } | null {
  for (const [name, means] of byFirst.get(text[0] ?? '') ?? [])
    if (text.startsWith(name)) return { length: name.length, means };
  return null;
}

const byFirst = new Map<string, [string, Meaning][]>();
for (const [name, means] of classificationNames()) {
  const first = name[0] ?? '';
  byFirst.set(first, [...(byFirst.get(first) ?? []), [name, means]]);
}
for (const names of byFirst.values()) names.sort((a, b) => b[0].length - a[0].length);

/** "文化体育与传媒支出（类）" in sentences over tables that print 文化旅游体育与传媒支出: a class by the name of other years. */
import type { Document, Location } from '../read/document.ts';
import { nameKey } from '../vocabulary/code-table.ts';
import { functionClassByName } from '../vocabulary/function-codes.ts';

export interface OldName {
  readonly printed: string;
  /** The name that the tables print for the same class. */
  readonly inTables: string;
  readonly location: Location;
  readonly sentence: string;
}

/** 教育支出（类）, “教育支出”: the last group is the name, with what may stand in front of it. */
const CLASS = /([^\s，,。；;、：:“”"（）()]{3,24})\s*[（(]类[）)]|[“"]([^“”"（）()]{3,20})[”"]/g;
/** Looking for names is dear, and most sentences have no quotes and no level. */
const MAY_NAME_CLASS = /类[）)]|[“"]/;
/** No class has a longer name: 灾害防治及应急管理支出 has eleven characters. */
const LONGEST = 24;

/** Told once for each name. Nothing where the tables themselves print two names of a class. */
export function oldClassNames(document: Document): readonly OldName[] {
  const said = new Map<string, { code: string; location: Location; sentence: string }>();
  for (const block of document.blocks) {
    if (block.kind === 'table') continue;
    for (const { text, location } of block.sentences.length > 0 ? block.sentences : [block]) {
      if (!MAY_NAME_CLASS.test(text)) continue;
      for (const [, levelled, quoted] of text.matchAll(CLASS)) {
        const name = className(levelled ?? quoted!, levelled !== undefined);
        if (name !== null && !said.has(name.name))
          said.set(name.name, { code: name.code, location, sentence: text });
      }
    }
  }
  if (said.size === 0) return [];
  const tables = namesInTables(document);
  return [...said].flatMap(([printed, { code, location, sentence }]) => {
    const [inTables, ...others] = tables.get(code)?.values() ?? [];
    if (inTables === undefined || others.length > 0 || nameKey(inTables) === nameKey(printed)) return [];
    return [{ printed, inTables, location, sentence }];
  });
}

/** The end of the words that is the name of a class; a quoted one is the name or none. */
function className(words: string, isLevelled: boolean): { name: string; code: string } | null {
  for (let from = 0; from === 0 || (isLevelled && from < words.length - 1); from++) {
    const name = words.slice(from).replace(/\s+/g, '');
    const code = functionClassByName(name);
    if (code !== null) return { name, code };
  }
  return null;
}

/** The names that tables print for each class, by what makes two names different. */
function namesInTables(document: Document): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const names = new Map<string, Map<string, string>>();
  for (const block of document.blocks) {
    if (block.kind !== 'table') continue;
    for (const cell of block.grid.flat()) {
      const label = cell?.text.replace(/\s+/g, '').replace(/^[一二三四五六七八九十]+、/, '') ?? '';
      if (label.length < 2 || label.length > LONGEST || /\d/.test(label)) continue;
      const code = functionClassByName(label);
      if (code === null) continue;
      const known = names.get(code) ?? new Map<string, string>();
      names.set(code, known.set(nameKey(label), label));
    }
  }
  return names;
}

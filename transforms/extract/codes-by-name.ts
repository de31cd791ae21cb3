/** Names that the document's own tables print beside codes: the first authority for names that prose prints without. */

import { nameKey } from '../vocabulary/code-table.ts';
import { functionCodesByName, functionName } from '../vocabulary/function-codes.ts';
import type { Fact } from './fact.ts';

/**
 * Names of levels above the item, outer first: ["卫生健康支出", "行政事业单位医疗"]; `digits` of the code, where the
 * level of the name is printed. null where they do not settle one code.
 */
export type CodesByName = (name: string, parents: readonly string[], digits?: number) => string | null;

export function codesByName(facts: readonly Fact[]): CodesByName {
  const printed = new Set(facts.map((fact) => fact.functionCode).filter((code) => code !== null));
  const beside = namesBeside(facts);
  const codesOf = (name: string): readonly string[] =>
    [...new Set([...(beside.get(nameKey(name)) ?? []), ...functionCodesByName(name)])].sort();
  return (name, parents, digits) => {
    const candidates = candidatesOf(name, parents, codesOf);
    const own = candidates.filter(
      (code) => code.length === (digits ?? code.length) && beside.get(nameKey(name))?.has(code),
    );
    if (own.length === 1) return own[0]!;
    const inTables = candidates.filter((code) => printed.has(code));
    const found = inTables.length > 0 ? inTables : candidates;
    return found.length === 1 ? found[0]! : null;
  };
}

/** "支出决算表 ‖ 基本支出 ‖ 其他住房保障支出 ‖ 3.20" of code 2219899: a code that no list has yet has its name here. */
function namesBeside(facts: readonly Fact[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const { functionCode, medium, quote } of facts) {
    const label = quote.split(' ‖ ').at(-2);
    if (functionCode === null || medium !== 'table' || label === undefined) continue;
    if (functionName(functionCode) !== null || !/[一-鿿]{2}/.test(label)) continue;
    const key = nameKey(label);
    names.set(key, (names.get(key) ?? new Set()).add(functionCode));
  }
  return names;
}

type CodesOf = (name: string) => readonly string[];

/** A parent that is not known, or not below the one before it, narrows nothing. */
function candidatesOf(name: string, parents: readonly string[], codesOf: CodesOf): string[] {
  let within: readonly string[] = [''];
  for (const parent of parents) {
    const next = codesBelow(within, parent, codesOf);
    if (next.length > 0) within = next;
  }
  return codesBelow(within, name, codesOf);
}

function codesBelow(prefixes: readonly string[], name: string, codesOf: CodesOf): string[] {
  return codesOf(name).filter((code) =>
    prefixes.some((prefix) => code.startsWith(prefix) && code.length > prefix.length),
  );
}

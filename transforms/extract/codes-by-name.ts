/** Names that the document's own tables print beside codes: the first authority for names that prose prints without. */
import { functionCodesByName } from '../vocabulary/function-codes.ts';
import type { Fact } from './fact.ts';

/** Names of levels above the item, outer first: ["卫生健康支出", "行政事业单位医疗"]. null where they do not settle one code. */
export type CodesByName = (name: string, parents: readonly string[]) => string | null;

export function codesByName(facts: readonly Fact[]): CodesByName {
  const printed = new Set(facts.map((fact) => fact.functionCode).filter((code) => code !== null));
  return (name, parents) => {
    const candidates = candidatesOf(name, parents);
    const inTables = candidates.filter((code) => printed.has(code));
    const found = inTables.length > 0 ? inTables : candidates;
    return found.length === 1 ? found[0]! : null;
  };
}

/** A parent that is not known, or not below the one before it, narrows nothing. */
function candidatesOf(name: string, parents: readonly string[]): string[] {
  let within: readonly string[] = [''];
  for (const parent of parents) {
    const next = codesBelow(within, parent);
    if (next.length > 0) within = next;
  }
  return codesBelow(within, name);
}

function codesBelow(prefixes: readonly string[], name: string): string[] {
  return functionCodesByName(name).filter((code) =>
    prefixes.some((prefix) => code.startsWith(prefix) && code.length > prefix.length),
  );
}

/** Names that the document's own tables print beside codes: the first authority for names that prose prints without. */
import { normaliseLabel } from '../parse/label.ts';
import type { Document } from '../read/document.ts';
import { functionCodesByName, functionName } from '../vocabulary/function-codes.ts';
import type { Fact } from './fact.ts';

/** Names of levels above the item, outer first: ["卫生健康支出", "行政事业单位医疗"]. null where they do not settle one code. */
export type CodesByName = (name: string, parents: readonly string[]) => string | null;

export function codesByName(_document: Document, facts: readonly Fact[]): CodesByName {
  const printed = new Set(facts.map((fact) => fact.functionCode).filter((code) => code !== null));
  return (name, parents) => {
    const candidates = candidatesOf(name, parents);
    const inTables = candidates.filter((code) => printed.has(code));
    const found = inTables.length > 0 ? inTables : candidates;
    return found.length === 1 ? found[0]! : null;
  };
}

function candidatesOf(name: string, parents: readonly string[]): string[] {
  let within: string[] = [''];
  for (const parent of parents) {
    const next = within.flatMap((prefix) =>
      functionCodesByName(parent).filter((code) => code.startsWith(prefix) && code.length > prefix.length),
    );
    if (next.length > 0) within = next;
  }
  const all = functionCodesByName(name).filter((code) =>
    within.some((prefix) => code.startsWith(prefix) && code.length > prefix.length),
  );
  return all.filter((code) => normaliseLabel(functionName(code) ?? '') !== '');
}

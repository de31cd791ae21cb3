/**
 * Which codes a table prints directly below a code. A table prints all rows that have money, so the printed
 * children are all there are, unless another table of the report knows a child that this one does not print.
 */
import { type FactKey, printKey } from '../extract/fact.ts';
import type { Witness } from '../extract/witness.ts';
import type { Part, SumInstance } from './bind-sum.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { type Figures, groupBy, keyOf } from './figures.ts';
import type { CodesRelation } from './relation.ts';

type Along = CodesRelation['along'];

const codeOf = (key: FactKey, along: Along): string => key[along] ?? '';
const other = (along: Along): Along => (along === 'functionCode' ? 'economicCode' : 'functionCode');

/** The table, or tables of one shape, that one rule read in one document. */
const presentationOf = (witness: Witness): string => `${witness.documentId}|${witness.rule}`;

export function bindCodes(relation: CodesRelation, figures: Figures): readonly SumInstance[] {
  const coded = figures.witnesses.filter(
    (witness) =>
      witness.medium === 'table' &&
      relation.concepts.includes(witness.concept) &&
      witness.project === null &&
      witness[other(relation.along)] === null,
  );
  const instances = new Map<string, SumInstance>();
  for (const [place, inTable] of groupBy(coded, presentationOf)) {
    for (const [, column] of groupBy(inTable, columnOf(relation.along))) {
      for (const instance of bindColumn(relation, figures, place, column)) {
        const same = sameness(instance);
        if (!instances.has(same)) instances.set(same, instance);
      }
    }
  }
  return [...instances.values()];
}

/** One concept, year, phase and fund: what the codes of a tree share. */
const columnOf =
  (along: Along) =>
  (witness: Witness): string =>
    printKey({ ...keyOf(witness), [along]: null });

/** Two tables that print the same figures for the same codes say one thing. */
function sameness(instance: SumInstance): string {
  const say = (key: FactKey, candidates: readonly Candidate[]): string =>
    `${printKey(key)}=${candidates.map(({ lead }) => `${lead.valueMinor}/${lead.ulpMinor}`).join()}`;
  return [
    instance.relation.id,
    say(instance.whole, instance.wholeCandidates),
    ...instance.parts.map((part) => say(part.key, part.candidates)),
  ].join('|');
}

function bindColumn(
  relation: CodesRelation,
  figures: Figures,
  place: string,
  column: readonly Witness[],
): readonly SumInstance[] {
  const rows = groupBy(column, (witness) => codeOf(witness, relation.along));
  const codes = [...rows.keys()];
  const instances: SumInstance[] = [];
  for (const [parent, whole] of rows) {
    const children = childrenOf(parent, codes);
    if (children.length === 0) continue;
    instances.push({
      relation,
      figures,
      place,
      whole: keyOf(whole[0]!),
      wholeCandidates: candidatesOf(whole),
      parts: children.map((code) => partOf(code, rows.get(code)!)),
      missing: [],
      isExhaustive: () => !knowsOfMore(figures, keyOf(whole[0]!), relation.along, children),
    });
  }
  return instances;
}

/** `childrenOf('210', ['210', '21011', '2101101', '2101501'])` is `['21011', '2101501']`. */
export function childrenOf(parent: string, codes: readonly string[]): readonly string[] {
  const below = codes.filter((code) => code !== parent && code.startsWith(parent));
  return below.filter((code) => !below.some((above) => above !== code && code.startsWith(above)));
}

function partOf(code: string, witnesses: readonly Witness[]): Part {
  return {
    key: keyOf(witnesses[0]!),
    zh: code,
    en: code,
    sign: 1,
    either: false,
    candidates: candidatesOf(witnesses),
  };
}

// A row that another table of the report prints, and that no row here covers, was not printed or not read here.
function knowsOfMore(figures: Figures, whole: FactKey, along: Along, children: readonly string[]): boolean {
  const parent = codeOf(whole, along);
  for (const { key, candidates } of figures.byKey.values()) {
    const code = codeOf(key, along);
    if (!code.startsWith(parent) || code === parent || key.project !== null) continue;
    if (key.fiscalYear !== whole.fiscalYear || key.phase !== whole.phase) continue;
    if (key.concept !== whole.concept || key[other(along)] !== null) continue;
    if (children.some((child) => code.startsWith(child) || child.startsWith(code))) continue;
    if (candidates.some((candidate) => candidate.lead.valueMinor !== 0)) return true;
  }
  return false;
}

/**
 * Which codes a table prints directly below a code. A table prints all rows that have money, so the printed
 * children are all there are, unless something says that rows are missing (`missing-rows.ts`).
 */
import { type FactKey, isOfOneColumn, printKey } from '../extract/fact.ts';
import type { Witness } from '../extract/witness.ts';
import type { Part, SumInstance } from './bind-sum.ts';
import { byText, type Candidate, candidatesOf } from './candidates.ts';
import { type Figure, type Figures, figureAt, figuresFor, keyOf } from './figures.ts';
import { type Along, breaksOff, type CodeRow, codeOf, missesRows, other } from './missing-rows.ts';
import type { CodesFamily, CodesRelation } from './relation.ts';

/** Along one classification: each code against those below it, and a table without total against another's total. */
export function bindCodes({ children, totals }: CodesFamily, figures: Figures): readonly SumInstance[] {
  const { along } = children;
  return children.concepts.flatMap((concept) => {
    const coded = figuresFor(figures, concept).filter(
      ({ key }) => key.project === null && key[other(along)] === null,
    );
    // A total alone has nothing below it.
    if (coded.every(({ key }) => key[along] === null)) return [];
    const relations = totals.concepts.includes(concept) ? { children, totals } : { children, totals: null };
    return columnsIn(coded).flatMap((column) => bindColumn(relations, figures, column));
  });
}

interface ColumnRelations {
  readonly children: CodesRelation;
  readonly totals: CodesRelation | null;
}

/** What the codes of a tree share. Figures are sorted by it. */
function columnsIn(coded: readonly Figure[]): readonly (readonly Figure[])[] {
  const columns: [Figure, ...Figure[]][] = [];
  for (const figure of coded) {
    const column = columns.at(-1);
    if (column && isOfOneColumn(column[0].key, figure.key)) column.push(figure);
    else columns.push([figure]);
  }
  return columns;
}

function bindColumn(
  { children, totals }: ColumnRelations,
  figures: Figures,
  column: readonly Figure[],
): readonly SumInstance[] {
  if (column.length < 2) return [];
  const bound = presentationsOf(column).map(({ place, rows }) => {
    const tree = treeOf(rows, children.along);
    const inPlace = bindPlace(children, figures, place, tree);
    if (totals) inPlace.push(...bindTotal(totals, figures, place, tree));
    return inPlace;
  });
  if (bound.length < 2) return bound[0] ?? [];
  const different = new Map<string, SumInstance>();
  for (const instance of bound.flat()) {
    const same = sameness(instance);
    if (!different.has(same)) different.set(same, instance);
  }
  return [...different.values()];
}

/** The table, or tables of one shape, that one rule read in one document. */
interface Presentation {
  readonly place: string;
  readonly rule: string;
  readonly documentId: string;
  readonly rows: CodeRow[];
}

/** Sorted by rule and document, their rows by key; a single row has nothing below it. */
function presentationsOf(column: readonly Figure[]): readonly Presentation[] {
  const presentations: Presentation[] = [];
  for (const figure of column) {
    const { witnesses } = figure;
    for (let at = 0; at < witnesses.length; at++) {
      const witness = witnesses[at]!;
      if (witness.medium !== 'table' || witnesses.findIndex(isBeside(witness)) < at) continue;
      presentationOf(presentations, witness).rows.push(rowOf(figure, witness));
    }
  }
  return presentations
    .filter(({ rows }) => rows.length > 1)
    .sort((a, b) => byText(a.rule, b.rule) || byText(a.documentId, b.documentId));
}

/** Tables are few: no name has to be made up for each figure. */
function presentationOf(presentations: Presentation[], { documentId, rule }: Witness): Presentation {
  for (const known of presentations) if (known.rule === rule && known.documentId === documentId) return known;
  const found: Presentation = { place: `${documentId}|${rule}`, documentId, rule, rows: [] };
  presentations.push(found);
  return found;
}

const isBeside =
  ({ documentId, rule }: Witness) =>
  (other: Witness): boolean =>
    other.medium === 'table' && other.rule === rule && other.documentId === documentId;

/** The figure as one table prints it. */
function rowOf(figure: Figure, witness: Witness): CodeRow {
  if (figure.witnesses.every(isBeside(witness))) return figure;
  const here = figure.witnesses.filter(isBeside(witness));
  return { key: figure.key, name: figure.name, candidates: candidatesOf(here) };
}

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

interface CodeTree {
  /** Each row that has others below it, with those directly below it. */
  readonly families: readonly { readonly parent: CodeRow; readonly children: readonly CodeRow[] }[];
  /** The rows that are below no other. */
  readonly roots: readonly CodeRow[];
}

/**
 * `treeOf` 2101101, 21011, 2101501, 210 is 21011 over 2101101, and the root 210 over 21011 and 2101501: sorted as
 * printed keys are, a code stands right behind those that begin with it, and the total (no code) is last.
 */
function treeOf(rows: readonly CodeRow[], along: Along): CodeTree {
  const families: CodeTree['families'][number][] = [];
  const open: CodeRow[] = [];
  for (const parent of rows) {
    const code = codeOf(parent, along);
    let from = open.length;
    while (from > 0 && codeOf(open[from - 1]!, along).startsWith(code)) from--;
    if (from < open.length) families.push({ parent, children: open.splice(from) });
    open.push(parent);
  }
  return { families, roots: open };
}

function bindPlace(relation: CodesRelation, figures: Figures, place: string, tree: CodeTree): SumInstance[] {
  const { along } = relation;
  return tree.families.map(({ parent, children }) => ({
    relation,
    figures,
    place,
    whole: parent.key,
    wholeName: parent.name,
    wholeCandidates: parent.candidates,
    parts: children.map((row) => partOf(row, along)),
    isExhaustive: () => !missesRows(figures, place, parent, along, children),
  }));
}

/** A table without a total row, against the total that the report prints elsewhere. */
function bindTotal(
  relation: CodesRelation,
  figures: Figures,
  place: string,
  { roots }: CodeTree,
): readonly SumInstance[] {
  const { along, totalElsewhere } = relation;
  if (roots.length < 2) return [];
  const whole = figureAt(figures, { ...keyOf(roots[0]!.key), [along]: null });
  if (!whole) return [];
  const complete = totalElsewhere?.completeWith ?? [];
  const parts = roots.map((row) => partOf(row, along));
  const isExhaustive = () =>
    complete.length > 0 &&
    complete.every((code) => parts.some(({ zh }) => zh === code)) &&
    !breaksOff(figures, place, '', along);
  const { key, name: wholeName, candidates: wholeCandidates } = whole;
  return [{ relation, figures, place, whole: key, wholeName, wholeCandidates, parts, isExhaustive }];
}

function partOf(row: CodeRow, along: Along): Part {
  const code = codeOf(row, along);
  return { key: row.key, zh: code, en: code, sign: 1, either: false, candidates: row.candidates };
}

/**
 * Which codes a table prints directly below a code. A table prints all rows that have money, so the printed
 * children are all there are, unless another table of the report knows a child that this one does not print.
 */
import { type FactKey, printKey } from '../extract/fact.ts';
import type { Witness } from '../extract/witness.ts';
import type { Part, SumInstance } from './bind-sum.ts';
import { byText, type Candidate, candidatesOf } from './candidates.ts';
import { type Figure, type Figures, figureAt, figuresFor, gather } from './figures.ts';
import type { CodesFamily, CodesRelation } from './relation.ts';

type Along = CodesRelation['along'];

const codeOf = (key: FactKey, along: Along): string => key[along] ?? '';
const other = (along: Along): Along => (along === 'functionCode' ? 'economicCode' : 'functionCode');

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
    return [...gather(coded, columnOf).values()].flatMap((column) => bindColumn(relations, figures, column));
  });
}

interface ColumnRelations {
  readonly children: CodesRelation;
  readonly totals: CodesRelation | null;
}

/** One year, phase and fund of one concept: what the codes of a tree share. */
const columnOf = ({ key }: Figure): string => `${key.fiscalYear}|${key.phase}|${key.fund}`;

function bindColumn(
  { children, totals }: ColumnRelations,
  figures: Figures,
  column: readonly Figure[],
): readonly SumInstance[] {
  if (column.length < 2) return [];
  const bound = presentationsOf(column).map(({ place, rows }) => {
    const inPlace = bindPlace(children, figures, place, rows);
    return totals ? [...inPlace, ...bindTotal(totals, figures, place, rows)] : inPlace;
  });
  if (bound.length < 2) return bound.flat();
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

type CodeRow = Pick<Figure, 'key' | 'name' | 'candidates'>;

/** Sorted by rule and document; a single row has nothing below it. */
function presentationsOf(column: readonly Figure[]): readonly Presentation[] {
  const presentations: Presentation[] = [];
  for (const figure of column) {
    for (const [at, witness] of figure.witnesses.entries()) {
      if (witness.medium !== 'table' || figure.witnesses.findIndex(isBeside(witness)) < at) continue;
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
  const here = figure.witnesses.filter(isBeside(witness));
  return here.length === figure.witnesses.length
    ? figure
    : { key: figure.key, name: figure.name, candidates: candidatesOf(here) };
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

function bindPlace(
  relation: CodesRelation,
  figures: Figures,
  place: string,
  rows: readonly CodeRow[],
): readonly SumInstance[] {
  const { along } = relation;
  const byCode = new Map(rows.map((row) => [codeOf(row.key, along), row]));
  const instances: SumInstance[] = [];
  for (const [parent, children] of childrenOf([...byCode.keys()])) {
    const { key: whole, name: wholeName, candidates: wholeCandidates } = byCode.get(parent)!;
    instances.push({
      relation,
      figures,
      place,
      whole,
      wholeName,
      wholeCandidates,
      parts: children.map((code) => partOf(byCode.get(code)!, along)),
      missing: [],
      isExhaustive: () => !knowsOfMore(figures, whole, along, children),
    });
  }
  return instances;
}

/** A table without a total row, against the total that the report prints elsewhere. */
function bindTotal(
  relation: CodesRelation,
  figures: Figures,
  place: string,
  rows: readonly CodeRow[],
): readonly SumInstance[] {
  const { along, totalElsewhere } = relation;
  const codes = rows.map(({ key }) => codeOf(key, along));
  const whole = figureAt(figures, { ...rows[0]!.key, [along]: null });
  const children = childrenOf(['', ...codes]).get('') ?? [];
  if (!whole || codes.includes('') || children.length < 2) return [];
  const complete = totalElsewhere?.completeWith ?? [];
  return [
    {
      ...{ relation, figures, place, whole: whole.key, wholeName: whole.name },
      wholeCandidates: whole.candidates,
      parts: rows.filter(({ key }) => children.includes(codeOf(key, along))).map((row) => partOf(row, along)),
      missing: [],
      isExhaustive: () => complete.length > 0 && complete.every((code) => children.includes(code)),
    },
  ];
}

function partOf({ key, candidates }: CodeRow, along: Along): Part {
  const code = codeOf(key, along);
  return { key, zh: code, en: code, sign: 1, either: false, candidates };
}

/** `childrenOf(['210', '21011', '2101101', '2101501'])` is 210 → 21011, 2101501 and 21011 → 2101101. */
export function childrenOf(codes: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  const above: string[] = [];
  // A code stands right after those it belongs to.
  for (const code of [...codes].sort(byText)) {
    while (above.length > 0 && !code.startsWith(above.at(-1)!)) above.pop();
    const parent = above.at(-1);
    const siblings = parent === undefined ? [] : (children.get(parent) ?? []);
    siblings.push(code);
    if (parent !== undefined) children.set(parent, siblings);
    above.push(code);
  }
  return children;
}

// A row that another table of the report prints, and that no row here covers, was not printed or not read here.
function knowsOfMore(figures: Figures, whole: FactKey, along: Along, children: readonly string[]): boolean {
  const parent = codeOf(whole, along);
  for (const { key, candidates } of figuresFor(figures, whole.concept)) {
    const code = codeOf(key, along);
    if (!code.startsWith(parent) || code === parent || key.project !== null) continue;
    if (key.fiscalYear !== whole.fiscalYear || key.phase !== whole.phase) continue;
    if (key[other(along)] !== null) continue;
    if (children.some((child) => code.startsWith(child) || child.startsWith(code))) continue;
    if (candidates.some((candidate) => candidate.lead.valueMinor !== 0)) return true;
  }
  return false;
}

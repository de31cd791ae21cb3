/** Why the codes that a table prints below a code may not be all there are: then falling short of it says nothing. */
import type { Witness } from '../extract/witness.ts';
import type { ConceptId } from '../vocabulary/concept.ts';
import { type Figure, type Figures, figuresFor } from './figures.ts';
import type { CodesRelation } from './relation.ts';

export type Along = CodesRelation['along'];
export type CodeRow = Pick<Figure, 'key' | 'name' | 'candidates'>;

export const codeOf = ({ key }: Pick<CodeRow, 'key'>, along: Along): string => key[along] ?? '';
export const other = (along: Along): Along => (along === 'functionCode' ? 'economicCode' : 'functionCode');

export function missesRows(
  figures: Figures,
  place: string,
  parent: CodeRow,
  along: Along,
  children: readonly CodeRow[],
): boolean {
  const code = parent.key[along];
  return (
    knowsOfMore(figures, parent, along, children) ||
    hasLooseRow(figures, place, parent, along, children) ||
    (code !== null && breaksOff(figures, place, code, along))
  );
}

// A row that another table of the report prints, and that no row here covers, was not printed or not read here.
function knowsOfMore(
  figures: Figures,
  { key: whole }: CodeRow,
  along: Along,
  children: readonly CodeRow[],
): boolean {
  const parent = whole[along] ?? '';
  const below = children.map((row) => codeOf(row, along));
  for (const row of figuresFor(figures, whole.concept)) {
    const { key, candidates } = row;
    const code = codeOf(row, along);
    if (!code.startsWith(parent) || code === parent || key.project !== null) continue;
    if (key.fiscalYear !== whole.fiscalYear || key.phase !== whole.phase) continue;
    if (key[other(along)] !== null) continue;
    if (below.some((child) => code.startsWith(child) || child.startsWith(code))) continue;
    if (candidates.some((candidate) => candidate.lead.valueMinor !== 0)) return true;
  }
  return false;
}

/** Totals of a row, of which the other columns are parts. */
const TOTALS: readonly ConceptId[] = ['expenditure', 'revenue'];

/**
 * "2120104 城管执法 89.35 89.35" of a text that lost its empty cells: the second figure may be basic or project
 * expenditure and was not read, so that only the code's total is known, and nothing of it in the column added up.
 */
function hasLooseRow(
  figures: Figures,
  place: string,
  { key: whole }: CodeRow,
  along: Along,
  children: readonly CodeRow[],
): boolean {
  if (TOTALS.includes(whole.concept) && whole.fund === 'all') return false;
  const parent = whole[along] ?? '';
  const covered = children.map((row) => codeOf(row, along));
  const isHere = ({ documentId, rule }: Witness): boolean => `${documentId}|${rule}` === place;
  const isLoose = ({ key, row, witnesses }: Figure): boolean => {
    const code = key[along] ?? '';
    if (!code.startsWith(parent) || code === parent || covered.some((child) => code.startsWith(child)))
      return false;
    if (key.fiscalYear !== whole.fiscalYear || key.phase !== whole.phase || key.project !== null)
      return false;
    return (
      witnesses.some((witness) => isHere(witness) && witness.valueMinor !== 0) &&
      !row.some((other) => other.key !== key && other.witnesses.some(isHere))
    );
  };
  return TOTALS.some((concept) => figuresFor(figures, concept).some(isLoose));
}

/**
 * In a text that lost its ruling a table may break off at the first line that could not be read: where no code of the
 * same level and no total stands behind the codes that are added up, there may have been more of them.
 */
export function breaksOff(figures: Figures, place: string, parent: string, along: Along): boolean {
  const level = parent === '' ? 0 : parent.length;
  let own = 0;
  let next = 0;
  for (const { key, witnesses } of figures.all) {
    const code = key[along];
    for (const { documentId, rule, location } of witnesses) {
      if (`${documentId}|${rule}` !== place) continue;
      if (location.line === undefined || location.table === undefined) return false;
      if (code?.startsWith(parent)) own = Math.max(own, location.line);
      else if ((code ?? '').length <= level) next = Math.max(next, location.line);
    }
  }
  return next <= own;
}

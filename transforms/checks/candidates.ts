/** The different values that are printed for one key, each with the witnesses that agree with it. */
import type { Witness } from '../extract/witness.ts';
import { printLocation } from '../read/document.ts';
import { agreementOf } from './interval.ts';

export interface Candidate {
  /** The most precise print of the value. */
  readonly lead: Witness;
  /** All witnesses that the value can have been rounded or cut to, the lead first. */
  readonly witnesses: readonly Witness[];
}

export const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** One place of one report, whichever copy of the report it was read from. */
export function placeOf(witness: Witness): string {
  return [
    witness.disclosureKind,
    witness.reportYear,
    printLocation(witness.location),
    witness.rule,
    witness.printed,
  ].join('|');
}

/** Better evidence first, whatever order it came in: stated, more precise, from a table, newest report. */
export function compareWitnesses(a: Witness, b: Witness): number {
  return (
    Number(a.basis === 'derived') - Number(b.basis === 'derived') ||
    a.ulpMinor - b.ulpMinor ||
    Number(a.medium === 'prose') - Number(b.medium === 'prose') ||
    b.reportYear - a.reportYear ||
    comparePlaces(a, b)
  );
}

const COORDINATES = ['page', 'line', 'table', 'row', 'column'] as const;

/** Reading order within one kind of report and year; copies of one place follow one another. */
export function comparePlaces(a: Witness, b: Witness): number {
  const here = a.location;
  const there = b.location;
  for (const coordinate of COORDINATES) {
    const apart = (here[coordinate] ?? 0) - (there[coordinate] ?? 0);
    if (apart !== 0) return apart;
  }
  return (
    byText(here.sheet ?? '', there.sheet ?? '') ||
    byText(a.disclosureKind, b.disclosureKind) ||
    byText(a.rule, b.rule) ||
    byText(a.printed, b.printed) ||
    byText(a.documentId, b.documentId) ||
    byText(a.factId, b.factId)
  );
}

/**
 * Each value that is not a coarser print of another one. A print that fits two of them witnesses both.
 * `[9.18, 9.1, 9.18, 326.7]` has two candidates: 9.18 (three witnesses) and 326.7.
 */
export function candidatesOf(witnesses: readonly Witness[]): readonly Candidate[] {
  if (witnesses.length === 1) return [{ lead: witnesses[0]!, witnesses }];
  const ordered = inOrder(witnesses);
  const { valueMinor } = ordered[0]!;
  if (ordered.every((witness) => witness.valueMinor === valueMinor))
    return [{ lead: ordered[0]!, witnesses: ordered }];
  const leads: Witness[] = [];
  for (const witness of [...ordered].sort((a, b) => a.ulpMinor - b.ulpMinor || compareWitnesses(a, b))) {
    if (!leads.some((lead) => agreementOf(lead, witness) !== null)) leads.push(witness);
  }
  const candidates = new Map<string, Candidate>();
  for (const lead of leads) {
    const candidate = candidateOf(lead, ordered);
    if (!candidates.has(candidate.lead.factId)) candidates.set(candidate.lead.factId, candidate);
  }
  return [...candidates.values()];
}

/** Most figures that are printed twice are printed just twice. */
function inOrder(witnesses: readonly Witness[]): readonly Witness[] {
  if (witnesses.length > 2) return [...witnesses].sort(compareWitnesses);
  return compareWitnesses(witnesses[0]!, witnesses[1]!) > 0 ? [witnesses[1]!, witnesses[0]!] : witnesses;
}

// A stated figure speaks for a value although a derived one is more precise.
function candidateOf(value: Witness, ordered: readonly Witness[]): Candidate {
  const lead = ordered.find((witness) => agreementOf(value, witness) !== null) ?? value;
  const others = ordered.filter((witness) => witness !== lead && agreementOf(lead, witness) !== null);
  return { lead, witnesses: [lead, ...others] };
}

/** A typed statement that a published relation does not hold, or holds only by rounding. */
import type { Unit } from '../parse/quantity.ts';
import type { Scope } from '../recognise/disclosure.ts';
import type { ConceptId } from '../vocabulary/concept.ts';

export const SEVERITIES = ['error', 'warning', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface Finding {
  /** Stable over runs: digest of check, bureau, scope, year and the facts it points at. */
  findingId: string;
  /** Id of the check, e.g. `three_public.parts_sum`. */
  check: string;
  severity: Severity;
  bureauId: string;
  bureauName: string | null;
  regionCode: string | null;
  scope: Scope | null;
  fiscalYear: number | null;
  documentId: string | null;
  sourceFile: string | null;
  concept: ConceptId | null;
  /** Chinese sentence an official could not argue with: what is printed where, what it should come to, the gap. */
  message: string;
  messageEn: string;
  unit: Unit | null;
  /** In minor units of `unit`; null where the finding is not about an amount. */
  expectedMinor: number | null;
  printedMinor: number | null;
  differenceMinor: number | null;
  /** Locators of the facts involved, most important first, joined with "；". */
  locator: string;
  factIds: readonly string[];
}

/** The one value accepted for each key, with the facts for and against it. */
import type { Basis, FactKey } from '../extract/fact.ts';
import type { Unit } from '../parse/quantity.ts';
import type { Location } from '../read/document.ts';
import type { Scope } from '../recognise/disclosure.ts';

export const OBSERVATION_STATUSES = ['accepted', 'contested', 'corrected'] as const;
export type ObservationStatus = (typeof OBSERVATION_STATUSES)[number];

export interface Observation extends FactKey {
  /** Stable: digest of bureau, scope and key. */
  observationId: string;
  bureauId: string;
  bureauName: string | null;
  regionCode: string | null;
  scope: Scope;
  unit: Unit;
  valueMinor: number;
  /** Size of the last printed digit of the chosen fact, in minor units. */
  ulpMinor: number;
  basis: Basis;
  status: ObservationStatus;
  /** The chosen witness. */
  factId: string;
  documentId: string;
  sourceFile: string;
  /** Of the chosen witness, as its words are. */
  location: Location;
  quote: string;
  /** Why this witness was chosen, readable ("小数位更多", "表格优于文字", "唯一来源"). */
  reason: string;
  /** All witnesses, the chosen one first. */
  supporting: readonly string[];
  contradicting: readonly string[];
}

/** The vocabulary: every published quantity that has a name here. */
import { normaliseLabel } from '../parse/label.ts';
import type { ConceptEntry } from './concept-entry.ts';
import { assets } from './concepts/assets.ts';
import { balance } from './concepts/balance.ts';
import { expenditure } from './concepts/expenditure.ts';
import { headcount } from './concepts/headcount.ts';
import { performance } from './concepts/performance.ts';
import { procurement } from './concepts/procurement.ts';
import { revenue } from './concepts/revenue.ts';
import { threePublic } from './concepts/three-public.ts';

export const CONCEPTS = [
  ...revenue,
  ...expenditure,
  ...balance,
  ...threePublic,
  ...procurement,
  ...assets,
  ...headcount,
  ...performance,
] as const;

export type ConceptId = (typeof CONCEPTS)[number]['id'];

export type Concept = ConceptEntry & { id: ConceptId };

const byId = new Map<string, Concept>(CONCEPTS.map((concept) => [concept.id, concept]));

export function isConceptId(id: string): id is ConceptId {
  return byId.has(id);
}

export function conceptById(id: ConceptId): Concept {
  return byId.get(id)!;
}

/** Whether a figure of this concept is told apart by fund; for all others the fund is `all`. */
export function hasFund(id: ConceptId): boolean {
  return conceptById(id).dimensions.includes('fund');
}

const byLabel = new Map<string, ConceptId>(
  CONCEPTS.flatMap((concept) =>
    [concept.zh, ...concept.labels].map((label) => [normaliseLabel(label), concept.id] as const),
  ),
);

/** The concept that a printed label names wherever it stands; null for every other label. Exact after normalisation. */
export function conceptByLabel(label: string): ConceptId | null {
  return byLabel.get(normaliseLabel(label)) ?? null;
}

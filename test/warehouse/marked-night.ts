/** Documents whose every figure is the number of the run that wrote it: half a night would show two numbers. */
import type { Witness } from '../../transforms/extract/witness.ts';
import type { Reading } from '../../warehouse/documents.ts';
import { sampleFact, sampleReading } from './sample-rows.ts';

export const manyFacts = Array.from({ length: 60 }, (_, at) => `d-${at}`);

const FACTS_PER_DOCUMENT = 40;

export function markedReading(documentId: string, mark: number): Reading {
  const facts: Witness[] = Array.from({ length: FACTS_PER_DOCUMENT }, (_, at) =>
    sampleFact(documentId, 'a', { factId: `f-${documentId}-${at}`, valueMinor: mark }),
  );
  return sampleReading(documentId, 'a', { facts });
}

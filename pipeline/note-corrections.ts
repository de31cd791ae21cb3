/** Which bureaus a changed file of corrections concerns: those it names, or named last night, and no others. */
import { createHash } from 'node:crypto';
import type { Correction } from '../sources/corrections.ts';
import { markStale } from '../warehouse/results.ts';
import { readState, writeState } from '../warehouse/state.ts';
import type { Night } from './night.ts';

const APPLIED = 'corrections_applied';

/** Marks the bureaus whose corrections are not those of their results; tells of corrections that nobody owns. */
export function noteCorrections(night: Night): void {
  const { warehouse } = night;
  const { corrections, errors } = night.corrections;
  for (const message of errors)
    night.failures.push({ stage: 'corrections', what: '更正', message, detail: null });
  const wanted = digestsByBureau(corrections);
  const applied = new Map(Object.entries(JSON.parse(readState(warehouse, APPLIED) ?? '{}') as object));
  const changed = [...new Set([...wanted.keys(), ...applied.keys()])].filter(
    (bureau) => wanted.get(bureau) !== applied.get(bureau),
  );
  warehouse.sqlite.transaction(() => {
    markStale(
      warehouse.sqlite,
      changed.flatMap((bureau) => bureauIdsOf(night, bureau)),
    );
    if (changed.length > 0) writeState(warehouse, APPLIED, JSON.stringify(Object.fromEntries(wanted)));
  })();
  for (const { bureau, place } of corrections) {
    if (bureauIdsOf(night, bureau).length === 0) tellOfNobody(night, bureau, place);
  }
}

function digestsByBureau(corrections: readonly Correction[]): Map<string, string> {
  const bureaus = [...new Set(corrections.map(({ bureau }) => bureau))].sort();
  return new Map(
    bureaus.map((bureau) => {
      const own = JSON.stringify(corrections.filter((correction) => correction.bureau === bureau));
      return [bureau, createHash('sha256').update(own).digest('hex').slice(0, 16)];
    }),
  );
}

function bureauIdsOf({ warehouse }: Night, bureau: string): string[] {
  return warehouse.sqlite
    .prepare<[{ bureau: string }], string>(
      `SELECT DISTINCT bureau_id FROM fact_rows WHERE bureau_id = @bureau OR bureau_name = @bureau`,
    )
    .pluck()
    .all({ bureau });
}

function tellOfNobody(night: Night, bureau: string, place: string): void {
  night.failures.push({
    stage: 'corrections',
    what: place,
    message: `${place}：没有单位“${bureau}”，这条更正没有采用`,
    detail: null,
  });
}

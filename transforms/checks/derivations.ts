/**
 * Last year's figure follows from this year's and a stated change ("12.50 + 0.80"). Where the report prints this
 * year's figure with two values and believes the other, the sentence spoke of another figure than its name says, and
 * so does what follows from it.
 */
import { type FactKey, printKey } from '../extract/fact.ts';
import type { Witness } from '../extract/witness.ts';
import type { Observation } from '../reconcile/observation.ts';
import { gather } from './figures.ts';

export interface Derivation {
  readonly derived: Witness;
  /** The stated figures it can have been computed from: of the same document, a later year, the printed operand. */
  readonly sources: readonly Witness[];
}

type Supported = Pick<Observation, 'supporting'>;

/** Derived figures whose source is known; most bureaus have few. */
export function derivationsIn(witnesses: readonly Witness[]): readonly Derivation[] {
  const derived = witnesses.filter(({ basis }) => basis === 'derived');
  if (derived.length === 0) return [];
  const names = new Set(derived.map(seriesOf));
  const stated = witnesses.filter((witness) => witness.basis === 'stated' && names.has(seriesOf(witness)));
  const bySeries = gather(stated, seriesOf);
  return derived.flatMap((one) => {
    const sources = (bySeries.get(seriesOf(one)) ?? []).filter(
      (source) => source.fiscalYear > one.fiscalYear && isFirstOperand(source, one),
    );
    return sources.length > 0 ? [{ derived: one, sources }] : [];
  });
}

/** Those none of whose sources any observation accepted. */
export function unfounded(
  derivations: readonly Derivation[],
  observations: readonly Supported[],
): readonly Derivation[] {
  if (derivations.length === 0) return [];
  const supporting = new Set(observations.flatMap((observation) => observation.supporting));
  return derivations.filter(({ sources }) => !sources.some(({ factId }) => supporting.has(factId)));
}

/** The same list where nothing fell. */
export function withoutDerived(
  witnesses: readonly Witness[],
  fallen: readonly Derivation[],
): readonly Witness[] {
  if (fallen.length === 0) return witnesses;
  const gone = new Set(fallen.map(({ derived }) => derived));
  return witnesses.filter((witness) => !gone.has(witness));
}

/** One key through the years, within one document. */
function seriesOf(witness: Witness): string {
  const key: FactKey = witness;
  return `${witness.documentId}|${witness.scope}|${printKey({ ...key, fiscalYear: 0 })}`;
}

/** "12.50 + 0.80" begins with 12.50, "12.50万元 + 8000元" with 12.50万元; what is unchanged is printed as its source. */
function isFirstOperand({ printed, printedUnit }: Witness, derived: Witness): boolean {
  return [printed, `${printed} `, `${printed}${printedUnit} `].some((operand) =>
    operand.endsWith(' ') ? derived.printed.startsWith(operand) : derived.printed === operand,
  );
}

/** Printed rates, recomputed from the amounts printed in the same report. */
import { type FactKey, printKey } from '../extract/fact.ts';
import type { Witness } from '../extract/witness.ts';
import { conceptById } from '../vocabulary/concept.ts';
import { type Check, type CheckInput, type CheckResult, findingOf } from './check.ts';
import type { Evaluation, Outcome } from './evaluation.ts';
import { type Figures, figureAt, figuresFor, keyOf } from './figures.ts';
import type { Finding, Severity } from './finding.ts';
import { compareShare, type RateOutcome, shareMinor } from './ratio.ts';
import { NEIGHBOURING_FUNDS, type RateRelation } from './relation.ts';
import { RATE_RELATIONS } from './relations/rates.ts';
import { printAmountEn, printAmountZh, subjectEn, subjectZh } from './wording.ts';

export const checkRates: Check = { relations: RATE_RELATIONS, run };

interface Trial {
  readonly part: Witness;
  readonly whole: Witness;
  readonly outcome: RateOutcome;
  /** Whether a mismatch with this whole proves anything. */
  readonly decides: boolean;
}

function run({ disclosures }: CheckInput): CheckResult {
  const findings: Finding[] = [];
  const evaluations: Evaluation[] = [];
  for (const figures of disclosures) {
    for (const relation of RATE_RELATIONS) {
      for (const rate of ratesOf(relation, figures)) {
        const trials = trialsOf(relation, figures, rate);
        evaluations.push(evaluationOfRate(relation, figures, rate, trials));
        if (outcomeOf(trials) === 'failed') findings.push(findingOfRate(relation, rate, trials));
      }
    }
  }
  return { findings, evaluations };
}

function ratesOf(relation: RateRelation, figures: Figures): readonly Witness[] {
  return figuresFor(figures, relation.rate).flatMap(({ candidates }) => candidates.map(({ lead }) => lead));
}

export function trialsOf(relation: RateRelation, figures: Figures, rate: Witness): readonly Trial[] {
  const trials: Trial[] = [];
  for (const { concept, phase, decides } of relation.wholes) {
    const part = { concept: relation.part.concept, phase: relation.part.phase };
    for (const partOf of witnessesAt(figures, keysFor(relation, rate, part))) {
      for (const wholeOf of witnessesAt(figures, keysFor(relation, rate, { concept, phase }))) {
        trials.push({ part: partOf, whole: wholeOf, outcome: compareShare(rate, partOf, wholeOf), decides });
      }
    }
  }
  return trials;
}

function keysFor(
  relation: RateRelation,
  rate: Witness,
  { concept, phase }: Pick<FactKey, 'concept' | 'phase'>,
): readonly FactKey[] {
  const ofProject = rate.project !== null && relation.projectConcept;
  const base = { ...keyOf(rate), phase, concept: ofProject ? relation.projectConcept! : concept };
  if (!conceptById(base.concept).dimensions.includes('fund')) return [{ ...base, fund: 'all' }];
  const funds = NEIGHBOURING_FUNDS.includes(rate.fund) ? NEIGHBOURING_FUNDS : [rate.fund];
  return [...funds]
    .sort((a, b) => Number(b === rate.fund) - Number(a === rate.fund))
    .map((fund) => ({ ...base, fund }));
}

function witnessesAt(figures: Figures, keys: readonly FactKey[]): readonly Witness[] {
  return keys.flatMap((key) => figureAt(figures, key)?.candidates.map(({ lead }) => lead) ?? []);
}

const isRefuted = ({ outcome, decides }: Trial): boolean => decides && outcome === 'failed';

function outcomeOf(trials: readonly Trial[]): Outcome {
  if (trials.some(({ outcome }) => outcome === 'held')) return 'held';
  if (trials.some(({ outcome }) => outcome === 'truncation')) return 'rounding';
  return trials.some(isRefuted) ? 'failed' : 'not_evaluable';
}

function evaluationOfRate(
  relation: RateRelation,
  figures: Figures,
  rate: Witness,
  trials: readonly Trial[],
): Evaluation {
  const { bureauId, scope, documentId, fiscalYear } = rate;
  const outcome = outcomeOf(trials);
  const telling = trials.find((trial) => trial.outcome === (outcome === 'failed' ? 'failed' : 'held'));
  return {
    ...{ check: relation.id, bureauId, scope, documentId, fiscalYear, outcome },
    subject: `${printKey(rate)} ‖ ${figures.id} ‖ ${rate.printed}`,
    factIds: [rate.factId, ...(telling ? [telling.part.factId, telling.whole.factId] : [])],
  };
}

// A form prints rate and amounts in one row; a sentence may mean another rate by the same name.
function severityOf(rate: Witness, { part, whole }: Trial): Severity {
  const inForms = [rate, part, whole].every(({ basis, medium }) => basis === 'stated' && medium === 'table');
  return inForms ? 'error' : 'warning';
}

function findingOfRate(relation: RateRelation, rate: Witness, trials: readonly Trial[]): Finding {
  const trial = trials.find(isRefuted)!;
  const { part, whole } = trial;
  const expected = shareMinor(part.valueMinor, whole.valueMinor);
  const zh = `${subjectZh(part)}${printAmountZh(part.valueMinor, part)}除以${subjectZh(whole)}${printAmountZh(whole.valueMinor, whole)}`;
  const en = `${subjectEn(part)} ${printAmountEn(part.valueMinor, part)} over ${subjectEn(whole)} ${printAmountEn(whole.valueMinor, whole)}`;
  return findingOf({
    check: relation.id,
    severity: severityOf(rate, trial),
    fiscalYear: rate.fiscalYear,
    concept: rate.concept,
    message: `${subjectZh(rate)}印为${printAmountZh(rate.valueMinor, rate)}，而${zh}为${printAmountZh(rounding(expected), rate)}。`,
    messageEn: `${subjectEn(rate)} is printed as ${printAmountEn(rate.valueMinor, rate)}, but ${en} is ${printAmountEn(rounding(expected), rate)}.`,
    unit: 'percent',
    expectedMinor: expected,
    printedMinor: rate.valueMinor,
    statements: [rate, part, whole],
    factIds: [rate.factId, part.factId, whole.factId],
  });
}

/** To two decimals of a percent, as readers expect a rate. */
const rounding = (minor: number | null): number => Math.round((minor ?? 0) / 100) * 100;

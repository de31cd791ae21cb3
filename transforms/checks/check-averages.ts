/** Averages that sentences state, recomputed from the amount and the count that the same report prints. */
import type { AverageKind } from '../extract/averages.ts';
import type { RemarkOfBureau } from '../extract/remark.ts';
import type { Witness } from '../extract/witness.ts';
import { MINOR_PER_UNIT, type Quantity } from '../parse/quantity.ts';
import type { ConceptId } from '../vocabulary/concept.ts';
import { type Check, type CheckInput, type CheckResult, findingOf } from './check.ts';
import type { Evaluation, Outcome } from './evaluation.ts';
import { disclosureOf, type Figures, figuresBeside, figuresFor } from './figures.ts';
import type { Finding } from './finding.ts';
import { intersects, quotient, rounded, truncated } from './interval.ts';
import { type Judgement, resultOf } from './judgement.ts';
import { AVERAGE_RELATIONS, type AverageRelation } from './relations/averages.ts';
import { printAmountEn, printAmountZh, subjectEn, subjectZh } from './wording.ts';

export const checkAverages: Check = { relations: Object.values(AVERAGE_RELATIONS), run };

interface Trial {
  readonly amount: Witness;
  readonly count: Count;
  readonly outcome: Outcome;
}

/** A figure of the report, or what the sentence itself counts. */
interface Count {
  readonly times: number;
  readonly witness: Witness | null;
}

function run({ remarks, disclosures }: CheckInput): CheckResult {
  const judgements = remarks.flatMap((remark) => {
    const relation = AVERAGE_RELATIONS[remark.kind as AverageKind] as AverageRelation | undefined;
    const figures = figuresBeside(disclosures, remark);
    const { quantity } = remark;
    return relation && figures && quantity ? [judge({ remark, relation, stated: quantity }, figures)] : [];
  });
  return resultOf(judgements);
}

interface Stated {
  readonly remark: RemarkOfBureau;
  readonly relation: AverageRelation;
  readonly stated: Quantity;
}

function judge(said: Stated, figures: Figures): Judgement {
  const { remark, relation, stated } = said;
  const trials = trialsOf(said, figures);
  const outcome = outcomeOf(trials);
  const telling = trials.find((trial) => trial.outcome === outcome);
  const { bureauId, scope, documentId, fiscalYear } = remark;
  const evaluation: Evaluation = {
    ...{ check: relation.id, bureauId, scope, documentId, fiscalYear, outcome },
    subject: `${fiscalYear}|${relation.amount}|${relation.count} ‖ ${disclosureOf(remark)} ‖ ${stated.printed}`,
    factIds: telling ? factsOf(telling).map(({ factId }) => factId) : [],
  };
  return { evaluation, finding: outcome === 'failed' && telling ? findingOfAverage(said, telling) : null };
}

function trialsOf({ remark, relation, stated }: Stated, figures: Figures): readonly Trial[] {
  const counts = countsFor(remark, relation, figures);
  return printsOf(figures, relation.amount, remark).flatMap((amount) =>
    counts.map((count) => ({ amount, count, outcome: compareAverage(stated, amount, count.times) })),
  );
}

function countsFor(remark: RemarkOfBureau, relation: AverageRelation, figures: Figures): readonly Count[] {
  const printed = printsOf(figures, relation.count, remark).map(
    (witness): Count => ({ times: witness.valueMinor / MINOR_PER_UNIT[witness.unit], witness }),
  );
  return remark.count === null ? printed : [{ times: remark.count, witness: null }, ...printed];
}

/** Every print, the coarse ones too: a sentence divides what it prints. */
function printsOf(figures: Figures, concept: ConceptId, { fiscalYear }: RemarkOfBureau): readonly Witness[] {
  return figuresFor(figures, concept)
    .filter(({ key }) => key.fiscalYear === fiscalYear && key.functionCode === null && key.project === null)
    .flatMap(({ candidates }) => candidates.flatMap(({ witnesses }) => witnesses))
    .filter(({ basis }) => basis === 'stated');
}

function compareAverage(stated: Quantity, amount: Witness, times: number): Outcome {
  const average = quotient(rounded(amount), times);
  if (average === null) return 'not_evaluable';
  if (intersects(rounded(stated), average)) return 'held';
  return intersects(truncated(stated), average) ? 'rounding' : 'failed';
}

const ORDER: readonly Outcome[] = ['held', 'rounding', 'failed'];

function outcomeOf(trials: readonly Trial[]): Outcome {
  return ORDER.find((outcome) => trials.some((trial) => trial.outcome === outcome)) ?? 'not_evaluable';
}

const factsOf = ({ amount, count }: Trial): readonly Witness[] =>
  count.witness === null ? [amount] : [amount, count.witness];

/** Two decimals more than the report prints tell how far off it is. */
const FINER = 100;

/** The count may be of other vehicles or guests than those that were paid for: a person should look. */
function findingOfAverage({ remark, relation, stated }: Stated, trial: Trial): Finding {
  const { amount, count } = trial;
  const facts = factsOf(trial);
  const step = Math.max(1, stated.ulpMinor / FINER);
  const expected = Math.round(amount.valueMinor / count.times / step) * step;
  const zh = `${subjectZh(amount)}${printAmountZh(amount.valueMinor, amount)}除以${relation.countZh}${count.times}`;
  const en = `${subjectEn(amount)} ${printAmountEn(amount.valueMinor, amount)} over ${count.times} ${relation.countEn}`;
  return findingOf({
    ...{ check: relation.id, severity: 'warning', fiscalYear: remark.fiscalYear, concept: relation.amount },
    message: `文字称平均为${printAmountZh(stated.valueMinor, stated)}，而${zh}为${printAmountZh(expected, stated)}。`,
    messageEn: `An average of ${printAmountEn(stated.valueMinor, stated)} is stated, but ${en} is ${printAmountEn(expected, stated)}.`,
    ...{ unit: 'CNY', expectedMinor: expected, printedMinor: stated.valueMinor },
    statements: [remark, ...facts],
    factIds: facts.map(({ factId }) => factId),
  });
}

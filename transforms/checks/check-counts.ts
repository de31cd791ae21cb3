/** Money for receptions, journeys and vehicles beside counts of none; and counts of some beside no money. */
import type { Witness } from '../extract/witness.ts';
import { MINOR_PER_UNIT } from '../parse/quantity.ts';
import type { ConceptId } from '../vocabulary/concept.ts';
import { type Check, type CheckInput, type CheckResult, findingOf } from './check.ts';
import type { Evaluation } from './evaluation.ts';
import { type Figures, figuresFor } from './figures.ts';
import type { Finding, Severity } from './finding.ts';
import { type Judgement, resultOf } from './judgement.ts';
import { COUNT_RELATIONS, type CountRelation } from './relations/counts.ts';
import { printAmountEn, printAmountZh, subjectEn, subjectZh } from './wording.ts';

export const checkCounts: Check = { relations: COUNT_RELATIONS, run };

function run({ disclosures }: CheckInput): CheckResult {
  const counting = disclosures.filter(({ kind }) => kind !== 'budget');
  return resultOf(
    counting.flatMap((figures) => COUNT_RELATIONS.flatMap((relation) => judge(relation, figures) ?? [])),
  );
}

function judge(relation: CountRelation, figures: Figures): Judgement | null {
  const amounts = printsOf(figures, relation.amount);
  const counts = relation.counts.flatMap((concept) => printsOf(figures, concept));
  const [amount] = amounts;
  if (amount === undefined || counts.length === 0) return null;
  const failure = failureOf(relation, amounts, counts);
  const { bureauId, scope, documentId, fiscalYear } = amount;
  const evaluation: Evaluation = {
    ...{ check: relation.id, bureauId, scope, documentId, fiscalYear },
    outcome: failure?.severity === 'warning' ? 'failed' : failure ? 'rounding' : 'held',
    subject: `${fiscalYear}|${relation.amount} ‖ ${figures.id}`,
    factIds: failure ? [failure.amount.factId, failure.count.factId] : [amount.factId],
  };
  return { evaluation, finding: failure && findingOfCount(relation, failure) };
}

/** What the report says of its own year, in whatever place. */
function printsOf(figures: Figures, concept: ConceptId): readonly Witness[] {
  return figuresFor(figures, concept)
    .filter(({ key }) => key.fiscalYear === figures.reportYear && key.phase === 'actual')
    .filter(({ key }) => key.functionCode === null && key.project === null)
    .flatMap(({ candidates }) => candidates.flatMap(({ witnesses }) => witnesses))
    .filter(({ basis }) => basis === 'stated');
}

interface Failure {
  readonly severity: Severity;
  readonly amount: Witness;
  readonly count: Witness;
}

/** Where prints of one figure differ that is another check's; only what every print says is held against anything. */
function failureOf(
  { counts: kinds, tellingCount, leastFen, unpaid }: CountRelation,
  amounts: readonly Witness[],
  counts: readonly Witness[],
): Failure | null {
  const [paid, none] = [amounts.every(isSome), counts.every(isNone)];
  if (paid && none) {
    const told = tellingCount === undefined || counts.some(({ concept }) => concept === tellingCount);
    const severity = told && !mayBeForeign([...amounts, ...counts]) ? 'warning' : 'note';
    return { severity, amount: amounts[0]!, count: counts[0]! };
  }
  const eachSome = kinds.some((concept) => {
    const own = counts.filter((count) => count.concept === concept);
    return own.length > 0 && own.every(isSome);
  });
  if (!amounts.every(isNone) || !eachSome || counts.some(isNone)) return null;
  const most = Math.max(...counts.map(({ valueMinor, unit }) => valueMinor / MINOR_PER_UNIT[unit]));
  // Half of the last digit may have been rounded away, in every print.
  const fine = amounts.find(({ ulpMinor }) => ulpMinor / 2 < leastFen * most);
  return { severity: fine ? unpaid : 'note', amount: fine ?? amounts[0]!, count: counts[0]! };
}

const isSome = ({ valueMinor }: Witness): boolean => valueMinor > 0;
const isNone = ({ valueMinor }: Witness): boolean => valueMinor === 0;

/** "国内公务接待0批次": foreign guests are counted apart, where the report does not say that there were none. */
const DOMESTIC = /国内/;
/** "外宾接待支出0万元", "国（境）外公务接待0批次" */
const NO_FOREIGN = /(?:外事|外宾|境[）)]?外)[^，,。；;、\d]{0,12}0(?![\d.])(?:\.0+)?/;
const mayBeForeign = (prints: readonly Witness[]): boolean =>
  prints.some(({ quote }) => DOMESTIC.test(quote)) && !prints.some(({ quote }) => NO_FOREIGN.test(quote));

function findingOfCount(relation: CountRelation, { severity, amount, count }: Failure): Finding {
  const facts = [amount, count];
  const [zhAmount, zhCount] = facts.map((one) => `${subjectZh(one)}${printAmountZh(one.valueMinor, one)}`);
  const [enAmount, enCount] = facts.map((one) => `${subjectEn(one)} ${printAmountEn(one.valueMinor, one)}`);
  return findingOf({
    ...{ check: relation.id, severity, fiscalYear: amount.fiscalYear, concept: relation.amount },
    message: `${zhAmount}，而${zhCount}，金额与数量不相称。`,
    messageEn: `${enAmount}, but ${enCount}: the money and the count do not go together.`,
    ...{ unit: amount.unit, expectedMinor: null, printedMinor: amount.valueMinor },
    statements: facts,
    factIds: facts.map(({ factId }) => factId),
  });
}

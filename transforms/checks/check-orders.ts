/** What is part of another figure is not larger than it. */
import { type FactKey, printKey } from '../extract/fact.ts';
import type { Witness } from '../extract/witness.ts';
import { type Check, type CheckInput, type CheckResult, findingOf } from './check.ts';
import type { Evaluation } from './evaluation.ts';
import { type Figures, figureAt, figuresFor } from './figures.ts';
import type { Finding } from './finding.ts';
import { reaches, rounded } from './interval.ts';
import type { OrderRelation } from './relation.ts';
import { procurementOrders } from './relations/procurement.ts';
import { threePublicOrders } from './relations/three-public.ts';
import { printAmountEn, printAmountZh, subjectEn, subjectZh } from './wording.ts';

const ORDER_RELATIONS: readonly OrderRelation[] = [...procurementOrders, ...threePublicOrders];

export const checkOrders: Check = { relations: ORDER_RELATIONS, run };

function run({ disclosures }: CheckInput): CheckResult {
  const findings: Finding[] = [];
  const evaluations: Evaluation[] = [];
  for (const figures of disclosures) {
    for (const relation of ORDER_RELATIONS) {
      for (const { pair, pairs } of pairsOf(relation, figures)) {
        const held = pairs.some(([small, large]) => reaches(rounded(small), rounded(large)));
        const [smaller, larger] = pair;
        const { bureauId, scope, documentId, fiscalYear } = smaller;
        evaluations.push({
          ...{ check: relation.id, bureauId, scope, documentId, fiscalYear },
          outcome: held ? 'held' : 'failed',
          subject: `${printKey(smaller)} ‖ ${figures.id}`,
          factIds: [smaller.factId, larger.factId],
        });
        if (!held) findings.push(findingOfOrder(relation, smaller, larger));
      }
    }
  }
  return { findings, evaluations };
}

type Pair = readonly [Witness, Witness];

function pairsOf(
  relation: OrderRelation,
  figures: Figures,
): readonly { pair: Pair; pairs: readonly Pair[] }[] {
  const { zh: _zh, en: _en, ...larger } = relation.larger;
  return figuresFor(figures, relation.smaller.concept).flatMap(({ key, candidates }) => {
    if (!isSmaller(relation, key)) return [];
    const whole = figureAt(figures, { ...key, ...larger });
    const pairs = candidates.flatMap((small) =>
      (whole?.candidates ?? []).map((large): Pair => [small.lead, large.lead]),
    );
    return pairs[0] ? [{ pair: pairs[0], pairs }] : [];
  });
}

function isSmaller({ smaller }: OrderRelation, key: FactKey): boolean {
  const { economicCode, fund } = smaller;
  if (fund !== undefined && fund !== key.fund) return false;
  if (economicCode === undefined) return true;
  return key.economicCode === economicCode && key.functionCode === null && key.project === null;
}

function findingOfOrder(relation: OrderRelation, smaller: Witness, larger: Witness): Finding {
  const gap = smaller.valueMinor - larger.valueMinor;
  return findingOf({
    check: relation.id,
    severity: relation.severityIn?.[smaller.disclosureKind] ?? relation.severity,
    fiscalYear: smaller.fiscalYear,
    concept: smaller.concept,
    message: `${subjectZh(smaller)}印为${printAmountZh(smaller.valueMinor, smaller)}，大于其所属的${relation.larger.zh}${printAmountZh(larger.valueMinor, larger)}，多出${printAmountZh(gap, smaller)}。`,
    messageEn: `${subjectEn(smaller)} is printed as ${printAmountEn(smaller.valueMinor, smaller)}, more than the ${relation.larger.en} it belongs to, ${printAmountEn(larger.valueMinor, larger)}.`,
    unit: smaller.unit,
    expectedMinor: larger.valueMinor,
    printedMinor: smaller.valueMinor,
    statements: [smaller, larger],
    factIds: [smaller.factId, larger.factId],
  });
}

/** Figures that stand under a wrong name. */
import type { Witness } from '../extract/witness.ts';
import { placeOf } from './candidates.ts';
import { type Check, type CheckInput, type CheckResult, findingOf } from './check.ts';
import type { Evaluation } from './evaluation.ts';
import { disclosureOf, firstOfEach } from './figures.ts';
import type { Finding } from './finding.ts';
import { resultOf } from './judgement.ts';
import type { Relation } from './relation.ts';
import type { Swap } from './swapped-labels.ts';
import { phaseZh, printAmountEn, printAmountZh, subjectZh } from './wording.ts';
import { namedRates, WRONG_NAME } from './wrong-rate-name.ts';

const SWAPPED = 'labels.swapped';

const relations: readonly Relation[] = [
  {
    id: SWAPPED,
    kind: 'labels',
    zh: '预算数与执行数的名称没有互换',
    en: 'budget and actual have not changed labels',
    why: '两数互换名称后与报告其余各处全部相符，而照印的名称与各处全部不符。',
  },
  {
    id: WRONG_NAME,
    kind: 'labels',
    zh: '“预算控制率”是预算的比率，不是人员的比率',
    en: 'a budget control rate is a rate of budgets, not of staff',
    why: '整体支出绩效评价指标：预算控制率以预算数计算，财政供养人员控制率以人数计算。',
  },
];

export const checkLabels: Check = { relations, run };

function run(input: CheckInput): CheckResult {
  // Editions of one report repeat the sentence.
  const swaps = firstOfEach(input.swaps, ({ actual }) => placeOf(actual));
  return resultOf([
    ...swaps.map((swap) => ({ finding: findingOfSwap(swap), evaluation: evaluationOfSwap(swap) })),
    ...input.disclosures.flatMap((figures) => namedRates(input, figures)),
  ]);
}

function evaluationOfSwap({ actual, budget, actualElsewhere, budgetElsewhere }: Swap): Evaluation {
  const { bureauId, scope, documentId, fiscalYear } = actual;
  return {
    ...{ check: SWAPPED, bureauId, scope, documentId, fiscalYear, outcome: 'failed' },
    subject: `${actual.concept} ‖ ${disclosureOf(actual)} ‖ ${actual.printed}`,
    factIds: [actual, budget, actualElsewhere, budgetElsewhere].map(({ factId }) => factId),
  };
}

function findingOfSwap({ actual, budget, actualElsewhere, budgetElsewhere }: Swap): Finding {
  const say = (witness: Witness): string => printAmountZh(witness.valueMinor, witness);
  const sayEn = (witness: Witness): string => printAmountEn(witness.valueMinor, witness);
  const printed = `${subjectZh(actual)}印为${say(actual)}、${phaseZh(budget.phase)}印为${say(budget)}`;
  const elsewhere = `同一报告他处${phaseZh(actualElsewhere.phase)}为${say(actualElsewhere)}、${phaseZh(budgetElsewhere.phase)}为${say(budgetElsewhere)}`;
  return findingOf({
    check: SWAPPED,
    severity: 'error',
    fiscalYear: actual.fiscalYear,
    concept: actual.concept,
    message: `${printed}，而${elsewhere}，两数名称互换。`,
    messageEn: `Actual ${sayEn(actual)} and budget ${sayEn(budget)} have changed labels: elsewhere the report gives actual ${sayEn(actualElsewhere)} and budget ${sayEn(budgetElsewhere)}.`,
    unit: actual.unit,
    expectedMinor: budget.valueMinor,
    printedMinor: actual.valueMinor,
    statements: [actual, budget, actualElsewhere, budgetElsewhere],
    factIds: [actual, budget, actualElsewhere, budgetElsewhere].map(({ factId }) => factId),
  });
}

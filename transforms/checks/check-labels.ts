/** Figures that stand under a wrong name. */
import type { Witness } from '../extract/witness.ts';
import { MINOR_PER_UNIT, type Quantity } from '../parse/quantity.ts';
import { placeOf } from './candidates.ts';
import { type Check, type CheckInput, type CheckResult, findingOf, type Owned } from './check.ts';
import { type Evaluation, evaluationOf } from './evaluation.ts';
import { disclosureOf, type Figures, groupBy } from './figures.ts';
import type { Finding } from './finding.ts';
import { compareChange, compareShare } from './ratio.ts';
import type { Relation } from './relation.ts';
import { findSwaps, type Swap } from './swapped-labels.ts';
import { phaseZh, printAmountEn, printAmountZh, subjectZh } from './wording.ts';

const SWAPPED = 'labels.swapped';
const WRONG_NAME = 'labels.wrong_rate_name';

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
  const swaps = [...groupBy(findSwaps(input.printed), ({ actual }) => placeOf(actual)).values()].map(
    (same) => same[0]!,
  );
  const named = input.disclosures.flatMap((figures) => namedRates(input, figures));
  return {
    findings: [...swaps.map(findingOfSwap), ...named.flatMap(({ finding }) => finding ?? [])],
    evaluations: [...swaps.map(evaluationOfSwap), ...named.map(({ evaluation }) => evaluation)],
  };
}

function evaluationOfSwap({ actual }: Swap): Evaluation {
  const { bureauId, scope, documentId, fiscalYear } = actual;
  const subject = `${actual.concept} ‖ ${disclosureOf(actual)} ‖ ${actual.printed}`;
  return evaluationOf({
    check: SWAPPED,
    bureauId,
    scope,
    documentId,
    fiscalYear,
    outcome: 'failed',
    subject,
  });
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

/** "预算控制率96.04%", "预算控制率为 96.04 ％" */
const BUDGET_CONTROL_RATE = /预算控制率[^\d。；;,，]{0,6}(\d+(?:\.\d+)?)\s*[%％]/;

interface NamedRate {
  readonly evaluation: Evaluation;
  readonly finding: Finding | null;
}

function namedRates(input: CheckInput, figures: Figures): readonly NamedRate[] {
  const statements = new Map<string, Owned & { reportYear: number; quote: string }>();
  const own = [...figures.witnesses, ...input.claims.filter((claim) => disclosureOf(claim) === figures.id)];
  for (const statement of own) {
    const printed = BUDGET_CONTROL_RATE.exec(statement.quote)?.[1];
    if (printed && !statements.has(printed)) statements.set(printed, statement);
  }
  return [...statements].flatMap(([printed, statement]) => namedRate(figures, printed, statement) ?? []);
}

function namedRate(
  figures: Figures,
  printed: string,
  statement: Owned & { reportYear: number },
): NamedRate | null {
  const rate = percentage(printed);
  const at = (concept: Witness['concept'], phases: readonly Witness['phase'][]): readonly Witness[] =>
    [...figures.byKey.values()]
      .filter(({ key }) => key.concept === concept && phases.includes(key.phase))
      .filter(({ key }) => key.fiscalYear === figures.reportYear && key.functionCode === null)
      .filter(({ key }) => key.project === null)
      .flatMap(({ candidates }) => candidates.map(({ lead }) => lead));
  const [inPost] = at('headcount.in_post', ['actual']);
  const [authorised] = at('headcount.authorised', ['actual']);
  if (!inPost || !authorised) return null;
  const budgets = at('expenditure', ['original_budget', 'adjusted_budget', 'budget']);
  const amounts = [...budgets, ...at('expenditure', ['actual'])];
  const isOfBudgets = amounts.some((a) =>
    budgets.some((b) => a !== b && [compareShare(rate, a, b), compareChange(rate, a, b)].includes('held')),
  );
  const isOfStaff = compareShare(rate, inPost, authorised) === 'held';
  const failed = isOfStaff && !isOfBudgets && budgets.length > 0;
  const { bureauId, scope, documentId } = statement;
  const evaluation = evaluationOf({
    check: WRONG_NAME,
    ...{ bureauId, scope, documentId, fiscalYear: figures.reportYear },
    outcome: failed ? 'failed' : isOfBudgets ? 'held' : 'not_evaluable',
    subject: `预算控制率 ‖ ${figures.id} ‖ ${printed}`,
  });
  return { evaluation, finding: failed ? findingOfName(rate, statement, inPost, authorised) : null };
}

function percentage(printed: string): Quantity {
  const decimals = printed.split('.')[1]?.length ?? 0;
  const valueMinor = Math.round(Number(printed) * MINOR_PER_UNIT.percent);
  const ulpMinor = Math.max(1, Math.round(MINOR_PER_UNIT.percent / 10 ** decimals));
  return { unit: 'percent', valueMinor, ulpMinor, printed, printedUnit: '%' };
}

function findingOfName(rate: Quantity, statement: Owned, inPost: Witness, authorised: Witness): Finding {
  const staff = `${printAmountZh(inPost.valueMinor, inPost)}÷${printAmountZh(authorised.valueMinor, authorised)}`;
  return findingOf({
    check: WRONG_NAME,
    severity: 'warning',
    fiscalYear: inPost.fiscalYear,
    concept: 'rate.staff_control',
    message: `印为“预算控制率${rate.printed}%”，而该比率等于在职人数除以编制数（${staff}），与报告中任何预算数均不相符，应为财政供养人员控制率。`,
    messageEn: `"Budget control rate ${rate.printed}%" is the staffing rate (staff in post over authorised posts) and no ratio of the budgets printed.`,
    unit: 'percent',
    expectedMinor: null,
    printedMinor: rate.valueMinor,
    statements: [statement, inPost, authorised],
    factIds: [inPost.factId, authorised.factId],
  });
}

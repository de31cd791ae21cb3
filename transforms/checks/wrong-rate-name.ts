/** A staffing rate that a report calls a rate of its budget. */
import type { Witness } from '../extract/witness.ts';
import { MINOR_PER_UNIT, type Quantity } from '../parse/quantity.ts';
import { type CheckInput, findingOf, type Owned } from './check.ts';
import type { Evaluation } from './evaluation.ts';
import { disclosureOf, type Figures, figuresFor } from './figures.ts';
import type { Finding } from './finding.ts';
import type { Judgement } from './judgement.ts';
import { compareChange, compareShare } from './ratio.ts';
import { printAmountZh } from './wording.ts';

export const WRONG_NAME = 'labels.wrong_rate_name';

/** "预算控制率91.3%", "预算控制率为 91.3 ％" */
const BUDGET_CONTROL_RATE = /预算控制率[^\d。；;,，]{0,6}(\d+(?:\.\d+)?)\s*[%％]/;

export function namedRates(input: CheckInput, figures: Figures): readonly Judgement[] {
  if (figuresFor(figures, 'headcount.authorised').length === 0) return [];
  const statements = new Map<string, Owned & { reportYear: number; quote: string }>();
  const witnesses = figures.all.flatMap((figure) => figure.witnesses);
  const own = [...witnesses, ...input.claims.filter((claim) => disclosureOf(claim) === figures.id)];
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
): Judgement | null {
  const rate = percentage(printed);
  const at = (concept: Witness['concept'], phases: readonly Witness['phase'][]): readonly Witness[] =>
    figuresFor(figures, concept)
      .filter(({ key }) => phases.includes(key.phase))
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
  const evaluation: Evaluation = {
    ...{ check: WRONG_NAME, bureauId, scope, documentId, fiscalYear: figures.reportYear },
    outcome: failed ? 'failed' : isOfBudgets ? 'held' : 'not_evaluable',
    subject: `预算控制率 ‖ ${figures.id} ‖ ${printed}`,
    factIds: [inPost.factId, authorised.factId],
  };
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

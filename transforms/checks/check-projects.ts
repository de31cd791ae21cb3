/** A list of projects is rarely complete: it may fall short of project expenditure, and should not exceed it. */
import { printKey } from '../extract/fact.ts';
import type { Witness } from '../extract/witness.ts';
import { candidatesOf } from './candidates.ts';
import { type Check, type CheckInput, type CheckResult, findingOf } from './check.ts';
import type { Evaluation } from './evaluation.ts';
import { type Figures, figureAt, figuresFor, groupBy, keyOf } from './figures.ts';
import type { Finding } from './finding.ts';
import { add, exactly, intersects, reaches, rounded } from './interval.ts';
import type { Relation } from './relation.ts';
import { printAmountEn, printAmountZh, subjectEn, subjectZh } from './wording.ts';

const LISTED = 'projects.listed_sum';

const relations: readonly Relation[] = [
  {
    id: LISTED,
    kind: 'sum',
    zh: '所列项目之和不大于项目支出',
    en: 'listed projects do not exceed project expenditure',
    why: '自评只列部分项目：小于项目支出属部分公开，大于则须核对（可能重复列示或含下级项目）。',
  },
];

export const checkProjects: Check = { relations, run };

function run({ disclosures }: CheckInput): CheckResult {
  const findings = new Map<string, Finding>();
  const evaluations: Evaluation[] = [];
  for (const figures of disclosures) {
    for (const list of listsOf(figures)) {
      const whole = figureAt(figures, { ...keyOf(list[0]!), project: null })?.candidates[0]?.lead;
      if (!whole || list.length < 2) continue;
      const sum = list.map(rounded).reduce(add, exactly(0));
      const within = reaches(sum, rounded(whole));
      const { bureauId, scope, documentId, fiscalYear } = whole;
      const subject = `${printKey(whole)} ‖ ${figures.id} ‖ ${list.map(({ printed }) => printed).join('+')}`;
      const outcome = within ? 'held' : 'failed';
      const factIds = [whole, ...list].map(({ factId }) => factId);
      evaluations.push({
        check: LISTED,
        ...{ bureauId, scope, documentId, fiscalYear, outcome, subject, factIds },
      });
      if (!within || !intersects(sum, rounded(whole)))
        findings.set(subject, findingOfList(whole, list, within));
    }
  }
  return { findings: [...findings.values()], evaluations };
}

/** The projects that one rule read in one document, one figure each. */
function listsOf(figures: Figures): readonly (readonly Witness[])[] {
  const listed = figuresFor(figures, 'expenditure.project')
    .filter(({ key }) => key.project !== null)
    .flatMap(({ witnesses }) => witnesses.filter(({ medium }) => medium === 'table'));
  const lists = groupBy(listed, (witness) =>
    [witness.documentId, witness.rule, printKey({ ...keyOf(witness), project: null })].join('|'),
  );
  return [...lists.values()].map((list) =>
    [...groupBy(list, (witness) => witness.project!).values()].map((same) => candidatesOf(same)[0]!.lead),
  );
}

function findingOfList(whole: Witness, list: readonly Witness[], within: boolean): Finding {
  const sumMinor = list.reduce((sum, { valueMinor }) => sum + valueMinor, 0);
  const sumZh = printAmountZh(sumMinor, whole);
  const gapZh = printAmountZh(Math.abs(whole.valueMinor - sumMinor), whole);
  return findingOf({
    check: LISTED,
    severity: within ? 'note' : 'warning',
    fiscalYear: whole.fiscalYear,
    concept: whole.concept,
    message: within
      ? `所列${list.length}个项目合计${sumZh}，为${subjectZh(whole)}${printAmountZh(whole.valueMinor, whole)}的一部分，其余${gapZh}未列明项目。`
      : `所列${list.length}个项目合计${sumZh}，大于${subjectZh(whole)}${printAmountZh(whole.valueMinor, whole)}，多出${gapZh}。`,
    messageEn: `The ${list.length} projects listed come to ${printAmountEn(sumMinor, whole)}, ${within ? 'part of' : 'more than'} ${subjectEn(whole)} ${printAmountEn(whole.valueMinor, whole)}.`,
    unit: whole.unit,
    expectedMinor: whole.valueMinor,
    printedMinor: sumMinor,
    statements: [whole, ...list],
    factIds: [whole, ...list].map(({ factId }) => factId),
  });
}

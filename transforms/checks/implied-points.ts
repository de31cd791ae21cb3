/** A project with full marks in all was given full marks for execution, whether or not its form was read line by line. */
import type { ScoreItemOfBureau } from '../extract/score-item.ts';
import type { Witness } from '../extract/witness.ts';
import { MINOR_PER_UNIT } from '../parse/quantity.ts';
import { findingOf } from './check.ts';
import type { Evaluation } from './evaluation.ts';
import { EXECUTION, exceeds, maximum, pointsFor, printPoints } from './execution-points.ts';
import { disclosureOf, type Figures, figuresFor } from './figures.ts';
import type { Judgement } from './judgement.ts';

/** 项目支出绩效自评表 gives 10 of 100 points to execution. */
const FULL_MARKS = 100 * MINOR_PER_UNIT.points;
const EXECUTION_MARKS = 10 * MINOR_PER_UNIT.points;

export function impliedPoints(figures: Figures, items: readonly ScoreItemOfBureau[]): readonly Judgement[] {
  return figuresFor(figures, 'evaluation.score').flatMap(({ key, candidates }) => {
    if (key.project === null) return [];
    const read = items.some(({ role, project }) => role === 'execution' && project === key.project);
    const rate = ratesOf(figures, key.project, key.fiscalYear)[0];
    const score = candidates[0]!.lead;
    if (read || !rate || score.valueMinor !== FULL_MARKS) return [];
    return [impliedResult(score, rate)];
  });
}

function ratesOf(figures: Figures, project: string, fiscalYear: number): readonly Witness[] {
  return figuresFor(figures, 'rate.execution')
    .filter(({ key }) => key.project === project && key.fiscalYear === fiscalYear)
    .flatMap(({ candidates }) => candidates.map(({ lead }) => lead));
}

function impliedResult(score: Witness, rate: Witness): Judgement {
  const most = maximum(EXECUTION_MARKS, FULL_MARKS - EXECUTION_MARKS, rate);
  const failed = exceeds(score, most);
  const { bureauId, scope, documentId, fiscalYear } = score;
  const evaluation: Evaluation = {
    ...{ check: EXECUTION, bureauId, scope, documentId, fiscalYear },
    outcome: failed ? 'failed' : 'held',
    subject: `${disclosureOf(score)} ‖ ${score.project} ‖ ${score.printed}`,
    factIds: [score.factId, rate.factId],
  };
  if (!failed) return { evaluation, finding: null };
  const expected = pointsFor(EXECUTION_MARKS, rate);
  const atMost = FULL_MARKS - EXECUTION_MARKS + expected;
  const message = `“${score.project}”项目执行率印为${rate.printed}%，自评得分为满分${score.printed}分，而预算执行10分按执行率计得${printPoints(expected)}分，总分至多${printPoints(atMost)}分。`;
  const messageEn = `Project “${score.project}” executed ${rate.printed}% and scores full marks; by the form's rule at most ${printPoints(atMost)}.`;
  const finding = findingOf({
    ...{ check: EXECUTION, severity: 'warning', fiscalYear, concept: 'evaluation.score', unit: 'points' },
    ...{ message, messageEn, expectedMinor: atMost, printedMinor: score.valueMinor },
    statements: [score, rate],
    factIds: [score.factId, rate.factId],
  });
  return { evaluation, finding };
}

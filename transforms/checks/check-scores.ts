/** Points awarded by a self-evaluation: they add up, stay within full marks, and follow the form's own rule. */
import type { ScoreItemOfBureau } from '../extract/score-item.ts';
import type { Witness } from '../extract/witness.ts';
import type { Quantity } from '../parse/quantity.ts';
import { type Check, type CheckInput, type CheckResult, findingOf, type Owned } from './check.ts';
import { type Evaluation, evaluationOf, type Outcome } from './evaluation.ts';
import { disclosureOf, type Figures, figureAt, groupBy } from './figures.ts';
import type { Finding, Severity } from './finding.ts';
import { add, exactly, type Interval, intersects, reaches, rounded } from './interval.ts';
import type { Relation } from './relation.ts';

const ITEMS_SUM = 'score.items_sum';
const WITHIN_FULL = 'score.within_full_marks';
const EXECUTION = 'score.execution_points';

const relations: readonly Relation[] = [
  {
    id: ITEMS_SUM,
    kind: 'score',
    zh: '总分等于各项得分之和',
    en: 'the total is the sum of the items',
    why: '自评表的总分行按各指标得分加总。',
  },
  {
    id: WITHIN_FULL,
    kind: 'score',
    zh: '得分不高于分值',
    en: 'no item is awarded more than its full marks',
    why: '自评表：各项得分以分值为上限。',
  },
  {
    id: EXECUTION,
    kind: 'score',
    zh: '预算执行得分不高于分值乘以执行率',
    en: 'points for execution are at most full marks times the execution rate',
    why: '项目支出绩效自评表填报说明：预算执行率得分＝分值×执行率，以分值为上限。',
  },
];

export const checkScores: Check = { relations, run };

function run({ scoreItems, disclosures }: CheckInput): CheckResult {
  const forms = [...groupBy(scoreItems, formOf).values()];
  const results = [
    ...forms.flatMap(sumsOfForm),
    ...scoreItems.flatMap(withinFull),
    ...scoreItems.flatMap(executionPoints),
    ...disclosures.flatMap((figures) => impliedPoints(figures, scoreItems)),
  ];
  return {
    findings: results.flatMap(({ finding }) => finding ?? []),
    evaluations: results.map(({ evaluation }) => evaluation),
  };
}

interface Result {
  readonly evaluation: Evaluation;
  readonly finding: Finding | null;
}

const formOf = (item: ScoreItemOfBureau): string =>
  [item.documentId, item.form, item.fiscalYear, item.project ?? ''].join('|');

const subjectOf = (item: ScoreItemOfBureau): string =>
  [disclosureOf(item), item.form, item.project ?? '', item.item].join(' ‖ ');

type Column = 'fullMarks' | 'awarded';
const COLUMN_ZH: Readonly<Record<Column, string>> = { fullMarks: '分值', awarded: '得分' };

function sumsOfForm(form: readonly ScoreItemOfBureau[]): readonly Result[] {
  const columns: readonly Column[] = ['fullMarks', 'awarded'];
  return columns.flatMap((column) => sumOfForm(form, column) ?? []);
}

function sumOfForm(form: readonly ScoreItemOfBureau[], column: Column): Result | null {
  const total = form.find(({ role }) => role === 'total');
  const items = form.filter(({ role }) => role === 'item' || role === 'execution');
  const printed = total?.[column];
  // A row without points may be one that was not read: the sum says nothing then.
  if (!total || !printed || items.length < 2 || items.some((item) => item[column] === null)) return null;
  const points = items.map((item) => item[column]!);
  const sumMinor = points.reduce((sum, { valueMinor }) => sum + valueMinor, 0);
  const held = intersects(rounded(printed), points.map(rounded).reduce(add, exactly(0)));
  const zh = `${nameOf(total)}的${COLUMN_ZH[column]}总分印为${printed.printed}分，而所列${items.length}项${COLUMN_ZH[column]}之和为${points4(sumMinor)}分，相差${points4(Math.abs(printed.valueMinor - sumMinor))}分。`;
  const en = `${nameOf(total)}: total printed as ${printed.printed}, items sum to ${points4(sumMinor)}.`;
  return result(ITEMS_SUM, held ? 'held' : 'failed', 'error', [total, ...items], column, {
    zh,
    en,
    expectedMinor: sumMinor,
    printedMinor: printed.valueMinor,
  });
}

function withinFull(item: ScoreItemOfBureau): readonly Result[] {
  const { awarded, fullMarks } = item;
  if (!awarded || !fullMarks || item.role === 'subtotal') return [];
  const held = reaches(rounded(awarded), rounded(fullMarks));
  return [
    result(WITHIN_FULL, held ? 'held' : 'failed', 'error', [item], '', {
      zh: `${nameOf(item)}的“${item.item}”得分${awarded.printed}分，高于分值${fullMarks.printed}分。`,
      en: `${nameOf(item)}: “${item.item}” is awarded ${awarded.printed} of ${fullMarks.printed}.`,
      expectedMinor: fullMarks.valueMinor,
      printedMinor: awarded.valueMinor,
    }),
  ];
}

function executionPoints(item: ScoreItemOfBureau): readonly Result[] {
  const { awarded, fullMarks, executionRatePrinted: rate } = item;
  if (item.role !== 'execution' || !awarded || !fullMarks || !rate) return [];
  const most = maximum(fullMarks.valueMinor, 0, rate);
  const expected = pointsFor(fullMarks.valueMinor, rate);
  return [
    result(EXECUTION, exceeds(awarded, most) ? 'failed' : 'held', 'warning', [item], '', {
      zh: `${nameOf(item)}执行率${rate.printed}%，预算执行得${awarded.printed}分，而按分值${fullMarks.printed}分乘以执行率为${points4(expected)}分。`,
      en: `${nameOf(item)}: ${awarded.printed} of ${fullMarks.printed} points for executing ${rate.printed}%; full marks times the rate is ${points4(expected)}.`,
      expectedMinor: expected,
      printedMinor: awarded.valueMinor,
    }),
  ];
}

/** Most points that the rule allows: `rest` and the part of `fullMarks` that was executed (100% at most). */
function maximum(fullMarksMinor: number, restMinor: number, rate: Quantity): Interval {
  const share = Math.min(1, rounded(rate).high / (2 * 1_000_000));
  const most = 2 * (restMinor + fullMarksMinor * share);
  return { low: 0, high: most, lowOpen: false, highOpen: false };
}

/** Full marks × rate, to two decimals, for the reader of a finding. */
function pointsFor(fullMarksMinor: number, rate: Quantity): number {
  return Math.round((fullMarksMinor * Math.min(1, rate.valueMinor / 1_000_000)) / 100) * 100;
}

// Points are awarded rounded: 10 of 10 for executing 95.34% is 9.53, rounded.
function exceeds(awarded: Quantity, most: Interval): boolean {
  return !reaches(rounded({ ...awarded, unit: 'percent' }), most);
}

/** 项目支出绩效自评表 gives 10 of 100 points to execution: full marks leave no room for a poor rate. */
const FORM_FULL_MARKS = 100 * 10_000;
const FORM_EXECUTION_MARKS = 10 * 10_000;

function impliedPoints(figures: Figures, items: readonly ScoreItemOfBureau[]): readonly Result[] {
  return [...figures.byKey.values()].flatMap(({ key, candidates }) => {
    if (key.concept !== 'evaluation.score' || key.project === null) return [];
    const read = items.some(({ role, project }) => role === 'execution' && project === key.project);
    const rate = ratesOf(figures, key.project, key.fiscalYear)[0];
    const score = candidates[0]!.lead;
    if (read || !rate || score.valueMinor !== FORM_FULL_MARKS) return [];
    return [impliedResult(score, rate)];
  });
}

function ratesOf(figures: Figures, project: string, fiscalYear: number): readonly Witness[] {
  return [...figures.byKey.values()]
    .filter(
      ({ key }) =>
        key.concept === 'rate.execution' && key.project === project && key.fiscalYear === fiscalYear,
    )
    .flatMap(({ key }) => figureAt(figures, key)?.candidates.map(({ lead }) => lead) ?? []);
}

function impliedResult(score: Witness, rate: Witness): Result {
  const most = maximum(FORM_EXECUTION_MARKS, FORM_FULL_MARKS - FORM_EXECUTION_MARKS, rate);
  const failed = exceeds(score, most);
  const { bureauId, scope, documentId, fiscalYear } = score;
  const evaluation = evaluationOf({
    check: EXECUTION,
    ...{ bureauId, scope, documentId, fiscalYear },
    outcome: failed ? 'failed' : 'held',
    subject: `${disclosureOf(score)} ‖ ${score.project} ‖ ${score.printed}`,
  });
  if (!failed) return { evaluation, finding: null };
  const expected = pointsFor(FORM_EXECUTION_MARKS, rate);
  const atMost = FORM_FULL_MARKS - FORM_EXECUTION_MARKS + expected;
  const message = `“${score.project}”项目执行率印为${rate.printed}%，自评得分为满分${score.printed}分，而预算执行10分按执行率计得${points4(expected)}分，总分至多${points4(atMost)}分。`;
  const messageEn = `Project “${score.project}” executed ${rate.printed}% and scores full marks; by the form's rule at most ${points4(atMost)}.`;
  const finding = findingOf({
    ...{ check: EXECUTION, severity: 'warning', fiscalYear, concept: 'evaluation.score', unit: 'points' },
    ...{ message, messageEn, expectedMinor: atMost, printedMinor: score.valueMinor },
    statements: [score, rate],
    factIds: [score.factId, rate.factId],
  });
  return { evaluation, finding };
}

interface Saying {
  readonly zh: string;
  readonly en: string;
  readonly expectedMinor: number;
  readonly printedMinor: number;
}

function result(
  check: string,
  outcome: Outcome,
  severity: Severity,
  items: readonly ScoreItemOfBureau[],
  column: string,
  saying: Saying,
): Result {
  const [first] = items;
  const { bureauId, scope, documentId, fiscalYear } = first!;
  const subject = `${subjectOf(first!)} ‖ ${column}`;
  const evaluation = evaluationOf({ check, bureauId, scope, documentId, fiscalYear, outcome, subject });
  const statements: readonly Owned[] = items;
  const finding = findingOf({
    ...{ check, severity, fiscalYear, concept: 'evaluation.score', unit: 'points', factIds: [] },
    ...{ message: saying.zh, messageEn: saying.en, statements },
    ...{ expectedMinor: saying.expectedMinor, printedMinor: saying.printedMinor },
  });
  return { evaluation, finding: outcome === 'failed' ? finding : null };
}

const nameOf = ({ project, form }: ScoreItemOfBureau): string => (project ? `“${project}”项目` : form);

const points4 = (minor: number): string => String(Math.round(minor) / 10_000);

/** Points awarded by a self-evaluation: they add up, stay within full marks, and follow the form's own rule. */
import type { ScoreItemOfBureau } from '../extract/score-item.ts';
import { MINOR_PER_UNIT } from '../parse/quantity.ts';
import { type Check, type CheckInput, type CheckResult, findingOf, type Owned } from './check.ts';
import type { Outcome } from './evaluation.ts';
import { EXECUTION, exceeds, maximum, pointsFor, printPoints } from './execution-points.ts';
import { disclosureOf, groupBy } from './figures.ts';
import type { Severity } from './finding.ts';
import { impliedPoints } from './implied-points.ts';
import { add, exactly, intersects, reaches, rounded } from './interval.ts';
import { type Judgement, resultOf } from './judgement.ts';
import type { Relation } from './relation.ts';

const ITEMS_SUM = 'score.items_sum';
const FULL_MARKS = 'score.full_marks_hundred';
const WITHIN_FULL = 'score.within_full_marks';

const relations: readonly Relation[] = [
  {
    id: ITEMS_SUM,
    kind: 'score',
    zh: '总分等于各项得分之和',
    en: 'the total is the sum of the items',
    why: '自评表的总分行按各指标得分加总。',
  },
  {
    id: FULL_MARKS,
    kind: 'score',
    zh: '各项分值之和为100分',
    en: 'full marks come to a hundred',
    why: '项目支出绩效自评表填报说明：预算执行率10分，产出50分、效益30分、满意度10分，合计100分。',
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
  return resultOf([
    ...forms.flatMap(sumsOfForm),
    ...forms.flatMap((form) => fullMarksOf(form) ?? []),
    ...scoreItems.flatMap(withinFull),
    ...scoreItems.flatMap(executionPoints),
    ...disclosures.flatMap((figures) => impliedPoints(figures, scoreItems)),
  ]);
}

const formOf = (item: ScoreItemOfBureau): string =>
  [item.documentId, item.form, item.fiscalYear, item.project ?? ''].join('|');

const subjectOf = (item: ScoreItemOfBureau): string =>
  [disclosureOf(item), item.form, item.project ?? '', item.item].join(' ‖ ');

type Column = 'fullMarks' | 'awarded';
const COLUMN_ZH: Readonly<Record<Column, string>> = { fullMarks: '分值', awarded: '得分' };

function sumsOfForm(form: readonly ScoreItemOfBureau[]): readonly Judgement[] {
  const columns: readonly Column[] = ['fullMarks', 'awarded'];
  return columns.flatMap((column) => sumOfForm(form, column) ?? []);
}

function sumOfForm(form: readonly ScoreItemOfBureau[], column: Column): Judgement | null {
  const total = form.find(({ role }) => role === 'total');
  const items = form.filter(({ role }) => role === 'item' || role === 'execution');
  const printed = total?.[column];
  // A row without points may be one that was not read: the sum says nothing then.
  if (!total || !printed || items.length < 2 || items.some((item) => item[column] === null)) return null;
  const points = items.map((item) => item[column]!);
  const sumMinor = points.reduce((sum, { valueMinor }) => sum + valueMinor, 0);
  const held = intersects(rounded(printed), points.map(rounded).reduce(add, exactly(0)));
  const zh = `${nameOf(total)}的${COLUMN_ZH[column]}总分印为${printed.printed}分，而所列${items.length}项${COLUMN_ZH[column]}之和为${printPoints(sumMinor)}分，相差${printPoints(Math.abs(printed.valueMinor - sumMinor))}分。`;
  const en = `${nameOf(total)}: total printed as ${printed.printed}, items sum to ${printPoints(sumMinor)}.`;
  const severity = isWhole(total, items, column, sumMinor) ? 'error' : 'warning';
  return result(ITEMS_SUM, held ? 'held' : 'failed', severity, [total, ...items], column, {
    zh,
    en,
    expectedMinor: sumMinor,
    printedMinor: printed.valueMinor,
  });
}

/** A page that is missing takes lines with it: only where the full marks come to their total was every line read. */
function isWhole(
  total: ScoreItemOfBureau,
  items: readonly ScoreItemOfBureau[],
  column: Column,
  sumMinor: number,
): boolean {
  const whole = total.fullMarks?.valueMinor ?? HUNDRED;
  if (column === 'fullMarks') return sumMinor > whole;
  const known = items.every(({ fullMarks }) => fullMarks !== null);
  return known && items.reduce((sum, { fullMarks }) => sum + fullMarks!.valueMinor, 0) === whole;
}

const HUNDRED = 100 * MINOR_PER_UNIT.points;

/** Only where every line was read, which the awarded points show: they come to the total. */
function fullMarksOf(form: readonly ScoreItemOfBureau[]): Judgement | null {
  const total = form.find(({ role }) => role === 'total');
  const items = form.filter(({ role }) => role === 'item' || role === 'execution');
  const isWhole = items.some(({ role }) => role === 'execution') && items.every(({ fullMarks }) => fullMarks);
  if (!total || !isWhole || sumOfForm(form, 'awarded')?.evaluation.outcome !== 'held') return null;
  const sumMinor = items.reduce((sum, { fullMarks }) => sum + fullMarks!.valueMinor, 0);
  const printed = total.fullMarks?.printed ?? '100';
  return result(FULL_MARKS, sumMinor === HUNDRED ? 'held' : 'failed', 'warning', [total, ...items], '', {
    zh: `${nameOf(total)}的总分值为${printed}分，而所列${items.length}项分值之和为${printPoints(sumMinor)}分。`,
    en: `${nameOf(total)}: full marks of the items come to ${printPoints(sumMinor)}, not 100.`,
    expectedMinor: HUNDRED,
    printedMinor: sumMinor,
  });
}

function withinFull(item: ScoreItemOfBureau): readonly Judgement[] {
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

function executionPoints(item: ScoreItemOfBureau): readonly Judgement[] {
  const { awarded, fullMarks, executionRatePrinted: rate } = item;
  if (item.role !== 'execution' || !awarded || !fullMarks || !rate) return [];
  const most = maximum(fullMarks.valueMinor, 0, rate);
  const expected = pointsFor(fullMarks.valueMinor, rate);
  return [
    result(EXECUTION, exceeds(awarded, most) ? 'failed' : 'held', 'warning', [item], '', {
      zh: `${nameOf(item)}执行率${rate.printed}%，预算执行得${awarded.printed}分，而按分值${fullMarks.printed}分乘以执行率为${printPoints(expected)}分。`,
      en: `${nameOf(item)}: ${awarded.printed} of ${fullMarks.printed} points for executing ${rate.printed}%; full marks times the rate is ${printPoints(expected)}.`,
      expectedMinor: expected,
      printedMinor: awarded.valueMinor,
    }),
  ];
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
): Judgement {
  const [first] = items;
  const { bureauId, scope, documentId, fiscalYear } = first!;
  const subject = `${subjectOf(first!)} ‖ ${column}`;
  const evaluation = { check, bureauId, scope, documentId, fiscalYear, outcome, subject, factIds: [] };
  const statements: readonly Owned[] = items;
  const finding = findingOf({
    ...{ check, severity, fiscalYear, concept: 'evaluation.score', unit: 'points', factIds: [] },
    ...{ message: saying.zh, messageEn: saying.en, statements },
    ...{ expectedMinor: saying.expectedMinor, printedMinor: saying.printedMinor },
  });
  return { evaluation, finding: outcome === 'failed' ? finding : null };
}

const nameOf = ({ project, form }: ScoreItemOfBureau): string => (project ? `“${project}”项目` : form);

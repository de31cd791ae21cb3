/** Self-evaluations on one scale, and the points that execution was given against what was executed. */
import { MINOR_PER_UNIT } from '../parse/quantity.ts';
import type { Observation } from '../reconcile/observation.ts';
import type { BureauYear } from './bureau-year.ts';
import { compare, groupBy } from './group.ts';
import type { ExecutionPoints, FullMarks } from './metric-input.ts';
import { type Outcome, tidy } from './outcome.ts';
import { projectExecutionRates } from './projects.ts';
import { ratio } from './ratio.ts';
import { actual, budget } from './term.ts';

/** Full marks that forms have; a score above all but one of them leaves only that one. */
const KNOWN_FULL_MARKS = [90, 95, 100];

/** "满分100分" "满分为95" "满分：90". */
const FULL_MARKS = /满分(?:值)?[为：:（(\s]*(90|95|100)(?![\d.])/u;
/** "总分（100分）" "总分(95)": said of the form only where the number is not the score itself. */
const TOTAL_IN_BRACKETS = /总分[（(]\s*(90|95|100)\s*分?[）)]/u;

/** One outcome per score, of the bureau and of each project. Full marks come from the form; they are not assumed. */
export function selfEvaluationScore(books: BureauYear): readonly Outcome[] {
  return books.observations
    .filter((one) => one.concept === 'evaluation.score' && one.phase === 'actual')
    .map((score) => scoreOf(score, books.fullMarks));
}

function scoreOf(score: Observation, forms: readonly FullMarks[]): Outcome {
  const points = score.valueMinor / MINOR_PER_UNIT.points;
  const fullMarks = marksOnForm(forms, score.project, points) ?? fullMarksOf(score.quote, points);
  return {
    project: score.project,
    status: fullMarks === null ? 'missing_denominator' : 'ok',
    value: fullMarks === null ? null : tidy((points / fullMarks) * 100),
    numerator: points,
    denominator: fullMarks,
    basis: fullMarks === null ? [] : [`full_marks=${fullMarks}`],
    inputs: [score],
    reportedValue: points,
  };
}

/** What the total line of the form prints; forms of one project that print different totals say nothing. */
function marksOnForm(forms: readonly FullMarks[], project: string | null, points: number): number | null {
  const own = forms.filter((one) => one.project === project);
  const awarding = own.filter((one) => one.awarded === points);
  const printed = new Set((awarding.length > 0 ? awarding : own).map((one) => one.marks));
  const [marks, another] = printed;
  return marks !== undefined && another === undefined && marks > 0 && points <= marks ? marks : null;
}

function fullMarksOf(quote: string, points: number): number | null {
  const printed = FULL_MARKS.exec(quote)?.[1];
  if (printed !== undefined && points <= Number(printed)) return Number(printed);
  const bracketed = TOTAL_IN_BRACKETS.exec(quote)?.[1];
  if (bracketed !== undefined && points < Number(bracketed)) return Number(bracketed);
  const possible = KNOWN_FULL_MARKS.filter((marks) => points <= marks);
  return possible.length === 1 ? possible[0]! : null;
}

/** One outcome per project (and one for the bureau) whose points for execution are known. */
export function scoreGap(books: BureauYear): readonly Outcome[] {
  const forms = groupBy(books.executionPoints, (one) => one.project ?? '');
  return [...forms.keys()].sort(compare).map((project) => gapOfForms(books, forms.get(project)!));
}

/** Forms that award the same project different points leave nothing to compare. */
function gapOfForms(books: BureauYear, forms: readonly ExecutionPoints[]): Outcome {
  const first = forms[0]!;
  const gap = gapOf(books, first);
  const agree = forms.every((one) => one.awarded === first.awarded && one.available === first.available);
  if (agree || gap.status !== 'ok') return gap;
  const printed = [...new Set(forms.map((one) => `${one.awarded}/${one.available}`))].sort(compare);
  const basis = gap.basis.filter((part) => !part.startsWith('points='));
  return { ...gap, status: 'suspect_input', value: null, basis: [...basis, `points=${printed.join(' ')}`] };
}

function gapOf(books: BureauYear, points: ExecutionPoints): Outcome {
  const rate = executionOf(books, points.project);
  const awarded = points.available === 0 ? null : (points.awarded / points.available) * 100;
  const executed = rate?.value ?? null;
  const known = awarded !== null && executed !== null;
  return {
    project: points.project,
    status: known ? 'ok' : awarded === null ? 'zero_denominator' : (rate?.status ?? 'missing_numerator'),
    value: known ? tidy(awarded - Math.min(100, executed)) : null,
    numerator: awarded,
    denominator: executed,
    basis: [...(rate?.basis ?? []), `points=${points.awarded}/${points.available}`],
    inputs: rate?.inputs ?? [],
    reportedValue: null,
  };
}

/** The rate the form speaks of: on the adjusted budget, else on whatever budget the form prints. */
function executionOf(books: BureauYear, project: string | null): Outcome | null {
  if (project !== null) {
    return projectExecutionRates(books).find((one) => one.project === project) ?? null;
  }
  return wholeExecution(books)[0] ?? null;
}

const wholeExecution = ratio({
  numerator: actual('expenditure'),
  denominator: budget('expenditure'),
  unit: 'percent',
});

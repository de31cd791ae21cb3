/**
 * The ruled lines of a scanned table: long runs of ink along a row or a column of pixels. A page that lies askew by a
 * fraction of a degree shows a line as a staircase of such runs, which touch and are one line.
 */
import type { Rule } from '../page.ts';
import { INK } from './grey-image.ts';
import type { GreyImage } from './ocr.ts';

/**
 * Columns are at least this wide, rows this high. What is no longer than a stroke of a heading must end at other rules,
 * and go on in the next row where it parts columns: a letter may be as high as its cell.
 */
const SHORTEST_HORIZONTAL = 22;
const SURELY_HORIZONTAL = 60;
const SHORTEST_VERTICAL = 10;
const SURELY_VERTICAL = 30;
/** A scan breaks a thin line for this long (points). */
const LARGEST_BREAK = 0.7;
/** A line thicker than this is a bar, a photograph or a shadow of the fold (points). */
const THICKEST = 4;
/** A line that leans more than this over its length is none of a table's (tangent of half a degree). */
const STEEPEST = 0.009;
/** A rule ends at another one within this (points). */
const MEETING = 2.5;

/** `scale`: pixels a point. Rules in points. */
export function rulesInBitmap(image: GreyImage, scale: number): Rule[] {
  const across = linesAlong(image, scale, 'horizontal', SHORTEST_HORIZONTAL);
  const down = linesAlong(image, scale, 'vertical', SHORTEST_VERTICAL);
  const sureDown = down.filter(isLong(SURELY_VERTICAL));
  const horizontals = across.filter((rule) => isLong(SURELY_HORIZONTAL)(rule) || endsAtRules(rule, sureDown));
  const ending = down.filter((rule) => isLong(SURELY_VERTICAL)(rule) || endsAtRules(rule, horizontals));
  const verticals = ending.filter(
    (rule) => isLong(SURELY_VERTICAL)(rule) || goesOn(rule, ending) || isOfOneRow(rule, ending, horizontals),
  );
  return [...horizontals, ...verticals];
}

const isLong = (length: number) => (rule: Rule) => rule.end - rule.start >= length;

function endsAtRules(rule: Rule, crossing: readonly Rule[]): boolean {
  const meets = (end: number) =>
    crossing.some(
      ({ position, start, end: last }) =>
        Math.abs(position - end) <= MEETING &&
        rule.position >= start - MEETING &&
        rule.position <= last + MEETING,
    );
  return meets(rule.start) && meets(rule.end);
}

function goesOn(rule: Rule, verticals: readonly Rule[]): boolean {
  return verticals.some(
    (other) =>
      other !== rule &&
      Math.abs(other.position - rule.position) <= MEETING &&
      Math.min(Math.abs(other.start - rule.end), Math.abs(other.end - rule.start)) <= THICKEST,
  );
}

/** A table of a single row: nothing stands above or below the two lines between which the rule stands. */
function isOfOneRow(rule: Rule, verticals: readonly Rule[], across: readonly Rule[]): boolean {
  const touched = across.filter(
    (line) =>
      rule.position >= line.start - MEETING &&
      rule.position <= line.end + MEETING &&
      Math.min(Math.abs(line.position - rule.start), Math.abs(line.position - rule.end)) <= MEETING,
  );
  const [first, last] = [Math.min, Math.max].map((most) => most(...touched.map(({ position }) => position)));
  const meets = (other: Rule) =>
    other.start <= last! + MEETING &&
    other.end >= first! - MEETING &&
    touched.some(({ start, end }) => other.position >= start - MEETING && other.position <= end + MEETING);
  return verticals
    .filter(meets)
    .every(({ start, end }) => start >= first! - MEETING && end <= last! + MEETING);
}

interface Line {
  first: number;
  last: number;
  start: number;
  end: number;
  /** What the next row may touch. */
  tail: Run[];
}

interface Run {
  start: number;
  end: number;
}

function linesAlong(image: GreyImage, scale: number, direction: Rule['direction'], shortest: number): Rule[] {
  const count = direction === 'horizontal' ? image.height : image.width;
  // A staircase of a leaning line has short steps: they count once they are joined.
  const step = (shortest * scale) / 2;
  let open: Line[] = [];
  const done: Line[] = [];
  for (let at = 0; at < count; at++) {
    const runs = runsAt(image, at, direction, step, LARGEST_BREAK * scale);
    const next = runs.reduce((lines, run) => addRun(lines, run, at), open);
    done.push(...next.filter((line) => line.last < at));
    open = next.filter((line) => line.last === at);
  }
  return [...done, ...open].flatMap((line) => ruleOf(line, direction, scale, shortest));
}

/** Lines that the run touches become one with it. */
function addRun(lines: readonly Line[], run: Run, at: number): Line[] {
  const meets = (line: Line) => line.tail.some((old) => old.start <= run.end && run.start <= old.end);
  const touched = lines.filter(meets);
  const line: Line = { first: at, last: at, ...run, tail: [run] };
  for (const old of touched) {
    line.first = Math.min(line.first, old.first);
    line.start = Math.min(line.start, old.start);
    line.end = Math.max(line.end, old.end);
    // Runs of the row before may still meet others of this row.
    line.tail.push(...(old.last === at ? old.tail : old.tail.filter((part) => part.end > run.end)));
  }
  return [...lines.filter((other) => !touched.includes(other)), line];
}

function ruleOf(line: Line, direction: Rule['direction'], scale: number, shortest: number): Rule[] {
  const [start, end] = [line.start / scale, line.end / scale];
  const thickness = (line.last + 1 - line.first) / scale;
  const length = end - start;
  if (length < shortest || thickness > THICKEST + STEEPEST * length) return [];
  return [{ direction, position: (line.first + line.last + 1) / 2 / scale, start, end }];
}

function runsAt(
  { width, height, pixels }: GreyImage,
  at: number,
  direction: Rule['direction'],
  shortest: number,
  largestBreak: number,
): Run[] {
  const [from, stride, length] = direction === 'horizontal' ? [at * width, 1, width] : [at, width, height];
  const runs: Run[] = [];
  let start = -1;
  let last = -1;
  for (let index = 0; index < length; index++) {
    if (pixels[from + index * stride]! >= INK) continue;
    if (start < 0 || index - last - 1 > largestBreak) {
      if (start >= 0 && last + 1 - start >= shortest) runs.push({ start, end: last + 1 });
      start = index;
    }
    last = index;
  }
  if (start >= 0 && last + 1 - start >= shortest) runs.push({ start, end: last + 1 });
  return runs;
}

/** Characters become runs (what a person reads in one go), runs become lines, lines become text. */
import type { Box } from '../document.ts';
import { around, height, overlapX, overlapY, width } from './geometry.ts';
import type { Character, Rule } from './page.ts';
import { partAtRules } from './part-at-rules.ts';

export interface Run {
  text: string;
  box: Box;
  characters: readonly Character[];
}

export interface Line {
  runs: readonly Run[];
  box: Box;
}

/** A wider gap than this share of the font height ends a run; letters of one number stand closer. */
const RUN_GAP = 0.45;
/** Two pieces of text that the file places apart, as it does with the words of two cells, are two runs sooner. */
const PIECE_GAP = 0.2;
/** Between Chinese characters a gap is spacing ("合 计") from this share on, elsewhere from the smaller one. */
const CHINESE_GAP = 0.9;
const LATIN_GAP = 0.35;
/** Two boxes stand on one line when they share this much of the lower one's height. */
const SAME_LINE = 0.5;

/** Ideographs, their radicals, and the full-width punctuation around them. */
const CHINESE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]/u;

export function isChinese(text: string): boolean {
  return CHINESE.test(text);
}

/** Runs in the order the file prints them; where a vertical rule parts two cells, it parts their runs. */
export function findRuns(characters: readonly Character[], rules: readonly Rule[]): Run[] {
  const verticals = rules.filter((rule) => rule.direction === 'vertical');
  const runs: Character[][] = [];
  let current: Character[] = [];
  let last: Character | null = null;
  for (const character of characters) {
    if (last !== null && continues(last, character)) current.push(character);
    else {
      current = [character];
      runs.push(current);
    }
    last = character;
  }
  return runs.flatMap((run) => partAtRules(run, verticals)).map(runOf);
}

function continues(last: Character, next: Character): boolean {
  if (last.turned !== next.turned) return false;
  if (last.turned !== 0) return continuesTurned(last, next);
  const size = Math.min(height(last.box), height(next.box));
  if (overlapY(last.box, next.box) < SAME_LINE * size) return false;
  const gap = next.box.left - last.box.right;
  const widest = last.object === next.object ? RUN_GAP : PIECE_GAP;
  return gap <= widest * Math.max(size, 4) && gap >= -0.6 * size;
}

/** Text on its side goes down (1), upside down to the left (2), or up (3). */
function continuesTurned(last: Character, next: Character): boolean {
  const [a, b] = [last.box, next.box];
  const size = Math.max(4, last.turned === 2 ? height(a) : width(a));
  const gap = last.turned === 1 ? b.top - a.bottom : last.turned === 3 ? a.top - b.bottom : a.left - b.right;
  const beside = last.turned === 2 ? overlapY(a, b) : overlapX(a, b);
  return beside >= SAME_LINE * size && gap <= RUN_GAP * size && gap >= -0.6 * size;
}

export function runOf(characters: readonly Character[]): Run {
  let text = '';
  const box = { ...characters[0]!.box };
  for (const character of characters) {
    text += text !== '' && character.spaceBefore ? ' ' + character.text : character.text;
    box.left = Math.min(box.left, character.box.left);
    box.top = Math.min(box.top, character.box.top);
    box.right = Math.max(box.right, character.box.right);
    box.bottom = Math.max(box.bottom, character.box.bottom);
  }
  return { text, box, characters };
}

/** Runs that stand beside each other, left to right; lines from top to bottom. */
export function linesOf(runs: readonly Run[]): Line[] {
  if (runs.length < 2) return runs.map((run) => lineOf([run]));
  const sorted = [...runs].sort((a, b) => a.box.top + a.box.bottom - b.box.top - b.box.bottom);
  const lines: Run[][] = [];
  for (const run of sorted) {
    // A tall run may open a line between two others: look back over the lines that can still overlap.
    const line = lineBeside(lines, run);
    if (line) line.push(run);
    else lines.push([run]);
  }
  return lines.map(lineOf).sort((a, b) => a.box.top - b.box.top);
}

function lineBeside(lines: readonly Run[][], run: Run): Run[] | undefined {
  for (let index = Math.max(0, lines.length - 3); index < lines.length; index++)
    if (lines[index]!.every((other) => standsBeside(run, other))) return lines[index];
  return undefined;
}

function standsBeside(a: Run, b: Run): boolean {
  if (isTurned(a) || isTurned(b)) return false;
  const lower = Math.min(height(a.box), height(b.box));
  if (overlapY(a.box, b.box) < SAME_LINE * lower) return false;
  return overlapX(a.box, b.box) < 0.5 * lower || overlapY(a.box, b.box) > 0.8 * lower;
}

/** Text on its side is a line of its own. */
function isTurned(run: Run): boolean {
  return run.characters[0]!.turned !== 0;
}

export function lineOf(runs: readonly Run[]): Line {
  if (runs.length === 1) return { runs, box: runs[0]!.box };
  const ordered = [...runs].sort((a, b) => a.box.left - b.box.left);
  return { runs: ordered, box: around(ordered.map((run) => run.box)) };
}

/** The text of a line as a person would type it: spaces where the print leaves room for one. */
export function lineText(line: Line): string {
  let text = '';
  let previous: Run | null = null;
  for (const run of line.runs) {
    text += previous !== null && isSpaced(previous, run) ? ' ' + run.text : run.text;
    previous = run;
  }
  return text.trim();
}

function isSpaced(left: Run, right: Run): boolean {
  if (right.characters[0]?.spaceBefore) return true;
  const size = Math.min(height(left.box), height(right.box));
  const chinese = isChinese(left.text.at(-1)!) || isChinese(right.text[0]!);
  return right.box.left - left.box.right > (chinese ? CHINESE_GAP : LATIN_GAP) * size;
}

/** "123,45", "6,789.0" and "0" below each other: a figure too wide for its cell. Grouped and whole only together. */
const CUT_FIGURE = /^[-−]?\d{1,3}(?:,\d{3})+(?:\.\d{1,4})?$/;
const WHOLE_FIGURE = /^[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,4})?$/;

/** The lines of a cell as they read. */
export function joinCellLines(texts: readonly string[]): string {
  if (texts.length > 1 && !texts.every((text) => WHOLE_FIGURE.test(text)) && CUT_FIGURE.test(texts.join('')))
    return texts.join('');
  return joinLines(texts);
}

/** Lines of one cell or paragraph in one string: nothing between Chinese characters or after the comma of a cut figure. */
export function joinLines(texts: readonly string[]): string {
  let joined = '';
  for (const text of texts) {
    if (joined === '' || text === '') joined += text;
    else joined += needsSpace(joined.at(-1)!, text[0]!) ? ' ' + text : text;
  }
  return joined;
}

/** Two Latin words, or two figures one above the other, must not run together. */
function needsSpace(last: string, first: string): boolean {
  return /[A-Za-z0-9%]/.test(last) && /[A-Za-z0-9]/.test(first);
}

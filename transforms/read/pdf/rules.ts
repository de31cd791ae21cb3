/** Borders arrive in pieces, one per cell, often twice: pieces on one line that touch become one rule. */
import type { Rule } from './page.ts';

/** Positions this close are one edge of a table: double rules, and borders drawn by both neighbours. */
export const SAME_EDGE = 2.5;
/** Two pieces are on one line when they are this close across it (points). */
const SAME_LINE = 1.2;
/** A gap in a line that is only a corner, or the space between two dots of a dotted line. */
const SMALLEST_GAP = 3;
/** Shorter than this after joining, it is no border: ticks, bullets, parts of drawn characters. */
const SHORTEST_RULE = 5;

/** A page with more rules is a drawing; the longest of them may still frame a table. */
const MOST_RULES = 3_000;

export function joinRules(pieces: readonly Rule[]): Rule[] {
  const rules = [
    ...joinDirection(pieces.filter((piece) => piece.direction === 'horizontal')),
    ...joinDirection(pieces.filter((piece) => piece.direction === 'vertical')),
  ].filter((rule) => lengthOf(rule) >= SHORTEST_RULE);
  if (rules.length <= MOST_RULES) return rules;
  return rules.sort((a, b) => lengthOf(b) - lengthOf(a)).slice(0, MOST_RULES);
}

function joinDirection(pieces: readonly Rule[]): Rule[] {
  const sorted = [...pieces].sort((a, b) => a.position - b.position);
  const lines: Rule[][] = [];
  for (const piece of sorted) {
    const line = lines.at(-1);
    if (line && piece.position - line[0]!.position <= SAME_LINE) line.push(piece);
    else lines.push([piece]);
  }
  return lines.flatMap(joinLine);
}

function joinLine(line: readonly Rule[]): Rule[] {
  const position = line.reduce((sum, piece) => sum + piece.position, 0) / line.length;
  const joined: Rule[] = [];
  for (const piece of [...line].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && piece.start - last.end <= SMALLEST_GAP) last.end = Math.max(last.end, piece.end);
    else joined.push({ ...piece, position });
  }
  return joined;
}

function lengthOf(rule: Rule): number {
  return rule.end - rule.start;
}

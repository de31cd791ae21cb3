/** Rules that touch, straight or through others, frame one table. */
import type { Rule } from './page.ts';

/** Rules that end this close to each other meet (points): Word stops a border short of the one it meets. */
const MEETING = 3;

/** Sets of rules that hang together through crossings. */
export function touchingRules(rules: readonly Rule[]): Rule[][] {
  const horizontals = rules.filter((rule) => rule.direction === 'horizontal');
  const verticals = rules.filter((rule) => rule.direction === 'vertical');
  const groupOf = new Map<Rule, Rule[]>();
  for (const rule of [...horizontals, ...verticals]) groupOf.set(rule, [rule]);
  for (const horizontal of horizontals) {
    for (const vertical of verticals) {
      if (!meets(horizontal, vertical)) continue;
      const a = groupOf.get(horizontal)!;
      const b = groupOf.get(vertical)!;
      if (a === b) continue;
      const [large, small] = a.length >= b.length ? [a, b] : [b, a];
      for (const rule of small) {
        groupOf.set(rule, large);
        large.push(rule);
      }
    }
  }
  return [...new Set(groupOf.values())];
}

function meets(horizontal: Rule, vertical: Rule): boolean {
  return (
    vertical.position >= horizontal.start - MEETING &&
    vertical.position <= horizontal.end + MEETING &&
    horizontal.position >= vertical.start - MEETING &&
    horizontal.position <= vertical.end + MEETING
  );
}

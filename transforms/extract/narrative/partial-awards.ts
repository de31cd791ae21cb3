/**
 * Contracts to small firms are printed in parts: in reserved projects, and in all others. Where both have an
 * amount, neither part is the total, and the report prints no total.
 */
import { OTHER_AWARDS } from '../../layouts/narrative/filler-words.ts';
import type { Fact, NumberUse } from '../fact.ts';

const AWARDED = /^procurement\.(?:sme|micro)$/;

export function withoutPartialAwards(
  facts: readonly Fact[],
  numbers: readonly NumberUse[],
): { facts: Fact[]; numbers: NumberUse[] } {
  const partial = numbers.some(({ reason, text }) => reason === OTHER_AWARDS && /[1-9]/.test(text));
  const isPart = (fact: Fact): boolean =>
    partial && AWARDED.test(fact.concept) && fact.phase === 'actual' && fact.quote.includes('中标');
  const parts = facts.filter(isPart);
  const ofPart = ({ text, context }: NumberUse): boolean =>
    parts.some((fact) => fact.quote === context && text === `${fact.printed}${fact.printedUnit}`);
  return {
    facts: facts.filter((fact) => !isPart(fact)),
    numbers: numbers.map((number) =>
      ofPart(number) ? { ...number, use: 'unclaimed', reason: '只是授予中小企业合同的一部分' } : number,
    ),
  };
}

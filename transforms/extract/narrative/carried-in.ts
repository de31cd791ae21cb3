/**
 * "总收入90万元，其中：一般公共预算85万元，…" above "本年收入中，一般公共预算75万元", with 10万元 left of last year: the larger one
 * holds what was left, as the report itself adds up, and so does the total that it is a part of.
 */
import type { Fact } from '../fact.ts';

/** The same facts; such revenue is a grand total. */
export function withCarriedIn(facts: readonly Fact[]): Fact[] {
  const left = facts.filter(
    ({ concept, basis, valueMinor }) => concept === 'balance.opening' && basis === 'stated' && valueMinor > 0,
  );
  if (left.length === 0) return [...facts];
  const holding = new Set(facts.filter((fact) => holdsWhatWasLeft(fact, facts, left)));
  const isWhole = (fact: Fact): boolean =>
    isStatedRevenue(fact) &&
    fact.fund === 'all' &&
    [...holding].some((part) => part.quote === fact.quote && part.location === fact.location);
  return facts.map((fact) =>
    holding.has(fact) || isWhole(fact) ? { ...fact, concept: 'revenue.grand_total' } : fact,
  );
}

const isStatedRevenue = ({ concept, basis, functionCode }: Fact): boolean =>
  concept === 'revenue' && basis === 'stated' && functionCode === null;

const BUDGETS: ReadonlySet<Fact['fund']> = new Set(['general_public', 'government_fund', 'state_capital']);

function holdsWhatWasLeft(fact: Fact, facts: readonly Fact[], left: readonly Fact[]): boolean {
  if (!isStatedRevenue(fact) || !BUDGETS.has(fact.fund)) return false;
  const same = (other: Fact): boolean =>
    other.fiscalYear === fact.fiscalYear && other.phase === fact.phase && other.project === fact.project;
  const ofYear = facts.filter(
    (other) =>
      isStatedRevenue(other) &&
      same(other) &&
      other.fund === fact.fund &&
      other.valueMinor !== fact.valueMinor,
  );
  return ofYear.some((own) =>
    left.some((rest) => same(rest) && own.valueMinor + rest.valueMinor === fact.valueMinor),
  );
}

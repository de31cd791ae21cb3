/**
 * "收入预算90万元，其中：一般公共预算拨款收入80万元，上年结转10万元" beside a table with 本年收入合计 80, 上年结转 10 and 收入总计 90:
 * what the sentence calls revenue is what the table calls the grand total.
 */
import type { Location } from '../read/document.ts';
import type { Claim, Fact, FactKey } from './fact.ts';

interface Stated {
  facts: readonly Fact[];
  claims: readonly Claim[];
}

/** The same; revenue in prose that the document's own tables show to hold last year's balance is a grand total. */
export function withBalanceInRevenue({ facts, claims }: Stated): Stated {
  const totals = facts.filter((fact) => fact.medium === 'table' && isTotal(fact));
  const named = facts.filter(
    (fact) => fact.medium === 'prose' && fact.concept === 'revenue' && isTotal(fact),
  );
  const holding = named.filter((fact) => holdsBalance(fact, totals));
  if (holding.length === 0) return { facts, claims };
  const isOfHolding = ({ base, location, quote }: Claim): boolean => {
    const before = named.filter((fact) => isKeyOf(base, fact) && !isBehind(fact.location, location));
    return !OF_YEAR.test(quote) && holding.includes(before.at(-1)!);
  };
  return {
    facts: facts.map((fact) =>
      holding.includes(fact) || holding.some((whole) => isDerivedFrom(fact, whole)) ? asGrand(fact) : fact,
    ),
    claims: claims.map((claim) =>
      claim.kind === 'share' && isOfHolding(claim) ? { ...claim, base: asGrand(claim.base) } : claim,
    ),
  };
}

/** "占本年收入合计的9%" speaks of the year's own, wherever it stands. */
const OF_YEAR = /占(?:本年|当年)/;

const asGrand = <Key extends FactKey>(key: Key): Key => ({ ...key, concept: 'revenue.grand_total' });

const isBehind = (a: Location, b: Location): boolean => {
  const [pageA, pageB] = [a.page ?? 0, b.page ?? 0];
  if (pageA !== pageB) return pageA > pageB;
  return (a.line ?? 0) > (b.line ?? 0) || (a.box?.top ?? 0) > (b.box?.top ?? 0);
};

const isKeyOf = (key: FactKey, fact: Fact): boolean =>
  key.concept === 'revenue' &&
  key.fund === 'all' &&
  key.functionCode === null &&
  key.fiscalYear === fact.fiscalYear &&
  key.phase === fact.phase;

const isTotal = ({ basis, fund, functionCode, project }: Fact): boolean =>
  basis === 'stated' && fund === 'all' && functionCode === null && project === null;

function holdsBalance(revenue: Fact, totals: readonly Fact[]): boolean {
  const printed = (concept: Fact['concept']): Fact[] =>
    totals.filter(
      (fact) =>
        fact.concept === concept && fact.fiscalYear === revenue.fiscalYear && fact.phase === revenue.phase,
    );
  const owns = printed('revenue');
  if (owns.some((own) => isSame(own.valueMinor, own, revenue))) return false;
  return printed('revenue.grand_total').some(
    (grand) =>
      isSame(grand.valueMinor, grand, revenue) &&
      owns.some((own) =>
        printed('balance.opening').some(
          (opening) => opening.valueMinor > 0 && isSame(own.valueMinor + opening.valueMinor, opening, grand),
        ),
      ),
  );
}

/** Whether an amount printed like `like` is that of a fact, as far as their decimals say. */
function isSame(valueMinor: number, like: Fact, fact: Fact): boolean {
  return Math.abs(valueMinor - fact.valueMinor) * 2 <= like.ulpMinor + fact.ulpMinor;
}

/** "比上年增加5万元" behind it gives last year's figure of the same. */
function isDerivedFrom(fact: Fact, whole: Fact): boolean {
  return (
    fact.basis === 'derived' &&
    fact.concept === 'revenue' &&
    fact.fund === 'all' &&
    fact.location === whole.location &&
    fact.printed.startsWith(`${whole.printed} `)
  );
}

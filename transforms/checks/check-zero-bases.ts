/** Rates that sentences state of nothing: there is no percentage of a budget, or of a last year, that was zero. */
import { printKey } from '../extract/fact.ts';
import type { OwnedClaim, Witness } from '../extract/witness.ts';
import { type Check, type CheckInput, type CheckResult, findingOf } from './check.ts';
import { disclosureOf, type Figures, figureAt, figuresBeside } from './figures.ts';
import type { Relation } from './relation.ts';
import { printAmountEn, printAmountZh, subjectEn, subjectZh } from './wording.ts';

const ID = 'claim.rate_of_nothing';

const relations: readonly Relation[] = [
  {
    id: ID,
    kind: 'claim',
    zh: '基数为0的，不列完成比例和增减幅度',
    en: 'no rate is stated of a base that is zero',
    why: '以0为分母的比率没有意义；没有预算或上年没有支出的，应说明而不列比率。',
  },
];

export const checkZeroBases: Check = { relations, run };

const RATES: readonly OwnedClaim['kind'][] = ['completion', 'change_rate'];

function run({ claims, disclosures }: CheckInput): CheckResult {
  const failed = claims.flatMap((claim) => {
    const figures = figuresBeside(disclosures, claim);
    const base = figures && statesRate(claim) ? baseOf(claim, figures) : null;
    return base ? [{ claim, base }] : [];
  });
  return {
    findings: failed.map(({ claim, base }) => findingOfRate(claim, base)),
    evaluations: failed.map(({ claim, base }) => {
      const { bureauId, scope, documentId, subject: key } = claim;
      return {
        ...{ check: ID, bureauId, scope, documentId, fiscalYear: key.fiscalYear, outcome: 'failed' },
        subject: `${printKey(key)} ‖ ${disclosureOf(claim)} ‖ ${claim.quantity!.printed}`,
        factIds: [base.factId],
      };
    }),
  };
}

/** "完成预算的0%" of a budget of nothing is how forms say that there was none. */
const statesRate = ({ kind, quantity }: OwnedClaim): boolean =>
  RATES.includes(kind) && quantity !== null && quantity.valueMinor !== 0;

/** The base, where every print of it is zero; "0.00" that was rounded down is no zero if another print has more. */
function baseOf(claim: OwnedClaim, figures: Figures): Witness | null {
  const witnesses = figureAt(figures, claim.base)?.witnesses ?? [];
  return witnesses.length > 0 && witnesses.every(({ valueMinor }) => valueMinor === 0) ? witnesses[0]! : null;
}

function findingOfRate(claim: OwnedClaim, base: Witness) {
  const stated = claim.quantity!;
  const noun = claim.kind === 'completion' ? '完成预算比例' : '增减幅度';
  return findingOf({
    // A column of rates prints something in every row.
    ...{ check: ID, severity: claim.location.table === undefined ? 'warning' : 'note' },
    ...{ fiscalYear: claim.subject.fiscalYear },
    concept: claim.subject.concept,
    message: `${subjectZh(claim.subject)}的${noun}印为${printAmountZh(stated.valueMinor, stated)}，而${subjectZh(base)}为${printAmountZh(0, base)}，比率无从计算。`,
    messageEn: `${subjectEn(claim.subject)}: ${claim.kind} is printed as ${printAmountEn(stated.valueMinor, stated)}, but ${subjectEn(base)} is zero, and no rate can be computed of it.`,
    ...{ unit: stated.unit, expectedMinor: null, printedMinor: stated.valueMinor },
    statements: [claim, base],
    factIds: [base.factId],
  });
}

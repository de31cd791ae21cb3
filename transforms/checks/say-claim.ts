/** The finding for a claim that its figures do not bear out. */
import type { OwnedClaim, Witness } from '../extract/witness.ts';
import { findingOf } from './check.ts';
import { signed } from './compare-claim.ts';
import type { Explanation } from './explain-claim.ts';
import { disclosureOf } from './figures.ts';
import type { Finding, Severity } from './finding.ts';
import { shareMinor } from './ratio.ts';
import { CLAIM_RELATIONS } from './relations/claims.ts';
import { printAmountEn, printAmountZh, subjectEn, subjectZh } from './wording.ts';

export function findingOfClaim(
  claim: OwnedClaim,
  { subject, base }: { subject: Witness; base: Witness },
  explanation: Explanation | null,
): Finding {
  const relation = CLAIM_RELATIONS[claim.kind];
  const { zh, en, expectedMinor } = expectation(claim, subject, base);
  const stated = signed(claim);
  const saysZh = stated
    ? `的${relation.noun}印为${printAmountZh(stated.valueMinor, stated)}`
    : `所述“${claimWord(claim)}”与数字不符`;
  const saysEn = stated
    ? `printed ${printAmountEn(stated.valueMinor, stated)}`
    : `said to be “${claim.direction}”`;
  return findingOf({
    check: relation.id,
    severity: explanation ? 'note' : severityOf(claim, subject, base),
    fiscalYear: claim.subject.fiscalYear,
    concept: claim.subject.concept,
    message: `${subjectZh(claim.subject)}${saysZh}，而${zh}${explanation ? `；${explanation.zh}` : ''}。`,
    messageEn: `${subjectEn(claim.subject)}: ${relation.en}: ${saysEn}, but ${en}${explanation ? `; ${explanation.en}` : ''}.`,
    unit: stated?.unit ?? subject.unit,
    expectedMinor,
    printedMinor: stated?.valueMinor ?? null,
    statements: [claim, subject, base],
    factIds: [subject.factId, base.factId],
  });
}

/** “决算数小于预算数的原因” is a heading of the form: over equal figures it is careless rather than false. */
function severityOf(claim: OwnedClaim, subject: Witness, base: Witness): Severity {
  const here = [subject, base].every(
    (witness) => disclosureOf(witness) === disclosureOf(claim) && witness.basis === 'stated',
  );
  const careless = claim.kind === 'direction' && subject.valueMinor === base.valueMinor;
  return here && !careless ? 'error' : 'warning';
}

const WORDS = { up: '增加', down: '减少', same: '持平' } as const;
const claimWord = ({ direction, kind }: OwnedClaim): string =>
  kind === 'unchanged' ? '持平' : direction ? WORDS[direction] : '';

interface Expectation {
  readonly zh: string;
  readonly en: string;
  readonly expectedMinor: number | null;
}

function expectation(claim: OwnedClaim, subject: Witness, base: Witness): Expectation {
  const a = printAmountZh(subject.valueMinor, subject);
  const b = printAmountZh(base.valueMinor, base);
  const enA = printAmountEn(subject.valueMinor, subject);
  const enB = printAmountEn(base.valueMinor, base);
  const zhBase = subjectZh(base);
  if (claim.kind === 'completion' || claim.kind === 'share') {
    const minor = shareMinor(subject.valueMinor, base.valueMinor);
    return {
      zh: `${a}除以${zhBase}${b}为${percent(minor)}`,
      en: `${enA} over ${enB} is ${percent(minor)}`,
      expectedMinor: minor,
    };
  }
  if (claim.kind === 'change_rate') {
    const minor = shareMinor(subject.valueMinor - base.valueMinor, base.valueMinor);
    return {
      zh: `由${zhBase}${b}到${a}的变化为${percent(minor)}`,
      en: `from ${enB} to ${enA} is ${percent(minor)}`,
      expectedMinor: minor,
    };
  }
  const change = subject.valueMinor - base.valueMinor;
  const zh = `${subjectZh(subject)}为${a}，${zhBase}为${b}，相差${printAmountZh(change, subject)}`;
  return {
    zh,
    en: `it is ${enA} against ${enB}`,
    expectedMinor: claim.kind === 'change_amount' ? change : null,
  };
}

const percent = (minor: number | null): string => (minor === null ? '' : `${(minor / 10_000).toFixed(2)}%`);

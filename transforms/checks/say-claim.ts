/** The finding for a claim that its figures do not bear out. */
import type { OwnedClaim, Witness } from '../extract/witness.ts';
import type { Quantity } from '../parse/quantity.ts';
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
  const said = sayClaim(claim, subject, base);
  return findingOf({
    check: CLAIM_RELATIONS[claim.kind].id,
    severity: explanation ? 'note' : severityOf(claim, subject, base),
    fiscalYear: claim.subject.fiscalYear,
    concept: claim.subject.concept,
    message: `${said.zh}${explanation ? `；${explanation.zh}` : ''}。`,
    messageEn: `${said.en}${explanation ? `; ${explanation.en}` : ''}.`,
    unit: claim.quantity?.unit ?? subject.unit,
    expectedMinor: said.expectedMinor,
    printedMinor: signed(claim)?.valueMinor ?? null,
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

const WORDS = {
  up: ['前者大于后者', 'the first is larger'],
  down: ['前者小于后者', 'the first is smaller'],
  same: ['两者相等', 'they are equal'],
  unchanged: ['两者持平', 'they are unchanged'],
} as const;

interface Saying {
  readonly zh: string;
  readonly en: string;
  readonly expectedMinor: number | null;
}

function sayClaim(claim: OwnedClaim, subject: Witness, base: Witness): Saying {
  const stated = signed(claim);
  if (stated === null) return sayWord(claim, subject, base);
  return claim.kind === 'completion' || claim.kind === 'share'
    ? sayShare(claim, stated, subject, base)
    : sayChange(claim, stated, subject, base);
}

function sayWord(claim: OwnedClaim, subject: Witness, base: Witness): Saying {
  const [zh, en] = WORDS[claim.kind === 'direction' ? (claim.direction ?? 'same') : 'unchanged'];
  return {
    zh: `${zhFigure(subject)}，${zhFigure(base)}，而文字称${zh}`,
    en: `${enFigure(subject)} and ${enFigure(base)}, but the text says that ${en}`,
    expectedMinor: null,
  };
}

function sayShare(claim: OwnedClaim, stated: Quantity, subject: Witness, base: Witness): Saying {
  const minor = shareMinor(subject.valueMinor, base.valueMinor);
  const noun = CLAIM_RELATIONS[claim.kind].noun;
  return {
    zh: `${subjectZh(subject)}的${noun}印为${printAmountZh(stated.valueMinor, stated)}，而${zhAmount(subject)}除以${subjectZh(base)}${zhAmount(base)}为${percent(minor)}`,
    en: `${subjectEn(subject)}: ${claim.kind} is printed as ${printAmountEn(stated.valueMinor, stated)}, but ${enAmount(subject)} over ${enFigure(base)} is ${percent(minor)}`,
    expectedMinor: minor,
  };
}

function sayChange(claim: OwnedClaim, stated: Quantity, subject: Witness, base: Witness): Saying {
  const change = subject.valueMinor - base.valueMinor;
  const minor = claim.kind === 'change_rate' ? shareMinor(change, base.valueMinor) : change;
  const like = claim.kind === 'change_rate' ? stated : subject;
  const computed = claim.kind === 'change_rate' ? toHundredths(minor ?? 0) : change;
  return {
    zh: `${subjectZh(subject)}的${CLAIM_RELATIONS[claim.kind].noun}印为${zhChange(stated.valueMinor, stated)}，而由${zhFigure(base)}到${zhAmount(subject)}为${zhChange(computed, like)}`,
    en: `${subjectEn(subject)}: a change of ${printAmountEn(stated.valueMinor, stated)} is printed, but from ${enFigure(base)} to ${enAmount(subject)} is ${printAmountEn(computed, like)}`,
    expectedMinor: minor,
  };
}

const zhAmount = (witness: Witness): string => printAmountZh(witness.valueMinor, witness);
const enAmount = (witness: Witness): string => printAmountEn(witness.valueMinor, witness);
const zhFigure = (witness: Witness): string => `${subjectZh(witness)}${zhAmount(witness)}`;
const enFigure = (witness: Witness): string => `${subjectEn(witness)} ${enAmount(witness)}`;

/** "减少2.00万元", as reports say it. */
function zhChange(valueMinor: number, like: Quantity): string {
  if (valueMinor === 0) return '没有变化';
  return `${valueMinor < 0 ? '减少' : '增加'}${printAmountZh(Math.abs(valueMinor), like)}`;
}

const toHundredths = (minor: number): number => Math.round(minor / 100) * 100;
const percent = (minor: number | null): string => (minor === null ? '' : `${(minor / 10_000).toFixed(2)}%`);

/** The same figure in several places: it agrees, was rounded or cut off, or contradicts itself. */
import { printKey } from '../extract/fact.ts';
import type { Witness } from '../extract/witness.ts';
import { printLocation } from '../read/document.ts';
import { type Candidate, candidatesOf, placeOf } from './candidates.ts';
import { type Check, type CheckInput, type CheckResult, findingOf } from './check.ts';
import type { Evaluation, Outcome } from './evaluation.ts';
import type { Named } from './figures.ts';
import type { Finding, Severity } from './finding.ts';
import { agreementOf } from './interval.ts';
import { lazily } from './lazily.ts';
import type { Relation } from './relation.ts';
import { TRUNCATED, type Truncation, truncatedIn, truncatedTables } from './truncated-tables.ts';
import { printAmountEn, printAmountZh, subjectEn, subjectZh } from './wording.ts';

const DISAGREE = 'witnesses.disagree';
const PRIOR_YEAR = 'witnesses.prior_year';
const LAST_DIGIT = 'witnesses.last_digit';
const FACTOR = 'unit.factor_10000';

const relations: readonly Relation[] = [
  {
    id: DISAGREE,
    kind: 'agreement',
    zh: '同一数字在各处一致',
    en: 'one figure is the same wherever it is printed',
    why: '同一单位、年度、口径的同一数字只有一个值。',
  },
  {
    id: PRIOR_YEAR,
    kind: 'agreement',
    zh: '对上年数的追述与上年报告一致',
    en: "what this year's report says of last year agrees with last year's report",
    why: '上年决算批复后不再变动；变动须作说明。',
  },
  {
    id: TRUNCATED,
    kind: 'agreement',
    zh: '同一数字在各处位数相同',
    en: 'no print of a figure is cut off',
    why: '截去尾数的表格不能据以核对合计。',
  },
  {
    id: LAST_DIGIT,
    kind: 'agreement',
    zh: '同一数字在一份报告各处的末位相同',
    en: 'one figure has the same last digit throughout a report',
    why: '同一数字四舍五入到同一位数只有一个结果；由分项加总而来的，末位可差一，故只提示。',
  },
  {
    id: FACTOR,
    kind: 'agreement',
    zh: '同一数字的单位一致（元与万元没有混用）',
    en: 'yuan and 万元 are not mixed up',
    why: '两处恰差一万倍，是单位标注错误。',
  },
];

export const checkWitnesses: Check = { relations, run };

function run({ named, observations }: CheckInput): CheckResult {
  const accepted = lazily(() => new Set(observations.map(({ factId }) => factId)));
  const findings: Finding[] = [];
  const evaluations: Evaluation[] = [];
  const cut: Truncation[] = [];
  for (const same of printedTwice(named)) {
    const [chosen, ...rivals] = chosenFirst(candidatesOf(same), accepted);
    const contradictions = rivals.map((rival) => contradictionOf(chosen!, rival));
    findings.push(...contradictions);
    if (contradictions.length === 0) findings.push(...lastDigits(chosen!));
    cut.push(...truncatedIn(chosen!));
    evaluations.push(evaluationOfKey(chosen!, contradictions));
  }
  return { findings: [...findings, ...truncatedTables(cut)], evaluations };
}

/** The prints of every key that stands in several places, within one scope. */
function printedTwice(named: readonly Named[]): readonly (readonly Witness[])[] {
  const twice: (readonly Witness[])[] = [];
  for (const figures of named) {
    const [first] = figures;
    const same = figures.length === 1 ? first.witnesses : figures.flatMap((figure) => figure.witnesses);
    if (same.length > 1 && !isOnePlace(same)) twice.push(same);
  }
  return twice;
}

const isOnePlace = ([first, ...others]: readonly Witness[]): boolean =>
  others.every(
    (other) =>
      other.rule === first!.rule && other.printed === first!.printed && placeOf(other) === placeOf(first!),
  );

function chosenFirst(
  candidates: readonly Candidate[],
  accepted: () => ReadonlySet<string>,
): readonly Candidate[] {
  if (candidates.length === 1) return candidates;
  const isAccepted = ({ factId }: Witness): boolean => accepted().has(factId);
  const isChosen = ({ lead, witnesses }: Candidate): number =>
    Number(isAccepted(lead)) * 2 + Number(witnesses.some(isAccepted));
  return [...candidates].sort((a, b) => isChosen(b) - isChosen(a));
}

function evaluationOfKey(chosen: Candidate, contradictions: readonly Finding[]): Evaluation {
  const { lead, witnesses } = chosen;
  const [first] = contradictions;
  const rounded = witnesses.some(
    (witness) => witness.ulpMinor === lead.ulpMinor && witness.valueMinor !== lead.valueMinor,
  );
  const cut = witnesses.some((witness) => agreementOf(lead, witness) === 'truncated');
  const outcome: Outcome = first ? 'failed' : rounded || cut ? 'rounding' : 'held';
  const { bureauId, scope, fiscalYear } = lead;
  const isOneDocument = witnesses.every(({ documentId }) => documentId === lead.documentId);
  const factIds = witnesses.map(({ factId }) => factId);
  return {
    check: first?.check ?? DISAGREE,
    ...{ bureauId, scope, fiscalYear, outcome },
    documentId: isOneDocument ? lead.documentId : null,
    subject: printKey(lead),
    factIds: first ? [...new Set([...factIds, ...contradictions.flatMap((each) => each.factIds)])] : factIds,
  };
}

/** "职业年金…69.85万元…支出决算为69.86万元": as near as roundings may be, and not the same. */
function lastDigits({ lead, witnesses }: Candidate): readonly Finding[] {
  const other = witnesses.find(
    (witness) =>
      stated(witness) &&
      witness.documentId === lead.documentId &&
      witness.ulpMinor === lead.ulpMinor &&
      witness.valueMinor !== lead.valueMinor,
  );
  return other && stated(lead)
    ? [conflictFinding(LAST_DIGIT, 'note', lead, other, '，在四舍五入范围内')]
    : [];
}

/** 万元 over 元. */
const UNIT_FACTOR = 10_000;

interface Conflict {
  readonly a: Witness;
  readonly b: Witness;
  readonly weight: number;
}

const stated = ({ basis }: Witness): boolean => basis === 'stated';

/** The two prints whose contradiction weighs most: both stated, in one document. */
function heaviest(chosen: Candidate, rival: Candidate): Conflict {
  const against = rival.witnesses.filter((witness) => agreementOf(witness, chosen.lead) === null);
  let heaviest: Conflict | null = null;
  for (const a of chosen.witnesses) {
    for (const b of against) {
      if (agreementOf(a, b) !== null) continue;
      const both = Number(stated(a) && stated(b));
      const weight =
        4 * both + 2 * Number(a.reportYear === b.reportYear) + Number(a.documentId === b.documentId);
      if (heaviest === null || weight > heaviest.weight) heaviest = { a, b, weight };
    }
  }
  return heaviest ?? { a: chosen.lead, b: rival.lead, weight: 0 };
}

function contradictionOf(chosen: Candidate, rival: Candidate): Finding {
  const { a, b } = heaviest(chosen, rival);
  const together = stated(a) && stated(b) && a.documentId === b.documentId;
  if (isFactor(a, b) || isFactor(b, a))
    return conflictFinding(FACTOR, 'error', a, b, '，恰差一万倍，应为单位标注错误');
  if (a.reportYear !== b.reportYear) return conflictFinding(PRIOR_YEAR, 'warning', a, b, '');
  return conflictFinding(DISAGREE, together ? 'error' : 'warning', a, b, '');
}

/** Whether `b` is `a` printed under 万元 instead of 元: 31.25 万元 in one place and 312487 万元 in another. */
function isFactor(a: Witness, b: Witness): boolean {
  if (a.unit !== 'CNY' || a.valueMinor === 0 || b.valueMinor === 0) return false;
  const larger = { ...a, valueMinor: a.valueMinor * UNIT_FACTOR, ulpMinor: a.ulpMinor * UNIT_FACTOR };
  return agreementOf(larger, b) !== null;
}

function conflictFinding(check: string, severity: Severity, a: Witness, b: Witness, remark: string): Finding {
  const where = (witness: Witness): string =>
    `${a.documentId === b.documentId ? '' : `${witness.reportYear}年报告`}${printLocation(witness.location)}${stated(witness) ? '印' : '推算'}为${printAmountZh(witness.valueMinor, witness)}`;
  const gap = printAmountZh(Math.abs(a.valueMinor - b.valueMinor), a.ulpMinor <= b.ulpMinor ? a : b);
  return findingOf({
    check,
    severity,
    fiscalYear: a.fiscalYear,
    concept: a.concept,
    message: `${subjectZh(a)}：${where(b)}，${where(a)}，相差${gap}${remark}。`,
    messageEn: `${subjectEn(a)}: ${b.basis} ${printAmountEn(b.valueMinor, b)} in one place and ${a.basis} ${printAmountEn(a.valueMinor, a)} in another.`,
    unit: a.unit,
    expectedMinor: a.valueMinor,
    printedMinor: b.valueMinor,
    statements: [b, a],
    factIds: [b.factId, a.factId],
  });
}

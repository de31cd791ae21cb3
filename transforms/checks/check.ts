/** What every check takes and gives. A check never throws for a wrong figure: a wrong figure is a finding. */
import type { RemarkOfBureau } from '../extract/remark.ts';
import type { ScoreItemOfBureau } from '../extract/score-item.ts';
import { digest, type OwnedClaim, type Witness } from '../extract/witness.ts';
import { printLocation } from '../read/document.ts';
import type { Observation } from '../reconcile/observation.ts';
import { byText } from './candidates.ts';
import type { Derivation } from './derivations.ts';
import type { Evaluation } from './evaluation.ts';
import { type Figures, groupBy, type Named } from './figures.ts';
import type { Finding } from './finding.ts';
import type { Relation } from './relation.ts';
import type { Swap } from './swapped-labels.ts';

export interface CheckInput {
  /** Of one bureau. Figures whose labels have changed places stand where they belong. */
  readonly witnesses: readonly Witness[];
  readonly swaps: readonly Swap[];
  readonly claims: readonly OwnedClaim[];
  readonly observations: readonly Observation[];
  readonly scoreItems: readonly ScoreItemOfBureau[];
  readonly remarks: readonly RemarkOfBureau[];
  /** Derived figures that fell with what they follow from; not among the witnesses. */
  readonly unfounded: readonly Derivation[];
  /** The witnesses by disclosure, accepted candidates first. */
  readonly disclosures: readonly Figures[];
  /** What every disclosure prints for each key. */
  readonly named: readonly Named[];
}

export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly evaluations: readonly Evaluation[];
}

export interface Check {
  /** The truths it states, each the `check_name` of its findings. */
  readonly relations: readonly Relation[];
  readonly run: (input: CheckInput) => CheckResult;
}

/** Whose a statement is and where it stands: witnesses, claims and score items alike. */
export type Owned = Pick<
  Witness,
  'bureauId' | 'bureauName' | 'regionCode' | 'scope' | 'documentId' | 'sourceFile' | 'location'
>;

export interface FindingFields
  extends Pick<Finding, 'check' | 'severity' | 'concept' | 'message' | 'messageEn' | 'unit'> {
  fiscalYear: number;
  expectedMinor: number | null;
  printedMinor: number | null;
  /** The statement that is at fault first; it lends the finding its document. */
  statements: readonly Owned[];
  factIds: readonly string[];
}

export function findingOf(fields: FindingFields): Finding {
  const { statements, ...rest } = fields;
  const { bureauId, bureauName, regionCode, scope, documentId, sourceFile } = statements[0]!;
  const locators = [...new Set(statements.map(({ location }) => printLocation(location)))];
  const differenceMinor =
    fields.printedMinor === null || fields.expectedMinor === null
      ? null
      : fields.printedMinor - fields.expectedMinor;
  return {
    findingId: digest(fields.check, bureauId, scope, fields.fiscalYear, ...fields.factIds, fields.message),
    ...rest,
    ...{ bureauId, bureauName, regionCode, scope, documentId, sourceFile, differenceMinor },
    locator: locators.join('；'),
  };
}

/** Of two that one check evaluated. */
const compareIdentity = (a: Evaluation, b: Evaluation): number =>
  byText(a.subject, b.subject) ||
  byText(a.scope, b.scope) ||
  a.fiscalYear - b.fiscalYear ||
  byText(a.bureauId, b.bureauId);

/** Of several with one identity the gravest stays. */
const compareEvaluations = (a: Evaluation, b: Evaluation): number =>
  compareIdentity(a, b) ||
  Number(b.outcome === 'failed') - Number(a.outcome === 'failed') ||
  byText(a.outcome, b.outcome) ||
  byText(a.documentId ?? '', b.documentId ?? '') ||
  byText(a.factIds.join(), b.factIds.join());

/** One of each id, in an order that depends on nothing but what they say. */
export function sortedFindings(findings: readonly Finding[]): Finding[] {
  const unique = new Map(findings.map((finding) => [finding.findingId, finding]));
  return [...unique.values()].sort(
    (a, b) =>
      byText(a.bureauId, b.bureauId) ||
      (a.fiscalYear ?? 0) - (b.fiscalYear ?? 0) ||
      byText(a.check, b.check) ||
      byText(a.scope ?? '', b.scope ?? '') ||
      byText(a.message, b.message) ||
      byText(a.findingId, b.findingId),
  );
}

/** One of each identity, in an order that depends on nothing but what they say. */
export function sortedEvaluations(evaluations: readonly Evaluation[]): Evaluation[] {
  return [...groupBy(evaluations, ({ check }) => check).values()].flatMap((same) => {
    const sorted = [...same].sort(compareEvaluations);
    return sorted.filter((evaluation, i) => i === 0 || compareIdentity(sorted[i - 1]!, evaluation) !== 0);
  });
}

/**
 * An analyst's correction takes the place of a wrong figure: the value changes, its witnesses and the reason
 * stay. A correction stands for the wrong value it was written against, and not for whatever comes after it.
 */
import type { Correction } from '../../sources/corrections.ts';
import type { Finding } from '../checks/finding.ts';
import { printAmountEn, printAmountZh, subjectEn, subjectZh } from '../checks/wording.ts';
import { type FactKey, printKey } from '../extract/fact.ts';
import { digest } from '../extract/witness.ts';
import type { Quantity } from '../parse/quantity.ts';
import { printLocation } from '../read/document.ts';
import type { ConceptId } from '../vocabulary/concept.ts';
import type { Observation } from './observation.ts';
import type { ReconciliationCheck } from './relations.ts';

export interface Corrected {
  readonly observations: readonly Observation[];
  /** Corrections that could not be applied. */
  readonly findings: readonly Finding[];
}

/** `observations` are those of one bureau; corrections of other bureaus are passed over. */
export function correct(observations: readonly Observation[], corrections: readonly Correction[]): Corrected {
  const [anyone] = observations;
  const own = corrections.filter(
    (correction) => anyone !== undefined && correction.recognisedIn === undefined && isOf(correction, anyone),
  );
  if (own.length === 0) return { observations, findings: [] };
  const byKey = new Map(observations.map((observation) => [nameOf(observation), observation]));
  const findings: Finding[] = [];
  for (const correction of own) {
    const name = `${correction.scope}|${printKey(keyOf(correction))}`;
    const observation = byKey.get(name);
    if (!observation) findings.push(unmatched(correction, anyone!));
    else if (observation.valueMinor !== correction.expectMinor) findings.push(stale(correction, observation));
    else byKey.set(name, applied(correction, observation));
  }
  return { observations: [...byKey.values()], findings };
}

const nameOf = (observation: Observation): string => `${observation.scope}|${printKey(observation)}`;

const isOf = ({ bureau }: Correction, { bureauId, bureauName }: Observation): boolean =>
  bureau === bureauId || bureau === bureauName;

function keyOf(correction: Correction): FactKey {
  const { fiscalYear, functionCode, economicCode, project } = correction;
  const { concept, phase, fund } = correction as Correction & Pick<FactKey, 'concept' | 'phase' | 'fund'>;
  return { fiscalYear, concept, phase, fund, functionCode, economicCode, project };
}

function applied(correction: Correction, observation: Observation): Observation {
  const was = amountZh(observation.valueMinor, observation);
  const { reason, evidence, author, place, valueMinor, ulpMinor } = correction;
  return {
    ...observation,
    valueMinor,
    ulpMinor,
    status: 'corrected',
    reason: `更正：原取${was}（${observation.reason}）；${reason}；依据：${evidence}；${author}，${place}`,
  };
}

/** Corrections speak of money in 万元, as most reports do. */
const like = ({ unit, ulpMinor }: Observation): Quantity => ({
  ...{ unit, ulpMinor, valueMinor: 0, printed: '' },
  printedUnit: unit === 'CNY' ? '万元' : '',
});

const amountZh = (minor: number, observation: Observation): string => printAmountZh(minor, like(observation));
const amountEn = (minor: number, observation: Observation): string => printAmountEn(minor, like(observation));

function stale(correction: Correction, observation: Observation): Finding {
  const { expectMinor, place } = correction;
  return findingOf('correction.stale', correction, observation, {
    message: `${place}的更正没有采用：${subjectZh(observation)}现为${amountZh(observation.valueMinor, observation)}，不再是更正所针对的${amountZh(expectMinor, observation)}，请复核这条更正。`,
    messageEn: `A correction was not applied: ${subjectEn(observation)} is now ${amountEn(observation.valueMinor, observation)} and no longer the ${amountEn(expectMinor, observation)} that it corrects.`,
    unit: observation.unit,
    expectedMinor: expectMinor,
    printedMinor: observation.valueMinor,
    differenceMinor: observation.valueMinor - expectMinor,
    documentId: observation.documentId,
    sourceFile: observation.sourceFile,
    locator: printLocation(observation.location),
    factIds: [observation.factId],
  });
}

function unmatched(correction: Correction, anyone: Observation): Finding {
  const key = keyOf(correction);
  return findingOf('correction.unmatched', correction, anyone, {
    message: `${correction.place}的更正没有采用：没有${subjectZh(key)}这一数字，请核对各列是否与数据仓库一致。`,
    messageEn: `A correction was not applied: there is no figure ${subjectEn(key)}.`,
    unit: null,
    expectedMinor: null,
    printedMinor: null,
    differenceMinor: null,
    documentId: null,
    sourceFile: null,
    locator: correction.place,
    factIds: [],
  });
}

type Rest = Omit<
  Finding,
  | 'findingId'
  | 'check'
  | 'severity'
  | 'bureauId'
  | 'bureauName'
  | 'regionCode'
  | 'scope'
  | 'fiscalYear'
  | 'concept'
>;

function findingOf(
  check: ReconciliationCheck,
  { scope, fiscalYear, concept, place }: Correction,
  { bureauId, bureauName, regionCode }: Observation,
  rest: Rest,
): Finding {
  return {
    findingId: digest(check, bureauId, scope, fiscalYear, place, rest.message),
    ...{ check, severity: 'warning', bureauId, bureauName, regionCode, scope, fiscalYear },
    concept: concept as ConceptId,
    ...rest,
  };
}

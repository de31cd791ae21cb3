/** A department includes the unit that heads it: it cannot have spent less. */
import { printKey } from '../extract/fact.ts';
import type { Witness } from '../extract/witness.ts';
import type { Observation } from '../reconcile/observation.ts';
import { conceptById } from '../vocabulary/concept.ts';
import { type Check, type CheckInput, type CheckResult, findingOf } from './check.ts';
import type { Evaluation } from './evaluation.ts';
import type { Finding } from './finding.ts';
import { reaches, rounded } from './interval.ts';
import type { Relation } from './relation.ts';
import { printAmountEn, printAmountZh, subjectEn, subjectZh } from './wording.ts';

const COVERS = 'scope.department_covers_unit';

const relations: readonly Relation[] = [
  {
    id: COVERS,
    kind: 'scope',
    zh: '部门数不小于本级单位数',
    en: 'a department is at least as large as its own unit',
    why: '部门预决算包括本级及所属单位。',
  },
];

export const checkScopes: Check = { relations, run };

/** Balances and net assets can be negative somewhere, rates and scores do not add up. */
const isAdditive = ({ concept, unit }: Witness): boolean =>
  (unit === 'CNY' || unit === 'persons') &&
  !/^(?:balance|asset)/.test(concept) &&
  conceptById(concept).unit === unit;

function run({ witnesses, observations }: CheckInput): CheckResult {
  if (!observations.some(isOf('unit'))) return { findings: [], evaluations: [] };
  const byId = new Map(witnesses.map((witness) => [witness.factId, witness]));
  const units = new Map(observations.filter(isOf('unit')).map((unit) => [printKey(unit), unit]));
  const findings: Finding[] = [];
  const evaluations: Evaluation[] = [];
  for (const observation of observations.filter(isOf('department'))) {
    const department = byId.get(observation.factId);
    const unit = byId.get(units.get(printKey(observation))?.factId ?? '');
    if (!department || !unit || !isAdditive(department)) continue;
    if (department.basis === 'derived' || unit.basis === 'derived') continue;
    const held = reaches(rounded(unit), rounded(department));
    const { bureauId, scope, fiscalYear } = department;
    evaluations.push({
      ...{ check: COVERS, bureauId, scope, fiscalYear, documentId: null },
      outcome: held ? 'held' : 'failed',
      subject: printKey(observation),
      factIds: [department.factId, unit.factId],
    });
    if (!held) findings.push(findingOfScopes(department, unit));
  }
  return { findings, evaluations };
}

const isOf =
  (scope: Observation['scope']) =>
  (observation: Observation): boolean =>
    observation.scope === scope;

function findingOfScopes(department: Witness, unit: Witness): Finding {
  return findingOf({
    check: COVERS,
    severity: 'warning',
    fiscalYear: department.fiscalYear,
    concept: department.concept,
    message: `${subjectZh(department)}：部门报告印为${printAmountZh(department.valueMinor, department)}，小于本级单位报告的${printAmountZh(unit.valueMinor, unit)}。`,
    messageEn: `${subjectEn(department)}: the department's ${printAmountEn(department.valueMinor, department)} is less than its own unit's ${printAmountEn(unit.valueMinor, unit)}.`,
    unit: department.unit,
    expectedMinor: unit.valueMinor,
    printedMinor: department.valueMinor,
    statements: [department, unit],
    factIds: [department.factId, unit.factId],
  });
}

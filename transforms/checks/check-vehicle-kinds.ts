/** The vehicles of a report against the kinds that its sentence lists. */
import type { RemarkOfBureau } from '../extract/remark.ts';
import { MINOR_PER_UNIT } from '../parse/quantity.ts';
import { type Check, type CheckInput, type CheckResult, findingOf } from './check.ts';
import { disclosureOf } from './figures.ts';
import type { Finding } from './finding.ts';
import { evaluationOfRemark, type Judgement, resultOf } from './judgement.ts';
import type { Relation } from './relation.ts';

const ID = 'vehicles.kinds_sum';

const relations: readonly Relation[] = [
  {
    id: ID,
    kind: 'remark',
    zh: '共有车辆数等于所列各类用车之和',
    en: 'the vehicles owned are those of the kinds that are listed',
    why: '国有资产占用情况按领导干部、机要通信、应急保障、执法执勤、特种专业技术、离退休干部和其他用车分列，一辆车只属一类。',
  },
];

export const checkVehicleKinds: Check = { relations, run };

function run({ remarks }: CheckInput): CheckResult {
  const listed = remarks.filter(({ kind, quantity }) => kind === 'vehicle_kinds' && quantity !== null);
  return resultOf(listed.map(judge));
}

const totalMinor = ({ count }: RemarkOfBureau): number => (count ?? 0) * MINOR_PER_UNIT.count;

function judge(remark: RemarkOfBureau): Judgement {
  const holds = remark.quantity?.valueMinor === totalMinor(remark);
  return {
    evaluation: evaluationOfRemark(remark, {
      check: ID,
      outcome: holds ? 'held' : 'failed',
      subject: `${remark.fiscalYear}|asset.vehicles ‖ ${disclosureOf(remark)} ‖ ${remark.count}=${remark.quantity?.printed}`,
    }),
    finding: holds ? null : findingOfKinds(remark),
  };
}

/** A kind may be named in a way of its own: a person should look. */
function findingOfKinds(remark: RemarkOfBureau): Finding {
  const { fiscalYear, count, quantity } = remark;
  return findingOf({
    ...{ check: ID, severity: 'warning', fiscalYear, concept: 'asset.vehicles', unit: 'count' },
    message: `文字称共有车辆${count}辆，而所列各类用车之和为${quantity?.printed}辆。`,
    messageEn: `${count} vehicles are stated, but the kinds that are listed come to ${quantity?.printed}.`,
    ...{ expectedMinor: quantity?.valueMinor ?? null, printedMinor: totalMinor(remark) },
    statements: [remark],
    factIds: [],
  });
}

/** What final accounts should say of the three public expenses and do not. Nothing is contradicted: a note. */
import type { RemarkOfBureau } from '../extract/remark.ts';
import type { UndisclosedKind } from '../extract/undisclosed.ts';
import { type Check, type CheckInput, type CheckResult, findingOf } from './check.ts';
import { disclosureOf } from './figures.ts';
import { evaluationOfRemark, type Judgement, resultOf } from './judgement.ts';
import type { Relation } from './relation.ts';

interface Asked extends Relation {
  readonly lackZh: string;
  readonly lackEn: string;
}

const ASKED: Readonly<Record<UndisclosedKind, Asked>> = {
  undisclosed_guests: {
    id: 'text.undisclosed_guests',
    kind: 'remark',
    zh: '“三公”经费说明列有国内公务接待批次、人次',
    en: 'the text on the three public expenses counts domestic guests',
    why: '部门决算公开要求：公务接待费须说明国内公务接待的批次、人次。',
    lackZh: '“三公”经费说明没有列出国内公务接待的批次、人次',
    lackEn: 'The text on the three public expenses does not count domestic guests',
  },
  undisclosed_vehicles_bought: {
    id: 'text.undisclosed_vehicles_bought',
    kind: 'remark',
    zh: '“三公”经费说明分列公务用车购置费、运行维护费',
    en: 'the text on the three public expenses tells buying vehicles from running them',
    why: '部门决算公开要求：公务用车购置及运行费细化为购置费、运行费，没有发生的亦须说明。',
    lackZh: '“三公”经费说明没有单列公务用车购置费，也没有说明未发生',
    lackEn: 'The text on the three public expenses says nothing of buying vehicles',
  },
};

export const checkUndisclosed: Check = { relations: Object.values(ASKED), run };

function run({ remarks }: CheckInput): CheckResult {
  const lacking = remarks.filter(
    ({ kind, disclosureKind }) => kind in ASKED && disclosureKind === 'final_accounts',
  );
  return resultOf(lacking.map(judge));
}

/** What is not said contradicts nothing, and is no failure of what is. */
function judge(remark: RemarkOfBureau): Judgement {
  const { fiscalYear } = remark;
  const { id, lackZh, lackEn } = ASKED[remark.kind as UndisclosedKind];
  return {
    evaluation: evaluationOfRemark(remark, {
      check: id,
      outcome: 'not_evaluable',
      subject: [disclosureOf(remark), remark.kind].join(' ‖ '),
    }),
    finding: findingOf({
      ...{ check: id, severity: 'note', fiscalYear, concept: null, unit: null },
      ...{ message: `${lackZh}。`, messageEn: `${lackEn}.` },
      ...{ expectedMinor: null, printedMinor: null, statements: [remark], factIds: [] },
    }),
  };
}

/** Names in the text that are not those of the report: a class by its name of other years, a body that is another. */
import type { RemarkKind, RemarkOfBureau } from '../extract/remark.ts';
import { type Check, type CheckInput, type CheckResult, findingOf } from './check.ts';
import { disclosureOf } from './figures.ts';
import type { Finding } from './finding.ts';
import { evaluationOfRemark, type Judgement, resultOf } from './judgement.ts';
import type { Relation } from './relation.ts';

type NameKind = Extract<RemarkKind, 'old_class_name' | 'other_body'>;

interface NameRelation extends Relation {
  readonly sayZh: (found: string, expected: string) => string;
  readonly sayEn: (found: string, expected: string) => string;
}

const NAMES: Readonly<Record<NameKind, NameRelation>> = {
  old_class_name: {
    id: 'text.old_class_name',
    kind: 'remark',
    zh: '文字中的类级科目名称与表格一致',
    en: 'the text names the functional classes as the tables do',
    why: '同一报告使用同一年度的政府收支分类科目，同一类只有一个名称。',
    sayZh: (found, expected) => `文字中的科目名称“${found}”是其他年度的名称，报告的表格印为“${expected}”。`,
    sayEn: (found, expected) =>
      `The text calls a class “${found}”, its name of other years; the tables print “${expected}”.`,
  },
  other_body: {
    id: 'text.other_body',
    kind: 'remark',
    zh: '说明本单位情况的文字写的是本单位的名称',
    en: 'sentences about the reporting body name it',
    why: '套用其他单位的文本时，单位名称须一并更换。',
    sayZh: (found, expected) => `说明本单位情况的文字写作“${found}”，而报告其余各处为“${expected}”。`,
    sayEn: (found, expected) =>
      `A sentence about the reporting body names “${found}”, the others “${expected}”.`,
  },
};

export const checkNames: Check = { relations: Object.values(NAMES), run };

function run({ remarks }: CheckInput): CheckResult {
  return resultOf(remarks.filter(({ kind }) => kind in NAMES).map(judge));
}

function judge(remark: RemarkOfBureau): Judgement {
  return {
    evaluation: evaluationOfRemark(remark, {
      check: NAMES[remark.kind as NameKind].id,
      outcome: 'failed',
      subject: [disclosureOf(remark), remark.kind, remark.quote].join(' ‖ '),
    }),
    finding: findingOfName(remark),
  };
}

function findingOfName(remark: RemarkOfBureau): Finding {
  const { id, sayZh, sayEn } = NAMES[remark.kind as NameKind];
  const [found = '', expected = ''] = remark.quote.split(' ‖ ');
  return findingOf({
    ...{ check: id, severity: 'warning', fiscalYear: remark.fiscalYear, concept: null, unit: null },
    ...{ message: sayZh(found, expected), messageEn: sayEn(found, expected) },
    ...{ expectedMinor: null, printedMinor: null, statements: [remark], factIds: [] },
  });
}

/** Targets that were met so many times over that they say nothing. */
import type { RemarkOfBureau } from '../extract/remark.ts';
import { type Check, type CheckInput, type CheckResult, findingOf } from './check.ts';
import { disclosureOf, groupBy } from './figures.ts';
import type { Relation } from './relation.ts';
import { listZh } from './wording.ts';

const ID = 'score.meaningless_target';

const relations: readonly Relation[] = [
  {
    id: ID,
    kind: 'score',
    zh: '数量指标的实际完成值不到指标值的10倍',
    en: 'what was done is less than ten times its target',
    why: '《项目支出绩效评价管理办法》：指标值应当合理可行；完成值超出指标值若干倍，是指标值偏低或两数单位不一。',
  },
];

export const checkTargets: Check = { relations, run };

/** One finding a form: the lines of a form were set together. */
function run({ remarks }: CheckInput): CheckResult {
  const far = remarks.filter(({ kind }) => kind === 'far_target');
  const forms = [...groupBy(far, (remark) => `${disclosureOf(remark)}|${remark.documentId}|${remark.table}`)];
  return {
    findings: forms.map(([, lines]) => findingOfForm(lines)),
    evaluations: forms.map(([form, [first]]) => {
      const { bureauId, scope, documentId, fiscalYear } = first!;
      const subject = `${form} ‖ ${first!.quote}`;
      return { check: ID, bureauId, scope, documentId, fiscalYear, outcome: 'failed', subject, factIds: [] };
    }),
  };
}

function findingOfForm(lines: readonly RemarkOfBureau[]) {
  const said = lines.map(sayZh);
  return findingOf({
    ...{ check: ID, severity: 'warning', fiscalYear: lines[0]!.fiscalYear, concept: null, unit: null },
    message: `实际完成值是指标值的10倍以上：${listZh(said, '；')}。`,
    messageEn: `Targets met many times over: ${lines.map(({ quote, count }) => `${quote} (${count} times)`).join('; ')}.`,
    ...{ expectedMinor: null, printedMinor: null, statements: lines, factIds: [] },
  });
}

/** "“养护里程”指标值≥320公里，实际完成值33600公里，约105倍" */
function sayZh({ quote, count }: RemarkOfBureau): string {
  const [name = '', target = '', actual = ''] = quote.split(' ‖ ');
  return `“${name}”指标值${target}，实际完成值${actual}，约${count}倍`;
}

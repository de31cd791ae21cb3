/** What nobody filled in, chose or finished in the text of a report. Whatever it should say, nobody can check it. */
import type { BlankKind } from '../extract/blanks.ts';
import type { RemarkOfBureau } from '../extract/remark.ts';
import { type Check, type CheckInput, type CheckResult, findingOf } from './check.ts';
import { disclosureOf } from './figures.ts';
import type { Finding } from './finding.ts';
import { evaluationOfRemark, type Judgement, resultOf } from './judgement.ts';
import type { Relation } from './relation.ts';

interface BlankRelation extends Relation {
  readonly faultZh: string;
  readonly faultEn: string;
}

const blank = { kind: 'remark' } as const;

const BLANKS: Readonly<Record<BlankKind, BlankRelation>> = {
  blank_amount: {
    ...blank,
    id: 'text.blank_amount',
    zh: '文字中的金额已经填写',
    en: 'amounts in the text are filled in',
    why: '公开模板中的空白须填写；空着的金额无从核对。',
    faultZh: '数字没有填写',
    faultEn: 'A figure is not filled in',
  },
  blank_name: {
    ...blank,
    id: 'text.blank_name',
    zh: '模板中的单位名称已经替换',
    en: "the form's placeholder names are replaced",
    why: '“XX局”“20XX年”是公开模板的占位文字。',
    faultZh: '模板中的占位名称没有替换',
    faultEn: 'A placeholder name was left',
  },
  incomplete_year: {
    ...blank,
    id: 'text.incomplete_year',
    zh: '年度写完整的四位数',
    en: 'years have four digits',
    why: '年度是报告的口径；缺一位数字的年度无从判断。',
    faultZh: '年度缺少数字',
    faultEn: 'A year lacks a digit',
  },
  undecided_direction: {
    ...blank,
    id: 'text.undecided_direction',
    zh: '“增加（减少）”“大于（小于）”已经选定',
    en: 'increase or decrease, more or less is decided',
    why: '模板中的“增加（减少）”须择一填写，否则增减无从判断；“大于”“小于”亦同。',
    faultZh: '增减或大小没有择一',
    faultEn: 'Increase or decrease, more or less is undecided',
  },
  changed_and_unchanged: {
    ...blank,
    id: 'text.changed_and_unchanged',
    zh: '称与上年持平的，没有同时称增减',
    en: 'what equals last year is not said to have changed',
    why: '与上年持平即没有增减；两说并存，必有一误。',
    faultZh: '既称增减，又称持平',
    faultEn: 'Said to have changed and to be as before',
  },
  double_negative: {
    ...blank,
    id: 'text.double_negative',
    zh: '“减少”之后的数字不带负号',
    en: 'what is called a decrease has no minus sign',
    why: '“减少”已说明方向，再带负号则成增加，增减无从判断。',
    faultZh: '“减少”之后的数字带有负号',
    faultEn: 'A decrease is printed with a minus sign',
  },
  missing_percent_sign: {
    ...blank,
    id: 'text.missing_percent_sign',
    zh: '占比带有百分号',
    en: 'a share carries its percent sign',
    why: '同一段的其他占比带有百分号；缺少百分号的数字无从判断单位。',
    faultZh: '占比缺少百分号',
    faultEn: 'A share lacks its percent sign',
  },
  missing_unit: {
    ...blank,
    id: 'text.missing_unit',
    zh: '预算数、决算数带有单位',
    en: 'budget and actual carry their unit',
    why: '同一段的其他金额带有单位；缺少单位的数字无从判断是元还是万元。',
    faultZh: '金额缺少单位',
    faultEn: 'An amount lacks its unit',
  },
};

export const checkBlanks: Check = { relations: Object.values(BLANKS), run };

/** A reader finds the place by its first words. */
const LONGEST_QUOTE = 60;

function run({ remarks }: CheckInput): CheckResult {
  const blanks = remarks.filter(({ kind }) => kind in BLANKS);
  return resultOf(blanks.map(judge));
}

const relationOf = ({ kind }: RemarkOfBureau): BlankRelation => BLANKS[kind as BlankKind];

function judge(remark: RemarkOfBureau): Judgement {
  return {
    evaluation: evaluationOfRemark(remark, {
      check: relationOf(remark).id,
      outcome: 'failed',
      subject: [disclosureOf(remark), remark.kind, remark.table ?? '', remark.quote].join(' ‖ '),
    }),
    finding: findingOfBlank(remark),
  };
}

function findingOfBlank(remark: RemarkOfBureau): Finding {
  const { id, faultZh, faultEn } = relationOf(remark);
  const times = remark.count ?? 1;
  const quote = remark.quote.slice(0, LONGEST_QUOTE);
  return findingOf({
    ...{ check: id, severity: 'warning', fiscalYear: remark.fiscalYear, concept: null, unit: null },
    message: `${faultZh}${times > 1 ? `（共${times}处）` : ''}：“${quote}”。`,
    messageEn: `${faultEn}${times > 1 ? ` (in ${times} places)` : ''}: “${quote}”.`,
    ...{ expectedMinor: null, printedMinor: null, statements: [remark], factIds: [] },
  });
}

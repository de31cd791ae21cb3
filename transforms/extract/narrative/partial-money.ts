/** Amounts that are less, or more, than their words name: 三公 that other money paid, 人员支出 beside 对个人和家庭的补助, a total with what was left of last year. */
import type { NumberToken } from '../../parse/amount.ts';
import type { Place } from './reading.ts';
import type { Subject } from './subject.ts';

/** Why the amount is not all that its concept names; null where it is. */
export function partialMoney(
  { concepts }: Subject,
  { start, unitEnd }: NumberToken,
  { sentence }: Place,
): string | null {
  const [concept = ''] = concepts;
  if (THREE_PUBLIC.test(concept) && PAID_OTHERWISE.test(sentence.slice(0, start)))
    return '非财政拨款安排的部分';
  const isByKind = concept === 'expenditure.personnel' && STAFF_ONLY.test(sentence.slice(0, start));
  return isByKind && PENSIONS.test(sentence.slice(unitEnd)) ? '另列对个人和家庭的补助' : null;
}

const THREE_PUBLIC =
  /^three_public(?:\.(?:overseas|vehicles|vehicle_purchase|vehicle_operation|reception))?$/;
/** "使用事业收入安排的公务用车运行维护费2万元，公务接待费1万元": to the end of the clause or its list. */
const PAID_OTHERWISE =
  /(?:事业收入|经营收入|自有资金|自筹资金|单位资金|非财政拨款(?:资金)?)(?:安排|列支|开支|支付|承担|负担)(?![^。；;]*财政拨款)[^。；;]*$/;
/** Older budgets: 人员支出 143.2, 日常公用支出 28.4, 对个人和家庭补助支出 21. */
const STAFF_ONLY = /人员支出\D{0,4}$/;
const PENSIONS = /^[^。]*对个人和?家庭的?补助/;

/** "总收入80万元（含上年结转3万元）": the bracket says that it is the grand total. */
export function withCarriedOver(subject: Subject, { unitEnd }: NumberToken, { sentence }: Place): Subject {
  const [concept, ...others] = subject.concepts;
  if (others.length > 0 || subject.functionCode !== null) return subject;
  if (concept !== 'revenue' && concept !== 'expenditure') return subject;
  return CARRIED[concept].test(sentence.slice(unitEnd, unitEnd + BRACKET))
    ? { ...subject, concepts: [`${concept}.grand_total`] }
    : subject;
}

/** As far as the bracket is looked into. */
const BRACKET = 24;
const CARRIED = {
  revenue: /^\s*[(（](?:其中)?[:：]?(?:含|包括|包含)(?:上年|年初|以前年度)[^()（）]{0,6}结[转余]/,
  expenditure: /^\s*[(（](?:其中)?[:：]?(?:含|包括|包含)(?:年末|结转下年|年终)[^()（）]{0,8}结?[转余年]/,
} as const;

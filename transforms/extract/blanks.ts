/** What a form leaves in a sentence when somebody does not finish it: blanks, placeholders, choices not made. */
import type { RemarkKind } from './remark.ts';

export type BlankKind = Extract<
  RemarkKind,
  'blank_amount' | 'blank_name' | 'undecided_direction' | 'double_negative' | 'missing_percent_sign'
>;

/** "支出决算为××万元", "减少   万元，", "增长%，": verbs and 占, 完成预算的 that wait for a figure. */
const BLANK_AMOUNT =
  /(?:为|合计|共计|支出|收入|增加|减少|增长|下降)\s*(?:(?:[×✕＊*]{1,6}|[xX]{2,6}|_{2,}|＿{1,})\s*(?:亿元|万元|元|%|％)|(?:亿元|万元|元)(?=\s*[，,。；;、（(]))/;
/** "共接待XX批次", "XXX万元", "____辆": a placeholder in front of a unit, whatever stands before it. */
const BLANK_FIGURE =
  /(?:[×✕]{2,6}|[xX]{2,6}|[＊*]{2,6}|_{2,}|＿{2,}|[○〇]{2,})\s*(?:亿元|万元|元|%|％|人次|批次|人|辆|次|个百分点)/;
/** "增长%，", "完成年初预算的%": nothing in front of the sign. */
const BLANK_PERCENT =
  /(?:增长|下降|增加|减少|占[^，,。；;\d%％]{0,12}|完成(?:年初|全年|调整)?预算的?)\s*[%％](?=\s*[，,。；;、])/;
/** "上海市XX局", "××县财政局", "20XX年度" */
const BLANK_NAME =
  /(?:[xX]{2,4}|[×✕]{2,4}|[＊*]{2,4})\s*(?:省|市|县|区|局|委员会|部门|单位|厅|办公室)|(?<![\da-zA-Z])(?:20)?(?:[xX]{2,4}|[×✕]{2,4})\s*年/;
/** "增加（减少）", "增长/下降", "上升（或下降）" */
const BOTH_WAYS =
  '(?:增加|增长|上升)\\s*(?:[（(]\\s*或?(?:减少|下降|降低)\\s*[）)]|[/／]\\s*(?:减少|下降|降低))';
/** "增加（减少）12.30万元"; of nothing, either word is true. */
const UNDECIDED_AMOUNT = new RegExp(`${BOTH_WAYS}\\s*(-?\\d[\\d,.]*)\\s*(?:亿元|万元|元|%|％)`);
/** "比上年增加（减少），主要原因是…", "较上年增长/下降  万元" */
const UNDECIDED_BARE = new RegExp(
  `(?:比|较|相比)[^。；;，,\\d]{0,12}[，,]?${BOTH_WAYS}\\s*(?:[，,。；;]|亿元|万元|元|[%％]|[xX×]{2})`,
);
/** "减少-3.20万元", "下降－5.1%"; not a range such as 减少3-5万元. */
const DOUBLE_NEGATIVE =
  /(?:减少|下降|降低)(?:了|额)?\s*[-－﹣−]\s*(?:\d[\d,]*\.?\d*)\s*(?:亿元|万元|元|[%％])/;
/** "占48.50，": a share or a rate that ends without its sign. */
const UNSIGNED = /占[^，,。；;、\d%％]{0,16}\d{1,3}\.\d{1,2}(?=\s*[，,。；;])/;
const SIGNED = /占[^，,。；;、\d%％]{0,16}\d{1,3}(?:\.\d{1,2})?\s*[%％]/;

export function blanksIn(sentence: string, paragraph: string): readonly BlankKind[] {
  const found: Readonly<Record<BlankKind, boolean>> = {
    blank_amount: [BLANK_AMOUNT, BLANK_FIGURE, BLANK_PERCENT].some((form) => form.test(sentence)),
    blank_name: BLANK_NAME.test(sentence),
    undecided_direction: isUndecided(sentence),
    double_negative: isDoubleNegative(sentence),
    // Only where the clauses beside it carry the sign: elsewhere the figure may be something else.
    missing_percent_sign: UNSIGNED.test(sentence) && SIGNED.test(paragraph),
  };
  return (Object.keys(found) as BlankKind[]).filter((kind) => found[kind]);
}

function isUndecided(text: string): boolean {
  const amount = UNDECIDED_AMOUNT.exec(text)?.[1];
  if (amount !== undefined) return Number(amount.replace(/,/g, '')) !== 0;
  return UNDECIDED_BARE.test(text);
}

function isDoubleNegative(text: string): boolean {
  const found = DOUBLE_NEGATIVE.exec(text)?.[0];
  return found !== undefined && /[1-9]/.test(found);
}

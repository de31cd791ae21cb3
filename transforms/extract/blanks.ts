/** What a form leaves in a sentence when somebody does not finish it: blanks, placeholders, choices not made. */
import type { RemarkKind } from './remark.ts';

export type BlankKind = Extract<
  RemarkKind,
  | 'blank_amount'
  | 'blank_name'
  | 'incomplete_year'
  | 'undecided_direction'
  | 'changed_and_unchanged'
  | 'double_negative'
  | 'missing_percent_sign'
  | 'missing_unit'
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
/** "202年度部门决算": last year's digit was taken out, this year's not put in. */
const INCOMPLETE_YEAR = /(?<![\d.,—–~-])20[0-3]\s*年(?:度|部门|单位|预算|决算)/;
/** "增加（减少）", "增长/下降", "上升（或下降）" */
const BOTH_WAYS =
  '(?:增加|增长|上升)\\s*(?:[（(]\\s*或?(?:减少|下降|降低)\\s*[）)]|[/／]\\s*(?:减少|下降|降低))';
/** "增加（减少）12.30万元"; of nothing, either word is true. */
const UNDECIDED_AMOUNT = new RegExp(`${BOTH_WAYS}\\s*(-?\\d[\\d,.]*)\\s*(?:亿元|万元|元|%|％)`);
/** "比上年增加（减少），主要原因是…", "较上年增长/下降  万元" */
const UNDECIDED_BARE = new RegExp(
  `(?:比|较|相比)[^。；;，,\\d]{0,12}[，,]?${BOTH_WAYS}\\s*(?:[，,。；;]|亿元|万元|元|[%％]|[xX×]{2})`,
);
/** "减增加3.20万元", "增加减少5%": the word that does not apply was not taken out. */
const BOTH_WORDS = /(?:减少?增[加长]|增[加长]?减少)\s*(-?\d[\d,.]*)\s*(?:亿元|万元|元|%|％)/;
/** "决算数大小于预算数" */
const BOTH_SIZES = /(?:决算|预算|执行|完成|支出|收入)数\s*(?:大小于|小大于|大于小于|小于大于)/;
/** "减少为0.00万元，与2023年持平": what fell to a figure is not what it was. What went before names its base. */
const CHANGED_TO =
  /([^，,。；;：:]{0,24})(?:增加|减少|增长|下降|降低|上升)(?:为|到|至)[\d,.]+(?:亿元|万元|元)[，,](?:与|同|较|比)(?:上年|去年|20\d{2}年)度?[^，,。；;\d]{0,10}(?:持平|相同|一致)/;
/** "与2023年预算增加持平" */
const BOTH_CHANGED = /(?:增加|减少|增长|下降)了?持平/;
const UNCHANGED = /持平|相同|一致/;
const OTHER_BASE = /预算|计划|目标/;
/** "减少-3.20万元", "下降－5.1%"; not a range such as 减少3-5万元. */
const DOUBLE_NEGATIVE =
  /(?:减少|下降|降低)(?:了|额)?\s*[-－﹣−]\s*(?:\d[\d,]*\.?\d*)\s*(?:亿元|万元|元|[%％])/;
/** "占48.50，": a share or a rate that ends without its sign. */
const UNSIGNED = /占[^，,。；;、\d%％]{0,16}\d{1,3}\.\d{1,2}(?=\s*[，,。；;])/;
const SIGNED = /占[^，,。；;、\d%％]{0,16}\d{1,3}(?:\.\d{1,2})?\s*[%％]/;
/** "支出决算为3.96。": an amount that ends without its unit. */
const WITHOUT_UNIT = /(?:决算|预算)数?为\s*\d[\d,]*\.\d{1,2}(?=\s*[，,。；;])/;
const WITH_UNIT = /(?:决算|预算)数?为\s*\d[\d,]*(?:\.\d+)?\s*(?:亿元|万元|元)/;

export function blanksIn(sentence: string, paragraph: string): readonly BlankKind[] {
  const found: Readonly<Record<BlankKind, boolean>> = {
    blank_amount: [BLANK_AMOUNT, BLANK_FIGURE, BLANK_PERCENT].some((form) => form.test(sentence)),
    blank_name: BLANK_NAME.test(sentence),
    incomplete_year: INCOMPLETE_YEAR.test(sentence),
    undecided_direction: isUndecided(sentence),
    changed_and_unchanged: isChangedAndUnchanged(sentence.replace(/\s+/g, '')),
    double_negative: isDoubleNegative(sentence),
    // Only where the clauses beside it carry the sign: elsewhere the figure may be something else.
    missing_percent_sign: UNSIGNED.test(sentence) && SIGNED.test(paragraph),
    missing_unit: WITHOUT_UNIT.test(sentence) && WITH_UNIT.test(paragraph),
  };
  return (Object.keys(found) as BlankKind[]).filter((kind) => found[kind]);
}

function isUndecided(text: string): boolean {
  const amount = (UNDECIDED_AMOUNT.exec(text) ?? BOTH_WORDS.exec(text))?.[1];
  if (amount !== undefined) return Number(amount.replace(/,/g, '')) !== 0;
  return UNDECIDED_BARE.test(text) || BOTH_SIZES.test(text);
}

/** Less than was budgeted and as much as the year before can both be true. */
function isChangedAndUnchanged(text: string): boolean {
  if (!UNCHANGED.test(text)) return false;
  const before = CHANGED_TO.exec(text)?.[1];
  return (before !== undefined && !OTHER_BASE.test(before)) || BOTH_CHANGED.test(text);
}

function isDoubleNegative(text: string): boolean {
  const found = DOUBLE_NEGATIVE.exec(text)?.[0];
  return found !== undefined && /[1-9]/.test(found);
}

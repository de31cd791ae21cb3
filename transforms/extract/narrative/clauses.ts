/** A sentence cut into clauses, each knowing what stands before and behind it and whether it is an aside in brackets. */

export interface Clause {
  text: string;
  /** The mark behind it: "，" lets the subject run on, "：" announces parts, "" ends the sentence. */
  end: string;
  aside: boolean;
  /** In brackets, be it an aside or parts that are stated. */
  bracketed: boolean;
  /** In brackets that list the parts of what stands in front of them without saying 其中. */
  parts: boolean;
}

/** "购置及运行费500万元（公务用车购置费100万元，公务用车运行维护费400万元）" */
const VEHICLE_PARTS =
  /^(?:含|包括|其中)?:?(?:公务用车|公务车|公车|车辆)(?:购置|运行|维护)(?!及|和|与)[^()]{0,12}[\ue000-\uf8ff]/;
const AMOUNT = '[^()增减升降]{0,6}[\ue000-\uefff]';
const PURCHASED = '(?:类)?(?:支出|采购)?';
/** "基本支出80万元（人员经费70万元，公用经费10万元）": all there is of one thing, without 其中. */
const ALL_PARTS = [
  `人员(?:经费|支出)?${AMOUNT}[,、;]?(?:日常)?公用(?:经费|支出)?${AMOUNT}`,
  `购置(?:费用?|支出)${AMOUNT}[,、;]?运行(?:维护)?(?:费用?|支出)${AMOUNT}`,
  `基本支出${AMOUNT}[,、;]?项目支出${AMOUNT}`,
  `(?:政府采购)?货物${PURCHASED}${AMOUNT}[,、;]?(?:(?:政府采购)?工程${PURCHASED}${AMOUNT}[,、;]?)?(?:政府采购)?服务${PURCHASED}${AMOUNT}`,
].map((parts) => new RegExp(`^(?:含|包括|包含)?:?${parts}$`));
/** "公务接待费2万元（国内公务接待20批次，160人次）": how many came for it. */
const GUESTS_OF_IT =
  /^(?:全年|年度|共计?|累计)*(?:国内)?(?:公务)?接待(?:来访|来宾|客人)?[\ue000-\uefff][,、]?(?:共计?|计)?[\ue000-\uefff]$/;
const RECEPTION = /公务接待费[^,;。]*[\ue000-\uefff]$/;
/** A figure of another year, a change, and what is not spent or is spent for one purpose: their parts are nobody's. */
const OF_OTHER = /[比较与]|[上去]年|同期|[增减升降]|收入|结[转余]|项目|机关运行|基金|国有资本/;
const LAST_FIGURE = /[\ue000-\uefff]$/;
const MARKS = new Set([...',;:、。!?()']);

export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const mark = text[at] ?? '';
    if (mark !== '' && !MARKS.has(mark)) continue;
    const clause = text.slice(from, at);
    // "(其中：货物采购60万元)" states parts; any other bracket explains.
    const bracket = depth > 0 ? bracketAround(text, from) : '';
    const parts = VEHICLE_PARTS.test(bracket);
    const aside = depth > 0 && !parts && !/^其中/.test(bracket);
    if (clause !== '' || mark === ':')
      clauses.push({ text: clause, end: mark, aside, bracketed: depth > 0, parts });
    if (mark === '(') depth++;
    if (mark === ')') depth = Math.max(0, depth - 1);
    from = at + 1;
  }
  return clauses;
}

/**
 * The same clauses, where a bracket that lists all parts of the amount in front of it is none to pass over.
 * `addsUp`: whether the figures of the second text come to the last one of the first.
 */
export function withStatedParts(
  clauses: readonly Clause[],
  addsUp: (whole: string, parts: string) => boolean,
): Clause[] {
  return clauses.map((clause, at) => {
    if (!clause.aside) return clause;
    const from = clauses.findLastIndex((one, before) => before < at && !one.bracketed);
    const until = clauses.findIndex((one, behind) => behind > at && !one.bracketed);
    const whole = clauses[from]?.text ?? '';
    const listed = clauses
      .slice(from + 1, until < 0 ? undefined : until)
      .map(({ text, end }) => text + (end === ')' ? '' : end))
      .join('');
    if (RECEPTION.test(whole) && !OF_OTHER.test(whole) && GUESTS_OF_IT.test(listed))
      return { ...clause, aside: false };
    const stated =
      LAST_FIGURE.test(whole) &&
      !OF_OTHER.test(whole) &&
      ALL_PARTS.some((form) => form.test(listed)) &&
      addsUp(whole, listed);
    return stated ? { ...clause, aside: false, parts: true } : clause;
  });
}

function bracketAround(text: string, at: number): string {
  return text.slice(text.lastIndexOf('(', at - 1) + 1);
}

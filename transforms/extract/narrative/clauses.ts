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

function bracketAround(text: string, at: number): string {
  return text.slice(text.lastIndexOf('(', at - 1) + 1);
}

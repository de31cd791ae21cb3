/** A sentence cut into clauses, each knowing what stands before and behind it and whether it is an aside in brackets. */

export interface Clause {
  text: string;
  /** The mark behind it: "，" lets the subject run on, "：" announces parts, "" ends the sentence. */
  end: string;
  aside: boolean;
  /** In brackets, be it an aside or parts that are stated. */
  bracketed: boolean;
}

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
    const aside = depth > 0 && !/^其中/.test(bracketAround(text, from));
    if (clause !== '' || mark === ':') clauses.push({ text: clause, end: mark, aside, bracketed: depth > 0 });
    if (mark === '(') depth++;
    if (mark === ')') depth = Math.max(0, depth - 1);
    from = at + 1;
  }
  return clauses;
}

function bracketAround(text: string, at: number): string {
  return text.slice(text.lastIndexOf('(', at - 1) + 1);
}

/** The functional and economic codes a body has money on, parents before children, as tables list them. */
import type { FigureKey, SampleFund } from '../figure.ts';
import type { Books } from '../model/books.ts';

/** 类, 款, 项 in the order of the codes. */
export function functionCodes(
  books: Books,
  fund: SampleFund = 'all',
  phase: FigureKey['phase'] = 'actual',
): string[] {
  const leaves = books.items.map(({ functionCode }) => functionCode);
  const codes = new Set(leaves.flatMap((code) => [code.slice(0, 3), code.slice(0, 5), code]));
  return [...codes]
    .filter((functionCode) => books.valueOf({ concept: 'expenditure', functionCode, fund, phase }) > 0)
    .sort();
}

/** 301, 30101 …; only those below one of `heads` where heads are given. */
export function economicCodes(
  books: Books,
  heads: readonly string[] = ['301', '302', '303', '310'],
): string[] {
  const leaves = books.items.flatMap(({ economicCode }) => (economicCode === null ? [] : [economicCode]));
  const codes = new Set(leaves.flatMap((code) => [code.slice(0, 3), code]));
  return [...codes].filter((code) => heads.some((head) => code.startsWith(head))).sort();
}

/** Codes fall short of their total where the reader kept rows of their table as text: that says nothing of the report. */
import type { RemarkOfBureau } from '../extract/remark.ts';
import type { SumInstance } from './bind-sum.ts';
import type { SumVerdict } from './evaluate-sum.ts';
import { gather } from './figures.ts';

/** Document → pages on which a table, or a part of one, was not read. */
export type UnreadTables = ReadonlyMap<string, readonly number[]>;

export function unreadTablesIn(remarks: readonly RemarkOfBureau[]): UnreadTables {
  const unread = remarks.filter(
    ({ kind, location }) => kind === 'unread_table' && location.page !== undefined,
  );
  const documents = gather(unread, ({ documentId }) => documentId);
  return new Map([...documents].map(([id, own]) => [id, own.map(({ location }) => location.page!)]));
}

/** The verdict; one of a shortage is left open where a page of the codes, or the one behind them, has an unread table. */
export function asFarAsRead(
  verdict: SumVerdict,
  { relation }: SumInstance,
  unread: UnreadTables,
): SumVerdict {
  const { outcome, whole, parts } = verdict;
  const pages = unread.get(whole.documentId);
  if (outcome !== 'shortage' || relation.kind !== 'codes' || pages === undefined) return verdict;
  const own = [whole, ...parts.map(({ witness }) => witness)].map(({ location }) => location.page ?? 0);
  const [first, last] = [Math.min(...own), Math.max(...own) + 1];
  return pages.some((page) => first <= page && page <= last) ? { ...verdict, outcome: 'partial' } : verdict;
}

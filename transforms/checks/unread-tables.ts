/** Codes fall short of their total where the reader kept rows of their table as text: that says nothing of the report. */
import type { RemarkOfBureau } from '../extract/remark.ts';
import type { Location } from '../read/document.ts';
import type { SumInstance } from './bind-sum.ts';
import type { SumVerdict } from './evaluate-sum.ts';
import { gather } from './figures.ts';

/** Document → places at which a table, or a part of one, was not read. */
export type UnreadTables = ReadonlyMap<string, readonly Location[]>;

export function unreadTablesIn(remarks: readonly RemarkOfBureau[]): UnreadTables {
  const unread = remarks.filter(({ kind }) => kind === 'unread_table');
  const documents = gather(unread, ({ documentId }) => documentId);
  return new Map([...documents].map(([id, own]) => [id, own.map(({ location }) => location)]));
}

/** The verdict; one of a shortage is left open where among the codes, or right behind them, a table was not read. */
export function asFarAsRead(
  verdict: SumVerdict,
  { relation }: SumInstance,
  unread: UnreadTables,
): SumVerdict {
  const { outcome, whole, parts } = verdict;
  const places = unread.get(whole.documentId);
  if (outcome !== 'shortage' || relation.kind !== 'codes' || places === undefined) return verdict;
  const own = [whole, ...parts.map(({ witness }) => witness)].map(({ location }) => location);
  const isAmong = REACHES.some(({ of, reach }) => {
    const [within, apart] = [own, places].map((some) => some.flatMap((one) => one[of] ?? []));
    const [first, last] = [Math.min(...within!), Math.max(...within!) + reach];
    return apart!.some((place) => first <= place && place <= last);
  });
  return isAmong ? { ...verdict, outcome: 'partial' } : verdict;
}

/** How far behind its last code a table may go on: over the end of a page, or for as many lines as its rows may take in a text. */
const REACHES = [
  { of: 'page', reach: 1 },
  { of: 'line', reach: 60 },
] as const;

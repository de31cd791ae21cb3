/** Shares of things that reading and checking counted, summed over the documents of a bureau, scope and year. */
import type { BureauYear } from './bureau-year.ts';
import type { DisclosureCounts } from './metric-input.ts';
import { type Outcome, tidy } from './outcome.ts';

type Count =
  | 'tablesPresent'
  | 'tablesExpected'
  | 'numbersInTables'
  | 'unclaimedInTables'
  | 'relationsEvaluated';

export function countedShare(part: Count, whole: Count) {
  return (books: BureauYear): readonly Outcome[] => {
    const counts = books.counts;
    if (counts.length === 0) return [];
    return shareOf(sumOf(counts, part), sumOf(counts, whole), counts.length);
  };
}

/** Error findings in the documents of the bureau and year over the relations evaluated in them. */
export function contradictionRate(books: BureauYear): readonly Outcome[] {
  const counts = books.counts;
  if (counts.length === 0) return [];
  return shareOf(books.errorFindings.length, sumOf(counts, 'relationsEvaluated'), counts.length);
}

function sumOf(counts: readonly DisclosureCounts[], what: Count): number {
  return counts.reduce((sum, one) => sum + one[what], 0);
}

/** No outcome where nothing was counted: a kind of report without standard tables is not an incomplete one. */
function shareOf(part: number, whole: number, documents: number): Outcome[] {
  if (whole === 0) return [];
  return [
    {
      project: null,
      status: 'ok',
      value: tidy((part / whole) * 100),
      numerator: part,
      denominator: whole,
      basis: [`documents=${documents}`],
      inputs: [],
      reportedValue: null,
    },
  ];
}

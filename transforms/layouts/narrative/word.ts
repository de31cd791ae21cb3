/** The words that a sentence about public money is made of. What is not one of them was not understood. */
import type { Fund, Phase } from '../../extract/fact.ts';
import type { ConceptId } from '../../vocabulary/concept.ts';

export type Side = 'revenue' | 'expenditure' | 'both';
export type Topic = 'three_public' | 'procurement' | 'assets' | 'project' | 'headcount' | 'running_costs';

export type Meaning =
  /** `within`: names the concept only where the text is about that topic ("货物" is procurement there, nothing elsewhere). */
  | { kind: 'concept'; concept: ConceptId; within?: Topic; phase?: Phase | 'bare' }
  /** A fund; `side` where the word is itself a revenue or an expenditure ("事业收入"). */
  | { kind: 'fund'; fund: Fund; side?: Side }
  /** `bare` for 预算数, which does not say which budget. */
  | { kind: 'phase'; phase: Phase | 'bare'; side?: Side }
  /** `strong` where the word stands for the total of a side whatever was spoken of before ("总支出"). */
  | { kind: 'side'; side: Side; strong?: boolean }
  | { kind: 'total'; grand: boolean }
  /** A name of the economic or of the functional classification, printed without a code. */
  | { kind: 'economic'; code: string }
  | { kind: 'class'; code: string }
  | { kind: 'year'; year: 'current' | 'previous' }
  | { kind: 'year_point'; point: 'start' | 'end' }
  | { kind: 'carryover' }
  | { kind: 'reserved' }
  | { kind: 'compare' }
  | { kind: 'compared' }
  | { kind: 'year_on_year' }
  | { kind: 'change'; direction: 'up' | 'down' | 'either' }
  | { kind: 'equal' }
  | { kind: 'against'; direction: 'up' | 'down' | 'same' }
  | { kind: 'complete' }
  | { kind: 'share' }
  | { kind: 'among' }
  | { kind: 'lead' }
  | { kind: 'none' }
  | { kind: 'stop'; zone: 'use' | 'reason' | 'cause' | 'performance' }
  /** Reception or travel as an event: the unit says whether occasions or persons are counted. */
  | { kind: 'event'; of: 'reception' | 'overseas' }
  /** Understood, and nothing that the vocabulary has a name for; what follows it is ignored for this reason. */
  | { kind: 'outside'; reason: string }
  | { kind: 'stock' }
  | { kind: 'filler' };

/** Printed forms, quotes and brackets gone, alternatives in braces: "公务接待{费用,费,}". */
export interface WordEntry {
  means: Meaning;
  forms: readonly string[];
}

/** The truths that published figures owe each other, as data. What evaluates them is beside this file. */
import type { Fund, Phase } from '../extract/fact.ts';
import type { DisclosureKind } from '../recognise/disclosure.ts';
import type { ConceptId } from '../vocabulary/concept.ts';
import type { Severity } from './finding.ts';

export interface Relation {
  /** Never changes meaning; `check_name` of the warehouse. */
  id: string;
  kind: 'sum' | 'codes' | 'order' | 'rate' | 'claim' | 'agreement' | 'labels' | 'score' | 'scope' | 'remark';
  zh: string;
  en: string;
  /** Why it must hold: the form, the rule, or the arithmetic it comes from. */
  why: string;
}

/** How the key of a part differs from the key of the whole. */
export interface Patch {
  concept?: ConceptId;
  fund?: Fund;
  economicCode?: string;
}

export interface Slot extends Patch {
  /** Chinese name of the part within its whole ("出国"). */
  zh: string;
  en: string;
  sign?: -1;
  /** What stands for this part where it is not printed itself; the first of them must be printed. */
  or?: readonly Slot[];
  /** Most reports have no such part: its absence does not leave the whole incomplete. */
  optional?: true;
  /** Some reports count it in, some do not: both are tried. */
  either?: true;
  /** Only where the whole is of this fund. */
  onlyFund?: Fund;
  /** The residual part: where it is printed in a table, the parts printed beside it are all there are. */
  residual?: true;
}

/** whole = Σ parts, all of one year, phase and dimension unless a patch says otherwise. */
export interface SumRelation extends Relation {
  kind: 'sum';
  wholes: readonly (Patch & { concept: ConceptId })[];
  parts: readonly Slot[];
  /** Funds in which the whole may be printed, where the parts have none: it is enough that one closes. */
  anyFundOf?: readonly Fund[];
  /** Only of wholes that are rows: under a header with these words the whole is a column, with parts of its own. */
  notUnderHeader?: RegExp;
  /** At least so many parts must be printed (default 1). */
  atLeast?: number;
  /** Whether codes (functional, economic) or projects may be set (default: none but functional). */
  along?: readonly ('functionCode' | 'project')[];
  /** What a shortage means although all expected parts are printed (default `error`). */
  shortage?: Severity;
  shortageIn?: Readonly<Partial<Record<DisclosureKind, Severity>>>;
  /** Balances that a sentence may count into what it calls 收入 or 支出: with or without them, either may be meant. */
  proseMayCountIn?: readonly ConceptId[];
  /** In these kinds of reports a sentence may list some parts only: a shortage in prose says nothing there. */
  proseMayOmitIn?: readonly DisclosureKind[];
}

/** A code's amount is the sum of the codes directly below it that are printed in the same table. */
export interface CodesRelation extends Relation {
  kind: 'codes';
  concepts: readonly ConceptId[];
  along: 'functionCode' | 'economicCode';
  /** The whole is the total that another table prints: a table that lists some codes only may fall short of it. */
  totalElsewhere?: {
    /** With these codes printed the table is complete, and a shortage is worth a look. */
    completeWith: readonly string[];
  };
}

/** Relations along one classification. */
export interface CodesFamily {
  readonly children: CodesRelation;
  readonly totals: CodesRelation;
}

/** smaller ≤ larger. */
export interface OrderRelation extends Relation {
  kind: 'order';
  /** With a fund or an economic code: of these only. */
  smaller: Patch & { concept: ConceptId; zh: string; en: string };
  /** Fund and economic code where they are not those of the smaller: `null` for none. */
  larger: Omit<Patch, 'economicCode'> & { concept: ConceptId; economicCode?: null; zh: string; en: string };
  severity: Severity;
  severityIn?: Readonly<Partial<Record<DisclosureKind, Severity>>>;
}

/** A printed rate is part ÷ whole of printed amounts, for one of the wholes. */
export interface RateRelation extends Relation {
  kind: 'rate';
  rate: ConceptId;
  part: { concept: ConceptId; phase: Phase };
  /** Concept of part and whole where the rate speaks of a project. */
  projectConcept?: ConceptId;
  wholes: readonly RateWhole[];
}

/** Funds that stand for one another where a report does not repeat which it speaks of. */
export const NEIGHBOURING_FUNDS: readonly Fund[] = ['all', 'fiscal', 'general_public'];

export interface RateWhole {
  concept: ConceptId;
  phase: Phase;
  /** A rate that is not of this whole is wrong; otherwise it may be of one that is not printed. */
  decides: boolean;
}

/** Why one print of a figure is believed over another, the weightiest reason first. */
import type { Candidate } from '../checks/candidates.ts';
import { placeOf } from '../checks/candidates.ts';
import type { Witness } from '../extract/witness.ts';
import { AGREEMENT_WORDS, DECIDING_WORDS } from './reason-words.ts';

/** How often the identities that can be evaluated in the report close, or cannot close, with a candidate. */
export interface Support {
  closed: number;
  broken: number;
  /** Of those closed, how many without any rounding. */
  exact: number;
}

export interface Reason {
  id: string;
  zh: string;
  en: string;
  /** The candidate with the higher score is believed. */
  score: (candidate: Candidate, support: Support) => number;
  /** This reason settles the matter; otherwise the observation stays `contested`. */
  decides: boolean;
}

const any = (candidate: Candidate, holds: (witness: Witness) => boolean): number =>
  Number(candidate.witnesses.some(holds));

export const places = (candidate: Candidate): number =>
  new Set(candidate.witnesses.filter(({ basis }) => basis === 'stated').map(placeOf)).size;

export const REASONS: readonly Reason[] = [
  {
    ...named('identities'),
    score: (_, support) => -support.broken,
    decides: false,
  },
  {
    ...named('stated'),
    score: (candidate) => any(candidate, ({ basis }) => basis === 'stated'),
    decides: true,
  },
  {
    ...named('own_year'),
    score: (candidate) => any(candidate, ({ reportYear, fiscalYear }) => reportYear === fiscalYear),
    decides: true,
  },
  {
    ...named('closed'),
    score: (_, support) => support.closed,
    decides: false,
  },
  {
    ...named('places'),
    score: places,
    decides: false,
  },
  {
    ...named('table'),
    score: (candidate) => any(candidate, ({ medium }) => medium === 'table'),
    decides: false,
  },
  {
    ...named('precision'),
    score: (candidate) => -candidate.lead.ulpMinor,
    decides: false,
  },
  {
    ...named('newest'),
    score: (candidate) => Math.max(...candidate.witnesses.map(({ reportYear }) => reportYear)),
    decides: false,
  },
];

/** Why the lead of a candidate stands for the prints that agree with it. */
export const AGREEMENT_REASONS = Object.fromEntries(
  Object.entries(AGREEMENT_WORDS).map(([id, [zh]]) => [id, zh]),
) as Record<keyof typeof AGREEMENT_WORDS, string>;

function named(id: keyof typeof DECIDING_WORDS): Pick<Reason, 'id' | 'zh' | 'en'> {
  const [zh, en] = DECIDING_WORDS[id];
  return { id, zh, en };
}

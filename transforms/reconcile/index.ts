/** Why one print of a figure is believed over another, the weightiest reason first. */
import type { Candidate } from '../checks/candidates.ts';
import { placeOf } from '../checks/candidates.ts';
import type { Witness } from '../extract/witness.ts';

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
    id: 'identities',
    zh: '与报告内合计关系相符',
    en: 'the sums of the report close with it',
    score: (_, support) => -support.broken,
    decides: false,
  },
  {
    id: 'stated',
    zh: '直接载明优于推算',
    en: 'stated over derived',
    score: (candidate) => any(candidate, ({ basis }) => basis === 'stated'),
    decides: true,
  },
  {
    id: 'own_year',
    zh: '当年报告优于次年报告的追述',
    en: "the year's own report over what the next one says",
    score: (candidate) => any(candidate, ({ reportYear, fiscalYear }) => reportYear === fiscalYear),
    decides: true,
  },
  {
    id: 'closed',
    zh: '更多合计关系以此值成立',
    en: 'more sums close with it',
    score: (_, support) => support.closed,
    decides: false,
  },
  {
    id: 'places',
    zh: '更多位置印有此值',
    en: 'printed in more places',
    score: places,
    decides: false,
  },
  {
    id: 'table',
    zh: '表格优于文字',
    en: 'table over prose',
    score: (candidate) => any(candidate, ({ medium }) => medium === 'table'),
    decides: false,
  },
  {
    id: 'precision',
    zh: '小数位更多',
    en: 'printed more precisely',
    score: (candidate) => -candidate.lead.ulpMinor,
    decides: false,
  },
  {
    id: 'newest',
    zh: '较新的报告',
    en: 'the newer report',
    score: (candidate) => Math.max(...candidate.witnesses.map(({ reportYear }) => reportYear)),
    decides: false,
  },
];

/** Why the lead of a candidate stands for the prints that agree with it. */
export const AGREEMENT_REASONS = {
  only: '唯一来源',
  same: '各处一致',
  stated: '直接载明优于推算',
  precise: '小数位更多',
  exact: '合计关系以此值分毫不差',
  repeated: '更多位置印有此值',
  table: '表格优于文字',
  newest: '较新的报告',
} as const;

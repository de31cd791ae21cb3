/** Words that stand on many pages: who, where, and why there is no number. */

import { placeInWords } from '../../place-words.ts';
import type { Word } from '../../words.ts';
import {
  FUND_WORDS,
  METRIC_STATUS_REASONS,
  METRIC_STATUS_WORDS,
  PHASE_WORDS,
  peerGroupInWords,
  SCOPE_WORDS,
} from '../../words.ts';
import type { BureauEntry, DocumentEntry, MetricRowEntry, ObservationEntry } from '../data.ts';
import { language, say, word } from './language.ts';
import { site } from './site.ts';

export const TIER_WORDS = {
  province: ['省级', 'province'],
  prefecture: ['地市级', 'prefecture'],
  county: ['县级', 'county'],
} as const satisfies Record<NonNullable<BureauEntry['tier']>, Word>;

/** Enough of an id to tell two unidentified bodies apart. */
const DIGITS_SHOWN = 6;

export function bureauName(bureau: BureauEntry | undefined): string {
  if (bureau === undefined) return say('未识别单位', 'unidentified body');
  if (bureau.name !== null) return bureau.name;
  const digest = bureau.id.replace('unidentified-', '').slice(0, DIGITS_SHOWN);
  return say(`未识别单位 ${digest}`, `unidentified ${digest}`);
}

export function nameOfKey(key: string): string {
  return bureauName(site.bureauByKey.get(key));
}

export function regionName(bureau: BureauEntry): string {
  if (bureau.region === null) return say('地区不详', 'region unknown');
  return site.index.regions[bureau.region] ?? bureau.region;
}

export function conceptName(concept: string): string {
  const name = site.index.concepts[concept];
  return name === undefined ? concept : word(name);
}

/** "公务接待费 · 决算数 · 财政拨款 · 2010101 行政运行". */
export function figureName(one: ObservationEntry): string {
  const code = one.functionCode ?? one.economicCode;
  const codeName = one.functionName ?? one.economicName;
  return [
    conceptName(one.concept),
    word(PHASE_WORDS[one.phase]),
    ...(one.fund === 'all' ? [] : [word(FUND_WORDS[one.fund])]),
    ...(code === null ? [] : [[code, codeName].filter((part) => part !== null).join(' ')]),
    ...(one.project === null ? [] : [one.project]),
  ].join(' · ');
}

export function whoAndWhen(bureau: BureauEntry, scope: ObservationEntry['scope'], year: number): string {
  const wide = scope === 'department' ? say('部门口径', 'department') : say('单位口径', 'unit alone');
  return say(`${bureauName(bureau)} · ${wide} · ${year} 年度`, `${bureauName(bureau)} · ${wide} · ${year}`);
}

export function scopeName(scope: ObservationEntry['scope']): string {
  return word(SCOPE_WORDS[scope]);
}

/** The word in the place of a number. */
export function statusWord(row: MetricRowEntry): string {
  return word(METRIC_STATUS_WORDS[row.status]);
}

/** "3 / 7"; nothing where there is nobody to compare with. */
export function rankText(row: MetricRowEntry): string {
  if (row.rank !== null) return `${row.rank} / ${row.peerCount}`;
  return row.value !== null && row.peerCount !== null ? say('同类不足', 'few peers') : '';
}

export function statusReason(row: MetricRowEntry): string {
  return row.status === 'ok' ? '' : word(METRIC_STATUS_REASONS[row.status]);
}

/** Why a figure that others have is not there: nothing collected, or not in what was collected. */
export function absence(documents: Iterable<DocumentEntry>, year: number): string {
  for (const one of documents) {
    if (one.year === year && one.state === 'extracted') return say('未公布', 'not published');
  }
  return say('未收录', 'not collected');
}

/** Where in its document a figure stands. */
export function placeName(locator: string): string {
  return placeInWords(locator, language());
}

/** Why a document is not read, or a report not there. */
export function reasonText({ reason, reasonEn }: Pick<DocumentEntry, 'reason' | 'reasonEn'>): string | null {
  return reason === null ? null : say(reason, reasonEn ?? reason);
}

/** What a check is called: its truth in words where the site knows it, else its id. */
export function checkName(check: string): string {
  const name = site.index.checks[check];
  return name === undefined ? check : word(name);
}

/** What the members share, the province by its name. */
export function peerGroupName(group: string): string {
  return peerGroupInWords(group, language(), (code) => site.index.provinces[code]);
}

/** Stretches of a sentence that explain and do not state: purposes, reasons, achievements. Their figures are ignored for that reason. */
import type { NumberToken } from '../../parse/amount.ts';
import { isOwnChange } from './change-subject.ts';
import type { Word } from './lex.ts';
import { type PhraseContext, yearOf } from './phrase.ts';
import { isMoney } from './quantity-of.ts';
import type { Place, Reading } from './reading.ts';
import { relate } from './relation.ts';

export const ZONES = {
  use: '用途说明中的数，没有科目',
  reason: '原因说明中的数',
  cause: '原因说明中的数，没有说明科目',
  performance: '绩效完成情况，不属于收支',
} as const;

/** "二是…", "其次…": the next of a list that a reason opened. */
const LISTED = /^(?:[二三四五六七八九十]是|其[二三四五]|其次)/;

/** Opens or closes the zone that a clause begins in. */
export function enterClause(
  text: string,
  words: readonly Word[],
  context: PhraseContext,
  reading: Reading,
): void {
  const { flow } = reading;
  if (flow.zone === null && flow.explained && LISTED.test(text)) flow.zone = ZONES.reason;
  // "因为…，2025年…": behind a reason a clause that opens with its year states something again.
  const [first] = words;
  const dated = first?.kind === 'number' && yearOf(context.numbers[first.index]) !== null;
  if (flow.zone === ZONES.cause && dated) flow.zone = null;
}

export function openZone(word: Word & { kind: 'stop' }, reading: Reading): void {
  if (word.zone !== 'use' || reading.flow.zone === null) reading.flow.zone = ZONES[word.zone];
}

/** Whether an amount in a reason is the change of what the reason explains: nothing else is named, and the rate behind it fits. */
export function isChangeInZone(
  left: readonly Word[],
  token: NumberToken,
  context: PhraseContext,
  reading: Reading,
  place: Place,
): boolean {
  const { carry, zone } = reading.flow;
  if (carry === null || (zone !== ZONES.reason && zone !== ZONES.cause) || !isMoney(token)) return false;
  const { relation, base, subject } = relate(left, context);
  if (relation.kind !== 'change' || relation.direction === 'either' || base === null || base === 'unread')
    return false;
  if (subject.some((word) => word.kind !== 'filler')) return false;
  return isOwnChange(carry, base, token, relation.direction, reading, place);
}

/**
 * The words to read a count by although it stands in a zone ("主要用于接待上级单位，公务接待2批次、26人次", "主要用于
 * 友城交流，组织因公出国（境）团组1个");
 * null where the zone covers the figure.
 */
export function countInZone(
  left: readonly Word[],
  token: NumberToken,
  reading: Reading,
): readonly Word[] | null {
  const last = left.at(-1);
  const groups = last?.kind === 'concept' && last.concept === 'three_public.overseas_groups';
  if (groups && /^个(?:团组)?$/.test(token.unit ?? '')) return [last];
  if (last === undefined && reading.flow.counting !== null && token.unit === '人') return left;
  if (!/^(?:批次|批|人次)$/.test(token.unit ?? '')) return null;
  if (last === undefined) return reading.flow.counting === null ? null : left;
  const counted =
    last.kind === 'event' || (last.kind === 'concept' && last.concept === 'three_public.reception');
  if (!counted) reading.flow.counting = null;
  return counted ? [last] : null;
}

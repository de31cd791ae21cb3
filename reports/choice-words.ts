/** Why a value was accepted, for readers of English: observations say it in Chinese. */
import { AGREEMENT_WORDS, DECIDING_WORDS, STANDING_WORDS } from '../transforms/reconcile/reason-words.ts';
import type { Language } from './words.ts';

const ENGLISH: ReadonlyMap<string, string> = new Map([
  ...Object.values(DECIDING_WORDS),
  ...Object.values(AGREEMENT_WORDS),
  ...Object.values(STANDING_WORDS),
]);

/** "2个互相矛盾的数值，表格优于文字" */
const AMONG = /^(\d+)个互相矛盾的数值，(.+)$/u;

/** What a person wrote (a correction, an answer) stays in the words it was written in. */
export function choiceInWords(reason: string, language: Language): string {
  if (language === 'zh') return reason;
  const parts = reason.split('；').map(inEnglish);
  return parts.includes(null) ? reason : parts.join('; ');
}

function inEnglish(part: string): string | null {
  const [, count, why] = AMONG.exec(part) ?? [];
  if (count === undefined || why === undefined) return ENGLISH.get(part) ?? null;
  const decided = ENGLISH.get(why);
  return decided === undefined ? null : `${count} contradicting values: ${decided}`;
}

/** Chinese unless the address says English. */
import type { Language, Word } from '../../words.ts';
import { site } from './site.ts';

let current: Language = 'zh';

/** "lang=en" in the address, else the language in which the site was written. */
export function setLanguage(wanted: string | null): void {
  current = wanted === 'en' || wanted === 'zh' ? wanted : site.index.language;
  document.documentElement.lang = current === 'zh' ? 'zh-CN' : 'en';
}

export function language(): Language {
  return current;
}

export function say(zh: string, en: string): string {
  return current === 'en' ? en : zh;
}

export function word([zh, en]: Word): string {
  return say(zh, en);
}

/** As a heading or the first word of a sentence. */
export function heading(name: Word): string {
  const text = word(name);
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

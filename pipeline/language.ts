/** Analysts read Chinese; everything the command line says exists in English too. */
export type Language = 'zh' | 'en';

/** Picks the sentence of the language in use. */
export type Say = (zh: string, en: string) => string;

export function speak(language: Language): Say {
  return language === 'en' ? (_zh, en) => en : (zh) => zh;
}

/** `--lang` decides, then DUIBIAO_LANG; the locale of the machine does not: the same command says the same everywhere. */
export function languageOf(argument: string | undefined, environment: string | undefined): Language {
  return /^en/i.test(argument ?? environment ?? 'zh') ? 'en' : 'zh';
}

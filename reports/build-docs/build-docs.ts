/** `npm run docs`: writes the pages that repeat what the program itself defines. A test says when they are old. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { printChecksPage } from './checks-page.ts';
import { printDictionaryPage } from './dictionary-page.ts';
import { printMetricsPage } from './metrics-page.ts';

const PAGES = {
  'metrics.md': printMetricsPage,
  'checks.md': printChecksPage,
  'dictionary.md': printDictionaryPage,
} as const;

for (const [name, print] of Object.entries(PAGES)) {
  writeFileSync(fileURLToPath(new URL(`../../docs/${name}`, import.meta.url)), print());
}

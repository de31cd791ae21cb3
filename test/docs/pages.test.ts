import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { printChecksPage } from '../../reports/build-docs/checks-page.ts';
import { printDictionaryPage } from '../../reports/build-docs/dictionary-page.ts';
import { printMetricsPage } from '../../reports/build-docs/metrics-page.ts';
import { METRICS } from '../../transforms/metrics/index.ts';
import { DICTIONARY } from '../../warehouse/dictionary-entries.ts';
import { TWINS } from '../../warehouse/views/chinese.ts';

const page = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../docs/${name}`, import.meta.url)), 'utf8');

it.each([
  ['metrics.md', printMetricsPage],
  ['checks.md', printChecksPage],
  ['dictionary.md', printDictionaryPage],
])('docs/%s says what the program defines (npm run docs)', (name, print) => {
  expect(page(name)).toBe(print());
});

it('the page of metrics has every metric, and that of views every column', () => {
  for (const { id, formula } of METRICS) {
    expect(page('metrics.md')).toContain(`\`${id}\``);
    expect(page('metrics.md')).toContain(formula);
  }
  for (const [view, { columns }] of Object.entries(DICTIONARY)) {
    expect(page('dictionary.md')).toContain(view);
    for (const column of Object.keys(columns)) expect(page('dictionary.md')).toContain(`\`${column}\``);
  }
});

it('a Chinese view has a column of its own name for every column of its twin', () => {
  const twins = Object.entries(TWINS).filter(([, view]) => view in DICTIONARY);
  expect(twins.length).toBeGreaterThan(10);
  for (const [zh, view] of twins) {
    expect(Object.keys(DICTIONARY[zh]!.columns), zh).toHaveLength(
      Object.keys(DICTIONARY[view]!.columns).length,
    );
  }
});

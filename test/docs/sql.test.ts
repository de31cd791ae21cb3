import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runReadOnlyQuery } from '../../warehouse/query.ts';
import { NIGHT_MILLISECONDS, type SamplesNight, samplesNight } from '../support/samples-night.ts';

let night: SamplesNight;
beforeAll(async () => {
  night = await samplesNight();
}, NIGHT_MILLISECONDS);
afterAll(() => night?.place.remove());

const page = readFileSync(fileURLToPath(new URL('../../docs/sql.md', import.meta.url)), 'utf8');

/** "## 4. Title", then a fenced statement whose first line is "-- column, column". */
const EXAMPLE = /^## (\d+\. .+)\n+```sql\n-- (.+)\n([\s\S]+?)```/gmu;
const examples = [...page.matchAll(EXAMPLE)].map(([, title, columns, sql]) => ({
  title: title!,
  columns: columns!.split(', '),
  sql: sql!.trim().replace(/;$/u, ''),
}));

it('the page has fifteen examples', () => {
  expect(examples).toHaveLength(15);
});

it.each(examples)('$title', ({ columns, sql }) => {
  const answer = runReadOnlyQuery(night.warehouse, sql);
  expect(answer.columns).toEqual(columns);
  expect(answer.rows.length).toBeGreaterThan(0);
});

const hasSqlite = spawnSync('sqlite3', ['-version']).status === 0;

it.skipIf(!hasSqlite)('the sqlite3 of the system answers all of them too (skipped: none here)', () => {
  for (const { title, sql } of examples) {
    const { status, stdout } = spawnSync('sqlite3', ['-readonly', night.warehouse, sql]);
    expect({ title, status, answered: String(stdout) !== '' }).toEqual({ title, status: 0, answered: true });
  }
});

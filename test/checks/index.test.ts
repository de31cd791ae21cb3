import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../transforms/checks/', import.meta.url);
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);
const textOf = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

describe('the index of checks', () => {
  it('lists every check', () => {
    const checks = sources.filter((name) => /: Check = \{/.test(textOf(name)));
    expect(checks.length).toBeGreaterThan(8);
    for (const name of checks) expect(textOf('index.ts')).toContain(`'./${name}'`);
  });

  it('lists every family of sums', () => {
    const families = sources.filter((name) =>
      /^relations.+Sums?: readonly (?:SumRelation|CodesFamily)/s.test(name + textOf(name)),
    );
    expect(families.length).toBeGreaterThan(7);
    for (const name of families)
      expect(textOf('relations/index.ts')).toContain(name.replace('relations/', './'));
  });
});

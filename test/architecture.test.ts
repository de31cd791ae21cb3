/** Data flows left to right, and what lies between bytes and facts is pure. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDERS = ['sources', 'transforms', 'warehouse', 'reports', 'pipeline'];

// import … from 'x'; export … from 'x'; import 'x'; import('x')
const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)'([^']+)'/g;
const IMPURE_MODULES =
  /^(?:node:)?(?:fs|fs\/promises|net|http|https|http2|dns|tls|dgram|child_process|worker_threads|os|process|timers|readline)$|^(?:better-sqlite3|kysely|pino|undici)$/;
// process.env, new Date() without an argument, console.log …; parsing a given date is pure.
const IMPURE_WORDS =
  /\bprocess\.|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bconsole\.|\bfetch\(|\btoLocale(?:Date|Time)?String\(|\blocaleCompare\(/;

interface Source {
  path: string;
  text: string;
  imports: string[];
}

const sources: Source[] = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .map((path) => {
      const text = readFileSync(join(ROOT, folder, path), 'utf8');
      const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
      return {
        path: `${folder}/${path}`,
        text: code,
        imports: [...code.matchAll(IMPORT)].map((match) => match[1]!),
      };
    }),
);

const placeOf = (path: string) => FOLDERS.indexOf(path.split('/')[0]!);
const targetOf = (from: string, specifier: string) => relative(ROOT, join(ROOT, dirname(from), specifier));
const local = ({ imports }: Source) => imports.filter((specifier) => specifier.startsWith('.'));
const inTransforms = sources.filter(({ path }) => path.startsWith('transforms/'));

describe('architecture', () => {
  it('sees the source text', () => {
    expect(new Set(sources.map(({ path }) => placeOf(path)))).toEqual(new Set(FOLDERS.keys()));
  });

  it('a file imports only from its own folder and from folders to its left', () => {
    const wrong = sources.flatMap((source) =>
      local(source)
        .map((specifier) => targetOf(source.path, specifier))
        .filter((target) => placeOf(target) < 0 || placeOf(target) > placeOf(source.path))
        .map((target) => `${source.path} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('transforms touch no file system, network, clock, database, logger, locale or environment', () => {
    const imports = inTransforms.flatMap(({ path, imports }) =>
      imports
        .filter((specifier) => IMPURE_MODULES.test(specifier))
        .map((specifier) => `${path} → ${specifier}`),
    );
    const words = inTransforms.flatMap(({ path, text }) => {
      const met = IMPURE_WORDS.exec(text)?.[0];
      return met === undefined ? [] : [`${path}: ${met}`];
    });
    expect([...imports, ...words]).toEqual([]);
  });

  // The version of the rules that read a document leaves out what works on facts.
  it('what reads a document does not depend on what judges it', () => {
    const after = /^transforms\/(?:checks|reconcile|metrics)\//;
    const wrong = inTransforms
      .filter(({ path }) => !after.test(path))
      .flatMap((source) =>
        local(source)
          .map((specifier) => targetOf(source.path, specifier))
          .filter((target) => after.test(target))
          .map((target) => `${source.path} → ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  // A file that nothing reaches from the command line is not part of the program: an entry that its index forgot.
  it('every file is reached from where the program starts', () => {
    // A shell, a worker and a browser each start the program at a file of their own.
    const starts = ['pipeline/cli.ts', 'pipeline/reading-worker.ts', 'reports/site/browser/main.ts'];
    const reached = new Set(starts);
    const byPath = new Map(sources.map((source) => [source.path, source]));
    for (const path of reached) {
      const source = byPath.get(path);
      if (source !== undefined) for (const specifier of local(source)) reached.add(targetOf(path, specifier));
    }
    // sources/reference/build-reference.ts, sources/samples/build/page.ts: they made data that lies in the repository.
    const standAlone = /\/build[-/]/;
    expect(
      sources.map(({ path }) => path).filter((path) => !reached.has(path) && !standAlone.test(path)),
    ).toEqual([]);
  });
});

/** The program as it is installed: compiled, and run in a process of its own. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface CompiledProgram {
  path: string;
  run(words: readonly string[], environment?: Record<string, string>, folder?: string): Ended;
  start(words: readonly string[]): ChildProcess;
  remove(): void;
}

export interface Ended {
  status: number | null;
  out: string;
  err: string;
}

/**
 * Compiles the present source text into a folder of its own: a `dist/` left from yesterday would be tested otherwise.
 * Below node_modules, so that the packages are found; every test file its own, so that they do not overwrite each other.
 */
export function compileProgram(name: string): CompiledProgram {
  const folder = join(ROOT, 'node_modules', '.cache', `duibiao-${name}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const compiler = join(
    dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
    'bin',
    'tsc',
  );
  spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--noCheck', '--outDir', folder], {
    cwd: ROOT,
  });
  spawnSync(process.execPath, [join(folder, 'reports', 'site', 'build-browser.js')], { cwd: ROOT });
  const cli = join(folder, 'pipeline', 'cli.js');
  return {
    path: cli,
    run(words, environment = {}, cwd = ROOT) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], {
        cwd,
        encoding: 'utf8',
        env: { ...process.env, ...environment },
      });
      return { status, out: stdout, err: stderr };
    },
    start: (words) => spawn(process.execPath, [cli, ...words], { cwd: ROOT, stdio: 'ignore' }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

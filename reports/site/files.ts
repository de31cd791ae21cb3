/** Files of the site: written when they differ, removed when nothing names them any more. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../../sources/whole-file.ts';
import { remembered } from '../../transforms/parse/remember.ts';
import type { Tables } from './data.ts';
import { inertJson, printTables } from './packed.ts';

export const DATA_FOLDER = 'data';
/** What a file of `data/` calls with its name and its tables. A script runs from disk where a fetch is refused. */
const RECEIVER = 'duibiao';

/** Keeps what was written in one go, so that the rest can be removed. */
export class SiteFiles {
  readonly #folder: string;
  readonly #kept = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(join(folder, DATA_FOLDER), { recursive: true });
  }

  /** Names of the files that now hold the tables, in the order of their rows. `name` is made safe here. */
  putTables(name: string, tables: Tables): string[] {
    return printTables(tables).map((part, index) => {
      const file = `${safeName(name)}${index === 0 ? '' : `.${index + 1}`}.js`;
      this.#kept.add(file);
      const text = `${RECEIVER}(${inertJson(file)},${part});\n`;
      writeWhereDifferent(join(this.#folder, DATA_FOLDER, file), text);
      return file;
    });
  }

  /** Whether all of these stand there as an earlier writing left them; then they stay. */
  keep(files: readonly string[]): boolean {
    if (!files.every((file) => existsSync(join(this.#folder, DATA_FOLDER, file)))) return false;
    for (const file of files) this.#kept.add(file);
    return true;
  }

  putPage(html: string): void {
    writeWhereDifferent(join(this.#folder, 'index.html'), html);
  }

  removeOthers(): void {
    for (const file of readdirSync(join(this.#folder, DATA_FOLDER))) {
      if (!this.#kept.has(file)) rmSync(join(this.#folder, DATA_FOLDER, file), { recursive: true });
    }
  }
}

/** A short name for an id that may hold anything. A bureau has hundreds of rows. */
export const keyOf = remembered((id) => createHash('sha256').update(id).digest('hex').slice(0, 12));

/** "metric-execution_rate.original" */
const SAFE_NAME = /^[a-z0-9_.-]{1,80}$/;

function safeName(name: string): string {
  return SAFE_NAME.test(name) ? name : keyOf(name);
}

/** Whole or not at all, and not at all where it says the same. */
function writeWhereDifferent(path: string, text: string): void {
  if (readIfThere(path) === text) return;
  writeWhole(path, text);
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Which rules read a document and which rules judged it: digests over the text of the rules themselves,
 * so that nobody has to remember to raise a number when a layout, a label or a check changes.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface RulesVersion {
  /** Of everything between bytes and facts; another one means every document is read again. */
  reading: string;
  /** Of all rules; another one means every bureau is judged and every metric computed again. */
  all: string;
  /** Of what turns the warehouse into a workbook; another one means it is written again. */
  reports: string;
}

/** Packages that turn bytes into characters and cells: another version may read another figure. */
const READING_PACKAGE = /pdf|xlsx|mammoth|cheerio|tesseract/;

/** Folders of `transforms/` that work on facts: a change there reads no document again. */
const AFTER_READING = ['checks/', 'reconcile/', 'metrics/'];

/** Digests of the rules as they lie beside this file, compiled or not. */
export function rulesVersion(root = fileURLToPath(new URL('..', import.meta.url))): RulesVersion {
  const transforms = ruleFiles(join(root, 'transforms'));
  const sources = ruleFiles(join(root, 'sources'));
  const reading = transforms.filter((path) => !AFTER_READING.some((folder) => path.startsWith(folder)));
  const reports = ruleFiles(join(root, 'reports'));
  const packages = readingPackages(root);
  return {
    reading: digestFiles(packages, [
      [join(root, 'transforms'), reading],
      [join(root, 'sources'), sources],
    ]),
    all: digestFiles(packages, [
      [join(root, 'transforms'), transforms],
      [join(root, 'sources'), sources],
    ]),
    reports: digestFiles('', [[join(root, 'reports'), reports]]),
  };
}

const RULE_FILE = /\.(?:ts|js|json)$/;
// samples/documents/a.json, samples/build/pages.ts: what is read, and what made it
const MADE_FOR_READING = /^samples\/(?:documents|build)\//;

function ruleFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => RULE_FILE.test(path) && !MADE_FOR_READING.test(path))
    .sort();
}

/** `package.json` is beside the source text, and one folder above the compiled program. */
function readingPackages(root: string): string {
  const path = [root, join(root, '..')].map((folder) => join(folder, 'package.json')).find(existsSync);
  if (path === undefined) return '';
  const { dependencies = {} } = JSON.parse(readFileSync(path, 'utf8')) as {
    dependencies?: Record<string, string>;
  };
  return JSON.stringify(Object.entries(dependencies).filter(([name]) => READING_PACKAGE.test(name)));
}

function digestFiles(packages: string, groups: readonly (readonly [string, readonly string[]])[]): string {
  const hash = createHash('sha256').update(packages);
  for (const [folder, paths] of groups) {
    for (const path of paths) {
      const text = readFileSync(join(folder, path));
      hash.update(`${path}\0${text.length}\0`).update(text);
    }
  }
  return hash.digest('hex').slice(0, 16);
}

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
  /** Of everything that opening a warehouse puts into it: tables, views, reference data. */
  warehouse: string;
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
  const known = new Map<string, string>();
  const rules: readonly Folder[] = [
    [join(root, 'transforms'), transforms],
    [join(root, 'sources'), sources],
  ];
  const tables: Folder = [join(root, 'warehouse'), ruleFiles(join(root, 'warehouse'))];
  return {
    reading: digestFiles(known, packages, [[join(root, 'transforms'), reading], ...rules.slice(1)]),
    all: digestFiles(known, packages, rules),
    reports: digestFiles(known, '', [[join(root, 'reports'), reports]]),
    warehouse: digestFiles(known, packages, [...rules, tables]),
  };
}

const RULE_FILE = /\.(?:ts|js|json)$/;
// samples/documents/a.json, samples/build/pages.ts: what is read, and what made it; http/: how bytes came, not what they say
const MADE_FOR_READING = /^(?:samples\/(?:documents|build)|http)\//;

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

type Folder = readonly [folder: string, paths: readonly string[]];

/** Most files count in several versions; each is read once. */
function digestFiles(known: Map<string, string>, packages: string, folders: readonly Folder[]): string {
  const hash = createHash('sha256').update(packages);
  for (const [folder, paths] of folders) {
    for (const path of paths) hash.update(`${path}\0${digestFile(known, join(folder, path))}\0`);
  }
  return hash.digest('hex').slice(0, 16);
}

function digestFile(known: Map<string, string>, path: string): string {
  const present = known.get(path) ?? createHash('sha256').update(readFileSync(path)).digest('hex');
  known.set(path, present);
  return present;
}

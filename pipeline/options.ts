/** Everything that can be chosen about a run, and what is chosen where nobody chooses. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HttpLimits } from '../sources/http-limits.ts';
import type { Config } from './config.ts';
import {
  DEFAULT_SETTINGS,
  type GateSettings,
  type NotifySettings,
  type RetentionSettings,
} from './night-settings.ts';
import type { RegistryChoice } from './open-registry.ts';

export interface NightlyOptions {
  /** Folder of published reports; the built-in samples where none is given. */
  inbox: string;
  data: DataPaths;
  /** CSV that says whose the documents are; null where there is none. */
  manifest: string | null;
  /** Files of analysts' corrections: the one named, or those that lie in the inbox and in the data folder. */
  corrections: readonly string[];
  /** A larger file is quarantined unread. */
  maxBytes: number;
  /** Documents read at the same time, each in its own worker. */
  readers: number;
  /** A document that takes longer is quarantined as `timed_out`. */
  readingSeconds: number;
  /** Heap of one reader; a document that needs more is quarantined as `out_of_memory`. */
  readingMegabytes: number;
  /** Folder of the language data for scans, asked before the usual ones; null where none is set. */
  tessdata?: string | null;
  /** Whether an empty inbox is nothing to worry about, because documents come from the network. */
  inboxMayBeEmpty: boolean;
  /** null where there is no registry of bureaus. */
  registry: RegistryChoice | null;
  /** How the network is asked; null where nobody set anything: the defaults. */
  http: HttpLimits | null;
  /** Nothing is asked of the network; what was fetched before is read all the same. */
  offline: boolean;
  gates: GateSettings;
  retention: RetentionSettings;
  notify: NotifySettings;
  /** Publishes what the gates would hold back: a person has looked at it. */
  accept: boolean;
  /** Tries documents again that were given up. */
  retry: boolean;
}

/** Where a run keeps what it makes; everything below one folder, so that a copy of the folder is a copy of the work. */
export interface DataPaths {
  folder: string;
  warehouse: string;
  archive: string;
  workbook: string;
  site: string;
  dataset: string;
  /** Titles, descriptions and units for Datasette. */
  datasette: string;
  /** From which content each output was written last. */
  written: string;
  lock: string;
  /** What the files of the inbox held when they were last read. */
  fileStamps: string;
  /** What the fetched archives hold. */
  unpacked: string;
  /** Earlier warehouses. */
  history: string;
  /** What every published document was and what was said of it: enough to read them all again from the archive. */
  intake: string;
  /** How the last run went, for a monitor. */
  health: string;
  logs: string;
  /** What people answered to `duibiao review`. */
  reviewAnswers: string;
}

export const DEFAULT_DATA = 'data';
export const DEFAULT_MEGABYTES = 200;

/** A manifest of this name in the inbox is used without being named. */
export const MANIFEST_NAME = 'manifest.csv';
/** Corrections of this name in the inbox or the data folder are used without being named. */
export const CORRECTIONS_NAME = 'corrections.csv';

export function dataPaths(folder: string): DataPaths {
  const root = resolve(folder);
  return {
    folder: root,
    warehouse: join(root, 'warehouse.db'),
    archive: join(root, 'archive'),
    workbook: join(root, 'out', 'benchmark.xlsx'),
    site: join(root, 'out', 'site'),
    dataset: join(root, 'out', 'dataset'),
    datasette: join(root, 'out', 'datasette.json'),
    written: join(root, 'out', 'written.json'),
    lock: join(root, 'run.lock'),
    fileStamps: join(root, 'file-stamps.json'),
    unpacked: join(root, 'unpacked.json'),
    history: join(root, 'history'),
    intake: join(root, 'intake.json'),
    health: join(root, 'health.json'),
    logs: join(root, 'logs'),
    reviewAnswers: join(root, 'review-answers.csv'),
  };
}

const SAMPLES = join('sources', 'samples', 'documents');

export interface NightlyArguments {
  inbox?: string;
  data?: string;
  manifest?: string;
  corrections?: string;
  maxMegabytes?: number;
  readers?: number;
  offline?: boolean;
  config?: string;
  accept?: boolean;
  retry?: boolean;
}

/** What is given on the command line decides, then the settings, then the defaults. */
export function nightlyOptions(given: NightlyArguments, config: Config | null = null): NightlyOptions {
  const data = dataPaths(given.data ?? config?.data ?? DEFAULT_DATA);
  const named = given.inbox ?? config?.inbox ?? null;
  // Who has bureaus of his own reads their reports, and no samples.
  const ownRegistry = config?.registry ?? null;
  const inbox = resolve(named ?? (ownRegistry === null ? samplesFolder() : join(data.folder, 'inbox')));
  const manifest = given.manifest ?? config?.manifest ?? undefined;
  const own = join(inbox, MANIFEST_NAME);
  const readsSamples = inbox === samplesFolder();
  return {
    inbox,
    data,
    corrections:
      given.corrections !== undefined
        ? [resolve(given.corrections)]
        : [inbox, data.folder].map((folder) => join(folder, CORRECTIONS_NAME)).filter(existsSync),
    manifest: manifest !== undefined ? resolve(manifest) : existsSync(own) ? own : null,
    maxBytes: (given.maxMegabytes ?? config?.reading.maxFileMegabytes ?? DEFAULT_MEGABYTES) * 1_000_000,
    readers: given.readers ?? config?.reading.readers ?? availableParallelism(),
    readingSeconds: config?.reading.seconds ?? 120,
    readingMegabytes: config?.reading.megabytes ?? 1024,
    tessdata: config?.ocr.tessdata ?? null,
    inboxMayBeEmpty: named === null && ownRegistry !== null,
    registry:
      ownRegistry === null && !readsSamples ? null : { folder: ownRegistry, withSamples: readsSamples },
    http: config?.http ?? null,
    offline: given.offline ?? false,
    gates: config?.gates ?? DEFAULT_SETTINGS.gates,
    retention: config?.retention ?? DEFAULT_SETTINGS.retention,
    notify: config?.notify ?? DEFAULT_SETTINGS.notify,
    accept: given.accept ?? false,
    retry: given.retry ?? false,
  };
}

/** The samples lie beside the source text, also when the compiled program runs from `dist/`. */
export function samplesFolder(): string {
  const isThere = (folder: string) => existsSync(join(folder, SAMPLES));
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!isThere(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, SAMPLES);
}

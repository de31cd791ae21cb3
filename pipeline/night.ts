/** One night under way: what its stages share. */
import type { Warehouse } from '../warehouse/connect.ts';
import type { RunAction } from '../warehouse/enumerations.ts';
import type { LoadedCorrections } from './load-corrections.ts';
import type { NightRegistry } from './night-registry.ts';
import type { NightlyOptions } from './options.ts';
import type { RulesVersion } from './rules-version.ts';
import type { Run } from './run.ts';

export interface Night {
  options: NightlyOptions;
  run: Run;
  rules: RulesVersion;
  warehouse: Warehouse;
  action: RunAction;
  runId: number;
  /** ISO 8601. */
  startedAt: string;
  registry: NightRegistry;
  /** Of analysts, from files and from answers to a review. */
  corrections: LoadedCorrections;
  /** ISO 8601; when what analysts see last changed, tonight or before. */
  contentChangedAt: string;
  /** How many documents were read so far; those that could not be are counted as failed. */
  readDocuments: number;
  /** Why documents could not be read tonight where the mistake is ours. */
  ownMistakes: string[];
  /** Troubles of ours that cost a stage but not the night. */
  failures: Failure[];
}

export interface Failure {
  stage: string;
  /** The bureau or output that is missing now. */
  what: string;
  message: string;
  detail: string | null;
}

/**
 * What a night does where nobody settled anything, each number with its reason. Plain data: the rules by which
 * duibiao.yml is read are loaded only where there is such a file.
 */

import type { ProxySettings } from '../sources/http/proxy.ts';

/** Bands against the night before, see `gates.ts`. */
export const GATE_DEFAULTS = {
  /** Smaller collections change by half when one bureau publishes. */
  fewestDocuments: 20,
  /** A share that lost half its folders looks just like a purge. */
  lostDocumentsPercent: 20,
  /** Bureaus do not stop publishing together; a rule that takes them for strangers lets them vanish together. */
  lostBureausPercent: 20,
  /** A registry folder that lost a file, or was emptied by a copy that failed: nobody would miss these bureaus. */
  lostRegisteredPercent: 20,
  /** Bureau × year: whole years vanish where the recognition of years breaks. */
  lostCoveragePercent: 20,
  /** A layout that no longer matches takes its figures along. */
  lostFactsPercent: 20,
  lostObservationsPercent: 20,
  /** The same reports do not suddenly say half as much again: a table that is read twice does. */
  moreFactsPerDocumentPercent: 50,
  /** Points of the share of documents that could not be read. */
  moreUnreadPoints: 10,
  /** Errors per observation: hundreds of new contradictions overnight are more likely ours than theirs. */
  moreErrorsPercent: 100,
} as const;

export const RETENTION_DEFAULTS = {
  /** How each document fared in a run is looked up for weeks, not years; the runs themselves stay. */
  runDetails: 400,
  /** A week of nights that changed something. */
  warehouses: 7,
  logDays: 30,
} as const;

export const NOTIFY_DEFAULTS = {
  /** A service in the same house answers at once; the night does not wait for another. */
  seconds: 20,
} as const;

export type GateSettings = Record<keyof typeof GATE_DEFAULTS, number>;
export type RetentionSettings = Record<keyof typeof RETENTION_DEFAULTS, number>;

/** When a message goes out. `problems`: something failed, was rejected, or waits for a person. */
export const NOTIFY_WHEN = ['always', 'changes', 'problems'] as const;

export interface NotifySettings {
  when: (typeof NOTIFY_WHEN)[number];
  /** Takes a POST with JSON. */
  webhook: string | null;
  /** host:port on a private network that may be told all the same. */
  allowHosts: readonly string[];
  /** As for the sites of bureaus; null or left out: straight. */
  proxy?: ProxySettings | null;
  /** Program and arguments; the message comes on its standard input. */
  mail: readonly string[] | null;
  seconds: number;
}

export interface Settings {
  gates: GateSettings;
  retention: RetentionSettings;
  notify: NotifySettings;
}

export const DEFAULT_SETTINGS: Settings = {
  gates: GATE_DEFAULTS,
  retention: RETENTION_DEFAULTS,
  notify: { when: 'changes', webhook: null, allowHosts: [], mail: null, ...NOTIFY_DEFAULTS },
};

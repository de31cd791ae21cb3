/**
 * A night that turns out quite unlike the one before is more likely wrong than true. It is computed to the end, but
 * held back: what is published stays, and a person decides. The first night has nothing to be compared with.
 */
import { existsSync } from 'node:fs';
import type BetterSqlite3 from 'better-sqlite3';
import { readSqlite } from '../warehouse/connect.ts';
import { type ContentCounts, contentCounts, publishedCounts } from '../warehouse/content-counts.ts';
import { readState, writeState } from '../warehouse/state.ts';
import { EXIT, Trouble } from './exit-status.ts';
import type { Night } from './night.ts';
import type { GateSettings } from './night-settings.ts';

/** What a warehouse comes to. Facts and observations as the contract views count them. */
export interface NightMeasures {
  documents: number;
  unread: number;
  bureaus: number;
  /** In the registry, whether they published anything or not. */
  registered: number;
  /** Bureau × year with at least one document that was read. */
  coverage: number;
  facts: number;
  observations: number;
  errors: number;
}

type Setting = Exclude<keyof GateSettings, 'fewestDocuments'>;

interface Gate {
  setting: Setting;
  zh: string;
  en: string;
  of(measures: NightMeasures): number;
  /** `fall` and `rise` in percent of the night before, `points` as a difference. */
  kind: 'fall' | 'rise' | 'points';
  digits: number;
}

function fall(setting: Setting, zh: string, en: string, of: Gate['of']): Gate {
  return { setting, zh, en, of, kind: 'fall', digits: 0 };
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

/** Every band; why each is where it is stands beside its default in night-settings.ts. */
export const GATES: readonly Gate[] = [
  fall('lostDocumentsPercent', '已读文件', 'documents read', (m) => m.documents),
  fall('lostBureausPercent', '单位', 'bureaus', (m) => m.bureaus),
  fall('lostRegisteredPercent', '登记的单位', 'registered bureaus', (m) => m.registered),
  fall('lostCoveragePercent', '单位与年度', 'bureau-years', (m) => m.coverage),
  fall('lostFactsPercent', '原文数据', 'facts', (m) => m.facts),
  fall('lostObservationsPercent', '采信值', 'observations', (m) => m.observations),
  {
    setting: 'moreFactsPerDocumentPercent',
    zh: '每份文件的数据',
    en: 'facts per document',
    of: (m) => share(m.facts, m.documents),
    kind: 'rise',
    digits: 1,
  },
  {
    setting: 'moreUnreadPoints',
    zh: '未能读取的文件（%）',
    en: 'documents not read (%)',
    of: (m) => 100 * share(m.unread, m.documents + m.unread),
    kind: 'points',
    digits: 1,
  },
  {
    setting: 'moreErrorsPercent',
    zh: '每千个采信值的错误',
    en: 'errors per thousand observations',
    of: (m) => 1000 * share(m.errors, m.observations),
    kind: 'rise',
    digits: 1,
  },
];

export interface GateFailure {
  gate: Setting | 'rolled_back';
  zh: string;
  en: string;
}

/** Which bands tonight lies outside of. */
export function failedGates(
  before: NightMeasures | null,
  now: NightMeasures,
  settings: GateSettings,
): GateFailure[] {
  if (before === null || before.documents < settings.fewestDocuments) return [];
  return GATES.flatMap((gate) => {
    const [was, is] = [gate.of(before), gate.of(now)];
    const moved = movement(gate.kind, was, is);
    const limit = settings[gate.setting];
    if (moved <= limit) return [];
    const figures = `${was.toFixed(gate.digits)} → ${is.toFixed(gate.digits)}`;
    return [
      {
        gate: gate.setting,
        zh: `${gate.zh} ${figures}，超出 ${gate.setting} = ${limit}`,
        en: `${gate.en} ${figures}, beyond ${gate.setting} = ${limit}`,
      },
    ];
  });
}

/** A rise from nothing is news, not a fault. */
function movement(kind: Gate['kind'], was: number, is: number): number {
  if (kind === 'points') return is - was;
  if (was === 0) return 0;
  return (100 * (kind === 'fall' ? was - is : is - was)) / was;
}

function measure(sqlite: BetterSqlite3.Database, contents: ContentCounts): NightMeasures {
  const { bureaus, facts, observations, findings } = contents;
  const documents = sqlite
    .prepare<[], Pick<NightMeasures, 'documents' | 'unread' | 'registered' | 'coverage'>>(
      `SELECT
        (SELECT count(*) FROM document_rows WHERE state = 'extracted') AS documents,
        (SELECT count(*) FROM document_rows WHERE state = 'quarantined') AS unread,
        (SELECT count(*) FROM registry_rows) AS registered,
        (SELECT count(*) FROM (SELECT DISTINCT bureau_id, fiscal_year FROM documents WHERE state = 'extracted')) AS coverage`,
    )
    .get()!;
  return { ...documents, bureaus, facts, observations, errors: findings.error };
}

/** null where nothing is published yet, or what is cannot be read: there is nothing to protect. */
function measurePublished(path: string): NightMeasures | null {
  if (!existsSync(path)) return null;
  try {
    return readSqlite(path, (sqlite) => measure(sqlite, publishedCounts(sqlite)));
  } catch {
    return null;
  }
}

/** State: the run that somebody put back. Until a person accepts a night, none takes its place. */
export const ROLLED_BACK_TO = 'rolled_back_to';
/** State of a rejected copy: why it was rejected, as JSON of `GateFailure[]`. */
export const REJECTED_FOR = 'rejected_for';

export class NightRejected extends Trouble {
  readonly failures: readonly GateFailure[];
  constructor(failures: readonly GateFailure[]) {
    super(
      `本次结果与上次相差太大，没有发布，已发布的数据不变：\n${failures.map(({ zh }) => `  ${zh}`).join('\n')}\n请核对 warehouse.rejected.db；确认无误后用 duibiao nightly --accept 发布`,
      `Tonight differs too much from the night before and was not published; published data are unchanged:\n${failures.map(({ en }) => `  ${en}`).join('\n')}\nLook at warehouse.rejected.db; if it is right, publish it with duibiao nightly --accept`,
      EXIT.failed,
    );
    this.failures = failures;
  }
}

/** What stands against publishing this night; nothing where a person has accepted it. */
export function gateFailures({ warehouse, options, contentChangedAt }: Night): GateFailure[] {
  if (options.accept) return [];
  const held = readState(warehouse, ROLLED_BACK_TO);
  const before = measurePublished(options.data.warehouse);
  return [
    ...(held === null ? [] : [heldBack(held)]),
    ...failedGates(
      before,
      measure(warehouse.sqlite, contentCounts(warehouse, contentChangedAt)),
      options.gates,
    ),
  ];
}

export function noteRejection({ warehouse }: Night, failures: readonly GateFailure[]): void {
  writeState(warehouse, REJECTED_FOR, JSON.stringify(failures));
}

function heldBack(run: string): GateFailure {
  return {
    gate: 'rolled_back',
    zh: `有人回退到了第 ${run} 次运行，新结果须经确认才能取代它`,
    en: `somebody put run ${run} back; what replaces it has to be accepted`,
  };
}

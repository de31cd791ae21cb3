/** Comparative figures. They compare all bureaus, so they are replaced all together. */
import type BetterSqlite3 from 'better-sqlite3';
import { digest } from '../transforms/extract/witness.ts';
import type { GroupAggregate } from '../transforms/metrics/aggregate-groups.ts';
import type { MetricValue } from '../transforms/metrics/metric-value.ts';
import { groundOf } from '../transforms/metrics/peers.ts';
import type { BureauBreak } from '../transforms/metrics/series-breaks.ts';
import type { Warehouse } from './connect.ts';
import { refreshDerived } from './derived/index.ts';
import { METRIC_INDEXES } from './metric-indexes.ts';
import { insertAll } from './rows.ts';
import type { BureauBreakRow, MetricRow, PeerGroupRow } from './schema.ts';
import { explainSqliteError } from './warehouse-error.ts';

/** What the comparison of bureaus comes to beside the values themselves. */
export interface Comparison {
  groups: readonly GroupAggregate[];
  breaks: readonly BureauBreak[];
}

/**
 * Replaces all metric values, group aggregates and series breaks, and fills the derived tables from them.
 * Throws `WarehouseError` (rejected) for two values of one key.
 */
export function saveMetrics(
  warehouse: Warehouse,
  values: readonly MetricValue[],
  comparison: Comparison = { groups: [], breaks: [] },
): void {
  const { sqlite } = warehouse;
  try {
    sqlite.transaction(() => {
      const writer = metricWriter(sqlite);
      writer.add(values);
      writer.finish(comparison);
    })();
  } catch (error) {
    throw explainSqliteError(error, warehouse.path);
  }
}

export interface MetricWriter {
  /** Any values, with or without their peers; every value once. */
  add(values: readonly MetricValue[]): void;
  finish(comparison: Comparison): void;
}

/**
 * The same for a whole country, a few bureaus at a time. All of it or nothing is saved, whatever `write` throws;
 * nothing else may be written meanwhile.
 */
export async function replaceMetrics(
  warehouse: Warehouse,
  write: (writer: MetricWriter) => Promise<void>,
): Promise<void> {
  const { sqlite } = warehouse;
  const before = sqlite.pragma('cache_size', { simple: true });
  // Metric ids are digests, sorted for their index: in memory for a county or a province, in portions for a country.
  sqlite.pragma('cache_size = -65536');
  sqlite.exec('BEGIN IMMEDIATE');
  try {
    // SQLite builds the lists of CHECK (… IN …) anew for every row; for the whole table at once it builds them once.
    sqlite.pragma('ignore_check_constraints = ON');
    await write(metricWriter(sqlite));
    sqlite.pragma('ignore_check_constraints = OFF');
    requireConstraints(sqlite);
    sqlite.exec('COMMIT');
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
    throw explainSqliteError(error, warehouse.path);
  } finally {
    sqlite.pragma('ignore_check_constraints = OFF');
    sqlite.pragma(`cache_size = ${before}`);
  }
}

/** One pass over each table. What is NOT NULL and of which type was looked at with every row. */
function requireConstraints(sqlite: BetterSqlite3.Database): void {
  const textOf = sqlite
    .prepare<[string], string>(`SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?`)
    .pluck();
  for (const table of ['metric_rows', 'peer_group_rows', 'bureau_breaks']) {
    const checks = checksIn(textOf.get(table) ?? '');
    // NULL passes a CHECK, and NOT NULL finds no row.
    const broken = checks.map((check) => `NOT (${check})`).join(' OR ') || 'FALSE';
    if (sqlite.prepare(`SELECT 1 FROM ${table} WHERE ${broken} LIMIT 1`).get() !== undefined)
      throw new Error(`CHECK constraint failed in ${table}: ${checks.join('; ')}`);
  }
}

/** CHECK (json_valid(inputs)), CHECK (unit IN ('percent', 'CNY')): brackets within brackets and within quotes. */
const CHECK = /\bCHECK \(((?:'[^']*'|[^()']|\((?:'[^']*'|[^()']|\([^()]*\))*\))*)\)/gu;

/** The conditions of the CHECK constraints in the text of a table. Throws where one is written in another way. */
export function checksIn(create: string): string[] {
  const checks = Array.from(create.matchAll(CHECK), ([, condition = '']) => condition);
  if (checks.length !== create.split(/\bCHECK\b/iu).length - 1)
    throw new Error(`not every CHECK was understood: ${create}`);
  return checks;
}

/** Empties the tables and takes their indexes away until `finish`; call it inside a transaction. */
function metricWriter(sqlite: BetterSqlite3.Database): MetricWriter {
  for (const { name } of METRIC_INDEXES) sqlite.exec(`DROP INDEX IF EXISTS ${name}`);
  sqlite.exec('DELETE FROM metric_rows; DELETE FROM peer_group_rows; DELETE FROM bureau_breaks');
  const insertRow = sqlite.prepare(
    `INSERT INTO metric_rows (${METRIC_COLUMNS.join(', ')})
     VALUES (${METRIC_COLUMNS.map(() => '?').join(', ')})`,
  );
  return {
    add(values) {
      for (const value of values) insertRow.run(metricCells(value));
    },
    finish({ groups, breaks }) {
      insertAll(sqlite, 'peer_group_rows', groups.map(peerGroupRow));
      insertAll(sqlite, 'bureau_breaks', breaks.map(bureauBreakRow));
      for (const { create } of METRIC_INDEXES) sqlite.exec(create);
      refreshDerived(sqlite);
    },
  };
}

function peerGroupRow(group: GroupAggregate): PeerGroupRow {
  return {
    metric: group.metric,
    scope: group.scope,
    fiscal_year: group.fiscalYear,
    peer_group: group.peerGroup,
    ground: group.ground,
    unit: group.unit,
    members: group.members,
    with_value: group.withValue,
    coverage: group.coverage,
    numerator_sum: group.numeratorSum,
    denominator_sum: group.denominatorSum,
    ratio_of_sums: group.ratioOfSums,
    median_of_ratios: group.medianOfRatios,
  };
}

function bureauBreakRow({ bureauId, scope, fiscalYear, note }: BureauBreak): BureauBreakRow {
  return { bureau_id: bureauId, scope, fiscal_year: fiscalYear, note };
}

function metricIdOf({ metric, bureauId, scope, fiscalYear, project }: MetricValue): string {
  return digest(metric, bureauId, scope, fiscalYear, project);
}

const METRIC_COLUMNS = [
  'metric',
  'bureau_id',
  'scope',
  'fiscal_year',
  'project',
  'metric_id',
  'bureau_name',
  'region_code',
  'value',
  'unit',
  'basis',
  'ground',
  'status',
  'numerator',
  'denominator',
  'peer_group',
  'peer_count',
  'peer_median',
  'rank',
  'percentile',
  'reported_value',
  'inputs',
] as const satisfies readonly (keyof MetricRow)[];

type CellsOf<Columns extends readonly (keyof MetricRow)[]> = {
  readonly [Place in keyof Columns]: MetricRow[Columns[Place]];
};

/** In the order of `METRIC_COLUMNS`. By place rather than by name: a country has a million rows. */
function metricCells(value: MetricValue): CellsOf<typeof METRIC_COLUMNS> {
  return [
    value.metric,
    value.bureauId,
    value.scope,
    value.fiscalYear,
    value.project ?? '',
    metricIdOf(value),
    value.bureauName,
    value.regionCode,
    value.value,
    value.unit,
    value.basis,
    groundOf(value),
    value.status,
    value.numerator,
    value.denominator,
    value.peerGroup,
    value.peerCount,
    value.peerMedian,
    value.rank,
    value.percentile,
    value.reportedValue,
    JSON.stringify(value.inputs),
  ];
}

/** Warehouses in folders that are gone when the test is over. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openWarehouse, type Warehouse } from '../../warehouse/connect.ts';

export * from './sample-rows.ts';

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'warehouse-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function emptyWarehouse(): Promise<Warehouse> {
  const warehouse = await openWarehouse(join(temporaryFolder(), 'warehouse.db'));
  onTestFinished(() => warehouse.close());
  return warehouse;
}

/** Every row of every table, as text; runs and times of sighting apart, which a second run does move. */
export function contentOf(warehouse: Warehouse): Record<string, unknown[]> {
  const tables = warehouse.sqlite
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'kysely_*'`)
    .pluck()
    .all()
    .filter((name) => !['run_rows', 'run_stages', 'sightings'].includes(name));
  return Object.fromEntries(
    tables.map((name) => [name, warehouse.sqlite.prepare(`SELECT * FROM "${name}"`).all()]),
  );
}

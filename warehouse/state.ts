/** Named values that travel with the warehouse, such as the version of the checks that its results were computed with. */
import type { Warehouse } from './connect.ts';
import { prepared } from './rows.ts';

type Holder = Pick<Warehouse, 'sqlite'>;

/** null where there is none of this name. */
export function readState({ sqlite }: Holder, name: string): string | null {
  const row = prepared(sqlite, 'SELECT value FROM warehouse_state WHERE name = ?').get(name);
  return (row as { value: string } | undefined)?.value ?? null;
}

export function writeState({ sqlite }: Holder, name: string, value: string): void {
  prepared(
    sqlite,
    `INSERT INTO warehouse_state (name, value) VALUES (?, ?)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE value <> excluded.value`,
  ).run(name, value);
}

export function forgetState({ sqlite }: Holder, name: string): void {
  prepared(sqlite, 'DELETE FROM warehouse_state WHERE name = ?').run(name);
}

/** A warehouse that cannot be read any more is kept for whoever wants to know why, and stands in nobody's way. */
import { existsSync, renameSync } from 'node:fs';
import { readSqlite } from '../warehouse/connect.ts';
import { WarehouseError } from '../warehouse/warehouse-error.ts';

/** null where every page of it is sound; else what is wrong, in words. Reads the whole file. */
export function damageOf(path: string): string | null {
  try {
    const answer = readSqlite(path, (sqlite) => sqlite.pragma('quick_check(1)', { simple: true }));
    return answer === 'ok' ? null : String(answer);
  } catch (error) {
    if (error instanceof WarehouseError && error.code === 'older_schema') return null;
    return error instanceof Error ? error.message : String(error);
  }
}

/** Returns where the damaged warehouse lies now; null where it was sound, or where there was none. */
export function setAsideIfDamaged(path: string): string | null {
  if (!existsSync(path) || damageOf(path) === null) return null;
  const aside = path.replace(/(?:\.db)?$/, '.damaged.db');
  renameSync(path, aside);
  return aside;
}

/** What past nights left: the warehouse, the archive, the lock, the clock between them. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { ArchiveDamaged, readArchived } from '../../sources/archive.ts';
import { readSqlite } from '../../warehouse/connect.ts';
import { keptWarehouses } from '../../warehouse/history.ts';
import type { DataPaths } from '../options.ts';
import { damageOf } from '../set-aside.ts';
import { type CheckUp, error, fine, warning } from './check.ts';

const NONE: readonly [string, string] = [
  '还没有，先运行 duibiao nightly',
  'none yet; run duibiao nightly first',
];

/** What is wrong with the warehouse: null where it is sound, undefined where there is none. Reads all of it. */
export function damageIn({ warehouse }: DataPaths): string | null | undefined {
  return existsSync(warehouse) ? damageOf(warehouse) : undefined;
}

export function checkWarehouse(paths: DataPaths, damage = damageIn(paths)): CheckUp {
  const { warehouse, history, intake } = paths;
  const name = ['数据仓库', 'warehouse'] as const;
  if (damage === undefined) return warning(name, ...NONE);
  if (damage === null)
    return fine(name, `完好，${megabytes(warehouse)} MB`, `sound, ${megabytes(warehouse)} MB`);
  const kept = keptWarehouses(history)[0];
  const ways = [
    ...(kept === undefined ? [] : [`duibiao rollback ${kept.run}`]),
    ...(existsSync(intake) ? ['duibiao rebuild'] : []),
  ];
  return error(
    name,
    `${damage.replace(/。?$/, '。')}这里可以：${ways.join(' 或 ') || '删除它后重新运行 duibiao nightly'}`,
    `damaged: ${warehouse}. To recover: ${ways.join(' or ') || 'delete it and run duibiao nightly'}`,
  );
}

function megabytes(path: string): string {
  return (statSync(path).size / 1e6).toFixed(1);
}

/** Enough to notice a bad disk; `duibiao archive verify` hashes all. */
const SAMPLE = 50;

export function checkArchive(paths: DataPaths, damage = damageIn(paths)): CheckUp {
  const { warehouse, archive } = paths;
  const name = ['归档', 'archive'] as const;
  if (damage !== null) return warning(name, '未检查', 'not checked');
  const documents = archivedDocuments(warehouse);
  const step = Math.max(1, Math.ceil(documents.length / SAMPLE));
  const sample = documents.filter((_, at) => at % step === 0);
  const bad = sample.flatMap((document) => {
    try {
      readArchived(archive, document);
      return [];
    } catch (thrown) {
      return [
        thrown instanceof ArchiveDamaged
          ? thrown.message
          : `${document.sourceFile}: ${(thrown as Error).message}`,
      ];
    }
  });
  if (bad.length === 0)
    return fine(name, `抽查 ${sample.length} 份，完好`, `${sample.length} looked at, all sound`);
  return error(
    name,
    `抽查 ${sample.length} 份，${bad.length} 份有问题：${bad[0]}。全部检查：duibiao archive verify`,
    `${bad.length} of ${sample.length} looked at are damaged: ${bad[0]}. Check all: duibiao archive verify`,
  );
}

function archivedDocuments(warehouse: string): { sha256: string; sourceFile: string }[] {
  return readSqlite(warehouse, (sqlite) =>
    sqlite
      .prepare<[], { sha256: string; sourceFile: string }>(
        `SELECT sha256, source_file AS sourceFile FROM document_rows WHERE state = 'extracted' ORDER BY document_id`,
      )
      .all(),
  );
}

export function checkClock({ warehouse }: DataPaths, now: Date): CheckUp {
  const name = ['时钟', 'clock'] as const;
  const last = lastStart(warehouse);
  if (last === null || new Date(last) <= now) return fine(name, now.toISOString());
  return error(
    name,
    `现在是 ${now.toISOString()}，早于上次运行 ${last}：请校准时间（如 sudo timedatectl set-ntp true）`,
    `It is ${now.toISOString()}, before the last run at ${last}: set the clock (such as sudo timedatectl set-ntp true)`,
  );
}

function lastStart(warehouse: string): string | null {
  if (!existsSync(warehouse)) return null;
  try {
    const latest = 'SELECT max(started_at) FROM run_rows';
    return readSqlite(warehouse, (sqlite) => sqlite.prepare<[], string | null>(latest).pluck().get() ?? null);
  } catch {
    return null; // The check of the warehouse says what is wrong with it.
  }
}

export function checkLock({ lock }: DataPaths): CheckUp {
  const name = ['运行锁', 'lock'] as const;
  if (!existsSync(lock)) return fine(name, '没有运行在进行', 'no run under way');
  const owner = readFileSync(lock, 'utf8').trim();
  return warning(
    name,
    `有运行在进行，或被强行终止：${owner}。终止的运行留下的锁，下次运行会自动接管`,
    `A run is under way, or was killed: ${owner}. A dead run's lock is taken over by the next run`,
  );
}

/**
 * Everything anew, from the archive: for a warehouse that is damaged, or that nobody trusts any more. The inbox is not
 * asked; the same documents, the same statements about them and the same rules give the same warehouse.
 */
import type { Warehouse } from '../warehouse/connect.ts';
import { supersede } from '../warehouse/documents.ts';
import { keptWarehouses } from '../warehouse/history.ts';
import { inheritRuns, inheritSightings } from '../warehouse/runs.ts';
import { makeDataFolder } from './data-folder.ts';
import { Trouble } from './exit-status.ts';
import { type Intake, loadIntake } from './intake.ts';
import { takeLock } from './lock.ts';
import type { Night } from './night.ts';
import { loadNightRegistry } from './night-registry.ts';
import { throughStages } from './night-stages.ts';
import type { DataPaths, NightlyOptions } from './options.ts';
import { readDocuments } from './read-documents.ts';
import type { Run } from './run.ts';
import { setAsideIfDamaged } from './set-aside.ts';
import type { NightSummary } from './summary.ts';

/** Throws a `Trouble` where nobody knows what is in the archive, and what `throughStages` throws. */
export async function rebuild(options: NightlyOptions, run: Run): Promise<NightSummary> {
  makeDataFolder(options.data.folder);
  const lock = takeLock(options.data.lock, run.now);
  try {
    run.began?.();
    const intake = requireIntake(options.data);
    await setAsideIfDamaged(options.data.warehouse);
    const former = keptWarehouses(options.data.history)[0]?.path;
    const history = [options.data.warehouse, ...(former === undefined ? [] : [former])];
    const standing = <Document extends { superseded: unknown }>(all: readonly Document[]) =>
      all.filter(({ superseded }) => superseded === null).map(({ superseded: _, ...document }) => document);
    const work = {
      ...({ action: 'rebuild', from: 'empty' } as const),
      input: { documents: standing(intake.documents), lost: standing(intake.lost) },
      registry: await loadNightRegistry(options.registry),
      corrections: intake.corrections,
      prepare: (warehouse: Warehouse) => inheritRuns(warehouse, history),
      begin: (night: Night) => readWhatIsGone(intake, night),
      end: ({ warehouse }: Night) => inheritSightings(warehouse, history),
    };
    return await throughStages(work, options, run);
  } finally {
    lock.release();
  }
}

function requireIntake({ intake }: DataPaths): Intake {
  try {
    const known = loadIntake(intake);
    if (known !== null) return known;
  } catch (error) {
    throw noIntake(intake, '已损坏', 'is damaged', error);
  }
  throw noIntake(intake, '不存在', 'is missing');
}

function noIntake(path: string, zh: string, en: string, cause?: unknown): Trouble {
  return new Trouble(
    `收录记录 ${path} ${zh}，无法由归档重建。收件目录还在的话，运行 duibiao nightly 会重新读取全部文件`,
    `The record of what was taken in, ${path}, ${en}; nothing can be rebuilt. With the inbox, duibiao nightly reads everything again`,
    undefined,
    cause,
  );
}

/** Documents that no longer stand are documents too: who published them then, and what took their place. */
async function readWhatIsGone(intake: Intake, night: Night): Promise<void> {
  const documents = intake.documents.filter(({ superseded }) => superseded !== null);
  const lost = intake.lost.filter(({ superseded }) => superseded !== null);
  await readDocuments({ toRead: documents, toQuarantine: lost, toSupersede: [], present: [] }, night);
  const gone = [
    ...documents.map(({ raw, superseded }) => ({ documentId: raw.documentId, superseded })),
    ...lost.map(({ documentId, superseded }) => ({ documentId, superseded })),
  ];
  for (const { documentId, superseded } of gone) {
    supersede(night.warehouse, { documentId, ...superseded! });
  }
}

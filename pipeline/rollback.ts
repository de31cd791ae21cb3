/**
 * Puts an earlier warehouse back, in one rename like any other publication. Nights go on being computed, but none takes
 * its place before a person has accepted it: what was wrong last night may well be wrong tonight.
 */
import { existsSync } from 'node:fs';
import { type KeptWarehouse, keptWarehouses, warehouseOfRun } from '../warehouse/history.ts';
import { openWorkingCopy } from '../warehouse/publish.ts';
import { finishRun, inheritRuns, startAfterLastRun, startRun } from '../warehouse/runs.ts';
import { writeState } from '../warehouse/state.ts';
import { Trouble } from './exit-status.ts';
import { ROLLED_BACK_TO } from './gates.ts';
import { takeLock } from './lock.ts';
import type { NightlyOptions } from './options.ts';
import { rulesVersion } from './rules-version.ts';
import type { Run } from './run.ts';
import { setAsideIfDamaged } from './set-aside.ts';
import { noteChange, writeBenchmark } from './write-benchmark.ts';

/** `wanted`: number of a run; the newest kept warehouse where null. Returns the run that stands now. Throws a `Trouble` where it is not kept. */
export async function rollback(options: NightlyOptions, wanted: number | null, run: Run): Promise<number> {
  const { data, retention } = options;
  const lock = takeLock(data.lock, run.now);
  try {
    const kept = requireKept(data.history, wanted);
    setAsideIfDamaged(data.warehouse);
    const rules = rulesVersion();
    const copy = await openWorkingCopy(data.warehouse, {
      program: rules.warehouse,
      from: { file: kept.path },
      // The one that goes needs a place too.
      history: { folder: data.history, keep: retention.warehouses + 1 },
    });
    const { warehouse } = copy;
    if (existsSync(data.warehouse)) inheritRuns(warehouse, [data.warehouse]);
    const startedAt = startAfterLastRun(warehouse, run.now());
    const runId = startRun(warehouse, startedAt, 'rollback');
    const night = { options, run, warehouse, rules, startedAt, contentChangedAt: startedAt };
    noteChange(night, true);
    writeState(warehouse, ROLLED_BACK_TO, String(kept.run));
    finishRun(warehouse, runId, {
      finishedAt: run.now().toISOString(),
      state: 'finished',
      documentsSeen: 0,
      documentsRead: 0,
      documentsFailed: 0,
      note: `回退到第 ${kept.run} 次运行之后的数据`,
    });
    await copy.publish();
    for (const { what, message } of await writeBenchmark(night))
      run.progress.line(
        run.say(
          `${what} 没有写成，下一次运行会重写：${message}`,
          `${what} could not be written and is written anew by the next night: ${message}`,
        ),
      );
    return kept.run;
  } finally {
    lock.release();
  }
}

function requireKept(folder: string, wanted: number | null): KeptWarehouse {
  const all = keptWarehouses(folder);
  const kept = wanted === null ? all[0] : warehouseOfRun(folder, wanted);
  if (kept !== undefined) return kept;
  if (all.length === 0)
    throw new Trouble(
      '还没有更早的数据仓库可以回退：发布过两次不同的内容以后才有。现有的保持不变',
      'There is no earlier warehouse yet: the first is kept when another content is published. What is published stays',
    );
  const runs = all.map(({ run }) => run);
  throw new Trouble(
    `没有保留第 ${wanted} 次运行的数据仓库。可以回退到：${runs.join('、')}（见 duibiao status）。现有的保持不变`,
    `No warehouse of run ${wanted} is kept. There are: ${runs.join(', ')} (see duibiao status). What is published stays`,
  );
}

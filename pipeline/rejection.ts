/** The night that was held back, as it lies beside the published warehouse. */
import { existsSync } from 'node:fs';
import { readSqlite } from '../warehouse/connect.ts';
import { rejectedPath } from '../warehouse/publish.ts';
import { readState } from '../warehouse/state.ts';
import { type GateFailure, REJECTED_FOR } from './gates.ts';
import { chosenData } from './load-settings.ts';

export interface Rejection {
  run: number;
  failures: readonly GateFailure[];
}

/** null where no night is held back. */
export async function loadRejection(data: string | undefined): Promise<Rejection | null> {
  const { warehouse } = await chosenData(data);
  const path = rejectedPath(warehouse);
  if (!existsSync(path)) return null;
  try {
    return readSqlite(path, (sqlite) => {
      const reasons = readState({ sqlite }, REJECTED_FOR);
      const run = sqlite.prepare<[], number>('SELECT max(run_id) FROM run_rows').pluck().get() ?? 0;
      return reasons === null ? null : { run, failures: JSON.parse(reasons) as GateFailure[] };
    });
  } catch {
    return null; // Whoever runs the next night hears of it there.
  }
}

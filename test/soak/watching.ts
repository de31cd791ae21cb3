/** An analyst who opens the published warehouse again and again while nights are killed: it must always be a whole one. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';

/** Rows and sums that no half of a night shares with a whole one. */
const STATE = `
  SELECT (SELECT count(*) FROM facts) || ' facts, ' || (SELECT count(*) FROM documents) || ' documents, '
    || (SELECT count(*) || ' observations of ' || total(value) FROM observations) || ', '
    || (SELECT count(*) FROM findings) || ' findings, '
    || (SELECT count(*) || ' metrics of ' || total(value) FROM metrics WHERE status = 'ok')`;
const UNDER_WAY = `SELECT count(*) FROM runs WHERE state = 'running'`;
const MILLISECONDS_BETWEEN_LOOKS = 20;

/** What the warehouse of this data folder says in one line. */
export function stateOf(data: string): string {
  return look(join(data, 'warehouse.db')).state;
}

/** Throws where the file cannot be opened, is not sound, or holds a run that has not ended. */
function look(path: string): { state: string } {
  const sqlite = new BetterSqlite3(path, { readonly: true, fileMustExist: true, timeout: 0 });
  try {
    const soundness = sqlite.pragma('quick_check', { simple: true });
    if (soundness !== 'ok') throw new Error(`quick_check says ${String(soundness)}`);
    if (sqlite.prepare<[], number>(UNDER_WAY).pluck().get() !== 0) throw new Error('a run has not ended');
    return { state: sqlite.prepare<[], string>(STATE).pluck().get()! };
  } finally {
    sqlite.close();
  }
}

export interface Watch {
  /** How often it was looked at; throws what was wrong with what was seen. */
  end(): Promise<number>;
}

/** Looks until `end`. The states are those of whole nights, older before newer; an older one never comes back. */
export function watch(data: string, states: readonly string[]): Watch {
  const path = join(data, 'warehouse.db');
  let isOver = false;
  let wasThere = existsSync(path);
  let newest = 0;
  const watching = (async () => {
    let looks = 0;
    for (; !isOver; await setTimeout(MILLISECONDS_BETWEEN_LOOKS)) {
      if (!wasThere && !existsSync(path)) continue;
      wasThere = true;
      const { state } = look(path);
      const place = states.indexOf(state, newest);
      if (place < 0) throw new Error(`published is ${state}; it should be one of\n${states.join('\n')}`);
      newest = place;
      looks += 1;
    }
    return looks;
  })();
  // Told by `end`; until then the night goes on.
  watching.catch(() => undefined);
  return {
    async end() {
      isOver = true;
      return await watching;
    },
  };
}

/** How the last night went, in one small file: for a monitor that knows nothing of warehouses. */
import { readFileSync } from 'node:fs';
import { writeWhole } from '../sources/whole-file.ts';

/** `attention`: complete, and something in it waits for a person. */
export type HealthState = 'running' | 'ok' | 'attention' | 'rejected' | 'failed' | 'stopped';

export interface Health {
  state: HealthState;
  pid: number;
  startedAt: string;
  finishedAt: string | null;
  /** Start of the last night that was published. */
  lastSuccessAt: string | null;
  message: string | null;
  figures: Readonly<Record<string, number>> | null;
}

/** null where there is none, or none that can be read. */
export function readHealth(path: string): Health | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Health;
  } catch {
    return null;
  }
}

/** A file for monitors is not worth a night: where it cannot be written, the night goes on. */
export function writeHealth(path: string, health: Health): void {
  try {
    writeWhole(path, `${JSON.stringify(health, null, 2)}\n`);
  } catch {
    // The data folder refuses; whatever the night has to write there will say so.
  }
}

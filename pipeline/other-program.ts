/**
 * Programs of others start programs of their own: each is started as a group (`detached`) with a folder to work in, and
 * ended as one.
 */
import { rm } from 'node:fs/promises';

export interface OtherProgram {
  /** Process id of the first of the group. */
  group: number;
  /** Its own, gone with it. */
  folder: string;
}

export async function endProgram({ group, folder }: OtherProgram): Promise<void> {
  endGroup(group);
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Windows knows no groups; there the first must do. */
export function endGroup(leader: number): void {
  try {
    process.kill(process.platform === 'win32' ? leader : -leader, 'SIGKILL');
  } catch {
    // The group is gone already.
    return;
  }
}

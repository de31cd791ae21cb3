/** Files that others read while we write them: whole, or as they were. Throws what writing throws. */
import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning } from './is-running.ts';

export interface WritingOptions {
  /** Waits for the disk: what is written survives a power cut, and cannot be made again. */
  durable?: boolean;
}

export function writeWhole(path: string, content: string | Uint8Array, options: WritingOptions = {}): void {
  const draft = draftOf(path);
  try {
    writeFileSync(draft, content, { flush: options.durable ?? false });
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The same for what writes its file itself: `write` is given the path to write to. */
export async function writeWholeWith(
  path: string,
  write: (draft: string) => Promise<unknown>,
): Promise<void> {
  const draft = draftOf(path);
  try {
    await write(draft);
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Removes what processes that were killed had begun to write in this folder; where there is no folder there is none. */
export function removeAbandonedDrafts(folder: string): void {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  for (const name of readdirSync(folder)) {
    const writer = DRAFT.exec(name)?.[1];
    if (writer !== undefined && !isRunning(Number(writer))) rmSync(join(folder, name), { force: true });
  }
}

/** "benchmark.xlsx.4711.next" */
const DRAFT = /\.(\d+)\.next$/u;

/** Two processes that write the same file do not write into each other's. */
function draftOf(path: string): string {
  return `${path}.${process.pid}.next`;
}

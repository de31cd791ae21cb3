/** Files that others read while we write them: whole, or as they were. Throws what writing throws. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';

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

/** Two processes that write the same file do not write into each other's. */
function draftOf(path: string): string {
  return `${path}.${process.pid}.next`;
}

/**
 * What files of the inbox held when they were last read, told from their size, times and inode: twenty thousand files
 * that nobody touched are not read again every night. The content decides; a stamp is trusted only where the file
 * cannot have changed since it was taken. Deleting the file of stamps costs one night of reading, nothing else.
 */

import type { Stats } from 'node:fs';
import { loadRemembered, nothingBut, saveRemembered } from './remembered.ts';

/** A document that a file is, or that an archive holds. */
export interface StampedDocument {
  sha256: string;
  sourceFile: string;
  relativePath: string;
  byteLength: number;
}

/** size, mtime, ctime, inode. The time of change of the inode moves with every write and cannot be set by a program. */
type Stamp = readonly [size: number, mtimeMs: number, ctimeMs: number, ino: number];

type Known = readonly [Stamp, readonly StampedDocument[]];

/** FAT keeps times to two seconds: a file written within them may be written again without showing it. */
const COARSEST_CLOCK_MS = 2_000;

export interface FileStamps {
  /** What lies in the file, or null where it has to be read. */
  trusted(relativePath: string, stat: Stats): readonly StampedDocument[] | null;
  note(relativePath: string, stat: Stats, documents: readonly StampedDocument[]): void;
  /** Writes what is known of the files looked at tonight, where that is something new. */
  save(): void;
}

/**
 * `rules`: whatever else decides what a file holds, such as a limit of size; under others no stamp is trusted.
 * `startedAt`: files changed later than two seconds before it get no stamp. A file of stamps that is no longer one counts as none.
 */
export function openFileStamps(path: string, rules: string, startedAt: Date): FileStamps {
  const old = loadRemembered<Known>(path, rules);
  const present = nothingBut<Known>({});
  let news = 0;
  const newest = startedAt.getTime() - COARSEST_CLOCK_MS;
  return {
    trusted(relativePath, stat) {
      const known = old[relativePath];
      if (known === undefined || !sameStamp(known[0], stampOf(stat))) return null;
      present[relativePath] = known;
      return known[1];
    },
    note(relativePath, stat, documents) {
      delete present[relativePath];
      if (Math.max(stat.mtimeMs, stat.ctimeMs) >= newest) return;
      present[relativePath] = [stampOf(stat), documents];
      news += 1;
    },
    save() {
      if (news === 0 && Object.keys(present).length === Object.keys(old).length) return;
      saveRemembered(path, rules, present);
    },
  };
}

function stampOf({ size, mtimeMs, ctimeMs, ino }: Stats): Stamp {
  return [size, mtimeMs, ctimeMs, ino];
}

function sameStamp(known: Stamp, present: Stamp): boolean {
  return present.every((part, at) => part === known[at]);
}

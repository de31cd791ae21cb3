/**
 * What archives hold, remembered by their content: the same bytes hold the same files, so an archive that was fetched
 * is unpacked once and not every night. Deleting the file costs one night of unpacking, nothing else.
 */
import type { ArchiveTrouble } from './archive-members.ts';
import { loadRemembered, nothingBut, saveRemembered } from './remembered.ts';

/** Raise it where another program would find other documents in the same bytes of an archive. */
export const UNPACKING_VERSION = '1';

/** Of an archive: its members that are documents, all of them in the archive folder, and what could not be had. */
export interface ArchiveContent {
  members: readonly ArchivedMember[];
  trouble: ArchiveTrouble | null;
}

export interface ArchivedMember {
  sha256: string;
  sourceFile: string;
  /** Path within the archive. */
  name: string;
  byteLength: number;
}

/** What another night, with other programs installed, may fare better with. */
const PASSING: ReadonlySet<string> = new Set(['needs_unpacker', 'archive_broken']);

export interface UnpackedArchives {
  of(sha256: string): ArchiveContent | null;
  note(sha256: string, content: ArchiveContent): void;
  /** Writes what is known of the archives asked for, where that is something new. */
  save(): void;
}

/** `rules`: whatever else decides what an archive holds, such as limits; under others nothing is remembered. */
export function openUnpacked(path: string, rules: string): UnpackedArchives {
  const old = loadRemembered<ArchiveContent>(path, rules);
  const present = nothingBut<ArchiveContent>({});
  let news = 0;
  return {
    of(sha256) {
      const known = present[sha256] ?? old[sha256];
      if (known !== undefined) present[sha256] = known;
      return known ?? null;
    },
    note(sha256, content) {
      if (content.trouble !== null && PASSING.has(content.trouble.code)) return;
      present[sha256] = content;
      news += 1;
    },
    save() {
      if (news === 0 && Object.keys(present).length === Object.keys(old).length) return;
      saveRemembered(path, rules, present);
    },
  };
}

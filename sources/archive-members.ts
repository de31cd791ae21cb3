/** The files in an archive of the inbox are documents of their own, at the path of the archive and their path within it. */
import { createHash } from 'node:crypto';
import { documentIdOf } from './inbox.ts';
import type { RawDocument } from './raw-document.ts';
import { DEFAULT_UNPACK_LIMITS, eachMember, type LostMember } from './unpack.ts';

/** Why an archive was not read, or not wholly. `reason` is for the analyst and names the members. */
export interface ArchiveTrouble {
  code: string;
  reason: string;
}

/** How many lost members are named one by one. */
const NAMED = 3;

/** Hands over every member that could be had; null where that is all of them. `maxBytes` is the limit of any document. */
export function takeMembers(
  archive: RawDocument,
  maxBytes: number,
  take: (document: RawDocument) => void,
): ArchiveTrouble | null {
  const refused: LostMember[] = [];
  let taken = 0;
  const lost = eachMember(archive.bytes, DEFAULT_UNPACK_LIMITS, ({ name, bytes }) => {
    const code = bytes.length === 0 ? 'empty_file' : bytes.length > maxBytes ? 'too_large' : null;
    if (code === null) take(documentOf(archive, name, bytes));
    else refused.push({ name, code, reason: REASONS[code](name) });
    taken++;
  });
  const all = [...lost, ...refused];
  if (all.length === 0 && taken === 0) return { code: 'empty_archive', reason: '压缩包里没有文件' };
  return all.length === 0 ? null : troubleOf(all);
}

const REASONS = {
  empty_file: (name: string) => `“${name}”是 0 字节`,
  too_large: (name: string) => `“${name}”超过大小上限`,
} as const;

function documentOf(archive: RawDocument, name: string, bytes: Uint8Array): RawDocument {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    documentId: documentIdOf(sha256),
    sha256,
    bytes,
    sourceFile: name.slice(name.lastIndexOf('/') + 1),
    relativePath: `${archive.relativePath}/${name}`,
    url: archive.url,
    publishedOn: archive.publishedOn,
  };
}

function troubleOf(lost: readonly LostMember[]): ArchiveTrouble {
  const named = lost.slice(0, NAMED).map(({ reason }) => reason);
  const more = lost.length > NAMED ? `；共 ${lost.length} 个文件没有读到` : '';
  return { code: lost[0]!.code, reason: `${named.join('；')}${more}。压缩包里的其他文件已照常读取` };
}

/** The files in an archive of the inbox are documents of their own, at the path of the archive and their path within it. */
import { createHash } from 'node:crypto';
import { eachForeignMember, findBsdtar, foreignArchive } from './foreign-archive.ts';
import { documentIdOf } from './inbox.ts';
import type { RawDocument } from './raw-document.ts';
import { DEFAULT_UNPACK_LIMITS, eachMember, isArchive, type LostMember, type Member } from './unpack.ts';

/** Why an archive was not read, or not wholly. `reason` is for the analyst and names the members. */
export interface ArchiveTrouble {
  code: string;
  reason: string;
}

/** How many lost members are named one by one. */
const NAMED = 3;

/** How an archive is taken apart. */
export interface Unpacker {
  /** Of any document. */
  maxBytes: number;
  /** Of the archive itself, which RAR and 7z are read from. */
  path: string;
  /** See `findBsdtar`; looked for where it is left out. */
  bsdtar?: string | null;
}

/** Whether bytes are an archive of files, whoever reads it. */
export function holdsFiles(bytes: Uint8Array): boolean {
  return foreignArchive(bytes) !== null || isArchive(bytes);
}

/** Hands over every member that could be had; null where that is all of them. */
export async function takeMembers(
  archive: RawDocument,
  { maxBytes, path, bsdtar }: Unpacker,
  take: (document: RawDocument) => void,
): Promise<ArchiveTrouble | null> {
  const refused: LostMember[] = [];
  let taken = 0;
  const takeOne = ({ name, bytes }: Member) => {
    const code = bytes.length === 0 ? 'empty_file' : bytes.length > maxBytes ? 'too_large' : null;
    if (code === null) take(documentOf(archive, name, bytes));
    else refused.push({ name, code, reason: REASONS[code](name) });
    taken++;
  };
  const kind = foreignArchive(archive.bytes);
  const lost: LostMember[] = [];
  if (kind === null) {
    lost.push(...eachMember(archive.bytes, DEFAULT_UNPACK_LIMITS, takeOne));
  } else {
    const program = bsdtar === undefined ? findBsdtar() : bsdtar;
    const foreign = { kind, path, byteLength: archive.bytes.length };
    const takeNested = (member: Member) => {
      if (isArchive(member.bytes)) lost.push(...eachNested(member, takeOne));
      else takeOne(member);
    };
    lost.push(...(await eachForeignMember(foreign, DEFAULT_UNPACK_LIMITS, program, takeNested)));
  }
  const all = [...lost, ...refused];
  if (all.length === 0 && taken === 0) return { code: 'empty_archive', reason: '压缩包里没有文件' };
  return all.length === 0 ? null : troubleOf(all, taken - refused.length);
}

/** A ZIP within another archive: the last that is opened. */
function eachNested({ name, bytes }: Member, take: (member: Member) => void): LostMember[] {
  return eachMember(bytes, { ...DEFAULT_UNPACK_LIMITS, depth: 1 }, (inner) =>
    take({ ...inner, name: `${name}/${inner.name}` }),
  );
}

const REASONS = {
  empty_file: (name: string) => `“${name}”是空文件（0 字节）`,
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

function troubleOf(lost: readonly LostMember[], taken: number): ArchiveTrouble {
  const named = lost.slice(0, NAMED).map(({ reason }) => reason);
  const more = lost.length > NAMED ? `；共 ${lost.length} 个文件没有读到` : '';
  const others = taken === 0 ? '' : '。压缩包里的其他文件已照常读取';
  return { code: lost[0]!.code, reason: `${named.join('；')}${more}${others}` };
}

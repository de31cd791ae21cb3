/**
 * What is inside an archive, under limits: a file of 40 kB may unfold into terabytes, name its members
 * `../../etc/passwd`, or hold itself. Nothing is written anywhere; a member is a name and bytes.
 */
import { Inflate } from 'fflate';
import { crc32 } from './crc32.ts';
import { packedBytes, readZipDirectory, type ZipEntry, ZipRefused } from './zip-directory.ts';

export interface UnpackLimits {
  /** Members of one archive, folders included. */
  entries: number;
  /** Bytes of all members together once unpacked, nested archives included. */
  inflatedBytes: number;
  /** Unpacked bytes per packed byte of one member; below `ratioFrom` unpacked bytes nobody asks. */
  ratio: number;
  ratioFrom: number;
  /** Archives inside archives: 1 reads no archive within the archive. */
  depth: number;
}

/**
 * Offices publish some dozens of files of a few megabytes in an archive. XML packs at most 1:30 and blank
 * spreadsheets 1:100; deflate itself ends at 1:1032, which only bombs reach.
 */
export const DEFAULT_UNPACK_LIMITS: UnpackLimits = {
  entries: 2_000,
  inflatedBytes: 500_000_000,
  ratio: 250,
  ratioFrom: 4_000_000,
  depth: 2,
};

export interface Member {
  /** Path inside the archive, safe to show and to join: no `..`, no drive, no leading `/`. */
  name: string;
  bytes: Uint8Array;
}

export interface LostMember {
  name: string;
  code: string;
  reason: string;
}

export interface Unpacked {
  members: Member[];
  /** Members that could not be had, each with its reason; the archive itself under the name ''. */
  lost: LostMember[];
}

/** macOS and Windows put these beside the documents. */
const BYPRODUCT = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$|~\$)/i;
const ZIP_SIGNATURES: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];
/** Where Office, ODF and OFD say that the ZIP is one document. */
const DOCUMENT_PARTS = new Set([
  '[Content_Types].xml',
  'OFD.xml',
  'META-INF/manifest.xml',
  'mimetype',
  'word/document.xml',
  'xl/workbook.xml',
]);
/** A ZIP directory cannot name more. */
const MOST_ENTRIES = 65_535;
const DEFLATED = 8;
const STORED = 0;
/** How much is inflated before the limits are asked again. */
const PIECE_BYTES = 1 << 16;

/** Whether bytes are an archive of files, not one of the document formats that are packed as ZIP. */
export function isArchive(bytes: Uint8Array): boolean {
  if (!ZIP_SIGNATURES.some((signature) => signature.every((byte, at) => bytes[at] === byte))) return false;
  try {
    return !readZipDirectory(bytes, MOST_ENTRIES).some(({ name }) => DOCUMENT_PARTS.has(name));
  } catch (error) {
    if (error instanceof ZipRefused) return false;
    throw error;
  }
}

/** All members at once, for the parts of one document; never throws for what the archive contains. */
export function unpack(bytes: Uint8Array, limits: UnpackLimits = DEFAULT_UNPACK_LIMITS): Unpacked {
  const members: Member[] = [];
  return { members, lost: eachMember(bytes, { ...limits, depth: 0 }, (member) => members.push(member)) };
}

/**
 * Hands over the members one by one in the order of the directory, those of archives within the archive too, and
 * answers with what could not be had. Only one member is in memory at a time.
 */
export function eachMember(
  bytes: Uint8Array,
  limits: UnpackLimits,
  take: (member: Member) => void,
): LostMember[] {
  const unpacking: Unpacking = {
    limits,
    budget: { bytes: limits.inflatedBytes },
    names: new Set(),
    lost: [],
    take,
  };
  unpackInto(bytes, '', 1, unpacking);
  return unpacking.lost;
}

interface Unpacking {
  limits: UnpackLimits;
  budget: { bytes: number };
  names: Set<string>;
  lost: LostMember[];
  take: (member: Member) => void;
}

function unpackInto(bytes: Uint8Array, folder: string, depth: number, unpacking: Unpacking): void {
  const { limits, budget, lost } = unpacking;
  try {
    for (const entry of readZipDirectory(bytes, limits.entries)) {
      if (entry.isFolder || BYPRODUCT.test(entry.name)) continue;
      const name = folder + safeName(entry.name);
      try {
        takeMember({ name, bytes: inflate(bytes, entry, limits, budget) }, depth, unpacking);
      } catch (error) {
        lost.push(lostBecause(name, error));
      }
    }
  } catch (error) {
    lost.push(lostBecause(folder.replace(/\/$/, ''), error));
  }
}

/** Depth 0 asks for the members as they are, whatever they hold. */
function takeMember(member: Member, depth: number, unpacking: Unpacking): void {
  const { limits, names, take } = unpacking;
  if (limits.depth === 0 || !isArchive(member.bytes)) {
    take({ ...member, name: freeName(member.name, names) });
    return;
  }
  if (depth >= limits.depth)
    throw new ZipRefused(
      'zip_too_deep',
      `“${member.name}”是第 ${depth + 1} 层压缩包，没有解开：请解压后重新放入`,
    );
  unpackInto(member.bytes, `${member.name}/`, depth + 1, unpacking);
}

/** Two members of one name are two documents at two paths. */
function freeName(name: string, names: Set<string>): string {
  let free = name;
  for (let copy = 2; names.has(free); copy++) free = `${name}~${copy}`;
  names.add(free);
  return free;
}

/** Bytes of one member. `budget` is what may still be unpacked of the whole archive, and is charged. */
export function inflate(
  bytes: Uint8Array,
  entry: ZipEntry,
  limits: UnpackLimits,
  budget: { bytes: number },
): Uint8Array {
  if (entry.isEncrypted)
    throw new ZipRefused('encrypted', `“${entry.name}”有密码，无法读取：请解密后重新放入`);
  if (entry.method !== STORED && entry.method !== DEFLATED)
    throw new ZipRefused(
      'zip_method',
      `“${entry.name}”的压缩方法（${entry.method}）无法解开：请解压后重新放入`,
    );
  const packed = packedBytes(bytes, entry);
  const most = Math.min(budget.bytes, Math.max(limits.ratioFrom, packed.length * limits.ratio));
  if (entry.size > most) throw bomb(entry, entry.size);
  const content = entry.method === STORED ? packed.slice() : inflateUpTo(packed, entry, most);
  budget.bytes -= content.length;
  if (content.length !== entry.size || crc32(content) !== entry.crc32)
    throw new ZipRefused('zip_member_damaged', `“${entry.name}”与校验值不符，内容已损坏：请重新下载`);
  return content;
}

function inflateUpTo(packed: Uint8Array, entry: ZipEntry, most: number): Uint8Array {
  const content = new Uint8Array(entry.size);
  let length = 0;
  const inflater = new Inflate((piece) => {
    if (length + piece.length > most) throw bomb(entry, length + piece.length);
    if (length + piece.length <= content.length) content.set(piece, length);
    length += piece.length;
  });
  try {
    for (let at = 0; at < packed.length; at += PIECE_BYTES)
      inflater.push(packed.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= packed.length);
  } catch (error) {
    if (error instanceof ZipRefused) throw error;
    throw new ZipRefused('zip_member_damaged', `“${entry.name}”无法解开，内容已损坏：请重新下载`);
  }
  return length === content.length ? content : new Uint8Array(0);
}

/** A path that stays below the archive whatever it says: "../../a.xls" and "C:\a.xls" become "a.xls". */
export function safeName(name: string): string {
  const parts = name
    .replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[a-z]:$/i.test(part));
  return parts.join('/') || '无名文件';
}

function bomb(entry: ZipEntry, size: number): ZipRefused {
  return new ZipRefused(
    'zip_bomb',
    `“${entry.name}”从 ${entry.packedSize} 字节展开到 ${size} 字节以上，超过上限，疑为压缩炸弹，没有读取`,
  );
}

function lostBecause(name: string, error: unknown): LostMember {
  if (error instanceof ZipRefused) return { name, code: error.code, reason: error.message };
  throw error;
}

/**
 * The table of contents at the end of a ZIP file, read before anything is unpacked: names, sizes and places of
 * all members. What it claims is checked against the bytes; the local headers are not believed.
 */
import { utf8OrGb18030 } from './decode-text.ts';

export interface ZipEntry {
  /** With `/` between folders, as stored; may be hostile (`../../etc/passwd`). */
  name: string;
  isFolder: boolean;
  isEncrypted: boolean;
  /** 0 stored, 8 deflated. */
  method: number;
  crc32: number;
  packedSize: number;
  /** What the directory claims; a bomb may lie. */
  size: number;
  /** Where the local header begins. */
  offset: number;
}

/** Why a ZIP file cannot be unpacked; `reason` is for the analyst. */
export class ZipRefused extends Error {
  readonly code: string;
  constructor(code: string, reason: string) {
    super(reason);
    this.name = 'ZipRefused';
    this.code = code;
  }
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
/** The comment behind the end record may be this long. */
const LONGEST_COMMENT = 0xffff;
const FLAG_ENCRYPTED = 0x1;
const FLAG_UTF8 = 0x800;
/** Stands where the real number is in a 64-bit extension: only archives beyond 4 GB need it. */
const SEE_ZIP64 = 0xffffffff;

/** Entries in the order of the directory; throws ZipRefused (`zip_broken`, `zip_too_many_entries`, `zip_overlapping`). */
export function readZipDirectory(bytes: Uint8Array, mostEntries: number): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > mostEntries)
    throw new ZipRefused('zip_too_many_entries', `压缩包里有 ${count} 个文件，超过 ${mostEntries} 个的上限`);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw broken('目录残缺');
    const nameLength = view.getUint16(at + 28, true);
    entries.push(entryAt(bytes, view, at, nameLength));
    at += ENTRY_BYTES + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  refuseOverlaps(entries);
  return entries;
}

function entryAt(bytes: Uint8Array, view: DataView, at: number, nameLength: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const stored = bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength);
  const name = decodeName(stored, (flags & FLAG_UTF8) !== 0).replaceAll('\\', '/');
  const [packedSize, size, offset] = [20, 24, 42].map((field) => view.getUint32(at + field, true));
  if ([packedSize, size, offset].includes(SEE_ZIP64)) throw broken('使用了 ZIP64 扩展');
  return {
    name,
    isFolder: name.endsWith('/'),
    isEncrypted: (flags & FLAG_ENCRYPTED) !== 0,
    method: view.getUint16(at + 10, true),
    crc32: view.getUint32(at + 16, true),
    packedSize: packedSize!,
    size: size!,
    offset: offset!,
  };
}

/** The packed bytes of a member, still deflated. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset } = entry;
  if (offset + LOCAL_BYTES > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER)
    throw broken(`“${entry.name}”的内容不在目录所说的位置`);
  const start = offset + LOCAL_BYTES + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + entry.packedSize > bytes.length) throw broken(`“${entry.name}”的内容残缺`);
  return bytes.subarray(start, start + entry.packedSize);
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= first; at--)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  throw broken('找不到目录');
}

/** Members that share bytes are the trick by which a small archive unfolds into terabytes. */
function refuseOverlaps(entries: readonly ZipEntry[]): void {
  const inOrder = [...entries].sort((a, b) => a.offset - b.offset);
  for (const [index, entry] of inOrder.entries()) {
    const next = inOrder[index + 1];
    if (next !== undefined && entry.offset + LOCAL_BYTES + entry.packedSize > next.offset)
      throw new ZipRefused('zip_overlapping', '压缩包里的文件互相重叠，是恶意构造的压缩包，没有解开');
  }
}

/** Chinese Windows writes names in GBK and does not say so; whoever writes UTF-8 without saying so is told by its form. */
function decodeName(stored: Uint8Array, saysUtf8: boolean): string {
  return saysUtf8 ? new TextDecoder().decode(stored) : utf8OrGb18030(stored);
}

function broken(what: string): ZipRefused {
  return new ZipRefused('zip_broken', `压缩包损坏（${what}），请重新下载`);
}

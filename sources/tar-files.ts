/** The files of a tar stream, one at a time: what an unpacking program hands over without writing anything to disk. */

/** The stream is no tar, or ends in the middle. */
export class TarBroken extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'TarBroken';
  }
}

export interface TarFile {
  /** As stored; nothing about it is safe. */
  name: string;
  /** Announced; asked before `bytes` are waited for. */
  size: number;
  bytes(): Promise<Uint8Array>;
}

const BLOCK = 512;
/** Of POSIX 1003.1-2001: extended headers of the next file, and of all files. */
const NEXT_HEADER = 'x';
const REGULAR = new Set(['0', '\0', '7']);
/** Path and times of one file; more is no header. */
const MOST_HEADER_BYTES = 1_000_000;
// "25 path=预算/甲.txt\n"
const RECORD = /^(\d+) ([^=]+)=/;

/** Folders, links and devices are passed over. Throws `TarBroken`, and what the stream throws. */
export async function* tarFiles(stream: AsyncIterable<Uint8Array>): AsyncGenerator<TarFile> {
  const input = takeFrom(stream);
  let extended: Readonly<Record<string, string>> = {};
  for (let header = await input.upTo(BLOCK); header.length > 0; header = await input.upTo(BLOCK)) {
    if (header.length < BLOCK) throw new TarBroken('ends in a header');
    if (header.every((byte) => byte === 0)) return;
    const { name, type, size: printed } = readHeader(header);
    const size = extended.size === undefined ? printed : Number(extended.size);
    const rest = { left: size + ((BLOCK - (size % BLOCK)) % BLOCK) };
    if (type === NEXT_HEADER) {
      if (size > MOST_HEADER_BYTES) throw new TarBroken('a header of this size');
      extended = readRecords((await input.exactly(size, rest)).subarray(0, size));
    } else if (REGULAR.has(type)) {
      yield { name: extended.path ?? name, size, bytes: () => input.exactly(size, rest) };
    }
    await input.skip(rest.left);
    if (type !== NEXT_HEADER) extended = {};
  }
}

function readHeader(header: Uint8Array): { name: string; type: string; size: number } {
  const text = (from: number, to: number) =>
    new TextDecoder().decode(header.subarray(from, to)).replace(/\0.*$/s, '');
  const size = sizeIn(header.subarray(124, 136));
  const prefix = text(257, 262) === 'ustar' ? text(345, 500) : '';
  return {
    name: `${prefix === '' ? '' : `${prefix}/`}${text(0, 100)}`,
    type: String.fromCharCode(header[156]!),
    size,
  };
}

/** Octal digits; GNU writes what does not fit as a binary number. */
function sizeIn(field: Uint8Array): number {
  const isBinary = (field[0]! & 0x80) !== 0;
  const size = isBinary
    ? field.subarray(4).reduce((sum, byte) => sum * 256 + byte, 0)
    : Number.parseInt(new TextDecoder('latin1').decode(field).replace(/\0.*$/s, '').trim() || '0', 8);
  if (!Number.isSafeInteger(size) || size < 0) throw new TarBroken('a size that is no number');
  return size;
}

function readRecords(bytes: Uint8Array): Record<string, string> {
  const records: Record<string, string> = {};
  for (let at = 0; at < bytes.length; ) {
    const head = RECORD.exec(new TextDecoder('latin1').decode(bytes.subarray(at, at + 200)));
    const length = Number(head?.[1] ?? 0);
    if (head === null || length <= head[0].length || at + length > bytes.length)
      throw new TarBroken('a header record that is none');
    records[head[2]!] = new TextDecoder().decode(bytes.subarray(at + head[0].length, at + length - 1));
    at += length;
  }
  return records;
}

interface Rest {
  left: number;
}

/** Bytes of a stream by number, whatever the pieces in which they come. */
function takeFrom(stream: AsyncIterable<Uint8Array>) {
  const pieces = stream[Symbol.asyncIterator]();
  let piece: Uint8Array = new Uint8Array();
  const next = async (most: number): Promise<Uint8Array | null> => {
    while (piece.length === 0) {
      const { value, done } = await pieces.next();
      if (done === true) return null;
      piece = value;
    }
    const taken = piece.subarray(0, most);
    piece = piece.subarray(taken.length);
    return taken;
  };
  const upTo = async (count: number): Promise<Uint8Array> => {
    const bytes = new Uint8Array(count);
    let length = 0;
    while (length < count) {
      const taken = await next(count - length);
      if (taken === null) break;
      bytes.set(taken, length);
      length += taken.length;
    }
    return bytes.subarray(0, length);
  };
  return {
    upTo,
    async exactly(count: number, rest: Rest): Promise<Uint8Array> {
      const bytes = await upTo(count);
      if (bytes.length < count) throw new TarBroken('ends in a file');
      rest.left -= count;
      return bytes;
    },
    async skip(count: number): Promise<void> {
      for (let left = count; left > 0; ) {
        const taken = await next(left);
        if (taken === null) throw new TarBroken('ends in a file');
        left -= taken.length;
      }
    },
  };
}

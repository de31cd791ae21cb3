/** The few questions asked of a file system, so that a test can let any of them fail. */
import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';

export interface InboxFiles {
  /** Names as bytes: archives unpacked from Windows leave names in GBK, which no UTF-8 string can open. */
  names(folder: Buffer): Buffer[];
  stat(path: Buffer): Stats;
  realPath(path: Buffer): Buffer;
  read(path: Buffer): Uint8Array;
  /** Hands the content over piece by piece, for files that must not be held whole. */
  readPieces(path: Buffer, take: (piece: Uint8Array) => void): void;
}

const PIECE_BYTES = 1 << 20;

export const localFiles: InboxFiles = {
  names: (folder) => readdirSync(folder, { encoding: 'buffer' }),
  stat: (path) => statSync(path),
  realPath: (path) => realpathSync.native(path, { encoding: 'buffer' }),
  read: (path) => readFileSync(path),
  readPieces(path, take) {
    const handle = openSync(path, 'r');
    try {
      const piece = Buffer.alloc(Math.min(PIECE_BYTES, Math.max(1, fstatSync(handle).size)));
      for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece)) {
        take(piece.subarray(0, read));
      }
    } finally {
      closeSync(handle);
    }
  },
};

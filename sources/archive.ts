/**
 * The published bytes, kept for good: `ab/abcdef….pdf`, named by their SHA-256, written once and never rewritten.
 * A figure is challenged years later; the page it came from must still be there, unchanged.
 */
import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { RawDocument } from './raw-document.ts';

/** The bytes in the archive are no longer the bytes that were put there. */
export class ArchiveDamaged extends Error {
  constructor(path: string) {
    super(
      `归档文件已损坏，内容与其哈希值不符：${path}。请删除它后再运行：原文件还在收件目录或网站上的会重新取得，不在的请放回收件目录`,
    );
    this.name = 'ArchiveDamaged';
  }
}

// `.PDF` and `.pdf` are one format; anything longer or stranger is not a file format.
const EXTENSION = /^\.[a-z0-9]{1,8}$/;

/** Path below the archive folder, with `/` between its parts. */
export function archivePathOf(raw: Pick<RawDocument, 'sha256' | 'sourceFile'>): string {
  const extension = extname(raw.sourceFile).toLowerCase();
  return `${raw.sha256.slice(0, 2)}/${raw.sha256}${EXTENSION.test(extension) ? extension : ''}`;
}

/** Keeps the bytes of `raw` below `folder` and says where. A second call with the same bytes writes nothing. */
export function archive(folder: string, raw: RawDocument): string {
  const relativePath = archivePathOf(raw);
  const path = join(folder, relativePath);
  if (!existsSync(path)) writeDurably(path, raw.bytes);
  return relativePath;
}

/** The same without waiting for the disk: files that are kept at the same time are confirmed together. */
export async function archiveSoon(folder: string, raw: RawDocument): Promise<string> {
  const relativePath = archivePathOf(raw);
  const path = join(folder, relativePath);
  if (existsSync(path)) return relativePath;
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const handle = await open(temporary, 'wx', 0o444);
    try {
      await handle.writeFile(raw.bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  await syncFolderSoon(dirname(path));
  return relativePath;
}

async function syncFolderSoon(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    return;
  }
}

/** Whether a file stands there; `readArchived` says whether it is still what was put there. */
export function isArchived(folder: string, raw: Pick<RawDocument, 'sha256' | 'sourceFile'>): boolean {
  return existsSync(join(folder, archivePathOf(raw)));
}

/** The bytes that were archived, or `ArchiveDamaged` where they are not what their name says. */
export function readArchived(folder: string, raw: Pick<RawDocument, 'sha256' | 'sourceFile'>): Uint8Array {
  const path = join(folder, archivePathOf(raw));
  const bytes = readFileSync(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== raw.sha256) throw new ArchiveDamaged(path);
  return bytes;
}

/** Whole or not at all: a process killed here leaves a temporary name that nobody reads. */
function writeDurably(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const handle = openSync(temporary, 'wx', 0o444);
    try {
      writeAll(handle, bytes);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

function writeAll(handle: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(handle, bytes, written, bytes.length - written);
}

/** The new name itself must survive a power cut; not every file system lets a folder be synced. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    return;
  }
}

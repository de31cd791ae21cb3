/**
 * What lies in a folder of published reports: every file below it, in one order whatever the file system says.
 * A file that cannot be obtained is an answer with a reason, never an exception: it is shown like any other document.
 */
import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { utf8OrGb18030 } from './decode-text.ts';
import { type InboxFiles, localFiles } from './inbox-files.ts';
import type { RawDocument } from './raw-document.ts';

export interface InboxFile {
  path: Buffer;
  /** Path below the inbox with `/` between folders. */
  relativePath: string;
  /** Last part of the path. */
  sourceFile: string;
}

export const TROUBLE_REASONS = {
  empty_file: '文件是 0 字节：请重新下载',
  too_large: '文件超过大小上限，没有读取：请拆分，或用 --max-megabytes 放宽上限',
  not_permitted: '没有读取权限：请修改文件权限后再运行',
  vanished: '列出目录之后文件不见了：请确认没有别的程序在移动它',
  still_changing: '读取时文件还在变化（可能正在复制）：请等复制完成后再运行',
  symlink_loop: '符号链接绕回了自己：请删除这个链接',
  broken_link: '符号链接指向的文件不存在：请删除或修正这个链接',
  not_a_file: '不是普通文件（管道、套接字或设备）：请移出目录',
  cannot_read: '读取文件时出错：请检查磁盘或网络共享',
} as const;
export type TroubleCode = keyof typeof TROUBLE_REASONS;

/** A path that gave no document, and why. `sha256` and `bytes` only where they could be found out. */
export interface InboxTrouble {
  relativePath: string;
  sourceFile: string;
  code: TroubleCode;
  reason: string;
  sha256: string | null;
  bytes: number | null;
}

export interface InboxListing {
  files: InboxFile[];
  troubles: InboxTrouble[];
}

export interface ListOptions {
  /** Real paths of folders and files that are not part of the inbox, such as the data folder inside it. */
  skip?: readonly string[];
  files?: InboxFiles;
}

/** Every file below `root`, sorted by relative path; names that begin with a dot are not looked at. */
export function listInbox(root: string, options: ListOptions = {}): InboxListing {
  const files = options.files ?? localFiles;
  const walk: Walk = {
    files,
    skip: new Set((options.skip ?? []).map((path) => asKey(Buffer.from(path)))),
    seen: new Set(),
    listing: { files: [], troubles: [] },
  };
  listFolder(Buffer.from(root), '', walk);
  walk.listing.files.sort(byRelativePath);
  walk.listing.troubles.sort(byRelativePath);
  return walk.listing;
}

interface Walk {
  files: InboxFiles;
  skip: Set<string>;
  /** Real paths of the folders already listed: a link back to one of them would never end. */
  seen: Set<string>;
  listing: InboxListing;
}

function listFolder(folder: Buffer, relativePath: string, walk: Walk): void {
  const here = { relativePath: relativePath || '.', sourceFile: lastPart(relativePath) || '.' };
  try {
    const realPath = asKey(walk.files.realPath(folder));
    if (walk.skip.has(realPath)) return;
    if (walk.seen.has(realPath)) {
      walk.listing.troubles.push(trouble(here, 'symlink_loop'));
      return;
    }
    walk.seen.add(realPath);
    for (const name of sortedNames(walk.files.names(folder))) {
      if (name.text.startsWith('.')) continue;
      listEntry(
        Buffer.concat([folder, Buffer.from('/'), name.bytes]),
        relativePath ? `${relativePath}/${name.text}` : name.text,
        walk,
      );
    }
  } catch (error) {
    walk.listing.troubles.push(troubleOf(here, error));
  }
}

/** One character a byte: a path that is no UTF-8 keeps its identity. */
function asKey(path: Buffer): string {
  return path.toString('latin1');
}

function listEntry(path: Buffer, relativePath: string, walk: Walk): void {
  const file: InboxFile = { path, relativePath, sourceFile: lastPart(relativePath) };
  let stat: Stats;
  try {
    stat = walk.files.stat(path);
    if (walk.skip.has(asKey(walk.files.realPath(path)))) return;
  } catch (error) {
    // A path that was listed a moment ago and now answers "does not exist" is a link without a target.
    const code = codeOf(error) === 'vanished' ? 'broken_link' : codeOf(error);
    walk.listing.troubles.push(trouble(file, code, error));
    return;
  }
  if (stat.isDirectory()) listFolder(path, relativePath, walk);
  else if (stat.isFile()) walk.listing.files.push(file);
  else walk.listing.troubles.push(trouble(file, 'not_a_file'));
}

export interface ObtainLimits {
  maxBytes: number;
}

/** The bytes of one file of the inbox, or why there are none. Its size is asked before it is read. */
export function obtain(
  file: InboxFile,
  limits: ObtainLimits,
  files: InboxFiles = localFiles,
): RawDocument | InboxTrouble {
  try {
    const before = files.stat(file.path);
    if (before.size > limits.maxBytes) return tooLarge(file, before.size, files);
    const bytes = files.read(file.path);
    const after = files.stat(file.path);
    if (bytes.length !== before.size || after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
      return trouble(file, 'still_changing');
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (bytes.length === 0) return { ...trouble(file, 'empty_file'), sha256, bytes: 0 };
    return {
      documentId: documentIdOf(sha256),
      sha256,
      bytes,
      sourceFile: file.sourceFile,
      relativePath: file.relativePath,
      url: null,
      publishedOn: null,
    };
  } catch (error) {
    return troubleOf(file, error);
  }
}

export function isTrouble(obtained: RawDocument | InboxTrouble): obtained is InboxTrouble {
  return 'code' in obtained;
}

/** The same bytes are the same document. */
export function documentIdOf(sha256: string): string {
  return `d-${sha256.slice(0, 16)}`;
}

/** A path that yields no bytes is a document too; it is known by what it is called. */
export function documentIdOfPath(relativePath: string, code: string): string {
  return documentIdOf(createHash('sha256').update(`${code}\0${relativePath}`).digest('hex'));
}

function tooLarge(file: InboxFile, bytes: number, files: InboxFiles): InboxTrouble {
  const hash = createHash('sha256');
  files.readPieces(file.path, (piece) => hash.update(piece));
  return { ...trouble(file, 'too_large'), sha256: hash.digest('hex'), bytes };
}

type Named = Pick<InboxTrouble, 'relativePath' | 'sourceFile'>;

function trouble(named: Named, code: TroubleCode, error?: unknown): InboxTrouble {
  const system = code === 'cannot_read' ? systemCode(error) : null;
  return {
    relativePath: named.relativePath,
    sourceFile: named.sourceFile,
    code,
    reason: system === null ? TROUBLE_REASONS[code] : `${TROUBLE_REASONS[code]}（${system}）`,
    sha256: null,
    bytes: null,
  };
}

function troubleOf(named: Named, error: unknown): InboxTrouble {
  return trouble(named, codeOf(error), error);
}

const CODE_OF_SYSTEM_ERROR: Readonly<Record<string, TroubleCode>> = {
  EACCES: 'not_permitted',
  EPERM: 'not_permitted',
  ENOENT: 'vanished',
  ESTALE: 'vanished',
  ENOTDIR: 'vanished',
  EISDIR: 'vanished',
  ELOOP: 'symlink_loop',
};

/** Only what the system answers is a trouble of the file; anything else is our own mistake and is thrown on. */
function codeOf(error: unknown): TroubleCode {
  const system = systemCode(error);
  if (system === null) throw error;
  return CODE_OF_SYSTEM_ERROR[system] ?? 'cannot_read';
}

function systemCode(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : null;
}

function sortedNames(names: Buffer[]): { bytes: Buffer; text: string }[] {
  return names
    .map((bytes) => ({ bytes, text: utf8OrGb18030(bytes) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : Buffer.compare(a.bytes, b.bytes)));
}

/** By code unit, not by locale: the order is the same on every machine. */
function byRelativePath(a: Named, b: Named): number {
  return a.relativePath < b.relativePath ? -1 : a.relativePath > b.relativePath ? 1 : 0;
}

function lastPart(relativePath: string): string {
  return relativePath.slice(relativePath.lastIndexOf('/') + 1);
}

/**
 * RAR and 7z, which bureaus use beside ZIP. No library here reads them, so bsdtar (libarchive) does where it is
 * installed: it turns the archive into a tar stream, which is taken apart under the limits of any other archive.
 * Nothing is written to disk, and a name in the archive is never a path.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { programOnPath } from './program-on-path.ts';
import { TarBroken, tarFiles } from './tar-files.ts';
import { type LostMember, type Member, safeName, type UnpackLimits } from './unpack.ts';

const ascii = (text: string) => [...text].map((character) => character.charCodeAt(0));
const SIGNATURES: readonly (readonly [kind: 'RAR' | '7z', bytes: readonly number[]])[] = [
  ['RAR', ascii('Rar!\x1a\x07')],
  ['7z', ascii('7z\xbc\xaf\x27\x1c')],
];

/** By the first bytes; null for anything else. */
export function foreignArchive(bytes: Uint8Array): 'RAR' | '7z' | null {
  return SIGNATURES.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte))?.[0] ?? null;
}

/** macOS calls its tar bsdtar too; the tar of Windows is one under its plain name. */
const PROGRAMS = process.platform === 'win32' ? ['bsdtar.exe', 'tar.exe'] : ['bsdtar'];
const BSDTAR = /\bbsdtar\b/;
export const INSTALL_BSDTAR = 'apt-get install libarchive-tools';
/** 500 MB of XZ unpack in half a minute on a slow core. */
const MOST_SECONDS = 180;
/** What it says of its troubles is told in one line. */
const MOST_WORDS = 300;
// "Encryption is not supported", "Passphrase required for this entry"
const ENCRYPTED = /encrypt|passphrase|password/i;

export function findBsdtar(path: string = process.env.PATH ?? ''): string | null {
  return programOnPath(PROGRAMS, path, isBsdtar);
}

function isBsdtar(program: string): boolean {
  if (!program.endsWith('tar.exe') || program.endsWith('bsdtar.exe')) return true;
  return BSDTAR.test(spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout ?? '');
}

export interface ForeignArchive {
  /** Where it lies. */
  path: string;
  kind: 'RAR' | '7z';
  byteLength: number;
}

/**
 * Hands over the members one by one and answers with what could not be had, as `eachMember` does for ZIP.
 * `program`: null where none is installed. Never throws for what the archive holds.
 */
export async function eachForeignMember(
  archive: ForeignArchive,
  limits: UnpackLimits,
  program: string | null,
  take: (member: Member) => void,
): Promise<LostMember[]> {
  if (program === null) return [needsUnpacker(archive.kind)];
  const child = spawn(program, ['-c', '-f', '-', '--format', 'pax', `@${archive.path}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: MOST_SECONDS * 1000,
    killSignal: 'SIGKILL',
    env: { LC_ALL: 'C.UTF-8', PATH: process.env.PATH ?? '' },
  });
  const ended = endOf(child);
  try {
    await takeFiles(child, archive, limits, take);
    const { status, words } = await ended;
    return status === 0 ? [] : [refused(archive.kind, words)];
  } catch (error) {
    child.kill('SIGKILL');
    const { words } = await ended;
    if (error instanceof BeyondLimits) return [{ name: '', code: error.code, reason: error.message }];
    if (error instanceof TarBroken) return [refused(archive.kind, words)];
    throw error;
  }
}

class BeyondLimits extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

async function takeFiles(
  child: ChildProcess,
  archive: ForeignArchive,
  limits: UnpackLimits,
  take: (member: Member) => void,
): Promise<void> {
  const most = Math.min(limits.inflatedBytes, Math.max(limits.ratioFrom, archive.byteLength * limits.ratio));
  const names = new Set<string>();
  let bytes = 0;
  for await (const file of tarFiles(child.stdout!)) {
    if (names.size >= limits.entries)
      throw new BeyondLimits('zip_too_many_entries', `压缩包里的文件超过 ${limits.entries} 个的上限`);
    bytes += file.size;
    if (bytes > most)
      throw new BeyondLimits(
        'zip_bomb',
        `${archive.kind} 压缩包从 ${archive.byteLength} 字节展开到 ${bytes} 字节以上，超过上限，疑为压缩炸弹，没有读取其余文件`,
      );
    take({ name: freeName(safeName(file.name), names), bytes: await file.bytes() });
  }
}

/** Two members of one name are two documents at two paths. */
function freeName(name: string, names: Set<string>): string {
  let free = name;
  for (let copy = 2; names.has(free); copy++) free = `${name}~${copy}`;
  names.add(free);
  return free;
}

interface Ended {
  status: number | null;
  words: string;
}

/** A program that cannot be started ends like one that failed. */
function endOf(child: ChildProcess): Promise<Ended> {
  let words = '';
  child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
    if (words.length < MOST_WORDS) words += piece;
  });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ status: null, words: error.message }));
    child.once('close', (status) => resolve({ status, words }));
  });
}

function needsUnpacker(kind: string): LostMember {
  return {
    name: '',
    code: 'needs_unpacker',
    reason: `${kind} 压缩包要用 bsdtar 解开，这台机器上没有：请安装（${INSTALL_BSDTAR}），下一次运行会自动读取；或解压后把其中的文件放入`,
  };
}

function refused(kind: string, words: string): LostMember {
  if (ENCRYPTED.test(words))
    return { name: '', code: 'encrypted', reason: `${kind} 压缩包有密码，无法读取：请解密后重新放入` };
  const said = words.replace(/\s+/g, ' ').trim().slice(0, MOST_WORDS) || '没有说明原因';
  return {
    name: '',
    code: 'archive_broken',
    reason: `${kind} 压缩包没能全部解开，可能已损坏（bsdtar：${said}）：请重新下载，或解压后把其中的文件放入`,
  };
}

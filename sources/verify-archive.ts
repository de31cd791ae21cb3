/** Whether the archive still holds what was put into it: every file is hashed again and held against its name. */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { archivePathOf } from './archive.ts';
import { OriginsDamaged, openOrigins } from './origins.ts';

export interface ArchiveDamage {
  /** Below the archive folder. */
  path: string;
  code: 'changed' | 'missing' | 'not_readable' | 'stranger' | 'ledger_damaged';
  /** Chinese. */
  message: string;
}

export interface ArchiveReport {
  files: number;
  bytes: number;
  damages: readonly ArchiveDamage[];
}

/** A document that should be there. */
export interface Expected {
  sha256: string;
  sourceFile: string;
}

// ab/ab…64 digits.pdf
const ARCHIVED = /^([0-9a-f]{2})\/((?:\1)[0-9a-f]{62})(?:\.[a-z0-9]{1,8})?$/;
/** A process that was killed left these; nobody reads them. */
const TEMPORARY = /\.tmp$/;
const LEDGER = 'origins.jsonl';

/** `expected`: documents of the warehouse. Those that the ledger of origins names are expected too. */
export function verifyArchive(
  folder: string,
  expected: readonly Expected[],
  checked: (path: string) => void = () => undefined,
): ArchiveReport {
  const damages: ArchiveDamage[] = [];
  let bytes = 0;
  const paths = filesBelow(folder).filter((path) => path !== LEDGER && !TEMPORARY.test(path));
  for (const path of paths) {
    checked(path);
    const sha256 = ARCHIVED.exec(path)?.[2];
    if (sha256 === undefined) {
      damages.push({ path, code: 'stranger', message: '不是归档文件：名称不是哈希值，请移走' });
      continue;
    }
    try {
      bytes += statSync(join(folder, path)).size;
      if (digestOf(join(folder, path)) !== sha256)
        damages.push({ path, code: 'changed', message: '内容与哈希值不符：请用备份恢复，或删除后重新取得' });
    } catch (error) {
      damages.push({
        path,
        code: 'not_readable',
        message: `读不出来（${(error as Error).message}）：请检查磁盘和权限`,
      });
    }
  }
  damages.push(...missing(folder, expected));
  return { files: paths.length, bytes, damages };
}

function missing(folder: string, expected: readonly Expected[]): ArchiveDamage[] {
  const ledger = readLedger(folder);
  const wanted = new Map([...expected, ...ledger.origins].map((each) => [archivePathOf(each), each]));
  return [
    ...ledger.damages,
    ...[...wanted]
      .filter(([path]) => !existsSync(join(folder, path)))
      .map(
        ([path, { sourceFile }]): ArchiveDamage => ({
          path,
          code: 'missing',
          message: `${sourceFile} 的原件不在归档里：请用备份恢复，或把原文件放回收件目录后再运行`,
        }),
      ),
  ];
}

function readLedger(folder: string): { origins: Expected[]; damages: ArchiveDamage[] } {
  try {
    return {
      origins: openOrigins(folder)
        .all()
        .map(({ origin }) => origin),
      damages: [],
    };
  } catch (error) {
    if (!(error instanceof OriginsDamaged)) throw error;
    return { origins: [], damages: [{ path: LEDGER, code: 'ledger_damaged', message: error.message }] };
  }
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

const PIECE_BYTES = 1 << 20;

/** Piece by piece: an archive holds files that need not fit into memory. */
function digestOf(path: string): string {
  const handle = openSync(path, 'r');
  try {
    const hash = createHash('sha256');
    const piece = Buffer.alloc(PIECE_BYTES);
    for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece))
      hash.update(piece.subarray(0, read));
    return hash.digest('hex');
  } finally {
    closeSync(handle);
  }
}

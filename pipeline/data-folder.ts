/** The folder of a run's data: made step by step, and refused in words where it cannot be made or written to. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EXIT, Trouble } from './exit-status.ts';

/** Throws a `Trouble` that says which folder and why. */
export function makeDataFolder(folder: string): void {
  try {
    makeFolder(folder);
    const probe = join(folder, `.${randomUUID()}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw refused(folder, error as NodeJS.ErrnoException);
  }
}

/** Node's own recursive mkdir never ends below /proc, where a folder that exists answers that it does not. */
function makeFolder(folder: string): void {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat?.isDirectory()) return;
  if (stat === undefined && dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Two runs may make it at the same time.
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw error;
  }
}

const CAUSES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  ENOENT: ['这个位置不能建目录', 'no folder can be made there'],
  EACCES: ['没有写入权限', 'permission denied'],
  EPERM: ['没有写入权限', 'permission denied'],
  EROFS: ['磁盘是只读的', 'the disk is read-only'],
  ENOSPC: ['磁盘空间不足', 'the disk is full'],
  EDQUOT: ['磁盘配额不足', 'the disk quota is used up'],
  EEXIST: ['这里已有同名文件', 'a file of this name is in the way'],
  ENOTDIR: ['路径中有一段是文件', 'a part of the path is a file'],
};

function refused(folder: string, error: NodeJS.ErrnoException): Trouble {
  const [zh, en] = CAUSES[error.code ?? ''] ?? [error.message, error.message];
  return new Trouble(
    `数据目录 ${folder} 不能使用：${zh}。没有运行；请修正，或用 --data 另指一个目录`,
    `The data folder ${folder} cannot be used: ${en}. Nothing was run; put it right, or name another folder with --data`,
    EXIT.failed,
    error,
  );
}

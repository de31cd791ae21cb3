/** The machine: Node, disk, permissions, and programs that some documents need. */
import { existsSync, statfsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { findBsdtar, INSTALL_BSDTAR } from '../../sources/foreign-archive.ts';
import { programOnPath } from '../../sources/program-on-path.ts';
import { makeDataFolder } from '../data-folder.ts';
import { findLanguageData } from '../ocr.ts';
import type { DataPaths } from '../options.ts';
import { findSoffice } from '../soffice.ts';
import { type CheckUp, error, fine, warning } from './check.ts';

// package.json, engines
const OLDEST_NODE: readonly [number, number] = [20, 19];
/** A night copies the warehouse, keeps the old one, and archives what is new. */
const LEAST_FREE_BYTES = 1_000_000_000;
const COPIES_OF_WAREHOUSE = 3;

export function checkNode(version: string = process.versions.node): CheckUp {
  const name = ['Node.js', 'Node.js'] as const;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor, wantedMinor] = OLDEST_NODE;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return fine(name, version);
  const wanted = OLDEST_NODE.join('.');
  return error(
    name,
    `${version} 太旧，需要 ${wanted} 以上：nodejs.org`,
    `${version} is too old, ${wanted} is needed: nodejs.org`,
  );
}

export function checkPackages(): CheckUp {
  const name = ['程序包', 'packages'] as const;
  try {
    createRequire(import.meta.url)('better-sqlite3');
    return fine(name, '已安装', 'installed');
  } catch (thrown) {
    const why = String((thrown as Error).message).split('\n', 1)[0];
    return error(
      name,
      `better-sqlite3 不能加载（${why}）：重新运行 npm ci`,
      `better-sqlite3 cannot be loaded (${why}): run npm ci again`,
    );
  }
}

export function checkFolder({ folder }: DataPaths): CheckUp {
  const name = ['数据目录', 'data folder'] as const;
  try {
    makeDataFolder(folder);
    return fine(name, folder);
  } catch (thrown) {
    const { message, english = message } = thrown as Error & { english?: string };
    return error(name, message, english);
  }
}

export function checkDisk({ folder, warehouse }: DataPaths, bytesOf: (path: string) => number): CheckUp {
  const name = ['磁盘空间', 'disk space'] as const;
  const place = existsSync(folder) ? folder : dirname(folder);
  if (!existsSync(place)) return warning(name, '数据目录还不存在', 'the data folder does not exist yet');
  const { bavail, bsize } = statfsSync(place);
  const free = bavail * bsize;
  const needed = Math.max(LEAST_FREE_BYTES, COPIES_OF_WAREHOUSE * bytesOf(warehouse));
  const text = `${gigabytes(free)} GB`;
  if (free >= needed) return fine(name, `剩余 ${text}`, `${text} free`);
  return error(
    name,
    `只剩 ${text}，至少要 ${gigabytes(needed)} GB：请清理，或减少 retention.warehouses`,
    `${text} free, ${gigabytes(needed)} GB needed: free some, or lower retention.warehouses`,
  );
}

function gigabytes(bytes: number): string {
  return (bytes / 1e9).toFixed(1);
}

interface Tool {
  name: CheckUp['name'];
  /** `tessdata`: the configured folder of language data. */
  find(tessdata: string | null): string | null;
  without: readonly [zh: string, en: string];
  debian: string;
  macos: string;
  windows: readonly [zh: string, en: string];
}

/** None of them is needed for every night; each says which documents wait for it. */
export const TOOLS: readonly Tool[] = [
  {
    name: ['LibreOffice', 'LibreOffice'],
    find: () => findSoffice(process.env.PATH ?? ''),
    without: [
      '.doc 和 .wps 文件不读（needs_libreoffice）',
      '.doc and .wps files are not read (needs_libreoffice)',
    ],
    debian: 'sudo apt-get install --no-install-recommends libreoffice-writer',
    macos: 'brew install --cask libreoffice',
    windows: [
      '从 libreoffice.org 安装，并把 program 目录加入 PATH',
      'install it from libreoffice.org and add its folder "program" to PATH',
    ],
  },
  {
    name: ['OCR 中文数据', 'OCR data for Chinese'],
    find: findLanguageData,
    without: ['扫描件不读（needs_ocr）', 'scans are not read (needs_ocr)'],
    debian: 'sudo apt-get install tesseract-ocr-chi-sim',
    macos: 'brew install tesseract-lang',
    windows: [
      '安装 UB Mannheim 的 Tesseract，勾选 Chinese (Simplified)，并设置 TESSDATA_PREFIX',
      'install Tesseract by UB Mannheim with Chinese (Simplified), and set TESSDATA_PREFIX',
    ],
  },
  {
    name: ['bsdtar（解压 RAR、7z）', 'bsdtar (RAR, 7z)'],
    find: () => findBsdtar(),
    without: ['RAR 和 7z 压缩包不读（needs_unpacker）', 'RAR and 7z archives are not read (needs_unpacker)'],
    debian: `sudo ${INSTALL_BSDTAR}`,
    macos: 'brew install libarchive',
    windows: ['系统自带（tar.exe）', 'comes with the system (tar.exe)'],
  },
  {
    name: ['Chromium', 'Chromium'],
    find: () => programOnPath(['chromium', 'chromium-browser', 'google-chrome']),
    without: ['只影响网页的测试', 'only tests of the site need it'],
    debian: 'sudo apt-get install chromium',
    macos: 'brew install --cask chromium',
    windows: ['安装 Chrome 或 Edge', 'install Chrome or Edge'],
  },
];

export function checkTool(
  { name, find, without, debian, macos, windows }: Tool,
  tessdata: string | null,
): CheckUp {
  const found = find(tessdata);
  if (found !== null) return fine(name, found);
  const both = `Debian/Ubuntu：${debian}；macOS：${macos}`;
  return warning(
    name,
    `没有安装，${without[0]}。${both}；Windows：${windows[0]}`,
    `not installed, ${without[1]}. ${both.replaceAll('：', ': ').replace('；', '; ')}; Windows: ${windows[1]}`,
  );
}

/**
 * LibreOffice as a converter of old Word files. It runs without a window, in a profile and a folder of its own that
 * are gone afterwards, with macros forbidden, and never longer than its limit.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { programOnPath } from '../sources/program-on-path.ts';
import { UnreadableDocument } from '../transforms/read/document.ts';
import { type ConvertDoc, needsLibreOffice } from '../transforms/read/word/read-doc.ts';
import { endGroup, type OtherProgram } from './other-program.ts';

export interface SofficeOptions {
  /** Folders to look for the program in, as in the environment variable PATH. */
  path?: string;
  seconds?: number;
  /** Told the program when it starts, and null when it has ended. */
  startedProgram?: (program: OtherProgram | null) => void;
}

const PROGRAMS = ['soffice', 'libreoffice'];
/** A file takes 1–2 seconds, the first on a busy machine ten; a reader's own limit must not come first. */
const CONVERSION_SECONDS = 60;
/**
 * The private profile: no macro runs whatever signature it carries (level 3), and no link is followed or updated.
 * Names as in LibreOffice's schema org.openoffice.Office.Common.
 */
const PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/** A converter that looks for LibreOffice when it is first needed; throws UnreadableDocument alone. */
export function convertWithSoffice(options: SofficeOptions = {}): ConvertDoc {
  return async (bytes, suffix) => {
    const program = findSoffice(options.path ?? process.env.PATH ?? '');
    if (program === null) throw needsLibreOffice();
    const folder = await mkdtemp(join(tmpdir(), 'convert-'));
    try {
      return await convert(program, folder, bytes, suffix, options);
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  };
}

export function findSoffice(path: string): string | null {
  return programOnPath(PROGRAMS, path);
}

async function convert(
  program: string,
  folder: string,
  bytes: Uint8Array,
  suffix: string,
  { seconds = CONVERSION_SECONDS, startedProgram }: SofficeOptions,
): Promise<Uint8Array> {
  const input = join(folder, `document.${suffix}`);
  await mkdir(join(folder, 'profile', 'user'), { recursive: true });
  await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), PROFILE);
  await writeFile(input, bytes);
  const child = spawn(
    program,
    [
      '--headless',
      '--invisible',
      '--norestore',
      '--nologo',
      '--nodefault',
      '--nolockcheck',
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--convert-to',
      'docx:MS Word 2007 XML',
      '--outdir',
      join(folder, 'out'),
      input,
    ],
    // A process group of its own: the program starts others, and all of them have to go.
    {
      cwd: folder,
      stdio: 'ignore',
      detached: true,
      env: { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8' },
    },
  );
  startedProgram?.(child.pid === undefined ? null : { group: child.pid, folder });
  await ended(child, seconds).finally(() => startedProgram?.(null));
  try {
    return await readFile(join(folder, 'out', 'document.docx'));
  } catch {
    throw new UnreadableDocument(
      'doc_broken',
      '旧版 Word 文件无法转换（文件已损坏或有密码），请用 Word 打开检查并另存为 .docx 后重新放入。',
    );
  }
}

/** Resolves when the program has ended, whatever it answered; its whole group is ended after `seconds`. */
function ended(child: ChildProcess, seconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      end(child);
      reject(
        new UnreadableDocument(
          'timed_out',
          `转换旧版 Word 文件超过 ${seconds} 秒，已放弃：请用 Word 另存为 .docx 后重新放入。`,
        ),
      );
    }, seconds * 1000);
    const done = () => {
      clearTimeout(timer);
      end(child);
      resolve();
    };
    child.once('exit', done);
    child.once('error', done);
  });
}

function end({ pid }: ChildProcess): void {
  if (pid !== undefined) endGroup(pid);
}

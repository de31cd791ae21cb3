import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { convertWithSoffice, findSoffice } from '../../pipeline/soffice.ts';
import { readDocument } from '../../transforms/read/read-document.ts';
import { isRunning } from '../support/is-running.ts';

const RTF = new TextEncoder().encode('{\\rtf1\\ansi 341.39}');
const conversions = () => readdirSync(tmpdir()).filter((name) => name.startsWith('convert-'));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'programs-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A program of that name which does what the shell script says. */
function pretend(script: string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'soffice');
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return folder;
}

describe('LibreOffice as converter', () => {
  it('is looked for in the folders of PATH', () => {
    expect(findSoffice(`/nowhere:${folder}`)).toBeNull();
    expect(findSoffice(`/nowhere:${pretend('exit 0')}`)).toBe(join(folder, 'soffice'));
  });

  it('is asked for by name where it is missing', async () => {
    const convert = convertWithSoffice({ path: folder });
    await expect(convert(RTF, 'rtf')).rejects.toMatchObject({ code: 'needs_libreoffice' });
  });

  it('is ended with everything it started when it takes too long, and leaves nothing behind', async () => {
    const before = conversions();
    const pid = join(folder, 'pid');
    const convert = convertWithSoffice({ path: pretend(`sleep 60 & echo $! > ${pid}; wait`), seconds: 0.5 });
    await expect(convert(RTF, 'rtf')).rejects.toMatchObject({ code: 'timed_out' });
    const child = Number(readFileSync(pid, 'utf8'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(isRunning(child)).toBe(false);
    expect(conversions()).toEqual(before);
  });

  it('that makes no file says the document is broken', async () => {
    const convert = convertWithSoffice({ path: pretend('exit 0') });
    await expect(convert(RTF, 'doc')).rejects.toMatchObject({ code: 'doc_broken' });
  });

  it.skipIf(findSoffice(process.env.PATH ?? '') === null)(
    'reads a real RTF file (skipped without LibreOffice)',
    async () => {
      const document = await readDocument(RTF, 'a.rtf', { convertDoc: convertWithSoffice() });
      expect(JSON.stringify(document.blocks)).toContain('341.39');
    },
  );
});

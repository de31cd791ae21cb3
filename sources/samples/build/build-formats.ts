/**
 * Writes formats/ anew: one invented report in every format a reader knows. Needs LibreOffice, poppler-utils and
 * fonts-noto-cjk on the machine; the files are committed, since other versions lay them out anew.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { scanOf } from './formats/scan.ts';
import { reportInTextFormats, reportOfAllFormats } from './formats/text-formats.ts';
import { turned } from './formats/turned-pdf.ts';
import { type WordLook, wordFile } from './formats/word-file.ts';
import { workbookFile } from './formats/workbook-file.ts';

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'formats');
/** 150 dots an inch. */
const SCAN = { width: 1240, height: 1754 };
const scratch = mkdtempSync(join(tmpdir(), 'formats-'));
const page = reportOfAllFormats();

mkdirSync(folder, { recursive: true });
for (const { name, bytes } of reportInTextFormats()) save(name, bytes);

const upright = await wordFile(page, { ruled: true, landscape: false });
save('merged-cells.docx', upright);
save('word-97.doc', converted(upright, 'docx', 'doc'));
save('ruled.pdf', converted(upright, 'docx', 'pdf'));
save('borderless.pdf', await pdf({ ruled: false, landscape: true }));
save('landscape-turned.pdf', turned(await pdf({ ruled: true, landscape: true })));
save('scan.pdf', scanned(readFileSync(join(folder, 'ruled.pdf')), 1));
save('several-sheets.xlsx', workbookFile(page, 'xlsx'));
save('excel-97.xls', workbookFile(page, 'biff8'));
save(
  'two-reports.zip',
  zipSync(
    Object.fromEntries(
      ['page-utf8.html', 'text-gbk.txt'].map((name) => [
        name,
        new Uint8Array(readFileSync(join(folder, name))),
      ]),
    ),
    { mtime: '2026-01-01T00:00:00Z' },
  ),
);
rmSync(scratch, { recursive: true });

function save(name: string, bytes: Uint8Array): void {
  writeFileSync(join(folder, name), bytes);
}

async function pdf(look: WordLook): Promise<Uint8Array> {
  return converted(await wordFile(page, look), 'docx', 'pdf');
}

function converted(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const source = join(scratch, `report.${from}`);
  writeFileSync(source, bytes);
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${scratch}/profile`,
      '--headless',
      '--convert-to',
      to,
      '--outdir',
      scratch,
      source,
    ],
    {
      stdio: 'ignore',
    },
  );
  return readFileSync(join(scratch, `report.${to}`));
}

/** One page as a picture, as a scanner hands it over. */
function scanned(bytes: Uint8Array, pageNumber: number): Uint8Array {
  const source = join(scratch, 'to-scan.pdf');
  writeFileSync(source, bytes);
  const first = String(pageNumber);
  const picture = ['-scale-to-x', String(SCAN.width), '-scale-to-y', String(SCAN.height), '-gray', '-jpeg'];
  const one = ['-jpegopt', 'quality=60', '-f', first, '-l', first, '-singlefile'];
  execFileSync('pdftoppm', [...picture, ...one, source, join(scratch, 'page')]);
  return scanOf(new Uint8Array(readFileSync(join(scratch, 'page.jpg'))), SCAN.width, SCAN.height);
}

/** Pictures for the README, from the built-in samples: `npx tsx test/support/take-pictures.ts`. Needs Chromium, and LibreOffice and pdftoppm for the workbook. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { nightly } from '../../pipeline/nightly.ts';
import { nightlyOptions } from '../../pipeline/options.ts';
import { CHROMIUM, openChromium } from './chromium.ts';
import { quietRun } from './run-night.ts';

const IMAGES = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const SITE_SIZE = { width: 1180, height: 1000 };
const WORKBOOK_DOTS_PER_INCH = '96';

const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
try {
  mkdirSync(IMAGES, { recursive: true });
  const options = nightlyOptions({ data: folder });
  await nightly(options, quietRun());
  await takeSite(join(options.data.site, 'index.html'));
  takeWorkbook(options.data.workbook);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function takeSite(path: string): Promise<void> {
  if (CHROMIUM === null) return skipped('site.png', 'no Chromium on PATH');
  const browser = await openChromium();
  try {
    const page = await browser.newPage({ viewport: SITE_SIZE });
    await page.goto(pathToFileURL(path).href);
    // One bureau stands out, as it does for the person who looks up their own.
    await page.locator('#field-mark').selectOption({ index: 1 });
    await page.waitForURL(/mark=/);
    await page.waitForSelector('.chart svg text[font-weight=bold], .chart svg text[style*=bold]');
    await page.screenshot({ path: join(IMAGES, 'site.png') });
  } finally {
    await browser.close();
  }
}

function takeWorkbook(path: string): void {
  try {
    execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, path], {
      stdio: 'ignore',
    });
    const picture = join(folder, 'workbook');
    const pdf = join(folder, 'benchmark.pdf');
    execFileSync('pdftoppm', [
      '-png',
      '-r',
      WORKBOOK_DOTS_PER_INCH,
      '-f',
      '1',
      '-l',
      '1',
      '-singlefile',
      pdf,
      picture,
    ]);
    copyFileSync(`${picture}.png`, join(IMAGES, 'workbook.png'));
  } catch (error) {
    skipped('workbook.png', error instanceof Error ? error.message : String(error));
  }
}

function skipped(name: string, reason: string): void {
  process.stderr.write(`${name} was not taken: ${reason}\n`);
}

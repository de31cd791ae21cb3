/** The program and style that run in the browser: made once by the build, or on the spot where the source text runs. */
import { readFile } from 'node:fs/promises';

export interface BrowserFiles {
  script: string;
  style: string;
}

export const BUILT_NAME = 'browser.json';

const IS_COMPILED = import.meta.url.endsWith('.js');
let known: Promise<BrowserFiles> | null = null;

export function loadBrowserFiles(): Promise<BrowserFiles> {
  known ??= IS_COMPILED ? readBuilt() : bundleNow();
  return known;
}

async function readBuilt(): Promise<BrowserFiles> {
  return JSON.parse(await readFile(new URL(BUILT_NAME, import.meta.url), 'utf8')) as BrowserFiles;
}

async function bundleNow(): Promise<BrowserFiles> {
  const { bundleBrowser } = await import('./build-browser.ts');
  return bundleBrowser();
}

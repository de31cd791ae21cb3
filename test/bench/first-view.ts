/** How long the site takes to show something: opened from disk in a browser, as an analyst opens it. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CHROMIUM, openChromium } from '../support/chromium.ts';

/** The first page, and those that load most. */
const VIEWS = ['#/', '#/metric/execution_rate.adjusted', '#/findings', '#/coverage'];

export interface FirstView {
  view: string;
  seconds: number;
}

/** Each view in a new browser, until its heading and its table, chart or list stand; empty where there is no Chromium. */
export async function firstViews(site: string): Promise<FirstView[]> {
  if (CHROMIUM === null) return [];
  const views: FirstView[] = [];
  for (const view of VIEWS) {
    const browser = await openChromium();
    try {
      const page = await browser.newPage();
      const began = performance.now();
      await page.goto(pathToFileURL(join(site, 'index.html')).href + view);
      await page.waitForSelector('main h1');
      await page.waitForSelector('main :is(table, canvas, svg, li)', { state: 'attached' });
      views.push({ view, seconds: (performance.now() - began) / 1000 });
    } finally {
      await browser.close();
    }
  }
  return views;
}

/** Bytes of its largest file, the page itself included. */
export function largestFileOf(site: string): number {
  const paths = readdirSync(site, { recursive: true, encoding: 'utf8' });
  return Math.max(...paths.map((path) => statSync(join(site, path)).size));
}

/** The site as a reader meets it: opened from disk, clicked, narrowed, printed, read by assistive technology. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeSite } from '../../../reports/site/write-site.ts';
import type { Warehouse } from '../../../warehouse/connect.ts';
import { CHROMIUM, openChromium } from '../../support/chromium.ts';
import { DROP_NAME, HOSTILE_QUOTE, idOf, SCRIPT_NAME } from './invented-books.ts';
import { lastingFolder } from './lasting-folder.ts';
import type { Row } from './read-site.ts';
import { OWING, secondNight } from './second-night.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const FIRST = '示例甲县财政局';
const GAPPY = '示例乙县财政局';
const METRIC = 'three_public.per_staff';

const bureau = (name: string) => `#/bureau/${encodeURIComponent(idOf(name))}`;
const PAGES: readonly (readonly [string, string])[] = [
  ['overview', ''],
  ['bureaus', '#/bureaus'],
  ['a bureau', bureau(FIRST)],
  ['a hostile bureau', bureau(SCRIPT_NAME)],
  ['metrics', '#/metrics'],
  ['a metric', `#/metric/${METRIC}`],
  ['a metric without values', '#/metric/sme_share'],
  ['findings', '#/findings'],
  ['coverage', '#/coverage'],
  ['changes', '#/changes'],
  ['search', '#/search?q=%E7%94%B2%E5%8E%BF'],
  ['about', '#/about'],
  ['no such page', '#/nothing/here'],
];

/** The same elements in other words: enough to see that the words fit. */
const IN_ENGLISH_TOO = new Set(['overview', 'a bureau', 'a metric', 'findings', 'coverage', 'changes']);

describe.skipIf(CHROMIUM === null)('the page (skipped where no Chromium is on PATH)', () => {
  const place = lastingFolder();
  const folder = join(place, 'out', 'site');
  let warehouse: Warehouse;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let troubles: string[];

  beforeAll(async () => {
    warehouse = await secondNight(place);
    await writeSite(warehouse, folder);
    browser = await openChromium();
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    troubles = [];
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
    });
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('dialog', (dialog) => {
      troubles.push(`a dialog said ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!/^(?:file|data):/u.test(request.url())) troubles.push(`asked for ${request.url()}`);
    });
  });
  afterEach(async () => {
    await context.close();
    expect(troubles).toEqual([]);
  });

  const open = async (hash: string) => {
    await page.goto(pathToFileURL(join(folder, 'index.html')).href + hash);
    await page.waitForSelector('main h1');
    await page.waitForFunction(() => document.fonts.status === 'loaded');
  };
  const ask = (sql: string) => warehouse.sqlite.prepare<[], Row>(sql).all();
  const texts = (selector: string) => page.locator(selector).allInnerTexts();

  it.each(PAGES)(
    'opens %s from disk without an error, a request to the network or a sideways scroll at 360 px',
    async (_, hash) => {
      await open(hash);
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0);
      }
      expect((await page.title()).length).toBeGreaterThan(5);
      expect(await page.locator('main').count()).toBe(1);
      expect(await page.locator('h1').count()).toBe(1);
    },
  );

  it.each([
    ...PAGES.map(([name, hash]) => [name, 'zh', hash] as const),
    ...PAGES.filter(([name]) => IN_ENGLISH_TOO.has(name)).map(([name, hash]) => [name, 'en', hash] as const),
  ])('has no serious barrier on %s in %s', async (_, lang, hash) => {
    await open(hash === '' ? `#/?lang=${lang}` : `${hash}${hash.includes('?') ? '&' : '?'}lang=${lang}`);
    expect(await barriers()).toEqual([]);
    expect(await page.locator('html').getAttribute('lang')).toBe(lang === 'zh' ? 'zh-CN' : 'en');
  });

  async function barriers(): Promise<string[]> {
    // The page's own policy refuses scripts that are added to it; axe runs beside them.
    await page.evaluate(AXE);
    return page.evaluate(async () => {
      const axe = (globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe;
      interface Violation {
        id: string;
        impact: string;
        nodes: { html: string }[];
      }
      const { violations } = await axe.run();
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
    });
  }

  it('shows in the league table exactly what the warehouse holds, best first', async () => {
    await open(`#/metric/${METRIC}?year=2024&scope=department`);
    const stored = ask(`SELECT bureau_name AS name, value, rank, peer_count FROM metrics
      WHERE metric = '${METRIC}' AND scope = 'department' AND fiscal_year = 2024 ORDER BY value`);
    const rows = page.locator('section[aria-labelledby=league] tbody tr');
    expect(await rows.count()).toBe(stored.length);
    for (const [place, row] of stored.entries()) {
      const shown = rows.nth(place);
      expect(await shown.locator('th').innerText()).toBe(row.name);
      expect(Number(await shown.locator('data').getAttribute('value'))).toBe(row.value);
      expect(await shown.innerText()).toContain(`${row.rank} / ${row.peer_count}`);
    }
  });

  it('shows every figure of a bureau unrounded to programs and rounded to people', async () => {
    await open(bureau(FIRST));
    const shown = await page
      .locator('section[aria-labelledby=figures] data')
      .evaluateAll((all) => all.map((one) => [Number(one.getAttribute('value')), one.textContent]));
    const stored = ask(
      `SELECT value, unit FROM observations WHERE bureau_id = '${idOf(FIRST)}' AND scope = 'department'`,
    );
    expect(shown.map(([value]) => value as number).sort()).toEqual(
      stored.map((row) => row.value as number).sort(),
    );
    expect(shown).toContainEqual([45_000, '4.50']);
  });

  it('opens the evidence of a metric value: formula, both sides, quote, place, document', async () => {
    await open(`#/metric/${METRIC}?year=2024&scope=department`);
    const [best] = ask(`SELECT m.*, o.quote, o.locator, o.source_file FROM metrics m
      JOIN metric_inputs i USING (metric_id) JOIN observations o USING (observation_id)
      WHERE metric = '${METRIC}' AND m.scope = 'department' AND m.fiscal_year = 2024 ORDER BY m.value, i.position`);
    const button = page.locator('section[aria-labelledby=league] tbody button.figure').first();
    await button.press('Enter');
    const dialog = page.locator('dialog[open]');
    await dialog.locator('.card').first().waitFor();
    const text = await dialog.innerText();
    for (const part of [
      '“三公”经费决算 ÷ 在职人员',
      best!.quote,
      best!.locator,
      best!.source_file,
      '唯一来源',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain(Number(best!.numerator).toLocaleString('en-US'));
    expect(await dialog.locator('a').first().getAttribute('href')).toMatch(
      /^\.\.\/\.\.\/archive\/sh\/sha-.*\.pdf$/u,
    );
    expect(await barriers()).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await dialog.count()).toBe(0);
    expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it('lists what the last night changed, from and to, and opens the evidence of what stands now', async () => {
    await open('#/changes');
    const row = page.locator('section[aria-labelledby=changes-figures] tbody tr').first();
    expect(await row.innerText()).toMatch(/在职人员.*数字改变.*40\s+20\s+人/su);
    await row.locator('button.figure').click();
    const dialog = page.locator('dialog[open]');
    await dialog.locator('.card').first().waitFor();
    expect(await dialog.innerText()).toContain('示例0：本年支出合计');
    await page.keyboard.press('Escape');
    for (const section of ['metrics', 'ranks']) {
      const moved = page.locator(`section[aria-labelledby=changes-${section}] tbody tr`);
      expect(await moved.count()).toBeGreaterThan(0);
      await moved.first().locator('button.figure').click();
      await page.locator('dialog[open] .card').first().waitFor();
      expect(await page.locator('dialog[open]').innerText()).toContain('公式');
      await page.keyboard.press('Escape');
    }
    await open('#/changes?kind=rank_changed');
    expect(await page.locator('section[aria-labelledby=changes-figures]').count()).toBe(0);
  });

  it('names the reports that are owed and not there, with the reason', async () => {
    await open('#/coverage');
    const owed = page.locator('section[aria-labelledby=expected]');
    expect(await owed.innerText()).toContain('公开率');
    const rows = owed.locator('tbody').last().locator('tr');
    expect(await rows.allInnerTexts()).toEqual([
      expect.stringMatching(new RegExp(`${OWING}.*2023.*2024-09-30.*逾期未见`, 'su')),
      expect.stringMatching(new RegExp(`${OWING}.*2024.*2025-09-30.*未到期`, 'su')),
    ]);
  });

  it('says why there is no number, and never shows a gap as 0', async () => {
    await open(bureau(GAPPY));
    const row = page.locator('section[aria-labelledby=three-public] tbody tr').first();
    expect(await row.locator('td').allInnerTexts()).toEqual([
      '万元',
      expect.stringMatching(/^\d/u),
      '未公布',
      expect.stringMatching(/^\d/u),
    ]);
    const gap = page.locator('section[aria-labelledby=metrics] button.figure.gap').first();
    expect(['缺分子', '缺分母']).toContain(await gap.innerText());
    await gap.click();
    expect(await page.locator('dialog[open]').innerText()).toMatch(/没有公开/u);
  });

  it('shows a published zero as 0.00', async () => {
    await open(bureau(FIRST));
    const row = page
      .locator('section[aria-labelledby=three-public] tbody tr', { hasText: '因公出国' })
      .first();
    expect(await row.locator('data').first().innerText()).toBe('0.00');
  });

  it.each([SCRIPT_NAME, DROP_NAME])('shows the name %s as text', async (name) => {
    await open(bureau(name));
    expect(await page.locator('h1').innerText()).toBe(name);
    await open(`#/metric/${METRIC}`);
    expect(await texts('section[aria-labelledby=league] tbody th')).toContain(name);
  });

  it('shows hostile words of a document as text, and does not link an archived web page', async () => {
    await open(bureau(SCRIPT_NAME));
    await page.locator('section[aria-labelledby=three-public] button.figure').first().click();
    const dialog = page.locator('dialog[open]');
    expect(
      await dialog
        .locator('blockquote')
        .first()
        .evaluate((one) => one.textContent),
    ).toBe(HOSTILE_QUOTE);
    expect(await dialog.innerText()).toContain('<b>决算</b>.html');
    expect(await dialog.locator('a, img, b').count()).toBe(0);
  });

  it('filters by year, marks a bureau, and keeps both in the address', async () => {
    await open(`#/metric/${METRIC}`);
    await page.locator('#field-year').selectOption('2023');
    await page.waitForFunction(() => location.hash.includes('year=2023'));
    await page.waitForSelector('caption:has-text("2023")');
    expect(await texts('section[aria-labelledby=league] tbody th')).not.toContain(GAPPY);
    await page.locator('#field-mark').selectOption({ label: FIRST });
    await page.waitForSelector('tr.marked');
    expect(await texts('tr.marked th')).toEqual([FIRST]);
    await page.locator('#field-tier').focus();
    await page.locator('#field-tier').selectOption('province');
    await page.waitForFunction(() => location.hash.includes('tier=province'));
    await page.waitForSelector('main p:has-text("没有符合条件")');
    expect(await texts('section[aria-labelledby=league] tbody th')).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-tier');
    expect(new URL(page.url()).hash).toContain('tier=province');
  });

  it('filters bureaus by province and name', async () => {
    await open('#/bureaus?province=99');
    expect(await page.locator('tbody tr').count()).toBe(9);
    await page.locator('#field-name').fill('丙县');
    await page.locator('#field-name').press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1);
    expect(await texts('tbody th')).toEqual(['示例丙县财政局']);
  });

  it('finds bureaus and metrics by a part of their names', async () => {
    await open('');
    await page.locator('#search').fill('三公');
    await page.locator('#search').press('Enter');
    await page.waitForSelector('h1:has-text("三公")');
    expect((await texts('main li a')).length).toBeGreaterThan(3);
    await page.locator('#search').fill('丁县');
    await page.locator('#search').press('Enter');
    await page.waitForSelector('h1:has-text("丁县")');
    expect(await texts('tbody th')).toEqual(['示例丁县财政局']);
  });

  it('filters findings by severity and shows their quotes', async () => {
    await open('#/findings');
    expect(await page.locator('article').count()).toBe(2);
    await page.locator('#field-severity').selectOption('error');
    await page.waitForFunction(() => document.querySelectorAll('article').length === 1);
    const text = await page.locator('article').innerText();
    expect(text).toContain('“三公”经费合计等于出国、车辆、接待三项之和');
    expect(text).toContain('4.60 万元');
    expect(await page.locator('article blockquote').count()).toBeGreaterThan(0);
  });

  it('keeps department and unit apart', async () => {
    await open(bureau(FIRST));
    await page.locator('#scope-unit').click();
    await page.waitForSelector('#scope-unit[aria-current]');
    const stored = ask(
      `SELECT count(*) AS n FROM observations WHERE bureau_id = '${idOf(FIRST)}' AND scope = 'unit'`,
    );
    expect(await page.locator('#figures').innerText()).toContain(`（${stored[0]!.n}）`);
  });

  it('switches to English and stays there from page to page', async () => {
    await open('');
    await page.locator('#language').click();
    await page.waitForSelector('html[lang=en]');
    expect(await page.locator('h1').innerText()).toMatch(/^Budgets/u);
    await page.getByRole('link', { name: 'Findings', exact: true }).first().click();
    await page.waitForSelector('h1:has-text("Findings")');
    expect(page.url()).toContain('lang=en');
    await page.reload();
    expect(await page.locator('h1').innerText()).toBe('Findings');
  });

  it('is reached by keyboard: the first stop skips to the content, the next leads into the navigation', async () => {
    await open('');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  });

  it('draws charts that say in words what they show, with a table of the same figures', async () => {
    await open(`#/metric/${METRIC}`);
    await page.waitForSelector('.chart svg');
    const labels = await page
      .locator('.chart')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
    expect(labels.every((label) => label.length > 20)).toBe(true);
    expect(await page.locator('section[aria-labelledby=league] table caption').count()).toBeGreaterThan(0);
    expect(await page.locator('.chart svg text').allTextContents()).toContain(FIRST);
  });

  it('prints charts with all their years on the width of the paper', async () => {
    await open(bureau(FIRST));
    await page.waitForSelector('.chart svg');
    await page.emulateMedia({ media: 'print' });
    const ends = await page.evaluate(() => {
      dispatchEvent(new Event('beforeprint'));
      return [...document.querySelectorAll('.chart svg')].map((svg) => {
        const left = svg.getBoundingClientRect().left;
        const texts = [...svg.querySelectorAll('text')].map(
          (text) => text.getBoundingClientRect().right - left,
        );
        return Math.max(svg.getBoundingClientRect().width, ...texts);
      });
    });
    expect(ends.length).toBeGreaterThan(1);
    // A4 without its margins is 182 mm wide.
    for (const end of ends) expect(end).toBeLessThanOrEqual((182 / 25.4) * 96);
  });

  it('prints the content alone, in black, with what was folded away', async () => {
    await open('');
    await page.waitForSelector('.chart svg');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('nav').first().isVisible()).toBe(false);
    expect(await page.locator('form.fields').first().isVisible()).toBe(false);
    expect(await page.locator('main details table').first().isVisible()).toBe(true);
    const colours = await page
      .locator('.chart svg text')
      .evaluateAll((all) => [...new Set(all.map((one) => getComputedStyle(one).fill))]);
    expect(colours).toEqual(['rgb(0, 0, 0)']);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
  });
});

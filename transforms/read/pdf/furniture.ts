/**
 * Page numbers and running titles: printed on every page, said by nobody. They are taken out of the text and
 * kept as notes, so that a figure among them is visible and not a fact.
 */
import { isCaption, isName } from '../captions.ts';
import type { ReadingNote } from '../document.ts';
import { overlapX, overlapY, rounded } from './geometry.ts';
import type { PageLayout, TextLine } from './page-layout.ts';

/** "─ 2 ─", "- 3 -", "第 3 页", "第3页 共10页", "3 / 10", "3", "Ⅱ" */
const PAGE_NUMBER =
  /^(?:[-—–─―－~·•]?\s*\d{1,4}\s*[-—–─―－~·•]?|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]{1,4}|Page\s+\d+.*)$/;
/** Share of the page's height at its top and at its bottom where furniture stands. */
const MARGIN = 0.12;
const SIDE = 0.08;
/** The same words at the same place on this many pages are a running title. */
const FEWEST_PAGES = 3;
/** Places this far apart (points) are the same place. */
const SAME_PLACE = 6;

export interface WithoutFurniture {
  pages: readonly PageLayout[];
  notes: readonly ReadingNote[];
}

export function removeFurniture(pages: readonly PageLayout[]): WithoutFurniture {
  const running = runningTitles(pages);
  const notes = new Map<string, ReadingNote>();
  const cleaned = pages.map((page) => {
    const lines = page.lines.filter((line) => {
      const code = furnitureCode(line, page, running);
      if (code === null) return true;
      const key = `${code}|${withoutFigures(line.text)}`;
      const message =
        code === 'page_number' ? `页码“${line.text}”不作正文` : `页眉页脚“${line.text}”不作正文`;
      if (!notes.has(key))
        notes.set(key, { code, message, location: { page: page.number, box: rounded(line.box) } });
      return false;
    });
    return { ...page, lines };
  });
  return { pages: cleaned, notes: [...notes.values()] };
}

function furnitureCode(
  line: TextLine,
  page: PageLayout,
  running: ReadonlySet<string>,
): 'page_number' | 'running_title' | null {
  if (!inMargin(line, page)) return null;
  // "单位：万元", "编制单位：…" and "公开01表" repeat with the tables they belong to.
  if (line.parts.some(({ text }) => isCaption(text) && !isName(text))) return null;
  if (PAGE_NUMBER.test(line.text.replace(/\s+/g, ' ').trim())) return 'page_number';
  return placesOf(line, page).some((place) => running.has(place)) ? 'running_title' : null;
}

function inMargin(line: TextLine, page: PageLayout): boolean {
  const outermost = page.tables.every(
    ({ box }) => overlapX(line.box, box) <= 1 || overlapY(line.box, box) <= 1,
  );
  const [foot, side] = [MARGIN * page.height, SIDE * page.width];
  const atEnd = line.box.bottom <= foot || line.box.top >= page.height - foot;
  // The page number of a landscape table on a portrait sheet stands at its side.
  const atSide = line.box.right <= side || line.box.left >= page.width - side;
  return outermost && (atEnd || atSide);
}

/** Words and place, and the place next to it, for a line that is a little off. */
function placesOf(line: TextLine, page: PageLayout): string[] {
  const fromEdge = line.box.top < page.height / 2 ? line.box.top : line.box.top - page.height;
  const place = Math.round(fromEdge / SAME_PLACE);
  const words = wordsOf(line.text);
  return [place - 1, place, place + 1].map((near) => `${words}|${near}`);
}

/** Running titles count pages and years; the names of tables differ in words, or only in a figure. */
function wordsOf(text: string): string {
  return isCaption(text) ? text.replace(/\s+/g, '') : withoutFigures(text);
}

function withoutFigures(text: string): string {
  return text.replace(/\d+/g, '#').replace(/\s+/g, '');
}

function runningTitles(pages: readonly PageLayout[]): Set<string> {
  const found = new Map<string, { text: string; on: Set<PageLayout> }>();
  for (const page of pages) {
    for (const line of page.lines.filter((candidate) => inMargin(candidate, page))) {
      for (const place of placesOf(line, page)) {
        const seen = found.get(place) ?? { text: line.text, on: new Set() };
        seen.on.add(page);
        found.set(place, seen);
      }
    }
  }
  const running = [...found].filter(([, { text, on }]) => on.size >= FEWEST_PAGES && !namesTables(text, on));
  return new Set(running.map(([place]) => place));
}

/** A spreadsheet prints the name of a long table on each of its pages: there the table has no other name. */
function namesTables(text: string, pages: ReadonlySet<PageLayout>): boolean {
  if (!isName(text)) return false;
  return [...pages].every(
    (page) => page.tables.length > 0 && page.lines.every((line) => !isName(line.text) || line.text === text),
  );
}

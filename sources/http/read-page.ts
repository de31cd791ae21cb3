/** What a page shows: its title, its text, its links and attachments, and when it was published. Nothing in it is run. */
import { type CheerioAPI, load } from 'cheerio';
import { looksLikeFile } from './media.ts';
import { linkedUrl } from './plain-url.ts';

export interface PageLink {
  /** Absolute, without fragment. */
  url: string;
  text: string;
  /** ISO date printed beside the link; null where there is none. */
  date: string | null;
}

export interface WebPage {
  url: string;
  title: string | null;
  /** Of the page without navigation; spaces joined. */
  text: string;
  hasTable: boolean;
  asksForPassword: boolean;
  /** In the order of the page, each address once. */
  links: readonly PageLink[];
  attachments: readonly PageLink[];
  /** Address of the next page of a list; null where none is shown. */
  next: string | null;
  /** ISO date; null where the page does not say. */
  publishedOn: string | null;
}

/** Parts of a page that belong to the site and not to this page. */
const FURNITURE =
  'script, style, noscript, template, nav, header, footer, aside, .nav, .header, .footer, .breadcrumb';
const NEXT_WORDS = /^(?:下一页|下页|后一页|next|>|»|›)$/i;
// ArticleTitle and PubDate: 政府网站发展指引 (国办发〔2017〕47号), appendix 3.
const TITLE_META = 'meta[name="ArticleTitle" i]';
const DATE_META = ['PubDate', 'publishdate', 'pubdate', 'publish_time', 'article:published_time'];

export function readPage(html: string, url: string): WebPage {
  const $ = load(html);
  const base = baseOf($, url);
  const asksForPassword = $('input[type="password" i]').length > 0;
  const next = nextPage($, base);
  const publishedOn = publishedDate($);
  const title = titleOf($);
  const embedded = embeddedFiles($, base);
  $(FURNITURE).remove();
  const links = linksIn($, base);
  return {
    url,
    title,
    text: $('body').text().replace(/\s+/g, ' ').trim(),
    hasTable: $('table td').length > 3,
    asksForPassword,
    links,
    attachments: once([...links.filter((link) => looksLikeFile(link.url, link.text)), ...embedded]),
    next,
    publishedOn: publishedOn ?? dateIn($('body').text(), PRINTED_DATE) ?? dateOfPath(url),
  };
}

function baseOf($: CheerioAPI, url: string): string {
  const href = $('base[href]').first().attr('href');
  return href !== undefined && URL.canParse(href, url) ? new URL(href, url).href : url;
}

function linksIn($: CheerioAPI, base: string): PageLink[] {
  const links = $('a[href]')
    .get()
    .flatMap((element) => {
      const url = linkedUrl($(element).attr('href'), base);
      if (url === null) return [];
      const shown = $(element).text().replace(/\s+/g, ' ').trim();
      // Lists cut long titles: 2024年度部门决… with the whole title in the attribute.
      const whole = $(element).attr('title')?.trim() ?? '';
      const text = whole.length > shown.length ? whole : shown;
      return [{ url, text, date: dateIn($(element).parent().text(), ANY_DATE) }];
    });
  return once(links);
}

/** The first link to an address that has a text speaks for it. */
function once(links: readonly PageLink[]): PageLink[] {
  const byUrl = new Map<string, PageLink>();
  for (const link of links) {
    const known = byUrl.get(link.url);
    if (known === undefined || known.text === '') byUrl.set(link.url, link);
  }
  return [...byUrl.values()];
}

/** PDF shown inside the page: <iframe src="a.pdf">, <embed>, <object>, or a viewer with ?file=a.pdf. */
function embeddedFiles($: CheerioAPI, base: string): PageLink[] {
  return $('iframe[src], embed[src], object[data]')
    .get()
    .flatMap((element) => {
      const shown = linkedUrl($(element).attr('src') ?? $(element).attr('data'), base);
      if (shown === null) return [];
      const inside = linkedUrl(new URL(shown).searchParams.get('file') ?? undefined, shown);
      const file = [inside, shown].find((url) => url !== null && /\.pdf$/i.test(new URL(url).pathname));
      return file == null ? [] : [{ url: file, text: '', date: null }];
    });
}

function nextPage($: CheerioAPI, base: string): string | null {
  const link = $('a[href]')
    .get()
    .find((element) => NEXT_WORDS.test($(element).text().trim()) || $(element).attr('rel') === 'next');
  return link === undefined ? null : linkedUrl($(link).attr('href'), base);
}

function titleOf($: CheerioAPI): string | null {
  const candidates = [
    $(TITLE_META).attr('content'),
    $('h1').first().text(),
    $('.title, .article-title, .bt').first().text(),
    $('title').text(),
  ];
  return (
    candidates.map((text) => text?.replace(/\s+/g, ' ').trim() ?? '').find((text) => text !== '') ?? null
  );
}

// 2024-08-30, 2024/8/30, 2024.08.30, 2024年8月30日
const ANY_DATE = /(20\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/;
// 发布时间：2024-08-30, 发文日期: 2024年8月30日
const PRINTED_DATE =
  /(?:发布|发文|公开|更新|成文|信息|来稿)?(?:日期|时间)\s*[:：]\s*(20\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/;
// …/202408/t20240830_123456.html, …/art/2024/8/30/art_1_2.html, …/2024-08/30/content_1.htm
const PATH_DATES = [/[/_t](20\d{2})(\d{2})(\d{2})(?:[_./-]|$)/, /\/(20\d{2})[/-](\d{1,2})\/(\d{1,2})\//];

function publishedDate($: CheerioAPI): string | null {
  const said = DATE_META.map((name) =>
    $(`meta[name="${name}" i], meta[property="${name}" i]`).attr('content'),
  );
  return said.map((text) => dateIn(text ?? '', ANY_DATE)).find((date) => date !== null) ?? null;
}

function dateOfPath(url: string): string | null {
  const { pathname } = new URL(url);
  return PATH_DATES.map((form) => dateIn(pathname, form)).find((date) => date !== null) ?? null;
}

function dateIn(text: string, form: RegExp): string | null {
  const [, year, month, day] = form.exec(text) ?? [];
  if (year === undefined) return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return isReal ? date.toISOString().slice(0, 10) : null;
}

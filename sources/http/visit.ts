/** A night's work at one bureau's pages: lists, the pages they lead to, and the documents that hang on those. */
import type { Origin } from '../origins.ts';
import { looksLikeFile, mediaOf } from './media.ts';
import { pageAt } from './page-at.ts';
import { readListing } from './read-listing.ts';
import type { PageLink, WebPage } from './read-page.ts';
import { take, takeRead } from './take-file.ts';
import { kindInTitle, moneyIn, yearInTitle } from './title-words.ts';
import { HttpTrouble } from './trouble.ts';
import {
  type Known,
  orTold,
  type Seeds,
  type SeedUrl,
  type Tally,
  tell,
  type VisitContext,
  type VisitReport,
  type Work,
} from './visit-work.ts';

export async function visit(seeds: Seeds, context: VisitContext): Promise<VisitReport> {
  const tally: Tally = { listingPages: 0, obtained: 0, unchanged: 0, troubles: [] };
  const work = { seeds, context, tally };
  const links: { link: PageLink; bureauId: string | null; kind: string | null }[] = [];
  for (const listing of seeds.listings) links.push(...(await readListing(listing, work)));
  const most = context.visitor.limits.maxDocumentsPerBureau;
  const [beyond] = links.slice(most);
  if (beyond !== undefined) tell(beyond.link.url, new HttpTrouble('too_many_links', beyond.link.url), tally);
  await Promise.all(links.slice(0, most).map(({ link, ...known }) => visitLink(link, known, work)));
  await Promise.all(seeds.urls.map((seed) => visitSeed(seed, work)));
  await Promise.all(unlinked(work).map((origin) => take(origin.url, knownOf(origin), work)));
  return { bureauId: seeds.bureauId, ...tally };
}

/** Documents of this bureau that no page led to tonight: whether they still stand is asked all the same. */
function unlinked({ seeds, context }: Work): Origin[] {
  const { known, files, pages } = context;
  return (known.get(seeds.bureauId) ?? [])
    .filter(({ withdrawal }) => withdrawal === null)
    .map(({ origin }) => origin)
    .filter(({ url, role }) => role !== 'body' && !files.has(url) && !pages.has(url))
    .filter(({ url }) => seeds.hosts.has(new URL(url).host));
}

function knownOf({ bundle, role, bureauId, kind, fiscalYear, title, publishedOn }: Origin): Known {
  return { bundle, role, bureauId, kind, fiscalYear, title, publishedOn };
}

/** A link of a list leads to a file, or to a page on which files hang. */
async function visitLink(
  link: PageLink,
  { bureauId, kind }: Pick<Known, 'bureauId' | 'kind'>,
  work: Work,
): Promise<void> {
  const known: Known = {
    bundle: link.url,
    role: 'direct',
    bureauId,
    kind: kind ?? kindInTitle(link.text),
    fiscalYear: yearInTitle(link.text),
    title: link.text === '' ? null : link.text,
    publishedOn: link.date,
  };
  if (looksLikeFile(link.url, link.text)) await take(link.url, known, work);
  else await visitPage(link.url, known, work);
}

async function visitSeed({ url, ...said }: SeedUrl, work: Work): Promise<void> {
  const known: Known = { ...said, bundle: url, role: 'direct', title: null };
  if (looksLikeFile(url, '')) await take(url, known, work);
  else await visitPage(url, known, work);
}

async function visitPage(url: string, known: Known, work: Work): Promise<void> {
  const read = await orTold(url, work, () => pageAt(url, work, { mustAsk: false }));
  if (read === null) return;
  const title = fullerTitle(known.title, read.page.title);
  const said: Known = {
    ...known,
    title,
    kind: known.kind ?? kindInTitle(read.page.title ?? ''),
    fiscalYear: known.fiscalYear ?? yearInTitle(read.page.title ?? ''),
    publishedOn: read.page.publishedOn ?? known.publishedOn,
  };
  const { attachments } = read.page;
  if (mediaOf(read.bytes) !== 'html') return takeRead(url, read, said, work);
  await Promise.all(
    attachments.map((file) => take(file.url, { ...said, ...ownWords(file, said), role: 'attachment' }, work)),
  );
  if (isReport(read.page)) return takeRead(url, read, { ...said, role: 'body' }, work);
  if (attachments.length === 0) tell(url, new HttpTrouble('no_report', url), work.tally);
}

/** A list gives the title whole, or cut short; the heading of a page is often the name of the site. */
function fullerTitle(ofLink: string | null, ofPage: string | null): string | null {
  return ofLink === null || /(?:…|\.{2,})$/.test(ofLink) ? (ofPage ?? ofLink) : ofLink;
}

/** A page with reports of several years names them on their links. */
function ownWords({ text }: PageLink, said: Known): Partial<Known> {
  return {
    ...(text === '' ? {} : { title: `${said.title ?? ''} ${text}`.trim() }),
    fiscalYear: yearInTitle(text) ?? said.fiscalYear,
    kind: kindInTitle(text) ?? said.kind,
  };
}

/** The page is the report itself, or a part of it: it prints money in a table, or in many sentences. */
function isReport({ text, hasTable }: WebPage): boolean {
  const amounts = moneyIn(text);
  return amounts >= (hasTable ? 1 : 3) || (hasTable && /(?:单位|金额)[：:（(]?\s*(?:万元|元)/.test(text));
}

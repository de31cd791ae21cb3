/** A night's work at one bureau's pages: lists, the pages they lead to, and the documents that hang on those. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { archive, archivePathOf } from '../archive.ts';
import type { Listing } from '../bureau.ts';
import { documentIdOf } from '../inbox.ts';
import type { Origin, Origins } from '../origins.ts';
import { decodePage } from './decode-page.ts';
import { fetchUrl, plainUrl, type Visitor } from './fetch-url.ts';
import { decodePercent, fileNameIn, type Headers, keptHeaders, safeFileName } from './headers.ts';
import { falsePage } from './judge-page.ts';
import { looksLikeFile, mediaOf, nameFitting, READABLE_MEDIA } from './media.ts';
import { conditionOf, type Memory } from './memory.ts';
import { type PageLink, readPage, type WebPage } from './read-page.ts';
import type { Answer } from './request.ts';
import { kindInTitle, moneyIn, yearInTitle } from './title-words.ts';
import { HttpTrouble } from './trouble.ts';

/** Where a visit begins: a bureau's pages, or addresses that somebody listed. */
export interface Seeds {
  /** The registered bureau; null for a list of addresses of several bodies. */
  bureauId: string | null;
  listings: readonly SharedListing[];
  urls: readonly SeedUrl[];
  hosts: ReadonlySet<string>;
}

export interface SharedListing extends Listing {
  /** Whose a link on this page is, by its text; undefined: somebody else's, who visits it. */
  ownerOf(text: string): string | null | undefined;
}

export interface SeedUrl {
  url: string;
  bureauId: string | null;
  kind: string | null;
  fiscalYear: number | null;
  publishedOn: string | null;
}

export interface VisitReport {
  bureauId: string | null;
  listingPages: number;
  /** Documents that were new, or had new bytes. */
  obtained: number;
  unchanged: number;
  /** Every address that gave nothing, and why. */
  troubles: readonly { url: string; code: string; reason: string }[];
}

export interface VisitContext {
  visitor: Visitor;
  memory: Memory;
  origins: Origins;
  archiveFolder: string;
  /** Pages of this night, by address: a page that two bureaus share is asked for once. */
  pages: Map<string, Promise<ReadPage>>;
  files: Map<string, Promise<'obtained' | 'unchanged'>>;
}

interface ReadPage {
  page: WebPage;
  bytes: Uint8Array;
  finalUrl: string;
  headers: Headers;
  /** What it says is what it said when it was last read. */
  saysTheSame: boolean;
}

/** What is known of a document before it is fetched. */
type Known = Pick<Origin, 'bundle' | 'role' | 'bureauId' | 'kind' | 'fiscalYear' | 'title' | 'publishedOn'>;

export async function visit(seeds: Seeds, context: VisitContext): Promise<VisitReport> {
  const tally: Tally = { listingPages: 0, obtained: 0, unchanged: 0, troubles: [] };
  const work = { seeds, context, tally };
  const links: { link: PageLink; bureauId: string | null; kind: string | null }[] = [];
  for (const listing of seeds.listings) links.push(...(await readListing(listing, work)));
  const most = context.visitor.limits.maxDocumentsPerBureau;
  await Promise.all(links.slice(0, most).map(({ link, ...known }) => visitLink(link, known, work)));
  await Promise.all(seeds.urls.map((seed) => visitSeed(seed, work)));
  await Promise.all(unlinked(work).map((origin) => take(origin.url, knownOf(origin), work)));
  return { bureauId: seeds.bureauId, ...tally };
}

/** Documents of this bureau that no page led to tonight: whether they still stand is asked all the same. */
function unlinked({ seeds, context }: Work): Origin[] {
  const { origins, files, pages } = context;
  return origins
    .all()
    .filter(({ origin, withdrawal }) => withdrawal === null && origin.bureauId === seeds.bureauId)
    .map(({ origin }) => origin)
    .filter(({ url, role }) => role !== 'body' && !files.has(url) && !pages.has(url))
    .filter(({ url }) => seeds.hosts.has(new URL(url).host));
}

function knownOf({ bundle, role, bureauId, kind, fiscalYear, title, publishedOn }: Origin): Known {
  return { bundle, role, bureauId, kind, fiscalYear, title, publishedOn };
}

interface Tally {
  listingPages: number;
  obtained: number;
  unchanged: number;
  troubles: { url: string; code: string; reason: string }[];
}

interface Work {
  seeds: Seeds;
  context: VisitContext;
  tally: Tally;
}

/** What goes wrong at one address is told and costs that address alone. */
async function orTold<Result>(
  url: string,
  { tally }: Work,
  work: () => Promise<Result>,
): Promise<Result | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof HttpTrouble)) throw error;
    tally.troubles.push({ url, code: error.code, reason: error.message });
    return null;
  }
}

/** All pages of a list, until one brings nothing new: lists that end answer the last page, or the first, for ever. */
async function readListing(
  listing: SharedListing,
  work: Work,
): Promise<{ link: PageLink; bureauId: string | null; kind: string | null }[]> {
  const { limits } = work.context.visitor;
  const seen = new Map<string, PageLink>();
  let url: string | null = listing.url;
  for (let count = 0; url !== null && count < limits.maxListingPages; count++) {
    const read: ReadPage | null = await listPage(url, count > 0, work);
    if (read === null) break;
    work.tally.listingPages += 1;
    const before = seen.size;
    for (const link of read.page.links) {
      if (isWanted(link, listing) && !seen.has(link.url)) seen.set(link.url, link);
    }
    if (count > 0 && seen.size === before) break;
    url = followingPage(listing, read, count);
  }
  return [...seen.values()].flatMap((link) => {
    const bureauId = listing.ownerOf(link.text);
    return bureauId === undefined ? [] : [{ link, bureauId, kind: listing.kind ?? null }];
  });
}

/** Behind the last page of a list by pattern there is nothing, and that is no trouble. */
async function listPage(url: string, isLater: boolean, work: Work): Promise<ReadPage | null> {
  try {
    return await pageAt(url, work, { mustAsk: true });
  } catch (error) {
    if (!(error instanceof HttpTrouble)) throw error;
    const isEnd = isLater && ['not_found', 'gone', 'soft_404'].includes(error.code);
    if (!isEnd) work.tally.troubles.push({ url, code: error.code, reason: error.message });
    return null;
  }
}

function followingPage({ url, pages, secondPage }: Listing, read: ReadPage, count: number): string | null {
  if (pages == null) return read.page.next === url ? null : read.page.next;
  return new URL(pages.replaceAll('{n}', String(secondPage + count)), url).href;
}

function isWanted({ url, text }: PageLink, { links, linkUrls }: Listing): boolean {
  return new RegExp(links, 'u').test(text) && (linkUrls == null || new RegExp(linkUrls, 'u').test(url));
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
  const title = read.page.title ?? known.title;
  const said: Known = {
    ...known,
    title,
    kind: known.kind ?? kindInTitle(title ?? ''),
    fiscalYear: known.fiscalYear ?? yearInTitle(title ?? ''),
    publishedOn: read.page.publishedOn ?? known.publishedOn,
  };
  const { attachments } = read.page;
  if (mediaOf(read.bytes) !== 'html') return takeAnswer(url, read, said, work);
  await Promise.all(
    attachments.map((file) => take(file.url, { ...said, ...ownWords(file, said), role: 'attachment' }, work)),
  );
  if (isReport(read.page)) return takeBody(url, read, { ...said, role: 'body' }, work);
  if (attachments.length === 0)
    await orTold(url, work, () => Promise.reject(new HttpTrouble('no_report', url)));
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

/** A page, from the network or from memory; throws where it is none. Each address once a night. */
function pageAt(url: string, work: Work, options: { mustAsk: boolean }): Promise<ReadPage> {
  const { pages } = work.context;
  const known = pages.get(url);
  if (known !== undefined) return known;
  const read = readPageAt(url, work, options);
  pages.set(url, read);
  return read;
}

async function readPageAt(url: string, work: Work, { mustAsk }: { mustAsk: boolean }): Promise<ReadPage> {
  const { memory, visitor } = work.context;
  const known = memory.of(url);
  const stored = known === null ? null : memory.page(url);
  if (known !== null && stored !== null && !mustAsk && isFresh(known.checkedAt, visitor))
    return remembered(stored, known.finalUrl, known.contentType);
  const { limits } = visitor;
  return orGone(url, work, async () => {
    const answer = await fetchUrl(
      {
        url,
        hosts: work.seeds.hosts,
        // A page without an ending may be a file: the limit of files holds until its first bytes are seen.
        maxMegabytes: mustAsk ? limits.maxPageMegabytes : limits.maxFileMegabytes,
        condition: stored === null ? null : conditionOf(known),
      },
      visitor,
    );
    const checkedAt = visitor.effects.now().toISOString();
    if (answer.status !== 304) return newPage(url, answer, work, checkedAt);
    if (known === null || stored === null) throw new HttpTrouble('unexpected_status', url, { detail: '304' });
    memory.remember(url, { ...known, checkedAt });
    return remembered(stored, known.finalUrl, known.contentType);
  });
}

function remembered(bytes: Uint8Array, finalUrl: string, contentType: string): ReadPage {
  const headers = { 'content-type': contentType };
  const page = readPage(decodePage(bytes, headers), finalUrl);
  return { page, bytes, finalUrl, headers, saysTheSame: true };
}

function newPage(
  url: string,
  { bytes, headers, url: finalUrl }: Answer,
  work: Work,
  checkedAt: string,
): ReadPage {
  const { memory, visitor } = work.context;
  if (bytes.length === 0) throw new HttpTrouble('empty', url);
  const isHtml = mediaOf(bytes) === 'html' || mediaOf(bytes) === 'text';
  if (!isHtml) {
    const page = readPage('', finalUrl);
    return { page, bytes, finalUrl, headers, saysTheSame: false };
  }
  if (bytes.length > visitor.limits.maxPageMegabytes * 1e6) throw new HttpTrouble('too_large', url);
  const page = readPage(decodePage(bytes, headers), finalUrl);
  const wrong = falsePage(page);
  if (wrong !== null)
    throw new HttpTrouble(wrong, url, page.title === null ? {} : { detail: page.title.slice(0, 40) });
  const saysDigest = digestOf(page);
  const saysTheSame = memory.of(url)?.saysDigest === saysDigest;
  memory.savePage(url, bytes);
  memory.remember(url, {
    etag: headers.etag ?? null,
    lastModified: headers['last-modified'] ?? null,
    checkedAt,
    finalUrl,
    contentType: headers['content-type'] ?? '',
    saysDigest,
  });
  return { page, bytes, finalUrl, headers, saysTheSame };
}

// 浏览次数：1024, 阅读量 1024, 访问：1024次
const VISITOR_COUNT = /(?:浏览|阅读|点击|访问)(?:次数|人数|量|数)?\s*[:：]?\s*\[?\d+\]?\s*次?/g;

function digestOf({ text, attachments }: WebPage): string {
  const said = `${text.replace(VISITOR_COUNT, '')}\n${attachments.map(({ url }) => url).join('\n')}`;
  return createHash('sha256').update(said).digest('hex').slice(0, 16);
}

function isFresh(checkedAt: string, { limits, effects }: Visitor): boolean {
  const age = effects.now().getTime() - Date.parse(checkedAt);
  return age >= 0 && age < limits.recheckDays * 86_400_000;
}

const GONE: ReadonlySet<string> = new Set(['not_found', 'gone', 'soft_404']);

/** What was there and is not any more: the copy stays, and that it was withdrawn is known. */
async function orGone<Result>(url: string, { context }: Work, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const { origins, visitor } = context;
    const known = origins.at(url);
    if (error instanceof HttpTrouble && GONE.has(error.code) && known !== null && known.withdrawal === null)
      origins.withdraw({
        url,
        withdrawnAt: visitor.effects.now().toISOString(),
        status: error.status ?? 200,
      });
    throw error;
  }
}

/** Fetches a file and keeps it; each address once a night. */
async function take(address: string, known: Known, work: Work): Promise<void> {
  await orTold(address, work, async () => {
    const url = plainUrl(address);
    const { files } = work.context;
    const underWay = files.get(url);
    if (underWay !== undefined) return underWay.catch(() => null);
    const taken = takeFile(url, known, work);
    files.set(url, taken);
    work.tally[await taken] += 1;
    return null;
  });
}

async function takeFile(url: string, known: Known, work: Work): Promise<'obtained' | 'unchanged'> {
  const { memory, visitor, origins, archiveFolder } = work.context;
  const copy = origins.at(url);
  const isKept =
    copy !== null && copy.withdrawal === null && existsSync(join(archiveFolder, archivePathOf(copy.origin)));
  const before = isKept ? memory.of(url) : null;
  if (before !== null && isFresh(before.checkedAt, visitor)) return noteContext(url, known, work);
  const { seeds } = work;
  return orGone(url, work, async () => {
    const maxMegabytes = visitor.limits.maxFileMegabytes;
    const answer = await fetchUrl(
      { url, hosts: seeds.hosts, maxMegabytes, condition: conditionOf(before) },
      visitor,
    );
    if (answer.status !== 304) return keep(url, requireReadable(answer, url), known, work);
    if (before === null) throw new HttpTrouble('unexpected_status', url, { detail: '304' });
    memory.remember(url, { ...before, checkedAt: visitor.effects.now().toISOString() });
    return noteContext(url, known, work);
  });
}

/** The bytes are had; what the page says of them may be new. */
function noteContext(url: string, known: Known, { context: { origins } }: Work): 'unchanged' {
  const copy = origins.at(url)!.origin;
  const merged: Origin = { ...copy, ...known };
  if (JSON.stringify(merged) !== JSON.stringify(copy)) origins.add(merged);
  return 'unchanged';
}

/** A file that is one; throws where the answer is an error page, a login, or of a kind that nobody reads. */
function requireReadable(answer: Answer, url: string): Answer {
  if (answer.bytes.length === 0) throw new HttpTrouble('empty', url);
  const media = mediaOf(answer.bytes);
  if (READABLE_MEDIA.has(media)) return answer;
  if (media !== 'html') throw new HttpTrouble('wrong_type', url, { detail: media });
  const page = readPage(decodePage(answer.bytes, answer.headers), answer.url);
  throw new HttpTrouble(falsePage(page) ?? 'page_instead_of_file', url, {
    detail: (page.title ?? '').slice(0, 40),
  });
}

/** What was asked for as a page turned out to be a file. */
async function takeAnswer(url: string, read: ReadPage, known: Known, work: Work): Promise<void> {
  await orTold(url, work, async () => {
    const answer = { url: read.finalUrl, status: 200, headers: read.headers, bytes: read.bytes };
    work.tally[keep(plainUrl(url), requireReadable(answer, url), known, work)] += 1;
  });
}

async function takeBody(url: string, read: ReadPage, known: Known, work: Work): Promise<void> {
  const { origins } = work.context;
  const address = plainUrl(url);
  if (read.saysTheSame && origins.at(address)?.origin.role === 'body') {
    noteContext(address, known, work);
    work.tally.unchanged += 1;
    return;
  }
  const answer = { url: read.finalUrl, status: 200, headers: read.headers, bytes: read.bytes };
  work.tally[keep(address, answer, known, work)] += 1;
}

/** Archives the bytes and notes where they were found. */
function keep(url: string, answer: Answer, known: Known, { context }: Work): 'obtained' | 'unchanged' {
  const { memory, origins, archiveFolder, visitor } = context;
  const { bytes, headers } = answer;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const sourceFile = origins.nameOf(sha256) ?? nameOf(answer);
  archive(archiveFolder, {
    documentId: documentIdOf(sha256),
    sha256,
    bytes,
    sourceFile,
    relativePath: url,
    url,
    publishedOn: known.publishedOn,
  });
  const before = origins.at(url);
  const isSame = before !== null && before.withdrawal === null && before.origin.sha256 === sha256;
  const fetchedAt = visitor.effects.now().toISOString();
  if (known.role !== 'body')
    memory.remember(url, {
      etag: headers.etag ?? null,
      lastModified: headers['last-modified'] ?? null,
      checkedAt: fetchedAt,
      finalUrl: answer.url,
      contentType: headers['content-type'] ?? '',
      saysDigest: null,
    });
  if (isSame) return noteContext(url, known, { context } as Work);
  origins.add({
    url,
    finalUrl: answer.url,
    sha256,
    bytes: bytes.length,
    sourceFile,
    fetchedAt,
    status: answer.status,
    headers: keptHeaders(headers),
    ...known,
  });
  return 'obtained';
}

function nameOf({ url, headers, bytes }: Answer): string {
  const last =
    new URL(url).pathname
      .split('/')
      .filter((part) => part !== '')
      .at(-1) ?? 'index';
  const name = fileNameIn(headers) ?? safeFileName(decodePercent(last, 'utf-8') ?? last) ?? 'index';
  return nameFitting(name, mediaOf(bytes));
}

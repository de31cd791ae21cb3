/** Documents from addresses into the archive, with their origins. What is known is not asked for again. */
import { createHash } from 'node:crypto';
import { archive } from '../archive.ts';
import { documentIdOf } from '../inbox.ts';
import type { Origin } from '../origins.ts';
import { decodePage } from './decode-page.ts';
import { fetchUrl } from './fetch-url.ts';
import { decodePercent, fileNameIn, keptHeaders, safeFileName } from './headers.ts';
import { falsePage } from './judge-page.ts';
import { mediaOf, nameFitting, READABLE_MEDIA } from './media.ts';
import { conditionOf, rememberedOf } from './memory.ts';
import { plainUrl } from './plain-url.ts';
import { readPage } from './read-page.ts';
import type { Answer } from './request.ts';
import { HttpTrouble } from './trouble.ts';
import {
  isFresh,
  type Known,
  keptCopy,
  type Outcome,
  orGone,
  orTold,
  type ReadPage,
  type Work,
} from './visit-work.ts';

/** Fetches a file and keeps it. */
export function take(address: string, known: Known, work: Work): Promise<void> {
  return onceTonight(address, work, (url) => takeFile(url, known, work));
}

/** What was read as a page and is a report: the page itself, or the file that its address turned out to be. */
export function takeRead(address: string, read: ReadPage, known: Known, work: Work): Promise<void> {
  return onceTonight(address, work, async (url) => {
    const copy = keptCopy(url, work.context);
    const wasBody = copy?.role === 'body';
    if (copy !== null && read.saysTheSame && wasBody === (known.role === 'body'))
      return noteContext(copy, known, work);
    const answer = { url: read.finalUrl, status: 200, headers: read.headers, bytes: read.bytes };
    return keep(url, known.role === 'body' ? answer : requireReadable(answer, url), known, work);
  });
}

/** However many links lead to an address: the first that does says what it is. */
async function onceTonight(
  address: string,
  work: Work,
  taking: (url: string) => Promise<Outcome>,
): Promise<void> {
  await orTold(address, work, async () => {
    const url = plainUrl(address);
    const { files } = work.context;
    const underWay = files.get(url);
    if (underWay !== undefined) return underWay.catch(() => null);
    const taken = taking(url);
    files.set(url, taken);
    work.tally[await taken] += 1;
    return null;
  });
}

async function takeFile(url: string, known: Known, work: Work): Promise<Outcome> {
  const { memory, visitor } = work.context;
  const copy = keptCopy(url, work.context);
  const before = copy === null ? null : memory.of(url);
  if (copy !== null && before !== null && isFresh(before.checkedAt, visitor))
    return noteContext(copy, known, work);
  const { seeds } = work;
  return orGone(url, work, async () => {
    const maxMegabytes = visitor.limits.maxFileMegabytes;
    const answer = await fetchUrl(
      { url, hosts: seeds.hosts, maxMegabytes, condition: conditionOf(before) },
      visitor,
    );
    if (answer.status !== 304) return keep(url, requireReadable(answer, url), known, work);
    if (copy === null || before === null) throw new HttpTrouble('unexpected_status', url, { detail: '304' });
    memory.remember(url, { ...before, checkedAt: visitor.effects.now().toISOString() });
    return noteContext(copy, known, work);
  });
}

/** The bytes are had; what the page says of them may be new. */
function noteContext(copy: Origin, known: Known, { context: { origins } }: Work): 'unchanged' {
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

/** Archives the bytes and notes where they were found. */
function keep(url: string, answer: Answer, known: Known, work: Work): Outcome {
  const { memory, origins, archiveFolder, visitor } = work.context;
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
  const fetchedAt = visitor.effects.now().toISOString();
  if (known.role !== 'body') memory.remember(url, rememberedOf(answer, fetchedAt, null));
  if (before?.withdrawal === null && before.origin.sha256 === sha256)
    return noteContext(before.origin, known, work);
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

/** Documents from addresses into the archive, with their origins. What is known is not asked for again. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { archive, archivePathOf } from '../archive.ts';
import { documentIdOf } from '../inbox.ts';
import type { Origin } from '../origins.ts';
import { decodePage } from './decode-page.ts';
import { fetchUrl, plainUrl } from './fetch-url.ts';
import { decodePercent, fileNameIn, keptHeaders, safeFileName } from './headers.ts';
import { falsePage } from './judge-page.ts';
import { mediaOf, nameFitting, READABLE_MEDIA } from './media.ts';
import { conditionOf } from './memory.ts';
import { readPage } from './read-page.ts';
import type { Answer } from './request.ts';
import { HttpTrouble } from './trouble.ts';
import { isFresh, type Known, orGone, orTold, type ReadPage, type Work } from './visit-work.ts';

/** Fetches a file and keeps it; each address once a night. */
export async function take(address: string, known: Known, work: Work): Promise<void> {
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
export async function takeAnswer(url: string, read: ReadPage, known: Known, work: Work): Promise<void> {
  await orTold(url, work, async () => {
    const answer = { url: read.finalUrl, status: 200, headers: read.headers, bytes: read.bytes };
    work.tally[keep(plainUrl(url), requireReadable(answer, url), known, work)] += 1;
  });
}

export async function takeBody(url: string, read: ReadPage, known: Known, work: Work): Promise<void> {
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

/** A page, from the network or from memory, and never an error page that calls itself one. */
import { createHash } from 'node:crypto';
import { decodePage } from './decode-page.ts';
import { fetchUrl } from './fetch-url.ts';
import { falsePage } from './judge-page.ts';
import { mediaOf } from './media.ts';
import { conditionOf } from './memory.ts';
import { readPage, type WebPage } from './read-page.ts';
import type { Answer } from './request.ts';
import { HttpTrouble } from './trouble.ts';
import { isFresh, orGone, type ReadPage, type Work } from './visit-work.ts';

/** A page, from the network or from memory; throws where it is none. Each address once a night. */
export function pageAt(url: string, work: Work, options: { mustAsk: boolean }): Promise<ReadPage> {
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

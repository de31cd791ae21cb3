/** A page, from the network or from memory, and never an error page that calls itself one. */
import { createHash } from 'node:crypto';
import { decodePage } from './decode-page.ts';
import { fetchUrl } from './fetch-url.ts';
import { falsePage } from './judge-page.ts';
import { mediaOf } from './media.ts';
import { conditionOf, type Remembered, rememberedOf } from './memory.ts';
import { plainUrl } from './plain-url.ts';
import { readPage, type WebPage } from './read-page.ts';
import type { Answer } from './request.ts';
import { HttpTrouble } from './trouble.ts';
import { isFresh, keptCopy, orGone, type ReadPage, type Work } from './visit-work.ts';

/** A page, from the network or from memory; throws where it is none. Each address once a night. */
export function pageAt(address: string, work: Work, options: { mustAsk: boolean }): Promise<ReadPage> {
  const { pages } = work.context;
  const url = plainUrl(address);
  const known = pages.get(url);
  if (known !== undefined) return known;
  const read = readPageAt(url, work, options);
  pages.set(url, read);
  return read;
}

async function readPageAt(url: string, work: Work, { mustAsk }: { mustAsk: boolean }): Promise<ReadPage> {
  const { memory, visitor } = work.context;
  const known = rememberedAt(url, work);
  if (known !== null && !mustAsk && isFresh(known.what.checkedAt, visitor)) return known.read();
  const { limits } = visitor;
  return orGone(url, work, async () => {
    const answer = await fetchUrl(
      {
        url,
        hosts: work.seeds.hosts,
        // A page without an ending may be a file: the limit of files holds until its first bytes are seen.
        maxMegabytes: mustAsk ? limits.maxPageMegabytes : limits.maxFileMegabytes,
        condition: conditionOf(known?.what ?? null),
      },
      visitor,
    );
    const checkedAt = visitor.effects.now().toISOString();
    if (answer.status !== 304) return newPage(url, answer, work, checkedAt);
    if (known === null) throw new HttpTrouble('unexpected_status', url, { detail: '304' });
    memory.remember(url, { ...known.what, checkedAt });
    return known.read();
  });
}

/**
 * What is remembered of an address, where that can stand for an answer: a page whose text is had, or a file in the
 * archive, of which nobody asks the bytes again.
 */
function rememberedAt(url: string, { context }: Work): { what: Remembered; read(): ReadPage } | null {
  const what = context.memory.of(url);
  if (what === null) return null;
  const copy = keptCopy(url, context);
  const isFile = copy !== null && copy.role !== 'body';
  const text = context.memory.page(url) ?? (isFile ? new Uint8Array() : null);
  if (text === null) return null;
  const headers = { 'content-type': what.contentType };
  return {
    what,
    read: () => ({ ...readAnswer({ bytes: text, headers, url: what.finalUrl }), saysTheSame: true }),
  };
}

function newPage(url: string, answer: Answer, work: Work, checkedAt: string): ReadPage {
  const { memory, visitor } = work.context;
  const { bytes } = answer;
  if (bytes.length === 0) throw new HttpTrouble('empty', url);
  const read = readAnswer(answer);
  if (!isText(bytes)) {
    // What it was as a page must not come back as an answer to a later question.
    memory.forget(url);
    return { ...read, saysTheSame: false };
  }
  if (bytes.length > visitor.limits.maxPageMegabytes * 1e6) throw new HttpTrouble('too_large', url);
  const { page } = read;
  const wrong = falsePage(page);
  if (wrong !== null)
    throw new HttpTrouble(wrong, url, page.title === null ? {} : { detail: page.title.slice(0, 40) });
  const saysDigest = digestOf(page);
  const saysTheSame = memory.of(url)?.saysDigest === saysDigest;
  memory.savePage(url, bytes);
  memory.remember(url, rememberedOf(answer, checkedAt, saysDigest));
  return { ...read, saysTheSame };
}

function readAnswer({ bytes, headers, url }: Omit<Answer, 'status'>): Omit<ReadPage, 'saysTheSame'> {
  const html = isText(bytes) ? decodePage(bytes, headers) : '';
  return { page: readPage(html, url), bytes, finalUrl: url, headers };
}

function isText(bytes: Uint8Array): boolean {
  return ['html', 'text'].includes(mediaOf(bytes));
}

// 浏览次数：1024, 阅读量 1024, 访问：1024次
const VISITOR_COUNT = /(?:浏览|阅读|点击|访问)(?:次数|人数|量|数)?\s*[:：]?\s*\[?\d+\]?\s*次?/g;

function digestOf({ text, attachments }: WebPage): string {
  const said = `${text.replace(VISITOR_COUNT, '')}\n${attachments.map(({ url }) => url).join('\n')}`;
  return createHash('sha256').update(said).digest('hex').slice(0, 16);
}

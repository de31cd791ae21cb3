/** One request and one answer, held to its limits while it comes in: nothing is kept that is larger or slower. */
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { type Dispatcher, request } from 'undici';
import type { HttpLimits } from '../http-limits.ts';
import { type Headers, headersOf } from './headers.ts';
import type { Network } from './open-network.ts';
import { HttpTrouble, troubleOf } from './trouble.ts';

export interface Answer {
  url: string;
  status: number;
  headers: Headers;
  /** Unpacked; empty where the status is not 200. */
  bytes: Uint8Array;
}

export interface RequestOptions {
  headers: Readonly<Record<string, string>>;
  /** Of the unpacked content. */
  maxBytes: number;
}

/** Throws `HttpTrouble` where no whole answer came. Redirects are answers. */
export async function requestOnce(
  url: string,
  { headers, maxBytes }: RequestOptions,
  limits: HttpLimits,
  network: Network,
): Promise<Answer> {
  const deadline = AbortSignal.timeout(limits.totalSeconds * 1000);
  let proxy: string | null = null;
  try {
    const route = await network.routeTo(url);
    proxy = route.proxy;
    const answer = await request(url, {
      dispatcher: route.dispatcher,
      signal: deadline,
      headersTimeout: limits.headersSeconds * 1000,
      bodyTimeout: limits.silenceSeconds * 1000,
      headers: {
        'user-agent': limits.userAgent,
        accept: '*/*',
        'accept-language': 'zh-CN,zh;q=0.9',
        'accept-encoding': 'gzip, deflate',
        ...headers,
      },
    });
    if (proxy !== null && answer.statusCode === PROXY_WANTS_PASSWORD) {
      await drop(answer.body);
      throw new HttpTrouble('proxy_refused', url, { detail: `${placeOf(proxy)} ${PROXY_WANTS_PASSWORD}` });
    }
    const received = headersOf(answer.headers);
    const bytes =
      answer.statusCode === 200
        ? await readBody(answer.body, received, url, maxBytes)
        : await drop(answer.body);
    return { url, status: answer.statusCode, headers: received, bytes };
  } catch (error) {
    // What was found out before the time ran out is the better reason.
    if (deadline.aborted && !(error instanceof HttpTrouble))
      throw new HttpTrouble('too_slow', url, { detail: `${limits.totalSeconds} 秒`, cause: error });
    throw proxy === null ? toldAt(url, error) : throughProxy(error, url, proxy);
  }
}

const PROXY_WANTS_PASSWORD = 407;
// "Proxy response (403) !== 200 when HTTP Tunneling", "Proxy Authentication Required (407)": undici's words.
const REFUSED_BY_PROXY = /Proxy (?:response|Authentication Required) \((\d{3})\)/;

/** A connection that is not made is the proxy's: nothing else is connected to. */
function throughProxy(error: unknown, url: string, proxy: string): HttpTrouble {
  for (let each: unknown = error; each instanceof Error; each = each.cause) {
    const status = REFUSED_BY_PROXY.exec(each.message)?.[1];
    if (status !== undefined)
      return new HttpTrouble('proxy_refused', url, { detail: `${placeOf(proxy)} ${status}`, cause: error });
  }
  const trouble = toldAt(url, error);
  if (!UNCONNECTED.has(trouble.code)) return trouble;
  return new HttpTrouble('proxy_unreachable', url, { detail: placeOf(proxy), cause: error });
}

const UNCONNECTED: ReadonlySet<string> = new Set(['dns_failed', 'connect_failed', 'connect_timeout']);

/** Without user and password. */
function placeOf(proxy: string): string {
  return new URL(proxy).host;
}

/** The connection does not know which address it was asked for. */
function toldAt(url: string, error: unknown): HttpTrouble {
  const trouble = troubleOf(error, url);
  if (trouble.url !== '') return trouble;
  const detail = /（(.*)）$/.exec(trouble.message)?.[1];
  return new HttpTrouble(trouble.code, url, { ...(detail === undefined ? {} : { detail }), cause: trouble });
}

const SMALL_BODY = 65_536;

/** What comes with an error or a redirect is not read; the connection is given back where little is left. */
async function drop(body: Dispatcher.ResponseData['body']): Promise<Uint8Array> {
  await body.dump({ limit: SMALL_BODY });
  return new Uint8Array();
}

async function readBody(
  body: Readable,
  headers: Headers,
  url: string,
  maxBytes: number,
): Promise<Uint8Array> {
  const announced = Number(headers['content-length'] ?? 0);
  if (announced > maxBytes) {
    body.destroy();
    throw tooLarge('too_large', url, maxBytes);
  }
  const pieces: Uint8Array[] = [];
  let length = 0;
  const unpacked = unpack(body, headers['content-encoding'] ?? '');
  for await (const piece of unpacked as AsyncIterable<Uint8Array>) {
    length += piece.length;
    if (length > maxBytes) {
      body.destroy();
      throw tooLarge(unpacked === body ? 'too_large' : 'inflates_too_far', url, maxBytes);
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces, length);
}

function tooLarge(code: 'too_large' | 'inflates_too_far', url: string, maxBytes: number): HttpTrouble {
  return new HttpTrouble(code, url, { detail: `上限 ${Math.round(maxBytes / 1e5) / 10} MB` });
}

const UNPACKERS: Readonly<Record<string, () => NodeJS.ReadWriteStream & Readable>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

function unpack(body: Readable, encoding: string): Readable {
  const unpacker = UNPACKERS[encoding.trim().toLowerCase()];
  if (unpacker === undefined) return body;
  const unpacked = unpacker();
  // `pipe` does not hand errors on: a connection that breaks must end the unpacking too.
  body.on('error', (error) => unpacked.destroy(error));
  return body.pipe(unpacked);
}

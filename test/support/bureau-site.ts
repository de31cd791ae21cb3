/**
 * Sites of invented bureaus on 127.0.0.1 that behave as real ones do: pages in GBK that say they are not, lists in
 * many pages, names of files in three encodings, slow lines, lost connections, logins, puzzles, and traps. Every
 * request is logged. A second server plays the machine that nobody may ask.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { gzipSync } from 'node:zlib';
import { listen, portOf } from './loopback.ts';
import { SELF_SIGNED } from './self-signed.ts';

export interface Logged {
  host: string;
  path: string;
  headers: IncomingMessage['headers'];
  at: number;
}

export type Handler = (request: IncomingMessage, response: ServerResponse, site: Site) => void;

/** One bureau's site: what it answers, what should be had from it, and what should not. */
export interface SiteCase {
  /** First part of the host name: "gbk" is gbk.example. */
  name: string;
  behaves: string;
  paths: Readonly<Record<string, Handler>>;
  /** Texts that the archived documents of the bureau begin with. */
  had: readonly string[];
  /** Names of the archived files, where they are the point. */
  names?: readonly string[];
  /** Codes of troubles, with the end of the address. */
  troubles?: readonly (readonly [code: string, path: string])[];
  /** Paths that must not be asked for. */
  never?: readonly string[];
  /** `urls`: addresses of single reports, in place of the list unless it is to be read as well. */
  entry?: Partial<Record<'pages' | 'linkUrls' | 'hosts' | 'urls' | 'andList', unknown>>;
}

export interface Site {
  /** Port of the bureaus. */
  port: number;
  forbiddenPort: number;
  securePort: number;
  log: Logged[];
  forbiddenLog: string[];
  /** How often a path was asked for, for answers that change. */
  asked(request: IncomingMessage): number;
  hostOf(name: string): string;
  takeDown(name: string, path: string): void;
  /** Another file at the same address. */
  replace(name: string, path: string, text: string): void;
  answer(name: string, path: string, handler: Handler): void;
  close(): Promise<void>;
}

/** A PDF as far as its first bytes go; nobody reads these. */
export const pdf = (text: string) => Buffer.from(`%PDF-1.4\n${text}\n${'.'.repeat(400)}\n%%EOF\n`);

export function send(
  response: ServerResponse,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
  status = 200,
): void {
  response.writeHead(status, headers);
  response.end(body);
}

export const page = (body: string, head = '') =>
  `<!DOCTYPE html><html><head><title>示例单位</title>${head}</head><body>${body}</body></html>`;
const UTF8 = { 'content-type': 'text/html; charset=utf-8' };
export const html =
  (body: string | Uint8Array, headers: Record<string, string> = UTF8): Handler =>
  (_, response) =>
    send(response, body, headers);
export const file =
  (text: string, headers: Record<string, string> = {}): Handler =>
  (_, response) =>
    send(response, pdf(text), { 'content-type': 'application/pdf', ...headers });
export const redirect =
  (to: (site: Site) => string, status = 302): Handler =>
  (_, response, site) =>
    send(response, '', { location: to(site) }, status);
export const link = (href: string, text: string, date = '2025-08-20') =>
  `<li><a href="${href}">${text}</a><span>${date}</span></li>`;
export const list = (...links: string[]) => html(page(`<ul>${links.join('')}</ul>`));

export async function openSite(cases: readonly SiteCase[]): Promise<Site> {
  const log: Logged[] = [];
  const forbiddenLog: string[] = [];
  const counts = new Map<string, number>();
  const paths = new Map(cases.map(({ name, paths }) => [name, { ...paths } as Record<string, Handler>]));
  const forbidden = createServer((request, response) => {
    forbiddenLog.push(`${request.headers.host}${request.url}`);
    send(response, pdf('禁止'));
  });
  const keyOf = (request: IncomingMessage) => `${request.headers.host} ${request.url}`;
  const server = createServer((request, response) => {
    const host = request.headers.host ?? '';
    const path = request.url ?? '/';
    log.push({ host: host.split('.')[0]!, path, headers: request.headers, at: Date.now() });
    counts.set(keyOf(request), (counts.get(keyOf(request)) ?? 0) + 1);
    const handler = paths.get(host.split('.')[0]!)?.[path];
    if (handler === undefined) return send(response, '404', {}, 404);
    handler(request, response, site);
  });
  const secure = createSecureServer(SELF_SIGNED, (request, response) => {
    forbiddenLog.push(`https ${request.url}`);
    send(response, pdf('不可信'));
  });
  await Promise.all([listen(server), listen(forbidden), listen(secure)]);
  const site: Site = {
    port: portOf(server),
    forbiddenPort: portOf(forbidden),
    securePort: portOf(secure),
    log,
    forbiddenLog,
    asked: (request) => counts.get(keyOf(request)) ?? 0,
    takeDown: (name, path) => void delete paths.get(name)![path],
    replace(name, path, text) {
      paths.get(name)![path] = file(text);
    },
    answer(name, path, handler) {
      paths.get(name)![path] = handler;
    },
    hostOf: (name) => `${name}.example:${portOf(server)}`,
    close: () => Promise.all([server, forbidden, secure].map(close)).then(() => undefined),
  };
  return site;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** 200 MB of zeros in 200 kB. */
export const BOMB = gzipSync(Buffer.alloc(200_000_000), { level: 1 });

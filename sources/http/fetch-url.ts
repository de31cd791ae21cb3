/**
 * One address, from asking to the last answer: in turn, within what robots.txt allows, over redirects that are
 * judged hop by hop as if each had been asked for itself.
 */
import type { HttpLimits } from '../http-limits.ts';
import { retryAfterSeconds } from './headers.ts';
import type { Network } from './open-network.ts';
import type { Patience } from './patience.ts';
import { plainUrl, redirectedUrl } from './plain-url.ts';
import { type HttpEffects, type Turns, withRetries } from './politeness.ts';
import { type Answer, requestOnce } from './request.ts';
import { ROBOTS_BYTES, type Rules, rulesOf, textWithout } from './robots.ts';
import { HttpTrouble, type HttpTroubleCode } from './trouble.ts';

export interface Visitor {
  limits: HttpLimits;
  network: Network;
  effects: HttpEffects;
  turns: Turns;
  patience: Patience;
  /** Throws where somebody asked for an end. */
  stopIfAsked(): void;
  /** What is known of each site's robots.txt tonight, by origin. */
  rules: Map<string, Promise<Rules>>;
  /** robots.txt from an earlier night; undefined where it is unknown or too old. */
  rememberedRobots(origin: string): string | undefined;
  rememberRobots(origin: string, text: string): void;
}

export interface Condition {
  etag: string | null;
  lastModified: string | null;
}

export interface Wanted {
  url: string;
  /** Hosts (with a port where it is not the usual one) that may be asked. */
  hosts: ReadonlySet<string>;
  maxMegabytes: number;
  /** What is had already; the answer may be 304 without content. */
  condition: Condition | null;
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** The answer of the last hop: 200 with content, or 304 with none. Throws `HttpTrouble` for everything else. */
export function fetchUrl(wanted: Wanted, visitor: Visitor): Promise<Answer> {
  return followed(wanted.url, visitor, (url) => fetchHop(url, wanted, visitor));
}

async function followed(
  from: string,
  { limits }: Visitor,
  ask: (url: string) => Promise<Answer>,
): Promise<Answer> {
  const seen = new Set<string>();
  let url = plainUrl(from);
  for (;;) {
    if (seen.has(url)) throw new HttpTrouble('redirect_loop', url);
    if (seen.size > limits.maxRedirects) throw new HttpTrouble('too_many_redirects', url);
    seen.add(url);
    const answer = await ask(url);
    if (!REDIRECTS.has(answer.status)) return answer;
    url = target(answer);
  }
}

async function fetchHop(url: string, wanted: Wanted, visitor: Visitor): Promise<Answer> {
  const { origin } = new URL(url);
  requireListed(url, wanted.hosts);
  const rules = await rulesFor(origin, wanted.hosts, visitor);
  if (!rules.allows(url)) throw new HttpTrouble('robots_disallow', url);
  const maxBytes = wanted.maxMegabytes * 1e6;
  return askPolitely(url, { headers: conditionHeaders(wanted.condition), maxBytes }, rules, visitor);
}

async function askPolitely(
  url: string,
  options: Parameters<typeof requestOnce>[1],
  { crawlDelaySeconds }: Pick<Rules, 'crawlDelaySeconds'>,
  { limits, network, effects, turns, patience, stopIfAsked }: Visitor,
): Promise<Answer> {
  const { host } = new URL(url);
  const attempt = async (): Promise<Answer> => {
    stopIfAsked();
    patience.requireSome(host, url);
    try {
      const answer = await requestOnce(url, options, limits, network);
      const trouble = refusal(answer, effects.now());
      if (trouble !== null) throw trouble;
      patience.answered(host);
      return answer;
    } catch (error) {
      if (error instanceof HttpTrouble) {
        patience.failed(host, error);
        const wait = error.retryAfterSeconds;
        if (wait !== null && wait <= limits.maxRetryAfterSeconds)
          turns.restUntil(host, effects.now().getTime() + wait * 1000);
      }
      throw error;
    }
  };
  return withRetries(() => turns.take(host, crawlDelaySeconds, attempt), limits, effects);
}

/** One question for robots.txt a site, however many pages wait for the answer. */
function rulesFor(origin: string, hosts: ReadonlySet<string>, visitor: Visitor): Promise<Rules> {
  const known = visitor.rules.get(origin);
  if (known !== undefined) return known;
  const { userAgent } = visitor.limits;
  const asked = robotsText(origin, hosts, visitor).then((text) => rulesOf(origin, text, userAgent));
  visitor.rules.set(origin, asked);
  return asked;
}

async function robotsText(origin: string, hosts: ReadonlySet<string>, visitor: Visitor): Promise<string> {
  const remembered = visitor.rememberedRobots(origin);
  if (remembered !== undefined) return remembered;
  const text = await askRobots(`${origin}/robots.txt`, hosts, visitor).catch((error: unknown) => {
    if (error instanceof HttpTrouble) return textWithout(error);
    throw error;
  });
  visitor.rememberRobots(origin, text);
  return text;
}

/** robots.txt itself needs no permission; its redirects stay within the listed hosts like all others. */
async function askRobots(address: string, hosts: ReadonlySet<string>, visitor: Visitor): Promise<string> {
  const options = { headers: {}, maxBytes: ROBOTS_BYTES };
  const answer = await followed(address, visitor, (url) => {
    requireListed(url, hosts);
    return askPolitely(url, options, { crawlDelaySeconds: 0 }, visitor);
  });
  return new TextDecoder().decode(answer.bytes);
}

function requireListed(url: string, hosts: ReadonlySet<string>): void {
  const { host } = new URL(url);
  if (!hosts.has(host)) throw new HttpTrouble('host_not_listed', url, { detail: host });
}

function conditionHeaders(condition: Condition | null): Record<string, string> {
  return {
    ...(condition?.etag == null ? {} : { 'if-none-match': condition.etag }),
    ...(condition?.lastModified == null ? {} : { 'if-modified-since': condition.lastModified }),
  };
}

// 202 and 412 of 瑞数, 521 of 加速乐: a script that a browser would run to get a cookie, and no page.
const REFUSALS: Readonly<Record<number, HttpTroubleCode>> = {
  202: 'captcha',
  401: 'denied',
  403: 'denied',
  404: 'not_found',
  407: 'denied',
  408: 'headers_timeout',
  410: 'gone',
  412: 'captcha',
  425: 'busy',
  429: 'busy',
  451: 'denied',
  521: 'captcha',
};

function refusal({ status, url, headers }: Answer, now: Date): HttpTrouble | null {
  if (status === 200 || status === 304 || REDIRECTS.has(status)) return null;
  const wait = retryAfterSeconds(headers, now);
  const server = status >= 500 ? (wait === null ? 'server_error' : 'busy') : 'unexpected_status';
  return new HttpTrouble(REFUSALS[status] ?? server, url, {
    status,
    detail: String(status),
    retryAfterSeconds: wait,
  });
}

function target({ url, headers }: Answer): string {
  const { location } = headers;
  if (location === undefined || location === '') throw new HttpTrouble('bad_redirect', url);
  // Servers send Chinese paths as raw bytes.
  const readable = Buffer.from(location, 'latin1').toString('utf8');
  const text = readable.includes('\ufffd') ? location : readable;
  if (!URL.canParse(text, url)) throw new HttpTrouble('bad_redirect', url, { detail: text.slice(0, 100) });
  return redirectedUrl(new URL(text, url).href);
}

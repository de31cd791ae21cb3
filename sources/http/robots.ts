/** What a site allows (RFC 9309). Asked once a day; a site that cannot say so tonight is not read tonight. */
import * as robotsModule from 'robots-parser';
import { HttpTrouble } from './trouble.ts';

export interface Rules {
  allows(url: string): boolean;
  crawlDelaySeconds: number;
}

/** The package's typings describe an ES module that it is not. */
const parseRobots = robotsModule.default as unknown as (
  url: string,
  text: string,
) => {
  isAllowed(url: string, product: string): boolean | undefined;
  getCrawlDelay(product: string): number | undefined;
};

/** Text of robots.txt, with 404 and the like as the empty text: what is not forbidden is allowed. */
export type RobotsText = string;

/** RFC 9309 wants at least 500 KiB read. */
export const ROBOTS_BYTES = 512_000;

/** `userAgent`: the whole header; rules address its first word, "Duibiao". */
export function rulesOf(origin: string, text: RobotsText, userAgent: string): Rules {
  const product = /^[A-Za-z_-]+/.exec(userAgent)?.[0] ?? userAgent;
  const robots = parseRobots(`${origin}/robots.txt`, text);
  return {
    allows: (url) => robots.isAllowed(url, product) ?? true,
    crawlDelaySeconds: robots.getCrawlDelay(product) ?? 0,
  };
}

/** What a robots.txt that did not come means: "not there" allows everything, "the site is broken" nothing. */
export function textWithout(trouble: HttpTrouble): RobotsText {
  const { status } = trouble;
  if (status !== null && status >= 400 && status < 500 && status !== 429) return '';
  // A robots.txt that sends readers elsewhere, to another host or around in circles, is not there.
  if (NOT_THERE.has(trouble.code)) return '';
  // No connection, no certificate, no public address: the site itself is what is wrong.
  if (status === null) throw trouble;
  throw new HttpTrouble('robots_unreachable', trouble.url, { detail: trouble.message, cause: trouble });
}

const NOT_THERE: ReadonlySet<string> = new Set([
  'too_many_redirects',
  'redirect_loop',
  'bad_redirect',
  'host_not_listed',
]);

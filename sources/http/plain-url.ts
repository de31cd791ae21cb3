/** The address of a page, and nothing else: what a site writes into it for this visit alone makes another page every night. */
import { HttpTrouble } from './trouble.ts';

// /art/2024.html;jsessionid=1F2E3D.node1
const SESSION_IN_PATH = /;jsessionid=[^/;]*/gi;
// ?id=3&jsessionid=1F2E3D, ?PHPSESSID=4a5b
const SESSION_IN_QUERY = /(?<=[?&])(?:jsessionid|phpsessid)=[^&]*&?/gi;

/** Without fragment and session; throws where it is no web address, or carries a password. */
export function plainUrl(text: string): string {
  return plain(webAddress(text));
}

/** Without fragment alone: a server that wants its session in the address sends whoever has none around in circles. */
export function redirectedUrl(text: string): string {
  const url = webAddress(text);
  url.hash = '';
  return url.href;
}

function webAddress(text: string): URL {
  if (!URL.canParse(text)) throw new HttpTrouble('bad_url', text);
  const url = new URL(text);
  if (!isWebAddress(url) || url.username !== '' || url.password !== '')
    throw new HttpTrouble('bad_url', text);
  return url;
}

/** What a link leads to from `base`; null where that is no web address. */
export function linkedUrl(href: string | undefined, base: string): string | null {
  if (href === undefined || !URL.canParse(href.trim(), base)) return null;
  const url = new URL(href.trim(), base);
  return isWebAddress(url) ? plain(url) : null;
}

function isWebAddress({ protocol }: URL): boolean {
  return protocol === 'http:' || protocol === 'https:';
}

/** Only what goes is touched: a query in GBK would not survive being read and written again. */
function plain(url: URL): string {
  url.hash = '';
  url.pathname = url.pathname.replace(SESSION_IN_PATH, '');
  const search = url.search.replace(SESSION_IN_QUERY, '').replace(/[?&]$/, '');
  if (search !== url.search) url.search = search;
  return url.href;
}

/** Lists of a bureau's pages, over all their pages. */
import type { Listing } from '../bureau.ts';
import { pageAt } from './page-at.ts';
import type { PageLink } from './read-page.ts';
import { HttpTrouble } from './trouble.ts';
import { isGone, type ReadPage, type SharedListing, tell, type Work } from './visit-work.ts';

/** All pages of a list, until one brings nothing new: lists that end answer the last page, or the first, for ever. */
export async function readListing(
  listing: SharedListing,
  work: Work,
): Promise<{ link: PageLink; bureauId: string | null; kind: string | null }[]> {
  const { limits } = work.context.visitor;
  const wanted = new Map<string, PageLink>();
  const seen = new Set<string>();
  let url: string | null = listing.url;
  let count = 0;
  for (; url !== null && count < limits.maxListingPages; count++) {
    const read: ReadPage | null = await listPage(url, count > 0, work);
    url = null;
    if (read === null) break;
    work.tally.listingPages += 1;
    const fresh = read.page.links.filter((link) => !seen.has(link.url));
    for (const link of fresh) seen.add(link.url);
    for (const link of fresh.filter((each) => isWanted(each, listing))) wanted.set(link.url, link);
    if (fresh.length > 0) url = followingPage(listing, read, count);
  }
  if (url !== null) tell(url, new HttpTrouble('too_many_pages', listing.url), work.tally);
  // A site that was rebuilt, or that lets a script write its lists, looks like a bureau that publishes nothing.
  else if (wanted.size === 0 && count > 0)
    tell(listing.url, new HttpTrouble('nothing_listed', listing.url), work.tally);
  return [...wanted.values()].flatMap((link) => {
    const bureauId = listing.ownerOf(link.text);
    return bureauId === undefined ? [] : [{ link, bureauId, kind: listing.kind ?? null }];
  });
}

/** Behind the last page of a list by pattern there is nothing, and that is no trouble. */
async function listPage(url: string, isLater: boolean, work: Work): Promise<ReadPage | null> {
  try {
    return await pageAt(url, work, { mustAsk: true });
  } catch (error) {
    if (!isLater || !isGone(error)) tell(url, error, work.tally);
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

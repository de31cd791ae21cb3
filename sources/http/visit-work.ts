/** What the steps of a visit share: where it begins, what it knows, what it has seen tonight, and how it tells. */
import { isArchived } from '../archive.ts';
import type { Listing } from '../bureau.ts';
import type { KnownOrigin, Origin, Origins } from '../origins.ts';
import type { Visitor } from './fetch-url.ts';
import type { Headers } from './headers.ts';
import type { Memory } from './memory.ts';
import type { WebPage } from './read-page.ts';
import { HttpTrouble, type HttpTroubleCode } from './trouble.ts';

/** Where a visit begins: a bureau's pages, or addresses that somebody listed. */
export interface Seeds {
  /** The registered bureau; null for a list of addresses of several bodies. */
  bureauId: string | null;
  listings: readonly SharedListing[];
  urls: readonly SeedUrl[];
  hosts: ReadonlySet<string>;
}

export interface SharedListing extends Listing {
  /** Whose a link on this page is, by its text; undefined: somebody else's, who visits it. */
  ownerOf(text: string): string | null | undefined;
}

export interface SeedUrl {
  url: string;
  bureauId: string | null;
  kind: string | null;
  fiscalYear: number | null;
  publishedOn: string | null;
}

export interface VisitReport {
  bureauId: string | null;
  listingPages: number;
  /** Documents that were new, or had new bytes. */
  obtained: number;
  unchanged: number;
  /** Every address that gave nothing, and why. */
  troubles: readonly { url: string; code: string; reason: string }[];
}

export interface VisitContext {
  visitor: Visitor;
  memory: Memory;
  origins: Origins;
  archiveFolder: string;
  /** What was had of each bureau before tonight. */
  known: ReadonlyMap<string | null, readonly KnownOrigin[]>;
  /** Pages of this night, by address: a page that two bureaus share is asked for once. */
  pages: Map<string, Promise<ReadPage>>;
  /** Documents of this night, by address. */
  files: Map<string, Promise<Outcome>>;
}

/** `obtained`: new, or with new bytes. */
export type Outcome = 'obtained' | 'unchanged';

export interface ReadPage {
  page: WebPage;
  bytes: Uint8Array;
  finalUrl: string;
  headers: Headers;
  /** What it says is what it said when it was last read. Of a file that is kept, the bytes are not had again. */
  saysTheSame: boolean;
}

/** The last copy had of an address, while it stands there and in the archive. */
export function keptCopy(url: string, { origins, archiveFolder }: VisitContext): Origin | null {
  const known = origins.at(url);
  const isKept = known !== null && known.withdrawal === null && isArchived(archiveFolder, known.origin);
  return isKept ? known.origin : null;
}

/** What is known of a document before it is fetched. */
export type Known = Pick<
  Origin,
  'bundle' | 'role' | 'bureauId' | 'kind' | 'fiscalYear' | 'title' | 'publishedOn'
>;

export interface Tally {
  listingPages: number;
  obtained: number;
  unchanged: number;
  troubles: { url: string; code: string; reason: string }[];
}

export interface Work {
  seeds: Seeds;
  context: VisitContext;
  tally: Tally;
}

/** What goes wrong at one address is told and costs that address alone. */
export async function orTold<Result>(
  url: string,
  { tally }: Work,
  work: () => Promise<Result>,
): Promise<Result | null> {
  try {
    return await work();
  } catch (error) {
    tell(url, error, tally);
    return null;
  }
}

/** An address that two links lead to is told once. Throws what is no trouble of the network. */
export function tell(url: string, error: unknown, { troubles }: Tally): void {
  if (!(error instanceof HttpTrouble)) throw error;
  const { code, message: reason } = error;
  if (!troubles.some((told) => told.url === url && told.code === code)) troubles.push({ url, code, reason });
}

export function isFresh(checkedAt: string, { limits, effects }: Visitor): boolean {
  const age = effects.now().getTime() - Date.parse(checkedAt);
  return age >= 0 && age < limits.recheckDays * 86_400_000;
}

const GONE: ReadonlySet<HttpTroubleCode> = new Set(['not_found', 'gone', 'soft_404']);

/** The site answers, and what was asked for is not there. */
export function isGone(error: unknown): error is HttpTrouble {
  return error instanceof HttpTrouble && GONE.has(error.code);
}

/** What was there and is not any more: the copy stays, and that it was withdrawn is known. */
export async function orGone<Result>(
  url: string,
  { context }: Work,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const { origins, visitor } = context;
    const known = origins.at(url);
    if (isGone(error) && known !== null && known.withdrawal === null)
      origins.withdraw({
        url,
        withdrawnAt: visitor.effects.now().toISOString(),
        status: error.status ?? 200,
      });
    throw error;
  }
}

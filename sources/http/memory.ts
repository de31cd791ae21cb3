/**
 * What is remembered of addresses from night to night, so that unchanged pages cost one small question or none:
 * `http-state.json` beside the archive, and the pages themselves. All of it can be deleted; then all is asked again.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../whole-file.ts';
import type { Condition } from './fetch-url.ts';
import type { Answer } from './request.ts';

const remembered = z.object({
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** ISO 8601. */
  checkedAt: z.string(),
  /** Where redirects led; links on the page are relative to it. */
  finalUrl: z.string(),
  contentType: z.string(),
  /** Digest of what a page says, without what counts its visitors; null for files. */
  saysDigest: z.string().nullable(),
});
const state = z.object({
  urls: z.record(z.string(), remembered),
  robots: z.record(z.string(), z.object({ text: z.string(), checkedAt: z.string() })),
});

export type Remembered = z.output<typeof remembered>;

export interface Memory {
  of(url: string): Remembered | null;
  remember(url: string, what: Remembered): void;
  forget(url: string): void;
  page(url: string): Uint8Array | null;
  savePage(url: string, bytes: Uint8Array): void;
  robots(origin: string): { text: string; checkedAt: string } | null;
  rememberRobots(origin: string, text: string, checkedAt: string): void;
  /** Writes everything down. */
  save(): void;
  /** The same where it is a while ago: a night that is killed asks again what it asked for in the last minute. */
  saveNowAndThen(now: Date): void;
}

const SAVED_EVERY_MS = 60_000;

/** `folder`: the data folder. */
export function openMemory(folder: string): Memory {
  const path = join(folder, 'http-state.json');
  const pages = join(folder, 'http-pages');
  const { urls, robots } = load(path);
  let savedAt: number | null = null;
  const save = () => {
    mkdirSync(dirname(path), { recursive: true });
    writeWhole(path, JSON.stringify({ urls, robots }));
  };
  const pagePath = (url: string) => join(pages, `${createHash('sha256').update(url).digest('hex')}.html`);
  return {
    of: (url) => urls[url] ?? null,
    remember(url, what) {
      urls[url] = what;
    },
    forget(url) {
      delete urls[url];
      rmSync(pagePath(url), { force: true });
    },
    page: (url) => (existsSync(pagePath(url)) ? readFileSync(pagePath(url)) : null),
    savePage(url, bytes) {
      mkdirSync(pages, { recursive: true });
      writeWhole(pagePath(url), bytes);
    },
    robots: (origin) => robots[origin] ?? null,
    rememberRobots(origin, text, checkedAt) {
      robots[origin] = { text, checkedAt };
    },
    save,
    saveNowAndThen(now) {
      savedAt ??= now.getTime();
      if (Math.abs(now.getTime() - savedAt) < SAVED_EVERY_MS) return;
      save();
      savedAt = now.getTime();
    },
  };
}

function load(path: string): z.output<typeof state> {
  const nothing = () => ({ urls: Object.create(null), robots: Object.create(null) });
  if (!existsSync(path)) return nothing();
  try {
    const { urls, robots } = state.parse(JSON.parse(readFileSync(path, 'utf8')));
    return {
      urls: Object.assign(Object.create(null), urls),
      robots: Object.assign(Object.create(null), robots),
    };
  } catch {
    // A memory that cannot be read costs one night of full questions, not the night.
    return nothing();
  }
}

/** What an answer says of itself, for the next night. `saysDigest`: null for files. */
export function rememberedOf(
  { url, headers }: Pick<Answer, 'url' | 'headers'>,
  checkedAt: string,
  saysDigest: string | null,
): Remembered {
  return {
    etag: headers.etag ?? null,
    lastModified: headers['last-modified'] ?? null,
    checkedAt,
    finalUrl: url,
    contentType: headers['content-type'] ?? '',
    saysDigest,
  };
}

export function conditionOf(known: Remembered | null): Condition | null {
  return known === null || (known.etag === null && known.lastModified === null)
    ? null
    : { etag: known.etag, lastModified: known.lastModified };
}

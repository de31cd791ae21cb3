/** A site that keeps every question waiting would keep the night waiting: after a while it is asked no more. */
import type { HttpLimits } from '../http-limits.ts';
import { HttpTrouble, type HttpTroubleCode } from './trouble.ts';

export interface Patience {
  /** Throws `HttpTrouble` (given_up) where the host has had all of it. */
  requireSome(host: string, url: string): void;
  /** Every attempt is told, and before the next one has its turn. */
  answered(host: string): void;
  failed(host: string, trouble: HttpTrouble): void;
}

/** Addresses in a row, each with all its attempts: a quarter of an hour with the usual limits. */
const MOST_ADDRESSES = 10;
/** What costs time. A refusal at once costs none, and what comes behind it may well be there. */
const SLOW: ReadonlySet<HttpTroubleCode> = new Set([
  'connect_timeout',
  'headers_timeout',
  'silent',
  'too_slow',
]);

export function openPatience({
  attempts,
  maxRetryAfterSeconds,
}: Pick<HttpLimits, 'attempts' | 'maxRetryAfterSeconds'>): Patience {
  const mostInARow = MOST_ADDRESSES * attempts;
  const inARow = new Map<string, number>();
  return {
    requireSome(host, url) {
      if ((inARow.get(host) ?? 0) >= mostInARow) throw new HttpTrouble('given_up', url);
    },
    answered: (host) => void inARow.delete(host),
    failed(host, { code, status, retryAfterSeconds }) {
      // Whoever asks to be left alone for an hour means all of his pages.
      if (retryAfterSeconds !== null && retryAfterSeconds > maxRetryAfterSeconds)
        inARow.set(host, mostInARow);
      else if (SLOW.has(code)) inARow.set(host, (inARow.get(host) ?? 0) + 1);
      else if (status !== null) inARow.delete(host);
    },
  };
}

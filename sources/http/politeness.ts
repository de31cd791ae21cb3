/** How often and how soon a site is asked: in turn, with pauses, again after failures, and later when it says so. */
import PQueue from 'p-queue';
import type { HttpLimits } from '../http-limits.ts';
import { HttpTrouble } from './trouble.ts';

export interface HttpEffects {
  now(): Date;
  sleep(milliseconds: number): Promise<void>;
  /** From 0 to below 1. */
  random(): number;
}

export interface Turns {
  /** Runs `task` when it is the host's turn. `crawlDelaySeconds` is what its robots.txt asks for. */
  take<Result>(host: string, crawlDelaySeconds: number, task: () => Promise<Result>): Promise<Result>;
  /** Nobody asks this host before that time. */
  restUntil(host: string, time: number): void;
  /** Whoever still waits for a turn gets none. */
  end(): void;
}

/** A site that asks for minutes between two requests is not read in a night at all; half a minute is heard. */
const MOST_CRAWL_DELAY_SECONDS = 30;

export function takeTurns(limits: HttpLimits, { now, sleep }: HttpEffects): Turns {
  const queues = new Map<string, PQueue>();
  const resting = new Map<string, number>();
  const queueOf = (host: string, crawlDelaySeconds: number): PQueue => {
    const known = queues.get(host);
    if (known !== undefined) return known;
    const asked = Math.min(crawlDelaySeconds, MOST_CRAWL_DELAY_SECONDS);
    const interval = Math.max(limits.secondsBetweenRequests, asked) * 1000;
    const queue = new PQueue({
      concurrency: limits.requestsPerHost,
      ...(interval > 0 ? { interval, intervalCap: 1 } : {}),
    });
    queues.set(host, queue);
    return queue;
  };
  return {
    take: (host, crawlDelaySeconds, task) =>
      queueOf(host, crawlDelaySeconds).add(async () => {
        const rest = (resting.get(host) ?? 0) - now().getTime();
        // A clock that is set back meanwhile makes no day of a minute.
        if (rest > 0) await sleep(Math.min(rest, limits.maxRetryAfterSeconds * 1000));
        return task();
      }),
    restUntil: (host, time) => void resting.set(host, Math.max(time, resting.get(host) ?? 0)),
    end() {
      for (const queue of queues.values()) queue.clear();
    },
  };
}

const SLICE_MILLISECONDS = 1_000;

/** Long waits in short ones, so that somebody who asks for an end does not wait with them. */
export function interruptible(effects: HttpEffects, stopIfAsked: () => void): HttpEffects {
  return {
    ...effects,
    async sleep(milliseconds) {
      for (let left = milliseconds; left > 0; left -= SLICE_MILLISECONDS) {
        stopIfAsked();
        await effects.sleep(Math.min(left, SLICE_MILLISECONDS));
      }
      stopIfAsked();
    },
  };
}

/**
 * Tries again what may pass: after the time that the site names, else after a random part of a doubling pause
 * ("full jitter", so that many readers of one site do not come back together). The last trouble is thrown.
 */
export async function withRetries<Result>(
  task: () => Promise<Result>,
  limits: HttpLimits,
  { sleep, random }: HttpEffects,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await task();
    } catch (error) {
      if (!(error instanceof HttpTrouble) || !error.isPassing || attempt >= limits.attempts) throw error;
      const asked = error.retryAfterSeconds;
      if (asked !== null && asked > limits.maxRetryAfterSeconds) throw error;
      const pause = Math.min(limits.maxBackoffSeconds, limits.backoffSeconds * 2 ** (attempt - 1));
      await sleep((asked ?? random() * pause) * 1000);
    }
  }
}

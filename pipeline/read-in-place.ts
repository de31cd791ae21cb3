/** Reads without workers and without their limits: for the program run from its source text, and for tests. */
import type { ReadingPool } from './reading-pool.ts';

export function readInPlace(): ReadingPool {
  return {
    async read(job) {
      const { readOne } = await import('./read-one.ts');
      return readOne(job);
    },
    async close() {},
  };
}

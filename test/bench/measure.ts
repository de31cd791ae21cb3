/** What one command of the compiled program costs, all its threads included. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../pipeline/cli.js', import.meta.url));

export interface Cost {
  seconds: number;
  cpuSeconds: number;
  peakMegabytes: number;
}

// Runs in the measured process and tells its own cost when it ends.
const METER = `data:text/javascript,${encodeURIComponent(`
  import { isMainThread } from 'node:worker_threads';
  import { writeSync } from 'node:fs';
  if (isMainThread) process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeSync(3, JSON.stringify({ cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMegabytes: maxRSS / 1024 }));
  });
`)}`;

/** `tell` gets what the program says of its progress. */
export function measure(words: readonly string[], tell?: (line: string) => void): Cost {
  return measureNode([CLI, ...words], tell);
}

/** `words` follow `node`. Throws where it ends with anything but 0 or 3. */
export function measureNode(words: readonly string[], tell?: (line: string) => void): Cost {
  const began = performance.now();
  const { status, output, stderr } = spawnSync(process.execPath, ['--import', METER, ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    maxBuffer: 100_000_000,
  });
  if (status !== 0 && status !== 3)
    throw new Error(`node ${words.join(' ')} ended with ${status}: ${stderr}`);
  for (const line of tell === undefined ? [] : stderr.split('\n').filter(Boolean)) tell?.(line);
  const cost = JSON.parse(output[3] ?? '') as Omit<Cost, 'seconds'>;
  return { seconds: (performance.now() - began) / 1000, ...cost };
}

export function printCost({ seconds, cpuSeconds, peakMegabytes }: Cost): string {
  return `${seconds.toFixed(2)} s, CPU ${cpuSeconds.toFixed(2)} s, peak ${peakMegabytes.toFixed(0)} MB`;
}

export function ratio(first: number, second: number): string {
  return `${(first / second).toFixed(1)}×`;
}

/** `duibiao schedule`: stays, and runs the night at its hour. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Console } from '../console.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { loadSettings } from '../load-settings.ts';
import { type NightlyArguments, nightlyOptions } from '../options.ts';
import { lastSuccessOf, parseTime, schedule } from '../schedule.ts';

export interface ScheduleArguments extends NightlyArguments {
  at: string;
}

/** Beside this file, compiled or not. */
const CLI = fileURLToPath(
  new URL(`../cli${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`, import.meta.url),
);

export async function scheduleCommand(given: ScheduleArguments, console: Console): Promise<ExitStatus> {
  const at = parseTime(given.at);
  const { data } = nightlyOptions(given, await loadSettings(given.config));
  let child: ChildProcess | null = null;
  const scheduled = schedule(at, {
    now: () => new Date(),
    lastSuccess: () => lastSuccessOf(data.warehouse),
    runNight: () =>
      new Promise((resolve) => {
        child = spawn(process.execPath, [...process.execArgv, CLI, 'nightly', ...wordsOf(given, console)], {
          stdio: 'inherit',
        });
        const ended = (how: string) => {
          child = null;
          console.err(console.say(`运行结束：${how}\n`, `The night ended: ${how}\n`));
          resolve();
        };
        child.once('error', (error) => ended(error.message));
        child.once('exit', (status, signal) => ended(signal ?? String(status)));
      }),
  });
  if (!console.quiet)
    console.err(console.say(`每天 ${given.at}（北京时间）运行\n`, `Runs at ${given.at} (China) every day\n`));
  await askedToStop(() => child?.kill('SIGTERM'));
  await scheduled.stop();
  return EXIT.ok;
}

/** The night ends after the document in hand. */
function askedToStop(pass: () => void): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        pass();
        resolve();
      });
    }
  });
}

/** The night's own words, as they were given. */
function wordsOf(given: ScheduleArguments, console: Console): string[] {
  const valued = {
    inbox: given.inbox,
    data: given.data,
    manifest: given.manifest,
    corrections: given.corrections,
    config: given.config,
    'max-megabytes': given.maxMegabytes,
    readers: given.readers,
    lang: console.language,
  };
  const words = Object.entries(valued).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, String(value)],
  );
  return [...words, ...(given.offline === true ? ['--offline'] : []), ...(console.quiet ? ['--quiet'] : [])];
}

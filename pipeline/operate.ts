/** A night with everything around it that those who were not there rely on: health file, log, message. */
import { readHealth, writeHealth } from './health.ts';
import { LockHeld } from './lock.ts';
import { type NightReport, reportOfFailure, reportOfNight } from './night-report.ts';
import type { NightlyOptions } from './options.ts';
import type { Run } from './run.ts';
import type { NightSummary } from './summary.ts';

type Operated = Pick<NightlyOptions, 'data' | 'notify'>;

/** Throws what `work` throws, after it has been told. */
export async function operate(
  { data, notify: settings }: Operated,
  run: Run,
  work: (run: Run) => Promise<NightSummary>,
): Promise<NightSummary> {
  const startedAt = run.now().toISOString();
  const before = readHealth(data.health);
  // A run that is killed can say nothing any more: this is what it leaves.
  const began = () =>
    writeHealth(data.health, {
      ...{ state: 'running', pid: process.pid, startedAt, finishedAt: null },
      ...{ lastSuccessAt: before?.lastSuccessAt ?? null, message: null, figures: null },
    });
  const times = () => ({ startedAt, finishedAt: run.now().toISOString() });
  const tell = async (report: NightReport) => {
    const isPublished = report.state === 'ok' || report.state === 'attention';
    writeHealth(data.health, {
      ...{ state: report.state, pid: process.pid, startedAt, finishedAt: report.finishedAt },
      lastSuccessAt: isPublished ? startedAt : (before?.lastSuccessAt ?? null),
      message: report.message,
      figures: report.figures,
    });
    if (settings.webhook === null && settings.mail === null) return;
    const { notify } = await import('./notify.ts');
    for (const trouble of await notify(report, settings)) {
      run.log.warn('notify', { trouble });
      run.progress.line(run.say(`通知没有送出：${trouble}`, `The message was not delivered: ${trouble}`));
    }
  };
  try {
    const summary = await work({ ...run, began });
    await tell(reportOfNight(summary, times()));
    return summary;
  } catch (error) {
    const report = reportOfFailure(error, times());
    // A run that is turned away at the lock is not the run that the health file speaks of.
    if (!(error instanceof LockHeld)) {
      run.log.error('failed', { state: report.state, message: report.message });
      await tell(report);
    }
    throw error;
  }
}

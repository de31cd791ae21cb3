/** Sends a night's report to whoever was named in duibiao.yml: a web address, or a program that sends mail. */
import { spawn } from 'node:child_process';
import type { NightReport } from './night-report.ts';
import type { NotifySettings } from './night-settings.ts';

/** Returns what went wrong, in words. A message that nobody takes is no reason for a night to fail. */
export async function notify(report: NightReport, settings: NotifySettings): Promise<string[]> {
  if (!isWanted(report, settings.when)) return [];
  const ways: Promise<unknown>[] = [];
  if (settings.webhook !== null) ways.push(post(settings.webhook, report, settings));
  if (settings.mail !== null) ways.push(mail(settings.mail, report, settings.seconds));
  const sent = await Promise.allSettled(ways);
  return sent.flatMap((each) => (each.status === 'rejected' ? [messageOf(each.reason)] : []));
}

export function isWanted(report: NightReport, when: NotifySettings['when']): boolean {
  if (when === 'always' || report.attention.length > 0) return true;
  return when === 'changes' && Object.keys(report.changes).length > 0;
}

/** No redirect is followed, and no private address asked that is not allowed: the settings may have been written by somebody else. */
async function post(
  url: string,
  report: NightReport,
  { seconds, allowHosts, proxy = null }: NotifySettings,
): Promise<void> {
  const [{ request }, { openNetwork }] = await Promise.all([
    import('undici'),
    import('../sources/http/open-network.ts'),
  ]);
  const network = openNetwork({
    ...{ allowHosts: [...allowHosts], requestsPerHost: 1, proxy },
    ...{ connectSeconds: seconds, headersSeconds: seconds, silenceSeconds: seconds },
  });
  try {
    const { dispatcher } = await network.routeTo(url);
    const answer = await request(url, {
      dispatcher,
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(report),
      signal: AbortSignal.timeout(seconds * 1000),
    });
    await answer.body.dump();
    if (answer.statusCode >= 300) throw new Error(`${new URL(url).host}: HTTP ${answer.statusCode}`);
  } finally {
    await network.destroy();
  }
}

/** The program gets its arguments as they were written, without a shell, and the message on its standard input. */
function mail(
  [program = '', ...rest]: readonly string[],
  report: NightReport,
  seconds: number,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, rest, { stdio: ['pipe', 'ignore', 'ignore'], timeout: seconds * 1000 });
    child.once('error', reject);
    child.once('close', (status, signal) => {
      if (status === 0) resolve();
      else reject(new Error(`${program}: ${signal ?? `exit ${status}`}`));
    });
    // A program that does not read its input ends the pipe early; its exit status says how it went.
    child.stdin.on('error', () => undefined);
    child.stdin.end(printReport(report));
  });
}

const STATE_WORDS: Readonly<Record<NightReport['state'], string>> = {
  running: '进行中',
  ok: '正常',
  attention: '完成，有事项待处理',
  rejected: '未发布：与上次相差太大',
  failed: '失败',
  stopped: '被要求停止',
};

export function printReport(report: NightReport): string {
  const list = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', heading, ...lines.map((line) => `  ${line}`)];
  const pairs = (record: Readonly<Record<string, number>> | null) =>
    Object.entries(record ?? {}).map(([name, count]) => `${name}: ${count}`);
  return `${[
    `对标 ${report.startedAt} ${STATE_WORDS[report.state]}`,
    ...(report.message === null ? [] : [report.message]),
    ...list('数字', pairs(report.figures)),
    ...list('变化', pairs(report.changes)),
    ...list('待处理', report.attention),
  ].join('\n')}\n`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The last thing an analyst sees of a night: what there is, what is missing and why, where to go on. */
import { join, relative } from 'node:path';
import { addressEnglish, quarantineEnglish } from '../reports/reason-words.ts';
import { padWidth } from './display-width.ts';
import type { Fetched } from './fetch-bureaus.ts';
import type { Say } from './language.ts';
import type { NightSummary, Quarantined } from './summary.ts';

// More than fit on a screen are better read with `duibiao documents`.
const SHOWN_QUARANTINED = 12;

export function printSummary(summary: NightSummary, say: Say): string {
  return [
    ...printFigures(summary, say),
    ...printFetched(summary.fetched, say),
    ...printQuarantined(summary.quarantined, say),
    ...printFailures(summary, say),
    ...printNext(summary, say),
    ...printOutputs(summary, say),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function printFigures(summary: NightSummary, say: Say): string[] {
  const { error, warning, note } = summary.findings;
  const gone = summary.superseded;
  return [
    say(`完成，用时 ${summary.seconds.toFixed(1)} 秒`, `Finished in ${summary.seconds.toFixed(1)} s`),
    row(
      say('文件', 'documents'),
      say(
        `新读 ${summary.read} · 未变 ${summary.unchanged} · 隔离 ${summary.quarantined.length}${gone > 0 ? ` · 不再收录 ${gone}` : ''}`,
        `${summary.read} read · ${summary.unchanged} unchanged · ${summary.quarantined.length} quarantined${gone > 0 ? ` · ${gone} gone` : ''}`,
      ),
    ),
    row(
      say('数据', 'figures'),
      say(
        `${summary.bureaus} 个单位 · ${summary.facts} 条原文数据 → ${summary.observations} 个采信值（有争议 ${summary.contested}）· ${summary.metrics} 个指标值`,
        `${summary.bureaus} bureaus · ${summary.facts} facts → ${summary.observations} observations (${summary.contested} contested) · ${summary.metrics} metric values`,
      ),
    ),
    row(
      say('核对', 'findings'),
      say(
        `错误 ${error} · 警告 ${warning} · 说明 ${note}`,
        `${error} errors · ${warning} warnings · ${note} notes`,
      ),
    ),
  ];
}

// The same few sites fail for weeks; the rest is in `duibiao fetch`.
const SHOWN_TROUBLES = 5;

function printFetched(fetched: Fetched | undefined, say: Say): string[] {
  if (fetched === undefined || fetched.visits.length === 0) return [];
  const { visits, obtained, unchanged, troubles } = fetched;
  const shown = visits.flatMap((visit) => visit.troubles).slice(0, SHOWN_TROUBLES);
  return [
    row(
      say('抓取', 'fetched'),
      say(
        `${visits.length} 个单位 · 新 ${obtained} · 未变 ${unchanged} · 没取到 ${troubles}`,
        `${visits.length} bureaus · ${obtained} new · ${unchanged} unchanged · ${troubles} troubles`,
      ),
    ),
    ...shown.map(
      ({ url, code, reason }) => `  ${url} [${code}] ${say(reason, addressEnglish(code, reason))}`,
    ),
  ];
}

function printQuarantined(quarantined: readonly Quarantined[], say: Say): string[] {
  if (quarantined.length === 0) return [];
  // What is new tonight first: it is what somebody can still remember having put there.
  const sorted = [...quarantined].sort((a, b) => Number(b.isNew) - Number(a.isNew));
  const shown = sorted
    .slice(0, SHOWN_QUARANTINED)
    .map(
      ({ relativePath, code, reason }) =>
        `  ${relativePath} [${code}] ${say(reason, quarantineEnglish(code, reason))}`,
    );
  const more = quarantined.length - shown.length;
  return [
    '',
    say('未能读取（已隔离，其余不受影响）：', 'Not read (quarantined; the rest is unharmed):'),
    ...shown,
    ...(more > 0
      ? [say(`  另有 ${more} 份，见 duibiao documents`, `  and ${more} more: duibiao documents`)]
      : []),
  ];
}

function printFailures({ failures }: NightSummary, say: Say): string[] {
  const slips = failures.filter(({ stage }) => stage === 'corrections');
  const unwritten = failures.filter(({ stage }) => stage === 'output');
  const defects = failures.filter(({ stage }) => stage !== 'corrections' && stage !== 'output');
  return [
    ...listOf(
      say('没有采用的更正，请改正后再运行：', 'Corrections that were not applied, to be put right:'),
      slips.map(({ message }) => message),
    ),
    ...listOf(
      say('没有写成，下次运行会重写：', 'Not written; the next run writes them anew:'),
      unwritten.map(({ what, message }) => `${what}: ${message}`),
    ),
    ...listOf(
      say(
        '程序缺陷，请报给维护者（下次运行会重试）：',
        'Defects of this program, please report (tried again next run):',
      ),
      defects.map(({ stage, what, message }) => `${stage} ${what}: ${message}`),
    ),
  ];
}

function listOf(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', heading, ...lines.map((line) => `  ${line}`)];
}

interface Step {
  command: string;
  zh: string;
  en: string;
  /** How many things wait there; none, and the step is not shown. */
  count: number;
}

function nextSteps(summary: NightSummary): Step[] {
  const { findings, quarantined, withoutFacts, unclaimedMoney, unidentified, observations } = summary;
  return [
    {
      command: 'duibiao findings --severity error',
      zh: '报告自相矛盾的地方',
      en: 'where reports contradict themselves',
      count: findings.error,
    },
    {
      command: 'duibiao documents --state quarantined',
      zh: '没读的文件及原因',
      en: 'what was not read, and why',
      count: quarantined.length,
    },
    {
      command: 'duibiao documents --unclaimed',
      zh: `没有读懂的数字（金额 ${unclaimedMoney} 个）`,
      en: `numbers not understood (${unclaimedMoney} amounts)`,
      count: unclaimedMoney,
    },
    {
      command: 'duibiao documents',
      zh: `${withoutFacts} 份文件没有读出任何数据`,
      en: `${withoutFacts} documents yielded no figure`,
      count: withoutFacts,
    },
    {
      command: 'duibiao documents',
      zh: `${unidentified} 份报告没写单位，可在 manifest.csv 中注明`,
      en: `${unidentified} reports name no bureau; say whose they are in manifest.csv`,
      count: unidentified,
    },
    {
      command: 'duibiao status',
      zh: '单位与年度覆盖',
      en: 'coverage by bureau and year',
      count: observations,
    },
  ];
}

function printNext(summary: NightSummary, say: Say): string[] {
  const data = dataArgument(summary);
  const steps = nextSteps(summary).filter(({ count }) => count > 0);
  const width = Math.max(0, ...steps.map(({ command }) => command.length));
  const lines = steps.map(
    ({ command, zh, en }) => `  ${padWidth(command + data, width + data.length)}  ${say(zh, en)}`,
  );
  return lines.length === 0 ? [] : ['', say('接下来：', 'Next:'), ...lines];
}

function printOutputs({ paths }: NightSummary, say: Say): string[] {
  return [
    '',
    row(say('数据仓库', 'warehouse'), shorten(paths.warehouse)),
    row(say('工作簿', 'workbook'), shorten(paths.workbook)),
    row(say('网页', 'site'), shorten(join(paths.site, 'index.html'))),
    row(say('原件归档', 'archive'), shorten(paths.archive)),
  ];
}

function row(name: string, text: string): string {
  return `  ${padWidth(name, 10)}${text}`;
}

/** Commands that look at another folder than the usual one must say so. */
function dataArgument({ paths }: NightSummary): string {
  const folder = shorten(paths.folder);
  return folder === 'data' ? '' : ` --data ${/\s/.test(folder) ? `"${folder}"` : folder}`;
}

/** Relative where that is shorter and stays inside the present folder. */
function shorten(path: string): string {
  const short = relative(process.cwd(), path);
  return short === '' ? '.' : short.startsWith('..') ? path : short;
}

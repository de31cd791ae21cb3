/** The last thing an analyst sees of a night: what there is, what is missing and why, where to go on. */
import { relative } from 'node:path';
import { padWidth } from './display-width.ts';
import type { Say } from './language.ts';
import type { NightSummary, Quarantined } from './summary.ts';

// More than fit on a screen are better read with `duibiao documents`.
const SHOWN_QUARANTINED = 12;

export function printSummary(summary: NightSummary, say: Say): string {
  return [
    ...printFigures(summary, say),
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

function printQuarantined(quarantined: readonly Quarantined[], say: Say): string[] {
  if (quarantined.length === 0) return [];
  // What is new tonight first: it is what somebody can still remember having put there.
  const sorted = [...quarantined].sort((a, b) => Number(b.isNew) - Number(a.isNew));
  const shown = sorted
    .slice(0, SHOWN_QUARANTINED)
    .map(({ relativePath, code, reason }) => `  ${relativePath} [${code}] ${reason}`);
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
  if (failures.length === 0) return [];
  return [
    '',
    say(
      '程序缺陷，请报给维护者（下次运行会重试）：',
      'Defects of this program, please report (tried again next run):',
    ),
    ...failures.map(({ stage, what, message }) => `  ${stage} ${what}: ${message}`),
  ];
}

function printNext(summary: NightSummary, say: Say): string[] {
  const data = dataArgument(summary);
  const steps = [
    summary.findings.error > 0 && [
      `duibiao findings --severity error${data}`,
      '报告自相矛盾的地方',
      'where reports contradict themselves',
    ],
    summary.quarantined.length > 0 && [
      `duibiao documents --state quarantined${data}`,
      '没读的文件及原因',
      'what was not read, and why',
    ],
    summary.unclaimedMoney > 0 && [
      `duibiao documents --unclaimed${data}`,
      `没有读懂的数字（金额 ${summary.unclaimedMoney} 个）`,
      `numbers not understood (${summary.unclaimedMoney} amounts)`,
    ],
    summary.unidentified > 0 && [
      `duibiao documents${data}`,
      `${summary.unidentified} 份报告没写单位，可在 manifest.csv 中注明`,
      `${summary.unidentified} reports name no bureau; say whose they are in manifest.csv`,
    ],
    summary.observations > 0 && [`duibiao status${data}`, '单位与年度覆盖', 'coverage by bureau and year'],
  ].filter((step) => step !== false);
  if (steps.length === 0) return [];
  const width = Math.max(...steps.map(([command]) => command!.length));
  return [
    '',
    say('接下来：', 'Next:'),
    ...steps.map(([command, zh, en]) => `  ${padWidth(command!, width)}  ${say(zh!, en!)}`),
  ];
}

function printOutputs({ paths }: NightSummary, say: Say): string[] {
  return [
    '',
    row(say('数据仓库', 'warehouse'), shorten(paths.warehouse)),
    row(say('工作簿', 'workbook'), shorten(paths.workbook)),
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

/** `duibiao status`: the last runs, the documents by state, and which bureau is covered for which year. */

import { addressEnglish } from '../../reports/reason-words.ts';
import {
  DOCUMENT_STATE_WORDS,
  EXPECTED_STATE_WORDS,
  inLanguage,
  KIND_WORDS,
  RUN_STATE_WORDS,
} from '../../reports/words.ts';
import { isRunning } from '../../sources/is-running.ts';
import { groupBy } from '../../transforms/metrics/group.ts';
import type { DisclosureKind } from '../../transforms/recognise/disclosure.ts';
import type { Warehouse } from '../../warehouse/connect.ts';
import type { DocumentState, RunState } from '../../warehouse/enumerations.ts';
import type { ExpectedState } from '../../warehouse/expected-states.ts';
import type { Console } from '../console.ts';
import { displayWidth } from '../display-width.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import type { HealthState } from '../health.ts';
import { chosenData } from '../load-settings.ts';
import { withPublished } from '../published.ts';
import { type Row, renderRows } from '../render-rows.ts';
import { lastTroubles } from '../visit-ledger.ts';

const SHOWN_RUNS = 5;

const SHOWN_BUREAUS = 60;
// The rest is in the view expected_reports.
const SHOWN_ABSENT = 20;

interface Section {
  title: string;
  columns: readonly string[];
  rows: readonly Row[];
}

export async function statusCommand(options: { data?: string }, console: Console): Promise<ExitStatus> {
  console.out(await lastNight(options.data, console));
  const sections = await withPublished(options.data, (warehouse) => [
    lastRuns(warehouse, console),
    documentsByState(warehouse, console),
    ...troubledSites(warehouse, console),
    coverage(warehouse, console),
    ...expectedSections(warehouse, console),
  ]);
  const rejected = await rejectedSection(options.data, console);
  for (const { title, columns, rows } of [...rejected, ...sections]) {
    console.out(`${title}\n`);
    console.out(
      await renderRows(columns, rows, { format: 'table', terminalColumns: console.columns, wraps: true }),
    );
  }
  return EXIT.ok;
}

const NIGHT_WORDS: Readonly<Record<HealthState | 'killed', readonly [zh: string, en: string]>> = {
  ok: ['完成', 'complete'],
  attention: ['完成，有事项待人处理（见下）', 'complete, and something waits for a person (see below)'],
  rejected: ['没有发布，见下', 'held back, see below'],
  failed: ['失败，没有发布', 'failed, nothing was published'],
  stopped: ['被要求停下，下次接着做', 'asked to stop; the next one goes on'],
  running: ['正在进行', 'under way'],
  killed: ['中断（进程已不在），下次接着做', 'killed (its process is gone); the next one goes on'],
};

/** One line: how the last night went, whether it published anything or not. Nothing where no night left word. */
async function lastNight(data: string | undefined, { say }: Console): Promise<string> {
  const { readHealth } = await import('../health.ts');
  const health = readHealth((await chosenData(data)).health);
  if (health === null) return '';
  const state = health.state === 'running' && !isRunning(health.pid) ? 'killed' : health.state;
  const why = health.message === null || state === 'rejected' ? '' : `${say('：', ': ')}${health.message}`;
  const [begun, success] = [localTime(health.startedAt), localTime(health.lastSuccessAt)];
  const line = `${say(`最近一夜（${begun}）：`, `Last night (${begun}): `)}${say(...NIGHT_WORDS[state])}${why}`;
  const isOld = state !== 'ok' && state !== 'attention';
  const shown =
    isOld && success !== null
      ? say(`。以下是 ${success} 那一夜发布的`, `. Shown is what the night of ${success} published`)
      : '';
  return `${line}${shown}\n\n`;
}

/** A night that was held back, with what stood against it: the first thing to know in the morning. */
async function rejectedSection(data: string | undefined, console: Console): Promise<Section[]> {
  const { loadRejection } = await import('../rejection.ts');
  const rejection = await loadRejection(data);
  if (rejection === null) return [];
  const { say } = console;
  const rows = rejection.failures.map(({ zh, en }) => ({
    [say(
      '没有发布的原因（确认无误后：duibiao nightly --accept）',
      'held back because (if it is right: duibiao nightly --accept)',
    )]: say(zh, en),
  }));
  return [section(say(`第 ${rejection.run} 次运行没有发布`, `Run ${rejection.run} was held back`), rows)];
}

function lastRuns({ sqlite }: Warehouse, { say, language }: Console): Section {
  const rows = sqlite
    .prepare<[number], Row>('SELECT * FROM runs ORDER BY run_id DESC LIMIT ?')
    .all(SHOWN_RUNS)
    .map((run) => ({
      [say('运行', 'run')]: run.run_id ?? null,
      [say('开始（本地时间）', 'started (local time)')]: localTime(run.started_at ?? null),
      [say('用时', 'took')]: duration(run.started_at ?? null, run.finished_at ?? null),
      [say('状态', 'state')]: inLanguage(RUN_STATE_WORDS[run.state as RunState], language),
      [say('文件', 'documents')]: run.documents_seen ?? null,
      [say('读取', 'read')]: run.documents_read ?? null,
      [say('隔离', 'quarantined')]: run.documents_failed ?? null,
      [say('数据', 'facts')]: run.facts ?? null,
      [say('采信值', 'observations')]: run.observations ?? null,
      [say('发现', 'findings')]: run.findings ?? null,
      [say('说明', 'note')]: noteIn(run.note ?? null, say),
    }));
  const runs = section(say('最近的运行', 'Last runs'), rows);
  const note = say('说明', 'note');
  const isNoted = rows.some((row) => row[note] !== null);
  return isNoted ? runs : { ...runs, columns: runs.columns.filter((column) => column !== note) };
}

/** Notes of runs that the program writes itself; what else stands there is a message of a failed night. */
const NOTES: readonly (readonly [zh: RegExp, en: string])[] = [
  [/^经人工确认后发布$/, 'published after a person accepted it'],
  [/^回退到第 (\d+) 次运行之后的数据$/, 'back to the data after run $1'],
];

function noteIn(note: Row[string], say: Console['say']): Row[string] {
  if (typeof note !== 'string') return note;
  const known = NOTES.find(([zh]) => zh.test(note));
  return known === undefined ? note : say(note, note.replace(known[0], known[1]));
}

function documentsByState({ sqlite }: Warehouse, { say, language }: Console): Section {
  const rows = sqlite
    .prepare<[], Row>(
      `SELECT state, state_code, count(*) AS documents FROM documents
       GROUP BY state, state_code ORDER BY state, documents DESC, state_code`,
    )
    .all()
    .map((row) => ({
      [say('状态', 'state')]: inLanguage(DOCUMENT_STATE_WORDS[row.state as DocumentState], language),
      [say('原因', 'reason')]: row.state_code ?? null,
      [say('文件', 'documents')]: row.documents ?? null,
    }));
  return section(say('文件', 'Documents'), rows);
}

function troubledSites(warehouse: Warehouse, { say }: Console): Section[] {
  const rows = lastTroubles(warehouse)
    .slice(0, SHOWN_ABSENT)
    .map(({ bureauId, places, url, code, reason }) => ({
      [say('单位', 'bureau')]: bureauId === '' ? null : bureauId,
      [say('处', 'places')]: places,
      [say('如', 'such as')]: url,
      [say('原因', 'reason')]: say(reason, addressEnglish(code, reason)),
    }));
  if (rows.length === 0) return [];
  return [section(say('没有取到的网页（最近一次抓取）', 'Pages that were not had (last visits)'), rows)];
}

/** Bureaus down, years across, the kinds of report in the cells. One that was renamed stands under its last name. */
function coverage(warehouse: Warehouse, console: Console): Section {
  const { sqlite } = warehouse;
  const { say, language } = console;
  const covered = sqlite
    .prepare<[], { bureau: string; name: string; year: number; kind: DisclosureKind }>(
      `SELECT DISTINCT bureau_id AS bureau, first_value(coalesce(bureau_name, bureau_id)) OVER (
         PARTITION BY bureau_id ORDER BY fiscal_year DESC, bureau_name) AS name, fiscal_year AS year, kind
       FROM documents WHERE state = 'extracted' AND fiscal_year IS NOT NULL ORDER BY name, bureau, year, kind`,
    )
    .all();
  const years = [...new Set(covered.map(({ year }) => year))].sort((a, b) => a - b);
  const heading = say('单位', 'bureau');
  const ofBureau = groupBy(covered, ({ bureau }) => bureau);
  if (ofBureau.size > SHOWN_BUREAUS) return coverageInNumbers(warehouse, ofBureau.size, console);
  const kindsOf = (own: typeof covered, year: number): string =>
    own
      .filter((each) => each.year === year)
      .map(({ kind }) => inLanguage(KIND_WORDS[kind], language))
      .join(say('、', ', '));
  const rows = [...ofBureau.values()].map((own): Row => {
    const cells = years.map((year) => [String(year), kindsOf(own, year)]);
    return { [heading]: own[0]!.name, ...Object.fromEntries(cells) };
  });
  const matrix = {
    title: say('单位与年度', 'Bureaus and years'),
    columns: [heading, ...years.map(String)],
    rows,
  };
  const fits = console.columns === null || widthOf(matrix) <= console.columns;
  return fits ? matrix : oneCellABureau(matrix, years, console);
}

/** The years of a bureau in one cell, where they do not fit beside one another. */
function oneCellABureau(
  { title, columns: [heading = ''], rows }: Section,
  years: readonly number[],
  { say }: Console,
): Section {
  const inOneCell = (row: Row): string =>
    years
      .filter((year) => row[year] !== '')
      .map((year) => `${year} ${row[year]}`)
      .join(say('；', '; '));
  return section(
    title,
    rows.map((row): Row => ({ [heading]: row[heading]!, [say('年度', 'years')]: inOneCell(row) })),
  );
}

/** With a border and two blanks a column. */
function widthOf({ columns, rows }: Section): number {
  const widest = (column: string) =>
    Math.max(displayWidth(column), ...rows.map((row) => displayWidth(String(row[column] ?? ''))));
  return columns.reduce((sum, column) => sum + widest(column) + 3, 1);
}

/** Years down, kinds of report across, the number of bureaus in the cells: a province does not fit on a screen. */
function coverageInNumbers({ sqlite }: Warehouse, bureaus: number, { say, language }: Console): Section {
  const covered = sqlite
    .prepare<[], { year: number; kind: DisclosureKind; bureaus: number }>(
      `SELECT fiscal_year AS year, kind, count(DISTINCT bureau_id) AS bureaus FROM documents
       WHERE state = 'extracted' AND fiscal_year IS NOT NULL GROUP BY year, kind ORDER BY year, kind`,
    )
    .all();
  const kinds = [...new Set(covered.map(({ kind }) => kind))].sort();
  const rows = [...groupBy(covered, ({ year }) => String(year))].map(([year, own]) => {
    const cells = kinds.map((kind) => [
      inLanguage(KIND_WORDS[kind], language),
      own.find((each) => each.kind === kind)?.bureaus ?? null,
    ]);
    return { [say('年度', 'year')]: year, ...Object.fromEntries(cells) } as Row;
  });
  return section(
    say(
      `共 ${bureaus} 个单位，各年度有报告的单位数（逐个单位见视图“覆盖情况”或网页）`,
      `${bureaus} bureaus; how many have reports, by year (one by one: view coverage, or the site)`,
    ),
    rows,
  );
}

/** Owed by now, and there: only where bureaus are registered. */
function expectedSections({ sqlite }: Warehouse, { say, language }: Console): Section[] {
  const kindWord = (row: Row) => inLanguage(KIND_WORDS[row.kind as DisclosureKind], language);
  const rates = sqlite
    .prepare<[], Row>('SELECT * FROM disclosure_rates ORDER BY fiscal_year DESC, kind')
    .all()
    .map((row) => ({
      [say('年度', 'year')]: row.fiscal_year ?? null,
      [say('种类', 'kind')]: kindWord(row),
      [say('应公开', 'owed')]: row.expected ?? null,
      [say('已公开', 'present')]: row.present ?? null,
      [say('未到期', 'due')]: row.due ?? null,
      [say('逾期未见', 'missing')]: row.missing ?? null,
      [say('未能读取', 'quarantined')]: row.quarantined ?? null,
      [say('已撤下', 'withdrawn')]: row.withdrawn ?? null,
      [say('公开率 %', 'rate %')]: row.disclosure_rate ?? null,
    }));
  if (rates.length === 0) return [];
  const absent = sqlite
    .prepare<[number], Row>(
      `SELECT * FROM expected_reports WHERE state IN ('missing', 'quarantined', 'withdrawn')
       ORDER BY due_on DESC, bureau_id, kind LIMIT ?`,
    )
    .all(SHOWN_ABSENT)
    .map((row) => ({
      [say('单位', 'bureau')]: row.bureau_name ?? null,
      [say('年度', 'year')]: row.fiscal_year ?? null,
      [say('种类', 'kind')]: kindWord(row),
      [say('应于', 'due on')]: row.due_on ?? null,
      [say('状态', 'state')]: inLanguage(EXPECTED_STATE_WORDS[row.state as ExpectedState], language),
      [say('原因', 'reason')]: row.reason ?? null,
    }));
  const missing = section(say('应公开而没有的报告', 'Reports that are owed and not there'), absent);
  return [
    section(say('应公开的报告', 'Reports that are owed'), rates),
    ...(absent.length === 0 ? [] : [missing]),
  ];
}

function section(title: string, rows: readonly Row[]): Section {
  return { title, columns: Object.keys(rows[0] ?? {}), rows };
}

/** 2025-08-15T18:00:03.120Z → "2025-08-16 02:00:03" where the machine is in China */
function localTime(iso: Row[string]): string | null {
  if (typeof iso !== 'string') return null;
  const date = new Date(iso);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

function duration(from: Row[string], to: Row[string]): string | null {
  if (typeof from !== 'string' || typeof to !== 'string') return null;
  return `${((Date.parse(to) - Date.parse(from)) / 1000).toFixed(1)} s`;
}

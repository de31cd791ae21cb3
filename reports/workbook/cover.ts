/** 封面: what this is, as of when, what it covers, how to read it, and what an empty cell means. */
import type { Cell, WriteSheet } from 'hucre';
import { chinaTime } from '../../sources/china-time.ts';
import { groupBy } from '../../transforms/metrics/group.ts';
import type { CoverageView } from '../../warehouse/schema.ts';
import {
  KIND_WORDS,
  METRIC_STATUS_REASONS,
  METRIC_STATUS_WORDS,
  RUN_STATE_WORDS,
  SCOPE_WORDS,
} from '../words.ts';
import { type CellSpec, gap, text } from './cell.ts';
import { displayWidth } from './display-width.ts';
import { type Edition, type Row, SHEETS } from './edition.ts';
import { NOT_PUBLISHED } from './metric-cells.ts';
import { printing, specialCell } from './sheet.ts';
import { PALETTE, STYLES } from './styles.ts';

/** Columns of the cover: a name, a scope, then years (at least this many columns, so that sentences have room). */
const FEWEST_COLUMNS = 8;

interface Line {
  cells: Row;
  /** The last cell reaches to the right edge. */
  spans: boolean;
  height?: number;
}

export function coverSheet(edition: Edition, sheets: readonly WriteSheet[]): WriteSheet {
  const years = yearsOf(edition.data.coverage);
  const columns = Math.max(FEWEST_COLUMNS, years.length + 3);
  const lines = [
    ...headline(edition),
    ...contents(edition, sheets),
    ...reading(edition),
    ...legend(edition),
    ...coverage(edition, years),
  ];
  const title = edition.say('部门预决算对比', 'Benchmarks of budgets and final accounts');
  return {
    name: edition.word(SHEETS.cover),
    columns: [
      { width: 44 },
      { width: 12 },
      ...Array.from({ length: columns - 2 }, () => ({ width: yearWidth(years) })),
    ],
    cells: cellsOf(lines),
    merges: lines.flatMap((line, row) =>
      line.spans
        ? [{ startRow: row, startCol: line.cells.length - 1, endRow: row, endCol: columns - 1 }]
        : [],
    ),
    rowDefs: new Map(
      lines.flatMap((line, row) => (line.height === undefined ? [] : [[row, { height: line.height }]])),
    ),
    view: { showGridLines: false, tabColor: { rgb: PALETTE.heading } },
    a11y: { summary: title },
    ...printing(title, { headerRow: null, pagesAcross: 1, titleColumns: 0, showsGrid: false }),
  };
}

function cellsOf(lines: readonly Line[]): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  for (const [row, line] of lines.entries()) {
    for (const [column, cell] of line.cells.entries()) {
      cells.set(`${row},${column}`, { value: cell.value, ...specialCell(cell, undefined) });
    }
  }
  return cells;
}

const line = (...cells: CellSpec[]): Line => ({ cells, spans: false, height: 20 });
/** A line whose cells behind the name and the scope wrap at this width. */
function tallLine(width: number, ...cells: CellSpec[]): Line {
  const rows = cells.slice(2).map(({ value }) => Math.ceil((displayWidth(String(value ?? '')) + 2) / width));
  return { cells, spans: false, height: Math.max(20, 16 * Math.max(1, ...rows)) };
}

const yearWidth = (years: readonly number[]): number => (years.length > 5 ? 11 : 14);

const wide = (...cells: CellSpec[]): Line => ({ cells, spans: true, height: 20 });
const blank: Line = { cells: [], spans: false };
const section = (title: string): Line => ({ cells: [text(title, STYLES.section)], spans: true, height: 26 });

function headline(edition: Edition): Line[] {
  const { say, data } = edition;
  const state = (name: string) => data.documents.filter((one) => one.state === name).length;
  const severity = (name: string) => data.findings.filter((one) => one.severity === name).length;
  const bureaus = new Set(data.observations.map((one) => one.bureau_id)).size;
  const ok = data.metrics.filter((one) => one.status === 'ok').length;
  const facts: [string, string][] = [
    [say('数据截至', 'as of'), asOf(edition)],
    [
      say('文件', 'documents'),
      say(
        `共 ${data.documents.length} 份：已读取 ${state('extracted')}，已隔离 ${state('quarantined')}，已被取代 ${state('superseded')}`,
        `${data.documents.length}: ${state('extracted')} extracted, ${state('quarantined')} quarantined, ${state('superseded')} superseded`,
      ),
    ],
    [
      say('单位与年度', 'bureaus and years'),
      `${say(`${bureaus} 个单位`, `${bureaus} bureaus`)}${spanOf(edition)}`,
    ],
    [
      say('数字与指标', 'figures and metrics'),
      say(
        `采信数字 ${data.observations.length} 个；指标值 ${data.metrics.length} 个，其中可用 ${ok} 个`,
        `${data.observations.length} figures; ${data.metrics.length} metric values, ${ok} of them ok`,
      ),
    ],
    [
      say('校验发现', 'findings'),
      say(
        `错误 ${severity('error')}，警告 ${severity('warning')}，说明 ${severity('note')}`,
        `${severity('error')} errors, ${severity('warning')} warnings, ${severity('note')} notes`,
      ),
    ],
  ];
  return [
    {
      cells: [text(say('对标 · 部门预决算对比', 'Duibiao · benchmarks'), STYLES.title)],
      spans: true,
      height: 36,
    },
    {
      cells: [
        text(
          say(
            '依据各单位公开的部门预算、部门决算和绩效自评编制；每个数字都可追溯到原文件的页码或行号。',
            'From published budgets, final accounts and self-evaluations; every figure can be traced to its page.',
          ),
          STYLES.subtitle,
        ),
      ],
      spans: true,
      height: 20,
    },
    blank,
    ...(data.observations.length === 0 ? [emptiness(edition), blank] : []),
    ...facts.map(([label, value]) => wide(text(label, STYLES.label), text(value))),
    blank,
  ];
}

function emptiness({ say }: Edition): Line {
  return {
    cells: [
      text(
        say(
          '数据仓库里还没有可以对比的数字：请先收录文件并运行一次。',
          'There is nothing to compare in the warehouse yet: add documents and run once.',
        ),
        STYLES.section,
      ),
    ],
    spans: true,
    height: 30,
  };
}

function asOf({ data, say, word }: Edition): string {
  if (data.run === null) return say('尚未运行', 'never run');
  const time = chinaTime(data.run.finished_at ?? data.run.started_at);
  const state = word(RUN_STATE_WORDS[data.run.state]);
  return say(
    `${time} 北京时间（第 ${data.run.run_id} 次运行，${state}）`,
    `${time}, time in China (run ${data.run.run_id}, ${state})`,
  );
}

function spanOf({ data, say }: Edition): string {
  const years = data.observations.map((one) => one.fiscal_year);
  if (years.length === 0) return '';
  const first = years.reduce((a, b) => Math.min(a, b));
  const last = years.reduce((a, b) => Math.max(a, b));
  return say(`，${first} 至 ${last} 年度`, `, ${first} to ${last}`);
}

function contents(edition: Edition, sheets: readonly WriteSheet[]): Line[] {
  const { say } = edition;
  return [
    section(say('目录', 'Contents')),
    ...sheets.map(({ name, a11y }) =>
      wide({ ...text(name), link: { sheet: name, row: 1 } }, text(a11y?.summary ?? '')),
    ),
    blank,
  ];
}

function reading({ say }: Edition): Line[] {
  const sentences: [string, string][] = [
    [
      '指标对比各表：单位在下、年度在右，每年四栏依次为数值、位次、百分位、同类中位数，条形表示大小。',
      'Comparison sheets: bureaus down, years across; value, rank, percentile and peer median for each year.',
    ],
    [
      '点击带下划线的数字，可到“依据”表看分子、分母及其文件、位置和原文，再点可到“数据明细”。',
      'Click an underlined figure to see what it was computed from and where that is printed.',
    ],
    [
      '同一单位的“部门”（含下属单位）与“单位”（本级）分行列示，不合并、不互相排名。',
      'A department (with its subordinate units) and the unit alone are rows of their own.',
    ],
    [
      '同类组依次按行政层级、单位类型、省份、人口规模确定，不足 5 个时由后往前放宽；仍不足 5 个则不排名。单位自身计入组内。',
      'Peers share tier, kind of office, province and population band, widened from the last until there are five.',
    ],
    [
      '报告自述的执行率、控制率等只用来对照，从不参与计算。',
      'Rates that a report states stand beside ours and never enter them.',
    ],
  ];
  return [
    section(say('怎么看', 'How to read it')),
    ...sentences.map(([zh, en]) => ({ cells: [text(say(zh, en), STYLES.plain)], spans: true, height: 20 })),
    blank,
  ];
}

function legend({ say, word }: Edition): Line[] {
  const reasons = Object.entries(METRIC_STATUS_REASONS) as [
    keyof typeof METRIC_STATUS_REASONS,
    readonly [string, string],
  ][];
  const entry = (sign: string, meaning: string) => wide(gap(sign), text(meaning));
  return [
    section(say('没有数字的单元格', 'Cells without a figure')),
    entry(
      NOT_PUBLISHED,
      say(
        '该年度没有公开或尚未收录计算所需的任何一个数字；不是零',
        'nothing that the metric needs was published; not zero',
      ),
    ),
    ...reasons.map(([status, reason]) => entry(word(METRIC_STATUS_WORDS[status]), word(reason))),
    entry(
      say('同类不足', 'few peers'),
      say('可比的同类单位不足 5 个，不排名', 'fewer than five peers: no rank'),
    ),
    blank,
  ];
}

function coverage(edition: Edition, years: readonly number[]): Line[] {
  const { say, data, word } = edition;
  const read = data.coverage.filter((one) => one.state === 'extracted');
  if (read.length === 0) return [];
  const lastSeen = lastSeenOf(edition);
  const rows = [
    ...groupBy(read, (one) =>
      JSON.stringify([one.region_code ?? '~', one.bureau_name ?? '~', one.bureau_id, one.scope]),
    ),
  ]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, row]) => row);
  const header = [
    say('单位名称', 'bureau'),
    say('口径', 'scope'),
    ...years.map(String),
    say('最近核对', 'last seen'),
  ];
  return [
    section(say('覆盖情况：各单位各年度已读取的公开文件', 'Coverage: disclosures read')),
    line(...header.map((title) => text(title, STYLES.header))),
    ...rows.map((row) =>
      tallLine(
        yearWidth(years),
        text(edition.bureauOf(row[0]!)),
        text(word(SCOPE_WORDS[row[0]!.scope]), STYLES.centred),
        ...years.map((year) =>
          kindsCell(
            edition,
            row.filter((one) => one.fiscal_year === year),
          ),
        ),
        text(lastSeen.get(row[0]!.bureau_id)?.slice(0, 10), STYLES.centred),
      ),
    ),
  ];
}

function kindsCell(edition: Edition, cells: readonly CoverageView[]): CellSpec {
  if (cells.length === 0) return gap(NOT_PUBLISHED);
  const kinds = Object.keys(KIND_WORDS).filter((kind) => cells.some((one) => one.kind === kind));
  return text(
    kinds.map((kind) => edition.word(KIND_WORDS[kind as CoverageView['kind']])).join('、'),
    STYLES.centred,
  );
}

function lastSeenOf({ data }: Edition): Map<string, string> {
  const latest = new Map<string, string>();
  for (const { bureau_id, last_seen_at } of data.documents) {
    if (bureau_id !== null && last_seen_at > (latest.get(bureau_id) ?? ''))
      latest.set(bureau_id, last_seen_at);
  }
  return latest;
}

function yearsOf(coverage: readonly CoverageView[]): number[] {
  const known = coverage.map((one) => one.fiscal_year).filter((year) => year !== null);
  return [...new Set(known)].sort((a, b) => a - b);
}

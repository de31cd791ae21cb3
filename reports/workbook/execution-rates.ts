/** 执行率: how far each budget was executed, kinds of budget apart, and a chart of the latest year. */
import type { ConditionalRule, WriteSheet } from 'hucre';
import { groupBy } from '../../transforms/metrics/group.ts';
import { metricById } from '../../transforms/metrics/index.ts';
import { SCOPES, type Scope } from '../../transforms/recognise/disclosure.ts';
import { SCOPE_WORDS } from '../words.ts';
import { type CellSpec, numberStyle, text } from './cell.ts';
import { barChart } from './charts.ts';
import { type Edition, SHEETS } from './edition.ts';
import { valueCell } from './metric-cells.ts';
import type { MetricFigure } from './read-benchmarks.ts';
import { firstRowNumber, layTable, rangeOf } from './sheet.ts';
import { asBoundary, FORMATS, PALETTE, STYLES } from './styles.ts';

/** In order of what says most about execution. */
const RATES = ['execution_rate.adjusted', 'execution_rate.unstated', 'execution_rate.original'] as const;
/** Bars that can still be read on one page. */
const MOST_BARS = 20;
/** Below this a rate is coloured: the share of the budget that a self-evaluation form usually asks to explain. */
const LOW_RATE = 0.8;
const HEAD_COLUMNS = 3;
const NOTES = 1;

interface Line {
  metric: string;
  byYear: ReadonlyMap<number, MetricFigure>;
  first: MetricFigure;
}

/** null where no bureau has a rate. */
export function executionSheet(edition: Edition): WriteSheet | null {
  const { say } = edition;
  const values = edition.data.metrics.filter((one) => RATES.some((rate) => rate === one.metric));
  if (values.length === 0) return null;
  const known = values.filter((one) => one.value !== null || one.status === 'suspect_input');
  const years = [...new Set(known.map((one) => one.fiscal_year))].sort((a, b) => a - b);
  if (years.length === 0) return null;
  const blocks = RATES.map((rate) =>
    linesOf(values.filter((one) => one.metric === rate && years.includes(one.fiscal_year))),
  );
  const chart = chosenBlock(blocks, years);
  const lines = blocks.flatMap((block, index) => (index === chart?.block ? chart.lines : block));
  return layTable({
    name: edition.word(SHEETS.execution),
    title: say('预算执行率', 'Execution of the budget'),
    summary: say('三种预算口径的执行率，附最近年度柱状图', 'Execution by kind of budget, with a chart'),
    notes: [
      say(
        '三种预算口径分列，不相互比较。低于 80% 的标黄；超过 100% 多因年中追加预算。点击数值可看依据。',
        'Three kinds of budget, never mixed. Below 80% is coloured. Click a figure to see its evidence.',
      ),
    ],
    columns: [
      { title: say('单位名称', 'bureau'), style: STYLES.text, widest: 44 },
      { title: say('口径', 'scope'), style: STYLES.centred },
      { title: say('预算口径', 'kind of budget'), style: STYLES.text, widest: 34 },
      ...years.map((year) => ({ title: String(year), style: numberStyle(FORMATS.percent), narrowest: 13 })),
    ],
    rows: rowsOf(edition, lines, years),
    frozenColumns: HEAD_COLUMNS,
    tabColour: PALETTE.series[0],
    conditionalRules: [lowRates(lines.length, years.length)],
    charts: (place) =>
      chart === null
        ? []
        : [
            barChart(
              place,
              chartTitle(edition, chart),
              { first: lines.indexOf(chart.lines[0]!), count: Math.min(chart.withValue, MOST_BARS) },
              { names: 0, values: HEAD_COLUMNS + years.indexOf(chart.year) },
              '0%',
            ),
          ],
  });
}

function linesOf(values: readonly MetricFigure[]): Line[] {
  return [...groupBy(values, (one) => JSON.stringify([one.bureau_id, one.scope])).values()].map((line) => ({
    metric: line[0]!.metric,
    first: line[0]!,
    byYear: new Map(line.map((one) => [one.fiscal_year, one])),
  }));
}

interface Chosen {
  block: number;
  year: number;
  scope: Scope;
  /** The whole block: the bars on top, lowest first, then the rest. */
  lines: readonly Line[];
  withValue: number;
}

/** The kind of budget, scope and year that most bureaus have a rate for; the later year among equals. */
function chosenBlock(blocks: readonly (readonly Line[])[], years: readonly number[]): Chosen | null {
  const candidates = blocks.flatMap((lines, block) =>
    SCOPES.flatMap((scope) =>
      years.map((year) => ({
        block,
        scope,
        year,
        withValue: lines.filter((line) => barOf(line, scope, year) !== null).length,
      })),
    ),
  );
  const best = candidates.toSorted(
    (a, b) => b.withValue - a.withValue || a.block - b.block || b.year - a.year,
  )[0];
  if (best === undefined || best.withValue === 0) return null;
  const place = (line: Line) => barOf(line, best.scope, best.year) ?? Number.MAX_VALUE;
  return { ...best, lines: blocks[best.block]!.toSorted((a, b) => place(a) - place(b)) };
}

/** One chart compares one scope. */
function barOf(line: Line, scope: Scope, year: number): number | null {
  return line.first.scope === scope ? (line.byYear.get(year)?.value ?? null) : null;
}

function rowsOf(edition: Edition, lines: readonly Line[], years: readonly number[]): CellSpec[][] {
  return lines.map((line, index) => {
    const definition = metricById(line.metric)!;
    const row = [
      text(edition.bureauOf(line.first)),
      text(edition.word(SCOPE_WORDS[line.first.scope]), STYLES.centred),
      text(edition.say(definition.zh, definition.en)),
      ...years.map((year) => valueCell(edition, line.byYear.get(year))),
    ];
    const isFirst = lines[index - 1]?.metric !== line.metric;
    return isFirst ? row.map((cell) => ({ ...cell, style: asBoundary(cell.style) })) : row;
  });
}

function lowRates(rows: number, years: number): ConditionalRule {
  const top = firstRowNumber(NOTES) - 1;
  const range = rangeOf(top, HEAD_COLUMNS, top + rows - 1, HEAD_COLUMNS + years - 1);
  const [first] = range.split(':');
  return {
    type: 'expression',
    formula: `AND(ISNUMBER(${first}),${first}<${LOW_RATE})`,
    priority: 1,
    range,
    style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb: PALETTE.warning } } },
  };
}

function chartTitle({ say, word }: Edition, chart: Chosen): string {
  const { zh, en } = metricById(chart.lines[0]!.metric)!;
  const shown = Math.min(chart.withValue, MOST_BARS);
  const which = shown < chart.withValue ? say(`：最低的 ${shown} 个单位`, `: the ${shown} lowest`) : '';
  const scope = word(SCOPE_WORDS[chart.scope]);
  return `${chart.year} ${say(zh, en)}${say(`（${scope}口径）`, ` (${scope})`)}${which}`;
}

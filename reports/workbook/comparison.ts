/** 指标对比: bureaus down, years across, one sheet a family. A department and its unit are rows of their own. */
import type { ConditionalRule, WriteSheet } from 'hucre';
import { groupBy } from '../../transforms/metrics/group.ts';
import { METRICS } from '../../transforms/metrics/index.ts';
import { FAMILIES, type FamilyId, type Metric } from '../../transforms/metrics/metric.ts';
import { DIRECTION_WORDS, METRIC_UNIT_WORDS, SCOPE_WORDS, type Word } from '../words.ts';
import { type CellSpec, numberStyle, text } from './cell.ts';
import { comparisonSheetName, type Edition } from './edition.ts';
import { medianCell, percentileCell, rankCell, valueCell } from './metric-cells.ts';
import type { MetricFigure } from './read-benchmarks.ts';
import { type Column, firstRowNumber, layTable, rangeOf } from './sheet.ts';
import { asBoundary, FORMATS, PALETTE, STYLES } from './styles.ts';

/** One sheet for every family in which some bureau has a value, or a reason to look at; the evidence has every row. */
export function comparisonSheets(edition: Edition): WriteSheet[] {
  const byMetric = groupBy(edition.data.metrics, (one) => one.metric);
  return FAMILIES.flatMap(({ id, zh, en }) => {
    const blocks = METRICS.flatMap((metric) => {
      const values = byMetric.get(metric.id);
      return metric.family === id && values ? [{ metric, values }] : [];
    });
    const isEmpty = !blocks.some((block) => block.values.some(saysSomething));
    return isEmpty ? [] : [familySheet(edition, id, [zh, en], blocks)];
  });
}

interface Block {
  metric: Metric;
  values: readonly MetricFigure[];
}

function familySheet(edition: Edition, family: FamilyId, name: Word, blocks: readonly Block[]): WriteSheet {
  const { say } = edition;
  const shown = blocks.filter((block) => block.values.some(saysSomething));
  const values = shown.flatMap((block) => block.values);
  const years = yearsOf(values.filter(saysSomething));
  const silent = yearsOf(values).filter((year) => !years.includes(year));
  const hasProjects = values.some((one) => one.project !== null);
  const heads = headColumns(edition, hasProjects);
  const rowsOf = shown.map((block) => metricRows(edition, block, years, hasProjects));
  const notes = [
    say(
      '点击数值可到“依据”表查看分子、分母、文件、页码和原文。位次“3 / 7”指同类 7 个单位中列第 3，百分位为同类中低于它的比重；浅蓝条形为同一指标、年度内的大小（有负数的不画）。含义见“指标定义”。',
      'Click a figure to see its evidence. Rank "3 / 7" is the third of seven peers; the percentile is the share of peers below it; bars show size within one metric and year (none where a value is negative).',
    ),
    ...leftOut(
      edition,
      blocks.filter((block) => !shown.includes(block)),
      silent,
    ),
  ];
  return layTable({
    name: comparisonSheetName(name, edition.language),
    title: say(`指标对比 · ${name[0]}`, `Comparison · ${name[1]}`),
    summary: summaryOf(edition, shown),
    notes,
    columns: [...heads, ...years.flatMap((year) => yearColumns(edition, year))],
    rows: rowsOf.flat(),
    conditionalRules: barsOf(rowsOf, years.length, {
      column: heads.length,
      row: firstRowNumber(notes.length),
    }),
    frozenColumns: hasProjects ? 4 : 3,
    pagesAcross: Math.ceil(years.length / YEARS_ON_A_PAGE),
    tabColour: PALETTE.series[FAMILIES.findIndex((one) => one.id === family)] ?? PALETTE.heading,
  });
}

/** Value, rank, percentile, median of the peers. */
const COLUMNS_OF_A_YEAR = 4;
/** More would be too small to read in print. */
const YEARS_ON_A_PAGE = 3;
/** Fewer are read faster than bars. */
const FEWEST_BARS = 5;

/**
 * A bar behind every value, as long as it is large among those of its metric and year. None where one of them is below
 * zero: programs draw such bars from the least value on, so that the smallest fall would have the longest bar.
 */
function barsOf(
  rowsOf: readonly (readonly CellSpec[][])[],
  years: number,
  first: { column: number; row: number },
): ConditionalRule[] {
  let row = first.row - 1;
  return rowsOf.flatMap((rows) => {
    const top = row;
    row += rows.length;
    return Array.from({ length: years }, (_, year) => first.column + year * COLUMNS_OF_A_YEAR).flatMap(
      (column): ConditionalRule[] => {
        const values = rows.flatMap((cells) => {
          const value = cells[column]?.value;
          return typeof value === 'number' ? [value] : [];
        });
        if (values.length < FEWEST_BARS || values.some((value) => value < 0)) return [];
        return [
          {
            type: 'dataBar',
            priority: 1,
            range: rangeOf(top, column, row - 1, column),
            dataBar: { cfvo: [{ type: 'num', value: '0' }, { type: 'max' }], color: PALETTE.bar },
          },
        ];
      },
    );
  });
}
/** Enough names to know the family by. */
const METRICS_NAMED = 3;

function summaryOf({ say }: Edition, blocks: readonly Block[]): string {
  const names = blocks.slice(0, METRICS_NAMED).map(({ metric }) => say(metric.zh, metric.en));
  return blocks.length <= METRICS_NAMED
    ? names.join(say('、', ', '))
    : say(`${names.join('、')}等 ${blocks.length} 个指标`, `${names.join(', ')} … (${blocks.length})`);
}

/** A value, or a reason that a reader can act on; a block of nothing but unpublished inputs fills pages with one word. */
function saysSomething({ status }: MetricFigure): boolean {
  return status !== 'missing_numerator' && status !== 'missing_denominator';
}

/** What every bureau published one side of only is named once instead of filling rows and columns. */
function leftOut({ say }: Edition, blocks: readonly Block[], years: readonly number[]): string[] {
  const names = blocks.map(({ metric }) => say(metric.zh, metric.en));
  const parts = [...names, ...years.map((year) => say(`${year} 年度`, String(year)))];
  if (parts.length === 0) return [];
  return [
    say(
      `因分子或分母没有公开而没有任何可用数值、未列出的指标和年度：${parts.join('、')}。逐个单位的情况见“依据”。`,
      `Left out, since no bureau published both sides: ${parts.join(', ')}. See the evidence sheet.`,
    ),
  ];
}

function yearsOf(values: readonly MetricFigure[]): number[] {
  return [...new Set(values.map((one) => one.fiscal_year))].sort((a, b) => a - b);
}

function headColumns({ say }: Edition, hasProjects: boolean): Column[] {
  return [
    { title: say('指标', 'metric'), style: STYLES.text, widest: 42 },
    { title: say('单位名称', 'bureau'), style: STYLES.text, widest: 36 },
    { title: say('口径', 'scope'), style: STYLES.centred },
    ...(hasProjects ? [{ title: say('项目', 'project'), style: STYLES.text, widest: 34 }] : []),
    { title: say('计量', 'unit'), style: STYLES.centred },
    { title: say('取向', 'direction'), style: STYLES.centred, widest: 14 },
  ];
}

function yearColumns({ say }: Edition, year: number): Column[] {
  const style = numberStyle(FORMATS.percent);
  return [
    { title: `${year}\n${say('数值', 'value')}`, style, narrowest: 12 },
    { title: `${year}\n${say('位次', 'rank')}`, style: STYLES.gap, narrowest: 9 },
    { title: `${year}\n${say('百分位', 'percentile')}`, style: numberStyle(FORMATS.decimals), narrowest: 9 },
    { title: `${year}\n${say('同类中位数', 'peer median')}`, style, narrowest: 12 },
  ];
}

function metricRows(
  edition: Edition,
  { metric, values }: Block,
  years: readonly number[],
  hasProjects: boolean,
): CellSpec[][] {
  const inYears = values.filter((one) => years.includes(one.fiscal_year));
  const lines = groupBy(inYears, (one) => JSON.stringify([one.bureau_id, one.scope, one.project]));
  return [...lines.values()].map((line, index) => {
    const first = line[0]!;
    const row = [
      text(edition.say(metric.zh, metric.en)),
      text(edition.bureauOf(first)),
      text(edition.word(SCOPE_WORDS[first.scope]), STYLES.centred),
      ...(hasProjects ? [text(first.project)] : []),
      text(edition.word(METRIC_UNIT_WORDS[metric.unit]), STYLES.centred),
      text(edition.word(DIRECTION_WORDS[metric.direction]), STYLES.centred),
      ...years.flatMap((year) => {
        const value = line.find((one) => one.fiscal_year === year);
        return [
          valueCell(edition, value),
          rankCell(edition, value),
          percentileCell(value),
          medianCell(value),
        ];
      }),
    ];
    return index === 0 ? row.map((cell) => ({ ...cell, style: asBoundary(cell.style) })) : row;
  });
}

/** One metric over all bureaus of one scope and year: bars in order, how the values spread, and the table behind both. */
import { basisInWords } from '../../words.ts';
import type { BureauEntry, CellEntry, MetricEntry, MetricRowEntry } from '../data.ts';
import { quantile } from '../spread.ts';
import { chart, NARROW } from './charts.ts';
import { dotPlot } from './dot-plot.ts';
import { h } from './element.ts';
import { showMetricEvidence } from './evidence.ts';
import { matchesPlace, type Option, type PlaceFilter, selectField } from './fields.ts';
import { metricFigure } from './figure.ts';
import { metricText, metricUnit } from './format.ts';
import { heading, language, say } from './language.ts';
import { exact } from './numbers.ts';
import { rankedBars } from './ranked-bars.ts';
import { linkTo, type Route } from './route.ts';
import { site } from './site.ts';
import { type Column, table } from './table.ts';
import { nameOfKey, peerGroupName, regionName, scopeName } from './words.ts';

export interface Chosen {
  metric: MetricEntry;
  cell: CellEntry;
}

/** The cell that the address names, else the largest of the latest year in which at least two bureaus stand together. */
export function chosenCell(metric: MetricEntry, { params }: Route): CellEntry | null {
  const cells = site.cellsOf(metric.id);
  const fits = (name: string, value: string) => !params.has(name) || params.get(name) === value;
  const fitting = cells.filter((cell) => fits('year', String(cell.year)) && fits('scope', cell.scope));
  const exactly = fitting.filter((cell) => fits('ground', cell.ground));
  const candidates = exactly.length > 0 ? exactly : fitting.length > 0 ? fitting : cells;
  return (
    candidates.find((cell) => cell.count >= 2 && cell.scope === 'department') ??
    candidates.find((cell) => cell.count >= 2) ??
    candidates[0] ??
    null
  );
}

/** Year, scope and basis, as far as the metric has several. */
export function cellFields({ metric, cell }: Chosen): HTMLElement[] {
  const cells = site.cellsOf(metric.id);
  const years = [...new Set(cells.map((one) => one.year))].sort((a, b) => b - a);
  const scopes = [...new Set(cells.filter((one) => one.year === cell.year).map((one) => one.scope))];
  const grounds = cells.filter((one) => one.year === cell.year && one.scope === cell.scope);
  const option = (value: string, title: string): Option => ({ value, title });
  return [
    selectField(
      'year',
      say('年度', 'Year'),
      years.map((year) => option(String(year), String(year))),
      String(cell.year),
    ),
    ...(scopes.length > 1
      ? [
          selectField(
            'scope',
            say('口径', 'Scope'),
            scopes.map((scope) => option(scope, scopeName(scope))),
            cell.scope,
          ),
        ]
      : []),
    ...(grounds.length > 1
      ? [
          selectField(
            'ground',
            say('取数口径', 'Basis'),
            grounds.map((one) => option(one.ground, `${groundName(one.ground)}（${one.count}）`)),
            cell.ground,
          ),
        ]
      : []),
  ];
}

export function groundName(ground: string): string {
  return ground === '' ? say('不分资金', 'not by fund') : basisInWords(ground, language());
}

/** Which bureau stands out: chosen from those with a value. */
export function markField(rows: readonly MetricRowEntry[], marked: string): HTMLElement {
  const names = rows
    .map((row) => ({ value: row.bureau, title: nameOfKey(row.bureau) }))
    .toSorted((a, b) => a.title.localeCompare(b.title, 'zh'));
  return selectField(
    'mark',
    say('标出单位', 'Mark a bureau'),
    [{ value: '', title: say('不标出', 'none') }, ...names],
    marked,
  );
}

/** Rows of the cell whose bureau passes the filter, best or largest first; and those of the same year and scope without a value. */
export function rowsOfCell(rows: readonly MetricRowEntry[], { metric, cell }: Chosen, filter: PlaceFilter) {
  const here = rows.filter(
    (row) =>
      row.scope === cell.scope &&
      row.year === cell.year &&
      row.project === null &&
      matchesPlace(site.bureauByKey.get(row.bureau), filter),
  );
  const sign = metric.direction === 'more_is_worse' ? 1 : -1;
  return {
    ranked: here
      .filter((row) => row.value !== null && row.ground === cell.ground)
      .toSorted((a, b) => sign * (a.value! - b.value!) || (a.bureau < b.bureau ? -1 : 1)),
    blank: here.filter((row) => row.value === null),
    otherwise: here.filter((row) => row.value !== null && row.ground !== cell.ground).length,
  };
}

/** Bars that can be read without scrolling for long. */
const MOST_BARS = 24;

export function barsFigure(
  { metric, cell }: Chosen,
  ranked: readonly MetricRowEntry[],
  marked: string,
): HTMLElement {
  const shown = ranked.slice(0, MOST_BARS);
  const own = ranked.find((row) => row.bureau === marked);
  if (own !== undefined && !shown.includes(own)) shown.push(own);
  const text = (value: number) => metricText(value, metric.unit, metric.id);
  const median = medianOf(ranked);
  const title = say(
    `${cell.year} 年度${heading(metric.name)}${unitNote(metric)}`,
    `${heading(metric.name)}, ${cell.year}${unitNote(metric)}`,
  );
  const note =
    shown.length < ranked.length
      ? say(`共 ${ranked.length} 个，图中为前 ${MOST_BARS} 个`, `the first ${MOST_BARS} of ${ranked.length}`)
      : say(`共 ${ranked.length} 个`, `${ranked.length} bureaus`);
  return h(
    'figure',
    {},
    h(
      'figcaption',
      {},
      h('strong', {}, title),
      h('span', { class: 'quiet' }, ` ${orderNote(metric)} · ${note}`),
    ),
    chart({
      label: `${title}：${spoken(shown, text)}`,
      height: shown.length * (innerWidth < NARROW ? 32 : 26) + 40,
      option: rankedBars(
        shown.map((row) => ({
          name: nameOfKey(row.bureau),
          value: row.value!,
          text: text(row.value!),
          marked: row.bureau === marked,
        })),
        median === null
          ? null
          : { value: median, text: say(`中位数 ${text(median)}`, `median ${text(median)}`) },
      ),
      onClick: ({ dataIndex }) => void showMetricEvidence(shown[dataIndex]!),
    }),
  );
}

const MOST_SPOKEN = 5;

function spoken(rows: readonly MetricRowEntry[], text: (value: number) => string): string {
  const first = rows.slice(0, MOST_SPOKEN).map((row) => `${nameOfKey(row.bureau)} ${text(row.value!)}`);
  return `${first.join('；')}。${say('全部数值见下表', 'All values stand in the table below')}`;
}

function medianOf(rows: readonly MetricRowEntry[]): number | null {
  if (rows.length < 2) return null;
  return quantile(
    rows.map((row) => row.value!).toSorted((a, b) => a - b),
    0.5,
  );
}

function unitNote(metric: MetricEntry): string {
  return metric.unit === 'percent'
    ? ''
    : say(`（${metricUnit(metric.unit)}）`, ` (${metricUnit(metric.unit)})`);
}

function orderNote(metric: MetricEntry): string {
  return metric.direction === 'more_is_worse'
    ? say('由低到高', 'lowest first')
    : say('由高到低', 'highest first');
}

/** More dots than this are a cloud: every value stays in the table. */
const MOST_DOTS = 3000;

export function dotsFigure(
  { metric, cell }: Chosen,
  ranked: readonly MetricRowEntry[],
  marked: string,
): HTMLElement | null {
  const median = medianOf(ranked);
  if (median === null) return null;
  const text = (value: number) => metricText(value, metric.unit, metric.id);
  const dots = ranked.slice(0, MOST_DOTS);
  const title = say(`${cell.year} 年度分布`, `Distribution in ${cell.year}`);
  const least = text(Math.min(...dots.map((row) => row.value!)));
  const most = text(Math.max(...dots.map((row) => row.value!)));
  return h(
    'figure',
    {},
    h(
      'figcaption',
      {},
      h('strong', {}, title),
      h('span', { class: 'quiet' }, ` ${say('每点一个单位', 'a dot a bureau')}`),
    ),
    chart({
      label: say(
        `${title}：${ranked.length} 个单位，从 ${least} 到 ${most}，中位数 ${text(median)}`,
        `${title}: ${ranked.length} bureaus from ${least} to ${most}, median ${text(median)}`,
      ),
      height: 210,
      option: dotPlot(
        dots.map((row) => ({
          name: nameOfKey(row.bureau),
          value: row.value!,
          text: text(row.value!),
          marked: row.bureau === marked,
        })),
        { value: median, text: say(`中位数 ${text(median)}`, `median ${text(median)}`) },
        (value) => (metric.unit === 'percent' ? `${exact(value)}%` : exact(value)),
      ),
    }),
  );
}

export function leagueTable(
  chosen: Chosen,
  ranked: readonly MetricRowEntry[],
  blank: readonly MetricRowEntry[],
  marked: string,
): HTMLElement {
  const { metric, cell } = chosen;
  const bureauOf = (row: MetricRowEntry) => site.bureauByKey.get(row.bureau)!;
  const place = new Map(ranked.map((row, index) => [row.id, index + 1]));
  const columns: Column<MetricRowEntry>[] = [
    {
      title: '#',
      numeric: true,
      cell: (row) => place.get(row.id) ?? '',
      sortBy: (row) => place.get(row.id) ?? null,
    },
    {
      title: say('单位名称', 'Bureau'),
      heads: true,
      cell: (row) => bureauLink(bureauOf(row)),
      sortBy: (row) => nameOfKey(row.bureau),
    },
    {
      title: say('地区', 'Region'),
      wide: true,
      cell: (row) => regionName(bureauOf(row)),
      sortBy: (row) => bureauOf(row).region,
    },
    {
      title: say(`数值${unitNote(metric)}`, `Value${unitNote(metric)}`),
      numeric: true,
      cell: metricFigure,
      sortBy: (row) => row.value,
    },
    {
      title: say('同类位次', 'Rank among peers'),
      numeric: true,
      cell: (row) => rankText(row),
      sortBy: (row) => row.rank,
    },
    {
      title: say('百分位', 'Percentile'),
      numeric: true,
      cell: (row) => (row.percentile === null ? '' : exact(row.percentile)),
      sortBy: (row) => row.percentile,
    },
    {
      title: say('同类中位数', 'Peer median'),
      numeric: true,
      cell: (row) => (row.peerMedian === null ? '' : metricText(row.peerMedian, metric.unit, metric.id)),
      sortBy: (row) => row.peerMedian,
    },
    {
      title: say('同类组', 'Peer group'),
      wide: true,
      cell: (row) => (row.peerGroup === null ? '' : peerGroupName(row.peerGroup)),
    },
    {
      title: say('报告自述', 'As reported'),
      numeric: true,
      cell: (row) => (row.reported === null ? '' : metricText(row.reported, metric.unit, metric.id)),
      sortBy: (row) => row.reported,
    },
  ];
  const ground =
    cell.ground === '' ? '' : say(`，${groundName(cell.ground)}`, `, ${groundName(cell.ground)}`);
  return table({
    caption: say(
      `${cell.year} 年度${heading(metric.name)}（${scopeName(cell.scope)}口径${ground}）`,
      `${heading(metric.name)}, ${cell.year} (${scopeName(cell.scope)}${ground})`,
    ),
    columns,
    rows: [...ranked, ...blank],
    rowClass: (row) => (row.bureau === marked ? 'marked' : null),
  });
}

export function bureauLink(bureau: BureauEntry): HTMLElement {
  return h('a', { href: linkTo('bureau', bureau.id) }, nameOfKey(bureau.key));
}

export function rankText(row: MetricRowEntry): string {
  if (row.rank !== null) return `${row.rank} / ${row.peerCount}`;
  return row.value !== null && row.peerCount !== null ? say('同类不足', 'few peers') : '';
}

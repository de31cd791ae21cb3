/** The metrics of one bureau, family by family: years across, each value with its rank and the median of its peers. */
import type { BureauEntry, MetricEntry, MetricRowEntry } from '../data.ts';
import { chart } from './charts.ts';
import { type Child, h, section } from './element.ts';
import { fields, selectField } from './fields.ts';
import { gap, metricFigure } from './figure.ts';
import { metricText, metricUnit } from './format.ts';
import { heading, say, word } from './language.ts';
import { type BureauBooks, gather } from './load.ts';
import { exact } from './numbers.ts';
import { linkTo, type Route } from './route.ts';
import { site } from './site.ts';
import { table } from './table.ts';
import { absence, rankText } from './words.ts';
import { type Line, lines } from './year-charts.ts';

interface Row {
  metric: MetricEntry;
  project: string | null;
  byYear: ReadonlyMap<number, MetricRowEntry>;
}

export function metricSections(
  bureau: BureauEntry,
  books: BureauBooks,
  metrics: readonly MetricRowEntry[],
  route: Route,
): HTMLElement {
  const years = [...new Set(metrics.map((row) => row.year))].sort((a, b) => a - b);
  const rows = rowsOf(metrics);
  const projects = rows.filter(({ project }) => project !== null);
  return section(
    'metrics',
    say('指标与同类', 'Metrics and peers'),
    metrics.length === 0
      ? h(
          'p',
          { class: 'gap' },
          say('公开的数字不足以计算任何指标。', 'What was published is not enough for any metric.'),
        )
      : [
          rates(rows, years),
          againstPeers(rows, years, route),
          h(
            'p',
            { class: 'quiet' },
            say(
              '每格依次为数值、同类位次、同类中位数。同类不足 5 个时不排名。',
              'Each cell: value, rank among peers, median of peers. No rank among fewer than five.',
            ),
          ),
          site.index.families.map(({ id, name }) => {
            const own = rows.filter(({ metric, project }) => metric.family === id && project === null);
            return own.length === 0 ? null : familyTable(word(name), own, years, bureau, books);
          }),
          projects.length === 0
            ? null
            : h(
                'details',
                {},
                h(
                  'summary',
                  {},
                  say(`逐个项目（${projects.length}）`, `Project by project (${projects.length})`),
                ),
                familyTable(say('逐个项目', 'Project by project'), projects, years, bureau, books),
              ),
        ],
  );
}

function rowsOf(metrics: readonly MetricRowEntry[]): Row[] {
  const groups = gather(metrics, (row) => JSON.stringify([row.metric, row.project]));
  const rows = [...groups.values()].map((group) => ({
    metric: site.metricById.get(group[0]!.metric)!,
    project: group[0]!.project,
    byYear: new Map(group.map((row) => [row.year, row])),
  }));
  const place = (row: Row) => site.index.metrics.indexOf(row.metric);
  return rows.toSorted((a, b) => place(a) - place(b));
}

function familyTable(
  name: string,
  rows: readonly Row[],
  years: readonly number[],
  bureau: BureauEntry,
  books: BureauBooks,
): HTMLElement {
  return table<Row>({
    caption: name,
    columns: [
      {
        title: say('指标', 'Metric'),
        heads: true,
        cell: ({ metric, project }) => [
          h('a', { href: linkTo('metric', metric.id, { mark: bureau.key }) }, heading(metric.name)),
          project === null ? null : h('div', { class: 'quiet' }, project),
        ],
      },
      { title: say('计量', 'Unit'), cell: ({ metric }) => metricUnit(metric.unit) },
      ...years.map((year) => ({
        title: String(year),
        numeric: true,
        cell: (row: Row) => cellOf(row.byYear.get(year), absence(books.documents.values(), year)),
      })),
    ],
    rows,
  });
}

function cellOf(row: MetricRowEntry | undefined, absent: string): Child {
  if (row === undefined) return gap(absent);
  const rank = rankText(row);
  const metric = site.metricById.get(row.metric)!;
  return [
    metricFigure(row),
    rank === '' && row.peerMedian === null
      ? null
      : h(
          'div',
          { class: 'beside' },
          rank === '' ? null : h('span', {}, rank),
          row.peerMedian === null
            ? null
            : h('span', {}, say('中位 ', 'median '), metricText(row.peerMedian, metric.unit, metric.id)),
        ),
  ];
}

const RATES: readonly { id: string; look: Line['look'] }[] = [
  { id: 'execution_rate.adjusted', look: 'accent' },
  { id: 'execution_rate.original', look: 'middle' },
  { id: 'execution_rate.unstated', look: 'pale' },
];

function rates(rows: readonly Row[], years: readonly number[]): Child {
  const drawn = RATES.flatMap(({ id, look }) => {
    const row = rows.find(({ metric }) => metric.id === id);
    return row !== undefined && hasValue(row) ? [lineOf(row, years, heading(row.metric.name), look)] : [];
  });
  if (drawn.length === 0) return null;
  return lineChart(say('预算执行率', 'Execution of the budget'), years, drawn, (value) => `${exact(value)}%`);
}

function hasValue({ byYear }: Row): boolean {
  return [...byYear.values()].some((row) => row.value !== null);
}

function lineOf({ metric, byYear }: Row, years: readonly number[], name: string, look: Line['look']): Line {
  const values = years.map((year) => byYear.get(year)?.value ?? null);
  return { name, look, values, texts: values.map((value) => textOf(metric, value)) };
}

function textOf(metric: MetricEntry, value: number | null): string {
  return value === null ? '' : metricText(value, metric.unit, metric.id);
}

function lineChart(
  title: string,
  years: readonly number[],
  drawn: readonly Line[],
  axisText: (value: number) => string,
): HTMLElement {
  const spoken = drawn.map(
    (line) =>
      `${line.name} ${years.map((year, place) => `${year} ${line.texts[place] || say('无', 'none')}`).join('，')}`,
  );
  return h(
    'figure',
    {},
    h('figcaption', {}, h('strong', {}, title)),
    chart({ label: `${title}：${spoken.join('；')}`, height: 260, option: lines(years, drawn, axisText) }),
  );
}

/** One metric at a time against the median of the peers, since metrics do not share a scale. */
function againstPeers(rows: readonly Row[], years: readonly number[], route: Route): Child {
  const comparable = rows.filter(
    (row) => row.project === null && [...row.byYear.values()].some((one) => one.peerMedian !== null),
  );
  const perHead = comparable.find(({ metric }) => metric.family === 'per_head');
  const chosen =
    comparable.find(({ metric }) => metric.id === route.params.get('against')) ?? perHead ?? comparable[0];
  if (chosen === undefined) return null;
  const medians = years.map((year) => chosen.byYear.get(year)?.peerMedian ?? null);
  const unit = chosen.metric.unit === 'percent' ? '' : `（${metricUnit(chosen.metric.unit)}）`;
  return [
    fields(
      selectField(
        'against',
        say('与同类中位数比较', 'Against the median of peers'),
        comparable.map(({ metric }) => ({ value: metric.id, title: heading(metric.name) })),
        chosen.metric.id,
      ),
    ),
    lineChart(
      `${heading(chosen.metric.name)}${unit}`,
      years,
      [
        lineOf(chosen, years, say('本单位', 'this bureau'), 'accent'),
        {
          name: say('同类中位数', 'median of peers'),
          look: 'dashed',
          values: medians,
          texts: medians.map((value) => textOf(chosen.metric, value)),
        },
      ],
      (value) => (chosen.metric.unit === 'percent' ? `${exact(value)}%` : exact(value)),
    ),
  ];
}

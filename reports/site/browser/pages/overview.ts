/** What a reader should know first, in words; then one comparison at a time; then every metric on a line. */
import type { CellEntry, MetricEntry } from '../../data.ts';
import { bureauLink } from '../bureau-link.ts';
import { barsFigure, dotsFigure } from '../cell-charts.ts';
import { cellFields, chosenCell, markField, rowsOfCell } from '../comparison.ts';
import { h, section } from '../element.ts';
import { fields, placeFields, placeFilter, selectField } from '../fields.ts';
import { metricText, metricUnit } from '../format.ts';
import { heading, say, word } from '../language.ts';
import { leagueTable } from '../league-table.ts';
import { loadMetric } from '../load.ts';
import { exact } from '../numbers.ts';
import { linkTo, type Route } from '../route.ts';
import { site } from '../site.ts';
import { table } from '../table.ts';
import { nameOfKey, scopeName } from '../words.ts';
import type { View } from './view.ts';

/** What people ask about first, as far as the bureaus published it. */
const ASKED_FIRST = [
  'execution_rate.adjusted',
  'execution_rate.original',
  'three_public.change',
  'three_public.control_rate',
  'operating.per_staff',
  'three_public.per_staff',
  'expenditure.change',
];

export async function overviewPage(route: Route): Promise<View> {
  const compared = await comparison(route);
  return {
    title: say('部门预决算对比总览', 'Budgets and final accounts compared'),
    content: [headlines(), compared, section('all-metrics', say('各指标一览', 'All metrics'), metricTable())],
  };
}

function headlines(): HTMLElement {
  const { counts, years } = site.index;
  const number = (value: number) => exact(value);
  const files = counts.documents.extracted;
  const span = years.length === 0 ? '' : `${years[0]}–${years.at(-1)}`;
  const sentences: (HTMLElement | null)[] = [
    h(
      'p',
      { class: 'lead' },
      say(
        `${number(counts.bureaus)} 个单位、${span} 年度、${number(files)} 份公开文件，采信数字 ${number(counts.observations)} 个，每一个都可以点开看原文。`,
        `${number(counts.bureaus)} bureaus, ${span}, ${number(files)} published documents: ${number(counts.observations)} accepted figures, each of which opens the words it was printed with.`,
      ),
    ),
    h('ul', { class: 'headlines' }, [executionLine(), threePublicLine(), findingsLine(), unreadLine()]),
  ];
  return h('section', { 'aria-label': say('要点', 'Headlines') }, sentences);
}

/** The largest comparison of the latest year in which at least two departments stand together. */
function mainCell(metric: MetricEntry | undefined): CellEntry | null {
  if (metric === undefined) return null;
  return site.cellsOf(metric.id).find((cell) => cell.count >= 2 && cell.scope === 'department') ?? null;
}

function executionLine(): HTMLElement | null {
  const candidates = ['execution_rate.adjusted', 'execution_rate.original', 'execution_rate.unstated']
    .flatMap((id) => site.metricById.get(id) ?? [])
    .flatMap((metric) => {
      const cell = mainCell(metric);
      return cell === null ? [] : [{ metric, cell }];
    });
  const best = candidates.toSorted((a, b) => b.cell.year - a.cell.year || b.cell.count - a.cell.count)[0];
  if (best === undefined) return null;
  const { metric, cell } = best;
  const text = (value: number) => metricText(value, metric.unit, metric.id);
  const least = cell.leastShared > 1 ? alike(cell.leastShared) : nameOfKey(cell.leastBureau);
  const most = cell.mostShared > 1 ? alike(cell.mostShared) : nameOfKey(cell.mostBureau);
  return h(
    'li',
    {},
    metricLink(metric, cell),
    say(
      `：${cell.year} 年度 ${cell.count} 个单位的中位数为 ${text(cell.median)}，最低 ${text(cell.least)}（${least}），最高 ${text(cell.most)}（${most}）。`,
      `: the median of ${cell.count} bureaus in ${cell.year} is ${text(cell.median)}, from ${text(cell.least)} (${least}) to ${text(cell.most)} (${most}).`,
    ),
  );
}

/** Nobody is named first among equals. */
function alike(bureaus: number): string {
  return say(`${bureaus} 个单位并列`, `${bureaus} bureaus alike`);
}

function threePublicLine(): HTMLElement | null {
  const metric = site.metricById.get('three_public.change');
  const cell = mainCell(metric);
  if (metric === undefined || cell === null) return null;
  const text = metricText(cell.median, metric.unit, metric.id);
  return h(
    'li',
    {},
    metricLink(metric, cell),
    say(
      `：${cell.year} 年度可比的 ${cell.count} 个单位中 ${cell.negative} 个下降，中位数 ${text}。`,
      `: of ${cell.count} comparable bureaus in ${cell.year}, ${cell.negative} spent less; the median is ${text}.`,
    ),
  );
}

function findingsLine(): HTMLElement {
  const { findings, bureausInError } = site.index.counts;
  return h(
    'li',
    {},
    h('a', { href: linkTo('findings') }, say('校验发现', 'Findings')),
    say(
      `：${findings.error} 处数字自相矛盾（错误），涉及 ${bureausInError} 个单位；另有警告 ${findings.warning} 条、说明 ${findings.note} 条。`,
      `: ${findings.error} published relations do not hold (errors; bureaus concerned: ${bureausInError}). Warnings: ${findings.warning}; notes: ${findings.note}.`,
    ),
  );
}

function unreadLine(): HTMLElement {
  const { documents, unclaimed, unclaimedMoney } = site.index.counts;
  return h(
    'li',
    {},
    h('a', { href: linkTo('coverage') }, say('没有读到的', 'What was not read')),
    say(
      `：隔离文件 ${documents.quarantined} 份；已读文件中未能确认含义的数字 ${exact(unclaimed)} 个，其中金额 ${exact(unclaimedMoney)} 个，均不进入对比。`,
      `: ${documents.quarantined} quarantined documents; ${exact(unclaimed)} numbers of unknown meaning in documents that were read, ${exact(unclaimedMoney)} of them money; none of them is compared.`,
    ),
  );
}

function metricLink(metric: MetricEntry, cell: CellEntry): HTMLElement {
  const href = linkTo('metric', metric.id, {
    year: String(cell.year),
    scope: cell.scope,
    ground: cell.ground,
  });
  return h('a', { href }, heading(metric.name));
}

async function comparison(route: Route): Promise<HTMLElement> {
  const comparable = site.index.metrics.filter((metric) => site.cellsOf(metric.id).length > 0);
  const title = say('单位比较', 'Compare bureaus');
  const metric = chosenMetric(route, comparable);
  const cell = metric === null ? null : chosenCell(metric, route);
  if (metric === null || cell === null) {
    return section(
      'comparison',
      title,
      h('p', {}, say('还没有可以比较的指标。', 'There is nothing to compare yet.')),
    );
  }
  const chosen = { metric, cell };
  const filter = placeFilter();
  const { ranked, blank } = rowsOfCell(await loadMetric(metric, cell.year), chosen, filter);
  const marked = route.params.get('mark') ?? '';
  return section(
    'comparison',
    title,
    fields(
      selectField(
        'metric',
        say('指标', 'Metric'),
        comparable.map((one) => ({ value: one.id, title: heading(one.name) })),
        metric.id,
      ),
      ...cellFields(chosen),
      ...placeFields(filter),
      markField(ranked, marked),
    ),
    ranked.length === 0
      ? h('p', { role: 'status' }, say('没有符合条件的单位。', 'No bureau matches.'))
      : [
          h(
            'div',
            { class: 'charts' },
            barsFigure(chosen, ranked, marked),
            dotsFigure(chosen, ranked, marked),
          ),
          h(
            'details',
            {},
            h(
              'summary',
              {},
              say('以表格查看，并打开每个数字的依据', 'See as a table and open the evidence of every number'),
            ),
            leagueTable(chosen, ranked, blank, marked),
          ),
        ],
  );
}

/** The first question that this share of the bureaus of the best answered one can answer. */
const ENOUGH = 0.6;

function chosenMetric({ params }: Route, comparable: readonly MetricEntry[]): MetricEntry | null {
  const wanted = params.get('metric');
  const named = comparable.find((metric) => metric.id === wanted);
  if (named !== undefined) return named;
  const asked = ASKED_FIRST.flatMap((id) => comparable.filter((metric) => metric.id === id));
  const size = (metric: MetricEntry) => mainCell(metric)?.count ?? 0;
  const largest = asked.reduce((most, metric) => Math.max(most, size(metric)), 0);
  return asked.find((metric) => size(metric) >= largest * ENOUGH) ?? comparable[0] ?? null;
}

function metricTable(): HTMLElement {
  const rows = site.index.metrics.flatMap((metric) => {
    const cell = mainCell(metric) ?? site.cellsOf(metric.id)[0];
    return cell === undefined
      ? []
      : [{ metric, cell, family: site.index.families.find(({ id }) => id === metric.family)! }];
  });
  const text = (value: number, metric: MetricEntry) => metricText(value, metric.unit, metric.id);
  return table({
    caption: say('每个指标最近一个可比年度的分布', 'Every metric in its latest comparable year'),
    columns: [
      { title: say('指标', 'Metric'), heads: true, cell: (row) => metricLink(row.metric, row.cell) },
      { title: say('年度', 'Year'), numeric: true, cell: (row) => row.cell.year },
      { title: say('口径', 'Scope'), cell: (row) => scopeName(row.cell.scope) },
      {
        title: say('单位数', 'Bureaus'),
        numeric: true,
        cell: (row) => row.cell.count,
        sortBy: (row) => row.cell.count,
      },
      { title: say('计量', 'Unit'), cell: (row) => metricUnit(row.metric.unit) },
      { title: say('最低', 'Lowest'), numeric: true, cell: (row) => text(row.cell.least, row.metric) },
      { title: say('中位数', 'Median'), numeric: true, cell: (row) => text(row.cell.median, row.metric) },
      { title: say('最高', 'Highest'), numeric: true, cell: (row) => text(row.cell.most, row.metric) },
      {
        title: say('最高者', 'Highest is'),
        wide: true,
        cell: ({ cell }) =>
          cell.mostShared > 1 ? alike(cell.mostShared) : bureauLink(site.bureauByKey.get(cell.mostBureau)!),
      },
      { title: say('类别', 'Family'), cell: (row) => word(row.family.name) },
    ],
    rows,
    empty: say('还没有可以比较的指标。', 'There is nothing to compare yet.'),
  });
}

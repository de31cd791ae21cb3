/** One metric: definition, caveats, the league table of one scope and year. */
import { DIRECTION_WORDS, METRIC_STATUS_WORDS } from '../../../words.ts';
import type { GroupEntry, MetricEntry, MetricRowEntry } from '../../data.ts';
import { bureauLink } from '../bureau-link.ts';
import { barsFigure, dotsFigure } from '../cell-charts.ts';
import { type Chosen, cellFields, chosenCell, markField, rowsOfCell } from '../comparison.ts';
import { type Child, h, section } from '../element.ts';
import { definitions } from '../evidence.ts';
import { fields, matchesPlace, placeFields, placeFilter } from '../fields.ts';
import { gap, metricFigure } from '../figure.ts';
import { metricText, metricUnit } from '../format.ts';
import { heading, say, word } from '../language.ts';
import { leagueTable } from '../league-table.ts';
import { gather, loadGroups, loadMetric } from '../load.ts';
import { decimal } from '../numbers.ts';
import type { Route } from '../route.ts';
import { site } from '../site.ts';
import { table } from '../table.ts';
import { peerGroupName, scopeName } from '../words.ts';
import type { View } from './view.ts';

export async function metricPage(route: Route): Promise<View> {
  const metric = site.metricById.get(route.subject);
  if (metric === undefined) {
    return { title: say('没有这个指标', 'No such metric'), content: h('p', {}, route.subject) };
  }
  return { title: heading(metric.name), content: [definition(metric), await league(metric, route)] };
}

function definition(metric: MetricEntry): HTMLElement {
  const chinese = (text: string): Child => h('span', { lang: 'zh-CN' }, text);
  return h(
    'section',
    { 'aria-label': say('定义', 'Definition') },
    definitions([
      [say('公式', 'Formula'), word(metric.formula)],
      [say('计量', 'Unit'), metricUnit(metric.unit)],
      [say('取向', 'Direction'), word(DIRECTION_WORDS[metric.direction])],
      [say('使用注意', 'Caveats'), word(metric.caveats)],
      [say('出处', 'References'), metric.reference === '' ? null : chinese(metric.reference)],
      [say('标识', 'Identifier'), h('code', {}, metric.id)],
    ]),
    h(
      'p',
      { class: 'quiet' },
      say(
        'A 决算数，B0 年初预算数，B1 调整（全年）预算数，B 未说明口径的预算数。',
        'A actual, B0 original budget, B1 adjusted budget, B a budget whose kind is not stated.',
      ),
    ),
  );
}

async function league(metric: MetricEntry, route: Route): Promise<Child> {
  const cell = chosenCell(metric, route);
  const filter = placeFilter();
  if (cell === null) return withoutComparison(await loadMetric(metric, null));
  const chosen = { metric, cell };
  const rows = await loadMetric(metric, cell.year);
  const { ranked, blank, otherwise } = rowsOfCell(rows, chosen, filter);
  const marked = route.params.get('mark') ?? '';
  const projects = rows.filter(
    (row) =>
      row.project !== null &&
      row.scope === cell.scope &&
      matchesPlace(site.bureauByKey.get(row.bureau), filter),
  );
  return section(
    'league',
    say('排行', 'League table'),
    fields(...cellFields(chosen), ...placeFields(filter), markField(ranked, marked)),
    ranked.length === 0
      ? h('p', { role: 'status' }, say('没有符合条件的单位。', 'No bureau matches.'))
      : h('div', { class: 'charts' }, barsFigure(chosen, ranked, marked), dotsFigure(chosen, ranked, marked)),
    h('p', { class: 'quiet', role: 'status' }, counted(ranked, blank, otherwise)),
    leagueTable(chosen, ranked, blank, marked),
    groupTable(chosen, await loadGroups(metric, cell.year)),
    projects.length === 0 ? null : projectTable(projects),
  );
}

/** How many have a value, and why the others have none. */
function counted(
  ranked: readonly MetricRowEntry[],
  blank: readonly MetricRowEntry[],
  otherwise: number,
): string {
  const reasons = [...gather(blank, (row) => row.status)].map(
    ([status, rows]) => `${word(METRIC_STATUS_WORDS[status as MetricRowEntry['status']])} ${rows.length}`,
  );
  const parts = [say(`有数值 ${ranked.length} 个`, `${ranked.length} with a value`)];
  if (reasons.length > 0)
    parts.push(
      say(
        `无数值 ${blank.length} 个（${reasons.join('，')}）`,
        `${blank.length} without (${reasons.join(', ')})`,
      ),
    );
  if (otherwise > 0) {
    parts.push(
      say(`另有 ${otherwise} 个取数口径不同，不与此混排`, `${otherwise} on another basis, not mixed in`),
    );
  }
  return parts.join(say('；', '; '));
}

/** Both ways to say what a group comes to, and how much of it published. */
function groupTable({ metric, cell }: Chosen, groups: readonly GroupEntry[]): Child {
  const own = groups.filter((one) => one.scope === cell.scope && one.ground === cell.ground);
  if (own.length === 0) return null;
  const value = (one: number | null): Child =>
    one === null ? gap(say('覆盖不足', 'too few')) : metricText(one, metric.unit, metric.id);
  return [
    h('h3', {}, say('同类组汇总', 'Peer groups as a whole')),
    h(
      'p',
      { class: 'quiet' },
      say(
        '合计之比按金额加权，比率的中位数各单位同权；公开的单位不足组内 80% 时不汇总。',
        'The ratio of sums weighs by size, the median of ratios weighs bureaus equally; neither is given where less than 80% of a group published.',
      ),
    ),
    table<GroupEntry>({
      caption: say(`${cell.year} 年度同类组汇总`, `Peer groups in ${cell.year}`),
      columns: [
        {
          title: say('同类组', 'Peer group'),
          heads: true,
          cell: (one) => peerGroupName(one.peerGroup),
        },
        {
          title: say('单位数', 'Members'),
          numeric: true,
          cell: (one) => one.members,
          sortBy: (one) => one.members,
        },
        { title: say('有数值', 'With a value'), numeric: true, cell: (one) => one.withValue },
        { title: say('覆盖', 'Coverage'), numeric: true, cell: (one) => `${decimal(one.coverage, 2)}%` },
        { title: say('合计之比', 'Ratio of sums'), numeric: true, cell: (one) => value(one.ratioOfSums) },
        {
          title: say('比率的中位数', 'Median of ratios'),
          numeric: true,
          cell: (one) => value(one.medianOfRatios),
        },
      ],
      rows: own,
    }),
  ];
}

/** Single projects, or nothing but reasons: a list, since there is no order to put them in. */
function withoutComparison(rows: readonly MetricRowEntry[]): Child {
  if (rows.length === 0) {
    return h('p', {}, say('还没有单位公布计算所需的数字。', 'No bureau has published what this needs.'));
  }
  return projectTable(rows);
}

function projectTable(rows: readonly MetricRowEntry[]): HTMLElement {
  return table({
    caption: say('逐项数值（不排名）', 'Single values (not ranked)'),
    columns: [
      {
        title: say('单位名称', 'Bureau'),
        heads: true,
        cell: (row) => bureauLink(site.bureauByKey.get(row.bureau)!),
      },
      { title: say('口径', 'Scope'), cell: (row) => scopeName(row.scope) },
      { title: say('年度', 'Year'), numeric: true, cell: (row) => row.year, sortBy: (row) => row.year },
      { title: say('项目', 'Project'), cell: (row) => row.project ?? '' },
      { title: say('数值', 'Value'), numeric: true, cell: metricFigure, sortBy: (row) => row.value },
    ],
    rows,
  });
}

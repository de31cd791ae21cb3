/** One metric over the bureaus of one scope and year as a table: values, ranks among peers, and what reports say themselves. */
import type { MetricEntry, MetricRowEntry } from '../data.ts';
import { bureauLink } from './bureau-link.ts';
import { type Chosen, groundName } from './comparison.ts';
import { metricFigure } from './figure.ts';
import { metricText, unitNote } from './format.ts';
import { heading, say } from './language.ts';
import { exact } from './numbers.ts';
import { site } from './site.ts';
import { type Column, table } from './table.ts';
import { nameOfKey, peerGroupName, rankText, regionName, scopeName } from './words.ts';

export function leagueTable(
  chosen: Chosen,
  ranked: readonly MetricRowEntry[],
  blank: readonly MetricRowEntry[],
  marked: string,
): HTMLElement {
  const { metric, cell } = chosen;
  const ground =
    cell.ground === '' ? '' : say(`，${groundName(cell.ground)}`, `, ${groundName(cell.ground)}`);
  return table({
    caption: say(
      `${cell.year} 年度${heading(metric.name)}（${scopeName(cell.scope)}口径${ground}）`,
      `${heading(metric.name)}, ${cell.year} (${scopeName(cell.scope)}${ground})`,
    ),
    columns: leagueColumns(metric, ranked),
    rows: [...ranked, ...blank],
    rowClass: (row) => (row.bureau === marked ? 'marked' : null),
  });
}

function leagueColumns(metric: MetricEntry, ranked: readonly MetricRowEntry[]): Column<MetricRowEntry>[] {
  const bureauOf = (row: MetricRowEntry) => site.bureauByKey.get(row.bureau)!;
  const place = new Map(ranked.map((row, index) => [row.id, index + 1]));
  return [
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
}

/** A metric value as a cell: in the unit people read, or the reason why there is none. */
import { metricById } from '../../transforms/metrics/index.ts';
import { METRIC_STATUS_WORDS } from '../words.ts';
import { type CellSpec, gap, linked, number } from './cell.ts';
import { type Edition, rankFormat } from './edition.ts';
import type { MetricFigure } from './read-benchmarks.ts';
import { FORMATS } from './styles.ts';

/** Stands where a bureau published nothing that the metric needs. */
export const NOT_PUBLISHED = '—';

/** Changes carry their sign; other percentages do not. */
const CHANGES = /(?:\.change|\.trend|\.real|_adjustment_rate)$/u;

function formatOf({ unit, metric }: MetricFigure): string {
  if (unit !== 'percent') return FORMATS.amount;
  return CHANGES.test(metric) ? FORMATS.change : FORMATS.percent;
}

/** A figure in the unit of the metric: its value, the median of its peers, or what the report states. */
export function figureCell(metric: MetricFigure, value: number | null): CellSpec {
  return number(inSheetUnits(metric, value), formatOf(metric));
}

/** Percent as a fraction, as spreadsheets keep it; everything else as it is. */
function inSheetUnits(metric: MetricFigure, value: number | null): number | null {
  return value !== null && metric.unit === 'percent' ? Number((value / 100).toPrecision(14)) : value;
}

export function valueCell(edition: Edition, metric: MetricFigure | undefined): CellSpec {
  if (metric === undefined) return gap(NOT_PUBLISHED);
  const cell =
    metric.status === 'ok'
      ? figureCell(metric, metric.value)
      : gap(edition.word(METRIC_STATUS_WORDS[metric.status]));
  return linked(cell, edition.evidenceOf(metric));
}

export function rankCell(edition: Edition, metric: MetricFigure | undefined): CellSpec {
  if (metric === undefined || metric.status !== 'ok') return gap('');
  if (metric.rank !== null) return number(metric.rank, rankFormat(metric.peer_count ?? 0));
  const ranked = metricById(metric.metric)?.ranked !== false && metric.project === null;
  return gap(ranked ? edition.say('同类不足', 'few peers') : edition.say('不排名', 'not ranked'));
}

export function medianCell(metric: MetricFigure | undefined): CellSpec {
  if (metric === undefined || metric.peer_median === null) return gap('');
  return figureCell(metric, metric.peer_median);
}

export function percentileCell(metric: MetricFigure | undefined): CellSpec {
  if (metric === undefined || metric.percentile === null) return gap('');
  return number(metric.percentile, FORMATS.decimals);
}

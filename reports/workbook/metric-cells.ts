/** A metric value as a cell: in the unit people read, or the reason why there is none. */
import { metricById } from '../../transforms/metrics/index.ts';
import type { MetricView } from '../../warehouse/schema.ts';
import { METRIC_STATUS_WORDS } from '../words.ts';
import { type CellSpec, gap, linked, number } from './cell.ts';
import { type Edition, rankFormat } from './edition.ts';
import { FORMATS } from './styles.ts';

/** Stands where a bureau published nothing that the metric needs. */
export const NOT_PUBLISHED = '—';

/** Changes carry their sign; other percentages do not. */
const CHANGES = /(?:\.change|\.trend|\.real|_adjustment_rate)$/u;

export function formatOf(metric: MetricView): string {
  if (metric.unit === 'percent') return CHANGES.test(metric.metric) ? FORMATS.change : FORMATS.percent;
  return metric.unit === 'CNY' ? FORMATS.amount : FORMATS.plain;
}

/** Percent as a fraction, as spreadsheets keep it; everything else as it is. */
export function inSheetUnits(metric: MetricView, value: number | null): number | null {
  return value !== null && metric.unit === 'percent' ? Number((value / 100).toPrecision(14)) : value;
}

export function valueCell(edition: Edition, metric: MetricView | undefined): CellSpec {
  if (metric === undefined) return gap(NOT_PUBLISHED);
  const cell =
    metric.status === 'ok'
      ? number(inSheetUnits(metric, metric.value), formatOf(metric))
      : gap(edition.word(METRIC_STATUS_WORDS[metric.status]));
  return linked(cell, edition.evidenceOf(metric));
}

export function rankCell(edition: Edition, metric: MetricView | undefined): CellSpec {
  if (metric === undefined || metric.status !== 'ok') return gap('');
  if (metric.rank !== null) return number(metric.rank, rankFormat(metric.peer_count ?? 0));
  const ranked = metricById(metric.metric)?.ranked !== false && metric.project === null;
  return gap(ranked ? edition.say('同类不足', 'few peers') : edition.say('不排名', 'not ranked'));
}

export function medianCell(metric: MetricView | undefined): CellSpec {
  if (metric === undefined || metric.peer_median === null) return gap('');
  return number(inSheetUnits(metric, metric.peer_median), formatOf(metric));
}

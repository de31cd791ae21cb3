/** The index that the page carries, with its rows as objects. */
import type {
  BureauEntry,
  CellEntry,
  ChangeCountEntry,
  FindingCount,
  MetricEntry,
  Packed,
  SiteIndex,
} from '../data.ts';

export function unpack<Row>(packed: Packed | undefined): Row[] {
  if (packed === undefined) return [];
  const { columns, rows } = packed;
  return rows.map((row) => Object.fromEntries(columns.map((column, place) => [column, row[place]])) as Row);
}

function readIndex(): SiteIndex {
  return JSON.parse(document.getElementById('index')!.textContent!) as SiteIndex;
}

const index = readIndex();
const bureaus = unpack<BureauEntry>(index.bureaus);
const cells = new Map(index.metrics.map((metric) => [metric.id, unpack<CellEntry>(metric.cells)]));

export const site = {
  index,
  bureaus,
  bureauByKey: new Map(bureaus.map((bureau) => [bureau.key, bureau])),
  bureauById: new Map(bureaus.map((bureau) => [bureau.id, bureau])),
  metricById: new Map<string, MetricEntry>(index.metrics.map((metric) => [metric.id, metric])),
  findingCounts: unpack<FindingCount>(index.findingCounts),
  changeCounts: unpack<ChangeCountEntry>(index.changeCounts),
  cellsOf: (metric: string): readonly CellEntry[] => cells.get(metric) ?? [],
};

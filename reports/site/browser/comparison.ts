/** Which comparison a reader chose: one metric over all bureaus of one scope, year and basis. */
import { basisInWords } from '../../words.ts';
import type { CellEntry, MetricEntry, MetricRowEntry } from '../data.ts';
import { matchesPlace, type Option, type PlaceFilter, selectField } from './fields.ts';
import { language, say } from './language.ts';
import type { Route } from './route.ts';
import { site } from './site.ts';
import { nameOfKey, scopeName } from './words.ts';

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

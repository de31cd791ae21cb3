/** Native charts that read their figures from the cells of the table beside them. */
import type { SheetChart } from 'hucre';
import { rangeOf, type TablePlace } from './sheet.ts';
import { PALETTE } from './styles.ts';

/** More lines than colours tell nothing apart. */
export const MOST_SERIES = PALETTE.series.length;

/** A table this short has its chart below; beside a long one it is found without scrolling. */
const SHORT_TABLE = 12;
/** The labels of more lines than this cover one another. */
const MOST_LABELLED = 3;
const CHART_ROWS = 20;
const CHART_COLUMNS = 9;

const TEXT = { labelFontSize: 9 } as const;
/** An axis that starts elsewhere makes small differences look large. */
const FROM_ZERO = { scale: { min: 0 }, gridlines: { major: true } } as const;

export interface RowSeries {
  name: string;
  /** Row of the table, from 0. */
  row: number;
}

/** One line (or group of columns) a row, the years along the axis. */
export function seriesChart(
  place: TablePlace,
  title: string,
  rows: readonly RowSeries[],
  years: { firstColumn: number; count: number },
  valueFormat: string,
): SheetChart {
  const last = years.firstColumn + years.count - 1;
  const span = (row: number) => rangeOf(row, years.firstColumn, row, last);
  return {
    type: years.count >= 3 ? 'line' : 'column',
    title,
    titleFontSize: 13,
    anchor: anchorOf(place),
    series: rows.map(({ name, row }, index) => ({
      name,
      values: span(place.firstRow + row),
      categories: span(place.headerRow),
      color: PALETTE.series[index % MOST_SERIES]!,
      ...(years.count >= 3 ? { marker: { symbol: 'circle' as const, size: 6 } } : {}),
    })),
    legend: 'bottom',
    legendFontSize: 9,
    gapWidth: 80,
    dispBlanksAs: 'gap',
    ...(rows.length <= MOST_LABELLED ? { dataLabels: { showValue: true, fontSize: 8 } } : {}),
    axes: { x: TEXT, y: { ...TEXT, ...FROM_ZERO, numberFormat: { formatCode: valueFormat } } },
    altText: title,
  };
}

/** One bar a row, read from one column, names from another. */
export function barChart(
  place: TablePlace,
  title: string,
  rows: { first: number; count: number },
  columns: { names: number; values: number },
  valueFormat: string,
): SheetChart {
  const top = place.firstRow + rows.first;
  const bottom = top + rows.count - 1;
  return {
    type: 'bar',
    title,
    titleFontSize: 13,
    anchor: anchorOf(place),
    series: [
      {
        name: title,
        values: rangeOf(top, columns.values, bottom, columns.values),
        categories: rangeOf(top, columns.names, bottom, columns.names),
        color: PALETTE.series[0],
      },
    ],
    legend: false,
    gapWidth: 60,
    dataLabels: { showValue: true, fontSize: 8 },
    axes: {
      x: { ...TEXT, reverse: true, tickLblSkip: 1 },
      y: { ...TEXT, ...FROM_ZERO, numberFormat: { formatCode: valueFormat } },
    },
    altText: title,
  };
}

function anchorOf(place: TablePlace): SheetChart['anchor'] {
  const isShort = place.lastRow - place.firstRow < SHORT_TABLE;
  const from = isShort
    ? { row: place.lastRow + 2, col: 0 }
    : { row: place.headerRow, col: place.columns + 1 };
  return {
    from,
    to: {
      row: from.row + CHART_ROWS,
      col: from.col + (isShort ? Math.min(CHART_COLUMNS, place.columns) : CHART_COLUMNS),
    },
  };
}

/** Figures over the years: lines, and columns side by side or on one another. */
import type { EChartsCoreOption } from 'echarts/core';
import { AXIS, COLOURS, NARROW, TEXT, tooltip } from './charts.ts';

export interface Line {
  name: string;
  /** Year by year; null where there is no figure: the line is broken there. */
  values: readonly (number | null)[];
  texts: readonly string[];
  look: 'accent' | 'middle' | 'pale' | 'dashed' | 'total';
}

const LOOKS: Record<Line['look'], { color: string; dash?: 'dashed' }> = {
  accent: { color: COLOURS.accent },
  middle: { color: COLOURS.middle },
  pale: { color: COLOURS.pale },
  dashed: { color: COLOURS.faint, dash: 'dashed' },
  total: { color: COLOURS.ink },
};

export function lines(years: readonly number[], all: readonly Line[], axisText: (value: number) => string) {
  return yearly(
    years,
    all.map((line) => {
      const { color, dash } = LOOKS[line.look];
      return {
        type: 'line',
        name: line.name,
        symbol: 'circle',
        symbolSize: 7,
        connectNulls: false,
        lineStyle: { color, width: 2, ...(dash ? { type: dash } : {}) },
        itemStyle: { color },
        data: pointsOf(line),
        label: { show: line.look === 'accent', ...TEXT, position: 'top' },
      };
    }),
    axisText,
  );
}

/** Columns side by side, or on one another where they are parts of a whole. */
export function columns(
  years: readonly number[],
  all: readonly Line[],
  axisText: (value: number) => string,
  stacked: boolean,
) {
  const labelled = !stacked && years.length * all.length <= MOST_LABELS && innerWidth >= NARROW;
  return yearly(
    years,
    all.map((line) => (line.look === 'total' ? totals(line) : bars(line, stacked, labelled))),
    axisText,
  );
}

/** Figures above columns that do not run into each other on a page of usual width. */
const MOST_LABELS = 12;

function bars(line: Line, stacked: boolean, labelled: boolean) {
  return {
    type: 'bar',
    name: line.name,
    barMaxWidth: 48,
    barGap: '12%',
    itemStyle: { color: LOOKS[line.look].color, borderColor: '#fff', borderWidth: stacked ? 1 : 0 },
    data: pointsOf(line),
    ...(stacked ? { stack: 'parts' } : { label: { show: labelled, ...TEXT, fontSize: 11, position: 'top' } }),
  };
}

/** The published total as a short rule and a figure above its parts: where they differ, that is seen. */
function totals(line: Line) {
  return {
    type: 'scatter',
    name: line.name,
    symbol: 'rect',
    symbolSize: [54, 2],
    itemStyle: { color: COLOURS.ink, opacity: 1 },
    z: 3,
    data: pointsOf(line),
    label: { show: true, ...TEXT, position: 'top' },
  };
}

/** Nothing is drawn for a year without a figure. */
function pointsOf({ values, texts }: Line) {
  return values.map((value, place) =>
    value === null ? '-' : { value, text: texts[place] ?? '', label: { formatter: texts[place] ?? '' } },
  );
}

function yearly(
  years: readonly number[],
  series: readonly object[],
  axisText: (value: number) => string,
): EChartsCoreOption {
  return {
    grid: { left: 8, right: 16, top: 24, bottom: 40, containLabel: true },
    legend: { bottom: 0, textStyle: TEXT, itemWidth: 14, itemHeight: 10, icon: 'roundRect' },
    tooltip: tooltip(),
    xAxis: { type: 'category', data: years.map(String), ...AXIS },
    yAxis: { type: 'value', ...AXIS, axisLabel: { ...AXIS.axisLabel, formatter: axisText } },
    series,
  };
}

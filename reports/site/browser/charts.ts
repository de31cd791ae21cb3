/** Charts drawn as SVG, each with a sentence for those who do not see it; the table beside it holds the same figures. */
import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import type { EChartsCoreOption } from 'echarts/core';
import { type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { h } from './element.ts';

use([
  BarChart,
  LineChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
]);

/** One accent; everything else is a tint of it or grey. */
export const COLOURS = {
  accent: '#1b4b7f',
  middle: '#6d8fb5',
  pale: '#b9c9dc',
  plain: '#c4ccd6',
  ink: '#1a2028',
  faint: '#59636e',
  rule: '#dde2e8',
} as const;

const FONT =
  '"PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif';
const TEXT = { fontFamily: FONT, fontSize: 12, color: COLOURS.ink } as const;
const PRINTED_WIDTH = 680;
/** Narrower windows have no room for figures above columns, nor for long names beside bars. */
export const NARROW = 640;

export interface ChartOptions {
  /** What it shows and what is to be seen: read out in place of the picture. */
  label: string;
  height: number;
  option: EChartsCoreOption;
  onClick?: (event: { seriesIndex: number; dataIndex: number }) => void;
}

const drawn = new Set<{ chart: EChartsType; place: HTMLElement }>();

/** Drawn once it stands on the page, since its width is that of its place. */
export function chart({ label, height, option, onClick }: ChartOptions): HTMLElement {
  const place = h('div', { class: 'canvas', style: `height:${height}px`, 'aria-hidden': 'true' });
  queueMicrotask(() =>
    requestAnimationFrame(() => {
      if (!place.isConnected) return;
      const one = init(place, null, { renderer: 'svg' });
      one.setOption({ animation: false, textStyle: TEXT, ...option });
      if (onClick) one.on('click', (event) => onClick(event as { seriesIndex: number; dataIndex: number }));
      drawn.add({ chart: one, place });
    }),
  );
  return h('div', { class: 'chart', role: 'img', 'aria-label': label }, place);
}

export function forgetCharts(): void {
  for (const { chart } of drawn) chart.dispose();
  drawn.clear();
}

function resizeAll(width?: number): void {
  for (const { chart } of drawn) chart.resize(width === undefined ? {} : { width });
}

addEventListener('resize', () => resizeAll());
addEventListener('beforeprint', () => resizeAll(PRINTED_WIDTH));
addEventListener('afterprint', () => resizeAll());

const AXIS = {
  axisLine: { lineStyle: { color: COLOURS.rule } },
  axisTick: { show: false },
  axisLabel: { ...TEXT, color: COLOURS.faint },
  splitLine: { lineStyle: { color: COLOURS.rule } },
  nameTextStyle: { ...TEXT, color: COLOURS.faint },
} as const;

export interface Bar {
  name: string;
  value: number;
  text: string;
  marked: boolean;
}

/** Names down, bars across, the first on top, a line at the median. */
export function rankedBars(
  bars: readonly Bar[],
  median: { value: number; text: string } | null,
): EChartsCoreOption {
  const isNarrow = innerWidth < NARROW;
  const names = bars.map((bar) => bar.name);
  return {
    grid: { left: 8, right: 8, top: median === null ? 8 : 26, bottom: 8, containLabel: true },
    tooltip: tooltip(),
    xAxis: { type: 'value', ...AXIS, axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: [
      {
        type: 'category',
        inverse: true,
        data: names,
        ...AXIS,
        axisLabel: {
          ...TEXT,
          width: isNarrow ? 112 : 230,
          overflow: isNarrow ? 'break' : 'truncate',
          lineHeight: 14,
          interval: 0,
        },
      },
      // The figures in a column of their own, where no line crosses them.
      {
        type: 'category',
        inverse: true,
        position: 'right',
        data: bars.map((bar) => bar.text),
        ...AXIS,
        axisLine: { show: false },
        axisLabel: { ...TEXT, interval: 0 },
      },
    ],
    series: [
      {
        type: 'bar',
        barMaxWidth: 18,
        data: bars.map((bar) => ({
          value: bar.value,
          text: bar.text,
          itemStyle: { color: bar.marked ? COLOURS.accent : COLOURS.pale },
        })),
        ...(median === null ? {} : { markLine: medianLine(median.value, median.text, 'start') }),
      },
    ],
  };
}

/** `end` is the top, and the bottom where the axis runs down. */
function medianLine(value: number, text: string, position: 'start' | 'end') {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: COLOURS.ink, type: 'dashed', width: 1 },
    label: { ...TEXT, formatter: text, position },
    data: [{ xAxis: value }],
  };
}

export interface Dot {
  name: string;
  value: number;
  text: string;
  marked: boolean;
}

/** A dot a bureau, piled up where values are close; the marked one in the accent colour. */
export function dotPlot(
  dots: readonly Dot[],
  median: { value: number; text: string },
  axisText: (value: number) => string,
): EChartsCoreOption {
  const piled = pile(dots);
  const [least, most] = endsOf(dots);
  const middle = (least + most) / 2;
  const highest = piled.reduce((most, dot) => Math.max(most, dot.level), FEWEST_LEVELS);
  const point = (dot: (typeof piled)[number]) => ({
    value: [dot.value, dot.level],
    name: dot.name,
    text: dot.text,
    // Towards the middle, so that a name at the edge is not cut off.
    label: {
      formatter: `${dot.name}　${dot.text}`,
      align: dot.value < middle ? 'left' : 'right',
    },
  });
  const series = (marked: boolean) => ({
    type: 'scatter',
    symbolSize: marked ? 13 : 10,
    z: marked ? 3 : 2,
    itemStyle: {
      color: marked ? COLOURS.accent : COLOURS.pale,
      borderColor: marked ? COLOURS.accent : COLOURS.middle,
      opacity: 1,
    },
    data: piled.filter((dot) => dot.marked === marked).map(point),
    ...(marked
      ? {
          label: {
            show: true,
            ...TEXT,
            fontWeight: 'bold',
            position: 'top',
          },
        }
      : { markLine: medianLine(median.value, median.text, 'end') }),
  });
  return {
    grid: { left: 24, right: 40, top: 34, bottom: 28 },
    tooltip: tooltip(),
    xAxis: {
      type: 'value',
      scale: true,
      ...AXIS,
      axisLabel: { ...AXIS.axisLabel, formatter: axisText, hideOverlap: true },
    },
    yAxis: { type: 'value', show: false, min: 0, max: highest + 1.5 },
    series: [series(false), series(true)],
  };
}

const PILES = 48;
/** Room above a single row of dots for the name of the marked one. */
const FEWEST_LEVELS = 5;

function endsOf(dots: readonly Dot[]): [number, number] {
  const values = dots.map((dot) => dot.value);
  return [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
}

/** Values in the same forty-eighth of the range stand on one another. */
function pile(dots: readonly Dot[]): (Dot & { level: number })[] {
  const [least, most] = endsOf(dots);
  const heights = new Map<number, number>();
  return dots
    .toSorted((a, b) => Number(b.marked) - Number(a.marked) || a.value - b.value)
    .map((dot) => {
      const place = most === least ? 0 : Math.round(((dot.value - least) / (most - least)) * PILES);
      const level = (heights.get(place) ?? 0) + 1;
      heights.set(place, level);
      return { ...dot, level };
    });
}

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

/** Made of elements, so that a name stays text. */
function tooltip() {
  return {
    trigger: 'item',
    confine: true,
    textStyle: TEXT,
    formatter: (event: { seriesName?: string; name: string; data: unknown }) => {
      const { text = '' } = (event.data ?? {}) as { text?: string };
      const series = event.seriesName?.startsWith('series') ? '' : (event.seriesName ?? '');
      return h('span', {}, [series, event.name, text].filter((part) => part !== '').join('　'));
    },
  };
}

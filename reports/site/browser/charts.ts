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
export const TEXT = { fontFamily: FONT, fontSize: 12, color: COLOURS.ink } as const;
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

/** Drawn at once: between "beforeprint" and the printed page there is no frame to wait for. */
function resizeAll(width?: number): void {
  for (const { chart } of drawn) {
    chart.resize(width === undefined ? {} : { width });
    chart.getZr().flush();
  }
}

addEventListener('resize', () => resizeAll());
addEventListener('beforeprint', () => resizeAll(PRINTED_WIDTH));
addEventListener('afterprint', () => resizeAll());

export const AXIS = {
  axisLine: { lineStyle: { color: COLOURS.rule } },
  axisTick: { show: false },
  axisLabel: { ...TEXT, color: COLOURS.faint },
  splitLine: { lineStyle: { color: COLOURS.rule } },
  nameTextStyle: { ...TEXT, color: COLOURS.faint },
} as const;

/** `end` is the top, and the bottom where the axis runs down. */
export function medianLine(value: number, text: string, position: 'start' | 'end') {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: COLOURS.ink, type: 'dashed', width: 1 },
    label: { ...TEXT, formatter: text, position },
    data: [{ xAxis: value }],
  };
}

/** Made of elements, so that a name stays text. */
export function tooltip() {
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

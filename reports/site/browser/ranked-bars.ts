/** Bureaus in order: names down, bars across. */
import type { EChartsCoreOption } from 'echarts/core';
import { AXIS, COLOURS, medianLine, NARROW, TEXT, tooltip } from './charts.ts';

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

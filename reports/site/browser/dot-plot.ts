/** How the values of many bureaus spread. */
import type { EChartsCoreOption } from 'echarts/core';
import { AXIS, COLOURS, medianLine, TEXT, tooltip } from './charts.ts';

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
  const piles = pile(dots);
  return {
    grid: { left: 24, right: 40, top: 34, bottom: 28 },
    tooltip: tooltip(),
    xAxis: {
      type: 'value',
      scale: true,
      ...AXIS,
      axisLabel: { ...AXIS.axisLabel, formatter: axisText, hideOverlap: true },
    },
    yAxis: { type: 'value', show: false, min: 0, max: piles.highest + 1.5 },
    series: [{ ...others(piles), markLine: medianLine(median.value, median.text, 'end') }, marked(piles)],
  };
}

interface Piled extends Dot {
  level: number;
  /** Middle of the pile. */
  centre: number;
}

interface Piles {
  dots: readonly Piled[];
  highest: number;
  middle: number;
}

const PILES = 48;
/** Room above a single row of dots for the name of the marked one. */
const FEWEST_LEVELS = 5;
/** Above this dots would cover one another: thin slices, one a bureau, stand on one another instead. */
const MOST_LEVELS_OF_DOTS = 14;
const PLOT_HEIGHT = 148;

/** Values in the same forty-eighth of the range stand on one another, the marked one at the bottom. */
function pile(dots: readonly Dot[]): Piles {
  const values = dots.map((dot) => dot.value);
  const least = values.reduce((a, b) => Math.min(a, b));
  const most = values.reduce((a, b) => Math.max(a, b));
  const width = (most - least) / PILES;
  const heights = new Map<number, number>();
  const piled = dots
    .toSorted((a, b) => Number(b.marked) - Number(a.marked) || a.value - b.value)
    .map((dot) => {
      const place = width === 0 ? 0 : Math.round((dot.value - least) / width);
      const level = (heights.get(place) ?? 0) + 1;
      heights.set(place, level);
      return { ...dot, level, centre: least + place * width };
    });
  const highest = piled.reduce((top, dot) => Math.max(top, dot.level), FEWEST_LEVELS);
  return { dots: piled, highest, middle: (least + most) / 2 };
}

function others({ dots, highest }: Piles) {
  const isDense = highest > MOST_LEVELS_OF_DOTS;
  return {
    type: 'scatter',
    z: 2,
    ...(isDense
      ? { symbol: 'rect', symbolSize: [6, Math.max(1, PLOT_HEIGHT / highest)] }
      : { symbol: 'circle', symbolSize: 10 }),
    itemStyle: isDense
      ? { color: COLOURS.middle, opacity: 1 }
      : { color: COLOURS.pale, borderColor: COLOURS.middle, opacity: 1 },
    data: dots
      .filter((dot) => !dot.marked)
      .map((dot) => ({
        value: [isDense ? dot.centre : dot.value, dot.level],
        name: dot.name,
        text: dot.text,
      })),
  };
}

function marked({ dots, middle }: Piles) {
  return {
    type: 'scatter',
    symbolSize: 13,
    z: 3,
    itemStyle: { color: COLOURS.accent, opacity: 1 },
    label: {
      show: true,
      ...TEXT,
      fontWeight: 'bold',
      position: 'top',
      backgroundColor: 'rgba(255, 255, 255, 0.88)',
      padding: [1, 3],
    },
    data: dots
      .filter((dot) => dot.marked)
      .map((dot) => ({
        value: [dot.value, dot.level],
        name: dot.name,
        text: dot.text,
        // Towards the middle, so that a name at the edge is not cut off.
        label: { formatter: `${dot.name}　${dot.text}`, align: dot.value < middle ? 'left' : 'right' },
      })),
  };
}

/** One metric over the bureaus of one scope and year as pictures: bars in order, and how the values spread. */
import type { MetricEntry, MetricRowEntry } from '../data.ts';
import { quantile } from '../spread.ts';
import { chart, NARROW } from './charts.ts';
import type { Chosen } from './comparison.ts';
import { dotPlot } from './dot-plot.ts';
import { h } from './element.ts';
import { showMetricEvidence } from './evidence.ts';
import { metricText, unitNote } from './format.ts';
import { heading, say } from './language.ts';
import { exact } from './numbers.ts';
import { rankedBars } from './ranked-bars.ts';
import { nameOfKey } from './words.ts';

/** Bars that can be read without scrolling for long. */
const MOST_BARS = 24;

export function barsFigure(
  { metric, cell }: Chosen,
  ranked: readonly MetricRowEntry[],
  marked: string,
): HTMLElement {
  const shown = ranked.slice(0, MOST_BARS);
  const own = ranked.find((row) => row.bureau === marked);
  if (own !== undefined && !shown.includes(own)) shown.push(own);
  const text = (value: number) => metricText(value, metric.unit, metric.id);
  const median = medianOf(ranked);
  const title = say(
    `${cell.year} 年度${heading(metric.name)}${unitNote(metric)}`,
    `${heading(metric.name)}, ${cell.year}${unitNote(metric)}`,
  );
  const note =
    shown.length < ranked.length
      ? say(`共 ${ranked.length} 个，图中为前 ${MOST_BARS} 个`, `the first ${MOST_BARS} of ${ranked.length}`)
      : say(`共 ${ranked.length} 个`, `${ranked.length} bureaus`);
  return h(
    'figure',
    {},
    h(
      'figcaption',
      {},
      h('strong', {}, title),
      h('span', { class: 'quiet' }, ` ${orderNote(metric)} · ${note}`),
    ),
    chart({
      label: `${title}：${spoken(shown, text)}`,
      height: shown.length * (innerWidth < NARROW ? 32 : 26) + 40,
      option: rankedBars(
        shown.map((row) => markOf(row, text, marked)),
        median === null
          ? null
          : { value: median, text: say(`中位数 ${text(median)}`, `median ${text(median)}`) },
      ),
      onClick: ({ dataIndex }) => void showMetricEvidence(shown[dataIndex]!),
    }),
  );
}

/** A bureau as a bar or a dot. */
function markOf(row: MetricRowEntry, text: (value: number) => string, marked: string) {
  return {
    name: nameOfKey(row.bureau),
    value: row.value!,
    text: text(row.value!),
    marked: row.bureau === marked,
  };
}

const MOST_SPOKEN = 5;

function spoken(rows: readonly MetricRowEntry[], text: (value: number) => string): string {
  const first = rows.slice(0, MOST_SPOKEN).map((row) => `${nameOfKey(row.bureau)} ${text(row.value!)}`);
  return `${first.join('；')}。${say('全部数值见下表', 'All values stand in the table below')}`;
}

function medianOf(rows: readonly MetricRowEntry[]): number | null {
  if (rows.length < 2) return null;
  return quantile(
    rows.map((row) => row.value!).toSorted((a, b) => a - b),
    0.5,
  );
}

function orderNote(metric: MetricEntry): string {
  return metric.direction === 'more_is_worse'
    ? say('由低到高', 'lowest first')
    : say('由高到低', 'highest first');
}

/** More dots than this are a cloud: every value stays in the table. */
const MOST_DOTS = 3000;

export function dotsFigure(
  { metric, cell }: Chosen,
  ranked: readonly MetricRowEntry[],
  marked: string,
): HTMLElement | null {
  const median = medianOf(ranked);
  if (median === null) return null;
  const text = (value: number) => metricText(value, metric.unit, metric.id);
  const dots = ranked.slice(0, MOST_DOTS);
  const title = say(`${cell.year} 年度分布`, `Distribution in ${cell.year}`);
  const least = text(Math.min(...dots.map((row) => row.value!)));
  const most = text(Math.max(...dots.map((row) => row.value!)));
  return h(
    'figure',
    {},
    h(
      'figcaption',
      {},
      h('strong', {}, title),
      h('span', { class: 'quiet' }, ` ${say('每点一个单位', 'a dot a bureau')}`),
    ),
    chart({
      label: say(
        `${title}：${ranked.length} 个单位，从 ${least} 到 ${most}，中位数 ${text(median)}`,
        `${title}: ${ranked.length} bureaus from ${least} to ${most}, median ${text(median)}`,
      ),
      height: 210,
      option: dotPlot(
        dots.map((row) => markOf(row, text, marked)),
        { value: median, text: say(`中位数 ${text(median)}`, `median ${text(median)}`) },
        (value) => (metric.unit === 'percent' ? `${exact(value)}%` : exact(value)),
      ),
    }),
  );
}

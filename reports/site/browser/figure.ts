/** A number that opens its evidence. */
import type { BureauEntry, MetricRowEntry, ObservationEntry } from '../data.ts';
import { h } from './element.ts';
import { showMetricEvidence, showObservationEvidence } from './evidence.ts';
import { figureText, metricText } from './format.ts';
import { heading, say } from './language.ts';
import type { BureauBooks } from './load.ts';
import { site } from './site.ts';
import { figureName, statusReason, statusWord } from './words.ts';

/** A metric value, or the word that says why there is none; both open the evidence. */
export function metricFigure(row: MetricRowEntry): HTMLElement {
  const open = () => showMetricEvidence(row);
  if (row.value === null) return gapButton(statusWord(row), statusReason(row), open);
  const metric = site.metricById.get(row.metric)!;
  return figureButton(metricText(row.value, metric.unit, row.metric), row.value, heading(metric.name), open);
}

export function observedFigure(bureau: BureauEntry, books: BureauBooks, one: ObservationEntry): HTMLElement {
  const open = () => showObservationEvidence(bureau, books, one);
  const mark = one.status === 'accepted' ? null : h('sup', { title: observationMark(one) }, '※');
  return h('span', {}, figureButton(figureText(one.value, one.unit), one.value, figureName(one), open), mark);
}

function observationMark(one: ObservationEntry): string {
  return one.status === 'contested'
    ? say('各处说法不一', 'the documents contradict themselves')
    : say('经更正', 'corrected');
}

/** `value` is the exact figure of the warehouse; `text` may be rounded. */
function figureButton(text: string, value: number, name: string, open: () => void): HTMLElement {
  return h(
    'button',
    {
      type: 'button',
      class: 'figure',
      title: say(`${name}：看依据`, `${name}: see the evidence`),
      onclick: open,
    },
    h('data', { value }, text),
  );
}

function gapButton(text: string, reason: string, open: () => void): HTMLElement {
  return h('button', { type: 'button', class: 'figure gap', title: reason, onclick: open }, text);
}

/** A word where there is nothing to open. */
export function gap(text: string, reason?: string): HTMLElement {
  return h('span', { class: 'gap', title: reason }, text);
}

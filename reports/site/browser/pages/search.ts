/** Bureaus and metrics by their names; concepts lead to the metrics that are made of them. */

import { h, section } from '../element.ts';
import { heading, say, word } from '../language.ts';
import { matchesWords } from '../matching.ts';
import { linkTo, type Route } from '../route.ts';
import { site } from '../site.ts';
import { bureauTable, bureauWords } from './bureaus.ts';
import type { View } from './view.ts';

export function searchPage({ params }: Route): View {
  const words = params.get('q') ?? '';
  const bureaus =
    words === '' ? [] : site.bureaus.filter((bureau) => matchesWords(words, bureauWords(bureau)));
  const metrics =
    words === ''
      ? []
      : site.index.metrics.filter((metric) =>
          matchesWords(words, [...metric.name, ...metric.formula, metric.id].join(' ')),
        );
  const found = say(
    `单位 ${bureaus.length} 个，指标 ${metrics.length} 个`,
    `${bureaus.length} bureaus, ${metrics.length} metrics`,
  );
  return {
    title: words === '' ? say('搜索', 'Search') : say(`搜索“${words}”`, `Search “${words}”`),
    content: [
      h(
        'p',
        { role: 'status' },
        words === ''
          ? say('请在上方输入单位名称、地区或指标。', 'Type a bureau, a place or a metric above.')
          : found,
      ),
      metrics.length === 0
        ? null
        : section(
            'metrics',
            say('指标', 'Metrics'),
            h(
              'ul',
              {},
              metrics.map((metric) =>
                h(
                  'li',
                  {},
                  h('a', { href: linkTo('metric', metric.id) }, heading(metric.name)),
                  h('span', { class: 'quiet' }, ` ${word(metric.formula)}`),
                ),
              ),
            ),
          ),
      bureaus.length === 0 ? null : section('bureaus', say('单位', 'Bureaus'), bureauTable(bureaus)),
    ],
  };
}

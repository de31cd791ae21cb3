/** Every metric: what it is, how it is computed, which way is better. */
import { DIRECTION_WORDS } from '../../../words.ts';
import { h, section } from '../element.ts';
import { metricUnit } from '../format.ts';
import { heading, say, word } from '../language.ts';
import { linkTo } from '../route.ts';
import { site } from '../site.ts';
import { table } from '../table.ts';
import type { View } from './view.ts';

export function metricsPage(): View {
  return {
    title: say('指标', 'Metrics'),
    content: site.index.families.map(({ id, name }) => {
      const metrics = site.index.metrics.filter((metric) => metric.family === id);
      return section(
        id,
        word(name),
        table({
          caption: say(`${word(name)}：${metrics.length} 个指标`, `${word(name)}: ${metrics.length} metrics`),
          columns: [
            {
              title: say('指标', 'Metric'),
              heads: true,
              cell: (one) => h('a', { href: linkTo('metric', one.id) }, heading(one.name)),
            },
            {
              title: say('公式', 'Formula'),
              wide: true,
              cell: (one) => word(one.formula),
            },
            { title: say('计量', 'Unit'), cell: (one) => metricUnit(one.unit) },
            { title: say('取向', 'Direction'), cell: (one) => word(DIRECTION_WORDS[one.direction]) },
            {
              title: say('可比的单位年度', 'Comparable values'),
              numeric: true,
              cell: (one) => site.cellsOf(one.id).reduce((sum, cell) => sum + cell.count, 0),
              sortBy: (one) => site.cellsOf(one.id).reduce((sum, cell) => sum + cell.count, 0),
            },
          ],
          rows: metrics,
        }),
      );
    }),
  };
}

/** 指标定义: the entries the metrics are computed from, as a table. */
import type { WriteSheet } from 'hucre';
import { METRICS } from '../../transforms/metrics/index.ts';
import { FAMILIES } from '../../transforms/metrics/metric.ts';
import { conceptById } from '../../transforms/vocabulary/concept.ts';
import { DIRECTION_WORDS, METRIC_UNIT_WORDS } from '../words.ts';
import { text } from './cell.ts';
import { type Edition, SHEETS } from './edition.ts';
import { layTable } from './sheet.ts';
import { PALETTE, STYLES } from './styles.ts';

export function definitionsSheet(edition: Edition): WriteSheet {
  const { say } = edition;
  return layTable({
    name: edition.word(SHEETS.definitions),
    title: say('指标定义', 'Definitions of the metrics'),
    summary: say('每个指标的公式、口径、使用注意和出处', 'Formula, caveats and references of every metric'),
    notes: [
      say(
        'A 决算数，B0 年初预算数，B1 调整（全年）预算数，B 未说明口径的预算数。预算口径优先用 B1，其次 B、B0；资金优先用全部资金，其次财政拨款、一般公共预算，所用口径见“依据”。',
        'A actual, B0 original budget, B1 adjusted budget, B a budget whose kind is not stated.',
      ),
    ],
    columns: [
      { title: say('类别', 'family'), style: STYLES.centred, widest: 18 },
      { title: say('指标', 'metric'), style: STYLES.text, widest: 34 },
      { title: say('公式', 'formula'), style: STYLES.text, widest: 56 },
      { title: say('计量', 'unit'), style: STYLES.centred },
      { title: say('取向', 'direction'), style: STYLES.centred, widest: 16 },
      { title: say('用到的公开数字', 'inputs'), style: STYLES.text, widest: 32 },
      { title: say('使用注意', 'caveats'), style: STYLES.text, widest: 52 },
      { title: say('出处', 'references'), style: STYLES.text, widest: 40 },
      { title: say('标识', 'id'), style: STYLES.text, widest: 32 },
    ],
    rows: METRICS.map((metric) => {
      const family = FAMILIES.find((one) => one.id === metric.family)!;
      const inputs = metric.inputs.map((id) => say(conceptById(id).zh, conceptById(id).en));
      return [
        text(say(family.zh, family.en), STYLES.centred),
        text(say(metric.zh, metric.en)),
        text(say(metric.formula, metric.formulaEn)),
        text(edition.word(METRIC_UNIT_WORDS[metric.unit]), STYLES.centred),
        text(edition.word(DIRECTION_WORDS[metric.direction]), STYLES.centred),
        text(inputs.join(say('、', ', '))),
        text(say(metric.caveats, metric.caveatsEn)),
        text(metric.references.join('；')),
        text(metric.id),
      ];
    }),
    frozenColumns: 2,
    tabColour: PALETTE.faint,
  });
}

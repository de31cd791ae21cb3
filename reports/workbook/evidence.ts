/** 依据: one row per metric value, with the figures it was computed from and the places where they are printed. */
import type { WriteSheet } from 'hucre';
import { metricById } from '../../transforms/metrics/index.ts';
import { provinceName } from '../province-name.ts';
import {
  basisInWords,
  METRIC_STATUS_WORDS,
  METRIC_UNIT_WORDS,
  PHASE_WORDS,
  peerGroupInWords,
  SCOPE_WORDS,
} from '../words.ts';
import { type CellSpec, linked, number, numberStyle, plainNumber, text, whole } from './cell.ts';
import { type Edition, rankFormat, SHEETS, tracedMetrics, untracedNote } from './edition.ts';
import { figureCell } from './metric-cells.ts';
import { observedCell, observedUnit } from './observed.ts';
import type { MetricFigure, ObservedFigure } from './read-benchmarks.ts';
import { type Column, firstRowNumber, layTable, rowFor } from './sheet.ts';
import { FORMATS, PALETTE, STYLES } from './styles.ts';

/** Places shown in full; what goes beyond is counted and named by its documents. */
const PLACES_SHOWN = 2;
const NOTES = 1;

export const EVIDENCE_FIRST_ROW = firstRowNumber(NOTES);

export function evidenceSheet(edition: Edition): WriteSheet {
  const { say } = edition;
  return layTable({
    name: edition.word(SHEETS.evidence),
    title: say(
      '依据：每个指标由哪些公开数字算出',
      'Evidence: the published figures behind every metric value',
    ),
    notes: [
      say(
        '每行一个指标值。“依据一、依据二”依次为分子、分母所用的公开数字；点击其数额可到“数据明细”。分子、分母栏以元、人、个为单位。',
        'One row per metric value. The figures used stand to the right; click one to see its row.',
      ) + untracedNote(edition),
    ],
    columns: columnsOf(edition),
    rows: rowFor(tracedMetrics(edition.data), (metric) => evidenceRow(edition, metric)),
    frozenColumns: 2,
    pagesAcross: 3,
    mostLines: 4,
    tabColour: PALETTE.faint,
  });
}

function columnsOf({ say }: Edition): Column[] {
  const centred = STYLES.centred;
  const plain = numberStyle(FORMATS.whole);
  const place = (which: string, en: string): Column[] => [
    { title: `${which}\n${say('是什么', en)}`, style: STYLES.text, widest: 26 },
    { title: `${which}\n${say('数额', 'figure')}`, style: numberStyle(FORMATS.amount), narrowest: 12 },
    { title: `${which}\n${say('计量', 'unit')}`, style: centred },
    { title: `${which}\n${say('文件', 'document')}`, style: STYLES.text, widest: 36 },
    { title: `${which}\n${say('位置', 'where')}`, style: STYLES.text, widest: 24 },
    { title: `${which}\n${say('原文', 'quote')}`, style: STYLES.text, widest: 44 },
  ];
  return [
    { title: say('指标', 'metric'), style: STYLES.text, widest: 28 },
    { title: say('单位名称', 'bureau'), style: STYLES.text, widest: 30 },
    { title: say('口径', 'scope'), style: centred },
    { title: say('年度', 'year'), style: centred },
    { title: say('项目', 'project'), style: STYLES.text, widest: 26 },
    { title: say('数值', 'value'), style: numberStyle(FORMATS.percent), narrowest: 11 },
    { title: say('计量', 'unit'), style: centred },
    { title: say('状态', 'status'), style: centred, narrowest: 10 },
    { title: say('分子', 'numerator'), style: plain, narrowest: 14 },
    { title: say('分母', 'denominator'), style: plain, narrowest: 14 },
    { title: say('取数口径', 'basis'), style: STYLES.text, widest: 34 },
    { title: say('报告自述', 'as reported'), style: plain, narrowest: 10 },
    { title: say('同类组', 'peer group'), style: STYLES.text, widest: 30 },
    { title: say('位次', 'rank'), style: centred },
    { title: say('百分位', 'percentile'), style: plain },
    ...place(say('依据一', 'input 1'), 'what'),
    ...place(say('依据二', 'input 2'), 'what'),
    { title: say('其余依据', 'further inputs'), style: STYLES.text, widest: 44 },
  ];
}

function evidenceRow(edition: Edition, metric: MetricFigure): CellSpec[] {
  const definition = metricById(metric.metric);
  const inputs = (edition.data.inputs.get(metric.metric_id) ?? []).map((id) => edition.observation(id)!);
  return [
    text(definition ? edition.say(definition.zh, definition.en) : metric.metric),
    text(edition.bureauOf(metric)),
    text(edition.word(SCOPE_WORDS[metric.scope]), STYLES.centred),
    whole(metric.fiscal_year),
    text(metric.project),
    figureCell(metric, metric.value),
    text(edition.word(METRIC_UNIT_WORDS[metric.unit]), STYLES.centred),
    text(edition.word(METRIC_STATUS_WORDS[metric.status]), STYLES.centred),
    plainNumber(metric.numerator),
    plainNumber(metric.denominator),
    text(basisInWords(metric.basis, edition.language)),
    figureCell(metric, metric.reported_value),
    text(metric.peer_group && peerGroupInWords(metric.peer_group, edition.language, provinceName)),
    metric.rank === null
      ? text(null, STYLES.centred)
      : number(metric.rank, rankFormat(metric.peer_count ?? 0)),
    plainNumber(metric.percentile),
    ...Array.from({ length: PLACES_SHOWN }, (_, index) => placeCells(edition, inputs[index])).flat(),
    text(furtherInputs(edition, inputs.slice(PLACES_SHOWN))),
  ];
}

function placeCells(edition: Edition, input: ObservedFigure | undefined): CellSpec[] {
  if (input === undefined) {
    return [
      text(null),
      number(null, FORMATS.amount),
      text(null, STYLES.centred),
      text(null),
      text(null),
      text(null),
    ];
  }
  return [
    text(whatIs(edition, input)),
    linked(observedCell(input), edition.detailOf(input.observation_id)),
    text(observedUnit(input, edition.language), STYLES.centred),
    text(input.source_file),
    text(input.locator),
    text(input.quote),
  ];
}

/** "2023 决算数 · 公务接待费 · 2010101". */
function whatIs(edition: Edition, input: ObservedFigure): string {
  const name = edition.say(input.concept_zh, input.concept_en);
  const code = input.function_code ?? input.economic_code;
  return [
    `${input.fiscal_year} ${edition.word(PHASE_WORDS[input.phase])}`,
    name,
    ...(code ? [code] : []),
  ].join(' · ');
}

function furtherInputs(edition: Edition, inputs: readonly ObservedFigure[]): string {
  if (inputs.length === 0) return '';
  const places = [...new Set(inputs.map((one) => `${one.source_file} ${one.locator}`))];
  return edition.say(`另有 ${inputs.length} 个数字：`, `${inputs.length} more: `) + places.join('；');
}

/** The chain as text that can be read aloud to an official: what is accepted, on whose word, and where it stands. */
import { join } from 'node:path';
import { choiceInWords } from '../../reports/choice-words.ts';
import { placeInWords } from '../../reports/place-words.ts';
import { provinceName } from '../../reports/province-name.ts';
import {
  basisInWords,
  FUND_WORDS,
  inLanguage,
  METRIC_STATUS_WORDS,
  OBSERVATION_STATUS_WORDS,
  PHASE_WORDS,
  peerGroupInWords,
  SCOPE_WORDS,
  SEVERITY_WORDS,
  UNIT_WORDS,
} from '../../reports/words.ts';
import { archivePathOf } from '../../sources/archive.ts';
import type { Outcome } from '../../transforms/checks/evaluation.ts';
import { RELATIONS } from '../../transforms/checks/index.ts';
import { metricById } from '../../transforms/metrics/index.ts';
import type { MetricUnit } from '../../transforms/metrics/metric-value.ts';
import type { Unit } from '../../transforms/parse/quantity.ts';
import type { ObservationView } from '../../warehouse/schema.ts';
import type { Console } from '../console.ts';
import type { DataPaths } from '../options.ts';
import type { FindingLink, MetricLink, ObservationLink, RelationLink, WitnessLink } from './chain.ts';

export interface ChainPrinter {
  console: Console;
  paths: DataPaths;
}

export function printMetric({ metric, inputs }: MetricLink, printer: ChainPrinter): string[] {
  const { say, language } = printer.console;
  const formula =
    metric.formula && say(metric.formula, metricById(metric.metric)?.formulaEn ?? metric.formula);
  const name = say(metric.metric_name_zh ?? metric.metric, metric.metric_name_en ?? metric.metric);
  const value =
    metric.value === null
      ? inLanguage(METRIC_STATUS_WORDS[metric.status], language)
      : printValue(metric.value, metric.unit, printer);
  return [
    `${name} [${metric.metric}] ${metric.fiscal_year} ${inLanguage(SCOPE_WORDS[metric.scope], language)}${metric.project === null ? '' : ` ${metric.project}`}`,
    `  = ${value}`,
    ...line(say('公式', 'formula'), formula),
    ...line(say('分子', 'numerator'), printNumber(metric.numerator)),
    ...line(say('分母', 'denominator'), printNumber(metric.denominator)),
    ...line(say('依据', 'basis'), metric.basis === '' ? null : basisInWords(metric.basis, language)),
    ...line(
      say('报告自述', 'as reported'),
      metric.reported_value === null ? null : printValue(metric.reported_value, metric.unit, printer),
    ),
    ...line(say('同类', 'peers'), printPeers(metric, printer)),
    ...(inputs.length === 0 ? [] : ['', say('所用数据：', 'Computed from:')]),
    ...inputs.flatMap((input) => ['', ...printObservation(input, printer)]),
  ];
}

export function printObservation(link: ObservationLink, printer: ChainPrinter): string[] {
  const { observation, witnesses, findings, relations } = link;
  const { say, language } = printer.console;
  const status = inLanguage(OBSERVATION_STATUS_WORDS[observation.status], language);
  const why = choiceInWords(observation.reason, language);
  return [
    printKeyOf(observation, printer),
    `  = ${printValue(observation.value, observation.unit, printer)}${say(`（${status}：${why}）`, ` (${status}: ${why})`)}`,
    ...witnesses.flatMap((witness, at) => printWitness(witness, at, printer)),
    ...(findings.length === 0 ? [] : [`  ${say('涉及的核对：', 'Findings it takes part in:')}`]),
    ...findings.map((finding) => `    ${printFinding(finding, printer)}`),
    ...(relations.length === 0 ? [] : [`  ${say('参与的关系：', 'Relations it takes part in:')}`]),
    ...relations.slice(0, SHOWN_RELATIONS).map((relation) => `    ${printRelation(relation, printer)}`),
    ...(relations.length <= SHOWN_RELATIONS
      ? []
      : [`    ${say(`……共 ${relations.length} 条`, `… ${relations.length} in all`)}`]),
  ];
}

function printKeyOf(observation: ObservationView, { console: { say, language } }: ChainPrinter): string {
  const codes = [
    observation.function_code && `${observation.function_code} ${observation.function_name ?? ''}`.trim(),
    observation.economic_code && `${observation.economic_code} ${observation.economic_name ?? ''}`.trim(),
    observation.project,
  ].filter((part) => part !== null && part !== '');
  return [
    `${say(observation.concept_zh, observation.concept_en)} [${observation.concept}]`,
    String(observation.fiscal_year),
    inLanguage(PHASE_WORDS[observation.phase], language),
    inLanguage(FUND_WORDS[observation.fund], language),
    inLanguage(SCOPE_WORDS[observation.scope], language),
    ...codes,
  ].join(' · ');
}

function printWitness(
  witness: WitnessLink,
  at: number,
  { console: { say, language }, paths }: ChainPrinter,
): string[] {
  const role =
    witness.role === 'contradicting'
      ? say('不一致', 'against')
      : at === 0
        ? say('采信', 'chosen')
        : say('一致', 'agrees');
  const derived = witness.basis === 'derived' ? say('（推算）', ' (derived)') : '';
  return [
    `  ${role}${derived}  ${witness.printed} ${witness.printedUnit}`,
    `    ${say('原文', 'words')}  ${onOneLine(witness.quote)}`,
    `    ${say('位置', 'where')}  ${witness.relativePath}  ${placeInWords(witness.locator, language)}  [${witness.rule}]`,
    `    ${say('归档', 'archived')}  ${join(paths.archive, archivePathOf(witness))}`,
    ...(witness.url === null ? [] : [`    ${say('网址', 'url')}  ${witness.url}`]),
  ];
}

function printFinding(finding: FindingLink, { console: { say, language } }: ChainPrinter): string {
  const severity = inLanguage(SEVERITY_WORDS[finding.severity], language);
  return `${severity} [${finding.check}] ${onOneLine(say(finding.message, finding.messageEn))}`;
}

/** A total of a functional table may stand in hundreds of relations; the first are those that do not hold. */
const SHOWN_RELATIONS = 20;

const OUTCOME_WORDS: Readonly<Record<Outcome, readonly [zh: string, en: string]>> = {
  held: ['成立', 'holds'],
  rounding: ['尾数内成立', 'holds by rounding'],
  failed: ['不成立', 'does not hold'],
  not_evaluable: ['无从核对', 'cannot be evaluated'],
};

const RELATION_OF = new Map(RELATIONS.map((relation) => [relation.id, relation]));

function printRelation(
  { check, outcome, figures, sourceFile }: RelationLink,
  { console: { say } }: ChainPrinter,
): string {
  const relation = RELATION_OF.get(check);
  const name = relation === undefined ? check : say(relation.zh, relation.en);
  return onOneLine(
    `${say(...OUTCOME_WORDS[outcome])} [${check}] ${name}${say('：', ': ')}${figures}${sourceFile === null ? '' : ` · ${sourceFile}`}`,
  );
}

function printPeers(
  { peer_group, peer_count, peer_median, rank, percentile, unit }: MetricLink['metric'],
  printer: ChainPrinter,
): string | null {
  if (peer_group === null) return null;
  const { say } = printer.console;
  const median =
    peer_median === null
      ? ''
      : say(
          `，中位数 ${printValue(peer_median, unit, printer)}`,
          `, median ${printValue(peer_median, unit, printer)}`,
        );
  const place =
    rank === null
      ? say('，不足 5 家，不排名', ', fewer than 5: no rank')
      : say(`，第 ${rank} 位`, `, rank ${rank}`);
  const share = percentile === null ? '' : say(`，百分位 ${percentile}`, `, percentile ${percentile}`);
  const group = peerGroupInWords(peer_group, printer.console.language, provinceName);
  const count = say(`（${peer_count ?? 0}）`, ` (${peer_count ?? 0})`);
  return `${group}${count}${median}${place}${share}`;
}

function printValue(value: number, unit: Unit | MetricUnit, { console: { language } }: ChainPrinter): string {
  return `${printNumber(value)} ${inLanguage(UNIT_WORDS[unit], language)}`;
}

/** 3413900 → "3,413,900"; the same on every machine, whatever its locale. */
function printNumber(value: number | null): string | null {
  return value === null ? null : new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 }).format(value);
}

function line(name: string, text: string | null): string[] {
  return text === null ? [] : [`  ${name}  ${text}`];
}

/** What a document says must not move the cursor of the person who reads it. */
function onOneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
}

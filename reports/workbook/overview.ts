/** 概览: what stands out among the bureaus, where reports contradict themselves, and what could not be read, in words. */
import type { WriteSheet } from 'hucre';
import { groupBy } from '../../transforms/metrics/group.ts';
import { metricById } from '../../transforms/metrics/index.ts';
import type { FindingView } from '../../warehouse/schema.ts';
import { inLanguage } from '../words.ts';
import { type CellSpec, linked, text, whole } from './cell.ts';
import { type Edition, SHEETS } from './edition.ts';
import { type Headline, headlinesOf } from './headlines.ts';
import { figureCell } from './metric-cells.ts';
import type { MetricFigure } from './read-benchmarks.ts';
import { layTable } from './sheet.ts';
import { asBoundary, PALETTE, STYLES } from './styles.ts';

const MOST_HEADLINES = 15;
const MOST_BUREAUS_WITH_ERRORS = 8;
const MOST_GAPS = 5;
/** Points awarded beyond execution from which a self-evaluation asks for a question. */
const REMARKABLE_GAP = 20;

export function overviewSheet(edition: Edition): WriteSheet {
  const { say } = edition;
  const rows = [
    ...section(say('突出的数值', 'stands out'), headlineRows(edition)),
    ...section(say('执行与得分', 'scores'), gapRows(edition)),
    ...section(say('自相矛盾', 'contradictions'), contradictionRows(edition)),
    ...section(say('没能读取', 'not read'), unreadRows(edition)),
  ];
  return layTable({
    name: edition.word(SHEETS.overview),
    title: say('概览', 'Overview'),
    summary: say(
      '由数据算出的要点：突出的数值、自相矛盾之处、没能读取的文件',
      'What stands out, computed from the data',
    ),
    notes: [
      say(
        '“突出”指与同层级、同口径单位的中位数之差，超过这些单位通常差异（绝对离差中位数）的 3 倍；不代表对错。点击数值看依据。',
        'Standing out: more than three median absolute deviations from the median of bureaus of the same tier and scope.',
      ),
    ],
    columns: [
      { title: say('类别', 'kind'), style: STYLES.centred, widest: 14 },
      { title: say('单位名称', 'bureau'), style: STYLES.text, widest: 34 },
      { title: say('年度', 'year'), style: STYLES.centred },
      { title: say('要点', 'what'), style: STYLES.text, widest: 90, narrowest: 60 },
      { title: say('数值', 'value'), style: STYLES.number, narrowest: 14 },
      { title: say('同类中位数', 'median'), style: STYLES.number, narrowest: 14 },
    ],
    rows,
    frozenColumns: 0,
    tabColour: PALETTE.heading,
  });
}

type Row = CellSpec[];

function section(name: string, rows: readonly Row[]): Row[] {
  return rows.map((row, index) => {
    const whole = [text(name, STYLES.centred), ...row];
    return index === 0 ? whole.map((cell) => ({ ...cell, style: asBoundary(cell.style) })) : whole;
  });
}

function headlineRows(edition: Edition): Row[] {
  return headlinesOf(edition.data.metrics, MOST_HEADLINES).map((headline) => {
    const { metric, median } = headline;
    return [
      text(edition.bureauOf(metric)),
      whole(metric.fiscal_year),
      text(headlineInWords(edition, headline)),
      linked(figureCell(metric, metric.value), edition.evidenceOf(metric)),
      figureCell(metric, median),
    ];
  });
}

function headlineInWords(edition: Edition, { metric, count, end, distance }: Headline): string {
  const { zh, en } = metricById(metric.metric) ?? { zh: metric.metric, en: metric.metric };
  const times = distance.toFixed(1);
  return edition.say(
    `${zh}在 ${count} 个可比单位中${end === 'highest' ? '最高' : '最低'}，与中位数之差为通常差异的 ${times} 倍`,
    `${en}: the ${end} of ${count}, ${times} times the usual distance from the median`,
  );
}

/** 11% executed and 10 of 10 awarded is the case to find. */
function gapRows(edition: Edition): Row[] {
  const gaps = edition.data.metrics
    .filter((one) => one.metric === 'score_gap' && one.value !== null && one.value >= REMARKABLE_GAP)
    .toSorted((a, b) => b.value! - a.value! || (a.metric_id < b.metric_id ? -1 : 1));
  return gaps
    .slice(0, MOST_GAPS)
    .map((gap) => [
      text(edition.bureauOf(gap)),
      whole(gap.fiscal_year),
      text(gapInWords(edition, gap)),
      linked(figureCell(gap, gap.value), edition.evidenceOf(gap)),
      text(null),
    ]);
}

function gapInWords({ say }: Edition, { project, numerator, denominator }: MetricFigure): string {
  const [awarded, executed] = [numerator, denominator].map((one) => (one === null ? '' : one.toFixed(2)));
  return say(
    `${project === null ? '整体支出' : `项目“${project}”`}执行率 ${executed}%，执行得分却为满分的 ${awarded}%`,
    `${project ?? 'the whole budget'}: ${executed}% executed, ${awarded}% of the points for execution awarded`,
  );
}

function contradictionRows(edition: Edition): Row[] {
  const errors = edition.data.findings.filter((one) => one.severity === 'error');
  const byBureau = [...groupBy(errors, (one) => JSON.stringify([one.bureau_id, one.fiscal_year])).values()];
  byBureau.sort((a, b) => b.length - a.length || (a[0]!.finding_id < b[0]!.finding_id ? -1 : 1));
  return byBureau
    .slice(0, MOST_BUREAUS_WITH_ERRORS)
    .map((found) => [
      text(edition.bureauOf(found[0]!)),
      whole(found[0]!.fiscal_year),
      text(contradictionInWords(edition, found)),
      whole(found.length),
      text(null),
    ]);
}

function contradictionInWords({ say, language }: Edition, found: readonly FindingView[]): string {
  const gravest = found.toSorted(
    (a, b) =>
      Math.abs(b.difference ?? 0) - Math.abs(a.difference ?? 0) || (a.finding_id < b.finding_id ? -1 : 1),
  )[0]!;
  const example = inLanguage([gravest.message, gravest.message_en], language);
  return say(
    `${found.length} 处公开数字互相矛盾，如：${example}`,
    `${found.length} contradictions, such as: ${example}`,
  );
}

function unreadRows(edition: Edition): Row[] {
  const quarantined = edition.data.documents.filter((one) => one.state === 'quarantined');
  const reasons = [...groupBy(quarantined, (one) => one.state_code ?? '').values()];
  reasons.sort(
    (a, b) => b.length - a.length || ((a[0]!.state_code ?? '') < (b[0]!.state_code ?? '') ? -1 : 1),
  );
  return reasons.map((group) => [
    text(null),
    text(null, STYLES.centred),
    text(
      edition.say(
        `${group.length} 份文件没能读取：${(group[0]!.state_reason ?? '').replace(/。$/u, '')}，如 ${group[0]!.source_file}`,
        `${group.length} documents were not read (${group[0]!.state_code}), such as ${group[0]!.source_file}`,
      ),
    ),
    whole(group.length),
    text(null),
  ]);
}

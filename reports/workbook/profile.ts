/** 单位概况: one bureau on one page: its figures and metrics over the years, its place among its peers, what is wrong. */
import type { WriteSheet } from 'hucre';
import { groupBy } from '../../transforms/metrics/group.ts';
import { METRICS } from '../../transforms/metrics/index.ts';
import { FUND_PREFERENCE } from '../../transforms/metrics/term.ts';
import { type ConceptId, conceptById } from '../../transforms/vocabulary/concept.ts';
import { provinceName } from '../province-name.ts';
import {
  DIRECTION_WORDS,
  FUND_WORDS,
  inLanguage,
  METRIC_UNIT_WORDS,
  peerGroupInWords,
  SCOPE_WORDS,
  SEVERITY_WORDS,
} from '../words.ts';
import { type CellSpec, gap, linked, numberStyle, text } from './cell.ts';
import { seriesChart } from './charts.ts';
import { type Edition, SHEETS } from './edition.ts';
import { medianCell, NOT_PUBLISHED, rankCell, valueCell } from './metric-cells.ts';
import { observedCell, observedUnit } from './observed.ts';
import type { MetricFigure, ObservedFigure } from './read-benchmarks.ts';
import { layTable } from './sheet.ts';
import { asBoundary, FORMATS, PALETTE, STYLES } from './styles.ts';

const KEY_FIGURES: readonly ConceptId[] = [
  'revenue',
  'expenditure',
  'expenditure.basic',
  'expenditure.project',
  'expenditure.personnel',
  'expenditure.operating',
  'agency_running_costs',
  'three_public',
  'three_public.vehicles',
  'three_public.reception',
  'procurement',
  'balance.closing',
  'headcount.in_post',
  'three_public.vehicles_held',
];
/** Drawn below the table: spending as a whole, and what the public asks about first. */
const DRAWN: readonly ConceptId[] = ['expenditure', 'expenditure.basic', 'expenditure.project'];
const MOST_YEARS = 6;
const MOST_FINDINGS = 12;
const FIRST_YEAR_COLUMN = 4;

type Row = CellSpec[];

/** null where nothing is known of the bureau. */
export function profileSheet(edition: Edition, bureauId: string): WriteSheet | null {
  const { say, data } = edition;
  const observations = data.observations.filter((one) => one.bureau_id === bureauId);
  const metrics = data.metrics.filter((one) => one.bureau_id === bureauId && one.project === null);
  const first = observations[0];
  if (first === undefined) return null;
  const years = yearsOf(observations);
  const figures = figureRows(edition, observations, years);
  const name = edition.bureauOf(first);
  return layTable({
    name: edition.word(SHEETS.profile),
    title: say(`单位概况：${name}`, `Profile: ${name}`),
    summary: say(
      '主要数字、指标、位次与校验发现，一页看完',
      'Main figures, metrics, ranks and findings on one page',
    ),
    notes: [peersInWords(edition, metrics)],
    columns: [
      { title: say('类别', 'kind'), style: STYLES.centred, widest: 12 },
      { title: say('项目', 'item'), style: STYLES.text, widest: 44 },
      { title: say('口径', 'scope'), style: STYLES.centred, widest: 18 },
      { title: say('计量', 'unit'), style: STYLES.centred },
      ...years.map((year) => ({ title: String(year), style: numberStyle(FORMATS.amount), narrowest: 12 })),
      { title: say('最近位次', 'latest rank'), style: STYLES.number },
      { title: say('同类中位数', 'peer median'), style: STYLES.number, narrowest: 12 },
      { title: say('取向', 'direction'), style: STYLES.centred, widest: 16 },
    ],
    rows: [
      ...begun(figures.map(({ cells }) => cells)),
      ...begun(metricRows(edition, metrics, years)),
      ...begun(findingRows(edition, bureauId, years.length)),
    ],
    frozenColumns: 2,
    onePage: true,
    tabColour: PALETTE.heading,
    charts: (place) => {
      const drawn = figures.flatMap(({ concept, label }, row) =>
        DRAWN.includes(concept) ? [{ name: label, row }] : [],
      );
      return drawn.length === 0 || years.length < 2
        ? []
        : [
            seriesChart(
              place,
              say('支出（决算数，万元）', 'Expenditure, actual, 10,000 yuan'),
              drawn,
              { firstColumn: FIRST_YEAR_COLUMN, count: years.length },
              '#,##0',
            ),
          ];
    },
  });
}

function yearsOf(observations: readonly ObservedFigure[]): number[] {
  const years = [...new Set(observations.map((one) => one.fiscal_year))].sort((a, b) => a - b);
  return years.slice(-MOST_YEARS);
}

function peersInWords(edition: Edition, metrics: readonly MetricFigure[]): string {
  const ranked = metrics.filter((one) => one.peer_group !== null);
  const latest = ranked.toSorted((a, b) => b.fiscal_year - a.fiscal_year)[0];
  const group =
    latest === undefined ? null : peerGroupInWords(latest.peer_group!, edition.language, provinceName);
  return group === null
    ? edition.say(
        '可比的同类单位不足 5 个，不排名。金额为万元，指标按其计量。',
        'Fewer than five peers: no rank.',
      )
    : edition.say(
        `同类：${group}（各指标可能放宽，见“依据”）。位次和中位数为最近年度；灰色为没有公开，不是零。`,
        `Peers: ${group}. Rank and median of the latest year; grey is not published, not zero.`,
      );
}

interface FigureRow {
  concept: ConceptId;
  label: string;
  cells: Row;
}

/** Actuals without codes or projects; where the whole is not published, the fund that is, and its name beside it. */
function figureRows(
  edition: Edition,
  observations: readonly ObservedFigure[],
  years: readonly number[],
): FigureRow[] {
  const plain = observations.filter(
    (one) =>
      one.phase === 'actual' &&
      one.function_code === null &&
      one.economic_code === null &&
      one.project === null,
  );
  const byScope = [...groupBy(plain, (one) => one.scope).values()];
  return byScope.flatMap((inScope) =>
    KEY_FIGURES.flatMap((concept) => {
      const fund = FUND_PREFERENCE.find((one) =>
        inScope.some((figure) => figure.concept === concept && figure.fund === one),
      );
      const figures = inScope.filter((one) => one.concept === concept && one.fund === fund);
      const first = figures[0];
      if (first === undefined || fund === undefined) return [];
      const { zh, en, dimensions } = conceptById(concept);
      const label = edition.say(zh, en);
      const words = [
        edition.word(SCOPE_WORDS[first.scope]),
        ...(dimensions.includes('fund') ? [edition.word(FUND_WORDS[fund])] : []),
      ];
      const cells = [
        text(edition.say('数字', 'figure'), STYLES.centred),
        text(label),
        text(words.join(' · '), STYLES.centred),
        text(observedUnit(first, edition.language), STYLES.centred),
        ...years.map((year) =>
          figureCell(
            edition,
            figures.find((one) => one.fiscal_year === year),
          ),
        ),
        ...[text(null), text(null), text(null)],
      ];
      return [{ concept, label, cells }];
    }),
  );
}

function figureCell(edition: Edition, figure: ObservedFigure | undefined): CellSpec {
  if (figure === undefined) return { value: null, style: STYLES.hole };
  return linked(observedCell(figure), edition.detailOf(figure.observation_id));
}

function metricRows(edition: Edition, metrics: readonly MetricFigure[], years: readonly number[]): Row[] {
  return METRICS.flatMap((metric) => {
    const values = metrics.filter((one) => one.metric === metric.id);
    return [...groupBy(values, (one) => one.scope).values()].flatMap((inScope) => {
      if (!inScope.some((one) => one.status === 'ok')) return [];
      const latest = inScope
        .filter((one) => one.status === 'ok')
        .toSorted((a, b) => b.fiscal_year - a.fiscal_year)[0];
      const cellOf = (year: number) => {
        const value = inScope.find((one) => one.fiscal_year === year);
        return value === undefined ? gap(NOT_PUBLISHED) : valueCell(edition, value);
      };
      return [
        [
          text(edition.say('指标', 'metric'), STYLES.centred),
          text(edition.say(metric.zh, metric.en)),
          text(edition.word(SCOPE_WORDS[inScope[0]!.scope]), STYLES.centred),
          text(edition.word(METRIC_UNIT_WORDS[metric.unit]), STYLES.centred),
          ...years.map(cellOf),
          rankCell(edition, latest),
          medianCell(latest),
          text(edition.word(DIRECTION_WORDS[metric.direction]), STYLES.centred),
        ],
      ];
    });
  });
}

function findingRows(edition: Edition, bureauId: string, years: number): Row[] {
  const found = edition.data.findings.filter((one) => one.bureau_id === bureauId && one.severity !== 'note');
  return found
    .slice(0, MOST_FINDINGS)
    .map((finding) => [
      text(edition.word(SEVERITY_WORDS[finding.severity]), STYLES.centred),
      text(inLanguage([finding.message, finding.message_en], edition.language)),
      text(finding.fiscal_year === null ? null : String(finding.fiscal_year), STYLES.centred),
      text(null, STYLES.centred),
      ...Array.from({ length: years + 3 }, () => text(null)),
    ]);
}

/** The first row of a block has a line above it. */
function begun(rows: readonly Row[]): Row[] {
  return rows.map((row, index) =>
    index === 0 ? row.map((cell) => ({ ...cell, style: asBoundary(cell.style) })) : row,
  );
}

/** 三公趋势: the total and its parts, actual on actual, over every year known. */
import type { WriteSheet } from 'hucre';
import { groupBy } from '../../transforms/metrics/group.ts';
import { type ConceptId, conceptById } from '../../transforms/vocabulary/concept.ts';
import { SCOPE_WORDS } from '../words.ts';
import { type CellSpec, linked, numberStyle, text } from './cell.ts';
import { MOST_SERIES, type RowSeries, seriesChart } from './charts.ts';
import { type Edition, SHEETS } from './edition.ts';
import { observedCell } from './observed.ts';
import type { ObservedFigure } from './read-benchmarks.ts';
import { layTable } from './sheet.ts';
import { asBoundary, FORMATS, PALETTE, STYLES } from './styles.ts';

const TOTAL = 'three_public';
/** The total first, then its parts as the forms print them. */
const LINES: readonly ConceptId[] = [
  TOTAL,
  'three_public.overseas',
  'three_public.vehicles',
  'three_public.vehicle_purchase',
  'three_public.vehicle_operation',
  'three_public.reception',
];
const HEAD_COLUMNS = 3;

interface Line {
  name: string;
  concept: ConceptId;
  cells: CellSpec[];
  latest: number;
}

/** null where no bureau published a figure. */
export function threePublicSheet(edition: Edition): WriteSheet | null {
  const { say } = edition;
  const figures = edition.data.observations.filter(
    (one) => one.phase === 'actual' && LINES.includes(one.concept) && one.project === null,
  );
  if (figures.length === 0) return null;
  const years = yearsBetween(figures);
  const lines = [...groupBy(figures, (one) => JSON.stringify([one.bureau_id, one.scope])).values()].flatMap(
    (bureau) => linesOf(edition, bureau, years),
  );
  const drawn = seriesOf(lines);
  return layTable({
    name: edition.word(SHEETS.threePublic),
    title: say('“三公”经费趋势（决算数，万元）', 'Three public expenses, actual, 10,000 yuan'),
    summary: say(
      '“三公”经费合计及各组成部分的历年决算数，附趋势图',
      'The total and its parts over the years, with a chart',
    ),
    notes: [
      say(
        '灰色空格为该年度没有公开（或尚未收录）该数字，不是零。点击数额可看出处。',
        'A grey cell is not published, not zero. Click a figure to see its source.',
      ),
    ],
    columns: [
      { title: say('单位名称', 'bureau'), style: STYLES.text, widest: 40 },
      { title: say('口径', 'scope'), style: STYLES.centred },
      { title: say('项', 'concept'), style: STYLES.text, widest: 34 },
      ...years.map((year) => ({
        title: String(year),
        style: numberStyle(FORMATS.tenThousand),
        narrowest: 13,
      })),
    ],
    rows: lines.map((line) => line.cells),
    frozenColumns: HEAD_COLUMNS,
    tabColour: PALETTE.series[4],
    charts: (place) => [
      seriesChart(
        place,
        chartTitle(edition, drawn.length, lines),
        drawn,
        { firstColumn: HEAD_COLUMNS, count: years.length },
        '#,##0.0',
      ),
    ],
  });
}

/** Every year from the first to the last, so that a missing one is seen. */
function yearsBetween(figures: readonly ObservedFigure[]): number[] {
  const known = figures.map((one) => one.fiscal_year);
  const first = known.reduce((a, b) => Math.min(a, b));
  const last = known.reduce((a, b) => Math.max(a, b));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function linesOf(edition: Edition, bureau: readonly ObservedFigure[], years: readonly number[]): Line[] {
  const first = bureau[0]!;
  const name = edition.bureauOf(first);
  const scope = edition.word(SCOPE_WORDS[first.scope]);
  const published = LINES.filter((concept) => bureau.some((one) => one.concept === concept));
  return published.map((concept, index) => {
    const figures = years.map((year) =>
      bureau.find((one) => one.concept === concept && one.fiscal_year === year),
    );
    const { zh, en } = conceptById(concept);
    const cells = [
      text(name),
      text(scope, STYLES.centred),
      text(edition.say(zh, en)),
      ...figures.map((one) => figureCell(edition, one)),
    ];
    return {
      name: first.scope === 'unit' ? `${name}（${scope}）` : name,
      concept,
      cells: index === 0 ? cells.map((cell) => ({ ...cell, style: asBoundary(cell.style) })) : cells,
      latest: figures.findLast((one) => one !== undefined)!.value,
    };
  });
}

function figureCell(edition: Edition, figure: ObservedFigure | undefined): CellSpec {
  if (figure === undefined) return { value: null, style: STYLES.hole };
  return linked(observedCell(figure), edition.detailOf(figure.observation_id));
}

/** The totals with the largest latest figures; as many as have a colour of their own. */
function seriesOf(lines: readonly Line[]): RowSeries[] {
  return lines
    .map((line, row) => ({ ...line, row }))
    .filter((line) => line.concept === TOTAL)
    .toSorted((a, b) => b.latest - a.latest || a.row - b.row)
    .slice(0, MOST_SERIES)
    .map(({ name, row }) => ({ name, row }));
}

function chartTitle({ say }: Edition, drawn: number, lines: readonly Line[]): string {
  const all = lines.filter((line) => line.concept === TOTAL).length;
  const title = say('“三公”经费合计（万元）', 'Three public expenses, 10,000 yuan');
  return drawn < all ? `${title}${say(`：金额最大的 ${drawn} 个单位`, `: the ${drawn} largest`)}` : title;
}

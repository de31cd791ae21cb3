/** Figures of one bureau, year by year, as tables and charts. */
import type { Fund, Phase } from '../../../transforms/extract/fact.ts';
import { FUND_WORDS, PHASE_WORDS } from '../../words.ts';
import type { BureauEntry, ObservationEntry } from '../data.ts';
import { chart } from './charts.ts';
import { type Child, h } from './element.ts';
import { gap, observedFigure } from './figure.ts';
import { figureText, figureUnit, tenThousands } from './format.ts';
import { say, word } from './language.ts';
import type { BureauBooks } from './load.ts';
import { decimal } from './numbers.ts';
import { type Column, table } from './table.ts';
import { absence, conceptName } from './words.ts';
import { columns, type Line } from './year-charts.ts';

export interface Shelf {
  bureau: BureauEntry;
  books: BureauBooks;
  /** Of one scope. */
  figures: readonly ObservationEntry[];
  years: readonly number[];
}

export interface Wanted {
  concept: string;
  phase: Phase;
  fund: Fund;
}

/** The figure of the whole bureau: neither of a code nor of a project. */
export function figureOf({ figures }: Shelf, wanted: Wanted, year: number): ObservationEntry | undefined {
  return figures.find(
    (one) =>
      one.year === year &&
      one.concept === wanted.concept &&
      one.phase === wanted.phase &&
      one.fund === wanted.fund &&
      one.functionCode === null &&
      one.economicCode === null &&
      one.project === null,
  );
}

/** Rows of which at least one year has a figure. */
export function published(shelf: Shelf, wanted: readonly Wanted[]): Wanted[] {
  return wanted.filter((one) => shelf.years.some((year) => figureOf(shelf, one, year) !== undefined));
}

function wantedName({ concept, phase, fund }: Wanted): string {
  return [
    conceptName(concept),
    word(PHASE_WORDS[phase]),
    ...(fund === 'all' ? [] : [word(FUND_WORDS[fund])]),
  ].join(' · ');
}

export function yearTable(shelf: Shelf, rows: readonly Wanted[], caption: string): HTMLElement {
  const unitOf = (row: Wanted) =>
    shelf.years.map((year) => figureOf(shelf, row, year)).find((one) => one !== undefined)!.unit;
  return table<Wanted>({
    caption,
    columns: [
      { title: say('项', 'Item'), heads: true, cell: wantedName },
      { title: say('计量', 'Unit'), cell: (row) => figureUnit(unitOf(row)) },
      ...shelf.years.map(
        (year): Column<Wanted> => ({
          title: String(year),
          numeric: true,
          cell: (row) => yearCell(shelf, row, year),
        }),
      ),
    ],
    rows,
  });
}

function yearCell(shelf: Shelf, row: Wanted, year: number): Child {
  const one = figureOf(shelf, row, year);
  if (one === undefined) return gap(absence(shelf.books.documents.values(), year));
  return observedFigure(shelf.bureau, shelf.books, one);
}

export interface ChartRow {
  wanted: Wanted;
  name: string;
  look: Line['look'];
}

/** Money in 万元. */
export function yearChart(
  shelf: Shelf,
  title: string,
  rows: readonly ChartRow[],
  stacked: boolean,
): HTMLElement {
  const all = rows.map(({ wanted, name, look }) => {
    const figures = shelf.years.map((year) => figureOf(shelf, wanted, year));
    return {
      name,
      look,
      values: figures.map((one) => (one === undefined ? null : tenThousands(one.value))),
      texts: figures.map((one) => (one === undefined ? '' : figureText(one.value, one.unit))),
    };
  });
  const spoken = all.map(
    (line) =>
      `${line.name} ${shelf.years.map((year, place) => `${year} ${line.texts[place] || say('无', 'none')}`).join('，')}`,
  );
  return h(
    'figure',
    {},
    h('figcaption', {}, h('strong', {}, title)),
    chart({
      label: `${title}：${spoken.join('；')}`,
      height: 280,
      option: columns(shelf.years, all, (value) => decimal(value, Number.isInteger(value) ? 0 : 1), stacked),
    }),
  );
}

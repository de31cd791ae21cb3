/** Tables with a caption, columns that sort, and pages where they are long; they scroll in their own box. */
import { type Child, h } from './element.ts';
import { say } from './language.ts';

export interface Column<Row> {
  title: string;
  cell: (row: Row) => Child;
  /** What the column sorts by; a column without it does not sort. Null goes last either way. */
  sortBy?: (row: Row) => string | number | null;
  numeric?: boolean;
  /** Sentences and names of places: never squeezed to a character a line. */
  wide?: boolean;
  /** The cell that names the row. */
  heads?: boolean;
}

export interface TableOptions<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Class of a row; null for none. */
  rowClass?: (row: Row) => string | null;
  empty?: string;
}

const ROWS_A_PAGE = 100;

interface State {
  page: number;
  sorted: { column: number; descending: boolean } | null;
}

export function table<Row>(options: TableOptions<Row>): HTMLElement {
  const state: State = { page: 0, sorted: null };
  const box = h('div', { class: 'table' });
  const show = (focus?: string) => {
    box.replaceChildren(scrolling(options, state, show), ...pager(options, state, show));
    if (focus !== undefined) box.querySelector<HTMLElement>(focus)?.focus();
  };
  show();
  return box;
}

type Show = (focus?: string) => void;

function scrolling<Row>(options: TableOptions<Row>, state: State, show: Show): HTMLElement {
  const rows = ordered(options, state).slice(state.page * ROWS_A_PAGE, (state.page + 1) * ROWS_A_PAGE);
  return h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': options.caption },
    h(
      'table',
      {},
      h('caption', {}, options.caption),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          options.columns.map((column, place) => headCell(column, place, state, show)),
        ),
      ),
      h(
        'tbody',
        {},
        rows.length === 0
          ? h(
              'tr',
              {},
              h(
                'td',
                { colspan: options.columns.length, class: 'quiet' },
                options.empty ?? say('没有符合条件的行。', 'No rows.'),
              ),
            )
          : rows.map((row) => bodyRow(options, row)),
      ),
    ),
  );
}

function headCell<Row>(column: Column<Row>, place: number, state: State, show: Show): HTMLElement {
  const isSorted = state.sorted?.column === place;
  const order = isSorted ? (state.sorted!.descending ? 'descending' : 'ascending') : null;
  if (column.sortBy === undefined) {
    return h('th', { scope: 'col', class: column.numeric ? 'number' : null }, column.title);
  }
  const sort = () => {
    state.sorted = {
      column: place,
      descending: isSorted ? !state.sorted!.descending : column.numeric === true,
    };
    state.page = 0;
    show(`th:nth-child(${place + 1}) button`);
  };
  const arrow = order === null ? '' : order === 'descending' ? ' ↓' : ' ↑';
  return h(
    'th',
    { scope: 'col', class: column.numeric ? 'number' : null, 'aria-sort': order },
    h(
      'button',
      { type: 'button', class: 'sort', onclick: sort },
      column.title,
      h('span', { 'aria-hidden': 'true' }, arrow),
    ),
  );
}

function bodyRow<Row>({ columns, rowClass }: TableOptions<Row>, row: Row): HTMLElement {
  return h(
    'tr',
    { class: rowClass?.(row) },
    columns.map(({ cell, numeric, wide, heads }) =>
      heads
        ? h('th', { scope: 'row' }, cell(row))
        : h('td', { class: numeric ? 'number' : wide ? 'wide' : null }, cell(row)),
    ),
  );
}

function ordered<Row>({ rows, columns }: TableOptions<Row>, { sorted }: State): readonly Row[] {
  const by = sorted === null ? undefined : columns[sorted.column]?.sortBy;
  if (by === undefined) return rows;
  const sign = sorted!.descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [by(a), by(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return left < right ? -sign : left > right ? sign : 0;
  });
}

function pager<Row>({ rows }: TableOptions<Row>, state: State, show: Show): HTMLElement[] {
  const pages = Math.ceil(rows.length / ROWS_A_PAGE);
  if (pages <= 1) return [];
  const step = (by: number, name: string, title: string) =>
    h(
      'button',
      {
        type: 'button',
        class: name,
        disabled: state.page + by < 0 || state.page + by >= pages,
        onclick: () => {
          state.page += by;
          show('.scroll');
        },
      },
      title,
    );
  return [
    h(
      'div',
      { class: 'pager' },
      step(-1, 'previous', say('上一页', 'Previous')),
      h(
        'span',
        {},
        say(
          `第 ${state.page + 1} / ${pages} 页，共 ${rows.length} 行`,
          `Page ${state.page + 1} of ${pages}, ${rows.length} rows`,
        ),
      ),
      step(1, 'next', say('下一页', 'Next')),
    ),
  ];
}

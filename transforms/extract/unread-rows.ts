/**
 * Rows of codes that were not read: too short for their table, in one that no layout knows, torn off from the table above by the end of a page,
 * or among the sentences of a text. They are what the codes above them fall short by. One remark a page, a table, a paragraph or a short row.
 */
import type { Document, Grid, Location, Paragraph } from '../read/document.ts';
import { MEDIA_TYPES } from '../read/sniff.ts';
import type { NumberUse } from './fact.ts';
import type { Remark } from './remark.ts';
import { NO_LAYOUT } from './tables/extract-tables.ts';
import { UNKNOWN_ROW } from './tables/figure-meaning.ts';
import { SHORT_ROW } from './tables/short-rows.ts';

/** "22102", "2210201", "30207" */
const CODE = /^(?:2\d{2}(?:\d{2}){1,2}|30[1-9]\d{2}|31[0-3]\d{2})$/;
const LEAST_CODES = 2;

/** "2080501 行政单位离退休 8.70", "[208]社会保障和就业支出8.70"; a wrapped name leaves "2080505 3,538.83". A sentence says 万元. */
const ROW_IN_TEXT =
  /(?<![\d.,])(?:2\d{2}|30[1-9]|31[0-3]|399)(?:\s?\d{2}){0,2}(?![\d.,])[\]】]?(?:\s*\p{Script=Han}[^\d。；，：]{1,40}|\s+)-?\d[\d,]*(?:\.\d{1,2})?(?![\d.,]|\s*[万亿]?元)/u;

export function unreadRows(
  numbers: readonly NumberUse[],
  document: Document,
  fiscalYear: number,
): readonly Remark[] {
  const grids = gridsOf(document);
  const codes = [...codesAmong(numbers), ...rowsOfCodes(numbers, grids)];
  return [
    ...inTables(codes, fiscalYear),
    ...tornRows(numbers, grids, fiscalYear),
    ...inText(document, fiscalYear),
  ];
}

/** Of a text only: other formats have tables of their own. */
function inText({ mediaType, blocks }: Document, fiscalYear: number): readonly Remark[] {
  if (mediaType !== MEDIA_TYPES.text) return [];
  return blocks
    .filter((block): block is Paragraph => block.kind === 'paragraph' && ROW_IN_TEXT.test(block.text))
    .map(({ location, text }) => unreadTable(fiscalYear, location, text.slice(0, LONGEST_QUOTE)));
}

function unreadTable(
  fiscalYear: number,
  location: Location,
  quote: string,
  table: number | null = null,
): Remark {
  return {
    ...{ kind: 'unread_table', fiscalYear, table, count: null, quantity: null },
    ...{ medium: 'table', location, quote },
  };
}

const LONGEST_QUOTE = 120;

/** A code that wrapped in its cells and was cut by the end of a page: "2 | 0 | 0" here and "1 4 | 1 | 6" overleaf. */
const PIECE_OF_CODE = /^\d(?:\s?\d)?$/;

/** Rows of a known table that begin with less than a code, one remark a page. */
function tornRows(numbers: readonly NumberUse[], grids: Grids, fiscalYear: number): readonly Remark[] {
  const torn = numbers.filter((number) => {
    if (number.reason !== UNKNOWN_ROW || number.location.page === undefined) return false;
    const [first = '', second = ''] = textsOfRow(number, grids);
    return PIECE_OF_CODE.test(first) && !/^[.,\d]{3,}$/.test(second);
  });
  const pages = new Map(torn.map((number) => [number.location.page!, number]));
  return [...pages].map(([page, { context, location }]) =>
    unreadTable(fiscalYear, { page }, context, location.table ?? null),
  );
}

type Grids = ReadonlyMap<number, Grid>;

function textsOfRow({ location: { table, row } }: NumberUse, grids: Grids): readonly string[] {
  if (table === undefined || row === undefined) return [];
  const cells = new Set(grids.get(table)?.[row - 1] ?? []);
  return [...cells].flatMap((cell) => (cell === null || cell.text === '' ? [] : [cell.text.trim()]));
}

const gridsOf = ({ blocks }: Document): Grids =>
  new Map(blocks.flatMap((block) => (block.kind === 'table' ? [[block.number, block.grid] as const] : [])));

const isUnread = ({ reason, location: { page, line } }: NumberUse): boolean =>
  (reason === NO_LAYOUT || reason === SHORT_ROW) && (page ?? line) !== undefined;

const codesAmong = (numbers: readonly NumberUse[]): NumberUse[] =>
  numbers.filter((number) => isUnread(number) && CODE.test(number.text));

/** "[2080501]行政单位离退休", and 208 | 05 | 01 in cells of their own. */
const BEGINS_WITH_CODE =
  /^[[(【（]?(?:2\d{2}|30[1-9]|31[0-3])(?:\s?\d{2}){1,2}(?:[\])】）]|(?=\s|\p{Script=Han}))/u;

/** Of each unread row whose code is no number by itself, its first number. */
function rowsOfCodes(numbers: readonly NumberUse[], grids: Grids): NumberUse[] {
  const rows = new Map<string, NumberUse>();
  for (const number of numbers) {
    const { table, row } = number.location;
    if (!isUnread(number) || table === undefined || row === undefined) continue;
    const texts = textsOfRow(number, grids);
    // The code of a row that is too short is a label, and no number of its own.
    const isPlain = number.reason !== SHORT_ROW && CODE.test(texts[0] ?? '');
    const key = `${table} ${row}`;
    if (!isPlain && !rows.has(key) && BEGINS_WITH_CODE.test(texts.join(' '))) rows.set(key, number);
  }
  return [...rows.values()];
}

function inTables(codes: readonly NumberUse[], fiscalYear: number): readonly Remark[] {
  const places = new Map<string, NumberUse[]>();
  for (const number of codes) {
    const { page, table, row } = number.location;
    // One of several codes that are too short may be all that a class falls short by.
    const ofRow = number.reason === SHORT_ROW ? ` ${row}` : '';
    const place = page === undefined ? `table ${table}${ofRow}` : `page ${page}`;
    places.set(place, [...(places.get(place) ?? []), number]);
  }
  return [...places.values()]
    .filter((found) => found.length >= LEAST_CODES || found[0]!.reason === SHORT_ROW)
    .map(([first]) => {
      const { page, line, table = null } = first!.location;
      const place = page === undefined ? { line: line! } : { page };
      return unreadTable(fiscalYear, place, first!.context, table);
    });
}

/**
 * Rows of codes that were not read: in a table that no layout knows, torn off from the table above by the end of a page,
 * or among the sentences of a text. They are what the codes above them fall short by. One remark a page, a table or a paragraph.
 */
import type { Document, Paragraph } from '../read/document.ts';
import { MEDIA_TYPES } from '../read/sniff.ts';
import type { NumberUse } from './fact.ts';
import type { Remark } from './remark.ts';
import { NO_LAYOUT } from './tables/extract-tables.ts';

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
  return [...inTables(numbers, fiscalYear), ...inText(document, fiscalYear)];
}

/** Of a text only: other formats have tables of their own. */
function inText({ mediaType, blocks }: Document, fiscalYear: number): readonly Remark[] {
  if (mediaType !== MEDIA_TYPES.text) return [];
  return blocks
    .filter((block): block is Paragraph => block.kind === 'paragraph' && ROW_IN_TEXT.test(block.text))
    .map(({ location, text }) => ({
      ...{ kind: 'unread_table', fiscalYear, table: null, count: null, quantity: null },
      ...{ medium: 'table', location, quote: text.slice(0, LONGEST_QUOTE) },
    }));
}

const LONGEST_QUOTE = 120;

function inTables(numbers: readonly NumberUse[], fiscalYear: number): readonly Remark[] {
  const places = new Map<string, NumberUse[]>();
  for (const number of numbers) {
    const { page, line, table } = number.location;
    if (number.reason !== NO_LAYOUT || (page ?? line) === undefined || !CODE.test(number.text)) continue;
    const place = page === undefined ? `table ${table}` : `page ${page}`;
    places.set(place, [...(places.get(place) ?? []), number]);
  }
  return [...places.values()]
    .filter((codes) => codes.length >= LEAST_CODES)
    .map(([first]) => {
      const { page, line, table = null } = first!.location;
      return {
        ...{ kind: 'unread_table', fiscalYear, table, count: null, quantity: null },
        ...{ medium: 'table', location: page === undefined ? { line: line! } : { page } },
        quote: first!.context,
      };
    });
}

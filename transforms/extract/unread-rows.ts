/**
 * Rows of codes in a table that no layout knows: torn off from the table above by the end of a page, they are what its
 * codes fall short by. One remark a page.
 */
import type { NumberUse } from './fact.ts';
import type { Remark } from './remark.ts';
import { NO_LAYOUT } from './tables/extract-tables.ts';

/** "22102", "2210201", "30207" */
const CODE = /^(?:2\d{2}(?:\d{2}){1,2}|30[1-9]\d{2}|31[0-3]\d{2})$/;
const LEAST_CODES = 2;

export function unreadRows(numbers: readonly NumberUse[], fiscalYear: number): readonly Remark[] {
  const pages = new Map<number, NumberUse[]>();
  for (const number of numbers) {
    const { page } = number.location;
    if (number.reason !== NO_LAYOUT || page === undefined || !CODE.test(number.text)) continue;
    pages.set(page, [...(pages.get(page) ?? []), number]);
  }
  return [...pages]
    .filter(([, codes]) => codes.length >= LEAST_CODES)
    .map(([page, [first]]) => ({
      ...{
        kind: 'unread_table',
        fiscalYear,
        table: first!.location.table ?? null,
        count: null,
        quantity: null,
      },
      ...{ medium: 'table', location: { page }, quote: first!.context },
    }));
}

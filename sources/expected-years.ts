/** For which fiscal years a bureau owes a report by now. The clock is handed in. */
import { dueDate, type Expectation } from './bureau.ts';

/**
 * From the first expected year to the last whose due date falls within the present calendar year: a report that
 * is due next year is not yet owed to anybody.
 */
export function expectedYears(expectation: Expectation, now: Date): number[] {
  const thisYear = Number(chinaDate(now).slice(0, 4));
  const years: number[] = [];
  for (let year = expectation.from; year <= (expectation.until ?? thisYear); year++) {
    if (Number(dueDate(expectation, year).slice(0, 4)) > thisYear) break;
    years.push(year);
  }
  return years;
}

const CHINA_OFFSET_MS = 8 * 3_600_000;

/** The date in China, where every due date ends at midnight: 2025-09-30T17:00Z is 2025-10-01. */
export function chinaDate(now: Date): string {
  return new Date(now.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 10);
}

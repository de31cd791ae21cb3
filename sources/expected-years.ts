/** For which fiscal years a bureau owes a report by now. The clock is handed in. */
import { dueDate, type Expectation } from './bureau.ts';
import { chinaDay } from './china-time.ts';

/**
 * From the first expected year to the last whose due date falls within the present calendar year: a report that
 * is due next year is not yet owed to anybody.
 */
export function expectedYears(expectation: Expectation, now: Date): number[] {
  const thisYear = Number(chinaDay(now).slice(0, 4));
  const years: number[] = [];
  for (let year = expectation.from; year <= (expectation.until ?? thisYear); year++) {
    if (Number(dueDate(expectation, year).slice(0, 4)) > thisYear) break;
    years.push(year);
  }
  return years;
}

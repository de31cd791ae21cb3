/** The books of an invented bureau: any figure of any year on demand, so that no two documents can disagree by slip. */
import { type Asked, fullKey } from '../figure.ts';
import type { Bureau } from './bureau.ts';
import { FORMULAS } from './formulas.ts';
import { type Item, itemsOf } from './items.ts';
import { staffOf } from './staff.ts';

export interface Books {
  bureau: Bureau;
  year: number;
  items: readonly Item[];
  /** Yuan, persons, pieces, percent or points. Throws where the books do not know the concept. */
  valueOf(asked: Asked): number;
  lastYear(): Books;
}

export function booksOf(bureau: Bureau, year: number): Books {
  const staff = staffOf(bureau, year);
  const items = itemsOf(bureau, year, staff);
  return {
    bureau,
    year,
    items,
    valueOf(asked) {
      const key = fullKey(asked, year);
      if (key.fiscalYear !== year) return booksOf(bureau, key.fiscalYear).valueOf(key);
      const formula = FORMULAS[key.concept];
      if (formula === undefined) throw new Error(`the invented books have no ${key.concept}`);
      return formula({ bureau, year, items, staff }, key);
    },
    lastYear: () => booksOf(bureau, year - 1),
  };
}

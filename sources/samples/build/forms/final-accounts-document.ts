/** Final accounts of one year as a whole: overview, statements, explanations. */
import { type SampleDocument, utf8 } from '../document.ts';
import { booksOf } from '../model/books.ts';
import type { Bureau } from '../model/bureau.ts';
import { type Manner, newPage, type Page, PLAIN, textOf } from '../page.ts';
import { writeExplanations, writeOverview } from './final-accounts-text.ts';
import { writeStatements } from './statements/index.ts';
import { type StatementStyle, USUAL_STYLE } from './statements/style.ts';

export interface Look {
  manner?: Partial<Manner>;
  style?: Partial<StatementStyle>;
}

export function finalAccountsPage(bureau: Bureau, year: number, { manner, style }: Look = {}): Page {
  const page = newPage(booksOf(bureau, year), { ...PLAIN, ...manner });
  writeOverview(page);
  writeStatements(page, { ...USUAL_STYLE, ...style });
  writeExplanations(page);
  return page;
}

export function finalAccounts(bureau: Bureau, year: number, path: string, look: Look = {}): SampleDocument {
  const page = finalAccountsPage(bureau, year, look);
  return {
    path,
    bytes: utf8(textOf(page)),
    bureau,
    scope: 'department',
    fiscalYear: year,
    printed: page.printed,
    refused: null,
  };
}

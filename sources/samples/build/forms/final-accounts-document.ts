/** Final accounts of one year as a whole: overview, statements, explanations. */
import type { SampleDocument } from '../document.ts';
import { booksOf } from '../model/books.ts';
import type { Bureau } from '../model/bureau.ts';
import { asDocument, type Manner, newPage, type Page, PLAIN } from '../page.ts';
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
  return asDocument(finalAccountsPage(bureau, year, look), path);
}

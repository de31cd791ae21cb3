/** The statements 公开01 to 公开11 of a department's final accounts, as a county prints them. */
import type { Page } from '../../page.ts';
import { basicByEconomic, runningCosts } from './by-economic.ts';
import { generalPublic, income, otherFunds, spending } from './by-function.ts';
import { procurement } from './procurement.ts';
import type { StatementStyle } from './style.ts';
import { threePublic } from './three-public.ts';
import { fiscalTotals, totals } from './totals.ts';

export function writeStatements(page: Page, style: StatementStyle): void {
  totals(page, style);
  income(page);
  spending(page);
  fiscalTotals(page, style);
  generalPublic(page);
  basicByEconomic(page);
  otherFunds(page);
  threePublic(page, style);
  runningCosts(page);
  procurement(page);
}

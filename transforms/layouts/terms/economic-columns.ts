/** What stands across a statement whose rows are economic codes, of basic expenditure or of all. */
import type { Fund } from '../../extract/fact.ts';
import type { Term } from '../layout.ts';
import { FUND_COLUMNS } from './funds.ts';
import { PHASE_COLUMNS } from './phases.ts';
import { EXPENDITURE_COLUMNS, PLAIN_TOTALS } from './totals.ts';

/** `fund`: of the whole statement; one of all money may part it by fund. */
export const economicColumns = (fund: Fund): readonly Term[] => [
  ...(fund === 'all' ? FUND_COLUMNS : []),
  ...EXPENDITURE_COLUMNS,
  ...PHASE_COLUMNS,
  ...PLAIN_TOTALS,
];

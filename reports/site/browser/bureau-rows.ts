/** Which figures a bureau's trends are made of. */
import type { Fund, Phase } from '../../../transforms/extract/fact.ts';
import { FUND_WORDS, PHASE_WORDS, type Word } from '../../words.ts';
import { word } from './language.ts';
import { type ChartRow, figureOf, type Shelf, type Wanted } from './yearly.ts';

const PHASES: readonly Phase[] = ['original_budget', 'adjusted_budget', 'budget', 'actual'];
/** In the order in which one may stand for another. */
const FUNDS: readonly Fund[] = ['all', 'fiscal', 'general_public'];

const THREE_PUBLIC_CONCEPTS = [
  'three_public',
  'three_public.overseas',
  'three_public.vehicles',
  'three_public.vehicle_purchase',
  'three_public.vehicle_operation',
  'three_public.reception',
];

/** Actual first, since it is what is compared; then the budgets of the total. */
export const THREE_PUBLIC: readonly Wanted[] = [
  ...THREE_PUBLIC_CONCEPTS.map((concept): Wanted => ({ concept, phase: 'actual', fund: 'all' })),
  ...PHASES.filter((phase) => phase !== 'actual').flatMap((phase) =>
    THREE_PUBLIC_CONCEPTS.map((concept): Wanted => ({ concept, phase, fund: 'all' })),
  ),
];

/** The three that make up the total, and the total as it was published. */
export const THREE_PUBLIC_PARTS: readonly { wanted: Wanted; name: Word; look: ChartRow['look'] }[] = [
  { wanted: actual('three_public.vehicles'), name: ['公务用车', 'vehicles'], look: 'accent' },
  { wanted: actual('three_public.reception'), name: ['公务接待', 'reception'], look: 'middle' },
  { wanted: actual('three_public.overseas'), name: ['因公出国（境）', 'overseas'], look: 'pale' },
  { wanted: actual('three_public'), name: ['合计', 'total'], look: 'total' },
];

function actual(concept: string): Wanted {
  return { concept, phase: 'actual', fund: 'all' };
}

const SPENDING_CONCEPTS = ['expenditure', 'expenditure.basic', 'expenditure.project'];

export const SPENDING: readonly Wanted[] = [
  ...SPENDING_CONCEPTS.flatMap((concept) =>
    FUNDS.flatMap((fund) => PHASES.map((phase): Wanted => ({ concept, phase, fund }))),
  ),
  ...['expenditure.personnel', 'expenditure.operating', 'agency_running_costs'].flatMap((concept) =>
    PHASES.map((phase): Wanted => ({ concept, phase, fund: 'all' })),
  ),
];

const BUDGET_LOOKS: Readonly<Record<Phase, ChartRow['look']>> = {
  original_budget: 'pale',
  adjusted_budget: 'middle',
  budget: 'middle',
  actual: 'accent',
};

/** Expenditure of the fund that has most figures, so that columns side by side speak of the same money. */
export function budgetRows(shelf: Shelf): { rows: ChartRow[]; fund: string } {
  const wanted = (phase: Phase, fund: Fund): Wanted => ({ concept: 'expenditure', phase, fund });
  const has = (one: Wanted) => shelf.years.filter((year) => figureOf(shelf, one, year) !== undefined).length;
  const count = (fund: Fund) => PHASES.reduce((sum, phase) => sum + has(wanted(phase, fund)), 0);
  const fund = FUNDS.reduce((best, one) => (count(one) > count(best) ? one : best));
  return {
    fund: word(FUND_WORDS[fund]),
    rows: PHASES.filter((phase) => has(wanted(phase, fund)) > 0).map((phase) => ({
      wanted: wanted(phase, fund),
      name: word(PHASE_WORDS[phase]),
      look: BUDGET_LOOKS[phase],
    })),
  };
}

/** Every sum that published figures owe each other. */
import type { CodesFamily, CodesRelation, SumRelation } from '../relation.ts';
import { assetSums } from './assets.ts';
import { balanceSums } from './balance.ts';
import { codeSums, personnelSums } from './classification.ts';
import { expenditureSums } from './expenditure.ts';
import { headcountSums } from './headcount.ts';
import { procurementSums } from './procurement.ts';
import { revenueSums } from './revenue.ts';
import { threePublicSums } from './three-public.ts';

export const SUM_RELATIONS: readonly SumRelation[] = [
  ...threePublicSums,
  ...expenditureSums,
  ...personnelSums,
  ...revenueSums,
  ...balanceSums,
  ...procurementSums,
  ...assetSums,
  ...headcountSums,
];

export const CODES_FAMILIES: readonly CodesFamily[] = codeSums;

export const CODES_RELATIONS: readonly CodesRelation[] = codeSums.flatMap(({ children, totals }) => [
  children,
  totals,
]);

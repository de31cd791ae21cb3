/** Every declared layout, in the order in which a title is tried: the more particular first. */
import type { Layout } from './layout.ts';
import { annualFunds } from './self-evaluations/annual-funds.ts';
import { baseData } from './self-evaluations/base-data.ts';
import { coverStaff } from './self-evaluations/cover-staff.ts';
import { executionByNature, projectExecution } from './self-evaluations/execution.ts';
import { projectAccount } from './self-evaluations/project-account.ts';
import { projectList } from './self-evaluations/project-list.ts';
import { projectTargetList, projectTargets } from './self-evaluations/project-targets.ts';
import { targetFunds, targetFundsBelow } from './self-evaluations/target-funds.ts';
import { assets, vehiclesInUse } from './statements/assets.ts';
import { allBasic, fiscalBasic, generalPublicBasic } from './statements/basic-by-economic.ts';
import { allByEconomic, fiscalByEconomic, generalPublicByEconomic } from './statements/by-economic.ts';
import {
  expenditure,
  expenditureByClass,
  fiscalExpenditure,
  generalPublicExpenditure,
  governmentFundExpenditure,
  specialAccountExpenditure,
  stateCapitalExpenditure,
} from './statements/expenditure.ts';
import { income } from './statements/income.ts';
import { procurement } from './statements/procurement.ts';
import { generalPublicProjects, projects } from './statements/projects.ts';
import { runningCosts } from './statements/running-costs.ts';
import { threePublic, threePublicCounts, threePublicOfFund } from './statements/three-public.ts';
import { fiscalTotals, totals } from './statements/totals.ts';

export const LAYOUTS: readonly Layout[] = [
  baseData,
  targetFundsBelow,
  targetFunds,
  projectTargetList,
  projectTargets,
  projectList,
  projectExecution,
  executionByNature,
  projectAccount,
  coverStaff,
  annualFunds,
  threePublicCounts,
  threePublicOfFund,
  threePublic,
  runningCosts,
  procurement,
  assets,
  vehiclesInUse,
  generalPublicProjects,
  projects,
  fiscalTotals,
  totals,
  income,
  generalPublicBasic,
  fiscalBasic,
  allBasic,
  expenditureByClass,
  generalPublicByEconomic,
  fiscalByEconomic,
  allByEconomic,
  governmentFundExpenditure,
  stateCapitalExpenditure,
  specialAccountExpenditure,
  generalPublicExpenditure,
  fiscalExpenditure,
  expenditure,
];

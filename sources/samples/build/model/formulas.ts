/** Every concept of the vocabulary that the samples print, as a sum over the lines of one year's books. */
import type { FigureKey, SampleFund } from '../figure.ts';
import type { Bureau } from './bureau.ts';
import {
  guestsOf,
  type Item,
  overseasBudget,
  overseasOf,
  receptionBudget,
  receptionOf,
  rounded,
  vehicleOperationBudget,
  vehicleOperationOf,
  vehiclePurchaseBudget,
  vehiclePurchaseOf,
} from './items.ts';
import { executionPoints, indicatorsOf, totalScore } from './score.ts';
import type { StaffOfYear } from './staff.ts';
import { between } from './vary.ts';

const FISCAL: readonly SampleFund[] = ['general_public', 'government_fund', 'state_capital'];

export interface Ledger {
  bureau: Bureau;
  year: number;
  items: readonly Item[];
  staff: StaffOfYear;
}

type Formula = (ledger: Ledger, key: FigureKey) => number;

const spent =
  (which: (item: Item) => boolean): Formula =>
  ({ items }, key) =>
    items
      .filter((item) => which(item) && concerns(item, key))
      .reduce((sum, item) => sum + amountOf(item, key), 0);

const all = spent(() => true);
const basic = spent(({ economicCode }) => economicCode !== null);
const startsWith = (...heads: readonly string[]) =>
  spent(({ economicCode }) => heads.some((head) => economicCode?.startsWith(head) ?? false));

/** By concept. A bare budget is the original one; the three public expenses have one budget all year. */
export const FORMULAS: Readonly<Record<string, Formula>> = {
  expenditure: all,
  'expenditure.basic': basic,
  'expenditure.project': spent(({ project }) => project !== null),
  'expenditure.personnel': startsWith('301', '303'),
  'expenditure.operating': startsWith('302', '310'),
  agency_running_costs: startsWith('302', '310'),
  conference: startsWith('30215'),
  training: startsWith('30216'),
  revenue: (ledger, key) =>
    all(ledger, key) + (key.phase === 'actual' ? closing(ledger, key) - opening(ledger, key) : 0),
  'revenue.grand_total': (ledger, key) =>
    all(ledger, key) + (key.phase === 'actual' ? closing(ledger, key) : 0),
  'expenditure.grand_total': (ledger, key) =>
    all(ledger, key) + (key.phase === 'actual' ? closing(ledger, key) : 0),
  'balance.opening': (ledger, key) => opening(ledger, key),
  'balance.closing': (ledger, key) => closing(ledger, key),
  three_public: (ledger, key) =>
    ['overseas', 'vehicle_purchase', 'vehicle_operation', 'reception'].reduce(
      (sum, part) => sum + threePublic(part, ledger, key),
      0,
    ),
  'three_public.vehicles': (ledger, key) =>
    threePublic('vehicle_purchase', ledger, key) + threePublic('vehicle_operation', ledger, key),
  'three_public.overseas': (ledger, key) => threePublic('overseas', ledger, key),
  'three_public.vehicle_purchase': (ledger, key) => threePublic('vehicle_purchase', ledger, key),
  'three_public.vehicle_operation': (ledger, key) => threePublic('vehicle_operation', ledger, key),
  'three_public.reception': (ledger, key) => threePublic('reception', ledger, key),
  'three_public.overseas_groups': ({ bureau, year }) => (overseasOf(bureau, year) > 0 ? 1 : 0),
  'three_public.overseas_persons': ({ bureau, year }) => (overseasOf(bureau, year) > 0 ? 2 : 0),
  'three_public.vehicles_purchased': ({ bureau, year }) => (vehiclePurchaseOf(bureau, year) > 0 ? 1 : 0),
  'three_public.vehicles_held': ({ bureau }) => bureau.vehicles,
  'three_public.reception_batches': ({ bureau, year }) => Math.ceil(guestsOf(bureau, year) / 7),
  'three_public.reception_persons': ({ bureau, year }) => guestsOf(bureau, year),
  procurement: (ledger, key) => goods(ledger, key) + services(ledger, key),
  'procurement.goods': (ledger, key) => goods(ledger, key),
  'procurement.works': () => 0,
  'procurement.services': (ledger, key) => services(ledger, key),
  'procurement.sme': (ledger, key) => sme(ledger, key),
  'procurement.micro': (ledger, key) => share(sme(ledger, key), 0.55, 0.9, ledger, 'micro'),
  'asset.vehicles': ({ bureau }) => bureau.vehicles,
  'asset.equipment_over_1m': ({ bureau }) => (bureau.projects.some(({ base }) => base > 400) ? 1 : 0),
  'asset.fixed_original': (ledger) => fixedOriginal(ledger),
  'asset.fixed_depreciation': (ledger) => depreciation(ledger),
  'asset.fixed_net': (ledger) => fixedOriginal(ledger) - depreciation(ledger),
  asset: (ledger) => assets(ledger),
  'asset.liabilities': (ledger) => liabilities(ledger),
  'asset.net': (ledger) => assets(ledger) - liabilities(ledger),
  'headcount.authorised': ({ bureau }) => bureau.staff.authorised,
  'headcount.in_post': ({ staff }) => staff.inPost,
  'headcount.civil_servants': ({ staff }) => staff.civilServants,
  'headcount.civil_service_managed': ({ staff }) => staff.managed,
  'headcount.institution': ({ staff }) => staff.institution,
  'headcount.retired': ({ staff }) => staff.retired,
  'insured.persons': ({ bureau, year }) =>
    Math.round((bureau.insured ?? 0) * 0.996 ** (year - 2022) * between(0.998, 1.002, bureau.name, year)),
  'insured.rate': ({ bureau, year }) => Math.round(between(9_600, 9_950, bureau.name, year, 'insured')) / 100,
  'rate.execution': (ledger, key) =>
    percentage(all(ledger, { ...key, phase: 'actual' }), all(ledger, { ...key, phase: 'adjusted_budget' })),
  'rate.staff_control': ({ bureau, staff }) => percentage(staff.inPost, bureau.staff.authorised),
  'evaluation.score': (ledger, key) => {
    const actual = all(ledger, { ...key, phase: 'actual' });
    const adjusted = all(ledger, { ...key, phase: 'adjusted_budget' });
    const indicators = indicatorsOf(ledger.bureau.name, ledger.year, key.project ?? '');
    return totalScore(indicators, executionPoints(actual, adjusted));
  },
};

/** Percent with two decimals, as reports print it. */
export function percentage(part: number, whole: number): number {
  return Math.round((part / whole) * 10_000) / 100;
}

function concerns(item: Item, { fund, functionCode, economicCode, project }: FigureKey): boolean {
  return (
    (fund === 'all' || fund === item.fund || (fund === 'fiscal' && FISCAL.includes(item.fund))) &&
    (functionCode === null || item.functionCode.startsWith(functionCode)) &&
    (economicCode === null || (item.economicCode?.startsWith(economicCode) ?? false)) &&
    (project === null || item.project === project)
  );
}

function amountOf({ original, adjusted, actual }: Item, { phase }: FigureKey): number {
  if (phase === 'actual') return actual;
  return phase === 'adjusted_budget' ? adjusted : original;
}

/** Only general public money is carried over by these bureaus. */
function carried({ bureau }: Ledger, year: number, { fund, functionCode }: FigureKey): number {
  const { carry } = bureau;
  if (carry === undefined || !['all', 'fiscal', 'general_public'].includes(fund)) return 0;
  if (functionCode !== null && !carry.functionCode.startsWith(functionCode)) return 0;
  return carry.closing[year] ?? 0;
}

function opening(ledger: Ledger, key: FigureKey): number {
  return carried(ledger, ledger.year - 1, key);
}

function closing(ledger: Ledger, key: FigureKey): number {
  return carried(ledger, ledger.year, key);
}

function threePublic(part: string, { bureau, year }: Ledger, { phase }: FigureKey): number {
  const actual = phase === 'actual';
  if (part === 'overseas') return actual ? overseasOf(bureau, year) : overseasBudget(bureau, year);
  if (part === 'vehicle_purchase')
    return actual ? vehiclePurchaseOf(bureau, year) : vehiclePurchaseBudget(bureau, year);
  if (part === 'vehicle_operation')
    return actual ? vehicleOperationOf(bureau, year) : vehicleOperationBudget(bureau);
  return actual ? receptionOf(bureau, year) : receptionBudget(bureau, year);
}

function share(whole: number, low: number, high: number, { bureau, year }: Ledger, what: string): number {
  return rounded(whole * between(low, high, bureau.name, year, what), bureau);
}

function goods(ledger: Ledger, key: FigureKey): number {
  return share(startsWith('30201', '310')(ledger, { ...key, fund: 'all' }), 0.7, 0.95, ledger, 'goods');
}

function services(ledger: Ledger, key: FigureKey): number {
  const projects = spent(({ project }) => project !== null)(ledger, { ...key, fund: 'all' });
  return share(projects, 0.15, 0.3, ledger, 'services');
}

function sme(ledger: Ledger, key: FigureKey): number {
  return share(goods(ledger, key) + services(ledger, key), 0.72, 0.98, ledger, 'sme');
}

function fixedOriginal({ bureau, year, staff }: Ledger): number {
  const bought = Object.entries(bureau.vehiclePurchase ?? {}).filter(([bought]) => Number(bought) <= year);
  const old = staff.authorised * 21_000 * bureau.level + bureau.vehicles * 158_000;
  return rounded(old * 1.01 ** (year - 2022), bureau) + bought.reduce((sum, [, yuan]) => sum + yuan, 0);
}

function depreciation(ledger: Ledger): number {
  return share(fixedOriginal(ledger), 0.42, 0.61, ledger, 'depreciation');
}

function assets(ledger: Ledger): number {
  const fixedNet = fixedOriginal(ledger) - depreciation(ledger);
  return fixedNet + share(360_000, 0.2, 1, ledger, 'money');
}

function liabilities(ledger: Ledger): number {
  return share(60_000, 0.1, 0.9, ledger, 'liabilities');
}

/** The spending of one invented bureau in one year, line by line; every sum in a document is a sum of these. */
import type { SampleFund } from '../figure.ts';
import type { Bureau } from './bureau.ts';
import { between, drawn } from './vary.ts';

/** Amounts in yuan. */
export interface Item {
  functionCode: string;
  /** Basic expenditure is known by economic code, project expenditure by project. */
  economicCode: string | null;
  project: string | null;
  fund: SampleFund;
  original: number;
  adjusted: number;
  actual: number;
}

const PAY_GROWTH = 1.028;
const PROJECT_GROWTH = 1.045;
/** Allowed a vehicle and year; what is spent stays below. */
const VEHICLE_ALLOWANCE = 25_000;

/** Yuan a head, of everybody in post. */
const PAY = [
  { code: '30101', perHead: 52_000 },
  { code: '30102', perHead: 38_000 },
  { code: '30103', perHead: 26_500 },
] as const;
/** Share of pay, and the functional item that has a line of its own for it. */
const CONTRIBUTIONS = [
  { code: '30108', share: 0.16, functionCode: '2080505' },
  { code: '30109', share: 0.08, functionCode: '2080506' },
  { code: '30110', share: 0.08, functionCode: '2101101' },
  { code: '30111', share: 0.02, functionCode: '2101103' },
  { code: '30112', share: 0.005, functionCode: '2089999' },
  { code: '30113', share: 0.12, functionCode: '2210201' },
] as const;
/** Yuan a head. */
const OFFICE = [
  { code: '30201', perHead: 4_200 },
  { code: '30202', perHead: 610 },
  { code: '30205', perHead: 120 },
  { code: '30206', perHead: 720 },
  { code: '30207', perHead: 510 },
  { code: '30211', perHead: 2_600 },
  { code: '30213', perHead: 350 },
  { code: '30215', perHead: 260 },
  { code: '30216', perHead: 430 },
  { code: '30226', perHead: 900 },
  { code: '30228', perHead: 1_500 },
  { code: '30229', perHead: 800 },
  { code: '30299', perHead: 480 },
] as const;

export interface YearStaff {
  inPost: number;
  civilServants: number;
  institution: number;
  retired: number;
}

export function itemsOf(bureau: Bureau, year: number, staff: YearStaff): readonly Item[] {
  const items = [...basicItems(bureau, year, staff), ...projectItems(bureau, year)];
  return items.filter(({ original, adjusted, actual }) => original + adjusted + actual > 0);
}

function basicItems(bureau: Bureau, year: number, staff: YearStaff): Item[] {
  const { running } = bureau.office;
  const ages = year - 2022;
  const basic = (economicCode: string, yuan: number, functionCode = running, original?: number): Item => {
    const actual = rounded(yuan, bureau);
    const planned =
      original ?? rounded(actual * between(0.96, 1.05, bureau.name, year, economicCode), bureau);
    return {
      functionCode,
      economicCode,
      project: null,
      fund: 'general_public',
      original: planned,
      adjusted: actual,
      actual,
    };
  };
  const wobble = (code: string) => between(0.93, 1.07, bureau.name, year, code, 'amount');
  const pay = PAY.map(({ code, perHead }) =>
    basic(code, perHead * staff.inPost * bureau.level * PAY_GROWTH ** ages * wobble(code)),
  );
  const performance = basic(
    '30107',
    31_000 * staff.institution * bureau.level * PAY_GROWTH ** ages * wobble('30107'),
  );
  const wages = [...pay, performance].reduce((sum, { actual }) => sum + actual, 0);
  return [
    ...pay,
    performance,
    ...CONTRIBUTIONS.map(({ code, share, functionCode }) => basic(code, wages * share, functionCode)),
    ...OFFICE.map(({ code, perHead }) =>
      basic(code, perHead * staff.inPost * bureau.level * 0.99 ** ages * wobble(code)),
    ),
    basic('30217', receptionOf(bureau, year), running, receptionBudget(bureau, year)),
    basic('30231', vehicleOperationOf(bureau, year), running, vehicleOperationBudget(bureau)),
    basic('30239', 7_800 * staff.civilServants),
    basic('30302', 3_200 * staff.retired),
    basic('30305', staff.retired > 4 ? 6_800 : 0),
    basic('31002', 9_000 * bureau.level * wobble('31002')),
    basic('31013', vehiclePurchaseOf(bureau, year), running, vehiclePurchaseBudget(bureau, year)),
    basic('30212', overseasOf(bureau, year), running, overseasBudget(bureau, year)),
  ];
}

function projectItems(bureau: Bureau, year: number): Item[] {
  return bureau.projects.map(({ name, functionCode, fund, base, executed }) => {
    const draw = (low: number, high: number, what: string) =>
      between(low, high, bureau.name, year, name, what);
    const original = rounded(
      base * 10_000 * PROJECT_GROWTH ** (year - 2022) * draw(0.92, 1.08, 'base'),
      bureau,
      1_000,
    );
    const adjusted = rounded(original * draw(0.94, 1.16, 'adjusted'), bureau);
    const whole = drawn(bureau.name, year, name, 'whole') < 0.3;
    const rate = executed?.[year] ?? (whole ? 1 : draw(0.74, 0.995, 'rate'));
    return {
      functionCode,
      economicCode: null,
      project: name,
      fund,
      original,
      adjusted,
      actual: rounded(adjusted * rate, bureau),
    };
  });
}

/** Fewer guests every year, as everywhere. */
export function guestsOf(bureau: Bureau, year: number): number {
  return Math.round(bureau.guests * 0.86 ** (year - 2022) * between(0.94, 1.06, bureau.name, year, 'guests'));
}

export function receptionOf(bureau: Bureau, year: number): number {
  return rounded(guestsOf(bureau, year) * between(78, 96, bureau.name, year, 'reception'), bureau);
}

export function receptionBudget(bureau: Bureau, year: number): number {
  return (
    Math.ceil((receptionOf(bureau, year) * between(1.05, 1.3, bureau.name, year, 'budget')) / 1_000) * 1_000
  );
}

export function vehicleOperationOf(bureau: Bureau, year: number): number {
  return rounded(bureau.vehicles * between(21_000, 24_900, bureau.name, year, 'vehicles'), bureau);
}

export function vehicleOperationBudget(bureau: Bureau): number {
  return bureau.vehicles * VEHICLE_ALLOWANCE;
}

export function vehiclePurchaseOf(bureau: Bureau, year: number): number {
  return bureau.vehiclePurchase?.[year] ?? 0;
}

export function vehiclePurchaseBudget(bureau: Bureau, year: number): number {
  return Math.ceil(vehiclePurchaseOf(bureau, year) / 10_000) * 10_000;
}

export function overseasOf(bureau: Bureau, year: number): number {
  return bureau.overseas?.[year] ?? 0;
}

export function overseasBudget(bureau: Bureau, year: number): number {
  return Math.ceil(overseasOf(bureau, year) / 10_000) * 10_000;
}

export function rounded(yuan: number, { grain }: Pick<Bureau, 'grain'>, atLeast = 1): number {
  const step = Math.max(grain, atLeast);
  return Math.round(yuan / step) * step;
}

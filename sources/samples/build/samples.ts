/** All built-in samples, in the order a newcomer would want to look at them. */
import type { SampleDocument } from './document.ts';
import { finalAccounts } from './forms/final-accounts-document.ts';
import { CITY, COUNTY_A, COUNTY_B, COUNTY_D, COUNTY_F } from './model/bureaus.ts';

export function samples(): readonly SampleDocument[] {
  return [
    finalAccounts(COUNTY_A, 2023, '甲县/2023年度部门决算.txt'),
    finalAccounts(COUNTY_A, 2024, '甲县/2024年度部门决算.txt', { manner: { spaces: true } }),
    finalAccounts(COUNTY_A, 2025, '甲县/2025年度部门决算.txt'),
    finalAccounts(COUNTY_B, 2024, '乙县/2024年度部门决算.txt', { style: { clipped: true } }),
    finalAccounts(COUNTY_B, 2025, '乙县/2025年度部门决算.txt', { manner: { zero: '0.00' } }),
    finalAccounts(COUNTY_D, 2024, '丁县/2024年度部门决算.txt', {
      manner: { unit: '元', thousands: true },
      style: { rowNumbers: false, shortList: true },
    }),
    finalAccounts(COUNTY_D, 2025, '丁县/2025年度部门决算.txt', {
      manner: { unit: '元', thousands: true },
      style: { rowNumbers: false, shortList: true },
    }),
    finalAccounts(COUNTY_F, 2024, '己县/2024年度部门决算.txt', { manner: { table: 'markdown' } }),
    finalAccounts(COUNTY_F, 2025, '己县/2025年度部门决算.txt', { manner: { table: 'markdown' } }),
    finalAccounts(CITY, 2024, '市本级/医疗保障局2024年度部门决算.txt', { style: { receptionFirst: true } }),
    finalAccounts(CITY, 2025, '市本级/医疗保障局2025年度部门决算.txt', { style: { receptionFirst: true } }),
  ];
}

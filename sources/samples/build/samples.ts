/** All built-in samples, county by county. */
import type { SampleDocument } from './document.ts';
import { budget } from './forms/budget.ts';
import { contradictoryAccounts } from './forms/contradictory.ts';
import { finalAccounts } from './forms/final-accounts-document.ts';
import { proseEvaluation } from './forms/prose.ts';
import { refusedDocuments } from './forms/refused.ts';
import { selfEvaluation } from './forms/self-evaluation.ts';
import { gb18030 } from './gb18030.ts';
import {
  CITY,
  COUNTY_A,
  COUNTY_B,
  COUNTY_C,
  COUNTY_D,
  COUNTY_E,
  COUNTY_F,
  COUNTY_G,
  COUNTY_H,
  NAMELESS,
  STREET_OFFICE,
  TREASURY,
} from './model/bureaus.ts';

/** Yuan with grouped thousands, no 行次, and only the 科目 that have money on them. */
const IN_YUAN = {
  manner: { unit: '元', thousands: true },
  style: { rowNumbers: false, shortList: true },
} as const;
const RECEPTION_FIRST = { style: { receptionFirst: true } } as const;
const MARKDOWN = { manner: { table: 'markdown' } } as const;
const BY_CLASS = {
  manner: { unit: '元', zero: '0', thousands: true },
  partedCodes: true,
  receptionFirst: true,
} as const;

/** Only the manifest knows whose it is. */
const UNSIGNED = '辛县/辛县2023年度绩效自评（正文未写单位）.txt';

/** What the documents do not say of themselves. */
export function manifest(): string {
  const { name, regionCode } = COUNTY_H;
  return [
    'file,bureau,region_code,fiscal_year,kind,备注',
    `${UNSIGNED},${name},${regionCode},2023,self_evaluation,正文没有写单位名称`,
    '',
  ].join('\n');
}

export function samples(): readonly SampleDocument[] {
  return [
    finalAccounts(COUNTY_A, 2023, '甲县/甲县2023年度部门决算.txt'),
    finalAccounts(COUNTY_A, 2024, '甲县/甲县2024年度部门决算.txt', { manner: { spaces: true } }),
    finalAccounts(COUNTY_A, 2025, '甲县/甲县2025年度部门决算.txt'),
    budget(COUNTY_A, 2025, '甲县/甲县2025年部门预算.txt'),
    selfEvaluation(COUNTY_A, 2025, '甲县/甲县2025年度整体支出绩效自评.txt'),
    finalAccounts(COUNTY_B, 2024, '乙县/乙县2024年度部门决算.txt', { style: { clipped: true } }),
    finalAccounts(COUNTY_B, 2025, '乙县/乙县2025年度部门决算.txt', { manner: { zero: '0.00' } }),
    selfEvaluation(COUNTY_B, 2025, '乙县/乙县2025年度整体支出绩效自评.txt'),
    selfEvaluation(COUNTY_C, 2024, '丙县/丙县2024年度整体支出绩效自评.txt'),
    selfEvaluation(COUNTY_C, 2025, '丙县/丙县2025年度整体支出绩效自评.txt'),
    finalAccounts(COUNTY_C, 2025, '丙县/丙县2025年度部门决算.txt'),
    finalAccounts(COUNTY_D, 2024, '丁县/丁县2024年度部门决算.txt', IN_YUAN),
    finalAccounts(COUNTY_D, 2025, '丁县/丁县2025年度部门决算.txt', IN_YUAN),
    selfEvaluation(COUNTY_D, 2025, '丁县/丁县2025年度整体支出绩效自评.txt'),
    proseEvaluation(COUNTY_E, 2024, '戊县/戊县2024年度绩效自评报告.txt'),
    proseEvaluation(COUNTY_E, 2025, '戊县/戊县2025年度绩效自评报告.txt', { manner: { prose: '元' } }),
    finalAccounts(COUNTY_F, 2024, '己县/己县2024年度部门决算.txt', MARKDOWN),
    finalAccounts(COUNTY_F, 2025, '己县/己县2025年度部门决算.txt', MARKDOWN),
    inGb18030(finalAccounts(COUNTY_G, 2024, '庚县/庚县2024年度部门决算.txt')),
    inGb18030(finalAccounts(COUNTY_G, 2025, '庚县/庚县2025年度部门决算.txt')),
    inGb18030(selfEvaluation(COUNTY_G, 2025, '庚县/庚县2025年度整体支出绩效自评.txt')),
    proseEvaluation(COUNTY_H, 2023, UNSIGNED, { calls: null }),
    selfEvaluation(COUNTY_H, 2024, '辛县/辛县2024年度整体支出绩效自评.txt'),
    contradictoryAccounts(COUNTY_H, 2025, '辛县/辛县2025年度部门决算（自相矛盾）.txt', '异地就医宣传'),
    proseEvaluation(NAMELESS, 2025, '单位不明/绩效自评报告（正文未写单位）.txt', { calls: null }),
    finalAccounts(CITY, 2024, '市本级/医疗保障局2024年度部门决算.txt', RECEPTION_FIRST),
    finalAccounts(CITY, 2025, '市本级/医疗保障局2025年度部门决算.txt', RECEPTION_FIRST),
    budget(TREASURY, 2024, '市本级/财政局2024年部门预算.txt'),
    budget(TREASURY, 2025, '市本级/财政局2025年部门预算.txt'),
    budget(TREASURY, 2025, '市本级/财政局2025年单位预算.txt', { scope: 'unit' }),
    budget(STREET_OFFICE, 2024, '壬区/桂花街道2024年部门预算.txt', BY_CLASS),
    budget(STREET_OFFICE, 2025, '壬区/桂花街道2025年部门预算.txt', BY_CLASS),
    ...refusedDocuments(),
  ];
}

function inGb18030(sample: SampleDocument): SampleDocument {
  return { ...sample, bytes: gb18030(new TextDecoder().decode(sample.bytes)) };
}

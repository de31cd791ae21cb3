/** The invented bureaus. 示例省 and its places exist in no register, so that nobody is accused of these figures. */
import { type Bureau, FINANCE, INSURANCE, type Project, STREET } from './bureau.ts';

export const FIRST_YEAR = 2022;
export const LAST_YEAR = 2025;

function insuranceProjects(base: number, more: readonly Project[] = []): readonly Project[] {
  return [
    { name: '医疗服务与保障能力提升', functionCode: '2101505', fund: 'general_public', base: base * 0.34 },
    { name: '基金监管专项检查', functionCode: '2101505', fund: 'general_public', base: base * 0.16 },
    { name: '经办服务下沉乡镇', functionCode: '2101506', fund: 'general_public', base: base * 0.3 },
    { name: '离休人员医药费', functionCode: '2101599', fund: 'general_public', base: base * 0.2 },
    ...more,
  ];
}

export const COUNTY_A: Bureau = {
  name: '示例省甲县医疗保障局',
  regionCode: '990121',
  office: INSURANCE,
  staff: { authorised: 22, civilServants: 6, managed: 9, institution: 5, retired: 4 },
  insured: 189_400,
  projects: insuranceProjects(210),
  vehicles: 1,
  guests: 96,
  grain: 100,
  level: 1,
};

export const COUNTY_B: Bureau = {
  name: '示例省乙县医疗保障局',
  regionCode: '990122',
  office: INSURANCE,
  staff: { authorised: 26, civilServants: 7, managed: 12, institution: 5, retired: 3 },
  insured: 221_300,
  projects: insuranceProjects(246),
  vehicles: 2,
  guests: 143,
  grain: 100,
  level: 1.06,
};

export const COUNTY_C: Bureau = {
  name: '示例省丙县医疗保障局',
  regionCode: '990123',
  office: INSURANCE,
  staff: { authorised: 25, civilServants: 8, managed: 7, institution: 8, retired: 6 },
  insured: 247_800,
  projects: insuranceProjects(268, [
    { name: '医保窗口共建', functionCode: '2101599', fund: 'other_income', base: 9.6 },
  ]),
  vehicles: 1,
  guests: 88,
  grain: 100,
  level: 0.94,
};

export const COUNTY_D: Bureau = {
  name: '示例省丁县医疗保障局',
  regionCode: '990124',
  office: INSURANCE,
  staff: { authorised: 30, civilServants: 9, managed: 11, institution: 8, retired: 5 },
  insured: 268_500,
  projects: insuranceProjects(305),
  vehicles: 2,
  guests: 171,
  grain: 100,
  level: 1.02,
};

export const COUNTY_E: Bureau = {
  name: '示例省戊县医疗保障局',
  regionCode: '990125',
  office: INSURANCE,
  staff: { authorised: 28, civilServants: 8, managed: 13, institution: 6, retired: 2 },
  insured: 301_200,
  projects: insuranceProjects(322),
  vehicles: 1,
  guests: 124,
  grain: 100,
  level: 0.98,
};

export const COUNTY_F: Bureau = {
  name: '示例省己县医疗保障局',
  regionCode: '990126',
  office: INSURANCE,
  staff: { authorised: 36, civilServants: 10, managed: 14, institution: 10, retired: 7 },
  insured: 351_900,
  projects: insuranceProjects(388, [
    { name: '困难群众医疗救助', functionCode: '2101301', fund: 'general_public', base: 620 },
  ]),
  vehicles: 2,
  guests: 205,
  carry: { functionCode: '2101505', closing: { 2022: 38_600, 2023: 52_400, 2024: 27_900, 2025: 41_300 } },
  grain: 100,
  level: 1.04,
};

export const COUNTY_G: Bureau = {
  name: '示例省庚县医疗保障局',
  regionCode: '990127',
  office: INSURANCE,
  staff: { authorised: 34, civilServants: 9, managed: 15, institution: 9, retired: 8 },
  insured: 384_600,
  projects: insuranceProjects(402),
  vehicles: 3,
  guests: 188,
  grain: 100,
  level: 1.01,
};

export const COUNTY_H: Bureau = {
  name: '示例省辛县医疗保障局',
  regionCode: '990128',
  office: INSURANCE,
  staff: { authorised: 18, civilServants: 5, managed: 8, institution: 4, retired: 2 },
  insured: 149_700,
  projects: insuranceProjects(164, [
    {
      name: '异地就医宣传',
      functionCode: '2101506',
      fund: 'general_public',
      base: 25,
      executed: { 2025: 0.12 },
    },
  ]),
  vehicles: 1,
  guests: 74,
  grain: 100,
  level: 0.97,
};

export const CITY: Bureau = {
  name: '示例市医疗保障局',
  regionCode: '990100',
  office: INSURANCE,
  staff: { authorised: 64, civilServants: 24, managed: 26, institution: 11, retired: 12 },
  insured: 4_020_000,
  projects: insuranceProjects(960, [
    { name: '医保信息平台运行维护', functionCode: '2101504', fund: 'general_public', base: 280 },
  ]),
  vehicles: 4,
  guests: 420,
  vehiclePurchase: { 2025: 178_000 },
  overseas: { 2024: 46_300 },
  carry: { functionCode: '2101599', closing: { 2022: 120_000, 2023: 86_500, 2024: 143_700, 2025: 98_200 } },
  grain: 100,
  level: 1.18,
};

export const TREASURY: Bureau = {
  name: '示例市财政局',
  regionCode: '990100',
  office: FINANCE,
  staff: { authorised: 92, civilServants: 71, managed: 14, institution: 0, retired: 33 },
  insured: null,
  projects: [
    { name: '预算绩效第三方评价', functionCode: '2010608', fund: 'general_public', base: 240 },
    { name: '预算管理一体化系统', functionCode: '2010607', fund: 'general_public', base: 415 },
    { name: '财政监督检查', functionCode: '2010602', fund: 'general_public', base: 96 },
  ],
  vehicles: 5,
  guests: 380,
  grain: 1,
  level: 1.22,
};

export const STREET_OFFICE: Bureau = {
  name: '示例市壬区人民政府桂花街道办事处',
  regionCode: '990102',
  office: STREET,
  staff: { authorised: 118, civilServants: 42, managed: 20, institution: 51, retired: 26 },
  insured: null,
  projects: [
    { name: '背街小巷保洁', functionCode: '2120501', fund: 'general_public', base: 1260 },
    { name: '社区工作经费', functionCode: '2120102', fund: 'general_public', base: 880 },
    { name: '居家养老服务站', functionCode: '2296002', fund: 'government_fund', base: 75 },
  ],
  vehicles: 6,
  guests: 150,
  vehiclePurchase: { 2024: 250_000, 2025: 150_000 },
  grain: 1,
  level: 1.12,
};

/** Sends its report in without a name. */
export const NAMELESS: Bureau = { ...COUNTY_C, name: '未署名单位', insured: 98_600, guests: 52, level: 0.9 };

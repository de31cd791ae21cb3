/** Who an invented bureau is: what a reader of its reports would call its circumstances. */

export interface Bureau {
  name: string;
  /** Of samples/divisions.ts. */
  regionCode: string;
  office: Office;
  staff: Staff;
  /** 参保人数 in 2022; null for other offices. */
  insured: number | null;
  projects: readonly Project[];
  vehicles: number;
  /** Guests received in 2022. */
  guests: number;
  /** 公务用车购置: yuan by year. */
  vehiclePurchase?: Readonly<Record<number, number>>;
  /** 因公出国（境）: yuan by year. */
  overseas?: Readonly<Record<number, number>>;
  /** 年末结转和结余 by year, on the functional item that carries it. */
  carry?: { functionCode: string; closing: Readonly<Record<number, number>> };
  /** Amounts are whole multiples of this many yuan, so that 万元 with two decimals loses nothing. */
  grain: 1 | 100;
  /** Pay and office costs against the common level. */
  level: number;
}

export interface Staff {
  authorised: number;
  civilServants: number;
  managed: number;
  institution: number;
  retired: number;
}

export interface Project {
  name: string;
  functionCode: string;
  fund: 'general_public' | 'government_fund' | 'other_income';
  /** 万元 in 2022. */
  base: number;
  /** Share of the adjusted budget that is spent, by year, where it is not drawn. */
  executed?: Readonly<Record<number, number>>;
}

/** Where an office books its salaries and its daily work. */
export interface Office {
  running: string;
  /** 内设机构 */
  sections: string;
  duty: string;
}

export const INSURANCE: Office = {
  running: '2101501',
  sections: '办公室、基金监管股、待遇保障股、经办服务股',
  duty: '本辖区职工和居民的医疗保险、生育保险、医疗救助，管住基金，办好结算',
};
export const FINANCE: Office = {
  running: '2010601',
  sections: '办公室、预算科、国库科、绩效科',
  duty: '全市预算的编制与执行、国库收付、绩效管理和政府采购监督',
};
export const STREET: Office = {
  running: '2120101',
  sections: '党政办公室、社区服务办公室、城市管理办公室、平安建设办公室',
  duty: '辖区内的社区服务、环境卫生、基层治理和居民自治指导',
};

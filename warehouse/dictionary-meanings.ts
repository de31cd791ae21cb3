/**
 * Meanings of columns that several views share. An entry is [unit, Chinese, English]; a unit of null means
 * a text or an identifier.
 */

export type Meaning = readonly [unit: string | null, zh: string, en: string];
export type Meanings = Readonly<Record<string, Meaning>>;

export interface ViewEntry {
  /** One row per … */
  zh: string;
  en: string;
  columns: Meanings;
}

export const BUREAU: Meanings = {
  bureau_id: [
    null,
    '公开单位的固定标识；没有写明单位的为 unidentified-…',
    'stable id of the publishing body; unidentified-… where none is named',
  ],
  bureau_name: [null, '单位公布的正式名称；未识别为空', 'official name as published; NULL if unidentified'],
  region_code: [
    null,
    '行政区划代码（GB/T 2260，六位）；不知道为空',
    'administrative division code (GB/T 2260, six digits); NULL if not known',
  ],
};

export const SCOPE: Meanings = {
  scope: [
    null,
    '口径：department 部门（含下属单位），unit 单位本身',
    'department (with subordinate units) or unit (the body alone)',
  ],
};

export const YEAR: Meanings = {
  fiscal_year: ['year', '数字所说的年度（上年数属于上一年）', 'the year the figure speaks of'],
};

export const KEY: Meanings = {
  ...BUREAU,
  ...SCOPE,
  ...YEAR,
  concept: [null, '概念标识，见表 concepts', 'identifier of the concept, see table concepts'],
  phase: [
    null,
    '阶段：original_budget 年初预算，adjusted_budget 全年（调整）预算，budget 未说明的预算数，actual 决算数或实际数',
    'original_budget, adjusted_budget, budget (kind not stated) or actual',
  ],
  fund: [
    null,
    '资金来源：all 全部，fiscal 财政拨款，general_public 一般公共预算，等等',
    'source of funds: all, fiscal, general_public, …',
  ],
  function_code: [
    null,
    '支出功能分类代码（类、款、项：3、5、7 位）',
    'functional classification code (3, 5 or 7 digits)',
  ],
  economic_code: [
    null,
    '部门预算支出经济分类代码（3 或 5 位）',
    'economic classification code (3 or 5 digits)',
  ],
  project: [null, '项目名称，按公布的写法', 'project name as published'],
};

export const NAMES: Meanings = {
  concept_zh: [null, '概念的中文名称', 'Chinese name of the concept'],
  concept_en: [null, '概念的英文名称', 'English name of the concept'],
  function_name: [null, '功能分类代码在该年度的名称', 'name of the functional code in that year'],
  economic_name: [null, '经济分类代码在该年度的名称', 'name of the economic code in that year'],
};

export const AMOUNT: Meanings = {
  value: [
    'unit',
    '数值，单位见 unit；空为未公布，0 为公布为零',
    'value in the unit of column unit; 0 is published as zero',
  ],
  unit: [
    null,
    '计量单位：CNY 元，persons 人，count 个数，percent 百分数（98.89 即 98.89%），points 分',
    'CNY (yuan), persons, count, percent (98.89 is 98.89%) or points',
  ],
  ulp: [
    'unit',
    '印出的末位数字的大小，单位见 unit：精确到哪里',
    'size of the last printed digit, in the unit of column unit',
  ],
  value_minor: [
    'minor',
    '精确整数值：CNY 为分，其他单位为万分之一',
    'exact integer value: fen for CNY, 1/10,000 for every other unit',
  ],
  ulp_minor: [
    'minor',
    '末位数字的大小，整数，单位同 value_minor',
    'size of the last printed digit, in the unit of value_minor',
  ],
  basis: [null, '依据：stated 文中写明，derived 由写明的数字推得', 'stated, or derived from stated figures'],
};

export const DOCUMENT_ID: Meanings = {
  document_id: [
    null,
    '文件标识（内容的摘要），见视图 documents',
    'id of the document (digest of its bytes), see view documents',
  ],
};

export const SOURCE_FILE: Meanings = {
  source_file: [null, '来源文件名，或网址的最后一段', 'file name, or last part of the URL'],
};

export const PLACE: Meanings = {
  locator: [
    null,
    '在文件的何处：页、表、行、列，工作表与单元格，或文本行',
    'where a person finds it: page, table, row, column; sheet and cell; or line',
  ],
  quote: [null, '数字前后的原文', 'the words around the figure, as printed'],
};

export const PRINTED: Meanings = {
  printed: [null, '原样印出的数字', 'the figure exactly as printed'],
  printed_unit: [null, '原样印出的单位', 'its unit exactly as printed'],
};

export const FACT_ID: Meanings = {
  fact_id: [null, '事实标识，见视图 facts', 'id of the fact, see view facts'],
};

export const OBSERVATION_ID: Meanings = {
  observation_id: [null, '观测标识，见视图 observations', 'id of the observation, see view observations'],
};

export const KIND: Meaning = [
  null,
  '公开的种类：final_accounts 决算，budget 预算，self_evaluation 整体自评，project_evaluation 项目自评，performance_targets 绩效目标，unknown 不明',
  'final_accounts, budget, self_evaluation, project_evaluation, performance_targets or unknown',
];

export const STATE: Meaning = [
  null,
  '文件状态：extracted 已读取，quarantined 已隔离，superseded 已被取代',
  'extracted, quarantined or superseded',
];

export const MEDIUM: Meaning = [null, '出处：table 表格，prose 文字', 'table or prose'];

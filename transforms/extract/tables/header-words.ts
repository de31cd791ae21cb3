/** Words of table headers that say what kind of column stands below them, whatever the layout. */

/** 行次, 序号: printed line numbers, never figures. */
export const LINE_HEADER = /^(行次|序号|栏次|行号)$/;
/** 功能分类科目编码, 科目代码, 经济分类编码, and the split form 类 | 款 | 项. */
export const CODE_HEADER = /(编码|代码)$|^[类款项]$/;
/** 单位代码, 单位编码, 部门（单位）代码: whose row it is, and no classification. */
export const UNIT_CODE_HEADER = /^(预算|主管)?(单位|部门)(\((单位|部门)\))?(代码|编码)$/;
/** 政府经济科目编码 beside 部门经济科目编码: the same money by another classification. */
export const GOVERNMENT_CODES = /政府(预算)?(支出)?经济/;
/** 项目, 科目名称, 功能科目名称, 项目名称: the column of row labels. */
export const LABEL_HEADER =
  /^(项目|支出项目|收入项目|项目名称|.*科目名称|名称|.*分类名称|内容|政府采购支出信息|采购品目大类|指标|单位名称)$/;
/** The row that numbers the columns: 栏次 | 1 | 2 | 3 … */
export const COLUMN_NUMBER_ROW = /^栏次$/;
/** One to five Chinese numerals, a bracket or digits in front of a row label: 一、 （二） 1. */
export const NUMBERED =
  /^\s*([（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]|[（(]\d{1,2}[）)]|\d{1,2}[、.．](?!\d))/;
/** (万元), （个）, （人次） at the end of a label. */
export const TRAILING_UNIT =
  /\((万元|元|千元|亿元|个|辆|批次|批|人次|人|台|套|次|台套|台\(套\)|%|户|家|名)\)$/;

/**
 * Whether a table can be the one that a name speaks of, by what it prints. The statements of one report share columns, and a
 * name between two of them says by itself neither which is meant nor that it is wrong.
 */

import { normaliseLabel } from '../../parse/label.ts';
import type { Table } from '../../read/document.ts';
import { cellsOfRow } from './sections.ts';

/** `no opinion` where the name is of no known kind, or the table prints too little. */
export type NameFit = 'fits' | 'contradicts' | 'no opinion';

interface Expectation {
  /** Of the name, as `normaliseLabel` leaves it. */
  name: RegExp;
  notName?: RegExp;
  /** Each must match a label. */
  prints?: readonly RegExp[];
  /** None may. */
  lacks?: readonly RegExp[];
}

const ECONOMIC =
  /^(30[123](\s*\d{2})?)?(机关)?(工资福利支出|商品和服务支出|基本工资|津贴补贴|办公费)$|经济分类/;
const NATURES = /^(基本|项目)支出$/;
const INCOME = /^(上级补助|事业|(本年)?财政拨款|附属单位上缴)收入$|^(本年)?收入(合计|总计)?$/;
const TRIPS = /因公出国|公务接待|公务用车/;
const SALARIES = /^(基本工资|津贴补贴|工资福利支出)$/;
const BOUGHT = /采购(品目|方式|组织|金额|目录|项目|支出|预算)|中小企业合同/;

/** What the names of statements promise. A fund is checked against the fund that the header names. */
const EXPECTATIONS: readonly Expectation[] = [
  { name: /三公/, notName: /绩效|基础数据|机关运行/, prints: [TRIPS], lacks: [SALARIES] },
  {
    name: /(收支|收入支出)(决算|预算)?总(体情况)?表/,
    prints: [/^(收入|支出)$|(收入|支出)(合计|总计)$/],
    lacks: [/科目(编码|代码)$/],
  },
  {
    name: /收入(决算|预算)?(总|明细|总体情况)?表/,
    notName: /支出|收支/,
    prints: [/收入|一般公共预算|财政拨款/],
    lacks: [NATURES, /^支出(合计|总计)$/, ECONOMIC, TRIPS],
  },
  { name: /支出.*功能|功能.*支出/, notName: /经济/, lacks: [/经济分类/, SALARIES] },
  { name: /支出.*经济|经济.*支出/, notName: /功能/, prints: [ECONOMIC] },
  {
    name: /基本支出/,
    notName: /项目支出|收入|功能/,
    prints: [/基本支出|工资福利支出/],
    lacks: [/^项目支出$/, INCOME],
  },
  {
    name: /支出(决算|预算)?(总|明细|总体情况)?表/,
    notName: /收支|收入|基本支出|项目支出|三公|采购|机关运行|经济/,
    prints: [/支出|^合计$|^金额$/],
    lacks: [/^收入总计$/, /^(上级补助|事业|附属单位上缴)收入$/],
  },
  {
    name: /机关运行/,
    notName: /三公|采购|资产/,
    prints: [/机关运行|办公费|^302/],
    lacks: [NATURES, BOUGHT, SALARIES],
  },
  { name: /采购/, notName: /绩效/, prints: [BOUGHT] },
  {
    name: /一般公共预算/,
    notName: /政府性基金|国有资本/,
    lacks: [/^(本年)?(政府性基金|国有资本经营)预算(财政拨款)?支出$/],
  },
  {
    name: /政府性基金/,
    notName: /一般公共|国有资本/,
    lacks: [/^(本年)?(一般公共|国有资本经营)预算(财政拨款)?(基本)?支出$/],
  },
  {
    name: /国有资本/,
    notName: /一般公共|政府性基金/,
    lacks: [/^(本年)?(一般公共|政府性基金)预算(财政拨款)?(基本)?支出$/],
  },
];

export function fitOfName(name: string, table: Table): NameFit {
  // Read letter by letter, a label that is missing may be one that was misread.
  if (table.location.ocr === true) return 'no opinion';
  const printed = normaliseLabel(name);
  const asked = EXPECTATIONS.filter(({ name, notName }) => name.test(printed) && !notName?.test(printed));
  if (asked.length === 0) return 'no opinion';
  const labels = table.grid.flatMap((_, row) =>
    cellsOfRow(table.grid, row).map((cell) => normaliseLabel(cell.text)),
  );
  const some = (form: RegExp) => labels.some((label) => form.test(label));
  if (asked.some(({ prints = [], lacks = [] }) => !prints.every(some) || lacks.some(some)))
    return 'contradicts';
  return asked.some(({ prints = [] }) => prints.length > 0) ? 'fits' : 'no opinion';
}

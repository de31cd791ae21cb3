/** 三公 tables: parts across under 预算数 and 决算数, or budget and actual under each part; counts below. */
import { type ColumnHead, type Layout, type Meaning, meaningOf, type Term } from '../layout.ts';
import { FUND_COLUMNS } from '../terms/funds.ts';
import { PHASE_COLUMNS } from '../terms/phases.ts';
import { PROCUREMENT_TERMS } from '../terms/procurement.ts';
import { OFFICE_TERMS, THREE_PUBLIC_COUNTS, THREE_PUBLIC_TERMS } from '../terms/three-public.ts';
import { PLAIN_TOTALS } from '../terms/totals.ts';

const PARTS_OF_ALL = ['three_public.overseas', 'three_public.vehicles', 'three_public.reception'];
const PARTS_OF_VEHICLES = ['three_public.vehicle_purchase', 'three_public.vehicle_operation'];

/** “三公”经费 has no dimension of funds: beside a 合计 the columns of the funds divide it, alone one of them is it. */
function fundColumns(columns: readonly ColumnHead[]): ReadonlyMap<number, Meaning> {
  const meanings = columns.map(({ path }) =>
    meaningOf(path.at(-1) ?? '', [...PLAIN_TOTALS, ...PHASE_COLUMNS, ...BY_FUND]),
  );
  const funds = meanings.flatMap((meaning, index) => (meaning?.fund === undefined ? [] : [index]));
  const alone = funds.length === 1 && !meanings.some((meaning) => meaning?.total === true || meaning?.phase);
  return new Map(
    funds.map((index) => [
      index,
      alone ? { concept: 'three_public', total: true } : { ignore: '“三公”经费不分资金来源' },
    ]),
  );
}

/** 其中：一般公共预算安排数, 公共财政预算拨款. */
const BY_FUND: readonly Term[] = [
  ...FUND_COLUMNS,
  { labels: [/^(一般)?公共(财政)?预算(财政)?(拨款|资金)?(安排)?(数)?$/], fund: 'general_public' },
];

/**
 * A 小计 or 合计 whose own header path names nothing stands for the columns after it: before 购置费 it is
 * vehicles, before 因公出国 it is 三公. Where 会议费 or 培训费 share the table, a 合计 outside 三公 adds those too.
 */
function totalsByNeighbour(columns: readonly ColumnHead[]): ReadonlyMap<number, Meaning> {
  const paths = columns.map((column) => column.path);
  const concepts = paths.map((path) =>
    path.map((label) => meaningOf(label, THREE_PUBLIC_TERMS)?.concept ?? null),
  );
  const wider = concepts.some((path) => path.includes('conference') || path.includes('training'));
  const refined = new Map<number, Meaning>(fundColumns(columns));
  paths.forEach((path, index) => {
    if (
      !path.some((label) => meaningOf(label, PLAIN_TOTALS)?.total) ||
      concepts[index]!.some((c) => c !== null)
    )
      return;
    const next = concepts.slice(index + 1).map((c) => c.findLast((concept) => concept !== null) ?? null);
    const neighbour = next.find((concept) => concept !== null) ?? '';
    if (PARTS_OF_VEHICLES.includes(neighbour)) refined.set(index, { concept: 'three_public.vehicles' });
    else if (wider) refined.set(index, { ignore: '合计含会议费、培训费，不是“三公”经费合计' });
    else if (PARTS_OF_ALL.includes(neighbour)) refined.set(index, { concept: 'three_public' });
  });
  return refined;
}

export const threePublic: Layout = {
  id: 'statements/three-public',
  zh: '“三公”经费支出表',
  source: '公开09表；部门预算公开 “三公”经费预算表（会议费、培训费、机关运行经费可同表）',
  titles: [/三公/, /机构运行信息表/],
  notTitles: [/统计数$|绩效|基础数据/],
  // Basic expenditure by economic code prints parts of 三公 among the rest: 30212, 30217, 30231.
  lacks: [/^印刷费$/, /^工资福利支出$/, /^基本工资$/],
  signs: [/因公出国/, /公务接待费/, /购置/, /预算数|决算数/],
  refineColumns: totalsByNeighbour,
  lanes: [
    {
      defaults: { concept: 'three_public' },
      columns: [...THREE_PUBLIC_TERMS, ...PHASE_COLUMNS, ...PLAIN_TOTALS],
      rows: [
        { labels: ['支出合计'], concept: 'three_public' },
        ...THREE_PUBLIC_COUNTS,
        ...THREE_PUBLIC_TERMS,
        ...OFFICE_TERMS,
        ...PROCUREMENT_TERMS.filter((term) => !term.labels.includes('合计')),
        { labels: [/^政府采购(支出)?合计$/], concept: 'procurement' },
        ...PLAIN_TOTALS,
        ...PHASE_COLUMNS,
      ],
    },
  ],
};

/** 政府性基金预算“三公”经费支出表: what one fund pays of 三公, which has no dimension of funds. */
export const threePublicOfFund: Layout = {
  id: 'statements/three-public-of-fund',
  zh: '政府性基金、国有资本经营预算“三公”经费支出表',
  source: '部门预算公开 政府性基金预算“三公”经费支出表；国有资本经营预算“三公”经费支出表',
  titles: [/(政府性基金|国有资本经营)(预算)?(财政)?(拨款)?(资金)?(安排的?)?三公/],
  notTitles: [/一般公共预算/],
  lanes: [{ defaults: { ignore: '“三公”经费不分资金来源' }, columns: [], rows: [] }],
};

export const threePublicCounts: Layout = {
  id: 'statements/three-public-counts',
  zh: '“三公”经费相关统计数',
  source: '公开09表附：相关统计数',
  titles: [/^相关统计数/, /三公.*统计数$/],
  signs: [/团组数/, /保有量/, /公务接待/],
  form: true,
  lanes: [
    {
      defaults: { phase: 'actual' },
      columns: [{ labels: [/^(统计数|数量|决算数|决算统计数)$/], total: true }],
      rows: THREE_PUBLIC_COUNTS,
      headerless: true,
    },
  ],
};

/** What the title of a page or link says of a report: its year and kind, where it says one of each and no other. */
import type { ExpectedKind } from '../expected-kinds.ts';

// 2024年度部门决算, 2024年部门预算; not 2024-08-30
const YEAR = /(?<!\d)(20\d{2})\s*年(?!\s*\d{1,2}\s*月)/g;
const KINDS: readonly (readonly [RegExp, ExpectedKind])[] = [
  [/项目(?:支出)?(?:绩效)?自评/, 'project_evaluation'],
  [/(?:整体(?:支出)?(?:绩效)?|(?<!项目(?:支出)?)绩效)自评/, 'self_evaluation'],
  [/绩效目标/, 'performance_targets'],
  [/决算/, 'final_accounts'],
  [/(?<!财政)预算(?!执行|绩效|管理)/, 'budget'],
];
/** "预决算公开" is a column of the site. */
const BOTH = /预决算/g;

export function yearInTitle(title: string): number | null {
  const years = new Set([...title.matchAll(YEAR)].map(([, year]) => Number(year)));
  return years.size === 1 ? [...years][0]! : null;
}

export function kindInTitle(title: string): ExpectedKind | null {
  const text = title.replace(BOTH, '');
  const kinds = KINDS.filter(([words]) => words.test(text)).map(([, kind]) => kind);
  return kinds.length === 1 ? kinds[0]! : null;
}

// 12.30万元, 1,234.5 元
const MONEY = /\d(?:[\d,.，]*\d)?\s*(?:万|亿|千)?元/g;

/** How many amounts of money a text prints. */
export function moneyIn(text: string): number {
  return text.match(MONEY)?.length ?? 0;
}

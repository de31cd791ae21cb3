/**
 * How many of the tables that a report has to print are in it. 财政部《地方预决算公开操作规程》（财预〔2016〕143号）
 * lists them for 部门预算 and 部门决算; empty ones have to be printed too.
 */
import type { Document, Table } from '../read/document.ts';
import type { DisclosureKind } from './disclosure.ts';

export interface StandardTables {
  present: number;
  expected: number;
}

/** Printed titles of each table, spaces taken out. Years, 部门 and 单位, 预算 and 决算 stand in or around them. */
const STATEMENTS: readonly RegExp[] = [
  // 收入支出决算总表, 2024年部门财务收支预算总表, 收支总体情况表
  /^(?!.*(?:财政拨款|政府性基金|国有资本)).*(?:收入支出|收支)(?:决算|预算)?总(?:体情况)?表/,
  // 收入决算表, 收入总表, 收入总体情况表
  /^(?!.*(?:支出|收支|财政拨款)).*收入(?:决算|预算)?(?:总体情况|总)?表/,
  // 支出决算表, 支出预算总表
  /^(?!.*(?:收入|收支|财政拨款|一般公共|政府性|国有|项目|基本|采购|三公|运行)).*支出(?:决算|预算)?(?:总体情况|总)?表/,
  // 财政拨款收入支出决算总表, 财政拨款收支总表
  /^(?!.*(?:政府性基金|国有资本|基本支出)).*财政拨款(?:收入支出|收支)(?:决算|预算)?总(?:体情况)?表/,
  // 一般公共预算财政拨款支出决算表, 一般公共预算支出功能分类预算表
  /^(?!.*(?:基本支出|三公|运行|采购|项目支出)).*一般公共预算(?:财政拨款|拨款|当年拨款)?支出(?:功能分类)?(?:决算|预算|情况)?(?:明细)?表/,
  // 一般公共预算财政拨款基本支出决算表, 一般公共预算基本支出部门预算经济分类预算表
  /一般公共预算.*基本支出.*表/,
  // “三公”经费支出决算表
  /三公.*表/,
  // 政府性基金预算财政拨款收入支出决算表
  /政府性基金.*表/,
];

// 国有资本经营预算 became a table of its own with the accounts of 2019 and the budgets of 2020; not counted before.
const STATE_CAPITAL = /国有资本经营.*表/;

const EXPECTED: Readonly<Partial<Record<DisclosureKind, readonly RegExp[]>>> = {
  final_accounts: [...STATEMENTS, STATE_CAPITAL],
  budget: STATEMENTS,
};

/** null for kinds without prescribed tables, and for a file without any of them: the text part of a report. */
export function standardTables(document: Document, kind: DisclosureKind): StandardTables | null {
  const expected = EXPECTED[kind];
  if (!expected) return null;
  const titles = document.blocks.flatMap((block) => (block.kind === 'table' ? titlesOf(block) : []));
  const present = expected.filter((form) => titles.some((title) => form.test(title))).length;
  return present === 0 ? null : { present, expected: expected.length };
}

function titlesOf({ title, captions }: Table): readonly string[] {
  return [title ?? '', ...captions.map(({ text }) => text)].map((text) => text.replace(/[\s“”"']+/g, ''));
}

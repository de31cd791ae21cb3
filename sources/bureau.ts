/** A publishing body as the registry knows it: its names through the years, its pages, and what it owes the public. */
import { z } from 'zod';
import { EXPECTED_KINDS, type ExpectedKind } from './expected-kinds.ts';

/** What a person may write instead of the identifiers. */
const KIND_NAMES: Readonly<Record<string, ExpectedKind>> = {
  决算: 'final_accounts',
  部门决算: 'final_accounts',
  单位决算: 'final_accounts',
  预算: 'budget',
  部门预算: 'budget',
  单位预算: 'budget',
  绩效自评: 'self_evaluation',
  整体支出绩效自评: 'self_evaluation',
  项目自评: 'project_evaluation',
  项目支出绩效自评: 'project_evaluation',
  绩效目标: 'performance_targets',
};
const SCOPE_NAMES: Readonly<Record<string, 'department' | 'unit'>> = { 部门: 'department', 单位: 'unit' };
const UNITS = ['元', '千元', '万元', '百万元', '亿元'] as const;

/** `990121-医疗保障局`: the division code at the time the series began, and the body without its place. */
export const BUREAU_ID = /^\d{6}-[^\s/\\]{2,60}$/;
const CODE = /^\d{6}$/;
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
/** "次年09-30": 30 September of the year after the fiscal year. */
const DUE = /^(当年|次年)(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

const name = z.string().trim().min(2, '名称至少两个字').max(100, '名称不应超过100个字');
const day = z.string().regex(DAY, '应为日期，如 2019-02-28').refine(isRealDay, '没有这一天');
const kind = z
  .string()
  .transform((text) => KIND_NAMES[text] ?? text)
  .pipe(z.enum(EXPECTED_KINDS, { error: `应为 ${EXPECTED_KINDS.join('、')} 之一，或部门决算、部门预算等` }));
const year = z.number().int('应为整数年份').min(1995, '年份应在1995年之后').max(2099, '年份应在2099年之前');
const webAddress = z.string().refine(isWebAddress, '应为 http:// 或 https:// 开头的网址，不带用户名和密码');
const pattern = z.string().min(1).refine(isPattern, '不是正确的正则表达式');

const formerName = z
  .strictObject({ name, from: day.nullish(), until: day })
  .refine(({ from, until }) => !from || from < until, { error: 'from 应早于 until', path: ['from'] });

const names = z.strictObject({
  official: name,
  short: z.array(name).default([]),
  former: z.array(formerName).default([]),
});

const listing = z.strictObject({
  url: webAddress,
  /** Address of the second and later pages, relative to `url`: `index_{n}.html`. */
  pages: z
    .string()
    .refine((text) => text.includes('{n}'), '应含有页码的位置 {n}')
    .nullish(),
  /** What {n} is on the second page. Many sites count from 1 there, because the first page is 0. */
  secondPage: z.number().int().min(0).max(10).default(1),
  /** Which links lead to reports, by their text. */
  links: pattern.default('决算|预算|绩效|自评'),
  /** Which links lead to reports, by their address. */
  linkUrls: pattern.nullish(),
  kind: kind.nullish(),
});

const direct = z.strictObject({
  url: webAddress,
  kind: kind.nullish(),
  fiscalYear: year.nullish(),
  publishedOn: day.nullish(),
});

const expectation = z
  .strictObject({
    kind,
    due: z.string().regex(DUE, '应写成“当年03-31”或“次年09-30”'),
    /** First and last fiscal year that is expected. */
    from: year,
    until: year.nullish(),
  })
  .refine(({ from, until }) => !until || from <= until, { error: 'from 不应晚于 until', path: ['from'] });

export const bureauSchema = z.strictObject({
  id: z.string().regex(BUREAU_ID, '应为六位区划代码、连字符和单位，如 990121-医疗保障局'),
  names,
  division: z.string({ error: '应为带引号的六位区划代码，如 "990121"' }).regex(CODE, '应为六位区划代码'),
  type: z.string().trim().min(2).max(40).nullish(),
  scope: z
    .string()
    .transform((text) => SCOPE_NAMES[text] ?? text)
    .pipe(z.enum(['department', 'unit'], { error: '应为 department（部门）或 unit（单位）' }))
    .default('department'),
  listings: z.array(listing).default([]),
  urls: z.array(direct).default([]),
  /** Further hosts that attachments may come from, such as a file server of the same site. */
  hosts: z.array(z.string().regex(/^[\w.-]+(?::\d{1,5})?$/, '应为主机名，可带端口')).default([]),
  defaultUnit: z.enum(UNITS, { error: `应为 ${UNITS.join('、')} 之一` }).nullish(),
  expects: z.array(expectation).default([]),
  notes: z.string().nullish(),
});

/** One entry as written, with defaults filled in. Unknown fields are errors: a slip must not pass for a choice. */
export type BureauEntry = z.output<typeof bureauSchema>;
export type Listing = BureauEntry['listings'][number];
export type Expectation = BureauEntry['expects'][number];

/** An entry and where it stands, so that every later complaint can say the line. */
export interface RegisteredBureau extends BureauEntry {
  file: string;
  /** From 1. */
  line: number;
}

/** The kind that a person names: 部门决算, or final_accounts; null for any other word. */
export function kindNamed(text: string): ExpectedKind | null {
  return KIND_NAMES[text] ?? EXPECTED_KINDS.find((each) => each === text) ?? null;
}

/** Every name of a body, official first. */
export function namesOf({ names: { official, short, former } }: BureauEntry): string[] {
  return [official, ...short, ...former.map((one) => one.name)];
}

/** ISO date by which the report on `fiscalYear` has to be published. */
export function dueDate({ due }: Pick<Expectation, 'due'>, fiscalYear: number): string {
  const [, which, month, date] = DUE.exec(due)!;
  const inYear = which === '次年' ? fiscalYear + 1 : fiscalYear;
  const last = new Date(Date.UTC(inYear, Number(month), 0)).getUTCDate();
  return `${inYear}-${month}-${String(Math.min(Number(date), last)).padStart(2, '0')}`;
}

function isRealDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** What kind of report a document is, and whether it speaks of a department with its subordinate units or of one unit. */
import type { DisclosureKind, Evidence, Scope } from './disclosure.ts';
import type { Passages } from './passages.ts';

export interface KindAnswer {
  kind: DisclosureKind;
  evidence: readonly Evidence[];
}

export interface ScopeAnswer {
  scope: Scope;
  evidence: readonly Evidence[];
}

/** Spaces, and the column of a web site that holds both kinds. */
const NO_KIND = /\s|预决算/g;
/** In a title 一般公共预算 is a source of money: 一般公共预算财政拨款“三公”经费公开说明 may be of what was spent. */
const SOURCE_OF_MONEY = /一般公共预算|政府性基金预算|国有资本经营预算|预算单位/g;
/** And in a heading that speaks of spending: 本级预算单位及车辆情况, 一般公共预算财政拨款“三公”经费支出情况. */
const SOURCE_OF_SPENDING = /预算单位|一般公共预算(?=财政拨款[“”"]?三公)/g;
/** A heading of an account of what was spent: 支出与年初预算对比情况, 预算执行情况. */
const COMPARED_WITH = /年初预算(?:数)?(?:对比|相比|比较)|预算(?:执行|对比)/g;
/** The first form that fits a line decides what the line speaks for: a 预算项目支出绩效自评表 is no 预算. */
const LINE_KINDS: readonly { kind: DisclosureKind; form: RegExp; weak?: true }[] = [
  { kind: 'project_evaluation', form: /(?:项目|专项)(?!.{0,4}(?:和|及)整体)[^。]{0,24}(?:自评|评价)/ }, // 项目支出绩效自评表
  // 农村公路养护补助资金绩效自评报告: money for one purpose
  {
    kind: 'project_evaluation',
    form: /^(?!.*整体).*(?<!财政|预算|拨款|公用|三公|部门|单位|管理|自有)(?:资金|经费|补助|补贴|专款)(?:转移支付)?(?:支出)?的?(?:(?:19|20)\d{2}年度?)?绩效(?:自评|评价)/,
  },
  // 某局转移支付2023年度绩效自评报告（防汛物资补助资金）
  {
    kind: 'project_evaluation',
    form: /^(?!.*整体).*(?:自评|评价)(?:情况)?的?报告[(（](?!含)[^()（）、和及]{4,40}(?:资金|经费|补助|补贴|专款)[)）]$/,
  },
  {
    kind: 'self_evaluation',
    form: /(?:整体|部门|单位|预算)[^。]{0,16}自评|整体支出[^。]{0,12}(?:评价|完成情况)|(?:自评|评价)(?:工作)?报告/,
  },
  { kind: 'self_evaluation', form: /自评/, weak: true }, // 某专款绩效自评表: of a project, perhaps
  { kind: 'performance_targets', form: /绩效目标(?!的?(?:完成|实现|执行|自评|监控))/ }, // 绩效目标申报表, and no chapter of a report on results
  { kind: 'final_accounts', form: /决算/ },
  { kind: 'budget', form: /预算/ },
];
/** A title says what the report is. Table names and phrases count one each: a final account holds evaluation forms too. */
const WEIGHT = {
  title: 1000,
  front: 100,
  caption: 10,
  heading: 3,
  cell: 5,
  body: 1,
  fileName: 1,
  weak: 2,
} as const;
const MOST_BODY = 200;
/** A budget's tables carry 预算 in their names, and so do a final account's ("一般公共预算财政拨款支出决算表"). */
const BODY_PHRASES: readonly { kind: DisclosureKind; form: RegExp }[] = [
  { kind: 'project_evaluation', form: /项目支出绩效自评表/ },
  { kind: 'final_accounts', form: /支出决算(?:数|为)|决算公开|年度决算/ },
  { kind: 'budget', form: /(?:19|20)\d{2}年(?:部门|单位)?预算(?:安排|编制|公开|收入|支出)|预算编制说明/ },
  { kind: 'self_evaluation', form: /绩效自评(?:得分|工作|结果)|自评\s*\d+(?:\.\d+)?\s*分|自评得分/ },
];

/** Contract: a document that does not say is a department's. 部门（单位） says neither. */
const NEITHER = /部门\s*[（(]\s*单位\s*[）)]|单位\s*[（(]\s*部门\s*[）)]/g;
const UNIT =
  /单位(?:[\p{Script=Han}]{0,4})(?:决算|预算)|单位整体支出|单位财务收支|[（(]\s*(?:本级|机关)\s*[）)]|本级(?:\d{4}年度?)?(?:单位)?(?:决算|预算)|(?<=[局厅委办院会校所站处队]|中心|机关)本级(?:\d{4}年度?)?部门(?:决算|预算)/u;
const DEPARTMENT = /部门(?:[\p{Script=Han}]{0,4})(?:决算|预算)|部门整体支出|部门财务收支/u;

/** "项目名称：防疫补助资金" on the cover, of a report whose title says nothing of a department. */
const COVER_PROJECT = /^项目(?:支出)?名称\s*[:：]\s*\p{Script=Han}{2}/u;
const OF_DEPARTMENT = /整体|部门|单位/;

function coverVotes({ title, front }: Passages): KindVote[] {
  const named = front.find((line) => COVER_PROJECT.test(line));
  const isEvaluation = /自评|评价/.test(title ?? '') && !OF_DEPARTMENT.test(title ?? '');
  return named === undefined || !isEvaluation
    ? []
    : [voteFor('project_evaluation', 2 * WEIGHT.title, 'title', named)];
}

export function kindOf(passages: Passages, fileName: string): KindAnswer {
  const votes = [
    ...coverVotes(passages),
    ...lineVotes(
      passages.title === null ? [] : [passages.title.replace(SOURCE_OF_MONEY, '')],
      WEIGHT.title,
      'title',
    ),
    ...lineVotes(
      passages.front.map((line) => line.replace(SOURCE_OF_MONEY, '')),
      WEIGHT.front,
      'title',
    ),
    ...lineVotes(passages.captions, WEIGHT.caption, 'table_caption'),
    ...lineVotes(
      passages.headings.map((line) => line.replace(COMPARED_WITH, '').replace(SOURCE_OF_SPENDING, '')),
      WEIGHT.heading,
      'title',
    ),
    ...lineVotes(
      passages.cells.flatMap((cells) => cells.slice(0, 2)).filter(isFormTitle),
      WEIGHT.cell,
      'table_caption',
    ),
    ...passages.body.slice(0, MOST_BODY).flatMap(bodyVotes),
    ...lineVotes([fileName], WEIGHT.fileName, 'file_name'),
  ];
  const totals = new Map<DisclosureKind, number>();
  for (const { kind, weight } of votes) totals.set(kind, (totals.get(kind) ?? 0) + weight);
  const kind = [...totals].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? 'unknown';
  return {
    kind,
    evidence: votes
      .filter((vote) => vote.kind === kind)
      .slice(0, 4)
      .map((vote) => vote.evidence),
  };
}

export function scopeOf(passages: Passages, fileName: string): ScopeAnswer {
  const places: readonly (readonly [readonly string[], Evidence['source']])[] = [
    [passages.title === null ? [] : [passages.title], 'title'],
    [passages.front, 'title'],
    [passages.captions, 'table_caption'],
    [passages.headings, 'title'],
    [[fileName], 'file_name'],
  ];
  for (const [lines, source] of places) {
    const found = lines.flatMap((line) => scopeVotes(line, source));
    const units = found.filter(({ value }) => value === 'unit').length;
    if (found.length === 0 || units * 2 === found.length) continue;
    const scope: Scope = units * 2 > found.length ? 'unit' : 'department';
    return { scope, evidence: found.filter(({ value }) => value === scope).slice(0, 3) };
  }
  return { scope: 'department', evidence: [] };
}

function scopeVotes(line: string, source: Evidence['source']): Evidence[] {
  const text = line.replace(NEITHER, '').replace(/\s/g, '');
  const value = UNIT.test(text) ? 'unit' : DEPARTMENT.test(text) ? 'department' : null;
  return value === null ? [] : [{ answers: 'scope', value, source, quote: line.slice(0, 60) }];
}

interface KindVote {
  kind: DisclosureKind;
  weight: number;
  evidence: Evidence;
}

function lineVotes(lines: readonly string[], weight: number, source: Evidence['source']): KindVote[] {
  return lines.flatMap((line) => {
    const found = LINE_KINDS.find(({ form }) => form.test(line.replace(NO_KIND, '')));
    if (found === undefined) return [];
    return [voteFor(found.kind, found.weak ? WEIGHT.weak : weight, source, line)];
  });
}

function bodyVotes(sentence: string): KindVote[] {
  return BODY_PHRASES.filter(({ form }) => form.test(sentence)).map(({ kind }) =>
    voteFor(kind, WEIGHT.body, 'body', sentence),
  );
}

function isFormTitle(cell: string): boolean {
  return cell.length <= 50 && /表/.test(cell);
}

function voteFor(kind: DisclosureKind, weight: number, source: Evidence['source'], quote: string): KindVote {
  return { kind, weight, evidence: { answers: 'kind', value: kind, source, quote: quote.slice(0, 60) } };
}

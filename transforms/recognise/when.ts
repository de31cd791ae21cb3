/** Which fiscal year a report is about: not the year it was filed in, and not the year it compares with. */
import { fiscalYearsIn, type YearMention } from '../parse/fiscal-year.ts';
import type { Evidence } from './disclosure.ts';
import type { Passages } from './passages.ts';

export interface YearAnswer {
  fiscalYear: number | null;
  evidence: readonly Evidence[];
}

interface Vote {
  year: number;
  weight: number;
  evidence: Evidence;
}

/** What a mention weighs by where it stands. The title outweighs all tables; running text decides only among itself. */
const WEIGHT = { title: 100, front: 30, caption: 10, heading: 6, fileName: 1, column: 0.01 } as const;
/** So that two hundred mentions do not outweigh a title. */
const MOST_CAPTION_VOTES = 8;
const MOST_BODY_VOTES = 40;
/** "2025年财政拨款收入", "2024年末", "截至2023年12月31日": a year with what happened in it. */
const BODY_WEIGHT: Readonly<Partial<Record<YearMention['role'], number>>> = {
  fiscal_year: 2,
  year: 1,
  as_of: 2,
};
/** The first year that reports of these kinds were published for. */
const EARLIEST = 1995;
const LATEST = 2099;
/** "比2023年增加", "2023年度结转", "上年": the year that is compared with. */
const COMPARED = /(?:比|较|与|同|对比|上年|去年)\s*$/;
const COMPARED_BEHIND = /^\s*(?:度)?\s*(?:相比|结转|同期|为基数|增加|增长|减少|下降)/;
const FILED = /(?:填报|编制|报告|公开|发布|编稿|制表)?(?:日期|时间)\s*[:：]?\s*$/;

export function whenOf(passages: Passages, fileName: string): YearAnswer {
  const votes = [
    ...(passages.title === null ? [] : titleVotes(passages.title)),
    ...passages.front.flatMap((line) => votesIn(line, WEIGHT.front, 'title')),
    ...passages.captions
      .flatMap((line) => votesIn(line, WEIGHT.caption, 'table_caption'))
      .slice(0, MOST_CAPTION_VOTES),
    ...passages.cells
      .flatMap((cells) => cells.slice(0, 3).flatMap((cell) => titleRowVotes(cell)))
      .slice(0, MOST_CAPTION_VOTES),
    ...[...passages.cells.flat(), ...passages.captions, ...passages.body].flatMap(termVotes).slice(0, 1),
    ...passages.headings
      .flatMap((line) => votesIn(line, WEIGHT.heading, 'title'))
      .slice(0, MOST_CAPTION_VOTES),
    ...passages.body.flatMap(bodyVotes).slice(0, MOST_BODY_VOTES),
    ...columnVotes(passages.cells.flat()),
    ...fileNameVotes(fileName),
  ];
  return decide(votes);
}

function votesIn(text: string, weight: number, source: Evidence['source']): Vote[] {
  return mentionsIn(text)
    .filter(({ role }) => role === 'fiscal_year' || role === 'year')
    .map((mention) => voteFor(mention, weight, source, text));
}

/** Of two years in a title the first belongs to the report: "2023年度部门决算及2024年部门预算". */
function titleVotes(title: string): Vote[] {
  return votesIn(title, WEIGHT.title, 'title').map((vote, index) =>
    index === 0 ? { ...vote, weight: vote.weight + WEIGHT.front + WEIGHT.caption } : vote,
  );
}

/** The only year of a file name, with or without 年; a name with two years says nothing. */
function fileNameVotes(fileName: string): Vote[] {
  const words = fileName.replace(/[_-]/g, ' ');
  const mentions = mentionsIn(words).filter(({ role }) => ['fiscal_year', 'year', 'bare'].includes(role));
  if (new Set(mentions.map(({ year }) => year)).size !== 1) return [];
  return [voteFor(mentions[0]!, WEIGHT.fileName, 'file_name', words)];
}

/** A form's own title inside its grid: "项目支出绩效自评表（2023年度）". */
function titleRowVotes(cell: string): Vote[] {
  return cell.length <= 50 && /表\s*[(（]|^[(（]\s*\d{4}|^(?:19|20)\d{2}\s*年.*表$/.test(cell)
    ? votesIn(cell, WEIGHT.caption, 'table_caption')
    : [];
}

/** "2019.1.1~2019.12.31", "2016年1月起至2016年12月止", alone behind 项目起止时间: a project that lasts from January to December is of that year. */
const TERM =
  /^(?:项目)?(?:起止|实施)?(?:时间|期限)?[:：]?(?<year>(?:19|20)\d\d)[年.\-/]0?1(?:[月.\-/](?:0?1日?)?)?起?(?:[至到~～—–-])+\k<year>[年.\-/]12(?:[月.\-/](?:31日?)?)?[止底末]?$/;

function termVotes(text: string): Vote[] {
  const year = text.length > 40 ? undefined : TERM.exec(text.replace(/\s/g, ''))?.groups?.['year'];
  if (year === undefined) return [];
  const evidence: Evidence = { answers: 'year', value: year, source: 'table_caption', quote: text };
  return [{ year: Number(year), weight: WEIGHT.caption, evidence }];
}

/** "2023年预算数" and "2024年预算数" as column heads of a workbook without a title: the later of two years, where nothing else speaks. */
const YEAR_COLUMN = /^(?:19|20)\d{2}\s*年度?(?:年初)?(?:预算|决算|执行)数?$/;

function columnVotes(cells: readonly string[]): Vote[] {
  const votes = cells
    .map((cell) => cell.replace(/\s/g, ''))
    .filter((cell) => YEAR_COLUMN.test(cell))
    .flatMap((cell) => votesIn(cell, WEIGHT.column, 'table_caption'));
  const years = votes.map(({ year }) => year);
  const latest = Math.max(...years);
  return latest - Math.min(...years) > 1 ? [] : votes.filter(({ year }) => year === latest).slice(0, 1);
}

function bodyVotes(sentence: string): Vote[] {
  return mentionsIn(sentence).flatMap((mention) => {
    const weight = BODY_WEIGHT[mention.role] ?? 0;
    if (weight === 0 || (mention.role === 'as_of' && !/12\s*月|底|末/.test(mention.text))) return [];
    return [voteFor(mention, weight, 'body', sentence)];
  });
}

function mentionsIn(text: string): YearMention[] {
  return fiscalYearsIn(text).filter(({ year, start, end }) => {
    const before = text.slice(Math.max(0, start - 12), start);
    const compared =
      COMPARED.test(before) || COMPARED_BEHIND.test(text.slice(end, end + 8)) || FILED.test(before);
    return year >= EARLIEST && year <= LATEST && !compared;
  });
}

function voteFor(mention: YearMention, weight: number, source: Evidence['source'], text: string): Vote {
  const evidence: Evidence = {
    answers: 'year',
    value: String(mention.year),
    source,
    quote: quoteAround(text, mention),
  };
  return { year: mention.year, weight, evidence };
}

function quoteAround(text: string, { start, end }: YearMention): string {
  return text.slice(Math.max(0, start - 20), end + 30);
}

/** The heaviest year; the later one where two weigh the same, because a report looks back and never ahead. */
function decide(votes: readonly Vote[]): YearAnswer {
  const totals = new Map<number, number>();
  for (const { year, weight } of votes) totals.set(year, (totals.get(year) ?? 0) + weight);
  const ranked = [...totals].sort(([yearA, a], [yearB, b]) => b - a || yearB - yearA);
  const fiscalYear = ranked[0]?.[0] ?? null;
  const evidence = votes.filter(({ year }) => year === fiscalYear).map((vote) => vote.evidence);
  const against = votes
    .filter(({ year, weight }) => year !== fiscalYear && weight >= WEIGHT.caption)
    .map((vote) => vote.evidence);
  return { fiscalYear, evidence: [...evidence.slice(0, 5), ...against.slice(0, 3)] };
}

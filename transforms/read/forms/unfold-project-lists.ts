/**
 * "序号 项目名称 年初预算数 全年执行数 执行率 自评得分 1 河堤养护 50 48 96% 97 2 …": a list of evaluated projects that lost its
 * rules. Its rates prove which figures belong to which row; a list without them stays as it is.
 */
import type { SourceLine } from '../text-lines.ts';
import { type ColumnRole, FORM_WORDS, formWordPattern } from './form-words.ts';
import { type LinesInstead, lineAt, offsetsOf, withLinesInstead } from './line-offsets.ts';
import { isRateOf, numberOf } from './place-values.ts';

const COLUMNS = FORM_WORDS.filter(({ kind }) => kind === 'column');
const COLUMN = COLUMNS.map((word) => `(${formWordPattern(word)})`).join('|');
const OPENING = new RegExp(`(序\\s*号[\\s|]+)?项目\\s*名称[\\s|]+(?=${COLUMN})`, 'gu');
const HEADER = new RegExp(`[\\s|]*(?:${COLUMN})`, 'uy');
/** "1 河堤养护 ": the name of a project has no space in it, and is no total. */
const NAME =
  /[\s|]*(?:(\d{1,3})[\s|、.．]+)?(?!合\s*计|总\s*计|小\s*计)(\p{Script=Han}[^\s|]{1,40})(?=[\s|])/uy;
const FIGURE = /[\s|]+(\d[\d,]*(?:\.\d+)?%?)(?=[\s|]|$)/uy;
const FEWEST_ROWS = 2;
const MOST_ROWS = 200;
const MOST_LISTS = 50;

interface Row {
  start: number;
  end: number;
  cells: readonly string[];
}

interface List {
  start: number;
  end: number;
  rows: readonly Row[];
}

export function unfoldProjectLists(lines: readonly SourceLine[]): readonly SourceLine[] {
  const text = lines.map((line) => line.text).join('\n');
  const lists = [...text.matchAll(OPENING)]
    .slice(0, MOST_LISTS)
    .flatMap((match) => listAt(text, match) ?? []);
  if (lists.length === 0) return lines;
  const starts = offsetsOf(lines);
  const cuts = lists.map(({ start, end, rows }): LinesInstead => {
    const [first, last] = [lineAt(starts, start), lineAt(starts, end - 1)];
    const numberOfLine = (offset: number) => lines[lineAt(starts, offset)]!.number;
    const before = text.slice(starts[first], start);
    const behind = text.slice(end, starts[last]! + lines[last]!.text.length);
    return {
      first,
      last,
      lines: [
        ...captionsOf(before).map((caption) => ({ text: caption, number: lines[first]!.number })),
        ...rows.map((row) => ({ text: row.cells.join('\t'), number: numberOfLine(row.start) })),
        { text: '', number: lines[last]!.number },
        ...(behind.trim() === '' ? [] : [{ text: behind, number: lines[last]!.number }]),
      ],
    };
  });
  return withLinesInstead(lines, cuts);
}

/** "… 项目绩效自评情况汇总表 单位：万元 " in front of the header: the name of the list and its unit, each a line. */
const CAPTIONS =
  /^([\s\S]*?)([^\s|]*(?:自评|评价)[^\s|]*表)[\s|]*((?:金额)?单位\s*[:：]\s*[万千]?元)?[\s|]*$/;

function captionsOf(before: string): string[] {
  const [, above = before, name = '', unit = ''] = CAPTIONS.exec(before) ?? [];
  return [above, name, unit].filter((part) => part.replace(/\|/g, '').trim() !== '');
}

function listAt(text: string, match: RegExpExecArray): List | null {
  const { roles, labels, end: header } = headerFrom(text, match.index + match[0].length);
  const numbered = match[1] !== undefined;
  if (!roles.includes('rate') || !roles.includes('actual') || isRuled(text.slice(match.index, header)))
    return null;
  const rows: Row[] = [];
  let end = header;
  while (rows.length < MOST_ROWS) {
    const row = rowFrom(text, end, roles, numbered ? rows.length + 1 : null);
    if (row === null) break;
    rows.push(row);
    end = row.end;
  }
  if (rows.length < FEWEST_ROWS) return null;
  const first = {
    start: match.index,
    end: header,
    cells: [...(numbered ? ['序号'] : []), '项目名称', ...labels],
  };
  return { start: match.index, end, rows: [first, ...rows] };
}

/** With tabs, or a row of pipes in one line: its empty cells are there, and say more than the order of the figures. */
const isRuled = (header: string): boolean =>
  /\t/.test(header) || (header.includes('|') && !header.includes('\n'));

function headerFrom(text: string, from: number): { roles: ColumnRole[]; labels: string[]; end: number } {
  const roles: ColumnRole[] = [];
  const labels: string[] = [];
  let end = from;
  for (;;) {
    HEADER.lastIndex = end;
    const match = HEADER.exec(text);
    if (match === null) return { roles, labels, end };
    const group = match.slice(1).findIndex((one) => one !== undefined);
    roles.push(COLUMNS[group]!.role!);
    labels.push(match[0].replace(/[\s|]+/g, ''));
    end = HEADER.lastIndex;
  }
}

/** A name and a figure under every column, whose rate is that of its amounts. */
function rowFrom(
  text: string,
  from: number,
  roles: readonly ColumnRole[],
  ordinal: number | null,
): Row | null {
  NAME.lastIndex = from;
  const name = NAME.exec(text);
  if (name === null || (ordinal === null ? name[1] !== undefined : Number(name[1]) !== ordinal)) return null;
  const values: string[] = [];
  let end = NAME.lastIndex;
  while (values.length < roles.length) {
    FIGURE.lastIndex = end;
    const figure = FIGURE.exec(text);
    if (figure === null) return null;
    values.push(figure[1]!);
    end = FIGURE.lastIndex;
  }
  if (!isProven(values, roles)) return null;
  return { start: from, end, cells: [...(ordinal === null ? [] : [String(ordinal)]), name[2]!, ...values] };
}

function isProven(values: readonly string[], roles: readonly ColumnRole[]): boolean {
  const under = (role: ColumnRole) => values[roles.indexOf(role)];
  const budget = under('adjusted') ?? under('budget') ?? under('original');
  const [actual, rate] = [under('actual'), under('rate')];
  if (budget === undefined || actual === undefined || rate === undefined) return false;
  const onlyRate = values.every((value, column) => !value.endsWith('%') || roles[column] === 'rate');
  return onlyRate && isRateOf(rate, numberOf(actual), numberOf(budget));
}

/**
 * The header of a flattened statement: which cells name its columns, and so how many cells make a row.
 * Only the headers of the official forms are known; a row of other words is no header, and its table stays as it is.
 */
import { normaliseLabel } from '../../parse/label.ts';
import type { FlatCell } from './flat-cells.ts';
import { HAN, isFigure } from './flat-words.ts';

type ColumnKind = 'code' | 'label' | 'line' | 'value';

export interface FlatColumn {
  kind: ColumnKind;
  text: string;
  /** Line it stands on, from 1. */
  line: number;
}

export interface FlatHeader {
  /** First cell of the header and first cell of the body, as indices into the cells. */
  start: number;
  body: number;
  columns: readonly FlatColumn[];
  /** Words printed in front of the columns: 收入 | 支出. */
  sides: readonly string[];
  /** What 栏次 numbers, null where it is not printed. */
  numbered: number | null;
}

const SIDE = /^(?:本年|财政拨款)?(收入|支出)$/;
const LABEL =
  /^(项目|项目名称|科目|支出项目|收入项目|支出功能分类(科目)?|功能分类(科目)?|经济分类(科目)?|(部门|政府)?(预算)?(支出)?(功能|经济)?(分类)?科目名称)(\(按.{2,8}\))?$/;
const CODE = /^(部门|政府)?(预算)?(支出|收入)?(功能|经济)?(分类)?科目(编码|代码)$|^(?:[类款项]|类款项?)$/;
const LINE = /^(行次|序号)$/;
/** 预算数, 2015年决算数, 金额, 本年收入合计, 一般公共预算财政拨款, 基本支出, 年初结转和结余, 上缴上级支出, 小计. */
const VALUE =
  /^(?:.{0,12}(?:预算|决算|执行|统计|安排)(?:数|金额|额)?(?:合计)?|(?:\d{4}年?)?(?:预算|决算)|金额|合计|小计|总计|本年(?:收入|支出)(?:合计)?|.{0,6}(?:基本|项目|上级|经营|单位补助)支出|(?:一般公共|政府性基金|国有资本经营)预算(?:财政拨款)?支出|.{2,10}(?:收入|拨款)|(?:年初|年末)结转和结余|对附属单位补助支出|教育收费|人员经费|公用经费)(?:\((?:万?元|安排数)\))?$/;
const NUMBERING = /^栏次$/;
const NUMBERED =
  /^\s*(?:[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．](?!\d))/;
/** No form has more words above its figures. */
const MOST_WORDS = 20;

/** null where no header begins with this cell. */
export function flatHeaderAt(cells: readonly FlatCell[], start: number): FlatHeader | null {
  if (!opens(cells[start]!.text) || isInsideHeader(cells, start)) return null;
  const sides: string[] = [];
  const columns: FlatColumn[] = [];
  let index = start;
  for (; index < cells.length && index - start < MOST_WORDS; index++) {
    const { text } = cells[index]!;
    if (text === '') continue;
    const word = normaliseLabel(text);
    if (NUMBERING.test(word) || NUMBERED.test(text) || isFigure(text)) break;
    if (columns.length > 1 && isRowLabel(cells, index, columns)) break;
    const side = columns.length === 0 ? SIDE.exec(word)?.[1] : undefined;
    if (side !== undefined) {
      sides.push(side);
      continue;
    }
    const whole = wrappedWord(cells, index) ?? text;
    const kind = kindOf(whole);
    if (kind === null || kind === 'side') break;
    columns.push({ kind, text: whole, line: cells[index]!.line });
    if (whole !== text) index++;
  }
  if (!columns.some(({ kind }) => kind === 'value') || !columns.some(({ kind }) => kind === 'label'))
    return null;
  return { start, ...numberingAt(cells, index, columns), columns, sides };
}

/** "本年收入合" "计", "附属单位上缴" "收入", "功能分类科目" "编码": a word of the header that goes on in the next cell. */
function wrappedWord(cells: readonly FlatCell[], index: number): string | null {
  const [text, next] = [cells[index]!.text, cells[index + 1]?.text ?? ''];
  if (!/^\p{Script=Han}{1,4}$/u.test(next)) return null;
  const [own, after, joined] = [kindOf(text), kindOf(next), kindOf(text + next)];
  const goesOn = after === null || (own === null && after === 'side');
  return goesOn && joined !== null && joined !== 'side' ? text + next : null;
}

/** Whether the cell can only be a word of a header: where a label is looked for, another table begins. */
export const isHeaderWord = (text: string): boolean => ['code', 'label', 'line'].includes(kindOf(text) ?? '');

/** Behind another word of the same header, whose forms are not known: no table begins in the middle. */
function isInsideHeader(cells: readonly FlatCell[], start: number): boolean {
  const before = cells[start - 1]?.text ?? '';
  return before !== '' && kindOf(before) !== null;
}

/** 基本支出 with its figure behind it begins the body; where codes are printed, with one and a name behind it, it still is a header. */
function isRowLabel(cells: readonly FlatCell[], index: number, columns: readonly FlatColumn[]): boolean {
  const [next, after] = [cells[index + 1]?.text ?? '', cells[index + 2]?.text ?? ''];
  const kind = kindOf(cells[index]!.text);
  const isCode =
    /^\d{3,7}$/.test(next) && HAN.test(after) && columns.some((column) => column.kind === 'code');
  return kind === 'value' && isFigure(next) && !isCode;
}

const opens = (text: string): boolean => {
  const word = normaliseLabel(text);
  return SIDE.test(word) || LABEL.test(word) || CODE.test(word);
};

function kindOf(text: string): ColumnKind | 'side' | null {
  const word = normaliseLabel(text);
  if (CODE.test(word)) return 'code';
  if (LABEL.test(word)) return 'label';
  if (LINE.test(word)) return 'line';
  if (VALUE.test(word)) return 'value';
  return SIDE.test(word) ? 'side' : null;
}

/** "栏次" "1" "栏次" "2", or "栏次" "1" "2" "3": stands between header and body and says how many columns have figures. */
function numberingAt(
  cells: readonly FlatCell[],
  from: number,
  columns: readonly FlatColumn[],
): { body: number; numbered: number | null } {
  let numbered = 0;
  let index = from;
  for (; index < cells.length; index++) {
    const { text } = cells[index]!;
    if (text === String(numbered + 1)) numbered++;
    else if (text !== '' && !NUMBERING.test(normaliseLabel(text))) break;
  }
  // Nothing but a first line number is no numbering.
  const isNumbering = cells.slice(from, index).some(({ text }) => NUMBERING.test(normaliseLabel(text)));
  return isNumbering && columns.length > 0 ? { body: index, numbered } : { body: from, numbered: null };
}

/**
 * Functional items as prose prints them: 类, 款 and 项 behind the names, a path of dashes in quotes, or a
 * code in brackets. Which code a name has depends on the names above it.
 */
import type { NumberToken } from '../../parse/amount.ts';
import { itemMark, MOST_ITEMS, numberIndex } from './marks.ts';

export interface FunctionItem {
  /** Names from 类 to 项, as far as the text gives them. */
  names: readonly string[];
  /** Level of the last name: 1 类, 2 款, 3 项. */
  level: 1 | 2 | 3;
  /** The code, where the text prints it. */
  code: string | null;
}

const NAME = '(?:[^.,;:。、()!?“”"\\ue000-\\uf8ff]|\\([^()类款项\\ue000-\\uf8ff]{1,8}\\)){2,40}?';
/** (类) or (208类), (20805款): the code may stand in front of the level. */
const LEVEL = '\\(([\\ue000-\\uefff])?(类|款|项)\\)';
/** 环境保护法规、规划及标准: right behind the level above it, a name may list what it covers. */
const LISTING_NAME = `(?:[^.,;:。、()!?“”"\\ue000-\\uf8ff][^.,;:。()!?“”"\\ue000-\\uf8ff]{1,30}?)`;
/** 社会保障和就业支出(类)行政事业单位养老支出(款)行政单位离退休(项) */
const WITH_LEVELS = new RegExp(`${NAME}${LEVEL}(?:(?:${NAME}|${LISTING_NAME})${LEVEL}){0,3}`, 'g');
const ONE_LEVEL = new RegExp(`(${NAME}|${LISTING_NAME})${LEVEL}`, 'g');
/** “社会保障和就业支出-行政事业单位养老支出-行政单位离退休”科目 */
const DASH_PATH = /[“"]([^“”"\ue000-\uf8ff]{2,40}(?:[-—–－][^“”"\-—–－\ue000-\uf8ff]{2,40}){1,2})[”"]/g;
/** 交通运输支出(214)公路水路运输(01)行政运行(01) */
const CODE_PATH = new RegExp(
  `(${NAME})\\(([\\ue000-\\uefff])\\)(${NAME})\\(([\\ue000-\\uefff])\\)(?:(${NAME})\\(([\\ue000-\\uefff])\\))?`,
  'g',
);
/** 2200101(行政运行), 20103-政府办公厅(室)及相关机构事务, 2010301行政运行; Fujian prints the code first. */
const CODE_BEFORE = new RegExp(
  `([\\ue000-\\uefff])(?:\\(([^()\\ue000-\\uf8ff]{2,40})\\)|[-—–](${NAME})(?=支?出?[\\ue000-\\uefff])|(${NAME})(?=支?出?[\\ue000-\\uefff]))`,
  'g',
);
/** “教育管理事务”(款): Beijing prints its names in quotes. */
const QUOTED_NAME = /[“"]([^“”"()\ue000-\uf8ff]{2,40})[”"](?=\((?:类|款|项)\))/g;
/** “两庭”建设(项): a word of a name in quotes. */
const QUOTED_WORD = /[“"](\p{Script=Han}{1,4})[”"](?=\p{Script=Han}{1,8}\((?:类|款|项)\))/gu;
/** 行政运行(2010101), 2010101行政运行, 一般公共服务支出(201类) */
const CODE_AFTER = new RegExp(`(${NAME})\\(([\\ue000-\\uefff])类?\\)`, 'g');
/** "决算数小于预算数的主要原因是…", "一般公共预算财政拨款支出用于…": words in front of the first name. */
const BEFORE_NAME = /^.*(?:原因是?|用于|其中|是由于|(?:财政拨款|基金预算|经营预算)(?:支出)?)(?=[^(]{2,})/;
/** Of a class, a section or an item: 208, 20805, 2080501. */
const CODE = /^2(?:\d\d|\d{4}|\d{6})$/;
const LEVELS = ['类', '款', '项'];

/** The text with a mark for each item that it names. Most texts name none: what an item cannot do without is looked for first. */
export function markItems(
  text: string,
  numbers: readonly NumberToken[],
): { text: string; items: FunctionItem[] } {
  const items: FunctionItem[] = [];
  const keep = (item: FunctionItem): string => {
    if (items.length >= MOST_ITEMS) return '';
    items.push(item);
    return itemMark(items.length - 1);
  };
  const levelled = MAY_NAME_LEVEL.test(text) ? markLevels(text, numbers, keep) : text;
  const marked = numbers.some(isCode) ? markCodes(levelled, numbers, keep) : levelled;
  return { text: marked, items };
}

type Keep = (item: FunctionItem) => string;

/** A level in brackets, or a quotation. */
const MAY_NAME_LEVEL = /[类款项]\)|[“"]/;

const isCode = ({ value, text }: NumberToken): boolean => CODE.test(value) || CODE.test(text);

function markLevels(text: string, numbers: readonly NumberToken[], keep: Keep): string {
  return text
    .replace(QUOTED_NAME, '$1')
    .replace(QUOTED_WORD, '$1')
    .replace(DASH_PATH, (_all, path: string) => keep(dashedItem(path)))
    .replace(WITH_LEVELS, (all) => {
      const before = BEFORE_NAME.exec(all)?.[0] ?? '';
      return before + keep(levelledItem(all.slice(before.length), numbers));
    });
}

function markCodes(text: string, numbers: readonly NumberToken[], keep: Keep): string {
  return text
    .replace(CODE_PATH, (all, ...parts: (string | undefined)[]) => {
      const names = [parts[0], parts[2], parts[4]].filter((name) => name !== undefined);
      const printed = [parts[1], parts[3], parts[5]].filter((mark) => mark !== undefined);
      const code = joinedCode(printed.map((mark) => numbers[numberIndex(mark) ?? -1]));
      return code === null ? all : keep({ names, level: levelOf(code), code });
    })
    .replace(CODE_BEFORE, (all, mark: string, bracketed?: string, dashed?: string, bare?: string) => {
      const code = codeOf(numbers[numberIndex(mark) ?? -1]);
      const name = bracketed ?? dashed ?? bare;
      if (code === null || name === undefined || (bare !== undefined && code.length < 7)) return all;
      return keep({ names: [name], level: levelOf(code), code });
    })
    .replace(CODE_AFTER, (all, name: string, mark: string) => {
      const code = codeOf(numbers[numberIndex(mark) ?? -1]);
      return code === null ? all : keep({ names: [name], level: levelOf(code), code });
    });
}

function dashedItem(path: string): FunctionItem {
  const names = path.split(/[-—–－]/);
  return { names, level: Math.min(names.length, 3) as 1 | 2 | 3, code: null };
}

function levelledItem(printed: string, numbers: readonly NumberToken[]): FunctionItem {
  const parts = [...printed.replace(/[“”"]/g, '').matchAll(ONE_LEVEL)];
  const last = LEVELS.indexOf(parts.at(-1)?.[3] ?? '项') + 1;
  const printedCodes = parts.map((part) => numbers[numberIndex(part[2] ?? '') ?? -1]);
  const code = codeOf(printedCodes.at(-1)) ?? joinedCode(printedCodes);
  return { names: parts.map((part) => part[1]!), level: last as 1 | 2 | 3, code };
}

function codeOf(number: NumberToken | undefined): string | null {
  return number !== undefined && CODE.test(number.value) && (number.unit === null || number.unit === '项')
    ? number.value
    : null;
}

/** (208类)…(05款)…(05项): each level prints its own digits. */
function joinedCode(numbers: readonly (NumberToken | undefined)[]): string | null {
  const joined = numbers.map((number) => number?.text ?? '').join('');
  return numbers.length > 1 && /^2\d\d(?:\d\d){1,2}$/.test(joined) && joined.length === 2 * numbers.length + 1
    ? joined
    : null;
}

const levelOf = (code: string): 1 | 2 | 3 => ((code.length - 1) / 2) as 1 | 2 | 3;

/** Which code a functional name has: the document's own tables first, then the classification, within the names above. */
import { functionClassByName, functionCodesByName, functionName } from '../../vocabulary/function-codes.ts';
import type { FunctionItem } from './function-item.ts';
import type { Reading } from './reading.ts';

const DIGITS = { 1: 3, 2: 5, 3: 7 } as const;
const LEVEL_NAMES = { 1: '类', 2: '款', 3: '项' } as const;

/** The code of an item; null where its name, or the level it claims, is not in the classification. */
export function codeOfItem(item: FunctionItem, reading: Reading): string | null {
  if (item.code !== null) return item.code;
  const names = item.names.map(bareName);
  const name = names.at(-1)!;
  // An item that names its own 类 is below no heading.
  const above = names.length < item.level ? reading.section.classNames : [];
  const parents = [...above, ...names.slice(0, -1)];
  const fits = (code: string | null): code is string => code?.length === DIGITS[item.level];
  const printed = reading.context.codesByName(name, parents, DIGITS[item.level]);
  if (fits(printed)) return printed;
  const parent = parentCode(parents, reading);
  for (const { front, rest } of cuts(name)) {
    const within = front === '' ? parent : (childCode(front, parent, reading) ?? parent);
    const listed = listedCode(rest, item.level, within, reading);
    if (listed !== null) return listed;
  }
  return otherItem(name, item.level, parent);
}

/** "其中：教育支出", "行政运行科目": words around a name that are not part of it. */
function bareName(name: string): string {
  return name.replace(/^(?:其中|用于|科目)/, '').replace(/科目$/, '');
}

/** "人大事务行政运行" is 行政运行 below 人大事务: a name may carry the one above it, or the words before it. */
function cuts(name: string): { front: string; rest: string }[] {
  const shortest = 3;
  return Array.from({ length: Math.max(1, name.length - shortest + 1) }, (_, at) => ({
    front: name.slice(0, at),
    rest: name.slice(at),
  }));
}

function listedCode(
  name: string,
  level: FunctionItem['level'],
  parent: string | null,
  reading: Reading,
): string | null {
  const year = reading.disclosure.fiscalYear;
  const query = { level: LEVEL_NAMES[level], ...(year === null ? {} : { year }) };
  const codes = functionCodesByName(name, query);
  const within = parent === null ? codes : codes.filter((code) => code.startsWith(parent));
  if (within.length === 1) return within[0]!;
  // A 款 that the document misprints leaves the 类: the name is enough where it is unique there.
  const sameClass = parent === null ? [] : codes.filter((code) => code.startsWith(parent.slice(0, 3)));
  return within.length === 0 && sameClass.length === 1 ? sameClass[0]! : null;
}

/** The code of the closest name above that is known; null where none is. */
function parentCode(parents: readonly string[], reading: Reading): string | null {
  let code: string | null = null;
  for (const name of parents) code = childCode(name, code, reading) ?? code;
  return code;
}

function childCode(name: string, parent: string | null, reading: Reading): string | null {
  const printed = reading.context.codesByName(name, []);
  if (parent === null)
    return functionClassByName(name) ?? (printed?.length === 5 ? printed : null) ?? sectionCode(name, null);
  return sectionCode(name, parent);
}

function sectionCode(name: string, parent: string | null): string | null {
  const codes = functionCodesByName(name, {
    level: '款',
    ...(parent === null ? {} : { parentCode: parent }),
  });
  return codes.length === 1 ? codes[0]! : null;
}

/** 其他…支出 of a 款 is its 99 in every year, also where a document prints the name it had before. */
function otherItem(name: string, level: FunctionItem['level'], parent: string | null): string | null {
  if (level !== 3 || parent?.length !== 5 || !/^其他.*支出$/.test(name)) return null;
  return functionName(`${parent}99`) === null ? null : `${parent}99`;
}

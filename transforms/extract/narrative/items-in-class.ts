/**
 * "社会保障和就业支出90万元，其中：城市最低生活保障金支出80万元": behind a class its items are printed by their bare names.
 * Only where the class has one item of that name: 行政运行 is in many.
 */
import { functionCodesByName, functionName } from '../../vocabulary/function-codes.ts';
import type { FunctionItem } from './function-item.ts';
import { itemMark } from './marks.ts';
import type { Reading } from './reading.ts';

/** "公务员医疗补助支出预算为⟨20万元⟩" */
const NAME_AND_FIGURE = /^(\p{Script=Han}{3,30}?)((?:预算|决算)?数?(?:为|是|共)?[\ue000-\uefff])/u;

export interface ClauseItems {
  text: string;
  items: readonly FunctionItem[];
}

/** The clause with a mark for the item that it names, where it lists parts of a class; else as it is. */
export function withItemOfClass(text: string, items: readonly FunctionItem[], reading: Reading): ClauseItems {
  const { flow } = reading;
  const code = flow.inParts ? flow.whole?.functionCode : null;
  if (!code || flow.zone !== null) return { text, items };
  const [all, name, rest] = NAME_AND_FIGURE.exec(text) ?? [];
  const found = name === undefined ? null : itemOf(name, code, reading);
  return all === undefined || found === null
    ? { text, items }
    : { text: itemMark(items.length) + rest + text.slice(all.length), items: [...items, found] };
}

function itemOf(name: string, within: string, reading: Reading): FunctionItem | null {
  if (within.length > 5) return null;
  for (const form of [name, name.replace(/支出$/, '')]) {
    const code = itemCodeOf(form, within, reading);
    if (code !== null) return { names: [form], level: 3, code };
  }
  return null;
}

/**
 * The code of the one item of exactly this name, within a class where one is given: the document's tables first, then the
 * classification of the year. "示例镇小学教育" is not 小学教育. null where there is none, or more than one.
 */
export function itemCodeOf(name: string, within: string | null, reading: Reading): string | null {
  const parent = within === null ? null : functionName(within);
  const printed = reading.context.codesByName(name, parent === null ? [] : [parent], ITEM_DIGITS);
  if (printed?.length === ITEM_DIGITS && printed.startsWith(within ?? '')) return printed;
  const year = reading.disclosure.fiscalYear;
  const codes = functionCodesByName(name, {
    level: '项',
    ...(year === null ? {} : { year }),
    ...(within === null ? {} : { parentCode: within }),
  });
  return codes.length === 1 ? codes[0]! : null;
}

const ITEM_DIGITS = 7;

/**
 * Tables in a report that are not of the body whose report it is: those of the units below it, printed after its own, and
 * those of the body alone (本级) beside those of the whole department (汇总). Captions say so: 部门：某县第一中学.
 */
import type { Table } from '../../read/document.ts';
import type { Disclosure } from '../../recognise/disclosure.ts';
import { namesIn } from '../../recognise/organ-names.ts';

/** "部门：某局（本级）", "编制单位: 某局". */
const OWNER_CAPTION =
  /(?:部门|单位)\s*(?:[（(](?:单位|部门)[)）])?\s*(?:名\s*称)?\s*[:：]\s*(?:[[【]?\d+[\]】]?)?\s*([^\s:：]{4,40})/u;
const OWN_LEVEL = /本级|机关[)）]?$/;
const ALL_LEVELS = /汇总/;

/** Why a table is none of the report's; null where it is, or where nothing says that it is not. */
export function foreignTables(
  tables: readonly Table[],
  { bureauName, scope }: Disclosure,
): ReadonlyMap<Table, string> {
  const owners = new Map(tables.map((table) => [table, ownerOf(table)]));
  const printed = [...owners.values()].filter((owner) => owner !== null);
  const own = printed.filter((owner) => bureauName !== null && isSame(owner, bureauName));
  const foreign = new Map<Table, string>();
  if (own.length === 0) return foreign;
  const bothLevels =
    own.some((owner) => OWN_LEVEL.test(owner)) && own.some((owner) => ALL_LEVELS.test(owner));
  for (const [table, owner] of owners) {
    if (owner === null) continue;
    if (!isSame(owner, bureauName!)) foreign.set(table, '表格属于另一单位，不是本报告的部门');
    else if (bothLevels && (scope === 'unit' ? ALL_LEVELS : OWN_LEVEL).test(owner))
      foreign.set(
        table,
        scope === 'unit' ? '部门汇总的数，本报告是单位本级' : '单位本级的数，部门汇总另有表格',
      );
  }
  return foreign;
}

/** Only what reads as the name of a body; "县教育局" points and does not name. */
function ownerOf({ captions }: Table): string | null {
  for (const { text } of captions) {
    const printed = OWNER_CAPTION.exec(text)?.[1];
    if (printed !== undefined && namesIn(printed).length > 0) return printed;
  }
  return null;
}

/** With and without its place and its level: one body. */
function isSame(owner: string, bureau: string): boolean {
  const [a, b] = [bodyOf(owner), bodyOf(bureau)];
  return a.endsWith(b) || b.endsWith(a) || a.startsWith(b) || b.startsWith(a) || tailOf(a) === tailOf(b);
}

const bodyOf = (name: string): string => (namesIn(name)[0]?.name ?? name).replace(/[（(].*$/, '');

/** 医疗保障局 of 示例县医疗保障局 and of 示例土族自治县医疗保障局. */
const tailOf = (name: string): string => name.replace(/^.*[省市县区州旗盟](?=.{3})/u, '');

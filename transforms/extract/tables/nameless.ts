/** A project's form whose project is not named: torn off, or left blank. Its money must not pass for the department's. */
import { normaliseLabel } from '../../parse/label.ts';
import type { Table } from '../../read/document.ts';
import type { Disclosure } from '../../recognise/disclosure.ts';

/** "项目支出绩效自评表", "省级专项资金绩效自评表", "转移支付区域绩效目标自评表" */
const OF_PROJECT = /项目|专项|转移支付|补助资金/;
/** "部门整体支出绩效自评表", "项目和整体支出…": the department's, or either. */
const OF_WHOLE = /整体/;

/** Who carries a project out, and who answers for it: no form of a whole department asks that. */
const FIELD_OF_PROJECT = /^(项目)?实施单位|^项目负责人|^资金使用单位/;

/** `names`: what the form is called, as `normaliseLabel` leaves it. */
export function speaksOfProject(table: Table, names: readonly string[], disclosure: Disclosure): boolean {
  if (names.some((name) => OF_WHOLE.test(name))) return false;
  const asks = table.grid.some((row) =>
    row.some((cell) => cell !== null && FIELD_OF_PROJECT.test(normaliseLabel(cell.text))),
  );
  return asks || names.some((name) => OF_PROJECT.test(name)) || disclosure.kind === 'project_evaluation';
}

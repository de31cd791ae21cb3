/** A project's form whose project is not named: torn off, or left blank. Its money must not pass for the department's. */
import { normaliseLabel } from '../../parse/label.ts';
import type { Table } from '../../read/document.ts';
import type { TableContext } from './table-context.ts';

/** "项目支出绩效自评表", "省级专项资金绩效自评表", "转移支付区域绩效目标自评表" */
const OF_PROJECT = /项目|专项|转移支付|补助资金/;
/** "部门整体支出绩效自评表", "项目和整体支出…": the department's, or either. */
const OF_WHOLE = /整体/;

/** Who carries a project out, and who answers for it: no form of a whole department asks that. */
const FIELD_OF_PROJECT = /^(项目)?实施单位|^项目负责人|^资金使用单位/;

/** "部门（单位）名称": the form of a department asks whose it is. */
const FIELD_OF_BODY = /^(部门|单位)(\((部门|单位)\))?名称/;
/** Words that the title of a form has; anything else above a table is the text it was cut from. */
const FORM_TITLE = /表|自评|评价/;

/** `names`: what the form is called, as `normaliseLabel` leaves it. */
export function speaksOfProject(
  table: Table,
  names: readonly string[],
  { disclosure, namesProjects }: TableContext,
): boolean {
  if (names.some((name) => OF_WHOLE.test(name))) return false;
  if (asks(table, FIELD_OF_PROJECT) || names.some((name) => OF_PROJECT.test(name))) return true;
  if (disclosure.kind === 'project_evaluation') return true;
  // Cut off above its title and its fields, among forms of projects: it is one of them as well as the department's.
  const isCut = !names.some((name) => FORM_TITLE.test(name)) && !asks(table, FIELD_OF_BODY);
  return isCut && namesProjects && !OF_WHOLE.test(disclosure.title ?? '');
}

const asks = ({ grid }: Table, field: RegExp): boolean =>
  grid.some((row) => row.some((cell) => cell !== null && field.test(normaliseLabel(cell.text))));

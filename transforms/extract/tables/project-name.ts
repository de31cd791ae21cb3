/** Which project a form speaks of. */
import { tidyText } from '../../parse/label.ts';
import type { Table } from '../../read/document.ts';
import { headerLabel } from './columns.ts';
import { cellsOfRow } from './sections.ts';

/** 项目名称 | X, 转移支付（项目）名称 | X: the words to its right, or below it where the form breaks the line. */
const PROJECT_NAME_LABEL =
  /^(自评|评价)?(项目|专项|专项资金|资金|转移支付|政策)(\([^()]{2,6}\))?(支出|资金)?名称(及(编码|代码))?$/;
/** "项目名称：乡道养护" in one cell. */
const NAMED_IN_CELL =
  /^\s*(?:项目|专项|专项资金|转移支付)(?:[（(][^()（）]{2,6}[)）])?(?:支出|资金)?名称\s*[:：]\s*(\S.{1,60})$/u;
const HAS_NAME = /\p{Script=Han}{2,}/u;
/** What a form prints below the name of its project: the cell that should hold the name is empty. */
const NEXT_FIELD =
  /^(主管(部门|单位)|(项目)?实施单位|资金使用单位|预算单位|项目(资金|单位|负责人|类别|属性|类型|编码|代码|起止时间|概况)|年度(资金)?总额|年初预算|全年预算|年度总体目标|总体目标)/;

/** The project that this row names, null where it names none. */
export function projectAt(table: Table, row: number): string | null {
  const cells = cellsOfRow(table.grid, row);
  if (!cells.some((cell) => cell.text.includes('称'))) return null;
  const inCell = cells.flatMap((cell) => NAMED_IN_CELL.exec(cell.text)?.[1] ?? []);
  if (inCell.length === 1 && HAS_NAME.test(inCell[0]!)) return projectName(inCell[0]!);
  const at = cells.findIndex((cell) => PROJECT_NAME_LABEL.test(headerLabel(cell.text)));
  if (at < 0) return null;
  const right = cells.slice(at + 1).find((cell) => HAS_NAME.test(cell.text));
  const below = cellsOfRow(table.grid, row + 1).find((cell) => HAS_NAME.test(cell.text));
  const found = [right, below].find((cell) => cell && !NEXT_FIELD.test(headerLabel(cell.text)));
  return found ? projectName(found.text) : null;
}

/** "33010123T000000987654-信息化运行经费": budget systems print their own number in front of the name. */
const SYSTEM_NUMBER = /^[0-9A-Z]{10,}\s*[-—]\s*/;

export function projectName(text: string): string {
  return tidyText(text)
    .replace(SYSTEM_NUMBER, '')
    .replace(/^\d{1,2}、\s*/, '')
    .replace(
      /(?<=\P{ASCII})\s+(?=\P{ASCII})|(?<=\d)\s+(?=\p{Script=Han})|(?<=\p{Script=Han})\s+(?=\d)/gu,
      '',
    );
}

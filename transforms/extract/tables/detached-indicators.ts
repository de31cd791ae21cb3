/**
 * The indicators of a form that a dump cut off from its funds: targets, achievements and points, and no accounts. What else may
 * stand among them (money, persons insured, the total score) is left to be listed as unclaimed.
 */
import { normaliseLabel } from '../../parse/label.ts';
import type { Cell, Table } from '../../read/document.ts';
import { cellsOfRow } from './sections.ts';

/** "三级指标", "产出指标（50分）", "服务对象满意度指标" */
const LEVEL =
  /^(?:[一二三]级指标|产出指标|效益指标|满意度指标|成本指标|(?:数量|质量|时效|经济成本|社会成本|经济效益|社会效益|生态效益|可持续影响|服务对象满意度)指标)(?:\([^()]*\))?$/;
const LEAST_LEVELS = 3;
/** A table that prints one of these holds money beside its indicators. */
const MONEY =
  /资金总额|(?:预算|执行|决算|到位|安排|支出)(?:数|金额|额|资金)|^金额|年初预算|参保(?:人数|人员数?|率)$/;
/** "总分", "合计得分" */
const SCORE = /^(?:自评|项目)*(?:总分|总得分|合计得分|综合得分)/;

export const INDICATOR_VALUE = '绩效指标值不属于收支数据';

/** Whether a figure of the table is that of an indicator; null where the table is no list of indicators. */
export function detachedIndicators({ grid }: Table): ((cell: Cell) => boolean) | null {
  const rows = grid.map((_, row) => cellsOfRow(grid, row));
  const labels = rows.flat().map(({ text }) => normaliseLabel(text));
  const levels = new Set(labels.filter((label) => LEVEL.test(label)));
  if (levels.size < LEAST_LEVELS || labels.some((label) => MONEY.test(label) && !/率/.test(label)))
    return null;
  const scored = new Set(
    rows.flatMap((cells, row) => (cells.some(({ text }) => SCORE.test(normaliseLabel(text))) ? [row] : [])),
  );
  return ({ row }) => !scored.has(row);
}

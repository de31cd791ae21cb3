/**
 * "（一）预算执行情况" in the report on a department: "年初预算2500万元" below it is that of the whole, though nothing says so. Below
 * "（二）项目支出情况" the same heading is of the projects.
 */
import { numberingLevel } from '../../parse/heading.ts';
import { normaliseLabel } from '../../parse/label.ts';
import type { Paragraph } from '../../read/document.ts';

export interface BodyScope {
  /** The heading is about all that the department may spend and has spent. */
  whole: boolean;
  /** Level of the heading above that is about projects; null where none is. */
  projectsLevel: number | null;
  /** The heading prints what its lines are worth ("预算编制（5分）"): the scores below it are those of the lines. */
  marks: boolean;
}

export const noBody: BodyScope = { whole: false, projectsLevel: null, marks: false };

/** "预算安排及支出情况", "部门整体支出情况", "部门收支情况", "预算执行情况分析" */
const OF_WHOLE =
  /^(?:部门|单位|本级|机关|整体|财政|年度|全年|20\d{2}年度?)*(?:预算|整体支出|收支|资金收支|支出)(?:预算|决算|资金|安排|批复|编制|执行|使用|支出|收支|管理|总体|完成|及|和|与|、)*(?:情况)?(?:分析|说明)?$/;
/** "（5分）", "指标分值18分"; a hundred are those of the whole form. */
const MARKS = /[(（]\s*\d{1,2}(?:\.\d+)?\s*分\s*[)）]|分值\D{0,3}\d{1,2}(?:\.\d+)?\s*分/;
const OF_PROJECTS = /项目|专项/;
/** From here on a title without a number is as deep as a chapter. */
const CHAPTER = 2;

export function bodyBelow(before: BodyScope, { text }: Paragraph): BodyScope {
  const level = numberingLevel(text) ?? CHAPTER;
  const title = normaliseLabel(text).replace(/\([^()]*\)|。$/g, '');
  const marks = MARKS.test(text);
  if (before.projectsLevel !== null && level > before.projectsLevel)
    return { ...before, whole: false, marks };
  if (OF_PROJECTS.test(title) && !/整体/.test(title)) return { whole: false, projectsLevel: level, marks };
  return { whole: OF_WHOLE.test(title), projectsLevel: null, marks };
}

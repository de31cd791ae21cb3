/** What has to hold between a figure and what vouches for it, where reconciling says that it does not. */
import type { Relation } from '../checks/relation.ts';

/** As those of `transforms/checks`: ids are the `check_name` of findings and never change meaning. */
export const RECONCILIATION_RELATIONS = [
  {
    id: 'ocr.unconfirmed',
    kind: 'agreement',
    zh: '扫描页上识别出的数字，有勾稽关系或其他来源证实',
    en: 'a figure recognised on a scanned page is confirmed by an identity or by another source',
    why: '文字识别会把同一个数字在各处错成同样的样子：没有证实的不采用，列出待核对。',
  },
  {
    id: 'correction.stale',
    kind: 'agreement',
    zh: '更正所针对的数字，就是现在采用的数字',
    en: 'the figure that a correction was written against is the one in use',
    why: '更正写明它所更正的错误数字；报告改正之后，原来的更正不再适用，须复核。',
  },
  {
    id: 'correction.unmatched',
    kind: 'agreement',
    zh: '更正所针对的数字，在已公开的数字之中',
    en: 'the figure that a correction was written against is among those published',
    why: '更正按单位、年度、科目、口径指明数字；指不到任何数字的更正没有作用。',
  },
] as const satisfies readonly Relation[];

export type ReconciliationCheck = (typeof RECONCILIATION_RELATIONS)[number]['id'];

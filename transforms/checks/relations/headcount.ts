/** 在职人员: by kind of post. */
import type { SumRelation } from '../relation.ts';

export const headcountSums: readonly SumRelation[] = [
  {
    id: 'headcount.in_post_parts_sum',
    kind: 'sum',
    zh: '在职人员等于公务员、参公人员、事业人员之和',
    en: 'staff in post are civil servants, staff managed like them, and institution staff',
    why: '在职人员按编制性质分类；个别单位另有工勤等其他人员，故不足部分只提请核对。',
    wholes: [{ concept: 'headcount.in_post' }],
    atLeast: 2,
    parts: [
      { concept: 'headcount.civil_servants', zh: '公务员', en: 'civil servants' },
      { concept: 'headcount.civil_service_managed', zh: '参公人员', en: 'managed like civil servants' },
      { concept: 'headcount.institution', zh: '事业人员', en: 'institution staff' },
      { concept: 'headcount.other', zh: '其他人员', en: 'others', either: true },
    ],
    shortage: 'warning',
  },
];

/** 类、款、项: a code's amount is the sum of the codes below it. */
import type { CodesFamily, CodesRelation, Slot, SumRelation } from '../relation.ts';

const functionalChildren: CodesRelation = {
  id: 'codes.functional_children_sum',
  kind: 'codes',
  zh: '支出功能分类：合计等于各类之和，类等于其款之和，款等于其项之和',
  en: 'functional classification: children sum to their parent',
  why: '政府收支分类科目：项属于款，款属于类；同一表中上级科目按下级科目加总。',
  concepts: [
    'revenue',
    'expenditure',
    'expenditure.basic',
    'expenditure.project',
    'expenditure.superior_remittance',
    'expenditure.business',
    'expenditure.affiliate_subsidy',
  ],
  along: 'functionCode',
};

const economicChildren: CodesRelation = {
  id: 'codes.economic_children_sum',
  kind: 'codes',
  zh: '部门预算支出经济分类：合计等于各类之和，类等于其款之和',
  en: 'economic classification: children sum to their parent',
  why: '政府收支分类科目：款属于类；同一表中上级科目按下级科目加总。',
  concepts: ['expenditure.basic', 'agency_running_costs'],
  along: 'economicCode',
};

const functionalTotals: CodesRelation = {
  id: 'codes.functional_total_elsewhere',
  kind: 'codes',
  zh: '支出功能分类各类之和不大于他表所列合计',
  en: 'functional categories do not exceed the total that another table prints',
  why: '同一口径的合计在各表一致；本表未列合计行时，以他表合计核对。',
  concepts: ['revenue', 'expenditure', 'expenditure.basic', 'expenditure.project'],
  along: 'functionCode',
  totalElsewhere: { completeWith: [] },
};

const economicTotals: CodesRelation = {
  id: 'codes.economic_total_elsewhere',
  kind: 'codes',
  zh: '经济分类各类之和等于他表所列基本支出合计',
  en: 'economic categories sum to the basic expenditure that another table prints',
  why: '基本支出按经济分类与按功能分类两表合计一致。',
  concepts: ['expenditure.basic'],
  along: 'economicCode',
  // 工资福利支出 and 商品和服务支出: a table with both is the table of all basic expenditure.
  totalElsewhere: { completeWith: ['301', '302'] },
};

export const codeSums: readonly CodesFamily[] = [
  { children: functionalChildren, totals: functionalTotals },
  { children: economicChildren, totals: economicTotals },
];

/** The economic table is printed of one fund only: usually the general public budget, else whichever there is. */
const codeOfAnyFund = (economicCode: string, zh: string, en: string): Slot => {
  const slot = { concept: 'expenditure.basic', economicCode, zh, en } as const;
  const generalPublic: Slot = { ...slot, fund: 'general_public' };
  const fiscal: Slot = { ...slot, fund: 'fiscal', or: [generalPublic] };
  return { ...slot, fund: 'all', or: [fiscal] };
};

export const personnelSums: readonly SumRelation[] = [
  {
    id: 'expenditure.personnel_codes_sum',
    kind: 'sum',
    zh: '人员经费等于工资福利支出（301）加对个人和家庭的补助（303）',
    en: 'personnel expenditure is wages and benefits (301) plus transfers to persons (303)',
    why: '基本支出表下方的人员经费合计按301、303两类加总。',
    wholes: [{ concept: 'expenditure.personnel' }],
    // Some cities count staff on loan, paid from 委托业务费 (302), into what the text calls 人员经费.
    proseMayOmitIn: ['budget', 'final_accounts'],
    // 合计 | 人员经费 | 公用经费: activities of the retired are 303 and stand under 公用经费.
    notUnderHeader: /人员经费/,
    along: [],
    parts: [
      codeOfAnyFund('301', '工资福利支出', 'wages and benefits'),
      codeOfAnyFund('303', '对个人和家庭的补助', 'transfers to persons'),
    ],
  },
];

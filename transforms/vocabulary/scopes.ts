/** Whether a report speaks for a department with all its units or for one unit, and the words that say so. */

import type { Scope } from '../recognise/disclosure.ts';
import { lookupOf, type PrintedForms } from './printed-forms.ts';

export const SCOPE_FORMS: readonly PrintedForms<Scope>[] = [
  {
    value: 'department',
    zh: '部门',
    en: 'department',
    labels: [
      '部门决算',
      '部门预算',
      '部门汇总',
      '部门合计',
      '本部门',
      '部门预决算',
      '部门整体',
      '部门整体支出',
      '汇总',
      '主管部门',
      '部门(汇总)',
      '全部门',
    ],
  },
  {
    value: 'unit',
    zh: '单位',
    en: 'unit',
    labels: [
      '单位决算',
      '单位预算',
      '本单位',
      '预算单位',
      '单位预决算',
      '本级',
      '单位本级',
      '部门本级',
      '基层单位',
      '单位(本级)',
      '机关本级',
      '所属单位',
      '下属单位',
      '本级单位',
    ],
  },
];

/** The scope that a phrase names; null for every other phrase. Exact after normalisation. */
export const scopeByLabel = lookupOf(SCOPE_FORMS);

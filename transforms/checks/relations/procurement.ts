/** 政府采购: goods, works and services; and the contracts that went to smaller firms. */
import type { OrderRelation, SumRelation } from '../relation.ts';

export const procurementSums: readonly SumRelation[] = [
  {
    id: 'procurement.parts_sum',
    kind: 'sum',
    zh: '政府采购合计等于货物、工程、服务三项之和',
    en: 'procurement is goods, works and services',
    why: '政府采购法第二条：采购对象为货物、工程和服务。',
    wholes: [{ concept: 'procurement' }],
    parts: [
      { concept: 'procurement.goods', zh: '货物', en: 'goods' },
      { concept: 'procurement.works', zh: '工程', en: 'works' },
      { concept: 'procurement.services', zh: '服务', en: 'services' },
    ],
  },
];

export const procurementOrders: readonly OrderRelation[] = [
  {
    id: 'procurement.micro_within_sme',
    kind: 'order',
    zh: '授予小微企业合同金额不大于授予中小企业合同金额',
    en: 'contracts to small and micro firms are among those to small and medium firms',
    why: '中小企业包括小微企业（中小企业促进法第二条）。',
    smaller: {
      concept: 'procurement.micro',
      zh: '授予小微企业合同金额',
      en: 'contracts to small and micro firms',
    },
    larger: {
      concept: 'procurement.sme',
      zh: '授予中小企业合同金额',
      en: 'contracts to small and medium firms',
    },
    severity: 'error',
  },
  {
    id: 'procurement.sme_within_total',
    kind: 'order',
    zh: '授予中小企业合同金额不大于政府采购支出合计',
    en: 'contracts to small and medium firms are part of all procurement',
    why: '决算公开说明以政府采购支出总额为其占比的分母；合同金额与当年支出口径不同，故只提请核对。',
    smaller: {
      concept: 'procurement.sme',
      zh: '授予中小企业合同金额',
      en: 'contracts to small and medium firms',
    },
    larger: { concept: 'procurement', zh: '政府采购合计', en: 'procurement' },
    severity: 'warning',
  },
];

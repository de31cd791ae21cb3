/** 资产: what the balance sheet says. */
import type { SumRelation } from '../relation.ts';

export const assetSums: readonly SumRelation[] = [
  {
    id: 'asset.net_difference',
    kind: 'sum',
    zh: '净资产等于资产总额减负债总额',
    en: 'net assets are assets less liabilities',
    why: '政府会计准则——基本准则：净资产是资产扣除负债后的净额。',
    wholes: [{ concept: 'asset.net' }],
    atLeast: 2,
    parts: [
      { concept: 'asset', zh: '资产总额', en: 'assets' },
      { concept: 'asset.liabilities', zh: '负债总额', en: 'liabilities', sign: -1 },
    ],
  },
  {
    id: 'asset.fixed_net_difference',
    kind: 'sum',
    zh: '固定资产净值等于原值减累计折旧',
    en: 'net fixed assets are original cost less accumulated depreciation',
    why: '资产负债表：固定资产净值＝原值－累计折旧。',
    wholes: [{ concept: 'asset.fixed_net' }],
    atLeast: 2,
    parts: [
      { concept: 'asset.fixed_original', zh: '固定资产原值', en: 'original cost' },
      { concept: 'asset.fixed_depreciation', zh: '累计折旧', en: 'depreciation', sign: -1 },
    ],
  },
];

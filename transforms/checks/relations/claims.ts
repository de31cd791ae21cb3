/** What sentences say about figures, and what each word promises. */
import type { Claim } from '../../extract/fact.ts';
import type { Relation } from '../relation.ts';

export interface ClaimRelation extends Relation {
  kind: 'claim';
  /** What the stated figure is called in a finding; null where the claim is a word. */
  noun: string | null;
}

const claim = { kind: 'claim', why: '文字说明中的比率和增减须能由同一报告的数字复算。' } as const;

export const CLAIM_RELATIONS: Readonly<Record<Claim['kind'], ClaimRelation>> = {
  completion: {
    ...claim,
    id: 'claim.completion',
    zh: '完成预算的百分比等于决算数除以预算数',
    en: 'a stated completion is actual over budget',
    noun: '完成预算比例',
  },
  share: {
    ...claim,
    id: 'claim.share',
    zh: '占比等于部分除以整体',
    en: 'a stated share is part over whole',
    noun: '占比',
  },
  change_rate: {
    ...claim,
    id: 'claim.change_rate',
    zh: '增减幅度等于增减额除以上年数',
    en: 'a stated rate of change recomputes',
    noun: '增减幅度',
  },
  change_amount: {
    ...claim,
    id: 'claim.change_amount',
    zh: '增减额等于本年数减上年数',
    en: 'a stated change is this year less last year',
    noun: '增减额',
  },
  direction: {
    ...claim,
    id: 'claim.direction',
    zh: '“大于”“小于”与两数的大小一致',
    en: 'words of comparison agree with the figures',
    noun: null,
  },
  unchanged: {
    ...claim,
    id: 'claim.unchanged',
    zh: '“持平”的两数相等',
    en: 'what is called unchanged is equal',
    noun: null,
  },
};

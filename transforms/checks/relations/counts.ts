/** 三公: money that was spent on something, and how many of it the same report counts. */
import type { ConceptId } from '../../vocabulary/concept.ts';
import type { Severity } from '../finding.ts';
import type { Relation } from '../relation.ts';

export interface CountRelation extends Relation {
  kind: 'agreement';
  amount: ConceptId;
  /** Where every one of them that is printed is zero, nothing was counted. */
  counts: readonly ConceptId[];
  /** Without this count, money beside zeros is no more than worth a note. */
  tellingCount?: ConceptId;
  /** Least that one of them costs, in fen: a sum rounded to "0.00万元" may have paid for a few. */
  leastFen: number;
  /** What it means that something was counted and no money spent. */
  unpaid: Severity;
}

const counted = { kind: 'agreement' } as const;

export const COUNT_RELATIONS: readonly CountRelation[] = [
  {
    ...counted,
    id: 'counts.reception',
    zh: '有公务接待费的有接待批次、人次，有批次的有接待费',
    en: 'where there is money for reception there are guests, and the other way round',
    why: '“三公”经费说明的批次、人次是当年接待费开支的批次、人次；支付以前年度费用、外宾接待另计等须作说明，故只提请核对。',
    amount: 'three_public.reception',
    counts: ['three_public.reception_batches', 'three_public.reception_persons'],
    leastFen: 500,
    unpaid: 'warning',
  },
  {
    ...counted,
    id: 'counts.overseas',
    zh: '有因公出国（境）费的有出国团组、人次',
    en: 'where there is money for overseas travel there are travellers',
    why: '“三公”经费说明的团组、人次是当年出国（境）费开支的团组、人次；参加其他单位组团的，费用可能由组团单位承担，故只提请核对。',
    amount: 'three_public.overseas',
    counts: ['three_public.overseas_groups', 'three_public.overseas_persons'],
    // "本单位组团0个": its people may have travelled with the groups of others.
    tellingCount: 'three_public.overseas_persons',
    leastFen: 10_000,
    unpaid: 'note',
  },
  {
    ...counted,
    id: 'counts.vehicle_purchase',
    zh: '有公务用车购置费的有购置车辆，有购置车辆的有购置费',
    en: 'where there is money for buying vehicles there are vehicles bought, and the other way round',
    why: '“三公”经费说明的购置数是当年购置费购入的车辆；支付上年购车尾款、无偿调入等须作说明，故只提请核对。',
    amount: 'three_public.vehicle_purchase',
    counts: ['three_public.vehicles_purchased'],
    leastFen: 1_000_000,
    unpaid: 'warning',
  },
];

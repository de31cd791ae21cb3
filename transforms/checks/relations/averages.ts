/** Figures per person, batch and vehicle that sentences print: an amount over a count that the report prints too. */
import type { AverageKind } from '../../extract/averages.ts';
import type { ConceptId } from '../../vocabulary/concept.ts';
import type { Relation } from '../relation.ts';

export interface AverageRelation extends Relation {
  kind: 'rate';
  amount: ConceptId;
  count: ConceptId;
  countZh: string;
  countEn: string;
}

const average = {
  kind: 'rate',
  why: '平均数由同一报告所列金额除以人次、批次或辆数得出，须能复算。',
} as const;

export const AVERAGE_RELATIONS: Readonly<Record<AverageKind, AverageRelation>> = {
  average_reception_person: {
    ...average,
    id: 'average.reception_person',
    zh: '人均接待费等于公务接待费除以接待人次',
    en: 'reception per guest is reception over guests',
    amount: 'three_public.reception',
    count: 'three_public.reception_persons',
    countZh: '接待人次',
    countEn: 'guests',
  },
  average_reception_batch: {
    ...average,
    id: 'average.reception_batch',
    zh: '每批次平均接待费等于公务接待费除以接待批次',
    en: 'reception per batch is reception over batches',
    amount: 'three_public.reception',
    count: 'three_public.reception_batches',
    countZh: '接待批次',
    countEn: 'batches',
  },
  average_vehicle_running: {
    ...average,
    id: 'average.vehicle_running',
    zh: '每辆车平均运行维护费等于公务用车运行维护费除以公务用车保有量',
    en: 'running cost per vehicle is running cost over vehicles held',
    amount: 'three_public.vehicle_operation',
    count: 'three_public.vehicles_held',
    countZh: '公务用车保有量',
    countEn: 'vehicles held',
  },
  average_vehicle_purchase: {
    ...average,
    id: 'average.vehicle_purchase',
    zh: '每辆车平均购置费等于公务用车购置费除以购置辆数',
    en: 'purchase cost per vehicle is purchase cost over vehicles bought',
    amount: 'three_public.vehicle_purchase',
    count: 'three_public.vehicles_purchased',
    countZh: '购置辆数',
    countEn: 'vehicles bought',
  },
};

/**
 * What a document says about itself that is no figure of the warehouse: that a table is empty, how much money its
 * evaluations cover, a blank that nobody filled in. The checks hold it against the figures.
 */
import type { Quantity } from '../parse/quantity.ts';
import type { Location } from '../read/document.ts';
import type { Medium } from './fact.ts';
import type { Witness } from './witness.ts';

export const REMARK_KINDS = [
  'empty_table', // 注：…故本表为空表
  'evaluated_projects', // 对2项项目开展绩效自评，共涉及资金356万元
  'same_as_goods_and_services', // 机关运行经费…与基本支出表的“商品和服务支出”一致
  'blank_amount', // 支出决算为××万元, 支出决算为万元
  'blank_name', // XX局
  'undecided_direction', // 增加（减少）12.30万元
] as const;
export type RemarkKind = (typeof REMARK_KINDS)[number];

export interface Remark {
  kind: RemarkKind;
  /** The year that it names, else that of the report. */
  fiscalYear: number;
  /** Number of the table that it speaks of; null for sentences. */
  table: number | null;
  /** How many things it counts (projects, occurrences of a blank); null where it counts nothing. */
  count: number | null;
  /** The amount it states; null where it states none. */
  quantity: Quantity | null;
  medium: Medium;
  location: Location;
  quote: string;
}

export type RemarkOfBureau = Remark &
  Pick<
    Witness,
    | 'documentId'
    | 'sourceFile'
    | 'bureauId'
    | 'bureauName'
    | 'regionCode'
    | 'scope'
    | 'disclosureKind'
    | 'reportYear'
  >;

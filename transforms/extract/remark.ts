/**
 * What a document says about itself that is no figure of the warehouse: that a table is empty, how much money its
 * evaluations cover, a blank that nobody filled in. The checks hold it against the figures.
 */
import type { Quantity } from '../parse/quantity.ts';
import type { Location } from '../read/document.ts';
import type { Medium } from './fact.ts';
import type { Owner } from './owner.ts';

export const REMARK_KINDS = [
  'empty_table', // 注：…故本表为空表
  'evaluated_projects', // 对2项项目开展绩效自评，共涉及资金356万元
  'same_as_goods_and_services', // 机关运行经费…与基本支出表的“商品和服务支出”一致
  'blank_amount', // 支出决算为××万元, 支出决算为万元
  'blank_name', // XX局
  'incomplete_year', // 202年度
  'undecided_direction', // 增加（减少）12.30万元
  'changed_and_unchanged', // 减少为0.00万元，与2023年持平
  'double_negative', // 减少-3.20万元
  'missing_percent_sign', // 占48.50，… 占51.50%
  'missing_unit', // 年初预算为3.00万元，支出决算为2.80。
  'old_class_name', // 文化体育与传媒支出（类）, where the tables print 文化旅游体育与传媒支出
  'other_body', // 示例区城市管理局2025年度收入支出总计…, in the report of 示例区水务局
  'undisclosed_guests', // 接待外宾0批次, and no word of others
  'undisclosed_vehicles_bought', // 公务用车购置及运行维护费18.40万元, and no word of buying
  'average_reception_person', // 公务接待…人均75元
  'average_reception_batch', // 平均每批次560元
  'average_vehicle_running', // 每辆车平均运行维护费2.56万元
  'average_vehicle_purchase', // 购置公务用车2辆，平均每辆17.98万元
  'vehicle_kinds', // 共有车辆4辆，其中：机要通信用车1辆、其他用车3辆
  'far_target', // 年度指标值 ≥10次 ‖ 实际完成值 1000次
  'unread_table', // the reader kept a table, or part of one, as text: said by the program, not by the document
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

export type RemarkOfBureau = Remark & Owner;

/**
 * One line of the points that a self-evaluation awards. Points are not facts of the warehouse (only the total
 * is, as `evaluation.score`); they are read so that the total can be added up and the rule of the form checked.
 */
import type { Quantity } from '../parse/quantity.ts';
import type { Location } from '../read/document.ts';
import type { Medium } from './fact.ts';
import type { Owner } from './owner.ts';

export interface ScoreItem {
  fiscalYear: number;
  /** Name of the project whose form it is; null for the bureau's own evaluation. */
  project: string | null;
  /** Which printed form the line belongs to ("表12"): lines of one form are added up. */
  form: string;
  /** Label as printed ("数量指标", "年度资金总额", "总分"). */
  item: string;
  /** `execution`: the points for executing the budget; `subtotal` lines repeat others and are not added. */
  role: 'item' | 'execution' | 'subtotal' | 'total';
  /** 分值 or 权重, in points; null where not printed. */
  fullMarks: Quantity | null;
  /** 得分; null where not printed. */
  awarded: Quantity | null;
  /** 执行率 printed in the same row, in percent; null where there is none. */
  executionRatePrinted: Quantity | null;
  medium: Medium;
  location: Location;
  quote: string;
}

export type ScoreItemOfBureau = ScoreItem & Owner;

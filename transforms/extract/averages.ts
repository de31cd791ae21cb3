/** Figures per person, per batch and per vehicle that a sentence works out for its reader. */
import { readNumber, toQuantity } from '../parse/amount.ts';
import type { Quantity } from '../parse/quantity.ts';
import type { RemarkKind } from './remark.ts';

export type AverageKind = Extract<RemarkKind, `average_${string}`>;

export interface Average {
  readonly kind: AverageKind;
  readonly quantity: Quantity;
  /** What the sentence itself divides by; null where it does not say. */
  readonly count: number | null;
}

interface AverageForm {
  readonly kind: AverageKind;
  /** In the sentence without spaces: the figure and its unit right behind the words. */
  readonly form: RegExp;
  /** What the sentence must speak of, and what it must not: 人均 may be of anything. */
  readonly about: RegExp;
  readonly notAbout: RegExp;
  /** "396人次", "保有量为6辆" in the same sentence. */
  readonly counted: RegExp;
}

const FIGURE = '(?:为|是)?(\\d[\\d,]*(?:\\.\\d+)?)(元|万元)';
const NOTHING = /(?!)/;

const FORMS: readonly AverageForm[] = [
  {
    kind: 'average_reception_person',
    // "人均接待费75元", "人均62.56元", "平均每人次68元"
    form: new RegExp(
      `(?:人均|平均每人次?|每人次?平均)(?:公务)?(?:接待)?(?:费用?|支出|花费|消费|标准)?${FIGURE}`,
    ),
    about: /接待/,
    notAbout: /培训|会议|出国|出境|公用经费|人员经费|外事|外宾|超过|不得|以内|标准/,
    counted: /(\d[\d,]*)人次?(?!均)/,
  },
  {
    kind: 'average_reception_batch',
    // "平均每批次551.5元", "批均560元"
    form: new RegExp(`(?:平均每批次?|每批次?平均|批次?均)(?:公务)?(?:接待)?(?:费用?|支出)?${FIGURE}`),
    about: /接待|批次/,
    notAbout: /培训|会议|外事|外宾|超过|不得|以内/,
    counted: /(\d[\d,]*)批次?(?!均)/,
  },
  {
    kind: 'average_vehicle_running',
    // "每辆车平均运行维护费2.56万元", "车均运行维护费2.69万元", "平均每辆车运行维护费2.06万元"
    form: new RegExp(
      `(?:平均每(?:辆|台)(?:公务用)?车?|每(?:辆|台)(?:公务用)?车?平均?|车均|单车)(?:平均)?(?:公务用车)?(?:运行(?:维护)?|运维)(?:费用?|支出)?${FIGURE}`,
    ),
    about: /车/,
    notAbout: NOTHING,
    counted: /(?:保有量|保有|共有)[^，。；\d]{0,4}(\d+)[辆台]/,
  },
  {
    kind: 'average_vehicle_purchase',
    // "当年购置公务用车2辆，平均每辆17.98万元"
    form: new RegExp(`(?:平均每(?:辆|台)车?|每(?:辆|台)车?平均)(?:购置)?(?:费用?|价格?|支出)?${FIGURE}`),
    about: /购置|更新/,
    notAbout: /运行|维护/,
    counted: /(?:购置|更新)[^，。；\d]{0,10}(\d+)[辆台]/,
  },
];

/** "约", "近", "不超过": no figure to hold against anything. None of the forms lets them stand between words and figure. */
export function averagesIn(sentence: string): readonly Average[] {
  const text = sentence.replace(/\s+/g, '');
  return FORMS.flatMap(({ kind, form, about, notAbout, counted }) => {
    const [, amount, unit] = form.exec(text) ?? [];
    if (amount === undefined || unit === undefined || !about.test(text) || notAbout.test(text)) return [];
    const reading = readNumber(amount);
    const quantity = reading.kind === 'number' ? toQuantity(reading, 'CNY', unit) : null;
    const count = counted.exec(text)?.[1]?.replace(/,/g, '');
    return quantity === null ? [] : [{ kind, quantity, count: count === undefined ? null : Number(count) }];
  });
}

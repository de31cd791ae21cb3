/** What one office prints otherwise than the next in the same statements. */

export interface StatementStyle {
  /** A column 行次 beside the labels. */
  rowNumbers: boolean;
  /** 公务接待费 before 公务用车. */
  receptionFirst: boolean;
  /** The first statement cuts every amount to one decimal. */
  clipped: boolean;
  /** 科目 with nothing on them are left out of the totals. */
  shortList: boolean;
}

export const USUAL_STYLE: StatementStyle = {
  rowNumbers: true,
  receptionFirst: false,
  clipped: false,
  shortList: false,
};

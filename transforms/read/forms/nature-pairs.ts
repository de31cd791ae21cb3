/**
 * "按支出性质分： … 其中：基本支出：480.12 … 项目支出：350.88": below its total, Hunan's form says once more what the year's
 * money was by source and by nature, each label and its figure in one cell.
 */

export interface NaturePairs {
  end: number;
  row: { start: number; cells: readonly string[] };
}

/** "按收入性质分：" and "按支出性质分：", some with their sums behind them. */
const OPENING = /^[\s|]*(按(?:收入|支出)性质分\s*[:：])\s*(\d[\d,]*(?:\.\d+)?)?/;
/** A label and its colon; what a blank cell leaves is the next label. */
const PAIR =
  /^[\s|]*((?:其\s*中\s*[:：]\s*)?(?:一般公共预算(?:拨款)?|政府性基金(?:预算)?拨款|纳入专户管理的\s*非税收入拨款|其他资金|基本支出|项目支出)\s*[:：])[\s|]*(\d[\d,]*(?:\.\d+)?(?!\s*[\d.%％]))?/;
/** Six labels below two. */
const MOST_PAIRS = 8;

/** What stands right behind the rows of the year's money; null where nothing of this is printed. */
export function naturePairsAt(text: string, from: number): NaturePairs | null {
  let end = from;
  const cells: string[] = [];
  for (let pairs = 0; pairs < MOST_PAIRS; pairs++) {
    const rest = text.slice(end, end + REACH);
    const found = OPENING.exec(rest) ?? (pairs === 0 ? null : PAIR.exec(rest));
    if (found === null) break;
    if (found[2] !== undefined) cells.push(`${found[1]!.replace(/\s/g, '')}${found[2]}`);
    end += found[0].length;
  }
  // An empty first cell keeps the row from being a line of text.
  return cells.length === 0 ? null : { end, row: { start: from, cells: ['', '', ...cells] } };
}

/** A pair and the spaces in front of it. */
const REACH = 80;

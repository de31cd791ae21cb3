/** The last row of a flattened form: 总分, full marks and what was awarded of them. */
import { splitPoints } from './split-figures.ts';

export interface PointsRow {
  start: number;
  cells: readonly string[];
}

/** "一级指标 二级指标 三级指标 … 分值 得分": the header that the indicators and their total stand under. */
const HEADER = /一级\s*指标[\s|]*二级\s*指标[\s|]*三级\s*指标/;
/** "总分 100 96", "总分100100", "合计 | 100 | 98.5 |". */
const TOTAL = /(总\s*分|总\s*得\s*分|合\s*计)[\s|:：]*(\d[\d.]*)(?:[\s|]+(\d[\d.]*))?(?!\s*[\d.%％分])/gu;
/** The next form, or the notes of this one. */
const END = /项目\s*名称|自评表/;
const LEAST_FULL_MARKS = 80;

/** The points of the form whose money ends at `from`; the money of the next form begins at `until`. */
export function pointsAfter(text: string, from: number, until: number): readonly PointsRow[] {
  const [rest = ''] = text.slice(from, until).split(END, 1);
  const header = HEADER.exec(rest);
  if (header === null) return [];
  const totals = [...rest.slice(header.index).matchAll(TOTAL)].flatMap((match) => {
    const points = pointsOf(match[2]!, match[3]);
    return points === null ? [] : [{ start: from + header.index + match.index, label: match[1]!, points }];
  });
  if (totals.length !== 1) return [];
  const { start, label, points } = totals[0]!;
  return [
    { start: from + header.index, cells: ['一级指标', '二级指标', '三级指标', '分值', '得分'] },
    { start, cells: [label.replace(/\s/g, ''), '', '', ...points] },
  ];
}

function pointsOf(first: string, second: string | undefined): [string, string] | null {
  if (second === undefined) return splitPoints(first);
  const full = Number(first);
  return full >= LEAST_FULL_MARKS && full <= 100 && Number(second) <= full ? [first, second] : null;
}

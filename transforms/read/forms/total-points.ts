/** The last row of a flattened form: 总分, full marks and what was awarded of them. */
import { splitPoints } from './split-figures.ts';

export interface PointsRow {
  start: number;
  cells: readonly string[];
}

export interface TotalPoints {
  /** Where the row of the total begins and ends in the text. */
  start: number;
  end: number;
  rows: readonly PointsRow[];
}

/** "一级指标 二级指标 三级指标 … 分值 得分": the header that the indicators and their total stand under. */
const HEADER = /一级\s*指标[\s|]*二级\s*指标[\s|]*三级\s*指标/;
/** "总分 100 96", "总分100100", "合计 | 100 | 98.5 |", "总分（100分） 96分". */
const TOTAL =
  /(总\s*分|总\s*得\s*分|合\s*计)[\s|:：(（]*(\d[\d.]*)分?[)）]?(?:[\s|]+(\d[\d.]*)分?)?(?!\s*[\d.%％分])/gu;
/** The next form, or the notes of this one. */
const END = /项目\s*名称|自评表/;
const LEAST_FULL_MARKS = 80;
/** "总分 100 9": where the text ends there, the other digits may have been cut off. */
const LEAST_LAST = 30;
/** "年初目标值（A） 实际完成值（B） 得分": between the header's first words and its last. */
const ONLY_AWARDED = /^(?:(?!分\s*值|权\s*重|得\s*分).){0,80}得\s*分/su;

/** The points of the form whose money ends at `from`; the money of the next form begins at `until`. */
export function pointsAfter(text: string, from: number, until: number): TotalPoints | null {
  const [rest = ''] = text.slice(from, until).split(END, 1);
  const header = HEADER.exec(rest);
  if (header === null) return null;
  const behind = header.index + header[0].length;
  const hasFullMarks = !ONLY_AWARDED.test(rest.slice(behind));
  const totals = [...rest.slice(behind).matchAll(TOTAL)].flatMap((match) => {
    const points = hasFullMarks ? pointsOf(match[2]!, match[3]) : awardedOf(match[2]!, match[3]);
    return points === null ? [] : [{ match, points }];
  });
  const [total] = totals;
  if (total === undefined || totals.length > 1) return null;
  const isLast = rest.slice(behind + total.match.index + total.match[0].length).trim() === '';
  if (isLast && Number(total.points.at(-1)) < LEAST_LAST) return null;
  const start = from + behind + total.match.index;
  return {
    start,
    end: start + total.match[0].length,
    rows: [
      {
        start: from + header.index,
        cells: ['一级指标', '二级指标', '三级指标', ...(hasFullMarks ? ['分值'] : []), '得分'],
      },
      { start, cells: [total.match[1]!.replace(/\s/g, ''), '', '', ...total.points] },
    ],
  };
}

function pointsOf(first: string, second: string | undefined): readonly string[] | null {
  if (second === undefined) return splitPoints(first);
  const full = Number(first);
  return full >= LEAST_FULL_MARKS && full <= 100 && Number(second) <= full ? [first, second] : null;
}

/** The form prints no full marks: its total is what was awarded. */
function awardedOf(only: string, second: string | undefined): readonly string[] | null {
  return second === undefined && Number(only) <= 100 ? [only] : null;
}

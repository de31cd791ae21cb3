/** The points an invented bureau gives itself, by the rule of its own form: 10 for execution, 90 for indicators. */
import { drawn } from './vary.ts';

export const EXECUTION_POINTS = 10;

export interface Indicator {
  first: string;
  second: string;
  name: string;
  target: string;
  result: string;
  points: number;
  awarded: number;
}

const INDICATORS: readonly Omit<Indicator, 'awarded'>[] = [
  {
    first: '产出指标（50分）',
    second: '数量指标',
    name: '现场检查次数',
    target: '≥4次',
    result: '5次',
    points: 15,
  },
  {
    first: '产出指标（50分）',
    second: '质量指标',
    name: '检查覆盖面',
    target: '100%',
    result: '100%',
    points: 15,
  },
  {
    first: '产出指标（50分）',
    second: '时效指标',
    name: '按期办结',
    target: '12月底前',
    result: '已办结',
    points: 10,
  },
  {
    first: '产出指标（50分）',
    second: '成本指标',
    name: '费用控制',
    target: '不超预算',
    result: '未超预算',
    points: 10,
  },
  {
    first: '效益指标（30分）',
    second: '社会效益指标',
    name: '群众负担',
    target: '有所减轻',
    result: '有所减轻',
    points: 15,
  },
  {
    first: '效益指标（30分）',
    second: '可持续影响指标',
    name: '制度建设',
    target: '逐步健全',
    result: '逐步健全',
    points: 15,
  },
  {
    first: '满意度指标（10分）',
    second: '服务对象满意度指标',
    name: '办事群众满意度',
    target: '≥92%',
    result: '94%',
    points: 10,
  },
];

/** Indicators of one form; `subject` is the project, or the bureau itself. Adds up to 90 at most. */
export function indicatorsOf(bureau: string, year: number, subject: string): readonly Indicator[] {
  return INDICATORS.map((indicator) => {
    const lost = drawn(bureau, year, subject, indicator.name, 'lost') < 0.25 ? 1 : 0;
    return { ...indicator, awarded: indicator.points - lost };
  });
}

/** In hundredths of a point: what was spent of what could be spent. */
export function executionPoints(actual: number, adjusted: number): number {
  return Math.round(Math.min(1, actual / adjusted) * EXECUTION_POINTS * 100);
}

/** Points with at most two decimals: 9.37, 8.5, 95. */
export function totalScore(indicators: readonly Indicator[], executionHundredths: number): number {
  return (indicators.reduce((sum, { awarded }) => sum + awarded * 100, 0) + executionHundredths) / 100;
}

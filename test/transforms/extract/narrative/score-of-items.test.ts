import { describe, expect, it } from 'vitest';
import { narrativeOf } from '../../../support/narrative.ts';

const form = [
  '三、绩效分析',
  '（一）预算编制（40分）',
  '1. 编制合理性（15分）。',
  '自评15分：编制合理。',
  '2. 编制规范性（25分）。',
  '自评24.5分，扣0.5分：个别目标不够细化。',
  '（二）预算执行（60分）',
  '1. 资金管理。指标分值40分。',
  '自评分40分：资金支出合规。',
  '2. 项目管理。指标分值20分。',
  '自评18分：按要求管理。',
];

describe('a self-evaluation that prints only the scores of its items', () => {
  it('scores their sum where the full marks come to a hundred', () => {
    const { facts, raw } = narrativeOf(form, { kind: 'self_evaluation' });
    expect(facts).toEqual(['2024 evaluation.score actual all = 97.5 (derived)']);
    expect(raw.facts[0]).toMatchObject({ ulpMinor: 1000, printed: '15+24.5+40+18' });
  });

  it('scores nothing where an item is missing', () => {
    expect(narrativeOf(form.slice(0, -1), { kind: 'self_evaluation' }).facts).toEqual([]);
  });

  it('scores nothing where an item exceeds its marks', () => {
    const wrong = form.map((line) => line.replace('自评18分', '自评28分'));
    expect(narrativeOf(wrong, { kind: 'self_evaluation' }).facts).toEqual([]);
  });

  it('keeps the total that is printed', () => {
    const { facts } = narrativeOf([...form, '本年度绩效自评得分95分。'], { kind: 'self_evaluation' });
    expect(facts).toEqual(['2024 evaluation.score actual all = 95']);
  });
});

/** Whether what a list of projects calls 支出 was planned or spent. */
import { describe, expect, it } from 'vitest';
import { narrativeOf, type Told } from '../../../support/narrative.ts';

type Example = [sentence: string, told: Told, facts: string[]];

describe('the 支出 of a project', () => {
  it.each<Example>([
    [
      '2024年项目支出30万元，其中：河堤养护专项支出20万元，水库加固经费支出10万元。',
      { kind: 'budget' },
      [
        '2024 expenditure.project original_budget all = 30',
        '2024 expenditure.project original_budget all 河堤养护专项 = 20',
        '2024 expenditure.project original_budget all 水库加固经费 = 10',
      ],
    ],
    [
      '河堤养护项目2024年预算20万元，2023年实际支出18万元。',
      { kind: 'budget' },
      [
        '2024 expenditure.project original_budget all 河堤养护 = 20',
        '2023 expenditure.project actual all 河堤养护 = 18',
      ],
    ],
    [
      '2024年项目支出年初预算30万元，其中：河堤养护专项支出20万元，水库加固经费支出10万元。',
      {},
      ['2024 expenditure.project original_budget all = 30'],
    ],
    [
      '2024年项目支出决算30万元，其中：河堤养护专项支出20万元，水库加固经费支出10万元。',
      {},
      [
        '2024 expenditure.project actual all = 30',
        '2024 expenditure.project actual all 河堤养护专项 = 20',
        '2024 expenditure.project actual all 水库加固经费 = 10',
      ],
    ],
    [
      '2024年项目支出预算30万元，其中：河堤养护专项预算20万元，支出19万元。',
      { kind: 'self_evaluation' },
      [
        '2024 expenditure.project budget all = 30',
        '2024 expenditure.project budget all 河堤养护专项 = 20',
        '2024 expenditure.project actual all 河堤养护专项 = 19',
      ],
    ],
    ['运行维护专项支出10万元，技术服务费支出8万元。', {}, []],
  ])('%s', (sentence, told, facts) => {
    expect(narrativeOf([sentence], told).facts).toEqual(facts);
  });
});

/** Sentences as reports on a body's own performance print them. */
import { describe, expect, it } from 'vitest';
import { narrativeOf, type Told } from '../../../support/narrative.ts';

type Example = [name: string, told: Told, paragraphs: string[], facts: string[]];

const examples: Example[] = [
  [
    'behind the name of the three expenses a bare expenditure is theirs',
    { kind: 'self_evaluation' },
    ['3、“三公”经费：全年支出7.5万元，比预算9万元减少1.5万元。'],
    ['2024 three_public actual all = 7.5', '2024 three_public budget all = 9'],
  ],
  [
    'a comparison behind a list of parts that names neither is nobody’s',
    { kind: 'self_evaluation' },
    ['“三公”经费支出18万元，其中：公务用车运行维护费15万元，公务接待费3万元。较上年减少2万元。'],
    [
      '2024 three_public actual all = 18',
      '2024 three_public.vehicle_operation actual all = 15',
      '2024 three_public.reception actual all = 3',
    ],
  ],
  [
    'and is that of the one that the rate behind it fits',
    { kind: 'self_evaluation' },
    ['“三公”经费支出18万元，其中：公务用车运行维护费15万元，公务接待费3万元。较上年减少2万元，下降10%。'],
    [
      '2024 three_public actual all = 18',
      '2024 three_public.vehicle_operation actual all = 15',
      '2024 three_public.reception actual all = 3',
      '2023 three_public actual all = 20 (derived)',
    ],
  ],
  [
    'a body and its year before 项目绩效自评情况 are no project',
    { kind: 'project_evaluation' },
    ['示例县教育局2024年项目绩效自评情况', '其他资金0万元，执行数80万元。'],
    [],
  ],
  [
    'what one line of the form was awarded is not the score',
    { kind: 'self_evaluation' },
    ['预算执行率95%，得分9.5分。', '经评价，得分96分。'],
    ['2024 rate.execution actual all = 95', '2024 evaluation.score actual all = 96'],
  ],
  [
    'the budget that was approved at the beginning of the year',
    { kind: 'self_evaluation' },
    ['（三）部门整体支出情况。2024年年初预算批复320.5万元，调整后预算数为360万元，全年支出342万元。'],
    [
      '2024 expenditure original_budget all = 320.5',
      '2024 expenditure adjusted_budget all = 360',
      '2024 expenditure actual all = 342',
    ],
  ],
];

describe('a sentence of a self-evaluation', () => {
  it.each(examples)('%s', (_, told, paragraphs, facts) => {
    expect(narrativeOf(paragraphs, told).facts).toEqual(facts);
  });
});

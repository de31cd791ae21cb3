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
    '部门预算总额 is what the department may spend',
    { kind: 'self_evaluation' },
    [
      '2024年度部门预算总额为128.5万元（含上年结转2万元），实际支出125万元；其中基本支出预算88万元，执行87万元。',
    ],
    [
      '2024 expenditure budget all = 128.5',
      '2024 expenditure actual all = 125',
      '2024 expenditure.basic budget all = 88',
      '2024 expenditure.basic actual all = 87',
    ],
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
    'and neither is a heading over several',
    { kind: 'project_evaluation' },
    [
      '二、分项目自评情况',
      '1.河道保洁经费：预算6万元，实际支出5.8万元，自评98分。',
      '2.防汛物资储备：预算15万元，自评99分。',
    ],
    [
      '2024 expenditure.project budget all 河道保洁经费 = 6',
      '2024 expenditure.project actual all 河道保洁经费 = 5.8',
      '2024 evaluation.score actual all 河道保洁经费 = 98',
    ],
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
  [
    'below a heading on the budget of the department the whole needs no name, and a rate is the part’s own',
    { kind: 'self_evaluation' },
    [
      '（一）预算安排及支出情况',
      '2024年年初预算50万元，年中追加5.5万元，调整后预算55.5万元，全年实际支出54万元，预算执行率97.3%。其中：基本支出预算30万元，执行29.5万元，执行率98.33%；项目支出预算25.5万元，执行24.5万元，执行率96.08%。',
    ],
    [
      '2024 expenditure original_budget all = 50',
      '2024 expenditure adjusted_budget all = 55.5',
      '2024 expenditure actual all = 54',
      '2024 rate.execution actual all = 97.3',
      '2024 expenditure.basic budget all = 30',
      '2024 expenditure.basic actual all = 29.5',
      '2024 expenditure.project budget all = 25.5',
      '2024 expenditure.project actual all = 24.5',
    ],
  ],
  [
    'below one on projects, or behind a name, it is nobody’s',
    { kind: 'self_evaluation' },
    [
      '（一）预算执行情况',
      '智慧水务：年初预算30万元，全年预算32万元。',
      '（二）项目支出情况',
      '1.预算执行情况',
      '全年预算30万元，执行数29万元，项目预算执行率96.67%。',
    ],
    [],
  ],
  [
    'a bare 预算 behind the one that says which',
    { kind: 'self_evaluation' },
    ['（三）预算情况', '2024年初预算批复我局预算资金53.8万元。', '我局2024年部门整体支出绩效评价得94.5分。'],
    ['2024 expenditure original_budget all = 53.8', '2024 evaluation.score actual all = 94.5'],
  ],
  [
    'the budget that the finance bureau approved, and officers among the staff',
    { kind: 'self_evaluation' },
    [
      '2024年财政批复我单位部门预算收入总额98.5万元，其中：一般公共预算拨款93.5万元，事业单位经营收入5万元。',
      '核定编制52人，2024年末在职干警48人。',
    ],
    [
      '2024 revenue budget all = 98.5',
      '2024 revenue budget general_public = 93.5',
      '2024 revenue budget business_income = 5',
      '2024 headcount.authorised actual all = 52',
      '2024 headcount.in_post actual all = 48',
    ],
  ],
  [
    'a total behind the parts of what was planned may be planned or spent',
    { kind: 'self_evaluation' },
    ['三、预算执行', '2024年部门预算总额32万元，其中财政拨款31万元；支出总额30.5万元，其中基本支出12万元。'],
    ['2024 expenditure budget all = 32', '2024 expenditure budget fiscal = 31'],
  ],
  [
    'scores below headings with marks are those of their lines, however they are called',
    { kind: 'self_evaluation' },
    [
      '（一）预算编制情况（28分）',
      '1.预算编制合理性（5分）。',
      '自评得分5分。',
      '（二）产出（50分）',
      '自评得分48分。',
      '产出（50分）：自评得分48分。',
      '三、自评结论',
      '自评得分96.5分。',
    ],
    ['2024 evaluation.score actual all = 96.5'],
  ],
  [
    'points may stand without their unit, and 自评得 is enough',
    { kind: 'self_evaluation' },
    [
      '综合得分为96.85，评价等级为优。',
      '扣3.5分，自评得96.5分。',
      '部门整体支出自评分为96分。',
      '得分12345。',
    ],
    [
      '2024 evaluation.score actual all = 96.85',
      '2024 evaluation.score actual all = 96.5',
      '2024 evaluation.score actual all = 96',
    ],
  ],
  [
    'behind a list of parts what was spent is that of the whole',
    { kind: 'self_evaluation' },
    ['2024年支出预算80万元，其中基本支出50万元，项目支出30万元。2024年实际支出78万元，预算执行率97.5%。'],
    [
      '2024 expenditure budget all = 80',
      '2024 expenditure.basic budget all = 50',
      '2024 expenditure.project budget all = 30',
      '2024 expenditure actual all = 78',
      '2024 rate.execution actual all = 97.5',
    ],
  ],
  [
    'a bare expenditure behind a planned revenue may be planned or spent',
    { kind: 'self_evaluation' },
    ['2024年年初预算收入80万元，支出80万元。'],
    ['2024 revenue original_budget all = 80'],
  ],
  [
    'staff in post of the whole body, and not of a part of it',
    { kind: 'self_evaluation' },
    [
      '（二）人员情况',
      '编制20名，实有在编18人。',
      '机关及下属单位在职38人。',
      '下属事业单位在职20人，行政在编5人，编外在职3人。',
    ],
    [
      '2024 headcount.authorised actual all = 20',
      '2024 headcount.in_post actual all = 18',
      '2024 headcount.in_post actual all = 38',
    ],
  ],
  [
    'those who fill the posts are not the posts, and 综合评分 is the score',
    { kind: 'self_evaluation' },
    ['人员编制44人，年末实有66人，其中在职人员43人。', '对照指标体系，综合评分96.2分。'],
    [
      '2024 headcount.authorised actual all = 44',
      '2024 headcount.in_post actual all = 43',
      '2024 evaluation.score actual all = 96.2',
    ],
  ],
];

describe('a sentence of a self-evaluation', () => {
  it.each(examples)('%s', (_, told, paragraphs, facts) => {
    expect(narrativeOf(paragraphs, told).facts).toEqual(facts);
  });
});

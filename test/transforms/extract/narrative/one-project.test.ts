/** Sentences of a report on one project: whose a figure is, of which state and of which year. */
import { describe, expect, it } from 'vitest';
import { narrativeOf, type Told } from '../../../support/narrative.ts';

const REPORT: Told = { kind: 'project_evaluation', project: '渠道防渗改造' };
const KEY = 'expenditure.project';

type Example = [name: string, paragraphs: string[], facts: string[]];

const its: Example[] = [
  [
    'the budget and its change, the spending and its rate',
    ['年初预算60万元，年中追加15万元，全年预算75万元，实际支出72万元，执行率96%，结余3万元。'],
    [
      `2024 ${KEY} original_budget all 渠道防渗改造 = 60`,
      `2024 ${KEY} adjusted_budget all 渠道防渗改造 = 75`,
      `2024 ${KEY} actual all 渠道防渗改造 = 72`,
      '2024 rate.execution actual all 渠道防渗改造 = 96',
    ],
  ],
  [
    'its name may stand in front, with a year and without 项目',
    ['2024年度渠道防渗改造项目预算安排资金75万元。', '截至2024年12月底，渠道防渗改造执行数为72万元。'],
    [`2024 ${KEY} budget all 渠道防渗改造 = 75`, `2024 ${KEY} actual all 渠道防渗改造 = 72`],
  ],
  [
    'money that was used or paid was spent',
    ['该项目全年共使用资金72万元。', '本项目已支付资金72万元。'],
    [`2024 ${KEY} actual all 渠道防渗改造 = 72`, `2024 ${KEY} actual all 渠道防渗改造 = 72`],
  ],
  [
    'subsidies that were given in the year, and their rate',
    ['全年发放资金72万元。', '全年预算75万元，实际发放72万元，实际执行率为96%。'],
    [
      `2024 ${KEY} actual all 渠道防渗改造 = 72`,
      `2024 ${KEY} adjusted_budget all 渠道防渗改造 = 75`,
      `2024 ${KEY} actual all 渠道防渗改造 = 72`,
      '2024 rate.execution actual all 渠道防渗改造 = 96',
    ],
  ],
  [
    'one figure a line behind a colon',
    ['项目预算金额：75万元', '项目实际支出：72万元', '预算执行率：96%'],
    [
      `2024 ${KEY} budget all 渠道防渗改造 = 75`,
      `2024 ${KEY} actual all 渠道防渗改造 = 72`,
      '2024 rate.execution actual all 渠道防渗改造 = 96',
    ],
  ],
  [
    'money that came in the course of the year, and money left unspent, between the two',
    ['年初预算60万元，年中下达15万元，全年预算75万元，未支出3万元，实际支出72万元。'],
    [
      `2024 ${KEY} original_budget all 渠道防渗改造 = 60`,
      `2024 ${KEY} adjusted_budget all 渠道防渗改造 = 75`,
      `2024 ${KEY} actual all 渠道防渗改造 = 72`,
    ],
  ],
  [
    'a year goes on within its sentence',
    ['2023年预算58万元，实际支出57万元；2024年预算75万元，实际支出72万元。'],
    [
      `2023 ${KEY} budget all 渠道防渗改造 = 58`,
      `2023 ${KEY} actual all 渠道防渗改造 = 57`,
      `2024 ${KEY} budget all 渠道防渗改造 = 75`,
      `2024 ${KEY} actual all 渠道防渗改造 = 72`,
    ],
  ],
  [
    'what was spent the year before',
    ['全年支出72万元，比上年减少8万元。'],
    [`2024 ${KEY} actual all 渠道防渗改造 = 72`, `2023 ${KEY} actual all 渠道防渗改造 = 80 (derived)`],
  ],
  [
    'its score, however it is called',
    [
      '经综合评价，该项目自评得分97分。',
      '综合评价得分97分。',
      '本项目自评97分。',
      '项目单位自评得分97分。',
      '评价小组对本项目综合评分为97分。',
    ],
    [
      '2024 evaluation.score actual all 渠道防渗改造 = 97',
      '2024 evaluation.score actual all 渠道防渗改造 = 97',
      '2024 evaluation.score actual all 渠道防渗改造 = 97',
      '2024 evaluation.score actual all 渠道防渗改造 = 97',
      '2024 evaluation.score actual all 渠道防渗改造 = 97',
    ],
  ],
];

/** The end of its name may be all that is said. */
const SHORTENED: Told = { kind: 'project_evaluation', project: '乡道绿化养护经费' };

const SPENT = `2024 ${KEY} actual all 渠道防渗改造 = 72`;

const notIts: Example[] = [
  ['what arrived and what is left', ['实际到位75万元，到位率100%。', '年末结转结余3万元。'], []],
  ['sums over several years', ['截至2024年底累计支出310万元。', '2022年至2024年支出310万元。'], []],
  ['a total that may be of several years', ['项目总预算500万元，总投资520万元。'], []],
  ['what is planned for later years', ['2025年预算安排90万元。'], []],
  [
    'the sentence behind one on another year',
    ['2023年预算58万元。支出57万元。'],
    [`2023 ${KEY} budget all 渠道防渗改造 = 58`],
  ],
  [
    'what one source gives',
    ['县财政安排75万元。', '省级资金40万元，支出38万元。', '财政拨款预算75万元。'],
    [],
  ],
  ['its parts, until the sentence ends', ['实际支出72万元，其中：材料费50万元，支出22万元。'], [SPENT]],
  [
    'but brackets around parts end with the bracket',
    ['全年预算75万元（其中县级40万元），实际支出72万元。'],
    [`2024 ${KEY} adjusted_budget all 渠道防渗改造 = 75`, SPENT],
  ],
  [
    'another project, until the paragraph ends',
    ['另有泵站维修项目预算30万元，实际支出28万元，自评得分93分。', '实际支出72万元。'],
    [SPENT],
  ],
  ['another project that a clause without figures names', ['同时实施了泵站维修项目，实际支出28万元。'], []],
  [
    'the rate of other money, or of one source, whose figures were left out',
    ['苗圃管护补助资金全年共……万元，当年未使用，执行率0%。', '中央财政补助资金全年共……万元，执行率50%。'],
    [],
  ],
  [
    'but the rate behind a clause on its own money',
    ['项目资金全年共……万元，执行率96%。'],
    ['2024 rate.execution actual all 渠道防渗改造 = 96'],
  ],
  ['what each person or household was given', ['每人发放500元。', '每户发放补助200元。'], []],
  [
    'a rate of a form whose cells run together',
    ['预算执行率（B/A×100%）年度资金总额：409379.2593%其中：中央财政资金409379.2593%'],
    [],
  ],
  ['expenses of one kind', ['委托审计支出2万元，差旅费支出1万元。', '公务接待费0.5万元。'], []],
  ['the department’s own figures', ['2024年部门预算900万元，支出880万元。', '我局全年支出880万元。'], []],
  [
    'the own figures of an association, or of the county',
    ['我会2024年支出500万元。', '我县2024年支出5000万元。'],
    [],
  ],
  [
    'projects of its kind, and 预算支出, which says neither',
    ['同类项目预算900万元。', '预算支出72万元。'],
    [],
  ],
  ['a figure without budget or spending', ['项目资金75万元。'], []],
  [
    'what one line of the form was awarded',
    ['预算执行得分9.6分。', '自评得分97分，其中：产出39分。'],
    ['2024 evaluation.score actual all 渠道防渗改造 = 97'],
  ],
];

const others: Example[] = [
  [
    'the accounts of the body, however deep the section on it goes',
    ['（一）项目单位情况', '1．收支情况', '全年预算900万元，支出880万元。'],
    [],
  ],
  [
    'staff of the body that has the project',
    ['（一）单位基本情况。我局编制12名，在职人员11人。'],
    ['2024 headcount.authorised actual all = 12', '2024 headcount.in_post actual all = 11'],
  ],
  [
    'the score of the department',
    ['部门整体支出绩效自评得分95分。'],
    ['2024 evaluation.score actual all = 95'],
  ],
  [
    'the next title in the document',
    ['示例市示例局2024年泵站维修项目绩效自评报告', '实际支出28万元。'],
    [`2024 ${KEY} actual all 泵站维修 = 28`],
  ],
];

it('calls the project by the end of its name', () => {
  const { facts } = narrativeOf(['2024年养护经费实际支出20万元，其中：修剪5万元。'], SHORTENED);
  expect(facts).toEqual([`2024 ${KEY} actual all 乡道绿化养护经费 = 20`]);
});

describe('the report on several projects', () => {
  const told: Told = { kind: 'project_evaluation' };

  it('names each above its section, and those below belong to it', () => {
    const text = [
      '一、泵站维修项目',
      '（一）资金情况',
      '全年预算30万元，实际支出28万元。',
      '（二）自评结论',
      '自评得分93分。',
      '二、存在问题',
      '实际支出28万元，偏低。',
    ];
    expect(narrativeOf(text, told).facts.slice(0, 3)).toEqual([
      `2024 ${KEY} adjusted_budget all 泵站维修 = 30`,
      `2024 ${KEY} actual all 泵站维修 = 28`,
      '2024 evaluation.score actual all 泵站维修 = 93',
    ]);
    expect(narrativeOf(text, told).facts.filter((fact) => fact.includes('泵站')).length).toBe(3);
  });

  it('leaves the number of a part out of the name', () => {
    const text = ['第一部分 泵站维修资金绩效自评', '（一）自评结论', '自评得分93分。'];
    expect(narrativeOf(text, told).facts).toEqual(['2024 evaluation.score actual all 泵站维修资金 = 93']);
  });

  it.each(['四、重点实施项目', '四、未完成的项目', '四、泵站和渠道项目'])('names none in %s', (heading) => {
    const { facts } = narrativeOf([heading, '自评得分93分。'], told);
    expect(facts).toEqual(['2024 evaluation.score actual all = 93']);
  });
});

describe('the report on one project', () => {
  it.each(its)('reads %s', (_, paragraphs, facts) => {
    expect(narrativeOf(paragraphs, REPORT).facts).toEqual(facts);
  });

  it.each(notIts)('does not give it %s', (_, paragraphs, facts) => {
    expect(narrativeOf(paragraphs, REPORT).facts).toEqual(facts);
  });

  it.each(others)('gives to their own %s', (_, paragraphs, facts) => {
    expect(narrativeOf(paragraphs, REPORT).facts).toEqual(facts);
  });

  it('leaves the score of a project that was not understood to nobody', () => {
    const text = ['泵站维修专项评价结论：该项目预算30万元，综合得分93分。'];
    expect(narrativeOf(text, { kind: 'final_accounts' }).facts).toEqual([]);
  });

  it.each(['；', '。'])('does not have what the body spent on all projects behind "%s"', (end) => {
    expect(narrativeOf([`2024年我局基本支出360万元${end}项目支出220万元。`], REPORT).facts).toEqual([]);
  });

  it('says why money, or a share of it, is nobody’s', () => {
    const { numbers } = narrativeOf(['项目资金75万元。', '2025年预算安排90万元。', '我局支出95%。'], REPORT);
    expect(numbers.flatMap(({ use, reason }) => (use === 'unclaimed' ? [reason] : []))).toEqual([
      '没有说明是预算还是支出',
      '以后年度的安排',
      '部门的数，不是项目的',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { narrativeOf, type Told } from '../../../support/narrative.ts';

type Example = [name: string, told: Told, paragraphs: string[], claims: string[]];

const examples: Example[] = [
  [
    'the completion of the budget the sentence spoke of',
    {},
    ['教育支出（类）年初预算为20万元，支出决算为18万元，完成年初预算的90%，完成预算的90%。'],
    [
      'completion 90: 2024 expenditure actual all 205 / 2024 expenditure original_budget all 205',
      'completion 90: 2024 expenditure actual all 205 / 2024 expenditure original_budget all 205',
    ],
  ],
  [
    'the completion of a 三公 budget that the note calls adjusted',
    { threePublicBudgetPhase: 'adjusted_budget' },
    ['“三公”经费支出决算为5万元，完成预算的83.33%。'],
    ['completion 83.33: 2024 three_public actual all / 2024 three_public adjusted_budget all'],
  ],
  [
    'how much of its budget was spent, where the budget stands in front of the rate',
    {},
    [
      '公务接待费支出4万元，完成年初预算数5万元的80%。',
      '公务接待费预算5万元，支出决算4万元，为预算的80%。',
      '公务接待费年初预算5万元，支出决算4万元，占年初预算的80%。',
    ],
    [
      'completion 80: 2024 three_public.reception actual all / 2024 three_public.reception original_budget all',
      'completion 80: 2024 three_public.reception actual all / 2024 three_public.reception budget all',
      'completion 80: 2024 three_public.reception actual all / 2024 three_public.reception original_budget all',
    ],
  ],
  [
    'no share of a budget that may be that of the part or of the whole, and no part of a budget',
    {},
    [
      '“三公”经费支出决算18万元，其中：公务接待费预算5万元，支出决算4万元，占预算的80%。',
      '公务接待费预算5万元的30%用于外宾接待。',
      '公务接待费支出4万元，全年预算5万元，截至6月底达到全年预算的40%，上半年完成全年预算的40%。',
    ],
    [],
  ],
  [
    'last year, in words, is compared with this one',
    {},
    ['公务接待费支出决算为4万元，上年决算为4万元，与上年持平。'],
    ['unchanged same: 2024 three_public.reception actual all / 2023 three_public.reception actual all'],
  ],
  [
    'a share of the whole that 其中 speaks of, and of one that is named',
    {},
    [
      '一般公共预算财政拨款支出80万元，占本年支出合计的80%，其中：基本支出60万元，占75%。',
      '“三公”经费2万元，占公用经费40%。',
    ],
    [
      'share 80: 2024 expenditure actual general_public / 2024 expenditure actual all',
      'share 75: 2024 expenditure.basic actual general_public / 2024 expenditure actual general_public',
      'share 40: 2024 three_public actual all / 2024 expenditure.operating actual all',
    ],
  ],
  [
    '占比 in front of a rate, and not where the share itself has changed',
    {},
    ['本年收入合计100万元，其中：其他收入5万元，占比5%，占比较上年提高2%。'],
    ['share 5: 2024 revenue actual other_income / 2024 revenue actual all'],
  ],
  [
    'a share of what a clause ending in 中 named',
    {},
    ['“三公”经费支出决算中，公务接待费支出决算1万元，占50%。'],
    ['share 50: 2024 three_public.reception actual all / 2024 three_public actual all'],
  ],
  [
    'changes with their sign, for both sides of a total',
    {},
    ['财政拨款收入、支出总计20万元，比上年各减少5万元，下降20%。'],
    [
      'change_amount down -5: 2024 revenue.grand_total actual fiscal / 2023 revenue.grand_total actual fiscal',
      'change_amount down -5: 2024 expenditure.grand_total actual fiscal / 2023 expenditure.grand_total actual fiscal',
      'change_rate down -20: 2024 revenue.grand_total actual fiscal / 2023 revenue.grand_total actual fiscal',
      'change_rate down -20: 2024 expenditure.grand_total actual fiscal / 2023 expenditure.grand_total actual fiscal',
    ],
  ],
  [
    'a difference to the budget is a claim and gives no figure',
    { kind: 'self_evaluation' },
    ['2024年决算总收入110万元，较预算增加13万元。'],
    ['change_amount up 13: 2024 revenue actual all / 2024 revenue budget all'],
  ],
  [
    'words of comparison, before the reason that follows them',
    {},
    [
      '机关运行经费年初预算为5万元，支出决算为4万元。决算数小于预算数的主要原因是厉行节约2万元。',
      '公务接待费年初预算为1万元，支出决算为1万元。决算数同预算数持平。',
    ],
    [
      'direction down: 2024 agency_running_costs actual all / 2024 agency_running_costs original_budget all',
      'unchanged same: 2024 three_public.reception actual all / 2024 three_public.reception original_budget all',
    ],
  ],
  [
    'a rate against the execution of the year before, across phases',
    { kind: 'budget' },
    ['教育支出（类）2024年预算安排40万元，比2023年预算执行数减少20%。'],
    ['change_rate down -20: 2024 expenditure original_budget all 205 / 2023 expenditure actual all 205'],
  ],
];

describe('rates and comparisons become claims', () => {
  it.each(examples)('%s', (_name, told, paragraphs, claims) => {
    expect(narrativeOf(paragraphs, told).claims).toEqual(claims);
  });

  it('gives no figure of last year where the comparison is with a budget or an unnamed base', () => {
    const { facts } = narrativeOf([
      '2024年“三公”经费支出5万元，较年初预算减少1万元，与上年同期相比增加2万元，较历年平均水平下降3万元。',
    ]);
    expect(facts).toEqual(['2024 three_public actual all = 5']);
  });

  it('takes the whole of a share, printed behind 占, for no figure of the part', () => {
    const { facts } = narrativeOf([
      '基本支出48万元，占支出合计100万元的48%。',
      '公务接待费支出4万元，占年初预算5万元的80%。',
    ]);
    expect(facts).toEqual([
      '2024 expenditure.basic actual all = 48',
      '2024 three_public.reception actual all = 4',
    ]);
  });

  it('does not tell by how much from to how much behind 减少为', () => {
    const { facts } = narrativeOf(['公务接待费支出4万元，比上年减少为1万元，与上年持平。']);
    expect(facts).toEqual([
      '2024 three_public.reception actual all = 4',
      '2023 three_public.reception actual all = 4 (derived)',
    ]);
  });

  it('takes an amount behind its share for that of the part', () => {
    const { facts } = narrativeOf([
      '本年收入合计100万元，其中：财政拨款收入占比95%，为95万元；其他收入占比5%，为5万元。',
      '本年支出100万元，设备购置占比30%，为30万元。',
    ]);
    expect(facts).toEqual([
      '2024 revenue actual all = 100',
      '2024 revenue actual fiscal = 95',
      '2024 revenue actual other_income = 5',
      '2024 expenditure actual all = 100',
    ]);
  });

  it('goes on with the part behind its share of a printed whole', () => {
    const { facts } = narrativeOf(['公务接待费支出4万元，占“三公”经费8万元的50%，比上年减少1万元。']);
    expect(facts).toEqual([
      '2024 three_public.reception actual all = 4',
      '2023 three_public.reception actual all = 5 (derived)',
    ]);
  });

  it('takes money that was completed for what was spent', () => {
    const { facts } = narrativeOf(['公务接待费年初预算5万元，完成4万元，完成年初预算的80%。']);
    expect(facts).toEqual([
      '2024 three_public.reception original_budget all = 5',
      '2024 three_public.reception actual all = 4',
    ]);
  });

  it('takes 上年支出 behind a named expense for the same expense', () => {
    const { facts } = narrativeOf([
      '公务接待费支出4万元，完成预算5万元的80%，上年支出6万元。',
      '公务接待费年初预算5万元，上年支出7万元。',
    ]);
    expect(facts).toEqual([
      '2024 three_public.reception actual all = 4',
      '2024 three_public.reception budget all = 5',
      '2023 three_public.reception actual all = 6',
      '2024 three_public.reception original_budget all = 5',
    ]);
  });

  it('gives no figure of the year before last where 上年 is named twice', () => {
    const { facts } = narrativeOf(['公务接待费支出决算为4万元，上年决算为4万元，与上年持平。']);
    expect(facts.filter((fact) => !/^202[34] /.test(fact))).toEqual([]);
    expect(facts).toHaveLength(3);
  });

  it('gives no figure of last year where 决算数 is compared with a budget of another phase', () => {
    const { facts } = narrativeOf(['2024年“三公”经费预算5万元，比上年决算数减少1万元。'], { kind: 'budget' });
    expect(facts).toEqual(['2024 three_public original_budget all = 5']);
  });
});

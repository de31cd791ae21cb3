import { describe, expect, it } from 'vitest';
import { narrativeOf } from '../../../support/narrative.ts';

describe('who paid for 三公, meetings, running costs and procurement', () => {
  it.each([
    [
      '2024年度财政拨款“三公”经费支出决算7万元（其中：一般公共预算支出6万元；政府性基金预算支出1万元；国有资本经营预算支出0万元）。与上年相比，减少2万元。其中，公务接待费支出7万元。',
      [
        '2024 three_public actual all = 7',
        '2023 three_public actual all = 9 (derived)',
        '2024 three_public.reception actual all = 7',
      ],
    ],
    [
      '2024年度财政拨款会议费支出预算5万元（其中：一般公共预算支出5万元；政府性基金预算支出0万元），支出决算3万元（其中：一般公共预算支出3万元；政府性基金预算支出0万元），完成预算的60%。',
      ['2024 conference budget all = 5', '2024 conference actual all = 3'],
    ],
    [
      '2024年度机关运行经费支出90万元，其中一般公共预算财政拨款支出80万元，政府性基金预算财政拨款支出10万元。',
      ['2024 agency_running_costs actual all = 90'],
    ],
    ['2024年通过一般公共预算拨款安排的“三公”经费支出6万元。', ['2024 three_public actual all = 6']],
    ['2024年培训费支出4万元，资金来源：一般公共预算财政拨款支出4万元。', ['2024 training actual all = 4']],
    ['2024年培训费支出4万元，全部为一般公共预算财政拨款支出4万元。', ['2024 training actual all = 4']],
  ])('is no total of that fund: %s', (paragraph, facts) => {
    const heading = '九、“三公”经费、会议费、培训费支出决算情况说明';
    expect(narrativeOf([heading, paragraph]).facts).toEqual(facts);
  });

  it('is none either where the thing paid for is not known', () => {
    expect(narrativeOf(['2024年维修费支出4万元，全部为一般公共预算财政拨款支出4万元。']).facts).toEqual([]);
  });

  it('is a total of the fund where all expenditure is divided', () => {
    const { facts } = narrativeOf([
      '2024年支出决算90万元，其中：一般公共预算支出80万元，政府性基金预算支出10万元。',
    ]);
    expect(facts).toContain('2024 expenditure actual general_public = 80');
    expect(facts).toContain('2024 expenditure actual government_fund = 10');
  });
});

describe('sources of a budget that are divided by year once more', () => {
  const told = { kind: 'budget' } as const;

  it('give what is left of last year too', () => {
    const { facts } = narrativeOf(
      [
        '2024年财政拨款收支预算90万元。收入按资金来源分为：一般公共预算拨款收入85万元、政府性基金预算拨款收入5万元；按资金年度分为：本年财政拨款收入80万元、上年结转10万元。',
      ],
      told,
    );
    expect(facts).toContain('2024 revenue.grand_total original_budget general_public = 85');
    expect(facts).toContain('2024 revenue.grand_total original_budget government_fund = 5');
    expect(facts).toContain('2024 revenue original_budget fiscal = 80');
    expect(facts).not.toContain('2024 revenue original_budget general_public = 85');
  });

  it('are those of the year where they are not', () => {
    const { facts } = narrativeOf(
      ['2024年收入预算90万元，按资金来源分为：一般公共预算拨款收入85万元、政府性基金预算拨款收入5万元。'],
      told,
    );
    expect(facts).toContain('2024 revenue original_budget general_public = 85');
  });
});

it('a word of the name of an item may stand in quotes', () => {
  const { facts } = narrativeOf([
    '1.公共安全支出（类）法院（款）“两庭”建设（项）。年初预算为3万元，支出决算为2万元。',
  ]);
  expect(facts).toEqual([
    '2024 expenditure original_budget all 2040506 = 3',
    '2024 expenditure actual all 2040506 = 2',
  ]);
});

describe('money that a report looks at, or that is told apart further', () => {
  it('gives no totals of the funds that evaluated programmes concern', () => {
    const { facts } = narrativeOf([
      '组织对“河道保洁”等2个项目开展了部门评价，涉及一般公共预算支出90万元，政府性基金预算支出10万元。',
      '组织开展部门整体支出绩效评价，涉及一般公共预算支出300万元，政府性基金预算支出30万元。',
    ]);
    expect(facts).toEqual([]);
  });

  it('takes 单位资金收入 for no revenue of all funds', () => {
    const { facts } = narrativeOf(
      [
        '2024年收入预算90万元，其中：财政拨款收入80万元，单位资金收入10万元（事业收入6万元，其他收入4万元）。',
      ],
      { kind: 'budget' },
    );
    expect(facts).toContain('2024 revenue original_budget all = 90');
    expect(facts).not.toContain('2024 revenue original_budget all = 10');
  });

  it('counts what was left of last year in a total of fiscal money', () => {
    const { facts } = narrativeOf(
      ['2024年财政拨款收入预算90万元，其中：一般公共预算本年收入80万元，上年结转10万元。'],
      { kind: 'budget' },
    );
    expect(facts).toContain('2024 revenue.grand_total original_budget fiscal = 90');
  });

  it('ends a project where a numbered paragraph goes over to all expenditure', () => {
    const { facts } = narrativeOf([
      '1.“河道保洁”项目绩效自评综述：全年预算数为70万元，执行数为69万元，自评得分为96分。',
      '2.部门整体支出绩效自评情况：全年预算数330万元，执行数320万元，自评得分95分。',
    ]);
    expect(facts.filter((fact) => fact.includes('河道保洁'))).toHaveLength(3);
    expect(facts.filter((fact) => /= (?:330|320|95)/.test(fact) && fact.includes('河道'))).toEqual([]);
  });
});

it('counts no receptions of foreign guests as those of guests from home', () => {
  const { facts } = narrativeOf([
    '七、“三公”经费支出决算情况说明',
    '3.公务接待费支出4万元。其中：',
    '（1）外宾接待支出0万元。2024年共接待来访团组0个，0人次（不包括陪同人员）。',
    '（2）国内公务接待支出4万元。2024年共接待国内来访团组40个，320人次（不包括陪同人员）。',
  ]);
  expect(facts.filter((fact) => fact.includes('reception_'))).toEqual([
    '2024 three_public.reception_batches actual all = 40',
    '2024 three_public.reception_persons actual all = 320',
  ]);
});

describe('revenue that holds what was left of last year by the report’s own figures', () => {
  const told = { kind: 'budget' } as const;
  const above = '2024年部门财务总收入92万元，其中：一般公共预算86万元，政府性基金预算6万元。';

  it('is a grand total, and so is the total it is a part of', () => {
    const { facts } = narrativeOf(
      [
        above,
        '2024年部门财政拨款收入92万元，其中：本年收入81万元，上年结转收入11万元。本年收入中，一般公共预算财政拨款75万元，政府性基金预算财政拨款6万元。',
      ],
      told,
    );
    expect(facts).toContain('2024 revenue.grand_total original_budget all = 92');
    expect(facts).toContain('2024 revenue.grand_total original_budget general_public = 86');
    expect(facts).toContain('2024 revenue original_budget general_public = 75');
    expect(facts).toContain('2024 revenue original_budget government_fund = 6');
  });

  it('stays that of the year where the difference is another one', () => {
    const { facts } = narrativeOf(
      [above, '本年收入中，一般公共预算财政拨款75万元。年初结转和结余3万元。'],
      told,
    );
    expect(facts).toContain('2024 revenue original_budget general_public = 86');
  });
});

describe('a list of revenue in a paragraph of its own', () => {
  it('ends with a source of money that says nothing of the list of expenditure behind it', () => {
    const paragraphs = [
      '四、财政拨款收支预算总体情况说明',
      '2024年财政拨款收支总预算70万元。收入包括：',
      '一般公共预算拨款55万元、政府性基金预算拨款15万元。支出包括：教育支出55万元、城乡社区支出15万元。',
    ];
    expect(narrativeOf(paragraphs, { kind: 'budget' }).facts).toEqual([
      '2024 revenue.grand_total original_budget fiscal = 70',
      '2024 expenditure.grand_total original_budget fiscal = 70',
      '2024 revenue original_budget general_public = 55',
      '2024 revenue original_budget government_fund = 15',
      '2024 expenditure original_budget fiscal 205 = 55',
      '2024 expenditure original_budget fiscal 212 = 15',
    ]);
  });
});

describe('posts of one kind and who fills them', () => {
  it('are all the staff there is, where no other kind is filled too', () => {
    expect(narrativeOf(['一、人员情况', '事业编制20人，实有人数18人。']).facts).toEqual([
      '2024 headcount.in_post actual all = 18',
    ]);
  });
});

describe('where all of a total comes from', () => {
  it.each([
    '2024年收入预算60万元，全部为一般公共预算拨款收入，较2023年预算54万元增加6万元。',
    '2024年收入预算60万元，均来自一般公共预算拨款，较2023年预算54万元增加6万元。',
  ])('names nothing that a comparison behind it could be of: %s', (paragraph) => {
    const { facts } = narrativeOf(['二、收入预算', paragraph], { kind: 'budget' });
    expect(facts).toContain('2023 revenue original_budget all = 54');
    expect(facts.filter((fact) => fact.includes('general_public'))).toEqual([]);
  });
});

describe('what a total was used for, by class', () => {
  it.each([
    '2024年一般公共预算财政拨款支出60万元，主要用于：教育支出40万元；卫生健康支出20万元。',
    '2024年一般公共预算财政拨款支出60万元，主要用于：教育支出40万元，卫生健康支出20万元。',
  ])('is of the money of that total: %s', (paragraph) => {
    expect(narrativeOf(['二、支出', paragraph]).facts).toEqual([
      '2024 expenditure actual general_public = 60',
      '2024 expenditure actual general_public 205 = 40',
      '2024 expenditure actual general_public 210 = 20',
    ]);
  });

  it('is so behind a semicolon too, where no colon opened a list', () => {
    const paragraph =
      '2024年一般公共预算财政拨款支出60万元，主要用于教育支出；卫生健康支出20万元；其他开支。';
    expect(narrativeOf(['二、支出', paragraph]).facts).toEqual([
      '2024 expenditure actual general_public = 60',
      '2024 expenditure actual general_public 210 = 20',
    ]);
  });

  it('is nothing else of it', () => {
    const paragraph = '2024年一般公共预算财政拨款支出60万元，主要用于人员工资；项目支出20万元。';
    expect(narrativeOf(['二、支出', paragraph]).facts).toContain('2024 expenditure.project actual all = 20');
  });
});

import { describe, expect, it } from 'vitest';
import { narrativeOf, type Told } from '../../../support/narrative.ts';

const nothing: [name: string, paragraph: string, told?: Told][] = [
  ['money recovered and fines', '全年追回基金120万元，行政立案3宗，罚款金额30万元。'],
  ['subsidies paid to others', '发放救助资金300万元，惠及群众1200人次。'],
  ['a kind of project expenditure', '2024年一般性项目支出年初预算20万元、执行数19万元。'],
  ['one subordinate of the body', '示例事务中心本年收入50万元，示例事务中心在职人员8人。'],
  ['staff of somebody else, number first', '本部门预算还包括示例俱乐部8名在职人员经费。'],
  ['a change of staff', '2024年新增在职人员3人，退休2人。'],
  ['a threshold', '参保率不低于95%，参保率稳定在95%以上。'],
  ['an average score', '各项目平均得分92分，绩效评价总分100分。'],
  ['a form nobody filled in', '示例市XX局2024年度无“三公”经费财政拨款支出。'],
  ['an instruction', '无“三公”经费财政拨款支出的单位，作下述说明：'],
  ['a ban', '严禁无公函公务接待支出。'],
  ['a purpose', '主要用于购置设备70万元、基本支出20万元。'],
  ['a reason', '比上年增加10万元，主要原因是基本支出增加5万元。'],
  ['a list of reasons', '主要原因：一是人员增加；二是基本支出比上年增加2万元。'],
  ['who fills the posts of each kind', '行政编制31人，实有人数29人；事业编制12人，实有人数9人。'],
  ['三公 that other money paid', '使用经营收入安排的公务用车运行维护费4.1万元，公务接待费0.6万元。'],
  ['staff without their pensions', '人员支出61万元，对个人和家庭的补助支出7万元。', { kind: 'budget' }],
  ['posts by kind', '全局现有行政编制20名，事业编制25名。'],
  ['equipment of another price', '单价50万元以上通用设备2台（套），单价100万元以上专用设备1台（套）。'],
  ['an amount without a unit', '本年收入合计120.5。'],
  ['noughts of a row that lost its columns', '本年支出0 0'],
  ['the cents of figures that were cut', '本年支出00 00'],
  ['a nought at the end of a row that lost its columns', '二、外交支出 0'],
  ['noughts of two lists side by side', '（二）政府性基金预算拨款 0（二）外交支出 0'],
  ['a nought in front of the next code', '公务接待费0 30299其他商品和服务支出。'],
  ['a range', '基本支出10-20万元。'],
  ['an amount in a bracket', '国内公务接待支出0.5万元（含外宾接待支出0.2万元）。'],
  ['money of projects, planned or given or spent', '项目资金50万元，主要用于购置。'],
  ['what was spent of money that is not said to be a budget', '2024年安排项目资金50万元，支出48万元。'],
  ['a budget that nobody owns', '2024年年初预算数为500万元。'],
  ['an item of no classification', '1.未知科目（款）未知事项（项）。支出决算为9万元，完成年初预算的90%。'],
  [
    'the funds that a programme concerns',
    '对2个项目开展了绩效自评，涉及资金200万元，占项目支出预算总额的93%。',
  ],
  ['journeys abroad and over the border in two figures', '2024年因公出国2人次，出境3人次。'],
  ['groups of its own and of others', '2024年本单位组织的出国团组1个，参加其他单位出国团组2个。'],
  ['equipment that is planned', '2025年部门预算安排购置单价100万元以上专用设备3台（套）。'],
  ['retired staff in two figures', '离休人员2人，退休人员10人。'],
  ['a subject lost on the way', '示例专项情况良好。支出决算为9万元。'],
];

describe('what is not understood is no fact', () => {
  it.each(nothing)('%s', (_name, paragraph, told) => {
    expect(narrativeOf([paragraph], told).facts).toEqual([]);
  });

  it.each([
    '示例市示例局内设机构共6个，下属单位3家。',
    '本部门下设8个科室、2个派出机构。',
    '纳入部门预算编制范围的预算单位共5个。',
  ])('offices are counted, and are no figures of the vocabulary: %s', (sentence) => {
    const { facts, numbers } = narrativeOf([sentence]);
    expect(facts).toEqual([]);
    expect(new Set(numbers.map(({ use, reason }) => `${use} ${reason}`))).toEqual(
      new Set(['ignored 机构个数，词汇表没有这一项']),
    );
  });

  it('groups that go abroad are no offices', () => {
    const { facts } = narrativeOf(['2024年因公出国（境）团组2个，累计6人次。']);
    expect(facts).toContain('2024 three_public.overseas_groups actual all = 2');
  });

  it('defines nothing in a glossary and plans nothing in a list of duties', () => {
    const { facts, numbers } = narrativeOf([
      '第四部分 名词解释',
      '一、基本支出：指为保障机构运转发生的支出，如基本支出5万元。',
    ]);
    expect(facts).toEqual([]);
    expect(numbers.map(({ use, reason }) => [use, reason])).toEqual([['ignored', '名词解释，不是公布的数']]);
  });

  it.each(['。', '；'])('does not say behind "%s" what was spent on the receptions counted before', (end) => {
    const { facts } = narrativeOf([`国内公务接待5批次、31人次${end}支出80万元。`]);
    expect(facts.map((fact) => fact.split(' ')[1])).toEqual([
      'three_public.reception_batches',
      'three_public.reception_persons',
    ]);
  });

  it.each([
    ['the name of one thing', ['（三）公务接待费', '2024年支出3.1万元。']],
    ['one thing and 支出情况', ['（二）公务接待费支出情况', '支出3.1万元。']],
    ['a thing of no vocabulary', ['（三）泵站维修', '支出35万元。']],
    ['an item', ['1.住房保障支出（类）住房改革支出（款）住房公积金（项）', '支出30万元。']],
    [
      'an item with a full stop',
      ['1.住房保障支出（类）住房改革支出（款）住房公积金（项）。', '支出30万元。'],
    ],
  ])('gives no total below a heading that is %s', (_, paragraphs) => {
    expect(narrativeOf(paragraphs).facts).toEqual([]);
  });

  it('reads the total below the next heading on all money', () => {
    const { facts } = narrativeOf(['（三）公务接待费', '支出3.1万元。', '（四）支出情况', '支出602万元。']);
    expect(facts).toEqual(['2024 expenditure actual all = 602']);
  });

  it.each([
    ['of a change', '与上年相比，收、支总计各增加11 2.06万元。'],
    ['of an amount', '因公出国（境）费支出2 8.23万元。'],
    ['of a rate', '预算执行率9 8%。'],
  ])('puts no digits together that stand apart: %s', (_, paragraph) => {
    expect(narrativeOf([paragraph]).facts).toEqual([]);
  });

  it('gives no second amount to the words in front of the first, where an arrow between the two is lost', () => {
    const { facts, numbers } = narrativeOf([
      '2024年“三公”经费决算支出数为40万元，较2023年决算数28万元12万元，增长42.86%，其中：公务接待费决算数为3万元。',
    ]);
    expect(facts).toEqual([
      '2024 three_public actual all = 40',
      '2023 three_public actual all = 28',
      '2024 three_public.reception actual all = 3',
    ]);
    expect(numbers.filter(({ use }) => use === 'unclaimed').map(({ text }) => text)).toEqual(['12万元']);
  });

  it('keeps what is there apart from what is to be bought', () => {
    const stock = '截至2024年12月31日，单位价值100万元（含）以上设备12台（套）。';
    const plan = '2025年部门预算安排购置车辆5辆，其中其他用车5辆；单位价值100万元（含）以上设备3台（套）。';
    const { facts } = narrativeOf(['国有资产占有使用情况', stock + plan]);
    expect(facts.filter((fact) => fact.includes('asset'))).toEqual([
      '2024 asset.equipment_over_1m actual all = 12',
    ]);
  });

  it('counts the groups of its own where it joined no others', () => {
    const { facts } = narrativeOf(['2024年本单位组织的出国团组1个，参加其他单位出国团组0个。']);
    expect(facts).toEqual(['2024 three_public.overseas_groups actual all = 1']);
  });

  it('does not take what is said twice for a part of itself', () => {
    const said = '本年支出合计80万元，其中：基本支出50万元，占62.5%；';
    expect(new Set(narrativeOf([said + said]).facts)).toEqual(
      new Set(['2024 expenditure actual all = 80', '2024 expenditure.basic actual all = 50']),
    );
    const again = '2024年决算支出80万元，其中：基本支出50万元，占62.5%；';
    expect(narrativeOf([again + again]).facts).toEqual([
      '2024 expenditure actual all = 80',
      '2024 expenditure.basic actual all = 50',
    ]);
  });

  it('does not go back to a whole behind the name of something else', () => {
    const { facts } = narrativeOf([
      '“三公”经费预算9万元，其中：公务接待费3万元，公务用车运行维护费6万元。泵站维修费预算2万元，决算数1.5万元。',
    ]);
    expect(facts.filter((fact) => fact.endsWith('1.5'))).toEqual([]);
  });

  it('gives no total right behind the name of one thing', () => {
    expect(narrativeOf(['基本支出。2024年支出602万元。']).facts).toEqual([]);
  });

  it('gives the parts of an amount that lost its unit to nobody', () => {
    expect(narrativeOf(['教育支出3,717,632.50 ，其中：基本支出3,717,632.50元。']).facts).toEqual([]);
  });

  it('opens again behind the section that was closed', () => {
    const { facts } = narrativeOf([
      '一、主要职能',
      '（一）完成基本支出5万元的工作。',
      '二、收入情况',
      '本年收入合计5万元。',
    ]);
    expect(facts).toEqual(['2024 revenue actual all = 5']);
  });

  it('drops a part of the contracts with small firms where the rest is not nil', () => {
    const told = (rest: string) =>
      narrativeOf([
        `（二）政府采购支出情况`,
        `在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额19万元；在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额${rest}万元。`,
      ]);
    expect(told('0.00').facts).toEqual(['2024 procurement.sme actual all = 19']);
    expect(told('3').facts).toEqual([]);
    expect(told('3').numbers.map(({ text, use }) => [text, use])).toEqual([
      ['19万元', 'unclaimed'],
      ['3万元', 'ignored'],
    ]);
  });

  it('states nothing for a document of no known year', () => {
    expect(narrativeOf(['本年收入合计5万元。'], { year: null }).facts).toEqual([]);
  });
});

describe('every number is accounted for', () => {
  const paragraph =
    '2024年（示财〔2024〕8号）本年支出合计9万元，占100%，电话：5550123，主要用于3项工作2万元（含1万元）。';

  it('once each, with a reason unless it was claimed', () => {
    const { numbers } = narrativeOf([paragraph]);
    expect(numbers.map(({ text }) => text).sort()).toEqual(
      ['2024年', '2024', '8', '9万元', '100%', '5550123', '3项', '2万元', '1万元'].sort(),
    );
    for (const { use, reason } of numbers) expect(reason === null).toBe(use === 'claimed');
  });

  it('money is marked as money', () => {
    const { numbers } = narrativeOf([paragraph]);
    expect(numbers.filter(({ money }) => money).map(({ text }) => text)).toEqual(['9万元', '2万元', '1万元']);
  });
});

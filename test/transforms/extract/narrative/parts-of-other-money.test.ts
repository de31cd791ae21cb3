/** Parts that bear the names of totals, amounts that stand side by side, and amounts that are nobody's. */
import { describe, expect, it } from 'vitest';
import { narrativeOf, type Told } from '../../../support/narrative.ts';

type Example = [sentence: string, facts: string[], told?: Told];

const facts = (sentence: string, told: Told = {}) => narrativeOf(sentence.split('\n'), told).facts;

describe('parts of carried-over money, of the 三公 and of purchases', () => {
  it.each<Example>([
    [
      '2024年末结转和结余81万元，其中：基本支出结转30万元，项目支出结转和结余51万元。',
      ['2024 balance.closing actual all = 81'],
    ],
    [
      '2024年末结转和结余81万元。其中：基本支出30万元，项目支出51万元。',
      ['2024 balance.closing actual all = 81'],
    ],
    ['2024年末项目支出结转和结余51万元，基本支出结转和结余30万元。', []],
    [
      '2024年公务接待费8万元，其中：基本支出5万元，项目支出3万元。',
      ['2024 three_public.reception actual all = 8'],
    ],
    [
      '2024年政府采购预算90万元，其中：基本支出20万元，项目支出70万元。',
      ['2024 procurement original_budget all = 90'],
      { kind: 'budget' },
    ],
    [
      '2024年机关运行经费90万元，其中：人员经费60万元，公用经费30万元。',
      ['2024 agency_running_costs actual all = 90'],
    ],
    [
      '2024年支出合计90万元，其中：基本支出20万元，项目支出70万元。',
      [
        '2024 expenditure actual all = 90',
        '2024 expenditure.basic actual all = 20',
        '2024 expenditure.project actual all = 70',
      ],
    ],
  ])('%s', (sentence, expected, told) => {
    expect(facts(sentence, told)).toEqual(expected);
  });
});

describe('brackets that list all parts without 其中', () => {
  it.each<Example>([
    [
      '2024年基本支出81万元（人员经费70万元，公用经费11万元），项目支出20万元。',
      [
        '2024 expenditure.basic actual all = 81',
        '2024 expenditure.personnel actual all = 70',
        '2024 expenditure.operating actual all = 11',
        '2024 expenditure.project actual all = 20',
      ],
    ],
    [
      '2024年政府采购支出总额51万元（货物30万元，工程0万元，服务21万元）。',
      [
        '2024 procurement actual all = 51',
        '2024 procurement.goods actual all = 30',
        '2024 procurement.works actual all = 0',
        '2024 procurement.services actual all = 21',
      ],
    ],
    ['2024年基本支出81万元（人员经费70万元，公用经费10万元）。', ['2024 expenditure.basic actual all = 81']],
    ['2024年教育支出81万元（人员经费70万元，公用经费11万元）。', ['2024 expenditure actual all 205 = 81']],
    ['2024年财政拨款收入81万元（基本支出70万元，项目支出11万元）。', ['2024 revenue actual fiscal = 81']],
    [
      '2024年基本支出81万元，比上年的90万元（人员经费70万元，公用经费20万元）减少9万元。',
      [
        '2024 expenditure.basic actual all = 81',
        '2023 expenditure.basic actual all = 90',
        '2023 expenditure.basic actual all = 90 (derived)',
      ],
    ],
  ])('%s', (sentence, expected, told) => {
    expect(facts(sentence, told)).toEqual(expected);
  });
});

describe('购置费 and 运行费 of the cars', () => {
  const both = [
    '2024 three_public.vehicles actual all = 6',
    '2024 three_public.vehicle_purchase actual all = 0',
    '2024 three_public.vehicle_operation actual all = 6',
  ];

  it.each<Example>([
    ['2024年公务用车购置及运行维护费支出6万元（其中：购置费0万元，运行费6万元）。', both],
    ['2024年公务用车购置及运行维护费支出6万元（购置费0万元、运行维护费6万元）。', both],
    ['2024年公务用车购置及运行维护费支出6万元，其中购置费支出0万元；运行维护费支出6万元。', both],
    [
      '2024年公务接待费6万元。设备购置费8万元，运行维护费9万元。',
      ['2024 three_public.reception actual all = 6'],
    ],
    ['2024年公务接待费6万元；运行维护费支出9万元。', ['2024 three_public.reception actual all = 6']],
  ])('%s', (sentence, expected, told) => {
    expect(facts(sentence, told)).toEqual(expected);
  });
});

describe('amounts that stand side by side or are not exact', () => {
  it.each<Example>([
    [
      '2024年收入合计和支出合计分别为81万元和79万元。',
      ['2024 revenue actual all = 81', '2024 expenditure actual all = 79'],
    ],
    [
      '2024年收入总计、支出总计分别为81万元和79万元。',
      ['2024 revenue.grand_total actual all = 81', '2024 expenditure.grand_total actual all = 79'],
    ],
    ['2024年公务接待费8万余元，机关运行经费90余万元，接待100多人次。', []],
    ['2024年机关运行经费近90万元。', []],
    ['2024年使用非财政拨款结余和专用结余3万元。', ['2024 balance.surplus_used actual all = 3']],
  ])('%s', (sentence, expected, told) => {
    expect(facts(sentence, told)).toEqual(expected);
  });
});

describe('a bracket behind 公务接待费', () => {
  it.each<Example>([
    [
      '2024年公务接待费支出2万元（国内公务接待20批次，160人次），比上年减少1万元。',
      [
        '2024 three_public.reception actual all = 2',
        '2024 three_public.reception_batches actual all = 20',
        '2024 three_public.reception_persons actual all = 160',
        '2023 three_public.reception actual all = 3 (derived)',
      ],
    ],
    ['2024年公务接待费支出2万元（外事接待2批次，16人次）。', ['2024 three_public.reception actual all = 2']],
    [
      '2024年公务接待费比上年的3万元（接待20批次，160人次）减少1万元。',
      ['2023 three_public.reception actual all = 3'],
    ],
  ])('counts the guests where it names no other ones: %s', (sentence, expected, told) => {
    expect(facts(sentence, told)).toEqual(expected);
  });
});

describe('负债', () => {
  it('are all liabilities below a heading on assets', () => {
    const said = facts(
      '三、国有资产占用情况\n2024年末资产总额120万元。\n负债10万元，流动负债2万元，资产负债率8%。',
    );
    expect(said).toEqual(['2024 asset actual all = 120', '2024 asset.liabilities actual all = 10']);
  });
});

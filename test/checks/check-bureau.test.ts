import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBureau } from '../../transforms/checks/check-bureau.ts';
import type { Finding } from '../../transforms/checks/finding.ts';
import type { FactKey } from '../../transforms/extract/fact.ts';
import type { OwnedClaim, Witness } from '../../transforms/extract/witness.ts';
import { reconcileBureau } from '../../transforms/reconcile/reconcile-bureau.ts';
import { claim, editionOf, figure, key, quantity, remark } from './example-bureau.ts';
import { RELATION_CASES } from './relation-cases.ts';

const prose = { medium: 'prose', rule: 'example/sentence' } as const;

function serious(witnesses: readonly Witness[], claims: readonly OwnedClaim[] = []): Finding[] {
  const { findings } = checkBureau(witnesses, claims, reconcileBureau(witnesses));
  return findings.filter(({ severity }) => severity !== 'note');
}

function verdictsOf(witnesses: readonly Witness[], claims: readonly OwnedClaim[]): string[][] {
  const { findings } = checkBureau(witnesses, claims, reconcileBureau(witnesses));
  return findings.map(({ check, severity }) => [check, severity]);
}

const checks = (findings: readonly Finding[]): string[] => findings.map(({ check }) => check);

describe('a sentence an official could not argue with', () => {
  it('prints amounts in the unit of the report', () => {
    const witnesses = [
      figure('three_public', '5', { phase: 'budget' }),
      figure('three_public.overseas', '0', { phase: 'budget' }),
      figure('three_public.vehicles', '0', { phase: 'budget' }),
      figure('three_public.reception', '4.08', { phase: 'budget' }),
    ];
    const [finding] = serious(witnesses);
    expect(finding).toMatchObject({
      severity: 'error',
      concept: 'three_public',
      unit: 'CNY',
      expectedMinor: 4_080_000,
      printedMinor: 5_000_000,
      differenceMinor: 920_000,
      factIds: witnesses.map(({ factId }) => factId),
    });
    expect(finding!.message).toBe(
      '2024年“三公”经费合计（预算数）印为5万元，而其分项（因公出国（境）费0万元、公务用车购置及运行费0万元、公务接待费4.08万元）之和为4.08万元，相差0.92万元。',
    );
  });

  it('says what was subtracted', () => {
    const [finding] = serious([
      figure('asset', '2105500', { in: '元' }),
      figure('asset.liabilities', '0', { in: '元' }),
      figure('asset.net', '2103700', { in: '元' }),
    ]);
    expect(finding!.message).toBe(
      '2024年净资产印为2103700元，而资产总额2105500元减负债总额0元为2105500元，相差1800元。',
    );
  });

  it('says in both languages how often a blank was left', () => {
    const blanks = [remark('blank_amount', { count: 3, quote: '支出为××万元' })];
    const [finding] = checkBureau([], [], [], [], blanks).findings;
    expect(finding).toMatchObject({
      message: '数字没有填写（共3处）：“支出为××万元”。',
      messageEn: 'A figure is not filled in (in 3 places): “支出为××万元”.',
    });
  });

  it('says where two prints contradict each other', () => {
    const [finding] = serious([
      figure('procurement', '61.20', { location: { page: 3, table: 2, row: 4, column: 2 } }),
      figure('procurement', '62.1', { ...prose, location: { page: 9 } }),
    ]);
    expect(finding!.message).toBe(
      '2024年政府采购支出合计（决算/执行数）：第9页印为62.1万元，第3页 表2 第4行 第2列印为61.20万元，相差0.90万元。',
    );
    expect(finding!.locator).toBe('第9页；第3页 表2 第4行 第2列');
  });
});

describe('what is not printed is not a contradiction', () => {
  it.each<[string, Witness[]]>([
    [
      'an item of basic expenditure from other money, of one function, or within the last digit',
      [
        figure('three_public.reception', '0.3'),
        figure('expenditure.basic', '8.31', { economicCode: '30217' }),
        figure('expenditure.basic', '0.34', { fund: 'general_public', economicCode: '30217' }),
        figure('expenditure.basic', '8.31', { fund: 'general_public', functionCode: '2080501' }),
      ],
    ],
    [
      // "2120104 城管执法 89.35 89.35" of a text that lost its empty cells: basic or project, nobody knows.
      'a code of which the table gives the total and neither of its parts',
      [
        figure('expenditure', '106.51', { functionCode: '21201', rule: 'example/flat' }),
        figure('expenditure.basic', '106.51', { functionCode: '21201', rule: 'example/flat' }),
        figure('expenditure', '17.16', { functionCode: '2120101', rule: 'example/flat' }),
        figure('expenditure.basic', '17.16', { functionCode: '2120101', rule: 'example/flat' }),
        figure('expenditure', '89.35', { functionCode: '2120104', rule: 'example/flat' }),
      ],
    ],
    [
      // 合计 | 人员经费 | 公用经费, with the activities of the retired under the last.
      'transfers to persons that a table counts among operating expenditure',
      [
        figure('expenditure.personnel', '84.24', { quote: '基本支出表 ‖ 基本支出/人员经费 ‖ 合计 ‖ 84.24' }),
        figure('expenditure.operating', '18.06', { quote: '基本支出表 ‖ 基本支出/公用经费 ‖ 合计 ‖ 18.06' }),
        figure('expenditure.basic', '102.30'),
        figure('expenditure.basic', '80.53', { fund: 'general_public', economicCode: '301' }),
        figure('expenditure.basic', '4.16', { fund: 'general_public', economicCode: '303' }),
      ],
    ],
    ['a part that may be blank', [figure('procurement', '61.20'), figure('procurement.goods', '20.00')]],
    [
      'kinds of staff of which one is missing',
      [
        figure('headcount.in_post', '40'),
        figure('headcount.civil_servants', '6'),
        figure('headcount.civil_service_managed', '9'),
      ],
    ],
    [
      'workers counted among the staff in post',
      [
        figure('headcount.in_post', '41'),
        figure('headcount.civil_servants', '6'),
        figure('headcount.civil_service_managed', '9'),
        figure('headcount.institution', '25'),
        figure('headcount.other', '1'),
      ],
    ],
    [
      'a reserve beside basic and project expenditure',
      [
        figure('expenditure', '100.00', { phase: 'original_budget', disclosureKind: 'budget' }),
        figure('expenditure.basic', '60.00', { phase: 'original_budget', disclosureKind: 'budget' }),
        figure('expenditure.project', '30.00', { phase: 'original_budget', disclosureKind: 'budget' }),
        figure('expenditure.reserve', '10.00', { phase: 'original_budget', disclosureKind: 'budget' }),
        figure('expenditure', '90.00', {
          phase: 'original_budget',
          fund: 'fiscal',
          disclosureKind: 'budget',
        }),
        figure('expenditure.basic', '60.00', {
          phase: 'original_budget',
          fund: 'fiscal',
          disclosureKind: 'budget',
        }),
        figure('expenditure.project', '20.00', {
          phase: 'original_budget',
          fund: 'fiscal',
          disclosureKind: 'budget',
        }),
      ],
    ],
    [
      'a code that only another table prints',
      [
        figure('expenditure', '100.00', { rule: 'example/a', fund: 'general_public' }),
        figure('expenditure', '60.00', { rule: 'example/a', fund: 'general_public', functionCode: '208' }),
        figure('expenditure', '40.00', { rule: 'example/b', functionCode: '210' }),
      ],
    ],
    [
      'codes named in prose',
      [
        figure('expenditure', '100.00', prose),
        figure('expenditure', '60.00', { ...prose, functionCode: '208' }),
      ],
    ],
    [
      'a 人员经费 in prose that counts staff on loan in',
      [
        figure('expenditure.personnel', '270.00', prose),
        figure('expenditure.basic', '250.00', { ...prose, fund: 'general_public', economicCode: '301' }),
        figure('expenditure.basic', '10.00', { ...prose, fund: 'general_public', economicCode: '303' }),
      ],
    ],
    [
      "last year's figures that follow from this year's",
      [
        figure('expenditure', '100.00', { fiscalYear: 2023, basis: 'derived', ...prose }),
        figure('expenditure.basic', '60.00', { fiscalYear: 2023, basis: 'derived', ...prose }),
        figure('expenditure.project', '30.00', { fiscalYear: 2023, basis: 'derived', ...prose }),
      ],
    ],
    [
      'a list of some projects',
      [
        figure('expenditure.project', '80.00'),
        figure('expenditure.project', '30.00', { project: '甲' }),
        figure('expenditure.project', '20.00', { project: '乙' }),
      ],
    ],
    [
      'an opening balance from which more was spent than came in',
      [
        figure('revenue', '90.00', { fund: 'fiscal' }),
        figure('expenditure', '95.00', { fund: 'fiscal' }),
        figure('balance.closing', '0.00', { fund: 'fiscal' }),
      ],
    ],
    [
      'codes that only a part of the total is listed by',
      [
        figure('expenditure', '100.00', { rule: 'example/totals' }),
        figure('expenditure', '30.00', { functionCode: '208' }),
        figure('expenditure', '20.00', { functionCode: '210' }),
      ],
    ],
    [
      'nothing of nothing',
      [
        figure('procurement.execution_rate', '100'),
        figure('procurement', '0'),
        figure('procurement', '0', { phase: 'budget' }),
      ],
    ],
    [
      'the special account within or beside operating income',
      [
        figure('revenue', '100.00'),
        figure('revenue', '60.00', { fund: 'fiscal' }),
        figure('revenue', '40.00', { fund: 'operating_income' }),
        figure('revenue', '15.00', { fund: 'special_account' }),
        figure('revenue', '0', { fund: 'other_income' }),
      ],
    ],
  ])('%s', (_, witnesses) => {
    expect(serious(witnesses)).toEqual([]);
  });

  it('a completion that is true of another budget is noted, not called an error', () => {
    const witnesses = [
      figure('expenditure', '80.00'),
      figure('expenditure', '100.00', { phase: 'original_budget' }),
      figure('expenditure', '84.21', { phase: 'adjusted_budget' }),
    ];
    const stated = claim(
      'completion',
      key('expenditure'),
      key('expenditure', { phase: 'original_budget' }),
      quantity('percent', '95.00'),
    );
    const { findings } = checkBureau(witnesses, [stated], reconcileBureau(witnesses));
    expect(findings.map(({ check, severity }) => [check, severity])).toEqual([['claim.completion', 'note']]);
  });

  it('a share of 三公, conferences and training together is noted, not called an error', () => {
    const witnesses = [
      figure('three_public', '50.00'),
      figure('three_public.reception', '25.00'),
      figure('conference', '30.00'),
      figure('training', '20.00'),
    ];
    const stated = claim(
      'share',
      key('three_public.reception'),
      key('three_public'),
      quantity('percent', '25.00'),
    );
    expect(verdictsOf(witnesses, [stated])).toEqual([['claim.share', 'note']]);
  });

  it('a share that was made up to a hundred is noted, not called an error', () => {
    const witnesses = [
      figure('expenditure', '300.00', { fund: 'fiscal' }),
      figure('expenditure.basic', '100.00'),
      figure('expenditure.project', '199.97'),
    ];
    const share = (concept: 'expenditure.basic' | 'expenditure.project', printed: string) =>
      claim('share', key(concept), key('expenditure', { fund: 'fiscal' }), quantity('percent', printed), {
        location: { line: 3 },
      });
    const shares = [share('expenditure.basic', '33.33'), share('expenditure.project', '66.67')];
    expect(verdictsOf(witnesses, shares)).toEqual([['claim.share', 'note']]);
    expect(verdictsOf(witnesses, shares.slice(1))).toEqual([['claim.share', 'error']]);
  });

  it('shares that come to a hundred beside a wrong amount are an error; of another whole altogether, a note', () => {
    const share = (concept: 'expenditure.basic' | 'expenditure.project', printed: string) =>
      claim('share', key(concept), key('expenditure', { fund: 'fiscal' }), quantity('percent', printed), {
        location: { line: 3 },
      });
    const shares = [share('expenditure.basic', '40.00'), share('expenditure.project', '60.00')];
    const figures = (basic: string, project: string) => [
      figure('expenditure', '300.00', { fund: 'fiscal' }),
      figure('expenditure.basic', basic),
      figure('expenditure.project', project),
    ];
    expect(verdictsOf(figures('120.00', '108.00'), shares)).toEqual([['claim.share', 'error']]);
    expect(verdictsOf(figures('100.00', '150.00'), shares).map(([, severity]) => severity)).toEqual([
      'note',
      'note',
    ]);
  });

  it('a share that is true of the whole around its whole is noted, not called an error', () => {
    const witnesses = [
      figure('procurement', '200.00'),
      figure('procurement.sme', '160.00'),
      figure('procurement.micro', '120.00'),
    ];
    const share = (printed: string) =>
      claim('share', key('procurement.micro'), key('procurement.sme'), quantity('percent', printed));
    expect(verdictsOf(witnesses, [share('60')])).toEqual([['claim.share', 'note']]);
    expect(verdictsOf(witnesses, [share('65')])).toEqual([['claim.share', 'error']]);
  });

  it('a sentence may compute from the figures it prints, rounded, although a table has them in yuan', () => {
    const before = { fiscalYear: 2023 } as const;
    const witnesses = [
      figure('expenditure', '2345678', { in: '元' }),
      figure('expenditure', '234.57', prose),
      figure('expenditure', '1234532', { in: '元', ...before }),
      figure('expenditure', '123.45', { ...prose, ...before }),
    ];
    const stated = claim(
      'change_amount',
      key('expenditure'),
      key('expenditure', before),
      quantity('CNY', '111.12'),
    );
    expect(verdictsOf(witnesses, [stated])).toEqual([]);
  });

  it('a rate is not refuted by the original budget alone: the budget may have been adjusted since', () => {
    const witnesses = [
      figure('rate.execution', '53.28'),
      figure('expenditure', '138.60'),
      figure('expenditure', '230.13', { phase: 'original_budget' }),
    ];
    expect(verdictsOf(witnesses, [])).toEqual([]);
  });

  it("a change does not test the last year's figure that was derived from it", () => {
    const before = { fiscalYear: 2023 } as const;
    const witnesses = [
      figure('three_public', '4.00'),
      figure('three_public', '9.00', { ...before, basis: 'derived', ...prose }),
    ];
    const stated = claim(
      'change_amount',
      key('three_public'),
      key('three_public', before),
      quantity('CNY', '1.00'),
    );
    expect(serious(witnesses, [stated])).toEqual([]);
  });

  it('a truncated table is one note, and its sums close', () => {
    const short = { rule: 'example/summary', location: { table: 1 } } as const;
    const witnesses = [
      figure('expenditure', '431.9', short),
      figure('expenditure', '12.1', { ...short, functionCode: '208' }),
      figure('expenditure', '419.7', { ...short, functionCode: '210' }),
      figure('expenditure', '431.98'),
      figure('expenditure', '12.19', { functionCode: '208' }),
      figure('expenditure', '419.79', { functionCode: '210' }),
    ];
    const { findings } = checkBureau(witnesses, [], reconcileBureau(witnesses));
    expect(findings.map(({ check, severity }) => [check, severity])).toEqual([
      ['codes.functional_children_sum', 'note'],
      ['witnesses.truncated', 'note'],
    ]);
  });
});

describe('a share of the three public expenses', () => {
  it('is refuted by their total, and by no total of another kind', () => {
    const rows = [
      figure('expenditure', '8650.40', { fund: 'general_public' }),
      figure('three_public', '0.64'),
      figure('three_public.reception', '0.32'),
    ];
    const share = (base: FactKey) =>
      serious(rows, [claim('share', key('three_public.reception'), base, quantity('percent', '100.00'))]);
    expect(checks(share(key('three_public')))).toEqual(['claim.share']);
    expect(checks(share(key('expenditure', { fund: 'general_public' })))).toEqual([]);
  });
});

describe('changes of a whole and of its parts', () => {
  it('that do not add up are a warning about what follows from them, which nobody printed', () => {
    const before = { fiscalYear: 2023, basis: 'derived', medium: 'prose' } as const;
    const rows = [
      figure('revenue', '213.00', { ...before, fund: 'fiscal' }),
      figure('revenue', '55.00', { ...before, fund: 'general_public' }),
      figure('revenue', '160.00', { ...before, fund: 'government_fund' }),
      figure('revenue', '0', { ...before, fund: 'state_capital' }),
    ];
    expect(serious(rows).map(({ severity, message }) => [severity, message])).toEqual([
      ['warning', expect.stringContaining('推算为213.00万元')],
    ]);
  });
});

describe('the year that a sentence names', () => {
  const said = (quote: string) => [
    figure('expenditure', '18620745', { in: '元' }),
    figure('expenditure', '1862.07', { medium: 'prose', rule: 'example/sentence', fiscalYear: 2023, quote }),
  ];

  it('is a slip where its figure is that of the report’s year, in whatever unit, compared with another or not', () => {
    for (const quote of ['2023年支出1862.07万元，比2022年增加3.20万元。', '2023年度本年支出为1862.07万元。'])
      expect(checks(serious(said(quote)))).toEqual(['text.last_years_year']);
  });

  it('is none where last year is compared with, or this year is as last year was', () => {
    for (const quote of [
      '比2023年支出1862.07万元没有增加。',
      '2023年支出1862.07万元，2024年与上年持平。',
      '截至2023年末支出1862.07万元。',
    ])
      expect(checks(serious(said(quote)))).toEqual([]);
  });
});

describe('codes below a code', () => {
  const row = (
    functionCode: string,
    all: string,
    basic: string | null,
    project: string | null,
  ): Witness[] => [
    figure('expenditure', all, { functionCode }),
    ...(basic === null ? [] : [figure('expenditure.basic', basic, { functionCode })]),
    ...(project === null ? [] : [figure('expenditure.project', project, { functionCode })]),
  ];

  it('are short of it where the rows that print nothing in its column print what else they are', () => {
    const rows = [
      ...row('21201', '106.51', '71.16', '35.35'),
      ...row('2120101', '17.16', '17.16', null),
      ...row('2120104', '89.35', null, '89.35'),
    ];
    expect(checks(serious(rows))).toEqual(['codes.functional_children_sum', 'codes.functional_children_sum']);
  });

  it('are not counted short where a text breaks off behind them', () => {
    const at = (line: number) => ({ location: { line, table: 2, row: line, column: 3 } });
    const lines = (...rows: [code: string, printed: string][]) =>
      rows.map(([economicCode, printed], line) =>
        figure('expenditure.basic', printed, { fund: 'general_public', economicCode, ...at(line + 1) }),
      );
    const cut = lines(
      ['301', '28.57'],
      ['302', '4.01'],
      ['30101', '4.05'],
      ['30201', '0.92'],
      ['30102', '10.23'],
    );
    expect(
      checks(serious([...cut, figure('expenditure.basic', '33.65', { rule: 'example/other' })])),
    ).not.toContain('codes.economic_children_sum');
    const on = lines(['301', '28.57'], ['30101', '4.05'], ['30102', '10.23'], ['303', '0.91']);
    expect(checks(serious(on))).toContain('codes.economic_children_sum');
  });

  it('are more than it whatever else there is, and the sentence says no more than that', () => {
    const rows = [
      ...row('21201', '106.51', '10.66', null),
      ...row('2120101', '17.16', '17.16', null),
      ...row('2120104', '89.35', null, null),
    ];
    expect(serious(rows).map(({ message }) => message)).toEqual([
      expect.stringContaining('印为10.66万元，而其中的科目2120101为17.16万元，相差6.50万元'),
    ]);
  });
});

describe('personnel and operating expenditure', () => {
  const split = (personnel: string) => [
    figure('expenditure', '900'),
    figure('expenditure.basic', '700'),
    figure('expenditure.personnel', personnel),
    figure('expenditure.operating', '60'),
  ];

  it('of a body with other money may be that of the general public budget, and need not be all of the basic', () => {
    const found = serious([...split('300'), figure('expenditure', '500', { fund: 'general_public' })]);
    expect(checks(found)).not.toContain('expenditure.basic_parts_sum');
  });

  it('are all of the basic where there is no other money, and never more than it', () => {
    const same = figure('expenditure', '900', { fund: 'general_public' });
    expect(checks(serious([...split('300'), same]))).toContain('expenditure.basic_parts_sum');
    const less = figure('expenditure', '500', { fund: 'general_public' });
    expect(checks(serious([...split('680'), less]))).toContain('expenditure.basic_parts_sum');
  });
});

describe('verdicts', () => {
  const everything = RELATION_CASES.flatMap(({ build }, i) => {
    const broken = build(false);
    const owner = { bureauId: `b-${i}` };
    return [{ ...broken, witnesses: (broken.witnesses ?? []).map((witness) => ({ ...witness, ...owner })) }];
  });

  const verdicts = (witnesses: readonly Witness[], claims: readonly OwnedClaim[]): string[] => {
    const { findings, evaluations } = checkBureau(witnesses, claims, reconcileBureau(witnesses));
    return [
      ...findings.map(({ check, severity, fiscalYear, concept }) =>
        [check, severity, fiscalYear, concept].join(' '),
      ),
      ...evaluations.map(({ check, outcome, subject }) =>
        [check, outcome, subject.split(' ‖ ')[0]].join(' '),
      ),
    ].sort();
  };

  it('do not depend on the order of arrival', () => {
    for (const { witnesses, claims = [] } of everything) {
      const expected = checkBureau(witnesses, claims, reconcileBureau(witnesses));
      fc.assert(
        fc.property(shuffled(witnesses), (other) => {
          expect(checkBureau(other, [...claims].reverse(), reconcileBureau(other))).toEqual(expected);
        }),
        { numRuns: 5 },
      );
    }
  });

  it('are the same for amounts ten times as large', () => {
    for (const { witnesses, claims = [] } of everything) {
      expect(verdicts(witnesses.map(tenfold), claims.map(tenfoldClaim))).toEqual(verdicts(witnesses, claims));
    }
  });

  it('are the same when an edition is published twice', () => {
    for (const { witnesses, claims = [] } of everything) {
      for (const name of ['d-aaa', 'd-zzz']) {
        const copies = witnesses.map((witness) => editionOf(witness, `${name}-${witness.documentId}`));
        const again = claims.map((one) => ({ ...one, claimId: `${name}-${one.claimId}`, documentId: name }));
        expect(verdicts([...witnesses, ...copies], [...claims, ...again])).toEqual(
          verdicts(witnesses, claims),
        );
      }
    }
  });

  it('come sorted and once each', () => {
    for (const { witnesses, claims = [] } of everything) {
      const { findings, evaluations } = checkBureau(witnesses, claims, reconcileBureau(witnesses));
      expect(new Set(findings.map(({ findingId }) => findingId)).size).toBe(findings.length);
      const identities = evaluations.map(({ check, scope, fiscalYear, subject }) =>
        [check, scope, fiscalYear, subject].join(),
      );
      expect(new Set(identities).size).toBe(evaluations.length);
    }
  });
});

describe('any budget whose lines are rounded', () => {
  const lines = fc.array(fc.integer({ min: 0, max: 90_000_000 }), { minLength: 2, maxLength: 9 });
  const wan = (fen: number, cut: boolean): string =>
    ((cut ? Math.floor(fen / 10_000) : Math.round(fen / 10_000)) / 100).toFixed(2);

  it.each([
    ['rounded', false],
    ['cut off', true],
  ])('adds up when every figure is %s', (_, cut) => {
    fc.assert(
      fc.property(lines, (amounts) => {
        const total = amounts.reduce((sum, amount) => sum + amount, 0);
        const witnesses = [
          figure('expenditure', wan(total, cut)),
          ...amounts.map((amount, i) =>
            figure('expenditure', wan(amount, cut), { functionCode: String(201 + i) }),
          ),
        ];
        expect(serious(witnesses)).toEqual([]);
      }),
    );
  });

  it('is found out when a line is changed by more than all rounding', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 20, max: 500 }), (amounts, off) => {
        const total = amounts.reduce((sum, amount) => sum + amount, 0) + off * 10_000;
        const witnesses = [
          figure('expenditure', wan(total, false)),
          ...amounts.map((amount, i) =>
            figure('expenditure', wan(amount, false), { functionCode: String(201 + i) }),
          ),
        ];
        expect(checks(serious(witnesses))).toEqual(['codes.functional_children_sum']);
      }),
    );
  });
});

function shuffled<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
}

function tenfold(witness: Witness): Witness {
  if (witness.unit !== 'CNY') return witness;
  return { ...witness, valueMinor: witness.valueMinor * 10, ulpMinor: witness.ulpMinor * 10 };
}

function tenfoldClaim(one: OwnedClaim): OwnedClaim {
  if (one.quantity?.unit !== 'CNY') return one;
  const { valueMinor, ulpMinor } = one.quantity;
  return { ...one, quantity: { ...one.quantity, valueMinor: valueMinor * 10, ulpMinor: ulpMinor * 10 } };
}

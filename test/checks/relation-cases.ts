/** One bureau for which each relation holds, and one for which it does not. */
import type { RemarkOfBureau } from '../../transforms/extract/remark.ts';
import type { ScoreItemOfBureau } from '../../transforms/extract/score-item.ts';
import type { OwnedClaim, Witness } from '../../transforms/extract/witness.ts';
import type { ConceptId } from '../../transforms/vocabulary/concept.ts';
import { claim, figure, key, quantity, remark, scoreItem } from './example-bureau.ts';

export interface RelationCase {
  check: string;
  severity: 'error' | 'warning' | 'note';
  /** What is found beside it, where one contradiction cannot be had without another. */
  besides?: readonly string[];
  /** `good: false` breaks the relation and nothing else. */
  build: (good: boolean) => {
    witnesses?: readonly Witness[];
    claims?: readonly OwnedClaim[];
    scoreItems?: readonly ScoreItemOfBureau[];
    remarks?: readonly RemarkOfBureau[];
  };
}

const percent = (printed: string) => quantity('percent', printed);
const budget = { phase: 'original_budget' } as const;
const before = { fiscalYear: 2023 } as const;
const prose = { medium: 'prose', rule: 'example/sentence' } as const;

const average = (
  kind: 'reception_person' | 'reception_batch' | 'vehicle_running' | 'vehicle_purchase',
  amount: Witness,
  count: Witness,
  printed: readonly [good: string, bad: string, unit: string],
): RelationCase => ({
  check: `average.${kind}`,
  severity: 'warning',
  build: (good) => ({
    witnesses: [amount, count],
    remarks: [
      remark(`average_${kind}`, { quantity: quantity('CNY', good ? printed[0] : printed[1], printed[2]) }),
    ],
  }),
});

const counts = (
  kind: 'reception' | 'overseas' | 'vehicle_purchase',
  amount: Witness,
  of: readonly (readonly [concept: ConceptId, good: string, bad: string])[],
): RelationCase => ({
  check: `counts.${kind}`,
  severity: 'warning',
  build: (good) => ({
    witnesses: [
      amount,
      ...of.map(([concept, one, other]) =>
        figure(concept, good ? one : other, { in: concept.endsWith('persons') ? '人' : '辆' }),
      ),
    ],
  }),
});

export const RELATION_CASES: readonly RelationCase[] = [
  average(
    'reception_person',
    figure('three_public.reception', '2.97'),
    figure('three_public.reception_persons', '396', { in: '人' }),
    ['75', '57', '元'],
  ),
  average(
    'reception_batch',
    figure('three_public.reception', '5.35'),
    figure('three_public.reception_batches', '97', { in: '辆' }),
    ['551.5', '515.5', '元'],
  ),
  average(
    'vehicle_running',
    figure('three_public.vehicle_operation', '15.36'),
    figure('three_public.vehicles_held', '6', { in: '辆' }),
    ['2.56', '2.65', '万元'],
  ),
  average(
    'vehicle_purchase',
    figure('three_public.vehicle_purchase', '359600', { in: '元' }),
    figure('three_public.vehicles_purchased', '2', { in: '辆' }),
    ['17.98', '19.78', '万元'],
  ),
  counts('reception', figure('three_public.reception', '2.97'), [
    ['three_public.reception_batches', '45', '0'],
    ['three_public.reception_persons', '396', '0'],
  ]),
  counts('overseas', figure('three_public.overseas', '12.30'), [
    ['three_public.overseas_groups', '1', '0'],
    ['three_public.overseas_persons', '2', '0'],
  ]),
  counts('vehicle_purchase', figure('three_public.vehicle_purchase', '179800', { in: '元' }), [
    ['three_public.vehicles_purchased', '1', '0'],
  ]),
  {
    check: 'vehicles.kinds_sum',
    severity: 'warning',
    build: (good) => ({
      remarks: [remark('vehicle_kinds', { count: good ? 4 : 5, quantity: quantity('count', '4') })],
    }),
  },
  {
    check: 'claim.rate_of_nothing',
    severity: 'warning',
    build: (good) => ({
      witnesses: [figure('conference', '3.20'), figure('conference', good ? '1.60' : '0', before)],
      claims: [claim('change_rate', key('conference'), key('conference', before), percent('100'))],
    }),
  },
  {
    check: 'text.last_years_year',
    severity: 'warning',
    build: (good) => ({
      witnesses: [
        figure('expenditure', good ? '1862.07' : '1870.26', {
          ...prose,
          ...before,
          quote: '2023年度本年支出为1870.26万元。',
        }),
        figure('expenditure', '1870.26'),
      ],
    }),
  },
  {
    check: 'table.declared_none',
    severity: 'warning',
    build: (good) => ({
      witnesses: [figure('expenditure', good ? '0.00' : '120.00', { fund: 'government_fund' })],
      remarks: [
        remark('empty_table', {
          table: 9,
          quote: '政府性基金表 ‖ 注：本单位没有政府性基金支出，本表为空表。',
        }),
      ],
    }),
  },
  {
    check: 'text.double_negative',
    severity: 'warning',
    build: (good) => ({ remarks: good ? [] : [remark('double_negative', { count: 1 })] }),
  },
  {
    check: 'text.missing_percent_sign',
    severity: 'warning',
    build: (good) => ({ remarks: good ? [] : [remark('missing_percent_sign', { count: 1 })] }),
  },
  ...(['incomplete_year', 'changed_and_unchanged', 'missing_unit'] as const).map(
    (kind): RelationCase => ({
      check: `text.${kind}`,
      severity: 'warning',
      build: (good) => ({ remarks: good ? [] : [remark(kind, { count: 1 })] }),
    }),
  ),
  ...(['undisclosed_guests', 'undisclosed_vehicles_bought'] as const).map(
    (kind): RelationCase => ({
      check: `text.${kind}`,
      severity: 'note',
      build: (good) => ({ remarks: good ? [] : [remark(kind)] }),
    }),
  ),
  ...(['old_class_name', 'other_body'] as const).map(
    (kind): RelationCase => ({
      check: `text.${kind}`,
      severity: 'warning',
      build: (good) => ({ remarks: good ? [] : [remark(kind, { quote: '示例旧名 ‖ 示例名' })] }),
    }),
  ),
  {
    check: 'witnesses.last_digit',
    severity: 'note',
    build: (good) => ({
      witnesses: [
        figure('expenditure', '69.86', { functionCode: '2080506' }),
        figure('expenditure', good ? '69.86' : '69.85', { ...prose, functionCode: '2080506' }),
      ],
    }),
  },
  {
    check: 'vehicles.held_within_owned',
    severity: 'note',
    build: (good) => ({
      witnesses: [
        figure('asset.vehicles', '9', { in: '辆' }),
        figure('three_public.vehicles_held', good ? '9' : '12', { in: '辆' }),
      ],
    }),
  },
  {
    check: 'score.meaningless_target',
    severity: 'warning',
    build: (good) => ({
      remarks: good
        ? []
        : [remark('far_target', { table: 3, count: 105, quote: '里程 ‖ ≥320公里 ‖ 33600公里' })],
    }),
  },
  {
    check: 'derived.source_lost',
    severity: 'note',
    besides: ['witnesses.disagree'],
    build: (good) => ({
      witnesses: [
        figure('expenditure', '85.20', prose),
        figure('expenditure', '86.00', { ...prose, ...before, basis: 'derived', printed: '85.20 + 0.80' }),
        figure('expenditure', good ? '85.20' : '45.20'),
        figure('expenditure.basic', '40.00'),
        figure('expenditure.project', good ? '45.20' : '5.20'),
      ],
    }),
  },
  {
    check: 'three_public.parts_sum',
    severity: 'error',
    build: (good) => ({
      witnesses: [
        figure('three_public', good ? '2.35' : '3', budget),
        figure('three_public.overseas', '0', budget),
        figure('three_public.vehicles', '0', budget),
        figure('three_public.reception', '2.35', budget),
      ],
    }),
  },
  {
    check: 'three_public.vehicles_sum',
    severity: 'error',
    build: (good) => ({
      witnesses: [
        figure('three_public.vehicles', '21.50'),
        figure('three_public.vehicle_purchase', '18.00'),
        figure('three_public.vehicle_operation', good ? '3.50' : '5.30'),
      ],
    }),
  },
  {
    check: 'expenditure.parts_sum',
    severity: 'error',
    build: (good) => ({
      witnesses: [
        figure('expenditure', '512.40', { fund: 'fiscal', ...prose }),
        figure('expenditure.basic', '300.15', { fund: 'fiscal', ...prose }),
        figure('expenditure.project', good ? '212.25' : '212.21', { fund: 'fiscal', ...prose }),
      ],
    }),
  },
  {
    check: 'expenditure.basic_parts_sum',
    severity: 'error',
    build: (good) => ({
      witnesses: [
        figure('expenditure.basic', '330.00'),
        figure('expenditure.basic', '300.00', { fund: 'general_public' }),
        figure('expenditure.personnel', '260.00'),
        figure('expenditure.operating', good ? '40.00' : '45.00'),
      ],
    }),
  },
  {
    check: 'expenditure.personnel_codes_sum',
    severity: 'error',
    build: (good) => ({
      witnesses: [
        figure('expenditure.personnel', good ? '260.01' : '261.00'),
        figure('expenditure.basic', '250.00', { fund: 'general_public', economicCode: '301' }),
        figure('expenditure.basic', '10.00', { fund: 'general_public', economicCode: '303' }),
      ],
    }),
  },
  {
    check: 'revenue.sources_sum',
    severity: 'error',
    build: (good) => ({
      witnesses: [
        figure('expenditure', '871.30'),
        figure('expenditure', '800.20', { fund: 'general_public' }),
        figure('expenditure', good ? '71.10' : '60.90', { fund: 'other_income' }),
      ],
    }),
  },
  {
    check: 'fiscal.budgets_sum',
    severity: 'error',
    build: (good) => ({
      witnesses: [
        figure('revenue', '90.00', { fund: 'fiscal' }),
        figure('revenue', '80.00', { fund: 'general_public' }),
        figure('revenue', good ? '10.00' : '11.00', { fund: 'government_fund' }),
      ],
    }),
  },
  {
    check: 'balance.sources_sum',
    severity: 'error',
    build: (good) => ({
      witnesses: [
        figure('revenue.grand_total', good ? '95.50' : '97.50', { fund: 'fiscal' }),
        figure('revenue', '90.00', { fund: 'fiscal' }),
        figure('balance.opening', '5.50', { fund: 'fiscal' }),
      ],
    }),
  },
  {
    check: 'balance.uses_sum',
    severity: 'error',
    build: (good) => ({
      witnesses: [
        figure('expenditure.grand_total', '95.50'),
        figure('expenditure', '90.00'),
        figure('balance.closing', good ? '4.50' : '5.00'),
        figure('balance.surplus_distributed', '1.00'),
      ],
    }),
  },
  {
    check: 'balance.sources_equal_uses',
    severity: 'error',
    build: (good) => ({
      witnesses: [
        figure('revenue.grand_total', '95.50'),
        figure('expenditure.grand_total', good ? '95.50' : '95.00'),
      ],
    }),
  },
  {
    check: 'balance.flow',
    severity: 'error',
    build: (good) => ({
      witnesses: [
        figure('revenue', '90.00', { fund: 'fiscal' }),
        figure('expenditure', '85.00', { fund: 'fiscal' }),
        figure('balance.opening', good ? '5.50' : '6.50', { fund: 'fiscal' }),
        figure('balance.closing', '10.50', { fund: 'fiscal' }),
      ],
    }),
  },
  {
    check: 'codes.functional_total_elsewhere',
    severity: 'error',
    build: (good) => ({
      witnesses: [
        figure('expenditure', '100.00', { rule: 'example/totals' }),
        figure('expenditure', '60.00', { functionCode: '208' }),
        figure('expenditure', good ? '40.00' : '41.00', { functionCode: '210' }),
      ],
    }),
  },
  {
    check: 'codes.economic_total_elsewhere',
    severity: 'warning',
    build: (good) => ({
      witnesses: [
        figure('expenditure.basic', '100.00', { rule: 'example/totals' }),
        figure('expenditure.basic', '60.00', { economicCode: '301' }),
        figure('expenditure.basic', good ? '40.00' : '39.00', { economicCode: '302' }),
      ],
    }),
  },
  {
    check: 'score.full_marks_hundred',
    severity: 'warning',
    build: (good) => ({
      scoreItems: [
        scoreItem('execution', '10', '10'),
        scoreItem('item', '50', '48'),
        scoreItem('item', good ? '40' : '30', '30'),
        { ...scoreItem('total', '100', '88'), fullMarks: null },
      ],
    }),
  },
  {
    check: 'procurement.parts_sum',
    severity: 'error',
    build: (good) => ({
      witnesses: [
        figure('procurement', '61.20'),
        figure('procurement.goods', '20.00'),
        figure('procurement.works', '0'),
        figure('procurement.services', good ? '41.20' : '42.10'),
      ],
    }),
  },
  {
    check: 'procurement.micro_within_sme',
    severity: 'error',
    build: (good) => ({
      witnesses: [figure('procurement.sme', '30.00'), figure('procurement.micro', good ? '30.00' : '33.00')],
    }),
  },
  {
    check: 'procurement.sme_within_total',
    severity: 'warning',
    build: (good) => ({
      witnesses: [figure('procurement', '61.20'), figure('procurement.sme', good ? '61.20' : '66.00')],
    }),
  },
  ...(
    [
      ['overseas', '30212', 'three_public.overseas', 'warning'],
      ['reception', '30217', 'three_public.reception', 'error'],
      ['vehicle_operation', '30231', 'three_public.vehicle_operation', 'error'],
      ['vehicle_purchase', '31013', 'three_public.vehicle_purchase', 'error'],
    ] as const
  ).map(
    ([item, economicCode, concept, severity]): RelationCase => ({
      check: `three_public.${item}_within`,
      severity,
      build: (good) => ({
        witnesses: [
          figure(concept, '18.40'),
          // Projects may have spent the rest.
          figure('expenditure.basic', good ? '8.31' : '81.31', { fund: 'general_public', economicCode }),
        ],
      }),
    }),
  ),
  {
    check: 'asset.net_difference',
    severity: 'error',
    build: (good) => ({
      witnesses: [
        figure('asset', '210.55', prose),
        figure('asset.liabilities', '10.00', prose),
        figure('asset.net', good ? '200.55' : '200.37', prose),
      ],
    }),
  },
  {
    check: 'asset.fixed_net_difference',
    severity: 'error',
    build: (good) => ({
      witnesses: [
        figure('asset.fixed_original', '52.31'),
        figure('asset.fixed_depreciation', '40.20'),
        figure('asset.fixed_net', good ? '12.10' : '12.01'),
      ],
    }),
  },
  {
    check: 'headcount.in_post_parts_sum',
    severity: 'error',
    build: (good) => ({
      witnesses: [
        figure('headcount.in_post', '40'),
        figure('headcount.civil_servants', '6'),
        figure('headcount.civil_service_managed', '9'),
        figure('headcount.institution', good ? '25' : '26'),
      ],
    }),
  },
  {
    check: 'codes.functional_children_sum',
    severity: 'error',
    build: (good) => ({
      witnesses: [
        figure('expenditure', '100.00'),
        figure('expenditure', '60.00', { functionCode: '208' }),
        figure('expenditure', good ? '40.00' : '41.00', { functionCode: '210' }),
        figure('expenditure', '60.00', { functionCode: '20805' }),
        figure('expenditure', '60.01', { functionCode: '2080505' }),
      ],
    }),
  },
  {
    check: 'codes.economic_children_sum',
    severity: 'error',
    build: (good) => ({
      witnesses: [
        figure('expenditure.basic', '50.00', { economicCode: '302' }),
        figure('expenditure.basic', '20.00', { economicCode: '30201' }),
        figure('expenditure.basic', good ? '30.00' : '29.00', { economicCode: '30299' }),
      ],
    }),
  },
  {
    check: 'projects.listed_sum',
    severity: 'warning',
    build: (good) => ({
      witnesses: [
        figure('expenditure.project', '80.00'),
        figure('expenditure.project', '50.00', { project: '甲' }),
        figure('expenditure.project', good ? '30.00' : '40.00', { project: '乙' }),
      ],
    }),
  },
  {
    check: 'rate.execution',
    severity: 'error',
    build: (good) => ({
      witnesses: [
        figure('rate.execution', good ? '92.50' : '99'),
        figure('expenditure', '185.00'),
        figure('expenditure', '200.00', { phase: 'adjusted_budget' }),
      ],
    }),
  },
  {
    check: 'rate.staff_control',
    severity: 'error',
    build: (good) => ({
      witnesses: [
        figure('rate.staff_control', good ? '93.75' : '95.00'),
        figure('headcount.in_post', '30'),
        figure('headcount.authorised', '32'),
      ],
    }),
  },
  {
    check: 'procurement.execution_rate',
    severity: 'warning',
    build: (good) => ({
      witnesses: [
        figure('procurement.execution_rate', good ? '50' : '100', prose),
        figure('procurement', '10.00', prose),
        figure('procurement', '20.00', { phase: 'budget', ...prose }),
      ],
    }),
  },
  {
    check: 'claim.completion',
    severity: 'error',
    build: (good) => ({
      witnesses: [figure('expenditure', '80.00'), figure('expenditure', '100.00', budget)],
      claims: [
        claim('completion', key('expenditure'), key('expenditure', budget), percent(good ? '80' : '90')),
      ],
    }),
  },
  {
    check: 'claim.share',
    severity: 'error',
    build: (good) => ({
      witnesses: [figure('expenditure.basic', '40.00'), figure('expenditure', '160.00')],
      claims: [
        claim('share', key('expenditure.basic'), key('expenditure'), percent(good ? '25.00' : '26.00')),
      ],
    }),
  },
  {
    check: 'claim.change_rate',
    severity: 'error',
    build: (good) => ({
      witnesses: [figure('three_public', '4.00'), figure('three_public', '5.00', before)],
      claims: [
        claim(
          'change_rate',
          key('three_public'),
          key('three_public', before),
          percent(good ? '-20' : '-25'),
          {
            direction: 'down',
          },
        ),
      ],
    }),
  },
  {
    check: 'claim.change_amount',
    severity: 'error',
    build: (good) => ({
      witnesses: [figure('three_public', '4.00'), figure('three_public', '5.00', before)],
      claims: [
        claim(
          'change_amount',
          key('three_public'),
          key('three_public', before),
          quantity('CNY', good ? '1.00' : '2.00'),
          { direction: 'down' },
        ),
      ],
    }),
  },
  {
    check: 'claim.direction',
    severity: 'error',
    build: (good) => ({
      witnesses: [figure('expenditure', '80.00'), figure('expenditure', '100.00', budget)],
      claims: [
        claim('direction', key('expenditure'), key('expenditure', budget), null, {
          direction: good ? 'down' : 'up',
        }),
      ],
    }),
  },
  {
    check: 'claim.unchanged',
    severity: 'error',
    build: (good) => ({
      witnesses: [figure('conference', '2.00'), figure('conference', good ? '2.00' : '2.50', before)],
      claims: [claim('unchanged', key('conference'), key('conference', before), null)],
    }),
  },
  {
    check: 'labels.swapped',
    severity: 'error',
    build: (good) => {
      const sentence = { ...prose, location: { line: 900 }, quote: '执行数与调整预算数' };
      return {
        witnesses: [
          figure('expenditure', good ? '150.20' : '177.70', sentence),
          figure('expenditure', good ? '177.70' : '150.20', { ...sentence, phase: 'adjusted_budget' }),
          figure('expenditure', '150.20', { fund: 'fiscal', ...prose }),
          figure('expenditure', '177.7061', { fund: 'fiscal', phase: 'budget' }),
        ],
      };
    },
  },
  {
    check: 'labels.wrong_rate_name',
    severity: 'warning',
    build: (good) => ({
      witnesses: [
        figure('headcount.in_post', '30'),
        figure('headcount.authorised', '32'),
        figure('expenditure', '120.00', { phase: 'original_budget' }),
        figure('expenditure', '144.00', { phase: 'adjusted_budget' }),
        figure('rate.staff_control', '93.75'),
        figure('insured.rate', '97.10', {
          ...prose,
          quote: `预算控制率为${good ? '120' : '93.75'}%，参保率97.10%`,
        }),
      ],
    }),
  },
  {
    check: 'score.items_sum',
    severity: 'error',
    build: (good) => ({
      scoreItems: [
        scoreItem('item', '60', '58'),
        scoreItem('item', '40', '37'),
        scoreItem('total', '100', good ? '95' : '100'),
      ],
    }),
  },
  {
    check: 'score.within_full_marks',
    severity: 'error',
    build: (good) => ({ scoreItems: [scoreItem('item', '10', good ? '10' : '12')] }),
  },
  {
    check: 'score.execution_points',
    severity: 'warning',
    build: (good) => ({
      scoreItems: [
        scoreItem('execution', '10', good ? '1.5' : '10', { executionRatePrinted: percent('15.20') }),
      ],
    }),
  },
  {
    check: 'witnesses.disagree',
    severity: 'error',
    build: (good) => ({
      witnesses: [figure('procurement', '61.20'), figure('procurement', good ? '61.2' : '62.10', prose)],
    }),
  },
  {
    check: 'witnesses.prior_year',
    severity: 'warning',
    build: (good) => ({
      witnesses: [
        figure('procurement', '61.20', before),
        figure('procurement', good ? '61.20' : '60.20', {
          ...before,
          reportYear: 2023,
          documentId: 'd-last-year',
        }),
      ],
    }),
  },
  {
    check: 'witnesses.truncated',
    severity: 'note',
    build: (good) => ({
      witnesses: [
        figure('expenditure', '73.68'),
        figure('expenditure', good ? '73.7' : '73.6', { rule: 'example/other' }),
      ],
    }),
  },
  {
    check: 'unit.factor_10000',
    severity: 'error',
    build: (good) => ({
      witnesses: [
        figure('agency_running_costs', '26.98'),
        figure('agency_running_costs', good ? '269800' : '26.98', { in: '元', ...prose }),
      ],
    }),
  },
  {
    check: 'scope.department_covers_unit',
    severity: 'warning',
    build: (good) => ({
      witnesses: [
        figure('expenditure', '90.00'),
        figure('expenditure', good ? '90.00' : '95.00', { scope: 'unit', documentId: 'd-unit' }),
      ],
    }),
  },
  {
    check: 'table.declared_empty',
    severity: 'error',
    build: (good) => ({
      witnesses: [
        figure('three_public', good ? '0.00' : '3.20', { location: { line: 700, table: 4 } }),
        figure('three_public.reception', good ? '0.00' : '3.20', { location: { line: 701, table: 4 } }),
        figure('three_public', '9.10', { ...before, location: { line: 702, table: 4 } }),
        figure('conference', '1.00'),
      ],
      remarks: [
        remark('empty_table', {
          table: 4,
          quote: '“三公”经费支出表 ‖ 注：本部门2024年没有“三公”经费，故本表为空表',
        }),
      ],
    }),
  },
  {
    check: 'projects.evaluated_sum',
    severity: 'error',
    build: (good) => {
      const project = { phase: 'adjusted_budget' } as const;
      return {
        witnesses: [
          figure('expenditure.project', '50.00', { ...project, project: '甲' }),
          figure('expenditure.project', '45.00', { phase: 'original_budget', project: '甲' }),
          figure('expenditure.project', '30.50', { ...project, project: '乙' }),
        ],
        remarks: [
          remark('evaluated_projects', { count: 2, quantity: quantity('CNY', good ? '75.5' : '78.5') }),
        ],
      };
    },
  },
  {
    check: 'agency_running_costs.same_as_goods_and_services',
    severity: 'error',
    build: (good) => ({
      witnesses: [
        figure('agency_running_costs', '61.20', budget),
        figure('expenditure.basic', good ? '61.20' : '16.20', {
          ...budget,
          fund: 'general_public',
          economicCode: '302',
        }),
      ],
      remarks: [remark('same_as_goods_and_services')],
    }),
  },
  ...(['blank_amount', 'blank_name', 'undecided_direction'] as const).map(
    (kind): RelationCase => ({
      check: `text.${kind}`,
      severity: 'warning',
      build: (good) => ({ remarks: good ? [] : [remark(kind, { count: 2, quote: '支出为××万元' })] }),
    }),
  ),
];

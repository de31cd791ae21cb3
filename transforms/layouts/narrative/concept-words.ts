/** How prose names the published quantities; the forms differ from the row labels of the tables. */
import type { Phase } from '../../extract/fact.ts';
import type { ConceptId } from '../../vocabulary/concept.ts';
import type { Topic, WordEntry } from './word.ts';

const named = (concept: ConceptId, forms: readonly string[], within?: Topic): WordEntry => ({
  means: within === undefined ? { kind: 'concept', concept } : { kind: 'concept', concept, within },
  forms,
});

const inPhase = (concept: ConceptId, phase: Phase | 'bare', forms: readonly string[]): WordEntry => ({
  means: { kind: 'concept', concept, phase },
  forms,
});

const spending = [
  named('expenditure.basic', ['基本支出{经费,}']),
  named('expenditure.project', ['项目支出{经费,}']),
  named('expenditure.project', ['专项资金', '项目资金', '专项经费', '项目经费'], 'project'),
  named('expenditure.reserve', ['{单位,}预留机动经费']),
  named('expenditure.superior_remittance', ['上缴上级支出']),
  named('expenditure.business', ['经营支出', '事业单位经营支出']),
  named('expenditure.affiliate_subsidy', ['对附属单位补助支出', '对附属单位补助']),
  named('expenditure.personnel', ['人员经费{支出,}', '人员支出']),
  named('expenditure.operating', ['{日常,}公用经费{支出,}', '{日常,}公用支出']),
  named('agency_running_costs', ['{今年,}机关运行{经费,费}']),
  named('agency_running_costs', ['运行经费'], 'running_costs'),
];

const balances = [
  named('balance.opening', [
    '{年初,上年}结转{和,及,、,}结余{资金,}',
    '{上年,年初}结余{资金,}',
    '上年结余{、,}结转{资金,}',
    '上年结转{资金,收入,}',
    '年初结转{资金,}',
  ]),
  named('balance.closing', ['年末结转{和,及,、,}结余{资金,}', '结转下年{资金,}', '年末结转{资金,}']),
  named('balance.surplus_used', ['使用非财政拨款结余{和专用结余,}']),
  named('balance.surplus_distributed', ['结余分配']),
];

const threePublic = [
  named('three_public', ['三公{经费,}{总,}']),
  named('three_public.overseas', ['因公出国{境,}{费用,费,经费}', '出国{境,}{费用,费,经费}']),
  named('three_public.vehicles', [
    '{公务用车,公务车,公车}购置{及,和,与}运行{维护,和维护,及维护,}{费用,费,经费,}',
    '{公务用车,公务车,公车}购置{及,和,与}{维护,运维}{费用,费,经费,}',
    '{公务用车,公务车,公车}运行{维护,}{费,}{及,和,与}购置{费用,费,经费,}',
    '{公务用车,公务车,公车}购置费{用,}{及,和,与}{公务用车,}运行{维护,}{费用,费,经费,}',
    '公务用车{费用,费,经费}',
  ]),
  named('three_public.vehicle_purchase', ['{公务用车,公务车,公车}购置{费用,费,经费,}']),
  named('three_public.vehicle_operation', [
    '{公务用车,公务车,公务车用车,公车}运行{维护,及维护,和维护,}{费用,费,经费,}',
    '{公务用车,公车}维护{费用,费,经费}',
  ]),
  named('three_public.vehicles', ['购置{及,和,与}运行{维护,}{费用,费}'], 'three_public'),
  named('three_public.vehicle_operation', ['运行维护{费用,费}'], 'three_public'),
  named('three_public.vehicle_purchase', ['车辆购置{费用,费,}'], 'three_public'),
  named('three_public.vehicle_operation', ['{公务,}车辆运行{维护,}{费用,费,经费,}'], 'three_public'),
  named('three_public.reception', ['公务接待{费用,费,经费}', '公务接待']),
  named('three_public.overseas_groups', [
    '{组织的,涉及,涉及的,组织和参加,}{因公出国境,出国境,因公出国,出国,}团组{数,}',
  ]),
  named('three_public.overseas_persons', ['{因公,}出国境人{次,}{数,}', '{因公,}出国境人员']),
  named('three_public.vehicles_purchased', [
    '{新,更新,}购置{公务用车,公务车}{数,数量,}',
    '更新{公务用车,公务车}{数,数量,}',
    '{公务用车,公务车}购置{数,数量,量}',
    '购置车辆',
  ]),
  named('three_public.vehicles_held', [
    '{开支运行维护费的,运行维护费的,负担费用的,}{公务用车,公务车,公车}保有{量,数,}',
  ]),
  named('three_public.vehicles_held', ['{共,现}有{公务用车,公务车}'], 'three_public'),
  named('three_public.reception_batches', ['{国内,}{公务,}接待批次{数,}']),
  named('three_public.reception_persons', ['{国内,}{公务,}接待人{次,}{数,}', '接待总人数']),
  named('conference', ['会议费'], 'three_public'),
  named('training', ['培训费'], 'three_public'),
];

const procurement = [
  named('procurement', ['政府采购']),
  inPhase('procurement', 'actual', ['实际采购金额{合计,}{数,}']),
  inPhase('procurement', 'bare', ['采购{计划,预算}{金额,总额}{合计,}{数,}']),
  named('procurement.goods', ['货物{类,}'], 'procurement'),
  named('procurement.works', ['工程{类,}'], 'procurement'),
  named('procurement.services', ['服务{类,}'], 'procurement'),
  named(
    'procurement.sme',
    ['{授予,面向,}中小{微,}企业', '由中小企业供应商{中标或成交,中标,成交}{的,}'],
    'procurement',
  ),
  named(
    'procurement.micro',
    ['{授予,面向,}{小微,小型微型,小型和微型,小型、微型}企业', '由小微企业供应商{中标或成交,中标,成交}{的,}'],
    'procurement',
  ),
];

const assets = [
  named('asset', ['资产总{额,计}', '总资产', '资产合计']),
  named('asset.liabilities', ['负债总{额,计}', '总负债', '负债合计']),
  named('asset.liabilities', ['负债'], 'assets'),
  named('asset.net', ['净资产{总额,合计,}']),
  named('asset.fixed_original', ['固定资产{账面,}原值']),
  named('asset.fixed_depreciation', ['{固定资产,}累计折旧']),
  named('asset.fixed_net', ['固定资产{账面,}净值']),
  named('asset.vehicles', ['{共,实,现,在编实}有车辆', '车辆保有量']),
  named('asset.vehicles', ['车辆'], 'assets'),
];

const headcount = [
  named('headcount.authorised', ['{人员,在职人员,核定,核定人员,总,}编制{人数,总数,数,}']),
  named('headcount.in_post', [
    '{实有,实际,现有,}{在编在职,在职在编,在编,在职}{人员,人数,职工,干警,民警,干部,教职工}{总数,数,合计,}',
    '实有{人数,人员}',
  ]),
  named('headcount.in_post', ['{实有,实际,现有,}在职', '{实有,实际,现有,}在编'], 'headcount'),
  named('headcount.civil_servants', ['公务员{人数,}', '行政人员']),
  named('headcount.civil_service_managed', ['参公{管理,事业,}人员', '参照公务员{法,}管理{的,}{事业,}人员']),
  named('headcount.institution', ['事业{编制,在编,}人员', '非{参公,参照公务员法}管理事业人员']),
  named('headcount.retired', [
    '离退休{人员,人数,职工,教职工,干部}{总数,合计,}',
    '退休{人员,职工,教职工,教师,干部,干警,民警}{总数,合计,}',
  ]),
  named('headcount.survivors', ['遗属{生活,}{补助,}{人员,人数,}'], 'headcount'),
  named('headcount.other', ['其他人员'], 'headcount'),
];

const performance = [
  named('insured.persons', ['参保人数']),
  named('insured.rate', ['参保率']),
  named('rate.execution', [
    '{预算,}支出{完成,}率',
    '{部门,整体,部门整体,}预算{资金,}{支出,执行}率',
    '{整体支出,部门整体支出,}{资金,预算,实际,}执行率',
  ]),
  named('rate.staff_control', ['{财政供养,在职,}人员控制率']),
  named('rate.carryover', ['{结转结余,结余结转}率']),
  named('procurement.execution_rate', ['{政府,}采购{预算,}执行率']),
  named('evaluation.score', [
    '{绩效,}{自评,评价,}{综合,总,最终,}得分',
    '{绩效,}自评总{得,}分',
    '综合{评价,自评}{总,}得分',
    '{绩效,}{自评,评价,}综合评分',
    '{部门,单位,}整体{支出,}{绩效,}自评{分,分数,为}',
    '{绩效,}{自评,自我评价}得',
    '{部门,单位,}整体{支出,}{绩效,}{自评,评价}得{分,}',
    '{绩效,}{自评,评价}总评分',
    '自我评价得分',
  ]),
];

export const conceptWords: readonly WordEntry[] = [
  ...spending,
  ...balances,
  ...threePublic,
  ...procurement,
  ...assets,
  ...headcount,
  ...performance,
];

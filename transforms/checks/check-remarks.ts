/** What a report says about itself, held against its own figures; and the blanks that nobody filled in. */
import type { Phase } from '../extract/fact.ts';
import type { RemarkKind, RemarkOfBureau } from '../extract/remark.ts';
import type { Witness } from '../extract/witness.ts';
import { comparePlaces } from './candidates.ts';
import { type Check, type CheckInput, type CheckResult, findingOf } from './check.ts';
import type { Outcome } from './evaluation.ts';
import { disclosureOf, type Figures, figuresBeside, figuresFor, gather } from './figures.ts';
import type { Severity } from './finding.ts';
import { agreementOf } from './interval.ts';
import { type Judgement, resultOf } from './judgement.ts';
import type { Relation } from './relation.ts';
import { listZh, printAmountEn, printAmountZh, subjectEn, subjectZh } from './wording.ts';

const said = { kind: 'remark', why: '报告对自身内容的说明须与所列数字相符。' } as const;

const relations: readonly Relation[] = [
  {
    ...said,
    id: 'table.declared_empty',
    zh: '注明为空表的表格没有数据',
    en: 'a table that its note calls empty prints no figures',
  },
  {
    ...said,
    id: 'projects.evaluated_sum',
    zh: '自评涉及资金等于所附各项目自评表预算数之和',
    en: 'the money under evaluation is the sum of the budgets on the project forms',
  },
  {
    ...said,
    id: 'agency_running_costs.same_as_goods_and_services',
    zh: '注明与商品和服务支出一致的机关运行经费确与之相等',
    en: 'running costs that are said to equal goods and services do',
  },
];

export const checkRemarks: Check = { relations, run };

type Judge = (remark: RemarkOfBureau, input: CheckInput) => Judgement | null;

const JUDGES: Readonly<Partial<Record<RemarkKind, Judge>>> = {
  empty_table: declaredEmpty,
  evaluated_projects: evaluatedProjects,
  same_as_goods_and_services: sameAsGoodsAndServices,
};

function run(input: CheckInput): CheckResult {
  return resultOf(input.remarks.flatMap((remark) => JUDGES[remark.kind]?.(remark, input) ?? []));
}

interface Saying {
  readonly severity: Severity;
  readonly zh: string;
  readonly en: string;
  readonly witnesses: readonly Witness[];
  readonly expectedMinor: number | null;
  readonly printedMinor: number | null;
}

function judgementOf(remark: RemarkOfBureau, check: string, outcome: Outcome, saying: Saying): Judgement {
  const { bureauId, scope, documentId, fiscalYear } = remark;
  const factIds = saying.witnesses.map(({ factId }) => factId);
  const subject = [disclosureOf(remark), remark.kind, remark.table ?? '', remark.quote].join(' ‖ ');
  const evaluation = { check, bureauId, scope, documentId, fiscalYear, outcome, subject, factIds };
  if (outcome !== 'failed') return { evaluation, finding: null };
  const [first] = saying.witnesses;
  const finding = findingOf({
    ...{ check, severity: saying.severity, fiscalYear, concept: first?.concept ?? null },
    ...{ message: saying.zh, messageEn: saying.en, unit: first?.unit ?? null },
    ...{ expectedMinor: saying.expectedMinor, printedMinor: saying.printedMinor, factIds },
    statements: [remark, ...saying.witnesses],
  });
  return { evaluation, finding };
}

/** "“三公”经费": long enough words of the note that also stand in the title show that the note is this table's. */
const TELLING = 3;

function declaredEmpty(remark: RemarkOfBureau, { witnesses }: CheckInput): Judgement {
  const printed = witnesses
    .filter(({ documentId, location }) => documentId === remark.documentId && location.table === remark.table)
    .filter(({ fiscalYear, basis }) => fiscalYear === remark.fiscalYear && basis === 'stated');
  const amounts = printed.filter(({ valueMinor }) => valueMinor !== 0).sort(comparePlaces);
  const [title = '', note = ''] = remark.quote.split(' ‖ ');
  const [largest] = [...amounts].sort((a, b) => b.valueMinor - a.valueMinor || comparePlaces(a, b));
  const outcome = amounts.length > 0 ? 'failed' : printed.length > 0 ? 'held' : 'not_evaluable';
  return judgementOf(remark, 'table.declared_empty', outcome, {
    severity: sharesWords(title, note) ? 'error' : 'warning',
    zh: `“${title}”注明本表为空表，而表中印有${amounts.length}个不为零的数字，如${largest ? `${subjectZh(largest)}${printAmountZh(largest.valueMinor, largest)}` : ''}。`,
    en: `The note of a table calls it empty, but it prints ${amounts.length} figures, such as ${largest ? `${subjectEn(largest)} ${printAmountEn(largest.valueMinor, largest)}` : ''}.`,
    witnesses: largest ? [largest, ...amounts.filter((other) => other !== largest)] : [],
    expectedMinor: 0,
    printedMinor: largest?.valueMinor ?? null,
  });
}

function sharesWords(title: string, note: string): boolean {
  const [inTitle, inNote] = [title, note].map((text) => text.replace(/[^\p{Script=Han}]/gu, ''));
  for (let at = 0; at + TELLING <= inTitle!.length; at++) {
    const words = inTitle!.slice(at, at + TELLING);
    if (!/预算|决算|支出|收入|拨款|情况/.test(words) && inNote!.includes(words)) return true;
  }
  return false;
}

/** What the forms of one project print as its money; the statement may mean any of them. */
const BUDGETED: readonly Phase[] = ['adjusted_budget', 'budget'];

function evaluatedProjects(remark: RemarkOfBureau, { disclosures }: CheckInput): Judgement | null {
  const figures = figuresBeside(disclosures, remark);
  const { count, quantity } = remark;
  if (!figures || count === null || quantity === null) return null;
  const projects = projectsOf(figures, remark);
  const leads = projects.map((prints) => prints[0]!);
  const countsAll =
    projects.length === count &&
    projects.every((prints) => prints.some(({ phase }) => BUDGETED.includes(phase)));
  const held = countsAll && sumsOfChoices(projects).some((sum) => agreementOf(sum, quantity) !== null);
  const sumMinor = leads.reduce((sum, { valueMinor }) => sum + valueMinor, 0);
  const like = {
    ...quantity,
    ulpMinor: Math.min(...leads.map(({ ulpMinor }) => ulpMinor), quantity.ulpMinor),
  };
  const list = listZh(leads.map((lead) => `${lead.project}${printAmountZh(lead.valueMinor, lead)}`));
  return judgementOf(
    remark,
    'projects.evaluated_sum',
    held ? 'held' : countsAll ? 'failed' : 'not_evaluable',
    {
      severity: 'error',
      zh: `${count}个项目开展自评，涉及资金印为${printAmountZh(quantity.valueMinor, quantity)}，而所附各项目自评的预算数（${list}）之和为${printAmountZh(sumMinor, like)}，相差${printAmountZh(Math.abs(sumMinor - quantity.valueMinor), like)}。`,
      en: `${count} projects evaluated are said to cover ${printAmountEn(quantity.valueMinor, quantity)}, but the budgets on their forms sum to ${printAmountEn(sumMinor, like)}.`,
      witnesses: leads,
      expectedMinor: sumMinor,
      printedMinor: quantity.valueMinor,
    },
  );
}

/** For each project every amount it prints for the year, the budget of the whole year first. */
function projectsOf(figures: Figures, { fiscalYear }: RemarkOfBureau): readonly (readonly Witness[])[] {
  const own = figuresFor(figures, 'expenditure.project').filter(
    ({ key }) => key.project !== null && key.fiscalYear === fiscalYear,
  );
  const order: readonly Phase[] = [...BUDGETED, 'original_budget', 'actual'];
  return [...gather(own, ({ key }) => key.project!).values()].map((prints) =>
    prints
      .toSorted((a, b) => order.indexOf(a.key.phase) - order.indexOf(b.key.phase))
      .flatMap(({ candidates }) => candidates.map(({ lead }) => lead)),
  );
}

/** More combinations than this are tried by nobody; the first budgets of each project are enough then. */
const MOST_COMBINATIONS = 4096;

type Sum = Pick<Witness, 'unit' | 'valueMinor' | 'ulpMinor' | 'printed'>;

function sumsOfChoices(projects: readonly (readonly Witness[])[]): readonly Sum[] {
  let sums: readonly Sum[] = [{ unit: 'CNY', valueMinor: 0, ulpMinor: 0, printed: '' }];
  for (const prints of projects) {
    const choices = sums.length * prints.length > MOST_COMBINATIONS ? prints.slice(0, 1) : prints;
    sums = sums.flatMap((sum) =>
      choices.map(({ valueMinor, ulpMinor }) => ({
        ...sum,
        valueMinor: sum.valueMinor + valueMinor,
        ulpMinor: sum.ulpMinor + ulpMinor,
      })),
    );
  }
  return sums;
}

/** 302 of the table of basic expenditure. */
const GOODS_AND_SERVICES = '302';

function sameAsGoodsAndServices(remark: RemarkOfBureau, { disclosures }: CheckInput): Judgement | null {
  const figures = figuresBeside(disclosures, remark);
  if (!figures) return null;
  const costs = leadsOf(figures, 'agency_running_costs', remark, null);
  const goods = leadsOf(figures, 'expenditure.basic', remark, GOODS_AND_SERVICES);
  const [cost] = costs;
  const [good] = goods;
  const held = costs.some((a) => goods.some((b) => agreementOf(a, b) !== null));
  const outcome = !cost || !good ? 'not_evaluable' : held ? 'held' : 'failed';
  return judgementOf(remark, 'agency_running_costs.same_as_goods_and_services', outcome, {
    severity: 'error',
    zh:
      cost && good
        ? `文字称机关运行经费与商品和服务支出一致，而${subjectZh(cost)}印为${printAmountZh(cost.valueMinor, cost)}，${subjectZh(good)}印为${printAmountZh(good.valueMinor, good)}，相差${printAmountZh(Math.abs(cost.valueMinor - good.valueMinor), cost)}。`
        : '',
    en:
      cost && good
        ? `Running costs are said to equal goods and services, but are ${printAmountEn(cost.valueMinor, cost)} and ${printAmountEn(good.valueMinor, good)}.`
        : '',
    witnesses: cost && good ? [cost, good] : [],
    expectedMinor: good?.valueMinor ?? null,
    printedMinor: cost?.valueMinor ?? null,
  });
}

function leadsOf(
  figures: Figures,
  concept: Witness['concept'],
  { fiscalYear }: RemarkOfBureau,
  economicCode: string | null,
): readonly Witness[] {
  return figuresFor(figures, concept)
    .filter(({ key }) => key.fiscalYear === fiscalYear && key.functionCode === null && key.project === null)
    .filter(({ key }) => key.economicCode === economicCode)
    .flatMap(({ candidates }) => candidates.map(({ lead }) => lead));
}

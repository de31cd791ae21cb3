/** What a department says about its final accounts: the explanations before and behind the statements. */
import type { Asked } from '../figure.ts';
import { percentage } from '../model/formulas.ts';
import { FUNCTION_NAMES } from '../model/names.ts';
import { amount, comparedWithLastYear, count, type Page, percent, trimmed, write } from '../page.ts';
import { functionCodes } from './codes.ts';

export function writeOverview(page: Page): void {
  const { bureau, year } = page.books;
  write(
    page,
    `${bureau.name}${year}年度部门决算`,
    '第一部分 部门概况',
    '一、主要职责',
    `${bureau.name}负责${bureau.office.duty}。`,
    '二、机构和人员',
    `内设机构：${bureau.office.sections}。`,
    `年末编制数${count(page, { concept: 'headcount.authorised' })}人，在职人员${count(page, { concept: 'headcount.in_post' })}人，其中公务员${count(page, { concept: 'headcount.civil_servants' })}人、参公人员${count(page, { concept: 'headcount.civil_service_managed' })}人、事业人员${count(page, { concept: 'headcount.institution' })}人；离退休人员${count(page, { concept: 'headcount.retired' })}人。`,
    `第二部分 ${year}年度部门决算表`,
  );
}

export function writeExplanations(page: Page): void {
  const { year } = page.books;
  write(page, `第三部分 ${year}年度部门决算情况说明`);
  totals(page);
  fiscalTotals(page);
  generalPublic(page);
  basic(page);
  otherFunds(page);
  threePublic(page);
  rest(page);
}

/** 增加了5.20万元 of both sides at once. */
function bothSides(page: Page, fund: 'all' | 'fiscal'): string {
  const { words, verb } = comparedWithLastYear(page, { concept: 'revenue.grand_total', fund });
  comparedWithLastYear(page, { concept: 'expenditure.grand_total', fund });
  return verb === '持平' ? words : `比上年各${words}`;
}

function totals(page: Page): void {
  const { year, bureau } = page.books;
  const say = (concept: string, more: Partial<Asked> = {}) => amount(page, { concept, ...more });
  const value = (concept: string, more: Partial<Asked> = {}) => page.books.valueOf({ concept, ...more });
  const other = value('revenue', { fund: 'other_income' });
  write(
    page,
    '一、收入支出总体情况',
    `${year}年度收入总计${say('revenue.grand_total')}，支出总计${say('expenditure.grand_total')}，${bothSides(page, 'all')}，主要原因是人员和项目安排有变化。`,
    '二、收入决算情况',
    `${year}年度本年收入合计${say('revenue')}，其中：财政拨款收入${say('revenue', { fund: 'fiscal' })}，占${percent(value('revenue', { fund: 'fiscal' }), value('revenue'))}${other > 0 ? `；其他收入${say('revenue', { fund: 'other_income' })}，占${percent(other, value('revenue'))}` : ''}。`,
    '三、支出决算情况',
    `${year}年度本年支出合计${say('expenditure')}，其中：基本支出${say('expenditure.basic')}，占${percent(value('expenditure.basic'), value('expenditure'))}；项目支出${say('expenditure.project')}，占${percent(value('expenditure.project'), value('expenditure'))}。`,
  );
  if (bureau.carry !== undefined)
    write(
      page,
      `年初结转和结余${say('balance.opening')}，年末结转和结余${say('balance.closing')}，均为项目未完工形成。`,
    );
}

function fiscalTotals(page: Page): void {
  const say = (concept: string) => amount(page, { concept, fund: 'fiscal' });
  write(
    page,
    '四、财政拨款收入支出总体情况',
    `${page.books.year}年度财政拨款收入总计${say('revenue.grand_total')}，财政拨款支出总计${say('expenditure.grand_total')}，${bothSides(page, 'fiscal')}。`,
  );
}

function generalPublic(page: Page): void {
  const { books } = page;
  const fund = 'general_public';
  const spent: Asked = { concept: 'expenditure', fund };
  const planned: Asked = { ...spent, phase: 'original_budget' };
  const change = comparedWithLastYear(page, spent);
  const classes = functionCodes(books, fund).filter((code) => code.length === 3);
  write(
    page,
    '五、一般公共预算财政拨款支出情况',
    `（一）${books.year}年度一般公共预算财政拨款支出${amount(page, spent)}，占本年支出合计的${percent(books.valueOf(spent), books.valueOf({ concept: 'expenditure' }))}，${change.verb === '持平' ? change.words : `比上年${change.words}`}。`,
    `（二）按功能分类，${classes
      .map((functionCode) => {
        const asked = { ...spent, functionCode };
        return `${FUNCTION_NAMES[functionCode]}（类）${amount(page, asked)}，占${percent(books.valueOf(asked), books.valueOf(spent))}`;
      })
      .join('；')}。`,
    `（三）一般公共预算财政拨款支出年初预算为${amount(page, planned)}，支出决算为${amount(page, spent)}，完成年初预算的${percent(books.valueOf(spent), books.valueOf(planned))}。分科目看：`,
    ...functionCodes(books, fund)
      .filter((code) => code.length === 7)
      .map((functionCode, at) => `${at + 1}.${functionLine(page, functionCode)}`),
  );
}

function functionLine(page: Page, functionCode: string): string {
  const { books } = page;
  const spent: Asked = { concept: 'expenditure', fund: 'general_public', functionCode };
  const planned: Asked = { ...spent, phase: 'original_budget' };
  const [actual, budget] = [books.valueOf(spent), books.valueOf(planned)];
  const name = [
    `${FUNCTION_NAMES[functionCode.slice(0, 3)]}（类）`,
    `${FUNCTION_NAMES[functionCode.slice(0, 5)]}（款）`,
    `${FUNCTION_NAMES[functionCode]}（项）`,
  ].join('');
  const reason =
    actual === budget
      ? '决算数与年初预算数持平。'
      : actual > budget
        ? '决算数大于预算数的主要原因是年中追加了经费。'
        : '决算数小于预算数的主要原因是部分支出未发生。';
  return `${name}。年初预算为${amount(page, planned)}，支出决算为${amount(page, spent)}，完成年初预算的${percent(actual, budget)}。${reason}`;
}

function basic(page: Page): void {
  write(
    page,
    '六、一般公共预算财政拨款基本支出情况',
    `${page.books.year}年度一般公共预算财政拨款基本支出${amount(page, { concept: 'expenditure.basic', fund: 'general_public' })}。其中：人员经费${amount(page, { concept: 'expenditure.personnel' })}，用于工资、津贴和各项缴费；公用经费${amount(page, { concept: 'expenditure.operating' })}，用于办公、差旅、公务用车等日常开支。`,
  );
}

function otherFunds(page: Page): void {
  write(
    page,
    '七、政府性基金预算财政拨款收支情况',
    `${page.books.year}年度没有政府性基金预算财政拨款收入和支出。`,
    '八、国有资本经营预算财政拨款收支情况',
    `${page.books.year}年度没有国有资本经营预算财政拨款收入和支出。`,
  );
}

const PARTS = [
  { concept: 'three_public.overseas', name: '因公出国（境）费' },
  { concept: 'three_public.vehicles', name: '公务用车购置及运行维护费' },
  { concept: 'three_public.reception', name: '公务接待费' },
] as const;

function threePublic(page: Page): void {
  const { books } = page;
  const say = (concept: string, phase: 'actual' | 'adjusted_budget' = 'actual') =>
    amount(page, { concept, phase });
  const number = (concept: string) => count(page, { concept });
  const value = (concept: string, phase: 'actual' | 'adjusted_budget' = 'actual') =>
    books.valueOf({ concept, phase });
  const change = comparedWithLastYear(page, { concept: 'three_public' });
  write(
    page,
    '九、财政拨款“三公”经费支出情况',
    `（一）${books.year}年度“三公”经费支出预算为${say('three_public', 'adjusted_budget')}，支出决算为${say('three_public')}，完成预算的${percent(value('three_public'), value('three_public', 'adjusted_budget'))}。“三公”经费支出决算数${change.verb === '持平' ? change.words : `比上年${change.words}`}。`,
    `（二）分项看，${PARTS.map(({ concept, name }) => {
      const compared = comparedWithLastYear(page, { concept });
      return `${name}支出${say(concept)}，占${percent(value(concept), value('three_public'))}，${compared.verb === '持平' ? compared.words : `比上年${compared.words}`}`;
    }).join('；')}。`,
    `1.因公出国（境）费支出${say('three_public.overseas')}，全年安排因公出国（境）团组${number('three_public.overseas_groups')}个，${number('three_public.overseas_persons')}人次。`,
    `2.公务用车购置及运行维护费支出${say('three_public.vehicles')}。其中：公务用车购置费支出${say('three_public.vehicle_purchase')}，购置公务用车${number('three_public.vehicles_purchased')}辆；公务用车运行维护费支出${say('three_public.vehicle_operation')}，年末公务用车保有量${number('three_public.vehicles_held')}辆。`,
    `3.公务接待费支出${say('three_public.reception')}，国内公务接待${number('three_public.reception_batches')}批次，${number('three_public.reception_persons')}人次。`,
  );
}

function rest(page: Page): void {
  const { books } = page;
  const say = (concept: string) => amount(page, { concept });
  const change = comparedWithLastYear(page, { concept: 'agency_running_costs' });
  const rate = percentage(
    books.valueOf({ concept: 'procurement.sme' }),
    books.valueOf({ concept: 'procurement' }),
  );
  const micro = percentage(
    books.valueOf({ concept: 'procurement.micro' }),
    books.valueOf({ concept: 'procurement.sme' }),
  );
  write(
    page,
    '十、机关运行经费支出情况',
    `${books.year}年度机关运行经费支出${say('agency_running_costs')}，${change.verb === '持平' ? change.words : `比上年${change.words}`}。`,
    '十一、政府采购支出情况',
    `${books.year}年度政府采购支出总额${say('procurement')}，其中：政府采购货物支出${say('procurement.goods')}、政府采购工程支出${say('procurement.works')}、政府采购服务支出${say('procurement.services')}。授予中小企业合同金额${say('procurement.sme')}，占政府采购支出总额的${trimmed(rate)}%，其中：授予小微企业合同金额${say('procurement.micro')}，占授予中小企业合同金额的${trimmed(micro)}%。`,
    '十二、国有资产占用情况',
    `截至${books.year}年12月31日，本部门共有车辆${count(page, { concept: 'asset.vehicles' })}辆，均为公务用车编制内车辆；单价100万元（含）以上设备（不含车辆）${count(page, { concept: 'asset.equipment_over_1m' })}台（套）。`,
  );
}

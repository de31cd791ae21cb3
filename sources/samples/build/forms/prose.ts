/** A self-evaluation without a single table: everything is said in sentences. */
import type { SampleDocument } from '../document.ts';
import type { Asked } from '../figure.ts';
import { booksOf } from '../model/books.ts';
import type { Bureau } from '../model/bureau.ts';
import {
  amount,
  asDocument,
  count,
  type Manner,
  newPage,
  type Page,
  PLAIN,
  percent,
  write,
} from '../page.ts';

export interface ProseLook {
  manner?: Partial<Manner>;
  /** What the text calls the body; null where it never says. */
  calls?: string | null;
}

export function proseEvaluation(
  bureau: Bureau,
  year: number,
  path: string,
  look: ProseLook = {},
): SampleDocument {
  const page = newPage(booksOf(bureau, year), { ...PLAIN, ...look.manner });
  writeProse(page, look.calls === undefined ? bureau.name : look.calls);
  return asDocument(page, path);
}

function writeProse(page: Page, calls: string | null): void {
  const { year } = page.books;
  write(page, `${calls ?? ''}${year}年度部门整体支出绩效自评报告`);
  circumstances(page, calls);
  money(page);
  restOfYear(page);
}

function circumstances(page: Page, calls: string | null): void {
  const { books } = page;
  const persons = (concept: string) => count(page, { concept });
  write(
    page,
    '一、单位基本情况',
    `（一）主要职责。${calls ?? '本单位'}负责${books.bureau.office.duty}。`,
    `（二）人员情况。${books.year}年末人员编制${persons('headcount.authorised')}人，实有在编在职人数${persons('headcount.in_post')}人，其中公务员${persons('headcount.civil_servants')}人、参公人员${persons('headcount.civil_service_managed')}人、事业人员${persons('headcount.institution')}人，退休人员${persons('headcount.retired')}人。`,
  );
}

function money(page: Page): void {
  const { books } = page;
  const { year } = books;
  const say = (asked: Asked) => amount(page, asked);
  const planned = (concept: string) => say({ concept, phase: 'original_budget' });
  const spent = (concept: string) => say({ concept });
  const share = (concept: string) =>
    percent(books.valueOf({ concept }), books.valueOf({ concept: 'expenditure' }));
  write(
    page,
    '二、预算和决算情况',
    `1.预算情况。${year}年年初预算安排支出${planned('expenditure')}，其中：基本支出${planned('expenditure.basic')}，项目支出${planned('expenditure.project')}。年中调整后，全年预算数为${say({ concept: 'expenditure', phase: 'adjusted_budget' })}。`,
    `2.决算情况。${year}年决算总收入${spent('revenue')}，总支出${spent('expenditure')}，其中：基本支出${spent('expenditure.basic')}，占总支出的${share('expenditure.basic')}；项目支出${spent('expenditure.project')}，占总支出的${share('expenditure.project')}。预算执行率${count(page, { concept: 'rate.execution' })}%。`,
    `3.基本支出构成。人员经费${spent('expenditure.personnel')}，公用经费${spent('expenditure.operating')}。`,
    `4.“三公”经费。${year}年“三公”经费决算数${spent('three_public')}，其中：因公出国（境）费${spent('three_public.overseas')}，公务用车运行维护费${spent('three_public.vehicle_operation')}，公务接待费${spent('three_public.reception')}。`,
  );
}

function restOfYear(page: Page): void {
  const { year } = page.books;
  const spent = (concept: string) => amount(page, { concept });
  write(
    page,
    '三、资产和采购',
    `1.资产。${year}年末资产总额${spent('asset')}，负债总额${spent('asset.liabilities')}，净资产${spent('asset.net')}；固定资产原值${spent('asset.fixed_original')}，累计折旧${spent('asset.fixed_depreciation')}，固定资产净值${spent('asset.fixed_net')}。`,
    `2.政府采购。${year}年政府采购支出${spent('procurement')}，其中：货物${spent('procurement.goods')}，工程${spent('procurement.works')}，服务${spent('procurement.services')}。`,
    '四、绩效情况',
    `全年参保人数${count(page, { concept: 'insured.persons' })}人，参保率${count(page, { concept: 'insured.rate' })}%。各项工作按计划完成，群众办事更加方便。`,
    '五、自评结论',
    `对照评价指标逐项打分，部门整体支出绩效自评得分${count(page, { concept: 'evaluation.score' })}分。`,
  );
}

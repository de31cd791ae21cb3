/** A department's budget as a whole: what it says before its tables, the tables, and what it says behind them. */
import type { SampleDocument } from '../document.ts';
import type { Asked, FigureKey } from '../figure.ts';
import { booksOf } from '../model/books.ts';
import type { Bureau } from '../model/bureau.ts';
import { FUNCTION_NAMES } from '../model/names.ts';
import {
  amount,
  asDocument,
  comparedWithLastBudget,
  count,
  type Manner,
  newPage,
  type Page,
  PLAIN,
  write,
} from '../page.ts';
import { type BudgetTableLook, writeBudgetTables } from './budget-tables.ts';
import { functionCodes } from './codes.ts';

export interface BudgetLook extends BudgetTableLook {
  manner?: Partial<Manner>;
  scope?: 'department' | 'unit';
}

const phase = 'original_budget';

export function budget(bureau: Bureau, year: number, path: string, look: BudgetLook = {}): SampleDocument {
  const page = newPage(booksOf(bureau, year), { ...PLAIN, ...look.manner });
  const body = look.scope === 'unit' ? '单位' : '部门';
  write(
    page,
    `${bureau.name}${year}年${body}预算`,
    `预算${body === '单位' ? '单位' : '主管部门'}：${bureau.name}`,
  );
  writeIntroduction(page, body);
  writeBudgetTables(page, look, body);
  writeOtherMatters(page, body);
  return asDocument(page, path, look.scope);
}

function writeIntroduction(page: Page, body: string): void {
  const { bureau, year } = page.books;
  const say = (asked: Asked) => amount(page, { ...asked, phase });
  const fiscal = { concept: 'expenditure', fund: 'fiscal' } as const;
  write(
    page,
    `一、${body}主要职能`,
    `${bureau.name}负责${bureau.office.duty}。`,
    `二、${body}机构设置`,
    `内设机构为${bureau.office.sections}。`,
    `三、${year}年${body}预算编制说明`,
    `${year}年收入预算${say({ concept: 'revenue' })}，其中：财政拨款收入${say({ concept: 'revenue', fund: 'fiscal' })}，${comparedWithLastBudget(page, { concept: 'revenue', fund: 'fiscal' })}。`,
    `支出预算${say({ concept: 'expenditure' })}，其中：财政拨款支出预算${say(fiscal)}，${comparedWithLastBudget(page, fiscal)}。财政拨款支出预算中，一般公共预算拨款支出预算${say({ concept: 'expenditure', fund: 'general_public' })}；政府性基金拨款支出预算${say({ concept: 'expenditure', fund: 'government_fund' })}；国有资本经营预算拨款支出预算${say({ concept: 'expenditure', fund: 'state_capital' })}。`,
    '财政拨款支出的主要用途：',
    ...functionCodes(page.books, 'general_public', phase)
      .filter((code) => code.length === 7)
      .map((functionCode, at) => `${at + 1}.${purpose(page, functionCode)}`),
  );
}

function purpose(page: Page, functionCode: string): string {
  const names = [functionCode.slice(0, 3), functionCode.slice(0, 5), functionCode].map(
    (code) => FUNCTION_NAMES[code],
  );
  const asked = { concept: 'expenditure', functionCode, fund: 'general_public', phase } as const;
  return `“${names[0]}（类）${names[1]}（款）${names[2]}（项）”${amount(page, asked)}。`;
}

function writeOtherMatters(page: Page, body: string): void {
  const { year } = page.books;
  const say = (concept: string) => amount(page, { concept, phase });
  const line = (concept: string, name: string) =>
    `${name}${say(concept)}，${comparedWithLastBudget(page, { concept })}`;
  const owned: Partial<FigureKey> = { fiscalYear: year - 1 };
  write(
    page,
    '四、其他相关情况说明',
    `1.${year}年“三公”经费预算数为${say('three_public')}，${comparedWithLastBudget(page, { concept: 'three_public' })}。其中：${line('three_public.overseas', '因公出国（境）费')}；${line('three_public.vehicles', '公务用车购置及运行费')}；${line('three_public.reception', '公务接待费')}。`,
    `2.机关运行经费预算为${say('agency_running_costs')}。`,
    `3.${year}年本${body}政府采购预算${say('procurement')}，其中：政府采购货物预算${say('procurement.goods')}、政府采购工程预算${say('procurement.works')}、政府采购服务预算${say('procurement.services')}。`,
    `4.截至${year - 1}年8月31日，本${body}共有车辆${count(page, { concept: 'asset.vehicles', ...owned })}辆，单价100万元（含）以上设备（不含车辆）${count(page, { concept: 'asset.equipment_over_1m', ...owned })}台（套）。`,
  );
}

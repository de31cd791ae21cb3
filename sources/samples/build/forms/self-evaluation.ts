/** A self-evaluation as it leaves Word: sentences, then forms with one cell a line. */
import type { SampleDocument } from '../document.ts';
import { booksOf } from '../model/books.ts';
import type { Bureau } from '../model/bureau.ts';
import { ECONOMIC_NAMES } from '../model/names.ts';
import {
  amount,
  asDocument,
  comparedWithLastYear,
  count,
  newPage,
  type Page,
  PLAIN,
  write,
} from '../page.ts';
import { writeBaseData, writeProject, writeWholeSpending } from './performance-forms.ts';

export function selfEvaluation(bureau: Bureau, year: number, path: string): SampleDocument {
  const page = newPage(booksOf(bureau, year), { ...PLAIN, table: 'word', zero: '0' });
  writeSentences(page);
  write(page, '附件1');
  writeBaseData(page);
  write(page, '附件2');
  writeWholeSpending(page);
  write(page, '附件3');
  for (const { name } of bureau.projects) writeProject(page, name);
  return asDocument(page, path);
}

function writeSentences(page: Page): void {
  const { bureau, year } = page.books;
  const say = (concept: string) => amount(page, { concept });
  const basic = (economicCode: string) =>
    `${ECONOMIC_NAMES[economicCode]}为${amount(page, { concept: 'expenditure.basic', economicCode })}`;
  const change = comparedWithLastYear(page, { concept: 'three_public' });
  write(
    page,
    `${year}年度${bureau.name}`,
    '整体支出',
    '绩效自评报告',
    '一、部门基本情况',
    `${bureau.name}主管${bureau.office.duty}。内设${bureau.office.sections}。`,
    '二、一般公共预算支出情况',
    '（一）基本支出情况',
    `1、基本支出具体使用情况：${['301', '302', '303', '310'].map(basic).join('；')}。`,
    `2、三公经费具体支出情况：${year}年三公经费总支出为${say('three_public')}，其中公务接待费${say('three_public.reception')}；公务用车购置及运行维护费${say('three_public.vehicles')}；因公出国（境）支出${say('three_public.overseas')}。`,
    '（二）项目支出情况',
    `${year}年共支出项目资金${say('expenditure.project')}，用于${bureau.projects.map(({ name }) => name).join('、')}。`,
    '三、政府性基金预算支出情况',
    '没有政府性基金预算支出。',
    '四、绩效情况',
    `年末参保人数${count(page, { concept: 'insured.persons' })}人，参保率${count(page, { concept: 'insured.rate' })}%。“三公”经费支出${change.verb === '持平' ? change.words : `较上年${change.words}`}。`,
    '附件：基础数据表、整体支出绩效自评表、项目支出绩效自评表',
  );
}

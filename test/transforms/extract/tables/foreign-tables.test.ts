import { describe, expect, it } from 'vitest';
import { extractFacts } from '../../../../transforms/extract/extract-facts.ts';
import { printKey } from '../../../../transforms/extract/fact.ts';
import { documentOfText } from '../../../../transforms/read/read-text.ts';
import { recognise } from '../../../../transforms/recognise/recognise.ts';

const table = (owner: string, amount: string): string =>
  `\n收入支出决算总表\n公开部门：${owner}\t\t单位：万元\n收入\t\t支出\t\n项目\t金额\t项目\t金额\n一、财政拨款收入\t${amount}\t一、教育支出\t${amount}\n本年收入合计\t${amount}\t本年支出合计\t${amount}\n`;

function revenueOf(title: string, ...tables: readonly string[]) {
  const document = documentOfText(`${title}\n\n一、概况\n\n${tables.join('\n')}`);
  const read = recognise(document, { sourceFile: 'a.txt', relativePath: 'a.txt' }, null);
  const { facts, numbers } = extractFacts(document, { ...read, fiscalYear: read.fiscalYear! });
  const revenue = facts.filter((fact) => printKey(fact) === '2023|revenue|actual|all|||');
  const reasons = numbers.filter(({ use }) => use === 'ignored').map(({ reason }) => reason);
  return { printed: revenue.map(({ printed }) => printed), reasons: [...new Set(reasons)] };
}

const TITLE = '桃源县教育局2023年度部门决算';

describe('a table of another body in a report', () => {
  it('is left out with its reason, where the report has tables of its own', () => {
    const read = revenueOf(TITLE, table('桃源县教育局', '90.00'), table('桃源县第一中学', '12.00'));
    expect(read.printed).toEqual(['90.00']);
    expect(read.reasons).toContain('表格属于另一单位，不是本报告的部门');
  });

  it('is left out where it is of the body alone and the department has its own', () => {
    const both = [table('桃源县教育局（汇总）', '90.00'), table('桃源县教育局（本级）', '30.00')];
    expect(revenueOf(TITLE, ...both).printed).toEqual(['90.00']);
    expect(revenueOf('桃源县教育局2023年度单位决算', ...both).printed).toEqual(['30.00']);
  });

  it.each([
    ['the body without its place', '教育局', '桃源县教育局'],
    ['the body with its province', '湖南省桃源县教育局', '桃源县教育局'],
    ['the body alone, of which alone the report speaks', '桃源县教育局（本级）', '桃源县教育局（本级）'],
  ])('is read where its caption names %s', (_, first, second) => {
    expect(revenueOf(TITLE, table(first, '90.00'), table(second, '90.00')).printed).toEqual([
      '90.00',
      '90.00',
    ]);
  });

  it('is read where it is the form of a project that a unit filled in', () => {
    const form =
      '\n项目支出绩效自评表\n填报单位：桃源县第一中学\n项目名称\t校舍维修\n\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n年度资金总额（万元）\t20\t20\t18\t10\t90%\t9\n';
    const document = documentOfText(`${TITLE}\n\n一、概况\n\n${table('桃源县教育局', '90.00')}${form}`);
    const read = recognise(document, { sourceFile: 'a.txt', relativePath: 'a.txt' }, null);
    const { facts } = extractFacts(document, { ...read, fiscalYear: read.fiscalYear! });
    expect(facts.map(printKey)).toContain('2023|expenditure.project|actual|all|||校舍维修');
  });

  it('is read where no table names the body itself: the report may be known by another name', () => {
    expect(revenueOf(TITLE, table('桃源县第一中学', '12.00')).printed).toEqual(['12.00']);
  });
});

import { describe, expect, it } from 'vitest';
import { readTables } from '../../../support/tables.ts';

function read(text: string) {
  return readTables(text, 'self_evaluation');
}

const form = (title: string, name: string, total: string) => `${title}

${name}主管部门	示例县财政局	实施单位	示例县财政局
项目资金（万元）	年初预算数	全年预算数	全年执行数	分值	执行率	得分
年度资金总额	${total}
其中：当年财政拨款	9.00	8.00	6.00	—	75%	—
`;
const TOTAL = '9.00\t8.00\t6.00\t10\t75%\t7.5';
const reasons = (text: string) =>
  read(text).numbers.flatMap(({ use, reason }) => (use === 'unclaimed' ? [reason] : []));

describe('a total that nobody added up', () => {
  it('is no zero where its parts have money in them', () => {
    const text = form('项目支出绩效自评表', '项目名称	设备购置\n', '0\t0\t0\t10\t0%\t0');
    expect(read(text).facts.filter((fact) => fact.concept === 'expenditure.project')).toEqual([]);
    expect(reasons(text)).toEqual(Array(3).fill('合计印为0，而其下各项不为0'));
  });
});

describe('a form that does not name its project', () => {
  it('gives nothing where it says that it is of a project', () => {
    const text = form('项目支出绩效自评表', '', TOTAL);
    expect(read(text).facts).toEqual([]);
    expect(new Set(reasons(text))).toEqual(new Set(['没有项目名称，不知属于哪个项目']));
  });

  it('gives nothing where only its fields say so', () => {
    expect(read(form('附件2', '', TOTAL)).facts).toEqual([]);
  });

  const cut = '项目资金（万元）\t全年预算数\t全年执行数\t执行率\n年度资金总额\t8.00\t6.00\t75%\n';

  it('gives nothing where a text begins in the middle of it, among forms of projects', () => {
    const text = `${cut}\n\n${form('转移支付绩效目标自评表', '项目名称\t设备购置\n', TOTAL)}`;
    expect([...new Set(read(text).facts.map(({ project }) => project))]).toEqual(['设备购置']);
  });

  it('gives nothing where the next form is cut off too', () => {
    expect(read(`${cut}\n\n专项资金绩效自评表（2031年度）项目名称设备购\n`).facts).toEqual([]);
    expect(read(`${cut}\n\n年度目标已经完成。\n`).facts).not.toEqual([]);
  });

  it("is the department's among them where it asks for the department", () => {
    const text = `部门名称\t示例县财政局\n${cut}\n\n${form('转移支付绩效目标自评表', '项目名称\t设备购置\n', TOTAL)}`;
    expect(read(text).facts.map(({ project }) => project)).toContain(null);
  });

  it("is the department's where it says so", () => {
    const facts = read(form('部门整体支出绩效自评表', '', TOTAL)).facts;
    expect(facts.map((fact) => `${fact.concept} ${fact.phase} ${fact.printed}`)).toEqual([
      'expenditure original_budget 9.00',
      'expenditure adjusted_budget 8.00',
      'expenditure actual 6.00',
      'rate.execution actual 75',
    ]);
  });
});

describe('a row whose empty cell is gone', () => {
  it('is not read where a percentage comes to stand below money', () => {
    const rows = form('项目支出绩效自评表', '项目名称\t设备购置\n', '8.00\t6.00\t75%\t10\t7.5');
    expect(read(rows.replace('9.00\t8.00\t6.00\t—', '\t\t\t—')).facts).toEqual([]);
  });
});

describe('a label with several figures behind it', () => {
  const rows = (header: string) =>
    `部门整体支出绩效自评表\n单位：万元\n\n预算执行情况\t${header}\n年初预算数\t5.00\t3.00\t8.00\n全年执行数\t4.90\t2.80\t7.70\n`;

  it('is no field whose figure is the first of them', () => {
    const { facts } = read(rows('甲类\t乙类\t两类'));
    expect(facts).toEqual([]);
  });

  it('is a row of what its columns say', () => {
    const { facts } = read(rows('基本支出\t项目支出\t合计'));
    expect(facts.map(({ concept, phase, printed }) => `${concept} ${phase} ${printed}`)).toEqual([
      'expenditure.basic original_budget 5.00',
      'expenditure.project original_budget 3.00',
      'expenditure original_budget 8.00',
      'expenditure.basic actual 4.90',
      'expenditure.project actual 2.80',
      'expenditure actual 7.70',
    ]);
  });
});

describe('a list of projects', () => {
  it('takes no amount of a row that lost a cell for the name of a project', () => {
    const list = `项目支出绩效自评结果汇总表

单位：万元

序号\t项目名称\t全年预算数\t全年执行数\t自评得分
1\t设备购置\t8.00\t6.00\t95
合计\t18.00\t12.00\t\t
`;
    expect(new Set(read(list).facts.map(({ project }) => project))).toEqual(new Set(['设备购置']));
  });
});

/** Tables as provinces other than those of the development corpus print them; what cannot be told apart stays unclaimed. */
import { describe, expect, it } from 'vitest';
import { readTables } from '../../../support/tables.ts';

function read(text: string) {
  return readTables(text, 'budget', '示例县水利局');
}

const facts = (text: string) =>
  read(text).facts.map(
    ({ concept, fund, functionCode, printed }) => `${concept} ${fund} ${functionCode ?? '-'} ${printed}`,
  );
const reasons = (text: string) => [
  ...new Set(read(text).numbers.flatMap(({ use, reason }) => (use === 'unclaimed' ? [reason] : []))),
];

const byUnits = (second: string) => `部门支出总表

单位：万元

科目编码			单位代码	单位名称（科目）	合计
类	款	项			
				合计	90.00
213	03	01	356301	行政运行	50.00
213	03	06	356301	水利工程运行与维护	20.00
213	03	06	356602	水利工程运行与维护	${second}
`;

describe('a department whose units stand one below the other', () => {
  it.each([
    ['15.00', '20.00 + 15.00', 350_000_00],
    ['20.00', '20.00 + 20.00', 400_000_00],
  ])('spends on a code what they spend together (%s)', (second, printed, valueMinor) => {
    expect(facts(byUnits(second))).toEqual([
      `expenditure all 2130306 ${printed}`,
      'expenditure all - 90.00',
      'expenditure all 2130301 50.00',
    ]);
    expect(read(byUnits(second)).facts[0]).toMatchObject({
      valueMinor,
      basis: 'derived',
      printedUnit: '万元',
    });
    expect(reasons(byUnits(second))).toEqual([]);
  });

  it('has no figure for any code where nothing tells the rows apart', () => {
    const text = byUnits('15.00')
      .replaceAll('单位代码', '')
      .replace(/\t3\d{5}\t/g, '\t\t');
    expect(facts(text)).toEqual(['expenditure all - 90.00']);
    expect(reasons(text)).toEqual(['同一科目分几行列示，没有合计']);
  });
});

const threePublic = (rows: string) => `一般公共预算“三公”经费支出表

单位：万元

单位编码	单位名称	三公经费合计	因公出国（境）费	公务接待费
${rows}
`;

describe('a table by units without a 合计', () => {
  it('is that of the body where its one row is the body', () => {
    expect(facts(threePublic('606001	示例县水利局	6.80	0.00	6.80'))).toEqual([
      'three_public all - 6.80',
      'three_public.overseas all - 0.00',
      'three_public.reception all - 6.80',
    ]);
  });

  it('is nobody’s where it has several rows, or another body in its one row', () => {
    const two = '606001	示例县水利局	6.80	0.00	6.80\n606002	示例县水利站	1.00	0.00	1.00';
    expect(facts(threePublic(two))).toEqual([]);
    expect(facts(threePublic('606002	示例县水利站	1.00	0.00	1.00'))).toEqual([]);
  });
});

describe('a 合计 below the name of some of the money', () => {
  it('is not the total of the table', () => {
    const text = `支出总表

单位：万元

科目编码	科目名称	总计	单位其他资金安排	
			合计	基本支出
	合计	90.00	20.00	15.00
213	农林水支出	90.00	20.00	15.00
`;
    expect(facts(text)).toEqual(['expenditure all - 90.00', 'expenditure all 213 90.00']);
    expect(reasons(text)).toEqual(['列标题不在词汇表']);
  });
});

describe('a code of the next lane in the place of an amount', () => {
  it('is no amount', () => {
    const text = `一般公共预算基本支出表

单位：万元

科目编码\t科目名称\t金额\t科目编码\t科目名称\t金额
301\t工资福利支出\t90.00\t302\t商品和服务支出\t20.00
30102\t津贴补贴\t90.00\t30201\t办公费\t12.00
30107\t绩效工资\t30207\t邮电费\t8.00
`;
    const { facts: found, numbers } = read(text);
    expect(found.map(({ printed }) => printed)).not.toContain('30207');
    expect(numbers.find((number) => number.text === '30207')?.reason).toBe('像编码，不像数额');
  });
});

describe('a text without a single empty cell', () => {
  const table = (cells: string) => `收入总表

单位：万元

科目编码\t科目名称\t合计\t财政拨款收入\t上级补助收入\t事业收入
205\t教育支出\t90.00\t80.00\t10.00${cells}
20502\t普通教育\t90.00\t80.00\t10.00
2050203\t初中教育\t90.00\t80.00\t10.00
`;

  it('may have dropped one in every row behind its total, which every row prints', () => {
    expect(facts(table(''))).toEqual([
      'revenue all 205 90.00',
      'revenue all 20502 90.00',
      'revenue all 2050203 90.00',
    ]);
    expect(reasons(table(''))).toEqual(['该行缺少单元格，不知是哪一列']);
  });

  it('says nothing of a total that has a figure to its left', () => {
    const merged = table('').replace('205\t教育支出\t90.00\t80.00\t10.00', '教育支出\t90.00\t80.00\t10.00');
    expect(facts(merged)).not.toContain('revenue all 205 90.00');
    expect(facts(merged).some((fact) => fact.endsWith('80.00') || fact.endsWith('10.00'))).toBe(false);
  });

  it('is another one than a text that prints them', () => {
    const kept = `${table('')}\n支出总表\n\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n205\t教育支出\t90.00\t\t90.00\n`;
    expect(facts(kept)).toContain('revenue superior_subsidy 205 10.00');
  });
});

const byProject = (carried: string) => `项目支出表

单位：万元

类型\t项目名称\t项目单位\t合计\t本年拨款\t\t财政拨款结转结余\t
\t\t\t\t一般公共预算\t政府性基金预算\t一般公共预算\t政府性基金预算
其他类\t示例绿化\t示例站\t${carried === '' ? '40.00' : '42.00'}\t40.00\t\t${carried}\t
其他类\t示例公园\t示例站\t8.00\t\t8.00\t\t
合计\t\t\t${carried === '' ? '48.00' : '50.00'}\t40.00\t8.00\t${carried}\t
`;

describe('projects paid from the year’s money and from what was carried over', () => {
  it('spend of a fund no more than the year’s money only where nothing of it was carried over', () => {
    expect(facts(byProject(''))).toContain('expenditure.project general_public - 40.00');
    expect(facts(byProject('2.00'))).not.toContain('expenditure.project general_public - 40.00');
    for (const text of ['', '2.00'].map(byProject))
      expect(facts(text)).toContain('expenditure.project government_fund - 8.00');
    expect(facts(byProject('2.00'))).toContain('expenditure.project all - 50.00');
    expect(reasons(byProject('2.00'))).toEqual([]);
  });
});

describe('a table of 机关运行经费 that goes on with what else an office reports', () => {
  it('counts vehicles and names purchases, and keeps its own parts out', () => {
    const text = `机关运行经费支出及政府采购情况表

单位：万元

项目\t行次\t统计数
一、机关运行经费支出\t1\t50.00
（一）行政单位\t2\t50.00
二、国有资产占用情况\t3\t
（一）车辆数合计（辆）\t4\t3
1.应急保障用车\t5\t3
三、政府采购支出信息\t6\t
（一）政府采购支出合计\t7\t20.00
1.政府采购货物支出\t8\t20.00
（二）政府采购授予中小企业合同金额\t9\t12.00
`;
    expect(facts(text)).toEqual([
      'agency_running_costs all - 50.00',
      'asset.vehicles all - 3',
      'procurement all - 20.00',
      'procurement.goods all - 20.00',
      'procurement.sme all - 12.00',
    ]);
  });
});

describe('a 合计 merged in front of the figure of the last lane', () => {
  it('is that of all lanes, and no 公用经费', () => {
    const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    const table = `一般公共预算基本支出决算表

单位：万元

<table><tr><td colspan="3">人员经费</td><td colspan="3">公用经费</td></tr>
${row('科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数')}
${row('301', '工资福利支出', '60.00', '302', '商品和服务支出', '12.00')}
${row('30101', '基本工资', '60.00', '30201', '办公费', '12.00')}
<tr><td colspan="2">人员经费合计</td><td>60.00</td><td colspan="2">公用经费合计</td><td>12.00</td></tr>
<tr><td colspan="5">合计</td><td>72.00</td></tr></table>`;
    const found = facts(table);
    expect(found).toContain('expenditure.basic general_public - 72.00');
    expect(found.filter((fact) => fact.startsWith('expenditure.operating'))).toEqual([
      'expenditure.operating all - 12.00',
    ]);
  });
});

describe('a table of purchases planned and made', () => {
  it('has both in its 合计, which no source of money divides', () => {
    const text = `政府采购情况表

单位：万元

项目\t采购计划金额\t\t实际采购金额\t
\t合计\t一般公共预算\t合计\t一般公共预算
合计\t9.00\t5.00\t8.00\t4.00
货物\t6.00\t4.00\t5.50\t3.50
服务\t3.00\t1.00\t2.50\t0.50
`;
    expect(read(text).facts.map(({ concept, phase, printed }) => `${concept} ${phase} ${printed}`)).toEqual([
      'procurement original_budget 9.00',
      'procurement actual 8.00',
      'procurement.goods original_budget 6.00',
      'procurement.goods actual 5.50',
      'procurement.services original_budget 3.00',
      'procurement.services actual 2.50',
    ]);
  });
});

describe('vehicles and equipment one below the other', () => {
  it('are counted by their rows', () => {
    const text = `国有资产占用情况表

项目\t行次\t数量
车辆数合计（辆）\t1\t7
1.特种专业技术用车\t2\t7
单价100万元（含）以上设备（不含车辆）\t3\t2
`;
    expect(facts(text)).toEqual(['asset.vehicles all - 7', 'asset.equipment_over_1m all - 2']);
  });
});

describe('projects and their targets in one list', () => {
  it('have the 合计 of their money, and no target is a figure', () => {
    const text = `项目支出绩效目标表

单位：万元

单位名称\t项目名称\t项目资金\t\t\t一级指标\t二级指标\t三级指标\t指标值
\t\t合计\t财政拨款\t其他资金\t\t\t\t
示例县水利局\t渠道管护\t30.00\t25.00\t5.00\t产出指标\t数量指标\t管护长度\t12
示例县水利局\t水质监测\t8.00\t8.00\t\t产出指标\t质量指标\t合格率\t95
`;
    const found = read(text).facts.map(({ concept, project, printed }) => `${concept} ${project} ${printed}`);
    expect(found).toEqual(['expenditure.project 渠道管护 30.00', 'expenditure.project 水质监测 8.00']);
  });
});

describe('a row of stars and numbers below the header', () => {
  it('numbers the columns', () => {
    const text = `部门支出总体情况表

单位：万元

科目编码\t科目名称\t合计\t基本支出\t项目支出
**\t**\t1\t2\t3
\t合计\t9.00\t6.00\t3.00
`;
    expect(facts(text)).toHaveLength(3);
    expect(reasons(text)).toEqual([]);
  });
});

describe('the number of a line in the place of an amount', () => {
  const table = (amount: string) => `财政拨款收支总表

单位：万元

收入\t\t\t支出\t\t
项目\t行次\t金额\t项目\t行次\t金额
一、一般公共预算财政拨款\t1\t90.00\t一、教育支出\t21\t80.00
二、政府性基金预算财政拨款\t2\t${amount}
三、国有资本经营预算财政拨款\t3\t1.00\t二、其他支出\t23\t11.00
`;

  it('is no revenue of the fund', () => {
    expect(facts(table('22'))).not.toContain('revenue government_fund - 22');
    expect(facts(table('22'))).toContain('revenue state_capital - 1.00');
  });

  it('is an amount where no line beside it has that number', () => {
    expect(facts(table('40'))).toContain('revenue government_fund - 40');
  });
});

describe('a copy of a web page that fills up the rows whose cells it dropped', () => {
  const table = `一般公共预算支出表 | ||||
单位：万元 | ||||
科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
213 | 农林水支出 | 90.00 | 70.00 | 20.00 |
2130301 | 行政运行 | 70.00 | 70.00 | |
2130306 | 水利工程运行与维护 | 20.00 | 20.00 | |
`;

  it('says only which figure is the total of a row that it filled up', () => {
    expect(facts(table)).toEqual([
      'expenditure general_public 213 90.00',
      'expenditure.basic general_public 213 70.00',
      'expenditure.project general_public 213 20.00',
      'expenditure general_public 2130301 70.00',
      'expenditure general_public 2130306 20.00',
    ]);
  });

  it('is another one than Markdown, whose empty cell at the end of a row is its own', () => {
    const rows = [
      '科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出',
      '213 | 农林水支出 | 90.00 | 70.00 | 20.00',
    ];
    const last = '2130301 | 行政运行 | 70.00 | 70.00 | ';
    const markdown = `一般公共预算支出表\n\n单位：万元\n\n${[...rows, last].map((row) => `| ${row}|`).join('\n')}\n`;
    expect(facts(markdown)).toContain('expenditure.basic general_public 2130301 70.00');
  });

  it('has its cells in their places where an empty one stands in front of another', () => {
    const kept = table.replace('20.00 | 20.00 | |', '20.00 | | 20.00 |');
    expect(facts(kept)).toContain('expenditure.basic general_public 2130301 70.00');
    expect(facts(kept)).toContain('expenditure.project general_public 2130306 20.00');
  });

  it('has no header where the words below 年度 moved to the left', () => {
    const moved = `“三公”经费支出表 | ||||||
单位：万元 | ||||||
年度 | 合计 | 因公出国（境）费 | 公务接待费 | 公务用车购置及运行维护费 | ||
小计 | 公务用车购置费 | 公务用车运行维护费 | |||
2030年 | 12.000000 | 0.000000 | 2.000000 | 10.000000 | 0.000000 | 10.000000 |
2031年 | 11.000000 | 0.000000 | 2.000000 | 9.000000 | 0.000000 | 9.000000 |
`;
    const found = facts(moved);
    expect(found.filter((fact) => fact.includes('vehicle'))).not.toContain(
      'three_public.vehicle_purchase all - 12.000000',
    );
    expect(found.every((fact) => /0\.0|2\.0|9\.0|1[012]\.0/.test(fact))).toBe(true);
  });
});

describe('a table kept one cell a line', () => {
  it('says nothing, because its labels and figures are apart', () => {
    const lines = ['项目 |', '2031年支出（万元） |', '因公出国（境）费 |', '0 |', '公务接待费 |', '7.50 |'];
    expect(facts(`“三公”经费决算情况\n${lines.join('\n')}`)).toEqual([]);
  });
});

describe('counts below the “三公” figures of a budget', () => {
  it('are planned, but for the vehicles that are kept', () => {
    const text =
      '“三公”经费预算情况表\n\n单位：万元\n\n项目\t本年预算数\n一、支出合计\t12.00\n公务接待费\t12.00\n公务用车保有量（辆）\t3\n公务接待批次（批）\t40\n';
    const phases = read(text).facts.map(({ concept, phase }) => `${concept} ${phase}`);
    expect(phases).toContain('three_public.vehicles_held actual');
    expect(phases).toContain('three_public.reception_batches original_budget');
  });
});

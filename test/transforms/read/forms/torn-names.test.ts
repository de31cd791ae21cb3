/** The stream of a printed page puts what stands in merged cells, the name of the project among it, behind the rest. */
import { describe, expect, it } from 'vitest';
import { readTables } from '../../../support/tables.ts';

const read = (text: string) =>
  readTables(text, 'self_evaluation').facts.map(
    ({ project, concept, printed }) => `${project} ${concept} ${printed}`,
  );
const MONEY = `年初预算数 全年预算数 全年执行数 分值 执行率 得分
年度资金总额 9.00 8.00 6.00 10 75% 7.5
其中：当年财政拨款 9.00 8.00 6.00 — 75% —`;
const FIELDS = '主管部门 示例县财政局 实施单位 示例县财政局';
const TITLE = '项目支出绩效自评表';
const UNIT = '项目资金（万元）';

describe('the name of a project in a torn form', () => {
  it('is the line between the title and the first field, where its label is gone', () => {
    const found = read(`${TITLE}\n设备购置\n${FIELDS}\n${MONEY}\n年度总体目标 购置3台\n项目名称\n${UNIT}\n`);
    expect(found).toContain('设备购置 expenditure.project 6.00');
    expect(new Set(found.map((fact) => fact.split(' ')[0]))).toEqual(new Set(['设备购置']));
  });

  it('is not the label that the form above left behind', () => {
    const torn = (name: string) => `${TITLE}\n${name}${FIELDS}\n${MONEY}\n年度总体目标 购置3台\n`;
    const found = read(`${torn('设备购置\n')}${UNIT}\n项目支出\n名称\n${torn('')}${UNIT}`);
    expect(found.filter((fact) => !fact.startsWith('设备购置'))).toEqual([]);
  });

  it('is not the project that was named in front of the goals of another form', () => {
    const above = `${TITLE}\n项目名称\n道路维修\n${UNIT}\n年度总体\n目标 维修2处\n`;
    expect(read(`${above}— 2 —\n设备购置\n${FIELDS}\n${MONEY}\n`)).toEqual([]);
  });

  it('is not the header of a list above the form', () => {
    const list = '序号 项目名称 全年预算数 全年执行数 执行率\n1 道路维修 5.00 5.00 100%\n';
    expect(read(`${list}${FIELDS}\n${UNIT} ${MONEY}\n`)).toEqual([]);
  });

  it('is no part of a label that was cut in two around it', () => {
    const text = `${TITLE}\n项目名\n设备购置 \n称\n${FIELDS}\n${UNIT} ${MONEY}\n年度总体目标 购置3台\n`;
    expect(read(text).filter((fact) => /项目名|称/.test(fact))).toEqual([]);
  });
});

describe('the name of a project', () => {
  const form = (name: string, next: string) =>
    `${TITLE}\n\n项目名称\t${name}\n${next}${UNIT}\t年初预算数\t全年预算数\t全年执行数\t执行率\n年度资金总额\t9.00\t8.00\t6.00\t75%\n`;

  it('is never the label of the field below it', () => {
    expect(read(form('', `主管部门\t示例县财政局\t实施单位\t示例县财政局\n`))).toEqual([]);
  });

  it('has no blanks between its digits and its words', () => {
    expect(read(form('乡道养护（2031 年）第 2 期', ''))).toContain(
      '乡道养护(2031年)第2期 expenditure.project 6.00',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { extractFacts } from '../../../transforms/extract/extract-facts.ts';
import { projectOfTitle } from '../../../transforms/extract/project-of-title.ts';
import { documentOfText } from '../../../transforms/read/read-text.ts';
import type { Disclosure } from '../../../transforms/recognise/disclosure.ts';

const disclosure = (title: string): Disclosure & { fiscalYear: number } => ({
  bureauId: 'example',
  bureauName: '示例县水务局',
  regionCode: null,
  scope: 'department',
  fiscalYear: 2031,
  kind: 'project_evaluation',
  title,
  evidence: [],
});

const read = (title: string, text: string) => {
  const { facts, numbers } = extractFacts(documentOfText(text), disclosure(title));
  return {
    facts: facts.map((fact) => `${fact.concept} ${fact.project ?? ''} ${fact.printed}`),
    unclaimed: numbers.flatMap(({ use, reason }) => (use === 'unclaimed' ? [reason] : [])),
  };
};

const OWN = '示例县水务局2031年度渠道防渗改造项目支出绩效自评报告';
const GENERAL = '示例县水务局2031年度项目支出绩效自评报告';

describe('the rate and the score in the report on a project', () => {
  it('are those of the project that the title names', () => {
    expect(read(OWN, '截至2031年底，预算执行率95%。').facts).toEqual(['rate.execution 渠道防渗改造 95']);
  });

  it("are nobody's where no project is named", () => {
    expect(read(GENERAL, '截至2031年底，预算执行率95%。')).toEqual({
      facts: [],
      unclaimed: ['没有说明是哪个项目的'],
    });
  });

  it('no more than the money spent, pass for the department’s where no project is named', () => {
    expect(read(GENERAL, '截至2031年底，实际支出950万元。').facts).toEqual([]);
    expect(read(GENERAL, '我局共有项目3个，预算执行率95%。').facts).toEqual([]);
  });

  it('are those of the project that the cover names, where the title names none', () => {
    const cover =
      '示例县水务局2031年度财政支出绩效自评报告\n\n项目名称：河道清障专项资金\n\n一、资金使用\n\n';
    expect(read(GENERAL, `${cover}截至2031年底，实际支出95万元。经评价，综合得分96分。`).facts).toEqual([
      'expenditure.project 河道清障专项资金 95',
      'evaluation.score 河道清障专项资金 96',
    ]);
  });

  it("are the department's where the sentence says so", () => {
    expect(read(OWN, '我局部门整体支出绩效自评得分97分。').facts).toEqual(['evaluation.score  97']);
  });
});

it('calls a project in a sentence as its form does, with the 项目 that the sentence drops', () => {
  const form = '项目名称\t渠道防渗改造项目\n项目资金（万元）\t全年预算数\t全年执行数\n年度资金总额\t80\t75\n';
  const text = `项目支出绩效自评表\n\n${form}\n一、渠道防渗改造项目\n\n自评得分96分。`;
  const { facts } = extractFacts(documentOfText(text), disclosure(GENERAL));
  expect([...new Set(facts.map(({ project }) => project))]).toEqual(['渠道防渗改造项目']);
  expect(facts.map(({ concept }) => concept)).toContain('evaluation.score');
});

describe('the project in a title', () => {
  it.each([
    [OWN, '渠道防渗改造'],
    ['示例县水务局2031年衔接资金项目绩效自评报告', '衔接资金'],
    ['农村电影放映专项资金项目自评报告', '农村电影放映专项资金'],
    ['示例县水务局2031年度农田灌溉补助资金绩效自评报告', '农田灌溉补助资金'],
    ['示例县水务局2031年度河道清障经费的绩效自评报告', '河道清障经费'],
    ['示例县水务局2031年度示例县节水奖补资金绩效自评报告', '节水奖补资金'],
    ['2031年度泵站更新项目自评结果', '泵站更新'],
    ['示例灌区节水补助经费2031年度绩效自评报告', '示例灌区节水补助经费'],
    ['示例灌区节水奖补资金转移支付2031年度绩效自评报告', '示例灌区节水奖补资金转移支付'],
    [`${GENERAL}（河道清障专项资金）`, '河道清障专项资金'],
    [`${GENERAL}（2031年山塘应急备用金）`, '山塘应急备用金'],
    ['示例县水务局转移支付2031年度绩效自评报告（节水补助资金）', '节水补助资金'],
    ['示例县水务局2031年度部门整体支出绩效自评报告（河道清障专项资金）', null],
    [`${GENERAL}（公开稿）`, null],
    [`${GENERAL}（2031年度）`, null],
    [`${GENERAL}（县级项目）`, null],
    ['示例县水务局（本级）2031年度绩效自评报告', null],
    [GENERAL, null],
    ['示例县水务局2031年度项目绩效自评结果', null],
    ['示例县水务局2031年度部门整体支出绩效自评报告', null],
    ['示例县水务局2031年度部门整体支出和项目支出绩效自评报告', null],
    ['2031年示例县水务局单位预算项目支出绩效自评表', null],
    ['', null],
  ])('of %s is %s', (title, project) => {
    expect(projectOfTitle(title, '示例县水务局')).toBe(project);
  });
});

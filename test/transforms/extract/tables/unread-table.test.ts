import { describe, expect, it } from 'vitest';
import { readTables } from '../../../support/tables.ts';

function numbersOf(text: string) {
  const { facts, numbers } = readTables(text, 'final_accounts');
  expect(facts).toEqual([]);
  return numbers;
}

describe('a table that no layout knows', () => {
  it('leaves its figures unclaimed, and its line numbers are none', () => {
    const uses = numbersOf('序号\t树种\t棵数\n1\t杨树\t31\n2\t柳树\t47\n').map(({ text, use }) => [
      text,
      use,
    ]);
    expect(uses).toEqual([
      ['1', 'ignored'],
      ['31', 'unclaimed'],
      ['2', 'ignored'],
      ['47', 'unclaimed'],
    ]);
  });

  const INDICATORS = [
    '绩效指标\t一级指标\t二级指标\t三级指标\t指标值\t完成值\t分值',
    '\t产出指标\t数量指标\t修剪行道树\t310\t305\t30',
    '\t效益指标\t社会效益指标\t投诉减少\t12\t14\t20',
  ];
  const usesOf = (lines: readonly string[]) =>
    numbersOf(`${lines.join('\n')}\n`).map(({ text, use }) => `${text} ${use}`);

  it('is understood where a dump cut the indicators of a form off', () => {
    expect(usesOf(INDICATORS)).toEqual(
      ['310', '305', '30', '12', '14', '20'].map((text) => `${text} ignored`),
    );
  });

  it.each([
    ['a total score', '总分\t\t\t\t100\t96\t', ['100 unclaimed', '96 unclaimed']],
    ['persons insured', '\t产出指标\t数量指标\t参保人数\t810\t', ['810 unclaimed']],
    ['money', '\t全年预算数\t\t\t52.30\t', ['52.30 unclaimed']],
  ])('is not where the indicators hide %s', (_, line, left) => {
    expect(usesOf([...INDICATORS, line]).slice(-left.length)).toEqual(left);
  });

  it('lists every figure of more rows than a call takes arguments', () => {
    const rows = Array.from({ length: 140_000 }, (_, row) => `\t${row}`);
    expect(numbersOf(rows.join('\n')).length).toBeGreaterThanOrEqual(140_000);
  });
});

import { describe, expect, it } from 'vitest';
import { unfoldStatements } from '../../../../transforms/read/statements/unfold-statements.ts';
import { linesOf } from '../../../../transforms/read/text-lines.ts';

const TOTALS = `收入 | 支出 | ||||
项目 | 行次 | 金额 | 项目 | 行次 | 金额 |
栏次 | 1 | 栏次 | 2 | ||
一、财政拨款收入 | 1 | 310.20 | 一、一般公共服务支出 | 28 | |
二、上级补助收入 | 2 | 二、外交支出 | 29 | ||
三、事业收入 | 3 | 45 | 三、国防支出 | 30 | |
4 | 四、教育支出 | 31 | 355.20 | ||
5 | 32 | ||||
本年收入合计 | 6 | 355.20 | 本年支出合计 | 33 | 355.20 |`;
const INCOME = `项目 | 本年收入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 |
功能分类科目编码 | 科目名称 | ||||
栏次 | 1 | 2 | 3 | 4 |
合计 | 355.20 | 310.20 | 45.00 | |
205 | 教育支出 | 355.20 | 310.20 | 45.00 | |
20502 | 普通教育 | 355.20 | 310.20 | 45.00 | |`;

const tabbed = (text: string): string[] =>
  unfoldStatements(linesOf(text))
    .filter((line) => line.text.includes('\t'))
    .map((line) => line.text.split('\t').join('¦'));

describe('a copy that moves the empty cells of a row to its end', () => {
  it('gets its figures back to the line number they stand behind', () => {
    expect(tabbed(TOTALS)).toEqual([
      '收入¦¦¦支出¦¦',
      '项目¦行次¦金额¦项目¦行次¦金额',
      '一、财政拨款收入¦1¦310.20¦一、一般公共服务支出¦28¦',
      '二、上级补助收入¦2¦¦二、外交支出¦29¦',
      '三、事业收入¦3¦45¦三、国防支出¦30¦',
      '¦4¦¦四、教育支出¦31¦355.20',
      '¦5¦¦¦32¦',
      '本年收入合计¦6¦355.20¦本年支出合计¦33¦355.20',
    ]);
  });

  it('gets them back in rows with tabs, too, which end where their cells do', () => {
    const short = TOTALS.split('\n')
      .map((line) =>
        line
          .replace(/[\s|]+$/, '')
          .split(' | ')
          .join('\t'),
      )
      .join('\n');
    expect(tabbed(short)).toEqual(tabbed(TOTALS));
    expect(tabbed(short)).toHaveLength(8);
  });

  it('puts no figure of another table of the same text under a part of the total', () => {
    const rows = tabbed(`${TOTALS}\n收入决算表\n单位：万元\n${INCOME}`);
    expect(rows.at(-1)).toBe('20502¦普通教育¦355.20¦¦¦¦310.20¦45.00');
  });

  it('leaves the lines of an unknown table without pipes', () => {
    const other = '街道 | 户数 | 人数 | 备注 |\n甲街道 | 12 | 30 | |\n乙街道 | 8 | | |';
    const lines = unfoldStatements(linesOf(`${TOTALS}\n以下为其他情况\n${other}`));
    expect(lines.some(({ text }) => text.includes('|'))).toBe(false);
  });

  it('is not seen where empty cells stand in their columns', () => {
    const kept = TOTALS.replace(
      '二、上级补助收入 | 2 | 二、外交支出 | 29 | ||',
      '二、上级补助收入 | 2 | | 二、外交支出 | 29 | |',
    )
      .replace('4 | 四、教育支出 | 31 | 355.20 | ||', '| 4 | | 四、教育支出 | 31 | 355.20 |')
      .replace('5 | 32 | ||||', '| 5 | | | 32 | |');
    expect(tabbed(kept)).toEqual([]);
  });
});

it('a whole number behind 合计 is a figure where the header has no codes', () => {
  const text = '项目 |\n预算数 |\n合计 |\n5310 |\n1.因公出国(境)费用 |\n60 |\n2.公务接待费 |\n250 |';
  expect(tabbed(text)).toEqual(['项目¦预算数', '合计¦5310', '1.因公出国(境)费用¦60', '2.公务接待费¦250']);
});

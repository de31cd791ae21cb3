import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hasLeadingAmongWhich,
  normaliseLabel,
  stripNumbering,
  tidyText,
} from '../../transforms/parse/label.ts';

describe('normaliseLabel', () => {
  it.each([
    ['（一）基 本 支 出：', '基本支出'],
    ['二十四、债务还本支出', '债务还本支出'],
    ['12. 其他支出', '其他支出'],
    ['第一部分 部门概况', '部门概况'],
    ['①公务接待费', '公务接待费'],
    ['❷公务接待费', '公务接待费'],
    ['其中：财政拨款', '财政拨款'],
    ['其 中 ： 财政拨款', '财政拨款'],
    ['1. 其中：基本支出', '基本支出'],
    ['减：结余分配', '结余分配'],
    ['减税支出', '减税支出'],
    ['● 项目支出', '项目支出'],
    ['- 项目支出', '项目支出'],
    ['“三公”经费<br>支出', '三公经费支出'],
    ['公务用⻋运⾏维护费', '公务用车运行维护费'],
    ['伙⻝补助费', '伙食补助费'],
    ['因公出国（境）费用', '因公出国(境)费用'],
    ['政府办公厅〔室〕', '政府办公厅(室)'],
    ['预算——决算', '预算-决算'],
    ['一般公共服务支出', '一般公共服务支出'],
    ['三公经费', '三公经费'],
    ['30101', '30101'],
    ['2.10', '2.10'],
    ['-1.5', '-1.5'],
    ['1.2024年度', '2024年度'],
    ['9.1 万元', '9.1万元'],
    ['—', '-'],
    ['(一)', '(一)'],
  ])('reads %j as %j', (printed, label) => {
    expect(normaliseLabel(printed)).toBe(label);
  });

  const printed = fc.array(
    fc.oneof(
      fc.constantFrom(
        '一、',
        '（一）',
        '1.',
        '1、',
        '①',
        '其中：',
        '其 中',
        '加：',
        '-',
        '—',
        '·',
        '“',
        '<br>',
        '⻋',
        '⾦',
      ),
      fc.constantFrom(
        '第一部分',
        '2024',
        '.5',
        ' ',
        '　',
        '\n',
        '：',
        '基本支出',
        '\u200b',
        '(',
        ')',
        '【',
        '**',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 12 },
  );

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(printed, (pieces) => {
        const once = normaliseLabel(pieces.join(''));
        expect(normaliseLabel(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves no white space and no radical', () => {
    fc.assert(
      fc.property(printed, (pieces) => {
        expect(normaliseLabel(pieces.join(''))).not.toMatch(/[\s\u2e81-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5]/);
      }),
    );
  });
});

describe('stripNumbering', () => {
  it.each([
    ['（一）收入 支出', '收入 支出'],
    ['1. 其中：基本支出', '其中:基本支出'],
    ['1.1 基本支出', '基本支出'],
    ['9.1 万元', '9.1 万元'],
    ['3.5', '3.5'],
    ['十二、其他', '其他'],
  ])('leaves of %j %j', (text, rest) => {
    expect(stripNumbering(text)).toBe(rest);
  });
});

describe('tidyText', () => {
  it('keeps single spaces and folds width', () => {
    expect(tidyText('　预算　　 １２．５ 万元\n')).toBe('预算 12.5 万元');
  });
});

describe('hasLeadingAmongWhich', () => {
  it.each([
    ['其中：基本支出', true],
    ['　　其 中: 基本支出', true],
    ['1. 其中：基本支出', true],
    ['基本支出（其中）', false],
  ])('of %j is %j', (text, among) => {
    expect(hasLeadingAmongWhich(text)).toBe(among);
  });
});

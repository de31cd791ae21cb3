import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseNumeralYear, fiscalYearsIn } from '../../transforms/parse/fiscal-year.ts';

describe('fiscalYearsIn', () => {
  it.each([
    ['2024年度部门决算', ['2024 fiscal_year']],
    ['示例局2024年部门预算公开', ['2024 fiscal_year']],
    ['2024部门决算', ['2024 fiscal_year']],
    ['2 0 2 4 年 度', ['2024 fiscal_year']],
    ['二〇二四年度决算', ['2024 fiscal_year']],
    ['２０２３年支出', ['2023 year']],
    ['2022年支出', ['2022 year']],
    ['截至2025年12月31日', ['2025 as_of']],
    ['截止2024年底', ['2024 as_of']],
    ['2025年8月15日', ['2025 date']],
    ['2025年8月', ['2025 date']],
    ['2025-08-15', ['2025 date']],
    ['2021-2023年', ['2021 range', '2023 range']],
    ['〔2025〕10号', ['2025 document_number']],
    ['2024年度比2023年减少', ['2024 fiscal_year', '2023 year']],
    ['支出2024.5万元', []],
    ['支出2024万元', []],
    ['参保12024人', []],
  ])('finds in %j %j', (text, mentions) => {
    expect(fiscalYearsIn(text).map((mention) => `${mention.year} ${mention.role}`)).toEqual(mentions);
  });

  it('answers any text with years inside it', () => {
    const pieces = fc.constantFrom(
      '2024',
      '19',
      '2',
      ' ',
      '年',
      '度',
      '月',
      '-',
      '二〇二四',
      '截至',
      '决算',
      '〔',
      '〕',
      '1号',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((list) => list.join('')),
        ),
        (text) => {
          for (const mention of fiscalYearsIn(text)) {
            expect(text.slice(mention.start, mention.end)).toBe(mention.text);
            expect(mention.year).toBeGreaterThanOrEqual(1900);
            expect(mention.year).toBeLessThan(2100);
          }
        },
      ),
    );
  });
});

describe('chineseNumeralYear', () => {
  it.each([
    ['二〇二四年', 2024],
    ['二○二四 年度', 2024],
    ['二零一九年', 2019],
    ['二〇二五', 2025],
    ['一九九八年', 1998],
    ['二十四年', null],
    ['2024年', null],
    ['一二三四五', null],
  ])('reads %j as %j', (text, year) => {
    expect(chineseNumeralYear(text)).toBe(year);
  });
});

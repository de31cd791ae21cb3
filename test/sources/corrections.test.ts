import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctionVocabulary } from '../../pipeline/load-corrections.ts';
import { CORRECTION_COLUMNS, parseCorrections } from '../../sources/corrections.ts';

const vocabulary = await correctionVocabulary();
const HEADER = CORRECTION_COLUMNS.join(',');
const bytes = (...rows: string[]) => new TextEncoder().encode([HEADER, ...rows].join('\n'));
const GOOD = '示例县财政局,部门,2024,expenditure,actual,,,,,"1,234.50",万元,漏计一笔,第3页,张三,1234.05';

describe('parseCorrections', () => {
  it('reads a row exactly, with the scope and fund that most figures have', () => {
    const { corrections, errors } = parseCorrections(bytes(GOOD), vocabulary);
    expect(errors).toEqual([]);
    expect(corrections).toEqual([
      {
        bureau: '示例县财政局',
        scope: 'department',
        fiscalYear: 2024,
        concept: 'expenditure',
        phase: 'actual',
        fund: 'all',
        functionCode: null,
        economicCode: null,
        project: null,
        unit: 'CNY',
        valueMinor: 1_234_500_000,
        ulpMinor: 10_000,
        expectMinor: 1_234_050_000,
        reason: '漏计一笔',
        evidence: '第3页',
        author: '张三',
        place: 'corrections.csv 第2行',
      },
    ]);
  });

  it('takes a concept by its printed name', () => {
    const named = GOOD.replace('expenditure', '公务接待费');
    expect(parseCorrections(bytes(named), vocabulary).corrections[0]?.concept).toBe('three_public.reception');
  });

  it.each([
    ['示例县财政局', '', 'bureau：不能为空'],
    ['2024', '24', 'fiscal_year：应为四位年份，读到“24”'],
    ['expenditure', 'spending', 'concept：没有这个科目'],
    ['actual', 'real', 'phase：应为 original_budget'],
    ['"1,234.50"', '约12', 'value：应为数字'],
    ['万元', '斤', 'unit：应为'],
    ['万元', '人', 'unit：科目 expenditure 的单位是 CNY，不是 persons'],
    ['万元', '元', ''],
    ['"1,234.50"', '0.1234567', 'value：小数位过多'],
    ['漏计一笔', '', 'reason：不能为空'],
    ['张三', '', 'author：不能为空'],
    ['1234.05', '', 'expect：不能为空'],
  ])('names row and column where %s is %s', (from, to, message) => {
    const { corrections, errors } = parseCorrections(bytes(GOOD.replace(from, to)), vocabulary);
    if (message === '') expect(errors).toEqual([]);
    else {
      expect(corrections).toEqual([]);
      expect(errors.join()).toContain(`corrections.csv 第2行 ${message}`);
    }
  });

  it('refuses a second correction of the same figure and a file without the columns', () => {
    expect(parseCorrections(bytes(GOOD, GOOD), vocabulary)).toMatchObject({
      corrections: [{ place: 'corrections.csv 第2行' }],
      errors: ['corrections.csv 第3行：与corrections.csv 第2行更正同一个数字，以前者为准'],
    });
    const { errors } = parseCorrections(new TextEncoder().encode('bureau,value\n'), vocabulary);
    expect(errors[0]).toContain('缺少 scope');
  });

  it('gives back any amount that was written, and never throws', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (hundredths) => {
        const written = (hundredths / 100).toFixed(2);
        const { corrections } = parseCorrections(bytes(GOOD.replace('"1,234.50"', written)), vocabulary);
        expect(corrections[0]?.valueMinor).toBe(hundredths === 0 ? Math.abs(0) : hundredths * 10_000);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array(), (any) => {
        expect(Array.isArray(parseCorrections(any, vocabulary).errors)).toBe(true);
      }),
    );
  });
});

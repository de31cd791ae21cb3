import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber, readUnitNote, toQuantity, unitScale } from '../../transforms/parse/amount.ts';
import { UNITS } from '../../transforms/parse/quantity.ts';

describe('readNumber', () => {
  it.each([
    ['427. 36', '427.36', null],
    ['152 . 47', '152.47', null],
    ['735.264 9', '735.2649', null],
    ['58.43　', '58.43', null],
    ['9. 1', '9.1', null],
    ['0.00', '0.00', null],
    ['1,234.50', '1234.50', null],
    ['1, 234 .50', '1234.50', null],
    ['１，２３４．５０', '1234.50', null],
    ['-1,234.50', '-1234.50', null],
    ['－12', '-12', null],
    ['(1,234.50)', '-1234.50', null],
    ['（0.48）', '-0.48', null],
    ['△12', '-12', null],
    ['-0.00', '0.00', null],
    ['.50', '0.50', null],
    ['2846.17万', '2846.17', '万'],
    ['318045926.41元', '318045926.41', '元'],
    ['1427.35 万 元', '1427.35', '万元'],
    ['12.5（万元）', '12.5', '万元'],
    ['¥1,000.00', '1000.00', null],
    ['76.48 ％', '76.48', '%'],
    ['3台（套）', '3', '台(套)'],
    ['12批次', '12', '批次'],
  ])('reads %j as the number %s', (text, value, unit) => {
    expect(readNumber(text)).toMatchObject({ kind: 'number', value, unit, percent: unit === '%' });
  });

  it.each(['', ' ', '　', '\u200b'])('reads %j as blank', (text) => {
    expect(readNumber(text)).toEqual({ kind: 'blank' });
  });

  it.each(['—', '——', '-', '- -', '/', '／', '*', '无', '－'])('reads %j as a dash, not as zero', (text) => {
    expect(readNumber(text)).toEqual({ kind: 'dash' });
  });

  it.each([
    ...[
      '1,23',
      '12 34',
      '12.50 3',
      '2.10 2.10',
      '1.2.3',
      '5.',
      '2024年',
      '12月31日',
      '(1)',
      '（2）',
      '公开01表',
    ],
    ...['基本支出', '约12万元', '≥95%', '10-20', '--5', '12万元左右', '万元'],
  ])('reads %j as text, because a reader could not be sure of one number', (text) => {
    expect(readNumber(text)).toEqual({ kind: 'text' });
  });

  it('keeps what was printed, without the unit', () => {
    expect(readNumber('427. 36 万元')).toMatchObject({ printed: '427. 36', decimals: 2 });
  });
});

describe('toQuantity', () => {
  it.each([
    ['9.1', 'CNY', '万元', 9_100_000, 100_000],
    ['735.2649', 'CNY', '万元', 735_264_900, 100],
    ['2846.17万', 'CNY', '万元', 2_846_170_000, 10_000],
    ['318045926.41元', 'CNY', '万元', 31_804_592_641, 1],
    ['1.5', 'CNY', '亿元', 15_000_000_000, 1_000_000_000],
    ['12', 'CNY', '千元', 1_200_000, 100_000],
    ['1234.5600', 'CNY', '元', 123_456, 1],
    ['-0.48', 'CNY', '万元', -480_000, 10_000],
    ['76.48%', 'percent', '', 764_800, 100],
    ['76.48', 'percent', '%', 764_800, 100],
    ['1.2万人', 'persons', '', 120_000_000, 10_000_000],
    ['0.5', 'persons', '人', 5_000, 1_000],
    ['30个', 'persons', '', 300_000, 10_000],
    ['5', 'count', '', 50_000, 10_000],
    ['95.5', 'points', '分', 955_000, 1_000],
  ] as const)(
    '%s as %s under %j is %d minor units, last digit %d',
    (text, unit, note, valueMinor, ulpMinor) => {
      expect(toQuantity(readNumber(text), unit, note)).toMatchObject({ unit, valueMinor, ulpMinor });
    },
  );

  it.each([
    ['12.5', 'CNY', ''],
    ['12.5', 'CNY', '人'],
    ['12.5%', 'CNY', '万元'],
    ['76.48', 'percent', ''],
    ['0.123', 'CNY', '元'],
    ['99999999999', 'CNY', '亿元'],
    ['12', 'persons', '万元'],
    ['12', 'CNY', '公里'],
    ['—', 'CNY', '万元'],
  ] as const)('%s as %s under %j is not guessed', (text, unit, note) => {
    expect(toQuantity(readNumber(text), unit, note)).toBeNull();
  });

  it('gives back the amount that was printed', () => {
    const separators = fc.constantFrom('', ',', '，', ', ');
    const notes = fc.constantFrom(['元', 2], ['千元', 5], ['万元', 6], ['亿元', 10]) as fc.Arbitrary<
      [string, number]
    >;
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        notes,
        separators,
        fc.boolean(),
        (fen, [unit, shift], separator, glued) => {
          const printed = printAmount(fen, shift, separator);
          const reading = readNumber(glued ? `${printed} ${unit}` : printed);
          expect(toQuantity(reading, 'CNY', glued ? '' : unit)?.valueMinor).toBe(fen === 0 ? 0 : fen);
        },
      ),
    );
  });

  it('answers any text and never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(...UNITS),
        fc.string(),
        (text, unit, note) => {
          const quantity = toQuantity(readNumber(text), unit, note);
          if (quantity !== null) expect(Number.isSafeInteger(quantity.valueMinor)).toBe(true);
          readUnitNote(text);
        },
      ),
    );
  });
});

/** 分 as a decimal with `shift` digits after the point, groups of three before it. */
function printAmount(fen: number, shift: number, separator: string): string {
  const digits = String(Math.abs(fen)).padStart(shift + 1, '0');
  const whole = digits.slice(0, -shift).replace(/\B(?=(\d{3})+$)/g, separator);
  return `${fen < 0 ? '-' : ''}${whole}.${digits.slice(-shift)}`;
}

describe('unitScale', () => {
  it.each([
    ['元', 'CNY', 100],
    ['人民币元', 'CNY', 100],
    ['万元', 'CNY', 1_000_000],
    ['万 元', 'CNY', 1_000_000],
    ['万', 'CNY', 1_000_000],
    ['百万元', 'CNY', 100_000_000],
    ['亿元', 'CNY', 10_000_000_000],
    ['人次', 'persons', 10_000],
    ['辆', 'count', 10_000],
    ['％', 'percent', 10_000],
    ['个百分点', 'percent', 10_000],
    ['分', 'points', 10_000],
  ] as const)('%s measures %s in %d minor units', (printed, unit, minorPerPrinted) => {
    expect(unitScale(printed)).toEqual({ unit, minorPerPrinted });
  });

  it('knows no scale for what is not measured here', () => {
    expect(unitScale('公里')).toBeNull();
    expect(unitScale('年')).toBeNull();
  });
});

describe('readUnitNote', () => {
  it.each([
    ['单位：万元', '万元'],
    ['金额单位:万元', '万元'],
    ['（单位：元）', '元'],
    ['公开01表 单位：万元', '万元'],
    ['公开01表单位：万元', '万元'],
    ['单位：万元公开01表', '万元'],
    ['编制单位：示例局 金额单位：万元', '万元'],
    ['单 位 ： 万 元', '万元'],
    ['单位：人民币万元', '人民币万元'],
    ['以万元为单位', '万元'],
    ['项目资金（万元）', '万元'],
    ['预算投资（万元）', '万元'],
    ['增减（％）', '%'],
    ['预算数/万元', '万元'],
    ['单位：万元、人', '万元'],
  ])('finds in %j %s', (text, unit) => {
    expect(readUnitNote(text)).toBe(unit);
  });

  it.each([
    '编制单位：元氏县财政局',
    '因公出国（境）费',
    '单位名称：示例局',
    '预算单位：万载县示例局',
    '基本支出',
  ])('finds none in %j', (text) => {
    expect(readUnitNote(text)).toBeNull();
  });
});

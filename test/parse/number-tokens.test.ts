import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NumberToken, numbersIn } from '../../transforms/parse/amount.ts';

const print = (token: NumberToken) =>
  `${token.value}${token.unit ?? ''}${token.role === 'figure' ? '' : `:${token.role}`}` +
  `${token.range ? ' range' : ''}${token.bound ? ' bound' : ''}`;

describe('numbersIn', () => {
  it.each([
    ['支出3. 40万元，减少1183. 46 万元，下降76. 48%。', ['3.40万元', '1183.46万元', '76.48%']],
    ['支出１，２３４．５０万元、2人员3人', ['1234.50万元', '2', '3人']],
    ['收入100，200人参加', ['100', '200人']],
    ['支出 1,234.50 万元，共 2 300 元', ['1234.50万元', '2', '300元']],
    ['合计735.264 9万元', ['735.2649万元']],
    ['12.50 3万元', ['12.50', '3万元']],
    ['2024年12 月31日，共有车辆3辆', ['2024年:date', '12:date', '31:date', '3辆']],
    ['日期2024-12-31，2024.12.31', ['2024:date', '12:date', '31:date', '2024:date', '12:date', '31:date']],
    ['根据示财〔2025〕10号文件，第3季度', ['2025:document_number', '10:document_number', '3:ordinal']],
    ['1. 2024年支出10.5万元', ['1:ordinal', '2024年:date', '10.5万元']],
    ['2. 10.5万元', ['2:ordinal', '10.5万元']],
    ['3. 40万元', ['3.40万元']],
    ['（2）公用经费12.3万元', ['2:ordinal', '12.3万元']],
    ['1、一般公共服务（类）3.5万元', ['1:ordinal', '3.5万元']],
    ['电话：0833-1234567', ['833:phone', '1234567:phone']],
    ['下降10-20万元；增长-5.2%', ['10 range', '20万元 range', '-5.2%']],
    ['2021-2023年', ['2021:date range', '2023年:date range']],
    ['1—12月预算执行', ['1:date range', '12:date range']],
    ['指标1：参保人数5人', ['1:ordinal', '5人']],
    ['„2018‟13 号', ['2018:document_number', '13:document_number']],
    ['约700余人', ['700 bound']],
    ['近8万元，约8.5万元', ['8万元 bound', '8.5万元']],
    ['最近5年', ['5年']],
    ['检查38家次', ['38家次']],
    ['28\t年末结转和结余\t12.5\t3.1', ['28', '12.5', '3.1']],
    ['12\t345\t万元', ['12', '345']],
    ['完成不低于95％', ['95% bound']],
    ['单价100万元（含）以上设备2台（套）', ['100万元 bound', '2台(套)']],
    ['公开01表，2080505 基本养老 46.27', ['1:ordinal', '2080505:code', '46.27']],
    ['版本1.2.3', ['1:ordinal', '2:ordinal', '3:ordinal']],
    ['3个月15天5个百分点', ['3个月', '15天', '5个百分点']],
    ['接待5批次、48人次，人均12元', ['5批次', '48人次', '12元']],
    ['得分95分，10分别计', ['95分', '10']],
    ['没有数字', []],
  ])('finds in %j %j', (sentence, tokens) => {
    expect(numbersIn(sentence).map(print)).toEqual(tokens);
  });

  it('says where each number and its unit stand in the sentence as given', () => {
    const sentence = '支出 ２. １０ 万元';
    const [token] = numbersIn(sentence);
    expect(sentence.slice(token!.start, token!.end)).toBe('２. １０');
    expect(sentence.slice(token!.start, token!.unitEnd)).toBe('２. １０ 万元');
    expect(token!.text).toBe('２. １０');
  });

  it('answers any text, in order, without overlap, and misses no digit', () => {
    const pieces = fc.constantFrom(
      '1',
      '20',
      '2024',
      '.',
      ',',
      '，',
      ' ',
      '年',
      '万元',
      '%',
      '-',
      '〔',
      '〕',
      '号',
      '支出',
    );
    const sentences = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(sentences, (sentence) => {
        const tokens = numbersIn(sentence);
        let rest = '';
        let from = 0;
        for (const token of tokens) {
          expect(token.start).toBeGreaterThanOrEqual(from);
          expect(token.value).toMatch(/^-?\d+(\.\d+)?$/);
          rest += sentence.slice(from, token.start);
          from = token.end;
        }
        expect(rest + sentence.slice(from)).not.toMatch(/[0-9０-９]/);
      }),
      { numRuns: 500 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { simplify } from '../../../transforms/read/simplify.ts';

describe('a mirror in traditional characters', () => {
  it('is read in simplified characters, without the pinyin behind them', () => {
    const text =
      '2031年示例縣財(cái)政局“三公”經(jīng)費(fèi)預(yù)算合計(jì)12.6萬(wàn)元,公務(wù)用車購(gòu)置費(fèi)0元,比決(jué)算減少1萬(wàn)元。';
    expect(simplify(text)).toMatchObject({
      text: '2031年示例县财政局“三公”经费预算合计12.6万元,公务用车购置费0元,比决算减少1万元。',
      notes: [{ code: 'traditional_mirror' }],
    });
  });

  it('loses the pinyin of a single character where it has its tone', () => {
    const text = '財政預算執行經費萬元績效項目單位規(guī)定(PPP)';
    expect(simplify(text).text).toBe('财政预算执行经费万元绩效项目单位规定(PPP)');
  });

  it('loses the pinyin of a whole phrase behind each of its characters', () => {
    const text = '財務預算決算單位項目資金績效,示例市(shi)公(gong)安(an)教(jiao)(jiao)育(yu)(yu)(yu)局(ju)';
    expect(simplify(text).text).toBe('财务预算决算单位项目资金绩效,示例市公安教育局');
  });

  it('is known by its pinyin where a page is short', () => {
    expect(simplify('示例縣(xiàn)財(cái)政國(guó)庫(kù)集中支付中心決(jué)算').text).toBe(
      '示例县财政国库集中支付中心决算',
    );
  });

  it('reads the mountain of a place name, which few tables of characters have', () => {
    expect(simplify('嶽麓區財政預算執行經費萬元績效項目單位').text).toMatch(/^岳麓区财政/);
  });

  it('keeps brackets that are no pinyin', () => {
    const text = '財政預算執行經費萬元績效項目單位(PPP)資金(A)';
    expect(simplify(text).text).toBe('财政预算执行经费万元绩效项目单位(PPP)资金(A)');
  });
});

describe('a text in simplified characters', () => {
  it.each(['示例县财政局2031年部门决算，合计12.6万元。', '負責人：陳財萬，經辦人：李項', ''])(
    'stays as it is: %s',
    (text) => {
      expect(simplify(text)).toEqual({ text, notes: [] });
    },
  );
});

/** The words that hold a sentence together: sides and totals, comparisons, parts, and where the listing of purposes begins. */
import type { WordEntry } from './word.ts';

export const grammarWords: readonly WordEntry[] = [
  { means: { kind: 'side', side: 'revenue' }, forms: ['收入'] },
  { means: { kind: 'side', side: 'expenditure' }, forms: ['支出'] },
  { means: { kind: 'side', side: 'revenue', strong: true }, forms: ['总收入', '收入总额'] },
  {
    means: { kind: 'side', side: 'expenditure', strong: true },
    forms: ['总支出', '支出总额', '{部门,}整体支出'],
  },
  { means: { kind: 'side', side: 'both' }, forms: ['收支', '收入{和,及,与,}支出', '收入支出'] },
  { means: { kind: 'total', grand: true }, forms: ['总计', '总', '总体'] },
  { means: { kind: 'total', grand: false }, forms: ['合计', '小计'] },
  { means: { kind: 'year', year: 'current' }, forms: ['本年{度,}', '当年', '本年数'] },
  {
    means: { kind: 'year', year: 'previous' },
    forms: ['上{一,}年{度,}{数,}', '去年'],
  },
  { means: { kind: 'year_point', point: 'start' }, forms: ['{年,}初'] },
  { means: { kind: 'year_point', point: 'end' }, forms: ['{年,}{末,底}'] },
  { means: { kind: 'carryover' }, forms: ['结转{和,及,、,}结余'] },
  { means: { kind: 'reserved' }, forms: ['预留{给,的,}'] },
  { means: { kind: 'compare' }, forms: ['{比,较,对比}', '相{比,较}于', '与', '同', '和'] },
  { means: { kind: 'compared' }, forms: ['相{比,较}', '比较', '相对比'] },
  { means: { kind: 'year_on_year' }, forms: ['同比'] },
  {
    means: { kind: 'change', direction: 'up' },
    forms: ['{增加,增长,上升,提高,上涨,增多}{了,}', '增幅{为,}'],
  },
  {
    means: { kind: 'change', direction: 'down' },
    forms: ['{减少,下降,降低,压减,压缩,削减,缩减,少}{了,}', '降幅{为,}'],
  },
  { means: { kind: 'change', direction: 'either' }, forms: ['增减'] },
  {
    means: { kind: 'equal' },
    forms: ['持平', '{相,}一致', '相同', '{无,没有}{变化,增减,增减变化}', '{保持,}不变'],
  },
  { means: { kind: 'against', direction: 'up' }, forms: ['大于', '高于'] },
  { means: { kind: 'against', direction: 'down' }, forms: ['小于', '低于'] },
  { means: { kind: 'against', direction: 'same' }, forms: ['等于'] },
  { means: { kind: 'complete' }, forms: ['完成{了,}'] },
  { means: { kind: 'share' }, forms: ['占{比,比重,}'] },
  { means: { kind: 'among' }, forms: ['其中', '{主要,}包括', '分别为', '具体为'] },
  {
    means: { kind: 'lead' },
    forms: [
      '{主要,}用于以下{几个,}方面',
      '主要内容{如下,}',
      '主要用途{如下,}',
      '具体{用途,使用情况}{如下,}',
      '具体情况如下',
      '{具体,}如下',
      '具体使用情况',
      '具体支出情况',
      '{支出,}情况',
    ],
  },
  { means: { kind: 'stop', zone: 'use' }, forms: ['主要用于', '用于', '主要为', '主要开支'] },
  {
    // "因为…，2025年…": the reason may end before the sentence does.
    means: { kind: 'stop', zone: 'cause' },
    forms: ['{主要,}由于', '{主要,}因为', '主要因'],
  },
  {
    means: { kind: 'stop', zone: 'reason' },
    forms: [
      '主要原因{是,为,}',
      '原因{是,为,}',
      '主要是{由于,因为,因,}',
      '{主要,}由于',
      '因为',
      '主要因',
      '的主要原因',
    ],
  },
  {
    means: { kind: 'stop', zone: 'performance' },
    forms: ['{项目,}绩效目标完成情况', '存在的问题', '{下一步,}改进措施', '产出指标', '效益指标'],
  },
  {
    means: { kind: 'event', of: 'reception' },
    forms: ['{国内,}公务接待', '国内接待', '接待', '{国内,}来访团组', '来宾'],
  },
  { means: { kind: 'event', of: 'overseas' }, forms: ['{因公,}出国境', '{因公,}出国'] },
  { means: { kind: 'none' }, forms: ['无', '未发生', '没有发生', '未安排', '没有安排', '未产生'] },
  {
    means: { kind: 'stock' },
    forms: ['{年,}末实有', '现有', '实有', '共有', '年末'],
  },
];

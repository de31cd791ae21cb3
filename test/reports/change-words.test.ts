import { expect, it } from 'vitest';
import { stateInWords, whyInWords } from '../../reports/change-words.ts';

it.each([
  [
    'observation_changed 另有 310 处，未逐条列出',
    '数字改变：另有 310 处，未逐条列出',
    'figure changed: 310 more, not listed',
  ],
  ['状态 ok → missing_numerator', '状态由“可用”变为“缺分子”', 'status from “ok” to “no numerator”'],
  [
    '口径 budget=adjusted_budget; fund=all → budget=original_budget',
    '口径由“预算口径：调整预算数；资金：全部资金”变为“预算口径：年初预算数”',
    'basis from “budget: adjusted budget; fund: all funds” to “budget: original budget”',
  ],
  [
    '同类组 无 → county|财政局|*|*; widened=2',
    '同类组由“无”变为“县级 · 财政局 · 不限省份 · 不限人口”',
    'peer group from “none” to “county · 财政局 · any province · any population”',
  ],
  [
    '同类组 county|财政局|63|*; widened=1 → 无',
    '同类组由“县级 · 财政局 · 青海省 · 不限人口”变为“无”',
    'peer group from “county · 财政局 · 青海省 · any population” to “none”',
  ],
  ['新收录，读到 12 个数字', '新收录，读到 12 个数字', 'collected; figures read: 12'],
  ['被取代：示例县.pdf', '被取代：示例县.pdf', 'superseded by 示例县.pdf'],
])('%j reads %j in Chinese and %j in English', (why, zh, en) => {
  expect([whyInWords(why, 'zh'), whyInWords(why, 'en')]).toEqual([zh, en]);
});

it('a reason that quotes a person or a document stays as it was noted', () => {
  expect(whyInWords('示例审核员：原件第 3 页另有 2 处', 'en')).toBe('示例审核员：原件第 3 页另有 2 处');
});

it.each([
  ['extracted', '已读取', 'extracted'],
  ['contested', '有争议', 'contested'],
  ['suspect_input', '数据存疑', 'suspect'],
  ['error', '错误', 'error'],
  ['3 / 7', '3 / 7', '3 / 7'],
])('the state %j is called %j and %j', (state, zh, en) => {
  expect([stateInWords(state, 'zh'), stateInWords(state, 'en')]).toEqual([zh, en]);
});

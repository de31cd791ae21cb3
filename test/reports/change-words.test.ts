import { expect, it } from 'vitest';
import { changeTranslator, stateInWords, whyInWords } from '../../reports/change-words.ts';
import { reasonTranslator } from '../../reports/reason-words.ts';
import { inventedWarehouse } from './invented-warehouse.ts';
import { books, findings } from './site/invented-books.ts';

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

it('the name of a finding is its message, without the id of its check', async () => {
  const warehouse = await inventedWarehouse(books(), findings(), ':memory:');
  const inWords = changeTranslator(warehouse.sqlite);
  const { id, en } = warehouse.sqlite
    .prepare<[], { id: string; en: string }>(
      'SELECT finding_id AS id, message_en AS en FROM finding_rows LIMIT 1',
    )
    .get()!;
  const change = {
    kind: 'finding_new',
    key: id,
    what: 'witnesses.disagree：示例说法不一',
    why: '多份文件',
    fiscal_year: 2024,
  } as const;
  expect(inWords(change, 'zh')).toEqual({ what: '示例说法不一', why: '多份文件' });
  expect(inWords(change, 'en')).toEqual({ what: en, why: 'several documents' });
  expect(inWords({ ...change, kind: 'finding_gone', key: 'gone' }, 'en').what).toBe('示例说法不一');
  await warehouse.close();
});

it('codes of the classification are told with their names, as they were called that year', async () => {
  const warehouse = await inventedWarehouse(books(), findings(), ':memory:');
  const inWords = changeTranslator(warehouse.sqlite);
  const change = { kind: 'observation_changed', key: 'o', why: '所用数字改变', fiscal_year: 2024 } as const;
  const what = '基本支出 · 决算数 · 一般公共预算财政拨款 · 30217';
  expect(inWords({ ...change, what }, 'zh').what).toBe(
    '基本支出 · 决算数 · 一般公共预算财政拨款 · 30217 公务接待费',
  );
  expect(inWords({ ...change, what }, 'en').what).toBe(
    'basic expenditure · actual · general public budget · 30217',
  );
  await warehouse.close();
});

it('why a document is not read is told in English too, by the code of its reason', async () => {
  const warehouse = await inventedWarehouse(books(), findings(), ':memory:');
  warehouse.sqlite.exec(`UPDATE document_rows SET state = 'quarantined', state_code = 'empty_file',
    state_reason = '文件是 0 字节：请重新下载' WHERE document_id = (SELECT min(document_id) FROM document_rows)`);
  const change = {
    kind: 'document_quarantined',
    key: 'd',
    what: 'a.txt',
    why: '文件是 0 字节：请重新下载',
    fiscal_year: null,
  } as const;
  expect(changeTranslator(warehouse.sqlite)(change).why).toBe('The file has 0 bytes: download it again');
  const inEnglish = reasonTranslator(warehouse.sqlite);
  expect(inEnglish('网站已撤下（2025-03-01 发现），归档原件和数据仍在')).toMatch(/^Taken down .*2025-03-01/);
  expect(inEnglish('无人知道的原因')).toBe('无人知道的原因');
  await warehouse.close();
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

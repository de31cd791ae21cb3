/** Statements that a file cut in two tables, or pasted into one. */
import { describe, expect, it } from 'vitest';
import type { Document, Table } from '../../../transforms/read/document.ts';
import { readDocument } from '../../../transforms/read/read-document.ts';

const row = (cells: string) =>
  `<tr>${cells
    .split('|')
    .map((text) => `<td>${text.trim()}</td>`)
    .join('')}</tr>`;
const across = (text: string) => `<tr><td colspan="3">${text}</td></tr>`;
const table = (...rows: string[]) =>
  `<table>${rows.map((one) => (one.startsWith('<tr') ? one : row(one))).join('')}</table>`;
const read = (body: string): Promise<Document> =>
  readDocument(
    new TextEncoder().encode(
      `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${body}</body></html>`,
    ),
    'a.html',
  );
const tablesIn = async (body: string) =>
  (await read(body)).blocks
    .filter((block): block is Table => block.kind === 'table')
    .map(({ title, grid }) => [title, grid.map((cells) => cells.map((cell) => cell?.text ?? '').join('|'))]);

const CAPTIONS = '<p>支出决算表</p><p>单位：万元</p>';
const HEADER = '科目编码|科目名称|决算数';
const UPPER = ['208|社会保障和就业支出|90.00', '20805|养老支出|90.00'];
const LOWER = ['2080501|行政单位离退休|40.00', '2080505|养老保险缴费|50.00'];
const WHOLE = [['支出决算表', [HEADER, ...UPPER, ...LOWER]]];

describe('a statement that a page cut in two tables', () => {
  it.each([
    ['without a header of its own', LOWER, ''],
    ['with its header printed again', [HEADER, ...LOWER], ''],
    ['below its name and unit, printed again', [HEADER, ...LOWER], CAPTIONS],
    ['below a word that says so', [HEADER, ...LOWER], '<p>支出决算表（续）</p>'],
  ])('is one, %s', async (_how, lower, between) => {
    expect(await tablesIn(`${CAPTIONS}${table(HEADER, ...UPPER)}${between}${table(...lower)}`)).toEqual(
      WHOLE,
    );
  });

  it('counts its rows on', async () => {
    const { blocks } = await read(`${CAPTIONS}${table(HEADER, ...UPPER)}${table(HEADER, ...LOWER)}`);
    const whole = blocks.find((block): block is Table => block.kind === 'table');
    expect(whole?.grid.map(([first]) => first?.location.row)).toEqual([1, 2, 3, 5, 6]);
  });

  it('is one where the header stands in a table alone', async () => {
    expect(await tablesIn(`${CAPTIONS}${table(HEADER)}${table(...UPPER, ...LOWER)}`)).toEqual(WHOLE);
  });

  it('has a total that stands where others have their code', async () => {
    const lower = [...LOWER, '合计||90.00'];
    expect(await tablesIn(`${CAPTIONS}${table(HEADER, ...UPPER)}${table(...lower)}`)).toEqual([
      ['支出决算表', [HEADER, ...UPPER, ...lower]],
    ]);
  });
});

describe('a form that a page cut in two tables', () => {
  const fields = ['项目名称|设备购置|', '主管部门|示例县财政局|'];
  const money = ['项目资金（万元）|全年预算数|全年执行数', '年度资金总额|8.00|6.00'];
  const goals = ['绩效指标|指标值|得分', '购置设备|3台|10', '总分|100|95'];

  it.each([
    ['below its fields', fields, [...money, ...goals]],
    ['below its money', [...fields, ...money], goals],
    ['above its total', [...fields, ...money, ...goals.slice(0, 2)], goals.slice(2)],
  ])('is one, %s', async (_where, upper, lower) => {
    const found = await tablesIn(`<p>项目支出绩效自评表</p>${table(...upper)}${table(...lower)}`);
    expect(found).toEqual([['项目支出绩效自评表', [...fields, ...money, ...goals]]]);
  });

  it.each([
    ['is named', [...fields, ...money], ['项目名称|道路维修|', ...money]],
    ['has its total', [...fields, ...money, ...goals], goals],
  ])('ends where the next %s', async (_what, upper, lower) => {
    expect(await tablesIn(`${table(...upper)}${table(...lower)}`)).toHaveLength(2);
  });
});

describe('two statements', () => {
  it.each([
    ['of which the first ends with its total', [HEADER, ...UPPER, '合计||90.00'], LOWER, ''],
    ['that print one code', [HEADER, ...UPPER], [HEADER, '208|社会保障和就业支出|70.00'], ''],
    ['that both have a total', [HEADER, '合计||90.00', ...UPPER], [HEADER, '合计||40.00', ...LOWER], ''],
    ['with different headers', [HEADER, ...UPPER], ['科目编码|科目名称|预算数', ...LOWER], ''],
    ['of different width', [HEADER, ...UPPER], ['2080501|40.00', '2080505|50.00'], ''],
    ['with words below figures', [HEADER, ...UPPER], ['甲|40.00|已完成', '乙|50.00|已完成'], ''],
    ['with a sentence between them', [HEADER, ...UPPER], LOWER, '<p>项目情况如下，详见各表。</p>'],
    ['with names of their own', [HEADER, ...UPPER], [HEADER, ...LOWER], '<p>项目支出决算表</p>'],
  ])('%s stay two', async (_how, upper, lower, between) => {
    expect(await tablesIn(`${CAPTIONS}${table(...upper)}${between}${table(...lower)}`)).toHaveLength(2);
  });
});

describe('statements pasted into one table', () => {
  const first = [across('支出决算表'), across('单位：万元'), HEADER, ...UPPER];
  const second = [across('收入决算表'), across('单位：元'), '项目|行次|决算数', '拨款|1|500000'];

  it('are told apart at their names', async () => {
    expect(await tablesIn(table(...first, ...second))).toEqual([
      ['支出决算表', [HEADER, ...UPPER]],
      ['收入决算表', ['项目|行次|决算数', '拨款|1|500000']],
    ]);
  });

  it.each(['合计||', across('注：本年没有这项支出，本表无数据。')])(
    'are told apart below one without figures: %s',
    async (end) => {
      const empty = [across('政府性基金预算支出表'), across('单位：万元'), HEADER, end];
      const found = await tablesIn(table(...empty, ...second));
      expect(found.at(-1)).toEqual(['收入决算表', ['项目|行次|决算数', '拨款|1|500000']]);
      expect(found).toHaveLength(2);
    },
  );

  it('leave the sentences below them to the text', async () => {
    const { blocks } = await read(
      table(...first, across('一、支出情况说明'), across('本年支出90.00万元，均为社会保障和就业支出。')),
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(['table', 'paragraph', 'paragraph']);
  });

  it('are one where no figure stands above the name', async () => {
    expect(await tablesIn(table(HEADER, across('支出决算表'), ...UPPER))).toHaveLength(1);
  });
});

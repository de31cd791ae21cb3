/** Pages whose cells lost their spans, and cells typed with wide digits. */
import { describe, expect, it } from 'vitest';
import type { Table } from '../../../transforms/read/document.ts';
import { readDocument } from '../../../transforms/read/read-document.ts';

const table = (...rows: string[]) =>
  `<table>${rows
    .map(
      (row) =>
        `<tr>${row
          .split('|')
          .map((text) => `<td>${text.trim()}</td>`)
          .join('')}</tr>`,
    )
    .join('')}</table>`;

async function gridOf(body: string): Promise<string[]> {
  const page = `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><p>支出决算表</p><p>单位：万元</p>${body}</body></html>`;
  const { blocks } = await readDocument(new TextEncoder().encode(page), 'a.html');
  const found = blocks.find((block): block is Table => block.kind === 'table');
  return (found?.grid ?? []).map((row) => row.map((cell) => cell?.text ?? '').join('|'));
}

const BODY = [
  '208|社会保障和就业支出|90.00|60.00|30.00',
  '20805|养老支出|90.00|60.00|30.00',
  '2080501|行政单位离退休|40.00|40.00|',
];

describe('a table without the spans of its cells', () => {
  it('gets its total and its header back where its rows leave no choice', async () => {
    const header = '科目编码|科目名称|本年支出|基本支出|项目支出';
    expect(await gridOf(table(header, '合计|90.00|60.00|30.00', ...BODY))).toEqual([
      header,
      '合计|合计|90.00|60.00|30.00',
      ...BODY,
    ]);
  });

  it('has a header that says nothing where it is open what stands over what', async () => {
    const header = '功能分类科目编码|科目名称|本年支出|基本支出|项目支出';
    const rows = ['208|||社会保障和就业支出|90.00|60.00|30.00', '|20805||养老支出|90.00|60.00|30.00'];
    expect((await gridOf(table(header, ...rows)))[0]).toBe(`${header.replaceAll('|', '｜')}||||||`);
  });

  it('keeps the unit that it prints in a row of its own', async () => {
    const header = '功能分类科目编码|科目名称|本年支出|基本支出|项目支出';
    const rows = ['部门：示例县财政局|单位：万元', header, '208|||社会保障和就业支出|90.00|60.00|30.00'];
    const page = `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${table(...rows)}</body></html>`;
    const { blocks } = await readDocument(new TextEncoder().encode(page), 'a.html');
    const found = blocks.find((block): block is Table => block.kind === 'table')!;
    expect(found.captions.map(({ text }) => text)).toEqual(['部门：示例县财政局', '单位：万元']);
  });

  it('is left as it is where it is a form', async () => {
    const form = [
      '项目名称|设备购置',
      '主管部门|示例县财政局|实施单位|示例县财政局',
      '年度资金总额|8.00|6.00',
    ];
    expect((await gridOf(table(...form))).join('\n')).toContain(
      '主管部门|示例县财政局|实施单位|示例县财政局',
    );
  });
});

describe('a table that prints a merged cell in every slot', () => {
  const rows = ['项目|项目|决算数|决算数', '科目编码|科目名称|合计|基本支出', '合计|合计|90.00|60.00'];

  it('has one cell there', async () => {
    const page = `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${table(...rows, BODY[0]!.replace('|30.00', ''))}</body></html>`;
    const { blocks } = await readDocument(new TextEncoder().encode(page), 'a.html');
    const grid = blocks.find((block): block is Table => block.kind === 'table')!.grid;
    expect(grid.map((cells) => cells.map((cell) => cell?.columnSpan))).toEqual([
      [2, 2, 2, 2],
      [1, 1, 1, 1],
      [2, 2, 1, 1],
      [1, 1, 1, 1],
    ]);
  });
});

it('joins codes below one header, and never amounts', async () => {
  const rows = [
    '项目|项目|项目|项目|金额|金额',
    '科目编码|科目编码|科目编码|科目名称|合计|基本支出',
    '205|205|205|教育支出|500|500',
  ];
  const page = `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${table(...rows)}</body></html>`;
  const { blocks } = await readDocument(new TextEncoder().encode(page), 'a.html');
  const [, , body] = blocks.find((block): block is Table => block.kind === 'table')!.grid;
  expect(body!.map((cell) => cell?.columnSpan)).toEqual([3, 3, 3, 1, 1, 1]);
});

it('reads codes and amounts in wide digits', async () => {
  const wide = '２０８０５|养老支出|１，２９０．００|（６０．００）|８５％';
  expect((await gridOf(table('科目编码|科目名称|本年支出|结余|比例', wide, BODY[0]!)))[1]).toBe(
    '20805|养老支出|1,290.00|(60.00)|85%',
  );
});

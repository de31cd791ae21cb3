/** Tables of pages that have no `<table>`: read as they are shown. */
import { describe, expect, it } from 'vitest';
import type { Table } from '../../../transforms/read/document.ts';
import { readDocument } from '../../../transforms/read/read-document.ts';

const ROWS = [
  ['项目', '预算数', '决算数'],
  ['一、财政拨款', '80.00', '79.50'],
  ['二、其他收入', '1.00', '0.50'],
];

async function tablesOf(row: (cells: string) => string, cell: (text: string) => string, table: string) {
  const body = ROWS.map((cells) => row(cells.map(cell).join(''))).join('');
  const page = `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><p>示例县财政局收入决算表</p><div ${table}>${body}</div></body></html>`;
  const { blocks } = await readDocument(new TextEncoder().encode(page), 'a.html');
  return blocks.filter((block): block is Table => block.kind === 'table');
}

describe('what a browser shows as a table', () => {
  it.each([
    [
      'display: table',
      'style="width:90%;display:table"',
      'style="display: table-row"',
      'style="display:table-cell;"',
    ],
    ['the roles of a table', 'role="table"', 'role="row"', 'role="cell"'],
    ['the roles of a grid', 'role="grid"', 'role="row"', 'role="gridcell"'],
  ])('is one, by %s', async (_, table, row, cell) => {
    const [found] = await tablesOf(
      (cells) => `<div ${row}>${cells}</div>`,
      (text) => `<div ${cell}>${text}</div>`,
      table,
    );
    expect(found!.title).toBe('示例县财政局收入决算表');
    expect(found!.grid.map((cells) => cells.map((one) => one?.text))).toEqual(ROWS);
  });

  it('is none where rows and cells are not said to be', async () => {
    expect(
      await tablesOf(
        (cells) => `<div>${cells}</div>`,
        (text) => `<div>${text}</div>`,
        'style="display:flex"',
      ),
    ).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import type { Document, Table } from '../../../transforms/read/document.ts';
import { readDocument } from '../../../transforms/read/read-document.ts';
import { sheetData, xlsxOf } from '../../support/office-files.ts';

type Rows = readonly (readonly (string | number | null)[])[];

const STATEMENT: Rows = [
  ['收入支出决算总表'],
  [null, null, null, '公开01表'],
  ['部门：示例县财政局', null, null, '单位：万元'],
  ['收入', null, '支出'],
  ['项目', '金额', '项目', '金额'],
  ['一、财政拨款收入', 61.97, '一、教育支出', '1,234.50'],
  ['二、其他收入', 2, '二、卫生支出', 3],
  ['注：本表反映全年收支。'],
];
const MERGES = ['A1:D1', 'A4:B4', 'C4:D4', 'A8:D8'];

function sheetOf(rows: Rows, merges: readonly string[] = []): XLSX.WorkSheet {
  const sheet = XLSX.utils.aoa_to_sheet(rows.map((row) => [...row]));
  sheet['!merges'] = merges.map(XLSX.utils.decode_range);
  return sheet;
}

function bookOf(sheets: Record<string, XLSX.WorkSheet>, bookType: XLSX.BookType = 'xlsx'): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) XLSX.utils.book_append_sheet(book, sheet, name);
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType }));
}

const read = (bytes: Uint8Array, name = 'a.xlsx') => readDocument(bytes, name);

function tablesOf(document: Document): Table[] {
  return document.blocks.filter((block) => block.kind === 'table');
}

const textsOf = (table: Table) => table.grid.map((row) => row.map((cell) => cell?.text ?? null));
const captionsOf = (table: Table) => table.captions.map(({ text }) => text);

describe('a workbook', () => {
  it.each(['xlsx', 'biff8', 'xlml', 'xlsb'] as const)(
    'saved as %s gives captions, grid and notes',
    async (type) => {
      const [table] = tablesOf(await read(bookOf({ 总表: sheetOf(STATEMENT, MERGES) }, type), 'a.xls'));
      expect(table!.title).toBe('收入支出决算总表');
      expect(captionsOf(table!)).toEqual([
        '收入支出决算总表',
        '公开01表',
        '部门：示例县财政局',
        '单位：万元',
      ]);
      expect(textsOf(table!)).toEqual([
        ['收入', '收入', '支出', '支出'],
        ['项目', '金额', '项目', '金额'],
        ['一、财政拨款收入', '61.97', '一、教育支出', '1,234.50'],
        ['二、其他收入', '2', '二、卫生支出', '3'],
      ]);
      expect(table!.notes.map(({ text }) => text)).toEqual(['注：本表反映全年收支。']);
    },
  );

  it('knows sheet, row and column of every cell and caption', async () => {
    const [table] = tablesOf(await read(bookOf({ 总表: sheetOf(STATEMENT, MERGES) })));
    expect(table!.grid[2]![1]!.location).toMatchObject({ sheet: '总表', row: 6, column: 2 });
    expect(table!.captions[3]!.location).toMatchObject({ sheet: '总表', row: 3, column: 4 });
  });

  it('parts tables that stand below one another without a blank row', async () => {
    const rows = [
      ...STATEMENT.slice(0, -1),
      ['支出决算表'],
      ['部门：示例县财政局', null, null, '单位：万元'],
      ['项目', '合计'],
      ['合计', 5.5],
    ];
    const [first, second, ...others] = tablesOf(await read(bookOf({ 总表: sheetOf(rows) })));
    expect(others).toEqual([]);
    expect(first!.grid).toHaveLength(4);
    expect(second!.title).toBe('支出决算表');
    expect(captionsOf(second!)).toEqual(['支出决算表', '部门：示例县财政局', '单位：万元']);
    expect(textsOf(second!)).toEqual([
      ['项目', '合计'],
      ['合计', '5.5'],
    ]);
  });

  it('keeps a header with the codes below a blank row', async () => {
    const rows: Rows = [
      ['支出决算表'],
      ['单位：万元'],
      ['科目编码', '科目名称', '本年支出', '基本支出'],
      [],
      ['20805', '养老支出', 90, 60],
      ['2080501', '行政单位离退休', 40, 30],
    ];
    const [table, ...others] = tablesOf(await read(bookOf({ 表: sheetOf(rows) })));
    expect(others).toEqual([]);
    expect(textsOf(table!).map(([first]) => first)).toEqual(['科目编码', '20805', '2080501']);
  });

  it('has a table for each grid between blank rows, but one where a blank row parts figures from figures', async () => {
    const rows: Rows = [
      ['甲情况表'],
      ['项目', '决算数'],
      ['一', 1],
      [],
      ['合计', 1],
      [],
      ['乙情况表'],
      ['项目', '预算数', '决算数'],
      ['二', 2, 3],
    ];
    const tables = tablesOf(await read(bookOf({ 表: sheetOf(rows) })));
    expect(tables.map(({ title }) => title)).toEqual(['甲情况表', '乙情况表']);
    expect(tables.map(({ grid }) => grid.length)).toEqual([3, 2]);
  });

  it('reads hidden sheets, rows and columns not, and says how many figures they hold', async () => {
    const shown = sheetOf([
      ['项目', '旧数', '决算数'],
      ['一', 11, 12],
      ['二', 21, 22],
    ]);
    shown['!cols'] = [{}, { hidden: true }];
    shown['!rows'] = [{}, {}, { hidden: true }];
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, shown, '表');
    XLSX.utils.book_append_sheet(book, sheetOf([['底稿', 1, 2.5]]), '底稿');
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 2 }] };
    const document = await read(new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' })));
    expect(tablesOf(document).map(textsOf)).toEqual([
      [
        ['项目', '决算数'],
        ['一', '12'],
      ],
    ]);
    expect(document.notes.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'hidden_cells 工作表“表”有 1 行、1 列是隐藏的，没有读取，其中有 3 个数字。',
      'hidden_sheet 工作表“底稿”是隐藏的，没有读取，其中有 2 个数字。',
    ]);
  });

  it.each([
    ['the noise of binary fractions', 61.970000000000006, 'General', '61.97'],
    ['nine digits before the point', 123456789.12, 'General', '123456789.12'],
    ['a quotient', 1 / 3, 'General', '0.333333333'],
    ['more decimals than the format shows', 1234567.891, '#,##0.00', '1,234,567.89'],
    ['a rate', 0.1252, '0.00%', '12.52%'],
    ['zero that the format hides', 0, '#,##0.00;-#,##0.00;', ''],
    ['zero that the format prints as a dash', 0, '#,##0.00;-#,##0.00;"-"', '-'],
    ['a number beyond sense', 1e308, 'General', '1E+308'],
  ])('prints %s as Excel does', async (_, value, format, printed) => {
    const sheet = sheetOf([
      ['项目', '决算数', '备注'],
      ['一', value, '甲'],
    ]);
    sheet.B2!.z = format;
    const [table] = tablesOf(await read(bookOf({ 表: sheet })));
    expect(textsOf(table!)[1]).toEqual(['一', printed, '甲']);
  });

  it('takes the saved result of a formula, and leaves blank and notes what was never computed', async () => {
    const document = await read(
      xlsxOf(
        '<sheetData><row r="1"><c r="A1" t="str"><v>项目</v></c><c r="B1" t="str"><v>金额</v></c></row>' +
          '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2"><f>HYPERLINK("http://x")</f></c></row></sheetData>',
      ),
    );
    expect(textsOf(tablesOf(document)[0]!)[1]).toEqual(['2', '']);
    expect(document.notes).toMatchObject([{ code: 'formula_without_value' }]);
  });

  it('keeps text that looks like a formula or like markup as it is', async () => {
    const rows = [
      ['项目', '说明'],
      ['=HYPERLINK(1)', '@SUM(1)'],
      ['&lt;b&gt;粗&lt;/b&gt;', '**重**'],
    ];
    const [table] = tablesOf(await read(xlsxOf(sheetData(rows))));
    expect(textsOf(table!).slice(1)).toEqual([
      ['=HYPERLINK(1)', '@SUM(1)'],
      ['<b>粗</b>', '**重**'],
    ]);
  });

  it('reads two cells at the ends of a sheet that claims sixteen billion', async () => {
    const sheet =
      '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="str"><v>项目</v></c></row>' +
      '<row r="1048576"><c r="XFD1048576"><v>7</v></c></row></sheetData>' +
      '<mergeCells><mergeCell ref="A1:XFC1048575"/></mergeCells>';
    const document = await read(xlsxOf(sheet));
    expect(JSON.stringify(document.blocks)).toContain('"7"');
  });

  it('reads a page in the national encoding that is called .xls', async () => {
    // 项目 决算数 合计 in GBK.
    const cells = ['cfeec4bf', 'bef6cbe3cafd', 'bacfbcc6'].map((hex) =>
      Buffer.from(hex, 'hex').toString('latin1'),
    );
    const page = `<html><head><meta charset="gbk"></head><body><table><tr><td>${cells[0]}</td><td>${cells[1]}</td></tr><tr><td>${cells[2]}</td><td>7.50</td></tr></table></body></html>`;
    const document = await read(new Uint8Array(Buffer.from(page, 'latin1')), '决算.xls');
    expect(textsOf(tablesOf(document)[0]!)).toEqual([
      ['项目', '决算数'],
      ['合计', '7.50'],
    ]);
  });

  it.each([
    ['names the national encoding', 936],
    ['names no encoding', null],
  ])('of Excel 95 that %s is read in it', async (_, codepage) => {
    const [table] = tablesOf(await read(excel95(codepage), 'a.xls'));
    expect(table!.grid.map((row) => row[0]?.text)).toEqual(['项目', '合计']);
  });

  it('takes the name of the sheet where the table has none', async () => {
    const rows: Rows = [
      ['项目', '决算数'],
      ['一', 1],
    ];
    const [table] = tablesOf(await read(bookOf({ 项目支出表: sheetOf(rows) })));
    expect(table).toMatchObject({ title: '项目支出表' });
  });

  it('refuses more sheets or cells than its limits allow', async () => {
    const book = bookOf({ 一: sheetOf([['项目', 1]]), 二: sheetOf([['项目', 1]]) });
    const limited = (limits: object) => readDocument(book, 'a.xlsx', { limits }).catch((error) => error.code);
    expect(await limited({ sheets: 1 })).toBe('too_large');
    expect(await limited({ cells: 1 })).toBe('too_large');
  });
});

const CODEPAGE_RECORD = 0x42;
/** HideObj, of the same length: the places of the sheets stay what they are. */
const RECORD_OF_NO_MATTER = 0x8d;

/** The library writes no Chinese into Excel 95: letters are written, and replaced by 项目 and 合计 in GBK. */
function excel95(codepage: number | null): Uint8Array {
  const book = bookOf(
    {
      A: sheetOf([
        ['QQQQ', 'B'],
        ['WWWW', 7],
      ]),
    },
    'biff5',
  );
  const written = XLSX.CFB.find(XLSX.CFB.read(Buffer.from(book), { type: 'buffer' }), '/Book')!;
  const stream = Buffer.from(written.content as unknown as Uint8Array);
  stream.write('cfeec4bf', stream.indexOf('QQQQ'), 'hex');
  stream.write('bacfbcc6', stream.indexOf('WWWW'), 'hex');
  for (let at = 0; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2)) {
    if (stream.readUInt16LE(at) !== CODEPAGE_RECORD) continue;
    if (codepage === null) stream.writeUInt16LE(RECORD_OF_NO_MATTER, at);
    else stream.writeUInt16LE(codepage, at + 4);
  }
  const file = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(file, '/Book', stream as never);
  return new Uint8Array(XLSX.CFB.write(file, { type: 'buffer' }) as Uint8Array);
}

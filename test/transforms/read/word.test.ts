import {
  DeletedTextRun,
  Document,
  FootnoteReferenceRun,
  Header,
  InsertedTextRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { describe, expect, it } from 'vitest';
import type { Block, Document as Reading, Table as ReadTable } from '../../../transforms/read/document.ts';
import { readDocument } from '../../../transforms/read/read-document.ts';
import { docxOf, wordParagraph } from '../../support/office-files.ts';

const DATE = '2024-01-01T00:00:00Z';
const cell = (text: string, spans: { columnSpan?: number; rowSpan?: number } = {}) =>
  new TableCell({ children: text.split('\n').map((line) => new Paragraph(line)), ...spans });
const row = (...cells: TableCell[]) => new TableRow({ children: cells });

const TABLE = new Table({
  rows: [
    row(cell('收入', { columnSpan: 2 }), cell('备注', { rowSpan: 2 })),
    row(cell('项目'), cell('决算数')),
    row(cell('一般公共预算\n财政拨款'), cell('341.39'), cell('')),
  ],
});

async function docx(children: (Paragraph | Table)[], more: object = {}): Promise<Uint8Array> {
  const document = new Document({ ...more, sections: [{ children }] });
  return new Uint8Array(await Packer.toBuffer(document));
}

const read = (bytes: Uint8Array) => readDocument(bytes, 'a.docx');
const paragraphsOf = (document: Reading) =>
  document.blocks.flatMap((block: Block) => (block.kind === 'paragraph' ? [block.text] : []));
const tablesOf = (document: Reading) =>
  document.blocks.filter((block: Block): block is ReadTable => block.kind === 'table');

describe('a Word file', () => {
  it('gives headings, paragraphs, captions, merged cells and notes', async () => {
    const document = await read(
      await docx([
        new Paragraph('示例县财政局2024年度部门决算'),
        new Paragraph('一、收支情况'),
        new Paragraph('全年收入341.39万元。'),
        new Paragraph('收入决算表'),
        new Paragraph('部门：示例县财政局\t\t单位：万元'),
        TABLE,
        new Paragraph('注：本表为示例。'),
      ]),
    );
    const [table] = tablesOf(document);
    expect(table).toMatchObject({ title: '收入决算表', notes: [{ text: '注：本表为示例。' }] });
    expect(table!.captions.map(({ text }) => text)).toEqual([
      '收入决算表',
      '部门：示例县财政局',
      '单位：万元',
    ]);
    expect(table!.grid.map((cells) => cells.map((each) => each?.text))).toEqual([
      ['收入', '收入', '备注'],
      ['项目', '决算数', '备注'],
      ['一般公共预算财政拨款', '341.39', ''],
    ]);
    expect(table!.grid[2]![1]!.location).toEqual({ table: 1, row: 3, column: 2 });
    expect(document.blocks.map((block) => (block.kind === 'paragraph' ? block.level : 'table'))).toEqual([
      0,
      2,
      null,
      'table',
    ]);
  });

  it('reads insertions and not deletions, each footnote once, and no page header', async () => {
    const bytes = await docx(
      [
        new Paragraph({
          children: [
            new TextRun('收入341.39'),
            new FootnoteReferenceRun(1),
            new TextRun('万元，增加'),
            new InsertedTextRun({ text: '5', id: 1, author: '甲', date: DATE }),
            new DeletedTextRun({ text: '7', id: 2, author: '甲', date: DATE }),
            new TextRun('万元。'),
          ],
        }),
      ],
      { footnotes: { 1: { children: [new Paragraph('含上年结转12.30万元。')] } } },
    );
    expect(paragraphsOf(await read(bytes))).toEqual(['收入341.39万元，增加5万元。', '含上年结转12.30万元。']);
    const headed = new Document({
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('99.99万元')] }) },
          children: [new Paragraph('正文一段。')],
        },
      ],
    });
    expect(paragraphsOf(await read(new Uint8Array(await Packer.toBuffer(headed))))).toEqual(['正文一段。']);
  });

  it('writes the numbers that Word counts', async () => {
    const level = (depth: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="3">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '%1.%2')}${level(2, 'bullet', '·')}</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num></w:numbering>`;
    const item = (depth: number, text: string) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="5"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const body = [
      item(0, '收入情况'),
      item(1, '总额'),
      item(1, '结构'),
      item(2, '其中'),
      item(0, '支出情况'),
    ];
    const document = await read(docxOf(body.join(''), { 'word/numbering.xml': numbering }));
    expect(paragraphsOf(document)).toEqual(['一、收入情况', '一.1总额', '一.2结构', '其中', '二、支出情况']);
    expect(document.blocks[4]).toMatchObject({ role: 'heading', level: 2 });
  });

  it('reads a frame of one cell as text', async () => {
    const frame = new Table({ rows: [row(cell('第一部分 概况\n本局负责全县有关工作。'))] });
    const document = await read(await docx([frame, new Paragraph('后文。')]));
    expect(tablesOf(document)).toEqual([]);
    expect(paragraphsOf(document)).toContain('后文。');
  });

  it('keeps what looks like markup in a cell as it is', async () => {
    const marked = new Table({
      rows: [row(cell('项目'), cell('说明')), row(cell('<b>甲</b>'), cell('**乙**'))],
    });
    const [table] = tablesOf(await read(await docx([marked])));
    expect(table!.grid[1]!.map((each) => each?.text)).toEqual(['<b>甲</b>', '**乙**']);
  });

  it('says what it left behind', async () => {
    const bytes = docxOf(wordParagraph('正文。'), {
      'word/vbaProject.bin': new Uint8Array(9),
      'word/media/image1.png': new Uint8Array(9),
      'word/embeddings/oleObject1.bin': new Uint8Array(9),
    });
    expect((await read(bytes)).notes.map(({ code }) => code)).toEqual([
      'macros_ignored',
      'embedded_ignored',
      'pictures_ignored',
    ]);
  });
});

it('asks for LibreOffice where an old Word file comes and nobody converts it', async () => {
  const rtf = new TextEncoder().encode('{\\rtf1 text}');
  await expect(readDocument(rtf, 'a.doc')).rejects.toMatchObject({
    code: 'needs_libreoffice',
    message: expect.stringContaining('apt-get install -y libreoffice-writer'),
  });
});

it('reads an old Word file as the new one that the converter makes of it', async () => {
  const convertDoc = async () => docxOf(wordParagraph('示例县财政局2024年度部门决算'));
  const rtf = new TextEncoder().encode('{\\rtf1 text}');
  const document = await readDocument(rtf, 'a.rtf', { convertDoc });
  expect(document).toMatchObject({
    mediaType: 'application/rtf',
    blocks: [{ text: '示例县财政局2024年度部门决算' }],
  });
});

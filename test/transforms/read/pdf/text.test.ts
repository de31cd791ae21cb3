import { describe, expect, it } from 'vitest';
import { drawPage } from '../../../../transforms/read/pdf/draw-grid.ts';
import { DEFAULT_PDF_LIMITS } from '../../../../transforms/read/pdf/limits.ts';
import { makePdf, Sheet } from '../../../support/pdf.ts';
import { paragraphsIn, pdfEngine, readSheets, tablesOf } from '../../../support/pdf-engine.ts';

/** Lines of 30 characters of 12 points between margins at 90 and 450; the first is indented by two characters. */
function prose(sheet: Sheet, top: number, lines: readonly string[], indented = true): Sheet {
  for (const [index, line] of lines.entries()) {
    sheet.text(indented && index === 0 ? 114 : 90, top + index * 20, line, 12);
  }
  return sheet;
}

const FULL = '本部门认真贯彻落实各项决策部署统筹推进各项重点工作不断提升财政';
const FIRST = FULL.slice(0, 28);
const SECOND = `${FULL.slice(0, 29)}资`;

describe('running text', () => {
  it('is joined over line ends and parted at indents', async () => {
    const sheet = prose(new Sheet(), 100, [FIRST, SECOND, '金使用效益。']);
    prose(sheet, 160, [FIRST, SECOND, '金使用效益显著。']);
    expect(paragraphsIn(await readSheets([sheet]))).toEqual([
      `${FIRST}${SECOND}金使用效益。`,
      `${FIRST}${SECOND}金使用效益显著。`,
    ]);
  });

  it('goes on in a line that opens with what closes the line above, however short that is', async () => {
    const sheet = prose(new Sheet(), 80, [FIRST, SECOND, '金使用效益。']);
    prose(sheet, 140, ['5.住房保障支出（类）住房公积金', '（项），主要用于缴存。年初预算为3万元。'], false);
    prose(sheet, 180, ['6.教育支出（类）“小学教育', '”12万元。', '（一）总体情况'], false);
    expect(paragraphsIn(await readSheets([sheet])).slice(-3)).toEqual([
      '5.住房保障支出（类）住房公积金（项），主要用于缴存。年初预算为3万元。',
      '6.教育支出（类）“小学教育”12万元。',
      '（一）总体情况',
    ]);
  });

  it('is joined over page ends, page numbers and running titles left out', async () => {
    const first = prose(new Sheet(), 700, [FIRST, SECOND]).text(280, 800, '─ 1 ─');
    const second = prose(new Sheet(), 80, ['金使用效益。'], false).text(280, 800, '─ 2 ─');
    prose(second, 100, [FIRST, SECOND, '金。']);
    const document = await readSheets([first, second]);
    expect(paragraphsIn(document)).toEqual([`${FIRST}${SECOND}金使用效益。`, `${FIRST}${SECOND}金。`]);
    expect(document.notes.map((note) => [note.code, note.location.page])).toEqual([['page_number', 1]]);
  });

  it.each([
    ['年初预算为1', '40.25万元，主要用于缴费。', '年初预算为140.25万元，主要用于缴费。'],
    ['占本年收入的0.0', '0%；其他收入为零。', '占本年收入的0.00%；其他收入为零。'],
    ['公用经费合计1,2', '34.56万元。', '公用经费合计1,234.56万元。'],
  ])('puts a figure together again that a line end tore: %s ⏎ %s', async (above, below, whole) => {
    const start = FIRST.slice(0, 29 - [...above].length);
    const sheet = prose(new Sheet(), 100, [start + above, below]).text(90, 300, SECOND, 12);
    expect(paragraphsIn(await readSheets([sheet]))[0]).toBe(start + whole);
  });

  it.each([
    ['全年预算数为2024', '12.5万元，主要用于缴费。'],
    ['全年预算数为1.25', '0.75万元，主要用于缴费。'],
    ['全年预算数为12', '个项目共有3项。'],
  ])('leaves two figures two: %s ⏎ %s', async (above, below) => {
    const start = FIRST.slice(0, 30 - [...above].length);
    const sheet = prose(new Sheet(), 100, [start + above, below]).text(90, 300, SECOND, 12);
    expect(paragraphsIn(await readSheets([sheet]))[0]).not.toContain(
      `${above.slice(-1)}${below.slice(0, 1)}`,
    );
  });

  it('keeps the place of every sentence, on whatever page it begins', async () => {
    const first = prose(new Sheet(), 700, [FIRST, `${SECOND.slice(0, 20)}。支出预算数为十万`]);
    const second = prose(new Sheet(), 80, ['元。'], false);
    prose(second, 100, [FIRST, SECOND, '金。']);
    const document = await readSheets([first, second]);
    const [paragraph] = document.blocks;
    expect(paragraph).toMatchObject({ kind: 'paragraph', location: { page: 1 } });
    const sentences = paragraph?.kind === 'paragraph' ? paragraph.sentences : [];
    expect(sentences.map((sentence) => sentence.text)).toEqual([
      `${FIRST}${SECOND.slice(0, 20)}。`,
      '支出预算数为十万元。',
    ]);
    expect(sentences[1]!.location.page).toBe(1);
  });

  it('knows headings by their numbers and titles by their place', async () => {
    const sheet = new Sheet().text(195, 80, '示例局2024年度部门决算', 18);
    sheet.text(90, 140, '第一部分 部门概况', 12).text(114, 170, '一、主要职能', 12);
    prose(sheet, 200, [FIRST, SECOND, '金使用效益。']);
    sheet.text(114, 270, '（一）收入情况', 12);
    const blocks = (await readSheets([sheet])).blocks.map((block) =>
      block.kind === 'paragraph' ? [block.role, block.level, block.text] : [],
    );
    expect(blocks).toEqual([
      ['heading', 0, '示例局2024年度部门决算'],
      ['heading', 1, '第一部分部门概况'],
      ['heading', 2, '一、主要职能'],
      ['body', null, `${FIRST}${SECOND}金使用效益。`],
      ['heading', 3, '（一）收入情况'],
    ]);
  });

  it('does not take the ends of short headings for a margin', async () => {
    const sheet = prose(new Sheet(), 60, [FIRST, SECOND, `${FULL}。`]);
    for (const [index, name] of [
      '一、立项依据',
      '二、实施主体',
      '三、实施方案',
      '四、实施周期',
      '五、绩效目标',
    ].entries()) {
      sheet.text(90, 160 + index * 60, name, 12).text(90, 180 + index * 60, `按计划实施${index}。`, 12);
    }
    expect(paragraphsIn(await readSheets([sheet])).slice(1, 5)).toEqual([
      '一、立项依据',
      '按计划实施0。',
      '二、实施主体',
      '按计划实施1。',
    ]);
  });

  it('is no table where a border frames the page', async () => {
    const sheet = new Sheet().frame(50, 40, 495, 760).line(50, 90, 545, 90).text(220, 60, '示例局部门预算');
    prose(sheet, 120, [FIRST, SECOND, `${FULL}${FULL.slice(0, 10)}`.slice(0, 30), SECOND, '金使用效益。']);
    const document = await readSheets([sheet]);
    expect(tablesOf(document)).toEqual([]);
    expect(paragraphsIn(document)).toHaveLength(2);
  });

  it('keeps the lines of a table of contents apart', async () => {
    const sheet = new Sheet().text(260, 80, '目录', 16);
    for (const [index, name] of ['一、部门职责', '二、机构设置', '三、决算表'].entries()) {
      sheet.text(90, 120 + index * 24, `${name}${'…'.repeat(20)}${index + 3}`, 12);
    }
    const document = await readSheets([sheet]);
    expect(paragraphsIn(document)).toHaveLength(4);
    expect(document.blocks.every((block) => block.kind === 'paragraph' && block.text.length < 40)).toBe(true);
  });

  it('says nothing twice where bold is made by printing twice', async () => {
    const sheet = new Sheet()
      .text(90, 100, '收入合计1100.55万元', 12)
      .text(90.3, 100, '收入合计1100.55万元', 12);
    expect(paragraphsIn(await readSheets([sheet]))).toEqual(['收入合计1100.55万元']);
  });

  it('folds radicals and full-width figures, and leaves punctuation as printed', async () => {
    const sheet = new Sheet().text(90, 100, '⽤⾦２０２４年，收入（万元）：１２．５', 12);
    expect(paragraphsIn(await readSheets([sheet]))).toEqual(['用金2024年，收入（万元）：12.5']);
  });

  it('leaves hidden text and watermarks out, and says so', async () => {
    const sheet = prose(new Sheet(), 100, [FIRST, SECOND, '金使用效益。']).hidden(90, 200, '旧数据123.45');
    sheet.turned(200, 500, 45, '内部资料', 30);
    const document = await readSheets([sheet]);
    expect(paragraphsIn(document)).toEqual([`${FIRST}${SECOND}金使用效益。`]);
    expect(document.notes.map((note) => note.code).sort()).toEqual(['hidden_text', 'text_askew']);
  });

  it('leaves out what is white on white paper, and reads what is white on a dark bar', async () => {
    const sheet = prose(new Sheet(), 100, [FIRST, SECOND, '金使用效益。'])
      .shaded(90, 200, '旧数据123.45', 1)
      .fill(80, 240, 300, 24)
      .shaded(90, 245, '三、其他情况', 1);
    const document = await readSheets([sheet]);
    expect(paragraphsIn(document)).toEqual([`${FIRST}${SECOND}金使用效益。`, '三、其他情况']);
    expect(document.notes.map((note) => note.code)).toEqual(['hidden_text']);
  });

  it('reads the text under a scan when there is no other, and marks it', async () => {
    const sheet = new Sheet()
      .picture(0, 0, 595, 842)
      .hidden(90, 100, '收入合计1100.55万元，其中财政拨款900万元。', 12);
    const document = await readSheets([sheet]);
    expect(paragraphsIn(document)).toEqual(['收入合计1100.55万元，其中财政拨款900万元。']);
    expect(document.notes.map((note) => note.code)).toEqual(['ocr_layer']);
  });

  it('keeps a figure with a space inside as it is printed', async () => {
    const sheet = new Sheet().text(90, 100, '支出为341. 39万元', 12);
    expect(paragraphsIn(await readSheets([sheet]))).toEqual(['支出为341. 39万元']);
  });
});

describe('a page drawn for inspection', () => {
  it('shows words, rules and cells, with nothing in it that could run', async () => {
    const sheet = new Sheet()
      .grid([60, 160, 300], [100, 125, 150])
      .text(68, 106, '<b>&合计')
      .text(170, 106, '1.00');
    const file = (await pdfEngine()).open(makePdf([sheet]));
    const svg = drawPage(file.readPage(0, DEFAULT_PDF_LIMITS)!);
    file.close();
    expect(svg).toContain('viewBox="0 0 595 842"');
    expect(svg.match(/<line /g)).toHaveLength(6);
    expect(svg.match(/stroke="#0050dc"/g)).toHaveLength(4);
    expect(svg).toContain('&lt;');
    expect(svg).not.toContain('<b>');
  });
});

describe('properties', () => {
  it('are what the file says of itself', async () => {
    const { readPdf } = await import('../../../../transforms/read/pdf/read-pdf.ts');
    const bytes = makePdf([new Sheet().text(90, 100, '示例局部门预算公开说明全文')], { title: '示例标题' });
    const document = await readPdf(bytes, await pdfEngine());
    expect(document).toMatchObject({
      mediaType: 'application/pdf',
      pages: 1,
      properties: { Title: '示例标题' },
    });
    expect(tablesOf(document)).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secondPdfEngine } from '../../../../pipeline/second-pdf-engine.ts';
import { UnreadableDocument } from '../../../../transforms/read/document.ts';
import { DEFAULT_PDF_LIMITS } from '../../../../transforms/read/pdf/limits.ts';
import { type PdfReadingOptions, readPdf } from '../../../../transforms/read/pdf/read-pdf.ts';
import { sniffFormat } from '../../../../transforms/read/sniff.ts';
import { makePdf, Sheet } from '../../../support/pdf.ts';
import { paragraphsIn, pdfEngine, readSheets, tablesOf } from '../../../support/pdf-engine.ts';

const PAGE = () => new Sheet().text(90, 100, '本部门收入合计一百万元，支出合计一百万元。');

async function codeOf(bytes: Uint8Array, options: PdfReadingOptions = {}): Promise<string> {
  try {
    await readPdf(bytes, await pdfEngine(), options);
    return 'read';
  } catch (error) {
    if (error instanceof UnreadableDocument) return error.code;
    throw error;
  }
}

describe('files that cannot be read', () => {
  it('are named as encrypted when they need a password', async () => {
    expect(await codeOf(makePdf([PAGE()], { encrypted: true }))).toBe('pdf_encrypted');
  });

  it('are named as broken when they are cut short or no PDF at all', async () => {
    expect(await codeOf(makePdf([PAGE()]).slice(0, 300))).toBe('pdf_broken');
    expect(await codeOf(new TextEncoder().encode('%PDF-1.5\n这不是 PDF'))).toBe('pdf_broken');
    expect(await codeOf(new Uint8Array())).toBe('pdf_broken');
  });

  it('are named as having no pages', async () => {
    expect(await codeOf(makePdf([]))).toBe('pdf_no_pages');
  });

  it('need OCR when pages are pictures', async () => {
    const picture = () => new Sheet().picture(0, 0, 595, 842);
    expect(await codeOf(makePdf([picture(), picture().text(290, 800, '- 2 -')]))).toBe('needs_ocr');
  });

  it('need OCR when no page holds any text', async () => {
    expect(await codeOf(makePdf([new Sheet(), new Sheet()]))).toBe('needs_ocr');
  });

  it('need OCR when a long text has no Chinese character', async () => {
    expect(await codeOf(makePdf([new Sheet().text(60, 100, 'qwe rty uio pas dfg hjk lzx cvb nmq')]))).toBe(
      'needs_ocr',
    );
  });

  it('need OCR when a font gives some letters another meaning, on whatever page', async () => {
    const torn = new Sheet();
    for (let line = 0; line < 12; line++) torn.text(60, 100 + 20 * line, '示例县¯政局收入合计一百万元');
    expect(await codeOf(makePdf([PAGE(), torn]))).toBe('needs_ocr');
  });

  it('are read with a foreign name, and with the signs that Chinese reports print', async () => {
    const sheet = PAGE().text(60, 200, '与Düren市交流').text(60, 230, '全年均温25°，面积30m²，误差±2，长×宽');
    expect(await codeOf(makePdf([sheet]))).toBe('read');
  });

  it('are refused beyond the limits', async () => {
    const bytes = makePdf([PAGE(), PAGE(), PAGE()]);
    expect(await codeOf(bytes, { limits: { pages: 2 } })).toBe('pdf_too_large');
    expect(await codeOf(bytes, { limits: { characters: 30 } })).toBe('pdf_too_large');
    expect(await codeOf(bytes, { limits: { pages: 3, characters: 300 } })).toBe('read');
  });

  it('never throw anything else, whatever bytes are damaged', async () => {
    const bytes = makePdf([PAGE().grid([60, 160, 300], [200, 225, 250])]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 40 }),
        async (damage) => {
          const damaged = bytes.slice();
          for (const [index, value] of damage) damaged[index] = value;
          expect(typeof (await codeOf(damaged))).toBe('string');
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('pages that cannot be read', () => {
  it('are noted one by one where other pages can', async () => {
    const document = await readSheets([PAGE(), new Sheet().picture(0, 0, 595, 842), new Sheet()]);
    expect(document.notes.map((note) => [note.code, note.location.page])).toEqual([['needs_ocr', 2]]);
    expect(paragraphsIn(document)).toEqual(['本部门收入合计一百万元，支出合计一百万元。']);
    expect(document.pages).toBe(3);
  });

  it('keep their text where their lines are too many to be a table', async () => {
    const document = await readSheets([PAGE().grid([60, 160, 300], [200, 225, 250])], {
      limits: { segmentsPerPage: 5 },
    });
    expect(document.notes.map((note) => note.code)).toEqual(['too_many_lines']);
    expect(paragraphsIn(document)).toEqual(['本部门收入合计一百万元，支出合计一百万元。']);
  });

  it('are left out where their characters are too many', async () => {
    const document = await readSheets([PAGE(), PAGE().text(90, 200, '第二页多出的文字')], {
      limits: { charactersPerPage: 25 },
    });
    expect(document.notes.map((note) => [note.code, note.location.page])).toEqual([
      ['too_many_characters', 2],
    ]);
  });
});

describe('the engine', () => {
  it('gives back the memory of every document', async () => {
    const engine = await pdfEngine();
    const sheet = PAGE();
    for (let index = 0; index < 1_000; index++) sheet.line(60, 200 + index / 3, 300, 200 + index / 3);
    // Documents that stayed open would outgrow the first memory after a hundred and take 8 MB more.
    const bytes = makePdf([sheet]);
    const read = () => {
      const file = engine.open(bytes);
      file.readPage(0, DEFAULT_PDF_LIMITS);
      file.close();
    };
    const before = memoryAfter(read, 20);
    const after = memoryAfter(read, 230);
    expect(after - before).toBeLessThan(2_000_000);
  });

  it('asks the second engine for plain text where PDFium finds a file broken', async () => {
    const text = ['示例局2024年度部门决算\n本年收入合计100万元。'];
    const document = await readPdf(new Uint8Array([1, 2, 3]), await pdfEngine(), {
      secondEngine: async () => text,
    });
    expect(document.notes.map((note) => note.code)).toEqual(['second_engine']);
    expect(paragraphsIn(document).join('')).toContain('本年收入合计100万元。');
    expect(document.blocks[0]!.location).toEqual({ page: 1 });
    const silent = { secondEngine: () => Promise.reject(new Error('no PDF')) };
    expect(await codeOf(new Uint8Array([1, 2, 3]), silent)).toBe('pdf_broken');
  });

  it('leaves a PDF that lost its first bytes to the second engine, which reads it', async () => {
    const sheet = PAGE().text(60, 300, '示例局本年收入合计100.25万元。');
    const bytes = makePdf([sheet]);
    bytes.fill(0x20, 0, 8);
    expect(sniffFormat(bytes, 'a.pdf')).toBe('pdf');
    expect(await codeOf(bytes, {})).toBe('pdf_broken');
    const document = await readPdf(bytes, await pdfEngine(), { secondEngine: secondPdfEngine() });
    expect(document.notes.map((note) => note.code)).toEqual(['second_engine']);
    expect(paragraphsIn(document).join('')).toContain('本年收入合计100.25万元');
  });

  it('reads a PDF behind a page that a server put before it, tables included', async () => {
    const sheet = PAGE()
      .grid([60, 160, 300], [200, 225, 250])
      .text(68, 206, '合计')
      .text(170, 206, '1,234.50');
    const page = new TextEncoder().encode(`<!-- ${'x'.repeat(3_000)} -->\n`);
    const bytes = Uint8Array.from([...page, ...makePdf([sheet])]);
    expect(sniffFormat(bytes, 'a.pdf')).toBe('pdf');
    const document = await readPdf(bytes, await pdfEngine());
    expect(document.notes).toEqual([]);
    expect(tablesOf(document)).toHaveLength(1);
  });

  it('agrees with pdf-parse on the figures of a page', async () => {
    const sheet = PAGE()
      .grid([60, 160, 300], [200, 225, 250])
      .text(68, 206, '合计')
      .text(170, 206, '1,234.50');
    const pages = await secondPdfEngine()(makePdf([sheet]));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('本部门收入合计一百万元');
    expect(pages[0]).toContain('1,234.50');
  });
});

/** Bytes outside the heap, where PDFium's memory is. */
function memoryAfter(work: () => void, times: number): number {
  for (let index = 0; index < times; index++) work();
  const { arrayBuffers, external } = process.memoryUsage();
  return arrayBuffers + external;
}

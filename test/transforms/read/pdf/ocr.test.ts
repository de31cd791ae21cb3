import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findLanguageData, ocrWithTesseract } from '../../../../pipeline/ocr.ts';
import { ownerOf, witnessesOf } from '../../../../pipeline/witnesses-of.ts';
import { extractFacts } from '../../../../transforms/extract/extract-facts.ts';
import { printKey } from '../../../../transforms/extract/fact.ts';
import type { Witness } from '../../../../transforms/extract/witness.ts';
import { type Document, UnreadableDocument } from '../../../../transforms/read/document.ts';
import { rulesInBitmap } from '../../../../transforms/read/pdf/ocr/bitmap-rules.ts';
import type { GreyImage, Ocr, TextShape } from '../../../../transforms/read/pdf/ocr/ocr.ts';
import { readPdf } from '../../../../transforms/read/pdf/read-pdf.ts';
import { recognise } from '../../../../transforms/recognise/recognise.ts';
import { confirmOcr } from '../../../../transforms/reconcile/confirm-ocr.ts';
import { makePdf, Sheet } from '../../../support/pdf.ts';
import { pdfEngine, tablesOf, textsOf } from '../../../support/pdf-engine.ts';

const FORMATS = join(import.meta.dirname, '../../../../sources/samples/formats');
const SCALE = 300 / 72;

/** White paper with bars of ink (points); `lean` moves them down by so much over the width. */
function paper(bars: readonly (readonly [number, number, number, number])[], lean = 0): GreyImage {
  const [width, height] = [Math.round(200 * SCALE), Math.round(100 * SCALE)];
  const pixels = new Uint8Array(width * height).fill(255);
  for (const [left, top, right, bottom] of bars) {
    for (let x = Math.round(left * SCALE); x < right * SCALE; x++) {
      const down = Math.round((x / width) * lean * SCALE);
      for (let y = Math.round(top * SCALE) + down; y < bottom * SCALE + down; y++) pixels[y * width + x] = 0;
    }
  }
  return { width, height, pixels };
}

const places = (image: GreyImage) =>
  rulesInBitmap(image, SCALE).map(({ direction, position, start, end }) => [
    direction,
    ...[position, start, end].map(Math.round),
  ]);

describe('ruled lines in a picture', () => {
  it('are found with their ends', () => {
    expect(
      places(
        paper([
          [20, 30, 180, 30.5],
          [60, 10, 60.7, 90],
        ]),
      ),
    ).toEqual([
      ['horizontal', 30, 20, 180],
      ['vertical', 60, 10, 90],
    ]);
  });

  it('are one line each although the page lies a little askew', () => {
    expect(places(paper([[20, 30, 180, 30.5]], 1.2))).toEqual([['horizontal', 31, 20, 180]]);
  });

  it('survive a break of the ink', () => {
    expect(
      places(
        paper([
          [20, 30, 90, 30.5],
          [90.5, 30, 180, 30.5],
        ]),
      ),
    ).toEqual([['horizontal', 30, 20, 180]]);
  });

  /** A row of 14 points and, where `below` is true, another one; a letter as high as its cell in the first column. */
  const rows = (below: boolean): (readonly [number, number, number, number])[] => {
    const bottom = below ? 48 : 34;
    const lines = [20, 34, ...(below ? [48] : [])].map((y) => [20, y, 180, y + 0.5] as const);
    return [...lines, ...[20, 100, 179.5].map((x) => [x, 20, x + 0.5, bottom] as const)];
  };

  it('part the cells of a single row', () => {
    const found = places(paper(rows(false))).filter(([direction]) => direction === 'vertical');
    expect(found.map(([, position]) => position)).toEqual([20, 100, 180]);
  });

  it('are no stroke of a letter as high as its cell', () => {
    const found = places(paper([...rows(true), [60, 21, 61.5, 33]])).filter(
      ([direction]) => direction === 'vertical',
    );
    expect(found.map(([, position]) => position)).toEqual([20, 100, 180]);
  });

  it('are no strokes of characters and no bars', () => {
    expect(
      places(
        paper([
          [20, 30, 38, 31],
          [50, 20, 51, 34],
          [80, 20, 180, 60],
        ]),
      ),
    ).toEqual([]);
  });
});

/** A picture that covers the page has to be there; the rules of the page stand for those of the picture. */
function scan(): Uint8Array {
  const sheet = new Sheet().grid([60, 200, 320], [100, 130, 160]).picture(0, 0, 595, 842);
  return makePdf([sheet]);
}

describe('a page that is a picture', () => {
  it('needs OCR, and the one command for it is told', async () => {
    for (const options of [{}, { ocr: async () => null }]) {
      const refusal = await readPdf(scan(), await pdfEngine(), options).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(UnreadableDocument);
      expect(refusal).toMatchObject({
        code: 'needs_ocr',
        message: expect.stringContaining('apt-get install -y tesseract-ocr-chi-sim'),
      });
    }
  });

  it('in which nothing is recognised has no text', async () => {
    const ocr: Ocr = { beginPage() {}, recognise: async () => [] };
    await expect(readPdf(scan(), await pdfEngine(), { ocr: async () => ocr })).rejects.toMatchObject({
      code: 'pdf_no_text',
    });
  });

  it('is noted where the recogniser cannot start, and the other pages are read', async () => {
    const sheets = [
      new Sheet().text(60, 60, '示例县统计局二〇二四年度部门决算公开说明'),
      new Sheet().picture(0, 0, 595, 842),
    ];
    const ocr = () => Promise.reject('failed to load ./chi_sim.traineddata');
    const document = await readPdf(makePdf(sheets), await pdfEngine(), { ocr });
    expect(document.notes.map(({ code }) => code)).toEqual(['ocr_failed', 'needs_ocr']);
    expect(document.notes[0]!.message).toContain('chi_sim.traineddata');
    expect(document.blocks.length).toBe(1);
  });

  it('on which the recogniser fails is noted, and the other pages are read', async () => {
    const ocr: Ocr = {
      beginPage() {},
      recognise: () => Promise.reject(new Error('out of ink')),
    };
    const sheets = [
      new Sheet().text(60, 60, '示例县统计局二〇二四年度部门决算公开说明'),
      new Sheet().picture(0, 0, 595, 842),
    ];
    const document = await readPdf(makePdf(sheets), await pdfEngine(), { ocr: async () => ocr });
    expect(document.notes.map(({ code }) => code)).toEqual(['ocr_failed', 'needs_ocr']);
  });

  it('is asked for cell by cell, a number twice, and marked down to the cell', async () => {
    const shapes: TextShape[] = [];
    const document = await readPdf(pictureOfTable(), await pdfEngine(), {
      ocr: async () => saying(shapes, (shape) => (shape === 'number' ? '523' : '5.23'), 60),
    });
    const doubted = Array.from({ length: 3 }, () => ['line', 'number']).flat();
    // Three cells, and the edge of the picture below them, which is no line of print.
    expect(shapes).toEqual(['sample', ...doubted, ...doubted, ...doubted, 'cell', ...doubted]);
    expect(textsOf(tablesOf(document)[0])).toEqual([
      ['5.23', '5.23'],
      ['5.23', ''],
    ]);
    expect(everyLocation(document).every(({ ocr: marked }) => marked === true)).toBe(true);
  });

  it('gives a number read with certainty no second look', async () => {
    const shapes: TextShape[] = [];
    await readPdf(pictureOfTable(), await pdfEngine(), { ocr: async () => saying(shapes, () => '5.23', 95) });
    expect(shapes).toEqual(['sample', 'line', 'line', 'line', 'cell', 'line']);
  });
});

/** A recogniser that reads the same in every picture, with the same confidence. */
function saying(shapes: TextShape[], textOf: (shape: TextShape) => string, confidence: number): Ocr {
  return {
    beginPage() {},
    recognise: async ({ width, height }, shape) => {
      shapes.push(shape);
      const box = { left: 12, top: 12, right: width - 12, bottom: height - 12 };
      const text = shape === 'sample' ? '示例县统计局二〇二四年度部门决算' : textOf(shape);
      return [{ box, confidence, words: [{ text, box }] }];
    },
  };
}

/** Text as outlines: characters without meaning, so that the page is looked at and not read. */
function pictureOfTable(): Uint8Array {
  const sheet = new Sheet().grid([60, 200, 320], [100, 130, 160]).picture(0, 700, 595, 142);
  for (const [x, y] of [
    [80, 112],
    [220, 112],
    [80, 142],
  ] as const) {
    for (let bar = 0; bar < 6; bar++) sheet.line(x + 4 * bar, y, x + 4 * bar, y + 8);
  }
  return makePdf([sheet.picture(0, 500, 595, 342)]);
}

function everyLocation(document: Document) {
  return document.blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block.location, ...block.sentences.map(({ location }) => location)]
      : [block.location, ...block.grid.flat().flatMap((cell) => (cell ? [cell.location] : []))],
  );
}

async function witnessesIn(name: string): Promise<Witness[]> {
  const bytes = readFileSync(join(FORMATS, name));
  const document = await readPdf(bytes, await pdfEngine(), { ocr: ocrWithTesseract() });
  const disclosure = recognise(document, { sourceFile: name, relativePath: name }, null);
  const known = { ...disclosure, fiscalYear: disclosure.fiscalYear! };
  return witnessesOf(ownerOf({ documentId: name, sourceFile: name }, known), extractFacts(document, known));
}

describe('a scanned report', () => {
  const hasData = findLanguageData() !== null && existsSync(join(FORMATS, 'scan.pdf'));
  if (!hasData)
    console.warn('no chi_sim.traineddata on this machine: the scan is not recognised, test skipped');

  it.skipIf(!hasData)(
    'says what its text says wherever something confirms it, and lists the rest',
    { timeout: 180_000 },
    async () => {
      const text = new Map((await witnessesIn('ruled.pdf')).map((fact) => [printKey(fact), fact.valueMinor]));
      const scanned = await witnessesIn('scan.pdf');
      const { accepted, findings } = confirmOcr(scanned);
      expect(scanned.every(({ location }) => location.ocr)).toBe(true);
      expect(accepted.length).toBeGreaterThan(scanned.length / 2);
      for (const fact of accepted)
        expect([printKey(fact), fact.valueMinor]).toEqual([printKey(fact), text.get(printKey(fact))]);
      expect(findings.flatMap(({ factIds }) => factIds)).toHaveLength(scanned.length - accepted.length);
    },
  );
});

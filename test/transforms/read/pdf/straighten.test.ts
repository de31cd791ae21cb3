import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findLanguageData, ocrWithTesseract } from '../../../../pipeline/ocr.ts';
import { DEFAULT_PDF_LIMITS } from '../../../../transforms/read/pdf/limits.ts';
import type { GreyImage, Ocr } from '../../../../transforms/read/pdf/ocr/ocr.ts';
import { pageByOcr } from '../../../../transforms/read/pdf/ocr/page-by-ocr.ts';
import {
  leanOf,
  levelled,
  quartersToUpright,
  turned,
} from '../../../../transforms/read/pdf/ocr/straighten.ts';
import type { PdfPage } from '../../../../transforms/read/pdf/page.ts';
import { layOut } from '../../../../transforms/read/pdf/page-layout.ts';
import { pdfEngine } from '../../../support/pdf-engine.ts';

/** Lines of short bars, as print is from afar. */
function print(): GreyImage {
  const [width, height] = [1200, 1600];
  const pixels = new Uint8Array(width * height).fill(255);
  for (let top = 200; top < 1400; top += 60) {
    for (let left = 150; left < 1050 - (top % 7) * 40; left += 36) {
      for (let y = top; y < top + 26; y++) pixels.fill(0, y * width + left, y * width + left + 24);
    }
  }
  return { width, height, pixels };
}

const corners = ({ width, height, pixels }: GreyImage) => [
  pixels[0],
  pixels[width - 1],
  pixels[width * (height - 1)],
  pixels.at(-1),
];

describe('a sheet that went through the scanner askew', () => {
  it.each([-3, -1.2, -0.5, 0.6, 2, 3])('by %d degrees is known to, and levelled', (degrees) => {
    const askew = levelled(print(), -degrees);
    expect(leanOf(askew)).toBeCloseTo(degrees, 0);
    expect(Math.abs(leanOf(askew) - degrees)).toBeLessThan(0.15);
    expect(leanOf(levelled(askew, leanOf(askew)))).toBe(0);
  });

  it('is left as it is where it lies level, and where there is nothing to see', () => {
    expect(leanOf(print())).toBe(0);
    expect(leanOf({ width: 50, height: 50, pixels: new Uint8Array(2500).fill(255) })).toBe(0);
  });
});

describe('a sheet that went through the scanner turned', () => {
  const paper: GreyImage = { width: 3, height: 2, pixels: Uint8Array.from([1, 2, 3, 4, 5, 6]) };

  it.each([
    [0, [1, 3, 4, 6]],
    [1, [4, 1, 6, 3]],
    [2, [6, 4, 3, 1]],
    [3, [3, 6, 1, 4]],
  ])('is turned clockwise by %d quarters', (quarters, expected) => {
    expect(corners(turned(paper, quarters))).toEqual(expected);
  });

  /** Reads well only where the first pixel is this one. */
  const readsWhere = (first: number): Ocr => ({
    beginPage() {},
    recognise: async ({ pixels }) => {
      const box = { left: 0, top: 0, right: 1, bottom: 1 };
      const text = pixels[0] === first ? '本年收入合计金额单位万元' : '门曰丫卜匕刁';
      return [{ box, confidence: 90, words: [{ text, box }] }];
    },
  });

  it.each([
    ['支出合计金额单位', 0],
    ['支出合计金额单位万元收入预算决算项目', 1],
  ])('turned reads better by far or not at all (%s: %d quarters)', async (turnedText, quarters) => {
    const readsBadly: Ocr = {
      beginPage() {},
      recognise: async ({ pixels }) => {
        const box = { left: 0, top: 0, right: 1, bottom: 1 };
        // Five common characters among noise the right way up.
        const text = pixels[0] === 1 ? `收入预算合${'匕'.repeat(60)}` : pixels[0] === 4 ? turnedText : '';
        return [{ box, confidence: 30, words: [{ text, box }] }];
      },
    };
    expect(await quartersToUpright(paper, readsBadly)).toBe(quarters);
  });

  it.each([
    [1, 0],
    [4, 1],
    [6, 2],
    [3, 3],
    [9, 0],
  ])('is the right way up where it can be read (first pixel %d: %d quarters)', async (first, quarters) => {
    expect(await quartersToUpright(paper, readsWhere(first))).toBe(quarters);
  });
});

/** A page of the samples with a small table, and what its text says there. */
const SAMPLE = join(import.meta.dirname, '../../../../sources/samples/formats/ruled.pdf');
const PAGE = 5;

const amountsIn = (page: PdfPage) =>
  layOut(page).tables.flatMap(({ cells }) =>
    cells
      .filter(({ text }) => /^\d[\d.,]*$/.test(text))
      .map(({ row, column, text }) => `${row} ${column} ${text}`),
  );

describe('a scanned page', () => {
  it.skipIf(findLanguageData() === null).each([
    [1, 2],
    [2, -1.5],
  ])(
    'turned by %d quarters and leaning by %d degrees is read cell by cell (skipped without language data)',
    { timeout: 180_000 },
    async (quarters, degrees) => {
      const file = (await pdfEngine()).open(readFileSync(SAMPLE));
      const page = file.readPage(PAGE - 1, DEFAULT_PDF_LIMITS)!;
      const scan = turned(levelled(file.renderPage(PAGE - 1, 300)!, -degrees), quarters);
      file.close();
      const printed = amountsIn(page);
      const read = new Set(amountsIn(await pageByOcr(page, scan, (await ocrWithTesseract()())!)));
      expect(printed.length).toBeGreaterThan(5);
      const found = printed.filter((amount) => read.has(amount));
      // The recogniser misreads some figures of level scans too; most have to be where they are printed.
      expect(found.length).toBeGreaterThan(0.8 * printed.length);
    },
  );
});

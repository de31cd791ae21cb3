/** PDFs as they come back from a copier and a scanner: pictures of pages at 200 dots an inch, a little askew, with grain. */
import type { PdfEngine, PdfFile } from '../../transforms/read/pdf/engine.ts';
import type { GreyImage } from '../../transforms/read/pdf/ocr/ocr.ts';
import { levelled } from '../../transforms/read/pdf/ocr/straighten.ts';

const SCANNED_DPI = 200;
/** Degrees, one way on even pages and the other on odd ones. */
const LEAN = 0.3;
/** The grain of paper and sensor moves a pixel by so much at most. */
const GRAIN = 24;

export function photocopied(engine: PdfEngine): PdfEngine {
  return { open: (bytes) => photocopy(engine.open(bytes)) };
}

function photocopy(file: PdfFile): PdfFile {
  return {
    pageCount: file.pageCount,
    properties: {},
    readPage(index, limits) {
      const page = file.readPage(index, limits);
      return page && { ...page, characters: [], rules: [], segments: 0, pictures: 1, unreadable: 0 };
    },
    renderPage(index, dpi) {
      const sharp = file.renderPage(index, SCANNED_DPI);
      if (sharp === null) return null;
      const askew = levelled(grained(sharp, index + 1), index % 2 === 0 ? LEAN : -LEAN);
      return enlarged(askew, dpi / SCANNED_DPI);
    },
    close: () => file.close(),
  };
}

/** Lehmer's generator: every run copies alike. */
function grained({ width, height, pixels }: GreyImage, seed: number): GreyImage {
  let state = seed;
  const grain = () => {
    state = (state * 48271) % 2147483647;
    return ((state / 2147483647) * 2 - 1) * GRAIN;
  };
  return { width, height, pixels: pixels.map((pixel) => Math.max(0, Math.min(255, pixel + grain()))) };
}

function enlarged({ width, height, pixels }: GreyImage, by: number): GreyImage {
  const [across, down] = [Math.round(width * by), Math.round(height * by)];
  const large = new Uint8Array(across * down);
  for (let y = 0; y < down; y++) {
    const fromY = Math.min(height - 1.001, y / by);
    const [top, below] = [Math.floor(fromY), fromY % 1];
    for (let x = 0; x < across; x++) {
      const fromX = Math.min(width - 1.001, x / by);
      const [left, beside] = [Math.floor(fromX), fromX % 1];
      const at = top * width + left;
      const upper = pixels[at]! * (1 - beside) + pixels[at + 1]! * beside;
      const lower = pixels[at + width]! * (1 - beside) + pixels[at + width + 1]! * beside;
      large[y * across + x] = upper * (1 - below) + lower * below;
    }
  }
  return { width: across, height: down, pixels: large };
}

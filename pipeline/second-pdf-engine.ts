/** pdf-parse as the second PDF engine. It reads the character maps of Chinese fonts from its own package. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { SecondPdfEngine } from '../transforms/read/pdf/second-engine.ts';

export function secondPdfEngine(): SecondPdfEngine {
  return async (bytes) => {
    const { PDFParse } = await import('pdf-parse');
    // Without the maps, fonts that are not embedded give empty text and no error; a plain path, no file: URL.
    const parser = new PDFParse({
      data: new Uint8Array(bytes),
      cMapUrl: characterMaps(),
      cMapPacked: true,
      verbosity: 0,
    });
    try {
      const result = await parser.getText();
      return result.pages.map((page) => page.text);
    } finally {
      await parser.destroy();
    }
  };
}

function characterMaps(): string {
  const parse = createRequire(import.meta.url).resolve('pdf-parse');
  return `${join(dirname(createRequire(parse).resolve('pdfjs-dist/package.json')), 'cmaps')}/`;
}

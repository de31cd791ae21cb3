/** Reports read from their text and from photocopies of themselves: most is read alike, and nothing else is accepted. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findLanguageData, ocrWithTesseract } from '../../../../../pipeline/ocr.ts';
import { ownerOf, witnessesOf } from '../../../../../pipeline/witnesses-of.ts';
import { extractFacts } from '../../../../../transforms/extract/extract-facts.ts';
import { printKey } from '../../../../../transforms/extract/fact.ts';
import type { Witness } from '../../../../../transforms/extract/witness.ts';
import type { PdfEngine } from '../../../../../transforms/read/pdf/engine.ts';
import { readPdf } from '../../../../../transforms/read/pdf/read-pdf.ts';
import { recognise } from '../../../../../transforms/recognise/recognise.ts';
import { confirmOcr } from '../../../../../transforms/reconcile/confirm-ocr.ts';
import { CORPUS, CORPUS_IS_HERE, corpusFiles } from '../../../../support/corpus-folder.ts';
import { pdfEngine } from '../../../../support/pdf-engine.ts';
import { photocopied } from '../../../../support/photocopy.ts';

const SAMPLES = join(import.meta.dirname, '../../../../../sources/samples/formats');
/** Of what the text says. */
const LEAST_READ = 0.85;
/** A page takes some seconds. */
const MOST_PAGES = 12;

async function witnessesIn(path: string, engine: PdfEngine): Promise<Witness[]> {
  const name = basename(path);
  const document = await readPdf(readFileSync(path), engine, { ocr: ocrWithTesseract() });
  const disclosure = recognise(document, { sourceFile: name, relativePath: name }, null);
  const known = { ...disclosure, fiscalYear: disclosure.fiscalYear! };
  return witnessesOf(ownerOf({ documentId: name, sourceFile: name }, known), extractFacts(document, known));
}

async function expectSameFigures(path: string): Promise<void> {
  const text = await witnessesIn(path, engine);
  const said = new Set(text.map(figureOf));
  const copied = await witnessesIn(path, photocopied(engine));
  const { accepted } = confirmOcr(copied);
  expect(accepted.map(figureOf).filter((figure) => !said.has(figure))).toEqual([]);
  const read = copied.filter((fact) => said.has(figureOf(fact)));
  expect(read.length / text.length).toBeGreaterThan(LEAST_READ);
}

const figureOf = (fact: Witness): string => `${printKey(fact)} ${fact.valueMinor}`;

const engine = await pdfEngine();
const shortReports = corpusFiles('.pdf').filter((name) => {
  const file = engine.open(readFileSync(join(CORPUS, name)));
  const { pageCount } = file;
  file.close();
  return pageCount <= MOST_PAGES;
});

describe('a photocopied report', () => {
  const hasData = findLanguageData() !== null;
  if (!hasData)
    console.warn('no chi_sim.traineddata on this machine: photocopies are not recognised, tests skipped');

  it.skipIf(!hasData).each(['ruled.pdf'])('says what %s says', { timeout: 600_000 }, async (name) => {
    await expectSameFigures(join(SAMPLES, name));
  });

  if (!CORPUS_IS_HERE)
    console.warn('no corpus beside the project: photocopies of its reports are not read, skipped');

  it.skipIf(!hasData || !CORPUS_IS_HERE).each(shortReports)(
    'of the corpus says what %s says',
    { timeout: 600_000 },
    async (name) => {
      await expectSameFigures(join(CORPUS, name));
    },
  );
});

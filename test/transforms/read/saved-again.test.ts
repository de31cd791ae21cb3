/** Real reports saved again as Word files, pages and workbooks say the same. Skipped where the corpus is not at hand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extractFacts } from '../../../transforms/extract/extract-facts.ts';
import { type Fact, printKey } from '../../../transforms/extract/fact.ts';
import type { Document } from '../../../transforms/read/document.ts';
import { readDocument } from '../../../transforms/read/read-document.ts';
import { recognise } from '../../../transforms/recognise/recognise.ts';
import { CORPUS, corpusFiles } from '../../support/corpus-folder.ts';
import { asPage, asWord, asWorkbook } from '../../support/save-as.ts';

const TEXTS = corpusFiles('.txt');

const bytesOf = (name: string) => new Uint8Array(readFileSync(join(CORPUS, name)));

function factsOf(document: Document): { bureau: string | null; facts: readonly Fact[] } {
  const raw = {
    documentId: 'd',
    sha256: '',
    bytes: new Uint8Array(),
    sourceFile: 'a',
    relativePath: 'a',
    url: null,
    publishedOn: null,
  };
  const disclosure = recognise(document, raw, null);
  const { facts } = extractFacts(document, { ...disclosure, fiscalYear: disclosure.fiscalYear ?? 2000 });
  return { bureau: disclosure.bureauName, facts };
}

const printed = (facts: readonly Fact[]) =>
  facts.map((fact) => `${printKey(fact)} = ${fact.valueMinor} ${fact.medium}`).sort();

describe.skipIf(TEXTS.length === 0)('a real report (skipped without the corpus)', () => {
  it.each(TEXTS)('%s says the same as a Word file and as a page', async (name) => {
    const text = await readDocument(bytesOf(name), name);
    const expected = factsOf(text);
    for (const [bytes, as] of [
      [await asWord(text), 'a.docx'],
      [asPage(text), 'a.html'],
    ] as const) {
      const { bureau, facts } = factsOf(await readDocument(bytes, as));
      expect(bureau).toBe(expected.bureau);
      expect(printed(facts)).toEqual(printed(expected.facts));
    }
  });

  it.each(TEXTS)('%s has the same tables as a workbook', async (name) => {
    const text = await readDocument(bytesOf(name), name);
    const tables = (document: Document) =>
      document.blocks.flatMap((block) =>
        block.kind === 'table'
          ? [
              {
                title: block.title,
                cells: block.grid.map((row) => row.map((cell) => cell?.text ?? '').filter(Boolean)),
              },
            ]
          : [],
      );
    const rowsThatPrint = (document: Document) =>
      tables(document).map(({ title, cells }) => ({ title, cells: cells.filter((row) => row.length > 0) }));
    expect(rowsThatPrint(await readDocument(asWorkbook(text), 'a.xlsx'))).toEqual(rowsThatPrint(text));
  });
});

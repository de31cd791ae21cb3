/** One invented report in every format: what it says must not depend on how the office saved it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { convertWithSoffice, findSoffice } from '../../../pipeline/soffice.ts';
import { unpack } from '../../../sources/unpack.ts';
import { extractFacts } from '../../../transforms/extract/extract-facts.ts';
import { type Extraction, type Fact, printKey } from '../../../transforms/extract/fact.ts';
import type { Document } from '../../../transforms/read/document.ts';
import { readDocument } from '../../../transforms/read/read-document.ts';
import { recognise } from '../../../transforms/recognise/recognise.ts';
import { pdfEngine } from '../../support/pdf-engine.ts';

const FOLDER = join(import.meta.dirname, '../../../sources/samples/formats');
const BUREAU = '示例省甲县医疗保障局';

const WHOLE_REPORTS = [
  'text-gbk.txt',
  'page-utf8.html',
  'page-gbk-undeclared.html',
  'merged-cells.docx',
] as const;
const RULED_PDFS = ['ruled.pdf', 'landscape-turned.pdf'] as const;
/** Workbooks hold the statements, not the sentences. */
const WORKBOOKS = ['several-sheets.xlsx', 'excel-97.xls'] as const;

const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(FOLDER, name)));

async function read(name: string, bytes = bytesOf(name)): Promise<Document> {
  return readDocument(bytes, name, { pdfEngine, convertDoc: convertWithSoffice() });
}

async function extract(name: string, bytes = bytesOf(name)): Promise<Extraction> {
  const document = await read(name, bytes);
  const raw = {
    documentId: name,
    sha256: '',
    bytes,
    url: null,
    relativePath: name,
    sourceFile: name,
    publishedOn: null,
  };
  const disclosure = recognise(document, raw, null);
  expect(disclosure).toMatchObject({ bureauName: BUREAU, fiscalYear: 2025, kind: 'final_accounts' });
  return extractFacts(document, { ...disclosure, fiscalYear: 2025 });
}

/** Every fact with its amount, medium and basis, once for each time it is printed. */
function printed(facts: readonly Fact[]): string[] {
  return facts
    .map((fact) => `${printKey(fact)} = ${fact.valueMinor} ${fact.unit} ${fact.medium} ${fact.basis}`)
    .sort();
}

/** What is said, however often and wherever. */
function figures(facts: readonly Fact[]): string[] {
  return [...new Set(facts.map((fact) => `${printKey(fact)} = ${fact.valueMinor} ${fact.unit}`))].sort();
}

function unclaimed({ numbers }: Extraction): string[] {
  return numbers.filter(({ use }) => use === 'unclaimed').map(({ text, context }) => `${text} in ${context}`);
}

describe('one report in every format', () => {
  let asText: Extraction;

  beforeAll(async () => {
    asText = await extract('text-utf8.txt');
  });

  it('says several hundred things as text', () => {
    expect(asText.facts.length).toBeGreaterThan(250);
    expect(unclaimed(asText)).toEqual([]);
  });

  it.each(WHOLE_REPORTS)('%s says the same as the text', async (name) => {
    const extraction = await extract(name);
    expect(printed(extraction.facts)).toEqual(printed(asText.facts));
    expect(unclaimed(extraction)).toEqual([]);
  });

  it.each(RULED_PDFS)('%s says every figure of the text, and no other', async (name) => {
    expect(figures((await extract(name)).facts)).toEqual(figures(asText.facts));
  });

  it.each(RULED_PDFS)('%s: a sentence goes on below a line that ends early', async (name) => {
    expect(unclaimed(await extract(name))).toEqual([]);
  });

  it('borderless.pdf says every figure of the text', async () => {
    const said = figures((await extract('borderless.pdf')).facts);
    expect(figures(asText.facts).filter((figure) => !said.includes(figure))).toEqual([]);
  });

  it('borderless.pdf says nothing that the text does not say', async () => {
    const said = figures(asText.facts);
    expect(
      figures((await extract('borderless.pdf')).facts).filter((figure) => !said.includes(figure)),
    ).toEqual([]);
  });

  it.each(WORKBOOKS)('%s says what the statements say', async (name) => {
    const extraction = await extract(name);
    expect(printed(extraction.facts)).toEqual(
      printed(asText.facts.filter(({ medium }) => medium === 'table')),
    );
    expect(unclaimed(extraction)).toEqual([]);
  });

  const soffice = findSoffice(process.env.PATH ?? '');
  it.skipIf(soffice === null)(
    'word-97.doc says the same as the text (skipped without LibreOffice)',
    async () => {
      const extraction = await extract('word-97.doc');
      expect(printed(extraction.facts)).toEqual(printed(asText.facts));
    },
  );

  it('two-reports.zip holds two files that say the same as the text', async () => {
    const { members, lost } = unpack(bytesOf('two-reports.zip'));
    expect(lost).toEqual([]);
    expect(members.map(({ name }) => name).sort()).toEqual(['page-utf8.html', 'text-gbk.txt']);
    for (const { name, bytes } of members)
      expect(printed((await extract(name, bytes)).facts)).toEqual(printed(asText.facts));
  });

  it('scan.pdf is told to be a scan and yields no figure without OCR', async () => {
    await expect(read('scan.pdf')).rejects.toMatchObject({ code: 'needs_ocr' });
  });
});

/**
 * Real reports, where they lie beside the repository: every coded figure that a careful reader found must stand
 * in one row of a table with its code, in a column whose header allows it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { secondPdfEngine } from '../../../../pipeline/second-pdf-engine.ts';
import type { Document, Table } from '../../../../transforms/read/document.ts';
import { readPdf } from '../../../../transforms/read/pdf/read-pdf.ts';
import { CORPUS, CORPUS_IS_HERE, corpusFiles, GOLD } from '../../../support/corpus-folder.ts';
import { pdfEngine, tablesOf } from '../../../support/pdf-engine.ts';

const names = corpusFiles('.pdf').map((name) => name.slice(0, -'.pdf'.length));

/** Headers under which a figure of this concept may stand, besides a column of totals. */
const HEADERS: Readonly<Record<string, RegExp>> = {
  'expenditure.basic': /基本支出|人员经费|公用经费|合计|金额|决算数|预算数/,
  'expenditure.project': /项目支出/,
};

interface GoldRow {
  concept: string;
  code: string;
  value: string;
}

function goldRows(name: string): GoldRow[] {
  const [header, ...lines] = readFileSync(join(GOLD, `${name}.tsv`), 'utf8')
    .trimEnd()
    .split('\n');
  const columns = header!.split('\t');
  return lines.flatMap((line) => {
    const values = line.split('\t');
    const cell = (column: string) => values[columns.indexOf(column)] ?? '';
    const code = cell('function') || cell('economic');
    return code === '' || cell('basis') === 'derived'
      ? []
      : [{ concept: cell('concept'), code, value: cell('value') }];
  });
}

/** Rows by the codes they print: 类, 款 and 项 may stand in cells of their own. */
function rowsByCode(tables: readonly Table[]): Map<string, { text: string; header: string }[][]> {
  const rows = new Map<string, { text: string; header: string }[][]>();
  for (const table of tables) {
    for (const row of table.grid) {
      const cells = row.map((cell, column) => ({
        text: cell?.text.replace(/[\s,，]/g, '') ?? '',
        header: headerOf(table, column),
      }));
      for (const [start] of cells.entries()) {
        let code = '';
        for (const [column, { text }] of cells.entries()) {
          const form = column === start ? /^\d{3,7}$/ : /^\d{1,2}$/;
          if (column < start || !form.test(text) || row.indexOf(row[column]!) !== column) continue;
          if (column > start && code === '') break;
          // 款 and 项 are two digits; some print them without the leading zero.
          code += column > start ? text.padStart(2, '0') : text;
          if (code.length > 7) break;
          const known = rows.get(code) ?? [];
          known.push(cells.slice(column + 1));
          rows.set(code, known);
        }
      }
    }
  }
  return rows;
}

function headerOf(table: Table, column: number): string {
  const path: string[] = [];
  for (const row of table.grid.slice(0, 5)) {
    const text = row[column]?.text ?? '';
    if (/\d/.test(text)) break;
    path.push(text);
  }
  return path.join('/');
}

function sameFigure(a: string, b: string): boolean {
  return a === b || (a !== '' && b !== '' && /^-?[\d.]+$/.test(a) && Number(a) === Number(b));
}

/** Every figure that the document prints anywhere, thousands commas off. */
function figuresOf(document: Document): Set<string> {
  const texts = document.blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? block.sentences.map((sentence) => sentence.text)
      : block.grid.flatMap((row) => row.map((cell) => cell?.text ?? '')),
  );
  return new Set(
    texts.flatMap((text) => text.replace(/(\d),(?=\d{3})/g, '$1').match(/\d+(?:\.\d+)?/g) ?? []),
  );
}

describe.skipIf(!CORPUS_IS_HERE)('reports of the corpus (skipped where ../shared/corpus is missing)', () => {
  it.each(names)('every coded figure of %s stands in a row with its code', async (name) => {
    const document = await readPdf(readFileSync(join(CORPUS, `${name}.pdf`)), await pdfEngine());
    const rows = rowsByCode(tablesOf(document));
    const wanted = goldRows(name);
    const isInRow = ({ concept, code, value }: GoldRow) =>
      rows.get(code)?.some((cells) => cells.some((cell) => isFigure(cell, value, concept))) ?? false;
    const elsewhere = wanted.filter((row) => !isInRow(row));
    console.log(
      `${name}: ${wanted.length - elsewhere.length} of ${wanted.length} coded figures in a row with their code`,
    );
    // The others carry a code by their name only: in sentences, and in tables of functions without codes.
    const figures = figuresOf(document);
    const missed = elsewhere.filter(({ value }) => ![...figures].some((figure) => sameFigure(figure, value)));
    expect(missed).toEqual([]);
    const coded = elsewhere.filter(({ value, code }) => rows.has(code) && !saysInWords(document, value));
    expect(coded).toEqual([]);
  });

  it.each(names)('every amount that pdf-parse sees in %s is in the document, as often', async (name) => {
    const bytes = readFileSync(join(CORPUS, `${name}.pdf`));
    const document = await readPdf(bytes, await pdfEngine());
    const ours = countsOf(textsIn(document));
    const theirs = countsOf(await secondPdfEngine()(bytes));
    const missed = [...theirs].filter(([amount, count]) => (ours.get(amount) ?? 0) < count);
    const added = [...ours].filter(([amount, count]) => (theirs.get(amount) ?? 0) < count);
    console.log(`${name}: ${theirs.size - missed.length} of ${theirs.size} amounts agree with pdf-parse`);
    expect({ missed, added }).toEqual({ missed: [], added: [] });
  });
});

/** "1,234.50", "0.39": figures that cannot be a number of a list or a year. */
const AMOUNT = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{2}(?!\d)/g;

function countsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const amount of texts.flatMap((text) => text.match(AMOUNT) ?? [])) {
    counts.set(amount, (counts.get(amount) ?? 0) + 1);
  }
  return counts;
}

/** Every text once: a merged cell stands in several slots. */
function textsIn(document: Document): string[] {
  return document.blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block.text]
      : [
          ...block.captions.map((caption) => caption.text),
          ...block.notes.map((note) => note.text),
          ...new Set(block.grid.flat()),
        ].map((part) => (typeof part === 'string' ? part : (part?.text ?? ''))),
  );
}

function isFigure(cell: { text: string; header: string }, value: string, concept: string): boolean {
  const allowed = HEADERS[concept];
  return sameFigure(cell.text, value) && (!allowed || allowed.test(cell.header));
}

/** The figure stands in a sentence, or in a row without codes. */
function saysInWords(document: Document, value: string): boolean {
  return document.blocks.some((block) =>
    block.kind === 'paragraph'
      ? block.text.includes(value)
      : block.grid.some(
          (row) =>
            row.some((cell) => cell !== null && sameFigure(cell.text.replace(/[\s,]/g, ''), value)) &&
            !row.some((cell) => cell !== null && /^\d{3,7}$/.test(cell.text)),
        ),
  );
}

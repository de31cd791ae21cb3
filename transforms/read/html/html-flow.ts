/** A tree of elements as lines and tables in reading order. Word files come this way too, after mammoth. */
import type { FlowCell, FlowPiece, FlowTable } from '../flow.ts';
import { joinLines } from '../join-lines.ts';
import { elementsOf, isElement, type PageElement, type PageNode } from './page-tree.ts';

/** Elements that begin and end a line. */
const BLOCKS = new Set(
  `address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form
   h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol option p pre section summary table tbody td tfoot th
   thead title tr ul #page`.split(/\s+/),
);

export interface FlowOptions {
  /** Most rows or columns one cell may cover. */
  span: number;
  /** Called with the line of a cell that claims more. */
  onWideSpan?: (line: number) => void;
  /** False where line numbers say nothing to a person. */
  hasLines: boolean;
}

interface Draft {
  pieces: FlowPiece[];
  text: string;
  line: number;
  options: FlowOptions;
}

export function flowOfPage(root: PageElement, options: FlowOptions): FlowPiece[] {
  const draft: Draft = { pieces: [], text: '', line: root.line, options };
  walk(root, draft, false);
  endLine(draft);
  return draft.pieces;
}

function walk(node: PageNode, draft: Draft, keepsBlanks: boolean): void {
  if (!isElement(node)) addText(node.text, node.line, draft, keepsBlanks);
  else if (node.tag === 'br') endLine(draft);
  else if (node.tag === 'table' && isGrid(node)) addTable(node, draft);
  else {
    const isBlock = BLOCKS.has(node.tag);
    if (isBlock) endLine(draft);
    walkAll(node, draft, keepsBlanks || node.tag === 'pre');
    if (isBlock) endLine(draft);
  }
}

function addTable(table: PageElement, draft: Draft): void {
  endLine(draft);
  for (const caption of elementsOf(table, 'caption')) walkAll(caption, draft, false);
  endLine(draft);
  draft.pieces.push(tableOf(table, draft.options));
}

function walkAll(element: PageElement, draft: Draft, keepsBlanks: boolean): void {
  for (const child of element.children) walk(child, draft, keepsBlanks);
}

function addText(text: string, line: number, draft: Draft, keepsBlanks: boolean): void {
  if (draft.text.trim() === '') draft.line = line + (/^\s*/.exec(text)![0].split('\n').length - 1);
  if (!keepsBlanks) {
    // A line end of the source inside a word is none on the page; tabs count where Word set them.
    draft.text += draft.options.hasLines ? foldBlanks(text) : text;
    return;
  }
  for (const [index, part] of text.split(/\r\n|[\r\n]/).entries()) {
    if (index > 0) {
      endLine(draft);
      draft.line = line + index;
    }
    draft.text += part;
  }
}

function foldBlanks(text: string): string {
  return text
    .replace(
      /(?<=[\p{Script=Han}，。；：、（）])[\t\r\n ]*[\r\n][\t\r\n ]*(?=[\p{Script=Han}，。；：、（）])/gu,
      '',
    )
    .replace(/[\t\r\n\f ]+/g, ' ');
}

function endLine(draft: Draft): void {
  const text = draft.text.replace(/^[ \r\n]+|[ \t\r\n]+$/g, '');
  if (text.trim() !== '') draft.pieces.push({ kind: 'line', text, location: { line: draft.line } });
  draft.text = '';
}

/** A table that holds tables sets out a page: its cells are read one after the other. */
function isGrid(table: PageElement): boolean {
  return elementsOf(table, 'table').length === 0;
}

function tableOf(table: PageElement, options: FlowOptions): FlowTable {
  const rows = rowsOf(table).map((row, index) => {
    const cells = row.children.filter(isElement).filter(({ tag }) => tag === 'td' || tag === 'th');
    return cells.map((cell) => cellOf(cell, index, options));
  });
  return { kind: 'table', rows, location: lineOf(table, options) };
}

/** Browsers show `<tfoot>` last wherever it stands. */
function rowsOf(table: PageElement): PageElement[] {
  const feet = table.children.filter(isElement).filter(({ tag }) => tag === 'tfoot');
  const rows = elementsOf(table, 'tr');
  const atFoot = new Set(feet.flatMap((foot) => elementsOf(foot, 'tr')));
  return [...rows.filter((row) => !atFoot.has(row)), ...rows.filter((row) => atFoot.has(row))];
}

function cellOf(cell: PageElement, row: number, options: FlowOptions): FlowCell {
  const lines = flowOfPage(cell, options).flatMap((piece) => (piece.kind === 'line' ? [piece.text] : []));
  return {
    text: joinLines(lines),
    rowSpan: spanOf(cell, 'rowspan', options),
    columnSpan: spanOf(cell, 'colspan', options),
    location: { ...lineOf(cell, options), row: row + 1 },
  };
}

function lineOf(element: PageElement, { hasLines }: FlowOptions): { line?: number } {
  return hasLines ? { line: element.line } : {};
}

function spanOf(cell: PageElement, name: 'rowspan' | 'colspan', options: FlowOptions): number {
  const printed = /^\s*(\d{1,9})/.exec(cell.attributes[name] ?? '')?.[1];
  if (printed === undefined) return 1;
  const claimed = Number(printed);
  // rowspan="0" reaches to the end of the table.
  if (claimed === 0) return name === 'rowspan' ? options.span : 1;
  if (claimed > options.span) options.onWideSpan?.(cell.line);
  return Math.min(options.span, claimed);
}

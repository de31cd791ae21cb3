/**
 * A page as SVG with what the reader saw drawn over it: words grey, rules red, cells blue with their row and column, and
 * green boxes around words that were recognised in a picture.
 */
import type { Box } from '../document.ts';
import type { PdfPage, Rule } from './page.ts';
import { layOut } from './page-layout.ts';
import { findRuns } from './words.ts';

export function drawPage(page: PdfPage, isRecognised = false): string {
  const layout = layOut(page);
  const recognised = isRecognised ? findRuns(page.characters, layout.rules) : [];
  const { width, height } = layout;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${number(width)} ${number(height)}" width="${number(width)}" height="${number(height)}">`,
    `<rect width="100%" height="100%" fill="white"/>`,
    ...page.characters.map(({ text, box }) => drawCharacter(text, box)),
    ...layout.rules.map(drawRule),
    ...layout.lines.map((line) => drawBox(line.box, 'none', '#bbbbbb')),
    ...recognised.map((run) => drawBox(run.box, 'none', '#00a040')),
    ...layout.tables
      .flatMap((table) => table.cells)
      .flatMap((cell) => drawCell(cell.row, cell.column, cell.box)),
    '</svg>',
  ].join('\n');
}

function drawCharacter(text: string, box: Box): string {
  const size = box.bottom - box.top;
  return `<text x="${number(box.left)}" y="${number(box.bottom - 0.15 * size)}" font-size="${number(size * 0.9)}" fill="#555555">${escaped(text)}</text>`;
}

function drawRule(rule: Rule): string {
  const [x1, y1, x2, y2] =
    rule.direction === 'horizontal'
      ? [rule.start, rule.position, rule.end, rule.position]
      : [rule.position, rule.start, rule.position, rule.end];
  return `<line x1="${number(x1)}" y1="${number(y1)}" x2="${number(x2)}" y2="${number(y2)}" stroke="#dd0000" stroke-width="0.6"/>`;
}

function drawCell(row: number, column: number, box: Box): string[] {
  return [
    drawBox(box, 'rgba(0,80,220,0.07)', '#0050dc'),
    `<text x="${number(box.left + 1)}" y="${number(box.top + 5)}" font-size="4.5" fill="#0050dc">${row + 1},${column + 1}</text>`,
  ];
}

function drawBox(box: Box, fill: string, stroke: string): string {
  const size = `width="${number(box.right - box.left)}" height="${number(box.bottom - box.top)}"`;
  return `<rect x="${number(box.left)}" y="${number(box.top)}" ${size} fill="${fill}" stroke="${stroke}" stroke-width="0.4"/>`;
}

function number(value: number): string {
  return String(Math.round(value * 10) / 10);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => ENTITIES[character]!)
    .replace(/[^\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}

/** Whatever was recognised in a picture says so at its location, down to the cell and the sentence. */
import type { Block, Caption, Cell, Location } from '../../document.ts';

export function markOcr(blocks: readonly Block[], pages: ReadonlySet<number>): Block[] {
  if (pages.size === 0) return [...blocks];
  const mark = <Placed extends { location: Location }>(placed: Placed): Placed =>
    placed.location.page !== undefined && pages.has(placed.location.page)
      ? { ...placed, location: { ...placed.location, ocr: true } }
      : placed;
  return blocks.map((block): Block => {
    if (block.kind === 'paragraph') return mark({ ...block, sentences: block.sentences.map(mark) });
    const marked = new Map<Cell, Cell>();
    const cellOf = (cell: Cell): Cell => {
      const known = marked.get(cell) ?? mark(cell);
      marked.set(cell, known);
      return known;
    };
    const [captions, notes] = [block.captions, block.notes].map((lines): Caption[] => lines.map(mark));
    const grid = block.grid.map((row) => row.map((cell) => (cell === null ? null : cellOf(cell))));
    return mark({ ...block, captions: captions!, notes: notes!, grid });
  });
}

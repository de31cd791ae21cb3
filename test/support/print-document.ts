/** A Document as a person reads it, for looking at what a reader made of a file: `npx tsx test/support/print-document.ts FILE`. */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Block, Document } from '../../transforms/read/document.ts';
import { readText } from '../../transforms/read/read-text.ts';

export function printDocument(document: Document): string {
  return document.blocks.map(printBlock).join('\n');
}

function printBlock(block: Block): string {
  if (block.kind === 'paragraph')
    return `${block.location.line ?? ''} ${block.role}${block.level ?? ''} ${JSON.stringify(block.text)}`;
  const rows = block.grid.map(
    (row) => '   │ ' + row.map((cell) => (cell === null ? '∅' : cell.text.replace(/\n/g, '⏎'))).join(' │ '),
  );
  return [
    `${block.location.line ?? ''} TABLE ${block.number} ${block.grid.length}×${block.grid[0]?.length ?? 0} title=${block.title}`,
    `   captions: ${block.captions.map((caption) => caption.text).join(' ¦ ')}`,
    ...rows,
    ...block.notes.map((note) => `   note: ${note.text}`),
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(printDocument(readText(readFileSync(process.argv[2]!))));
}

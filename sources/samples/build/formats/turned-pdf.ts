/**
 * A PDF whose sheets stand upright and are shown across, as printers' drivers leave wide tables: /Rotate 90 with the
 * content turned the other way. Written as an incremental update of a PDF with a classic cross-reference table.
 */

/** "12 0 obj" … "endobj" of a page as LibreOffice writes it. */
const PAGE_OBJECT = /(\d+) 0 obj\s*<<\/Type\/Page\/(?:(?!endobj)[\s\S])*?endobj/g;
const MEDIA_BOX = /\/MediaBox\[0 0 ([\d.]+) ([\d.]+)\]/;
const CONTENTS = /\/Contents (\d+) 0 R/;

/** Throws where the PDF is not laid out as expected. */
export function turned(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const { size, root, previous } = trailerOf(text);
  const objects = [...text.matchAll(PAGE_OBJECT)].map(([object, number]) => ({
    number: Number(number),
    object: object!,
  }));
  if (objects.length === 0) throw new Error('no page found');
  const height = Number(MEDIA_BOX.exec(objects[0]!.object)![2]);
  const turn = stream(size, `q 0 1 -1 0 ${height} 0 cm\n`);
  const back = stream(size + 1, '\nQ');
  const pages = objects.map(({ number, object }) => ({ number, text: turnedPage(object, size) }));
  return append(text, [...pages, turn, back], { size: size + 2, root, previous });
}

function turnedPage(object: string, turn: number): string {
  return object
    .replace(MEDIA_BOX, (_, width, height) => `/MediaBox[0 0 ${height} ${width}]/Rotate 90`)
    .replace(CONTENTS, (_, own) => `/Contents[${turn} 0 R ${own} 0 R ${turn + 1} 0 R]`);
}

function stream(number: number, content: string): { number: number; text: string } {
  return {
    number,
    text: `${number} 0 obj\n<</Length ${content.length}>>\nstream\n${content}\nendstream\nendobj`,
  };
}

function trailerOf(text: string): { size: number; root: string; previous: string } {
  const size = /trailer\s*<<\/Size (\d+)/.exec(text)?.[1];
  const root = /\/Root (\d+ 0 R)/.exec(text)?.[1];
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1];
  if (size === undefined || root === undefined || previous === undefined)
    throw new Error('no classic trailer');
  return { size: Number(size), root, previous };
}

function append(
  text: string,
  objects: readonly { number: number; text: string }[],
  { size, root, previous }: ReturnType<typeof trailerOf>,
): Uint8Array {
  let whole = `${text}\n`;
  const entries: string[] = [];
  for (const { number, text: object } of objects) {
    entries.push(`${number} 1\n${String(whole.length).padStart(10, '0')} 00000 n \n`);
    whole += `${object}\n`;
  }
  const start = whole.length;
  whole += `xref\n${entries.join('')}trailer\n<</Size ${size}/Root ${root}/Prev ${previous}>>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(whole, 'latin1'));
}

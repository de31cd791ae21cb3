/** A PDF that is nothing but a picture of a page, as scanners write them: there is no text to find in it. */

/** A4 in points. */
const SHEET = '0 0 595.32 841.92';

/** `jpeg` is a picture in three colours, however grey, of `width` × `height` pixels of an upright A4 sheet. */
export function scanOf(jpeg: Uint8Array, width: number, height: number): Uint8Array {
  const draw = 'q 595.32 0 0 841.92 0 0 cm /Page Do Q';
  const picture = Buffer.from(jpeg).toString('latin1');
  const image = `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length ${picture.length}>>`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[${SHEET}]/Contents 4 0 R/Resources<</XObject<</Page 5 0 R>>>>>>`,
    `<</Length ${draw.length}>>\nstream\n${draw}\nendstream`,
    `${image}\nstream\n${picture}\nendstream`,
  ];
  return new Uint8Array(Buffer.from(wholeFile(objects), 'latin1'));
}

function wholeFile(objects: readonly string[]): string {
  let text = '%PDF-1.4\n';
  const entries = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  return `${text}xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
}

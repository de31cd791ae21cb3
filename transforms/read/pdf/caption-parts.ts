/** Lines around a table as captions: what stands apart in a line is a caption of its own, a title cut in two is one. */
import { isCaption, isName } from '../captions.ts';
import type { Box, Caption } from '../document.ts';
import { around, centreX, rounded } from './geometry.ts';
import type { TextLine } from './page-layout.ts';

/** "表", "支出预算表", "算表（续）": the end of a title that did not fit on one line. */
const END_OF_TITLE = /^.{0,7}表\s*(?:[（(].{1,12}[)）])?$/;

export function captionOf(line: TextLine): Caption {
  return { text: line.text, location: { page: line.page, box: rounded(line.box) } };
}

/** Every part of every line is a caption; a title that runs over two lines is one. */
export function captionsOf(lines: readonly TextLine[]): Caption[] {
  const captions: Caption[] = [];
  let previous: TextLine | null = null;
  for (const line of lines) {
    const last = captions.at(-1);
    if (last && previous && isRestOfTitle(previous, line)) {
      captions[captions.length - 1] = { ...last, text: last.text + line.text };
    } else {
      captions.push(...partsOf(line));
    }
    previous = line;
  }
  return captions;
}

/** Parts that stand apart are captions of their own ("部门：…", "单位：万元"); a label that ends in a colon keeps its value. */
function partsOf(line: TextLine): Caption[] {
  if (!line.parts.some((part) => isCaption(part.text))) return [captionOf(line)];
  const parts: { text: string; box: Box }[] = [];
  for (const part of line.parts) {
    const last = parts.at(-1);
    if (last && /[:：]$/.test(last.text)) {
      parts[parts.length - 1] = { text: last.text + part.text, box: around([last.box, part.box]) };
    } else parts.push(part);
  }
  return parts.map((part) => captionOf({ ...line, ...part }));
}

/** Whether the second line ends the title that the first begins. */
export function isRestOfTitle(first: TextLine, second: TextLine): boolean {
  if (first.page !== second.page || first.parts.length > 1 || second.parts.length > 1) return false;
  if (Math.abs(first.size - second.size) > 0.1 * first.size || isName(first.text)) return false;
  if (isCaption(first.text) && !isName(first.text)) return false;
  const isCentredUnder = Math.abs(centreX(first.box) - centreX(second.box)) < 2 * first.size;
  return isCentredUnder && END_OF_TITLE.test(second.text);
}

/** The places that the warehouse publishes, for readers of English: it notes them in Chinese, put together from numbers. */
import type { Language } from './words.ts';

/** Parts of `printLocation` (transforms/read/document.ts), longest first: "文本第88行" is no row of a table. */
const PARTS: readonly (readonly [part: RegExp, english: string])[] = [
  [/第([\d、]+)页/gu, 'page $1'],
  [/文本第(\d+)行/gu, 'text line $1'],
  [/工作表“([^”]*)”/gu, 'sheet “$1”'],
  [/表(\d+)/gu, 'table $1'],
  [/第(\d+)行/gu, 'row $1'],
  [/第(\d+)列/gu, 'column $1'],
  [/（文字识别）/gu, ' (recognised)'],
  [/^全文$/u, 'whole text'],
];

/** "第12页 表3 第5行 第2列；文本第88行" → "page 12, table 3, row 5, column 2; text line 88". */
export function placeInWords(locator: string, language: Language): string {
  if (language === 'zh') return locator;
  return locator.split('；').map(inEnglish).join('; ');
}

/** Blanks stand between parts, and in names of sheets. */
const BETWEEN_PARTS = / (?=第|表|文本第|工作表“)/gu;

function inEnglish(place: string): string {
  const listed = place.replace(BETWEEN_PARTS, ', ');
  return PARTS.reduce((text, [part, english]) => text.replace(part, english), listed);
}

/** XML parsers call themselves for every level: a hundred thousand levels end the program, not the document. */
import { UnreadableDocument } from '../document.ts';

const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const SLASH = 0x2f;
const QUESTION = 0x3f;
const EXCLAMATION = 0x21;

/** Throws UnreadableDocument `too_nested`. Counts in the bytes: all encodings that Office writes keep `<` as it is. */
export function refuseDeepXml(xml: Uint8Array, mostNesting: number): void {
  let depth = 0;
  for (let at = xml.indexOf(LESS_THAN); at !== -1; at = xml.indexOf(LESS_THAN, at + 1)) {
    const next = xml[at + 1];
    if (next === QUESTION || next === EXCLAMATION) continue;
    if (next === SLASH) depth--;
    else if (xml[xml.indexOf(GREATER_THAN, at) - 1] !== SLASH) depth++;
    if (depth > mostNesting)
      throw new UnreadableDocument(
        'too_nested',
        `内容嵌套超过 ${mostNesting} 层，不是正常的文档，没有读取。`,
      );
  }
}

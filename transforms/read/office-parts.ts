/**
 * The parts of a .docx or .xlsx, unpacked under limits before any library sees them. What is handed on is packed anew
 * from parts that were checked: an archive that lies about itself, or a DTD, reaches no parser.
 */
import { type Zippable, zipSync } from 'fflate';
import { type UnpackLimits, unpack } from '../../sources/unpack.ts';
import { UnreadableDocument } from './document.ts';

const XML_PART = /\.(?:xml|rels|vml)$/i;
/** Entities of a DTD multiply without end or fetch files; Office writes none. */
const DTD = /<!(?:DOCTYPE|ENTITY)/i;

/** Parts by name. Throws UnreadableDocument with the code of what is wrong with the archive, or `xml_dtd`. */
export function officeParts(bytes: Uint8Array, limits: UnpackLimits): Map<string, Uint8Array> {
  const { members, lost } = unpack(bytes, limits);
  const [first] = lost.filter(({ name }) => name === '' || XML_PART.test(name));
  if (first !== undefined) throw new UnreadableDocument(first.code, `${first.reason}。`);
  const parts = new Map<string, Uint8Array>();
  for (const { name, bytes: content } of members) {
    if (XML_PART.test(name)) refuseDtd(content);
    if (!parts.has(name)) parts.set(name, content);
  }
  return parts;
}

/** An archive of these parts alone, without compression. */
export function packAnew(
  parts: ReadonlyMap<string, Uint8Array>,
  wanted: (name: string) => boolean,
): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of parts) if (wanted(name)) files[name] = [content, { level: 0 }];
  return zipSync(files);
}

function refuseDtd(part: Uint8Array): void {
  const text = new TextDecoder('latin1').decode(part).replaceAll('\u0000', '');
  if (DTD.test(text))
    throw new UnreadableDocument(
      'xml_dtd',
      '文件里有实体声明（DTD），不是 Office 写出的正常文件，没有读取。',
    );
}

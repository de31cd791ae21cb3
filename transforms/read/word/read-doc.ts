/** Word files of before 2007, and RTF: read as the .docx that LibreOffice makes of them. */
import { type Document, UnreadableDocument } from '../document.ts';
import type { ReadingLimits } from '../limits.ts';
import { MEDIA_TYPES } from '../sniff.ts';
import { readDocx } from './read-docx.ts';

/** Bytes of a .doc or .rtf to bytes of a .docx; throws UnreadableDocument where that cannot be done. */
export type ConvertDoc = (bytes: Uint8Array, suffix: 'doc' | 'rtf') => Promise<Uint8Array>;

/** Throws UnreadableDocument: `needs_libreoffice`, whatever `convert` throws, or what the .docx is refused for. */
export async function readDoc(
  bytes: Uint8Array,
  suffix: 'doc' | 'rtf',
  convert: ConvertDoc | null,
  limits: ReadingLimits,
): Promise<Document> {
  if (convert === null) throw needsLibreOffice();
  const document = await readDocx(await convert(bytes, suffix), limits);
  return { ...document, mediaType: MEDIA_TYPES[suffix] };
}

export function needsLibreOffice(): UnreadableDocument {
  return new UnreadableDocument(
    'needs_libreoffice',
    '旧版 Word 文件要借助 LibreOffice 读取：请运行 apt-get install -y libreoffice-writer' +
      '（其他系统请从 libreoffice.org 安装，并让 soffice 在 PATH 中），或用 Word 另存为 .docx 后重新放入。',
  );
}

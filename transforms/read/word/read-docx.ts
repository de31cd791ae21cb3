/** Word files. Mammoth turns them into HTML with merged cells; from there they are read like a page. */
import mammoth from 'mammoth';
import { type Document, type ReadingNote, UnreadableDocument } from '../document.ts';
import { blocksOfFlow } from '../flow.ts';
import { flowOfPage } from '../html/html-flow.ts';
import {
  elementsOf,
  isElement,
  type PageElement,
  type PageNode,
  parsePage,
  textOf,
} from '../html/page-tree.ts';
import { DEFAULT_LIMITS, type ReadingLimits } from '../limits.ts';
import { officeParts, packAnew } from '../office-parts.ts';
import { MEDIA_TYPES } from '../sniff.ts';
import { withoutHidden } from './hidden-text.ts';
import { writeListNumbers } from './list-numbers.ts';
import { readProperties } from './properties.ts';
import { refuseDeepXml } from './xml-depth.ts';

/** Text and what it needs; pictures, macros, embedded files and headers stay behind. */
const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document\d*|styles\d*|numbering\d*|footnotes\d*|endnotes\d*)\.xml|word\/_rels\/document\d*\.xml\.rels)$/;
const MAIN_PART = 'word/document.xml';
const MACROS = /vbaProject\.bin$/i;
const EMBEDDED = /^word\/embeddings\//i;
const PICTURES = /^word\/media\//i;

/** Throws UnreadableDocument: `docx_broken`, `too_nested`, `too_large`, `xml_dtd`, or what the archive is refused for. */
export async function readDocx(bytes: Uint8Array, limits: ReadingLimits = DEFAULT_LIMITS): Promise<Document> {
  const parts = officeParts(bytes, limits.unpack);
  if (![...parts.keys()].some((name) => /^word\/document\d*\.xml$/.test(name))) throw broken('缺少正文部分');
  for (const [name, part] of parts) if (NEEDED.test(name)) refuseDeepXml(part, limits.nesting);
  const shown = withoutHiddenText(parts);
  const html = await toHtml(packAnew(withListNumbers(shown.parts), (name) => NEEDED.test(name)));
  const page = withoutReferences(parsePage(html, limits.nesting));
  const flow = flowOfPage(page, { span: limits.span, hasLines: false });
  // Word knows no lines; its paragraphs are counted instead.
  const pieces = flow.map((piece, index) =>
    piece.kind === 'line' ? { ...piece, location: { line: index + 1 } } : piece,
  );
  return {
    mediaType: MEDIA_TYPES.docx,
    pages: null,
    blocks: blocksOfFlow(pieces, limits),
    properties: readProperties(parts.get('docProps/core.xml')),
    notes: [...hiddenNote(shown.figures), ...leftBehind([...parts.keys()])],
  };
}

const TEXT_PART = /^word\/(?:document\d*|footnotes\d*|endnotes\d*)\.xml$/;

function withoutHiddenText(all: ReadonlyMap<string, Uint8Array>): {
  parts: Map<string, Uint8Array>;
  figures: number;
} {
  const parts = new Map(all);
  let figures = 0;
  for (const [name, part] of all) {
    if (!TEXT_PART.test(name)) continue;
    const printed = new TextDecoder().decode(part);
    const shown = withoutHidden(printed);
    figures += shown.figures;
    if (shown.xml !== printed) parts.set(name, new TextEncoder().encode(shown.xml));
  }
  return { parts, figures };
}

function hiddenNote(figures: number): ReadingNote[] {
  if (figures === 0) return [];
  const message = `文件里有设为隐藏的文字或表格行，其中 ${figures} 个数字未读。`;
  return [{ code: 'hidden_content', message, location: {} }];
}

/** XML that no encoding but UTF-8 was ever seen in; a part in another is left as it is. */
function withListNumbers(parts: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const xmlOf = (name: string) => new TextDecoder().decode(parts.get(name));
  const numbering = xmlOf('word/numbering.xml');
  const document = parts.get(MAIN_PART);
  if (numbering === '' || document === undefined) return new Map(parts);
  const numbered = writeListNumbers(xmlOf(MAIN_PART), numbering, xmlOf('word/styles.xml'));
  return new Map(parts).set(MAIN_PART, new TextEncoder().encode(numbered));
}

async function toHtml(docx: Uint8Array): Promise<string> {
  try {
    const options = {
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      externalFileAccess: false,
    };
    return (await mammoth.convertToHtml({ buffer: Buffer.from(docx) }, options)).value;
  } catch (error) {
    // Mammoth calls itself for every level of nested tables.
    if (error instanceof RangeError)
      throw new UnreadableDocument('too_nested', '内容嵌套太深，不是正常的文档，没有读取。');
    throw broken('结构错误');
  }
}

/** "[1]" behind a figure is no digit of it; the note itself stands at the end. */
function withoutReferences(page: PageElement): PageElement {
  const isReference = (element: PageElement) =>
    elementsOf(element, 'a').some(({ attributes }) => /^#?(?:foot|end)note/.test(attributes.href ?? '')) &&
    /^\[\d+\]$/.test(textOf(element));
  const isWayBack = (element: PageElement) => element.tag === 'a' && textOf(element) === '↑';
  const copy = (element: PageElement): PageElement => ({
    ...element,
    children: element.children.flatMap((child): PageNode[] => {
      if (!isElement(child)) return [child];
      if ((child.tag === 'sup' && isReference(child)) || isWayBack(child)) return [];
      return [copy(child)];
    }),
  });
  return copy(page);
}

function leftBehind(names: readonly string[]): ReadingNote[] {
  const note = (code: string, form: RegExp, what: string): ReadingNote[] => {
    const count = names.filter((name) => form.test(name)).length;
    return count === 0 ? [] : [{ code, message: `文件里有 ${count} 个${what}。`, location: {} }];
  };
  return [
    ...note('macros_ignored', MACROS, '宏，没有运行'),
    ...note('embedded_ignored', EMBEDDED, '嵌入对象，没有读取'),
    ...note('pictures_ignored', PICTURES, '图片，其中的文字没有读取'),
  ];
}

function broken(what: string): UnreadableDocument {
  return new UnreadableDocument('docx_broken', `Word 文件无法打开（${what}），请用 Word 另存后重新放入。`);
}

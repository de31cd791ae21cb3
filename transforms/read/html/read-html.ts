/** Web pages: the report without what the site puts around it, and the list of files that hang on it. */
import { decodeText } from '../decode-text.ts';
import { type Document, type ReadingNote, UnreadableDocument } from '../document.ts';
import { blocksOfFlow, type FlowPiece } from '../flow.ts';
import { DEFAULT_LIMITS, type ReadingLimits } from '../limits.ts';
import { simplify } from '../simplify.ts';
import { refuseErrorPage } from './error-page.ts';
import { flowOfPage } from './html-flow.ts';
import { isAttachmentLink, isSiteLine, visiblePart } from './left-out.ts';
import { mainContent } from './main-content.ts';
import { elementsOf, type PageElement, parsePage, textOf } from './page-tree.ts';
import { withStyledTables } from './styled-tables.ts';

/** Standard names of a government page's own description (政府网站发展指引, appendix on page labels). */
const PAGE_LABELS: Readonly<Record<string, string>> = {
  articletitle: 'title',
  sitename: 'site',
  columnname: 'column',
  pubdate: 'published',
  contentsource: 'source',
};

/** A form for logging in is laid out with some cells; a table of figures has more. */
const FEWEST_CELLS = 8;

/**
 * Throws UnreadableDocument: `too_large`, `too_nested`, `html_error_page`, `html_without_content`, or what `decodeText` throws.
 */
export function readHtml(bytes: Uint8Array, limits: ReadingLimits = DEFAULT_LIMITS): Document {
  if (bytes.length > limits.textBytes)
    throw new UnreadableDocument(
      'too_large',
      `网页超过 ${Math.round(limits.textBytes / 1048576)} MB，请拆分后重新放入。`,
    );
  const decoded = decodeText(bytes);
  const { text, notes } = simplify(decoded.text);
  return documentOfPage(text, [...decoded.notes, ...notes], limits);
}

export function documentOfPage(html: string, notes: readonly ReadingNote[], limits: ReadingLimits): Document {
  const whole = withStyledTables(parsePage(html, limits.nesting));
  const { page, hiddenFigures } = visiblePart(whole);
  const title =
    elementsOf(whole, 'title')
      .map(textOf)
      .find((text) => text !== '') ?? '';
  refuseErrorPage({
    title,
    text: flowOfPage(page, { span: limits.span, hasLines: true })
      .flatMap((piece) => (piece.kind === 'line' ? [piece.text] : []))
      .join('\n'),
    length: squeeze(textOf(page)).length,
    hasTables: elementsOf(page, 'td').length > FEWEST_CELLS,
    hasScripts: elementsOf(whole, 'script', 'iframe', 'frame').length > 0,
  });
  const main = mainContent(page);
  const wideSpans: number[] = [];
  const flow = flowOfPage(main, {
    span: limits.span,
    hasLines: true,
    onWideSpan: (line) => wideSpans.push(line),
  }).filter((piece) => piece.kind !== 'line' || !isSiteLine(piece.text));
  const labels = labelsOf(whole, title);
  return {
    mediaType: 'text/html',
    pages: null,
    blocks: blocksOfFlow([...titleAbove(page, main, labels, flow), ...flow], limits),
    properties: labels,
    notes: [...notes, ...hiddenNote(hiddenFigures), ...spanNote(wideSpans, limits), ...attachmentNotes(page)],
  };
}

function labelsOf(page: PageElement, title: string): Record<string, string> {
  const labels: Record<string, string> = {};
  if (title !== '') labels.title = title;
  for (const { attributes } of elementsOf(page, 'meta')) {
    const label = PAGE_LABELS[(attributes.name ?? '').toLowerCase()];
    const content = (attributes.content ?? '').trim();
    if (label !== undefined && content !== '') labels[label] = content;
  }
  return labels;
}

/** The article's name often stands in front of the element that holds its text. */
function titleAbove(
  page: PageElement,
  main: PageElement,
  labels: Readonly<Record<string, string>>,
  flow: readonly FlowPiece[],
): FlowPiece[] {
  const heading = elementsOf(page, 'h1', 'h2').find((each) => textOf(each) !== '');
  const text = heading !== undefined ? textOf(heading) : (labels.title ?? '').split(/\s*[-_|–—]\s*/)[0]!;
  const line = heading?.line ?? 1;
  const isInside = main === page || (heading !== undefined && elementsOf(main, 'h1', 'h2').includes(heading));
  const opening = flow
    .slice(0, 8)
    .flatMap((piece) => (piece.kind === 'line' ? [piece.text] : []))
    .join('');
  if (isInside || text === '' || squeeze(opening).includes(squeeze(text))) return [];
  return [{ kind: 'line', text, location: { line } }];
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

function hiddenNote(figures: number): ReadingNote[] {
  if (figures === 0) return [];
  return [
    {
      code: 'hidden_content',
      message: `网页里有不显示的内容，其中 ${figures} 个数字未读。`,
      location: {},
    },
  ];
}

function spanNote(lines: readonly number[], limits: ReadingLimits): ReadingNote[] {
  const [line] = lines;
  if (line === undefined) return [];
  return [
    {
      code: 'span_clamped',
      message: `有 ${lines.length} 个单元格自称跨 ${limits.span} 行或列以上，按 ${limits.span} 处理，首个在第 ${line} 行。`,
      location: { line },
    },
  ];
}

/** Files that the page offers are named, never fetched. */
function attachmentNotes(page: PageElement): ReadingNote[] {
  return elementsOf(page, 'a')
    .filter((link) => (link.attributes.href ?? '') !== '' && isAttachmentLink(link))
    .map((link) => ({
      code: 'attachment',
      message: `网页附件未读，需要时请下载后放入：${textOf(link) || '（无名称）'}（${link.attributes.href!.slice(0, 300)}）`,
      location: { line: link.line },
    }));
}

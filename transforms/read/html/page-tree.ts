/** A page as a tree of plain elements and texts, each with its line in the source; nothing of it is run or fetched. */
import { load } from 'cheerio';
import { UnreadableDocument } from '../document.ts';

export interface PageText {
  text: string;
  line: number;
}

export interface PageElement {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  children: PageNode[];
  line: number;
}

export type PageNode = PageElement | PageText;

/** Tags that need no end tag: they say nothing about the depth of what follows. */
const OPEN_ENDED =
  'area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|option|tbody|thead|tfoot|colgroup|html|head|body|rp|rt|o:p';
const TAG = new RegExp(`<(/?)(?!(?:${OPEN_ENDED})[\\s/>])[a-z][a-z0-9:]*(?=[\\s/>])`, 'gi');

/** Throws UnreadableDocument (`too_nested`) before a parser is asked: its time grows with the square of the depth. */
export function parsePage(html: string, mostNesting: number): PageElement {
  if (estimatedDepth(html) > mostNesting) throw tooNested(mostNesting);
  const root = load(html, { sourceCodeLocationInfo: true }).root()[0]!;
  const page: PageElement = { tag: '#page', attributes: {}, children: [], line: 1 };
  // Its own stack rather than recursion: depth is the author's choice.
  const open: { from: readonly ParsedNode[]; into: PageElement; depth: number }[] = [
    { from: root.children, into: page, depth: 1 },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.depth > mostNesting) throw tooNested(mostNesting);
    for (const node of next.from) {
      const taken = take(node, next.into.line);
      if (taken === null) continue;
      next.into.children.push(taken);
      if ('tag' in taken && 'children' in node)
        open.push({ from: node.children, into: taken, depth: next.depth + 1 });
    }
  }
  return page;
}

type ParsedNode = ReturnType<ReturnType<typeof load>['root']>[number]['children'][number];

function take(node: ParsedNode, lineAround: number): PageNode | null {
  const line = node.sourceCodeLocation?.startLine ?? lineAround;
  if ('attribs' in node)
    return { tag: node.name.toLowerCase(), attributes: node.attribs, children: [], line };
  return node.type === 'text' ? { text: node.data, line } : null;
}

function estimatedDepth(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, slash] of html.matchAll(TAG)) {
    depth = slash === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}

function tooNested(most: number): UnreadableDocument {
  return new UnreadableDocument('too_nested', `内容嵌套超过 ${most} 层，不是正常的网页或文档，没有读取。`);
}

export function isElement(node: PageNode): node is PageElement {
  return 'tag' in node;
}

/** Elements below `root` of one of these tags, in reading order. */
export function elementsOf(root: PageElement, ...tags: readonly string[]): PageElement[] {
  const found: PageElement[] = [];
  const open: PageNode[] = [...root.children].reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!isElement(next)) continue;
    if (tags.includes(next.tag)) found.push(next);
    for (let index = next.children.length - 1; index >= 0; index--) open.push(next.children[index]!);
  }
  return found;
}

/** All text below an element, blanks folded as a browser does. */
export function textOf(root: PageElement): string {
  const texts: string[] = [];
  const open: PageNode[] = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!isElement(next)) texts.push(next.text);
    else for (let index = next.children.length - 1; index >= 0; index--) open.push(next.children[index]!);
  }
  return texts.join('').replace(/\s+/g, ' ').trim();
}

/** Where on a page the report itself is: the smallest element that still holds every figure and nearly every word. */
import { figuresIn } from './left-out.ts';
import { elementsOf, isElement, type PageElement, textOf } from './page-tree.ts';

/** Share of the words that an element must hold for the rest to be left out. */
const NEARLY_ALL = 0.9;
const SHORTEST_ARTICLE = 200;
/** Elements in which governments' publishing systems put the text of an article. */
const ARTICLE =
  /\b(?:TRS_Editor|trs_editor_view|TRS_UEDITOR|UCAP-CONTENT|vsb_content\w*|wp_articlecontent|article[-_]?(?:content|body|con)|news[-_]?con\w*|pages[-_]content|con(?:tent)?[-_]?(?:main|text|txt)|artibody|ArticleContent|mainText|zoom)\b/i;

/** The way down from the page; stops where a choice would lose a figure. */
export function mainContent(page: PageElement): PageElement {
  const article = findArticle(page);
  if (article !== null) return article;
  let main = page;
  for (;;) {
    const words = textOf(main);
    const figures = figuresIn(words);
    const down = main.children
      .filter(isElement)
      .filter(({ tag }) => tag !== 'table' && tag !== 'p')
      .find((child) => {
        const text = textOf(child);
        return text.length >= words.length * NEARLY_ALL && figuresIn(text) === figures;
      });
    if (down === undefined) return main;
    main = down;
  }
}

/** A named article, where it holds nearly all figures of the page; two such places are no choice. */
function findArticle(page: PageElement): PageElement | null {
  const all = figuresIn(textOf(page));
  const found: PageElement[] = [];
  const open: PageElement[] = [page];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const named = ARTICLE.test(next.attributes.class ?? '') || ARTICLE.test(next.attributes.id ?? '');
    if (named) found.push(next);
    else for (const child of next.children) if (isElement(child)) open.push(child);
  }
  const [article] = found;
  if (found.length !== 1 || article === undefined) return null;
  const text = textOf(article);
  const isWhole =
    text.length > SHORTEST_ARTICLE &&
    figuresIn(text) >= all * NEARLY_ALL &&
    amountsIn(text) === amountsIn(textOf(page)) &&
    cellsIn(article) === cellsIn(page);
  return isWhole ? article : null;
}

/** Dates and counters may stand outside an article; money and tables may not be lost. */
function amountsIn(text: string): number {
  return text.match(/\d\s*[万亿]?元/g)?.length ?? 0;
}

function cellsIn(element: PageElement): number {
  return elementsOf(element, 'td', 'th').filter((cell) => figuresIn(textOf(cell)) > 0).length;
}

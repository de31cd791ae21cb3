/** What surrounds a report on its page and is no part of it: navigation, headers, footers, scripts, hidden parts. */
import { elementsOf, isElement, type PageElement, type PageNode, textOf } from './page-tree.ts';

const NEVER_SHOWN = new Set(
  'script style noscript template head iframe object embed applet svg canvas audio video map select option button textarea datalist dialog'.split(
    ' ',
  ),
);
const FURNITURE_TAGS = new Set(['nav', 'aside', 'footer', 'menu']);
const FURNITURE_ROLES = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'search',
  'menu',
  'menubar',
  'dialog',
]);
/** Elements that can be furniture; a cell or a paragraph of this class is set out like it, no more. */
const BOXES = new Set([
  'div',
  'ul',
  'ol',
  'dl',
  'section',
  'table',
  'form',
  'center',
  'header',
  'nav',
  'aside',
  'footer',
]);
/** Words in class names and ids, between `-`, `_` and changes of case, as the systems that publish government sites write them. */
const FURNITURE_WORDS = wordSet(
  `nav navbar navigation menu submenu topbar toplink footer copyright crumb crumbs breadcrumb breadcrumbs curmb dqwz
   wzdh sidebar share bdshare bshare jiathis qrcode ewm pagination pager pagebar search login toolbar banner
   friendlink friendlinks yqlj xgwz prevnext fontsize advert popup modal weixin weibo gotop backtop feedback comment
   comments language wza accessibility`,
);
/** Words that mean furniture only where they are the whole name: `margin-bottom` and `article-header` are none. */
const FURNITURE_NAMES = wordSet(
  `header head top foot bottom position location side tools links related relate recommend hot print close ads mask
   head_top pages_bar prev_next`,
);
const HIDDEN_STYLE = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
/** "版权所有：…", "浏览次数：17", "字号：大 中 小", "【打印本页】": the site speaks, not the bureau. */
const SITE_LINE =
  /ICP备|公网安备|网站标识码|版权所有|技术支持\s*[:：]|(?:浏览|阅读|访问|点击)(?:次数|量|数)\s*[:：]|字[体号]\s*[:：]|打印本页|关闭窗口|扫一扫|分享到|责任编辑\s*[:：]|(?:当前|您的|您现在的)位置\s*[:：]|^\s*[上下]一篇\s*[:：]/;
/** Sites do not speak of money. */
const MONEY = /\d\s*[万亿]?元/;
const LONGEST_SITE_LINE = 120;
const FIGURE = /\d+(?:[,，]\d{3})*(?:\.\d+)?/g;
/** A list in which nearly everything is a link leads away from the page. */
const LINK_SHARE = 0.7;
const FEWEST_LINKS = 4;

/** A copy without what is not shown and what is furniture; `hidden` counts the figures that were there but not shown. */
export function visiblePart(page: PageElement): { page: PageElement; hiddenFigures: number } {
  let hiddenFigures = 0;
  const copy = (element: PageElement): PageElement => ({
    ...element,
    children: element.children.flatMap((child): PageNode[] => {
      if (!isElement(child)) return [child];
      if (isHidden(child)) {
        hiddenFigures += figuresIn(textOf(child));
        return [];
      }
      return isFurniture(child) ? [] : [copy(child)];
    }),
  });
  return { page: copy(page), hiddenFigures };
}

function isHidden(element: PageElement): boolean {
  if (NEVER_SHOWN.has(element.tag)) return false;
  const { attributes } = element;
  return (
    'hidden' in attributes ||
    attributes['aria-hidden'] === 'true' ||
    HIDDEN_STYLE.test(attributes.style ?? '') ||
    (element.tag === 'input' && attributes.type === 'hidden')
  );
}

function isFurniture(element: PageElement): boolean {
  if (NEVER_SHOWN.has(element.tag)) return true;
  if (!BOXES.has(element.tag) || holdsTable(element) || MONEY.test(textOf(element))) return false;
  if (FURNITURE_TAGS.has(element.tag) || FURNITURE_ROLES.has(element.attributes.role ?? '')) return true;
  // `<header>` of an article holds its title.
  if (element.tag === 'header' || isNamedFurniture(element))
    return elementsOf(element, 'h1').length === 0 && isShort(element);
  return isLinkList(element);
}

/** A careless class name on a wrapper must not take the report with it. */
function isShort(element: PageElement): boolean {
  return textOf(element).length < 600 || linkShare(element) >= LINK_SHARE;
}

function isNamedFurniture({ attributes }: PageElement): boolean {
  const names = `${attributes.class ?? ''} ${attributes.id ?? ''}`.split(/\s+/).filter((name) => name !== '');
  return names.some(
    (name) =>
      FURNITURE_NAMES.has(name.toLowerCase()) || wordsOf(name).some((word) => FURNITURE_WORDS.has(word)),
  );
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[-_\d]+/);
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

const LISTS = new Set(['ul', 'ol', 'dl', 'div', 'section']);

function isLinkList(element: PageElement): boolean {
  if (!LISTS.has(element.tag)) return false;
  const links = elementsOf(element, 'a').filter(leadsAway);
  return links.length >= FEWEST_LINKS && linkShare(element) >= LINK_SHARE;
}

/** Not to a place on the same page (a table of contents) and not to a file to download. */
function leadsAway(link: PageElement): boolean {
  const href = link.attributes.href ?? '';
  return href !== '' && !href.startsWith('#') && !isAttachmentLink(link);
}

/** "附件1：某表.xlsx", or any link to a file of a format in which reports are published. */
export function isAttachmentLink(link: PageElement): boolean {
  const form = /\.(?:pdf|docx?|xlsx?|zip|rar|7z|wps|et|ofd)(?:[?#]|$)/i;
  return form.test(link.attributes.href ?? '') || form.test(textOf(link));
}

function linkShare(element: PageElement): number {
  const linked = elementsOf(element, 'a')
    .filter(leadsAway)
    .reduce((sum, link) => sum + textOf(link).length, 0);
  return linked / Math.max(1, textOf(element).replace(/\d{4}-\d{2}-\d{2}/g, '').length);
}

function holdsTable(element: PageElement): boolean {
  return elementsOf(element, 'table').some((table) => figuresIn(textOf(table)) > 3);
}

/** Whether a line was written by the site around the report. */
export function isSiteLine(text: string): boolean {
  return text.length <= LONGEST_SITE_LINE && SITE_LINE.test(text) && !MONEY.test(text);
}

export function figuresIn(text: string): number {
  return text.match(FIGURE)?.length ?? 0;
}

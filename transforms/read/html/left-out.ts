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
/** Parts of class names and ids, whole words between `-`, `_` and changes of case, as the systems that publish government sites write them. */
const FURNITURE_NAMES = new Set(
  `nav navbar navigation menu submenu header head_top topbar top toplink footer foot bottom copyright crumb crumbs
   breadcrumb breadcrumbs position location curmb dqwz wzdh sidebar side share bdshare bshare jiathis qrcode ewm
   pagination pager pagebar pages_bar search login toolbar tools banner friendlink friendlinks links yqlj relate related
   xgwz recommend hot prevnext prev_next fontsize print close advert ads popup modal mask weixin weibo gotop backtop
   feedback comment comments language wza accessibility`.split(/\s+/),
);
const HIDDEN_STYLE = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
/** "版权所有 … ICP备2021000001号", "网站标识码：…", "浏览次数：", "字号：大 中 小", "【打印本页】": the site speaks, not the bureau. */
const SITE_LINE =
  /ICP备|公网安备|网站标识码|版权所有|技术支持|浏览次数|阅读次数|点击数|访问量|字[体号]\s*[:：]|打印本页|关闭窗口|扫一扫|分享到|责任编辑|当前位置|您的位置|您现在的位置|上一篇|下一篇/;
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
  if (FURNITURE_TAGS.has(element.tag) || FURNITURE_ROLES.has(element.attributes.role ?? ''))
    return !holdsTable(element);
  // `<header>` of an article holds its title.
  const named = namesOf(element).some((name) => FURNITURE_NAMES.has(name));
  if (element.tag === 'header' || named)
    return !holdsTable(element) && elementsOf(element, 'h1').length === 0 && isShort(element);
  return isLinkList(element);
}

/** A careless class name on a wrapper must not take the report with it. */
function isShort(element: PageElement): boolean {
  return textOf(element).length < 600 || linkShare(element) >= LINK_SHARE;
}

function namesOf({ attributes }: PageElement): string[] {
  return `${attributes.class ?? ''} ${attributes.id ?? ''}`
    .split(/\s+/)
    .flatMap((name) => [
      name.toLowerCase(),
      ...name
        .replace(/([a-z])([A-Z])/g, '$1-$2')
        .toLowerCase()
        .split(/[-_\d]+/),
    ])
    .filter((name) => name !== '');
}

const LISTS = new Set(['ul', 'ol', 'dl', 'div', 'section']);

function isLinkList(element: PageElement): boolean {
  if (!LISTS.has(element.tag) || holdsTable(element)) return false;
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
  return text.length <= LONGEST_SITE_LINE && SITE_LINE.test(text);
}

export function figuresIn(text: string): number {
  return text.match(FIGURE)?.length ?? 0;
}

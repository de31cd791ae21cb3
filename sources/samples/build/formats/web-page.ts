/** The report as a page of the office's site, between its menu and its footer. */
import type { Page, PrintedTable } from '../page.ts';
import { mergedCells } from './merged-cells.ts';

const STYLE = 'table{border-collapse:collapse}td{border:1px solid #888;padding:2px 6px}';

/** `charset` is what the page says of itself; null for pages that leave it to the server. */
export function webPage(page: Page, charset: 'utf-8' | null): string {
  const title = String(page.blocks[0]);
  return [
    '<!DOCTYPE html>',
    '<html lang="zh-CN">',
    '<head>',
    ...(charset === null ? [] : [`<meta charset="${charset}">`]),
    `<title>${title}_示例省甲县人民政府</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<nav><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/bsfw/">办事服务</a></li><li><a href="/hd/">互动交流</a></li></ul></nav>',
    '<p class="crumbs">当前位置：首页 &gt; 政务公开 &gt; 财政信息</p>',
    '<article>',
    `<h1>${title}</h1>`,
    '<p class="meta">发布日期：2026-08-20　浏览次数：1286　字号：大 中 小</p>',
    ...page.blocks
      .slice(1)
      .map((block) => (typeof block === 'string' ? `<p>${escaped(block)}</p>` : tableOf(block))),
    '</article>',
    '<footer><p>主办：示例省甲县人民政府办公室　联系电话：0000-1234567</p><p>网站标识码：9901210001</p></footer>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function tableOf(table: PrintedTable): string {
  const cells = mergedCells(table);
  const rows = table.rows.map((_, row) => {
    const own = cells.filter((cell) => cell.row === row);
    return `<tr>${own.map(({ text, rowSpan, columnSpan }) => `<td${span('rowspan', rowSpan)}${span('colspan', columnSpan)}>${escaped(text)}</td>`).join('')}</tr>`;
  });
  return `<table>\n${rows.join('\n')}\n</table>`;
}

function span(name: string, count: number): string {
  return count > 1 ? ` ${name}="${count}"` : '';
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

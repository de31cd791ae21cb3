import { describe, expect, it } from 'vitest';
import type { Document, Table } from '../../../transforms/read/document.ts';
import { readDocument } from '../../../transforms/read/read-document.ts';

const read = (page: string, name = 'a.html') => readDocument(new TextEncoder().encode(page), name);
const page = (body: string, head = '') =>
  `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const tablesOf = (document: Document) =>
  document.blocks.filter((block): block is Table => block.kind === 'table');
const textsOf = (table: Table) => table.grid.map((row) => row.map((cell) => cell?.text ?? null));
const linesOf = (document: Document) =>
  document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));

const STATEMENT = `<table>
<tr><td colspan="3">收入决算表</td></tr><tr><td colspan="2">部门：示例县财政局</td><td>单位：万元</td></tr>
<tr><th rowspan="2">项目</th><th colspan="2">决算数</th></tr><tr><th>合计</th><th>拨款</th></tr>
<tr><td><p>一般公共</p><p>预算</p></td><td>341.39</td><td>340.00</td></tr>
<tr><td colspan="3">注：本表为示例。</td></tr></table>`;
const GRID = [
  ['项目', '决算数', '决算数'],
  ['项目', '合计', '拨款'],
  ['一般公共预算', '341.39', '340.00'],
];
const ARTICLE = `<h1>示例县财政局2024年度部门决算</h1><p>一、收支情况</p><p>全年收入341.39万元。</p>${STATEMENT}`;

describe('a page', () => {
  it('gives headings, captions, merged cells and notes, with lines of the source', async () => {
    const document = await read(page(ARTICLE));
    const [table] = tablesOf(document);
    expect(textsOf(table!)).toEqual(GRID);
    expect(table!.captions.map(({ text }) => text)).toEqual([
      '收入决算表',
      '部门：示例县财政局',
      '单位：万元',
    ]);
    expect(table!.notes.map(({ text }) => text)).toEqual(['注：本表为示例。']);
    expect(table!.grid[2]![1]!.location).toEqual({ table: 1, line: 4, row: 5, column: 2 });
    expect(linesOf(document)).toEqual([
      '示例县财政局2024年度部门决算',
      '一、收支情况',
      '全年收入341.39万元。',
    ]);
  });

  it('leaves out what the site puts around it', async () => {
    const links = (count: number) =>
      Array.from({ length: count }, (_, index) => `<li><a href="/${index}.html">栏目${index}</a></li>`).join(
        '',
      );
    const document = await read(
      page(
        `<div class="header"><img alt="x">示例县人民政府</div><ul>${links(12)}</ul>
         <div class="dqwz">当前位置：<a href="/">首页</a></div>
         <div class="wrap"><div class="TRS_Editor">${ARTICLE}</div></div>
         <div class="sidebar"><ul>${links(8)}</ul></div>
         <script>var total = 99;</script><style>.a { width: 12px }</style>
         <div class="footer">版权所有：示例县人民政府 ICP备12345678号 网站标识码1234567890</div>`,
      ),
    );
    expect(linesOf(document)).toEqual([
      '示例县财政局2024年度部门决算',
      '一、收支情况',
      '全年收入341.39万元。',
    ]);
    expect(tablesOf(document).map(textsOf)).toEqual([GRID]);
  });

  it('keeps text whose classes only sound like furniture, and lines that speak of money', async () => {
    const document = await read(
      page(
        `<h1>示例县财政局2024年度部门决算</h1><div class="margin-bottom"><p class="top">第一段说明全年工作。</p></div>
         <div class="article-header">第二段说明全年工作。</div><div class="bottom">系统技术支持：支出12.00万元。</div>
         <table><tr><td class="top">项目</td><td class="print">决算数</td></tr><tr><td class="nav">合计</td><td>7.50</td></tr></table>`,
      ),
    );
    expect(linesOf(document)).toEqual([
      '示例县财政局2024年度部门决算',
      '第一段说明全年工作。',
      '第二段说明全年工作。',
      '系统技术支持：支出12.00万元。',
    ]);
    expect(tablesOf(document).map(textsOf)).toEqual([
      [
        ['项目', '决算数'],
        ['合计', '7.50'],
      ],
    ]);
  });

  it('takes the title that stands outside the text, and what the page says of itself', async () => {
    const document = await read(
      page(
        `<h2 class="title">示例县财政局2024年度部门决算</h2><div class="info">发布时间：2025-08-30 浏览次数：17</div>
         <div id="zoom"><p>${'全年各项工作平稳推进，收支情况如下所述。'.repeat(20)}</p><p>全年收入341.39万元，支出340.00万元。</p>${STATEMENT}</div>`,
        '<meta name="ArticleTitle" content="示例县财政局2024年度部门决算"><meta name="PubDate" content="2025-08-30">',
      ),
    );
    expect(linesOf(document)[0]).toBe('示例县财政局2024年度部门决算');
    expect(document.properties).toEqual({ title: '示例县财政局2024年度部门决算', published: '2025-08-30' });
  });

  it('reads the tables inside a table that sets out the page', async () => {
    const document = await read(
      page(`<table><tr><td><p>导言。</p></td></tr><tr><td>${STATEMENT}</td></tr></table>`),
    );
    expect(tablesOf(document).map(textsOf)).toEqual([GRID]);
    expect(linesOf(document)).toEqual(['导言。']);
  });

  it('reads what is hidden not, and says how many figures it holds', async () => {
    const document = await read(page(`${ARTICLE}<div style="display: none">上年数 12.50 和 13.00</div>`));
    expect(document.notes).toMatchObject([
      { code: 'hidden_content', message: expect.stringContaining('2 个数字') },
    ]);
  });

  it('names the files that hang on it', async () => {
    const document = await read(page(`${ARTICLE}<p><a href="./P1.xlsx">附件：公开表.xlsx</a></p>`));
    expect(document.notes).toMatchObject([
      { code: 'attachment', message: expect.stringContaining('公开表.xlsx（./P1.xlsx）') },
    ]);
  });

  it('clamps spans that no form has, and says so', async () => {
    const document = await read(
      page(`${ARTICLE}<table><tr><td rowspan="60000">甲</td><td>1</td></tr><tr><td>2</td></tr></table>`),
    );
    expect(textsOf(tablesOf(document)[1]!)).toEqual([
      ['甲', '1'],
      ['甲', '2'],
    ]);
    expect(document.notes).toMatchObject([{ code: 'span_clamped' }]);
  });

  it('reads tables set with tabs in preformatted text', async () => {
    const document = await read(
      page('<h1>示例县财政局2024年度部门决算</h1><pre>项目\t决算数\n合计\t7.50\n人员\t5.00</pre>'),
    );
    expect(tablesOf(document).map(textsOf)).toEqual([
      [
        ['项目', '决算数'],
        ['合计', '7.50'],
        ['人员', '5.00'],
      ],
    ]);
  });

  it.each([
    [
      'quoted-printable',
      (text: string) =>
        [...Buffer.from(text)]
          .map((byte) => `=${byte.toString(16).padStart(2, '0').toUpperCase()}`)
          .join('')
          .replace(/(.{72})/g, '$1=\r\n'),
    ],
    [
      'base64',
      (text: string) =>
        Buffer.from(text)
          .toString('base64')
          .replace(/(.{76})/g, '$1\r\n'),
    ],
    ['8bit', (text: string) => text],
  ])('in a web archive, written as %s, is read', async (encoding, encode) => {
    const archive = [
      'From: <Saved by a browser>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;',
      '\tboundary="----=_Next"',
      '',
      '------=_Next',
      'Content-Type: image/png',
      '',
      'x',
      '------=_Next',
      `Content-Transfer-Encoding: ${encoding}`,
      'Content-Type: text/html; charset="utf-8"',
      '',
      encode(page(ARTICLE)),
      '------=_Next--',
    ].join('\r\n');
    expect(tablesOf(await read(archive, '决算.doc')).map(textsOf)).toEqual([GRID]);
  });

  it.each([
    ['<h1>404 Not Found</h1><hr>nginx', '<title>404 Not Found</title>', 'html_error_page'],
    ['<p>对不起，您访问的页面不存在！</p>', '', 'html_error_page'],
    ['<form>用户名<input>密码<input></form>', '<title>统一身份认证</title>', 'html_error_page'],
    ['<p>请输入验证码后继续访问</p>', '', 'html_error_page'],
    ['<h1>502 Bad Gateway</h1>', '', 'html_error_page'],
    ['<p>您的访问被拦截，事件编号 12</p>', '<title>访问被拦截</title>', 'html_error_page'],
    ['<div id="app"></div><script src="/app.js"></script>', '', 'html_without_content'],
  ])('refuses %s', async (body, head, code) => {
    await expect(read(page(body, head))).rejects.toMatchObject({ code });
  });

  it('reads a report that speaks of pages that do not exist', async () => {
    const long = `<p>${'本局完善门户网站，及时处理访问的页面不存在等问题，提高服务水平。'.repeat(30)}</p>`;
    expect(linesOf(await read(page(`${ARTICLE}${long}`))).length).toBe(4);
  });
});

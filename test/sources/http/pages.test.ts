import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePage } from '../../../sources/http/decode-page.ts';
import { fileNameIn, retryAfterSeconds, safeFileName } from '../../../sources/http/headers.ts';
import { falsePage } from '../../../sources/http/judge-page.ts';
import { looksLikeFile, mediaOf, nameFitting } from '../../../sources/http/media.ts';
import { readPage } from '../../../sources/http/read-page.ts';
import { kindInTitle, yearInTitle } from '../../../sources/http/title-words.ts';
import { troubleOf } from '../../../sources/http/trouble.ts';
import { gbk } from '../../support/gbk.ts';

describe('the name of a download', () => {
  const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
  it.each([
    ['attachment; filename="a.pdf"', 'a.pdf'],
    ['attachment;filename=a b.pdf', 'a b.pdf'],
    [`attachment; filename=${latin(Buffer.from('决算.pdf'))}`, '决算.pdf'],
    [`attachment; filename="${latin(gbk('决算.pdf'))}"`, '决算.pdf'],
    ['attachment; filename="%E5%86%B3%E7%AE%97.pdf"', '决算.pdf'],
    ["attachment; filename*=UTF-8''%E5%86%B3%E7%AE%97.pdf; filename=x.pdf", '决算.pdf'],
    ["attachment; filename*=gb18030''%BE%F6%CB%E3.pdf", '决算.pdf'],
    ["attachment; filename*=UTF-8''%BE%F6%CB%E3.pdf", '决算.pdf'],
    ['attachment; filename="=?utf-8?B?5Yaz566XLnBkZg==?="', '决算.pdf'],
    ['attachment; filename="=?GBK?Q?=BE=F6=CB=E3.pdf?="', '决算.pdf'],
    ['attachment; filename="..\\\\..\\\\a.pdf"', 'a.pdf'],
    ['attachment; filename="/etc/passwd"', 'passwd'],
    ['attachment; filename=".."', null],
    ['attachment; filename=""', null],
    ['inline', null],
  ])('in %s is %s', (disposition, name) => {
    expect(fileNameIn({ 'content-disposition': disposition })).toBe(name);
  });

  it('is one part of a path, without marks that turn text around, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const safe = safeFileName(name);
        if (safe === null) return;
        expect(safe).not.toMatch(/[/\\\u0000-\u001f\u202a-\u202e]|^\.|^$/);
        expect(safe.length).toBeLessThanOrEqual(120);
      }),
    );
  });

  it.each([
    ['download.jsp', 'pdf', 'download.jsp.pdf'],
    ['a.PDF', 'pdf', 'a.PDF'],
    ['a.docx', 'office_zip', 'a.docx'],
    ['a', 'html', 'a.html'],
    ['a.pdf', 'office_old', 'a.pdf.doc'],
  ] as const)('%s of a %s becomes %s', (name, media, fitting) => {
    expect(nameFitting(name, media)).toBe(fitting);
  });
});

describe('a time to wait', () => {
  const now = new Date('2026-11-01T00:00:00Z');
  it.each([
    ['120', 120],
    ['Sun, 01 Nov 2026 00:01:00 GMT', 60],
    ['Sun, 01 Nov 2020 00:01:00 GMT', 0],
    ['soon', null],
    ['', null],
  ])('%s is %s seconds', (header, seconds) => {
    expect(retryAfterSeconds({ 'retry-after': header }, now)).toBe(seconds);
  });
});

describe('a page', () => {
  it.each([
    ['UTF-8', Buffer.from('<p>决算</p>'), {}],
    [
      'UTF-8 called GBK',
      Buffer.from('<meta charset=gbk><p>决算</p>'),
      { 'content-type': 'text/html;charset=gb2312' },
    ],
    ['GBK', gbk('<p>决算</p>'), {}],
    ['GBK called UTF-8', gbk('<meta charset="utf-8"><p>决算</p>'), {}],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<p>决算</p>', 'utf16le')]), {}],
  ])('in %s is read', (_, bytes, headers) => {
    expect(decodePage(bytes, headers)).toContain('<p>决算</p>');
  });

  it('gives links whole, once, and without what is none', () => {
    const { links, attachments, next, title } = readPage(
      `<title>甲县</title><nav><a href="/nav">导航</a></nav>
       <a href="t1.html#top" title="2024年度部门决算公开">2024年度部…</a><a href="t1.html"></a>
       <a href="javascript:void(0)">决算</a><a href="mailto:a@b">信箱</a><a href="http://[">坏</a>
       <a href="/f/x.PDF">表</a><a href="/down?name=a.xlsx">表二</a><a href="/get?id=1">附件.docx</a>
       <a href="index_2.html">下一页</a>`,
      'http://a.example/list/index.html',
    );
    expect(title).toBe('甲县');
    expect(links[0]).toEqual({
      url: 'http://a.example/list/t1.html',
      text: '2024年度部门决算公开',
      date: null,
    });
    expect(links.map(({ url }) => url)).not.toContain('http://a.example/nav');
    expect(links).toHaveLength(5);
    expect(attachments.map(({ url }) => url)).toEqual([
      'http://a.example/f/x.PDF',
      'http://a.example/down?name=a.xlsx',
      'http://a.example/get?id=1',
    ]);
    expect(next).toBe('http://a.example/list/index_2.html');
  });

  it.each([
    ['<meta name="PubDate" content="2025-08-20 09:30:00">', '/a.html', '2025-08-20'],
    ['<p>发布时间：2025年8月5日</p>', '/a.html', '2025-08-05'],
    ['', '/202508/t20250821_123.html', '2025-08-21'],
    ['', '/art/2025/8/2/art_1_2.html', '2025-08-02'],
    ['<p>发布时间：2025-02-31</p>', '/a.html', null],
    ['<p>截至2024年12月31日</p>', '/a.html', null],
  ])('%s at %s was published on %s', (html, path, date) => {
    expect(readPage(html, `http://a.example${path}`).publishedOn).toBe(date);
  });

  it.each([
    ['<title>404 Not Found</title><h1>Not Found</h1>', 'soft_404'],
    ['<p>抱歉，您访问的文章已被删除</p>', 'soft_404'],
    ['<p>栏目不存在</p>', 'soft_404'],
    ['<title>统一身份认证</title><p>登录</p><input type="password">', 'login_page'],
    ['<p>请拖动滑块完成安全验证</p>', 'captcha'],
    ['<p>您的请求被拦截，事件编号 1</p>', 'captcha'],
    ['<p>服务器内部错误</p>', 'server_error'],
    ['<p>2024年度部门决算：支出404万元。</p>', null],
    [`<p>${'甲县医疗保障局2024年度部门决算情况说明。'.repeat(60)}附件不存在。</p>`, null],
    ['<table><tr><td>404</td><td>页面不存在</td><td>1</td><td>2</td></tr></table>', null],
    ['<form>站内登录<input type="password"></form>' + '<p>支出决算情况说明。</p>'.repeat(120), null],
  ])('%s is %s', (html, code) => {
    expect(falsePage(readPage(html, 'http://a.example/'))).toBe(code);
  });

  it('never throws, whatever a site sends', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.string({ maxLength: 30 }), (bytes, charset) => {
        const text = decodePage(bytes, { 'content-type': `text/html; charset=${charset}` });
        falsePage(readPage(text, 'http://a.example/'));
        mediaOf(bytes);
      }),
    );
  });
});

describe('a title', () => {
  it.each([
    ['甲县财政局2024年度部门决算', 2024, 'final_accounts'],
    ['2024年部门预算公开', 2024, 'budget'],
    ['2023年度部门决算及2024年部门预算', null, null],
    ['部门预决算公开', null, null],
    ['2024年度部门整体支出绩效自评报告', 2024, 'self_evaluation'],
    ['2024年度预算绩效自评', 2024, 'self_evaluation'],
    ['2024年项目支出绩效自评表', 2024, 'project_evaluation'],
    ['2024年8月30日公示', null, null],
  ])('%s speaks of %s and is %s', (title, year, kind) => {
    expect([yearInTitle(title), kindInTitle(title)]).toEqual([year, kind]);
  });

  it.each([
    ['http://a.example/x.pdf', '', true],
    ['http://a.example/x', '决算.xlsx', true],
    ['http://a.example/x.jsp?f=a.doc', '', true],
    ['http://a.example/pdf', '决算', false],
  ])('%s %s leads to a file: %s', (url, text, answer) => {
    expect(looksLikeFile(url, text)).toBe(answer);
  });
});

describe('a trouble', () => {
  it.each([
    ['CERT_HAS_EXPIRED', 'tls_expired'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls_wrong_name'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls_self_signed'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls_untrusted'],
    ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'tls_old'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls_failed'],
    ['ENOTFOUND', 'dns_failed'],
    ['ECONNREFUSED', 'connect_failed'],
    ['UND_ERR_BODY_TIMEOUT', 'silent'],
    ['Z_DATA_ERROR', 'bad_encoding'],
  ])('%s of the system is %s', (code, trouble) => {
    const cause = Object.assign(new Error('x'), { code });
    expect(troubleOf(new Error('fetch failed', { cause }), 'http://a.example/').code).toBe(trouble);
    expect(troubleOf(new AggregateError([cause]), 'http://a.example/').code).toBe(trouble);
  });

  it('that the network does not make is ours, and thrown on', () => {
    expect(() => troubleOf(new TypeError('x is undefined'), 'http://a.example/')).toThrow(TypeError);
  });
});

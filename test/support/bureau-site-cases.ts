/** What sites of bureaus do, one case each, and what a careful visitor comes home with. */
import { gzipSync } from 'node:zlib';
import { BOMB, file, html, link, list, page, pdf, redirect, type SiteCase, send } from './bureau-site.ts';
import { gbk } from './gbk.ts';

const ONE = link('/2024.html', '2024年度部门决算');
const detail = (...links: string[]) =>
  html(page(`<h1>2024年度部门决算</h1><p>发布时间：2025-08-21</p>${links.join('')}`));
const attachment = (href = '/2024.pdf', text = '附件：2024年度部门决算.pdf') =>
  `<a href="${href}">${text}</a>`;
/** A list with one page with one attachment, which is what the case is about. */
const oneFile = (answer: SiteCase['paths'][string]): SiteCase['paths'] => ({
  '/': list(ONE),
  '/2024.html': detail(attachment()),
  '/2024.pdf': answer,
});
/** A list with one page, which is what the case is about. */
const onePage = (answer: SiteCase['paths'][string]): SiteCase['paths'] => ({
  '/': list(ONE),
  '/2024.html': answer,
});

export const REPORT_BODY = page(
  `<h1>示例单位2024年度部门决算</h1><table><tr><td>单位：万元</td><td>项目</td></tr><tr><td>本年支出合计</td><td>120.50</td></tr></table><p>支出120.50万元。浏览次数：@</p>`,
  '<meta name="PubDate" content="2025-08-22 10:00:00">',
);

const encodings: SiteCase[] = [
  {
    name: 'gbk-meta',
    behaves: 'GBK said by a meta element',
    paths: {
      '/': html(gbk(page(`<ul>${ONE}</ul>`, '<meta charset="gb2312">')), {}),
      '/2024.html': html(gbk(page(attachment(), '<meta charset="gbk">')), {}),
      '/2024.pdf': file('gbk-meta'),
    },
    had: ['gbk-meta'],
  },
  {
    name: 'gbk-silent',
    behaves: 'GBK said nowhere',
    paths: {
      '/': html(gbk(page(`<ul>${ONE}</ul>`)), {}),
      '/2024.html': html(gbk(page(attachment())), { 'content-type': 'text/html' }),
      '/2024.pdf': file('gbk-silent'),
    },
    had: ['gbk-silent'],
  },
  {
    name: 'gbk-lies',
    behaves: 'GBK that calls itself UTF-8',
    paths: {
      '/': html(gbk(page(`<ul>${ONE}</ul>`, '<meta charset="utf-8">'))),
      '/2024.html': html(gbk(page(attachment(), '<meta charset="utf-8">'))),
      '/2024.pdf': file('gbk-lies'),
    },
    had: ['gbk-lies'],
  },
  {
    name: 'utf8-lies',
    behaves: 'UTF-8 that calls itself GBK',
    paths: {
      '/': html(page(`<ul>${ONE}</ul>`, '<meta charset="gb2312">'), {
        'content-type': 'text/html; charset=gbk',
      }),
      '/2024.html': detail(attachment()),
      '/2024.pdf': file('utf8-lies'),
    },
    had: ['utf8-lies'],
  },
  {
    name: 'name-gbk',
    behaves: 'a file name in bytes of GBK',
    paths: oneFile(
      file('name-gbk', {
        'content-disposition': `attachment; filename="${gbk('甲县决算.pdf').toString('latin1')}"`,
      }),
    ),
    had: ['name-gbk'],
    names: ['甲县决算.pdf'],
  },
  {
    name: 'name-rfc',
    behaves: 'a file name as RFC 5987 wants it, on an address without an ending',
    paths: {
      '/': list(ONE),
      '/2024.html': detail(attachment('/download?id=7')),
      '/download?id=7': file('name-rfc', {
        'content-disposition': `attachment; filename="x.pdf"; filename*=UTF-8''${encodeURIComponent('乙县决算.pdf')}`,
      }),
    },
    had: ['name-rfc'],
    names: ['乙县决算.pdf'],
  },
  {
    name: 'name-path',
    behaves: 'a Chinese name in the path',
    paths: {
      '/': list(ONE),
      '/2024.html': detail(attachment('/附件/丙县 决算.pdf')),
      [encodeURI('/附件/丙县 决算.pdf')]: file('name-path'),
    },
    had: ['name-path'],
    names: ['丙县 决算.pdf'],
  },
  {
    name: 'name-evil',
    behaves: 'a file name that climbs out of its folder',
    paths: oneFile(
      file('name-evil', { 'content-disposition': 'attachment; filename="../../../etc/cron.d/x.pdf"' }),
    ),
    had: ['name-evil'],
    names: ['x.pdf'],
  },
];

const redirects: SiteCase[] = [
  {
    name: 'moved',
    behaves: 'a file that moved within the site, twice',
    paths: {
      ...oneFile(redirect(() => '/b.pdf', 301)),
      '/b.pdf': redirect(() => '/年.pdf'.replace('年', encodeURIComponent('年'))),
      '/%E5%B9%B4.pdf': file('moved'),
    },
    had: ['moved'],
  },
  {
    name: 'loop',
    behaves: 'redirects in a circle',
    paths: { ...oneFile(redirect(() => '/a.pdf')), '/a.pdf': redirect(() => '/2024.pdf') },
    had: [],
    troubles: [['redirect_loop', '/2024.pdf']],
  },
  {
    name: 'endless',
    behaves: 'redirects without end',
    paths: {
      ...oneFile(redirect(() => '/r0')),
      ...Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`/r${n}`, redirect(() => `/r${n + 1}`)])),
    },
    had: [],
    troubles: [['too_many_redirects', '/2024.pdf']],
    never: ['/r8'],
  },
  {
    name: 'abroad',
    behaves: 'a redirect to another host',
    paths: oneFile(redirect(({ forbiddenPort }) => `http://other.example:${forbiddenPort}/2024.pdf`)),
    had: [],
    troubles: [['host_not_listed', '/2024.pdf']],
  },
  {
    name: 'inside',
    behaves: 'a redirect to a private address',
    paths: oneFile(redirect(({ forbiddenPort }) => `http://127.0.0.1:${forbiddenPort}/2024.pdf`)),
    had: [],
    troubles: [['host_not_listed', '/2024.pdf']],
  },
  {
    name: 'listed-private',
    behaves: 'a registered file server that is this machine by its address, by number, by IPv6 and by name',
    paths: {
      '/': list(ONE),
      '/2024.html': (_, response, { forbiddenPort: port }) =>
        send(
          response,
          page(
            ['127.0.0.1', '2130706433', '[::ffff:127.0.0.1]', 'rebound.example']
              .map((host) => attachment(`http://${host}:${port}/2024.pdf`))
              .join(''),
          ),
        ),
    },
    entry: { hosts: ['127.0.0.1:FORBIDDEN', 'rebound.example:FORBIDDEN', '[::ffff:7f00:1]:FORBIDDEN'] },
    had: [],
    troubles: [
      ['forbidden_address', '/2024.pdf'],
      ['forbidden_address', '/2024.pdf'],
      ['forbidden_address', '/2024.pdf'],
    ],
  },
  {
    name: 'script',
    behaves: 'links that are no addresses',
    paths: {
      '/': list(
        link('javascript:alert(1)', '2023年部门决算'),
        link('file:///etc/passwd', '2022年部门决算'),
        ONE,
      ),
      '/2024.html': detail(attachment('ftp://x.example/a.pdf'), attachment()),
      '/2024.pdf': file('script'),
    },
    had: ['script'],
  },
  {
    name: 'offsite',
    behaves: 'an attachment on a host that is not registered',
    paths: {
      '/': list(ONE),
      '/2024.html': (_, response, { forbiddenPort }) =>
        send(response, page(attachment(`http://files.example:${forbiddenPort}/a.pdf`) + attachment())),
      '/2024.pdf': file('offsite'),
    },
    had: ['offsite'],
    troubles: [['host_not_listed', '/a.pdf']],
  },
  {
    name: 'nowhere',
    behaves: 'a redirect that names no place',
    paths: oneFile((_, response) => send(response, '', {}, 302)),
    had: [],
    troubles: [['bad_redirect', '/2024.pdf']],
  },
];

const lines: SiteCase[] = [
  {
    name: 'busy',
    behaves: '429 with a time to wait, then the file',
    paths: oneFile((request, response, { asked }) =>
      asked(request) === 1
        ? send(response, '', { 'retry-after': '1' }, 429)
        : send(response, pdf('busy'), { 'content-type': 'application/pdf' }),
    ),
    had: ['busy'],
  },
  {
    name: 'busy-long',
    behaves: '503 with an hour to wait',
    paths: oneFile((_, response) => send(response, '', { 'retry-after': '3600' }, 503)),
    had: [],
    troubles: [['busy', '/2024.pdf']],
  },
  {
    name: 'shaky',
    behaves: '500 twice, then the file',
    paths: oneFile((request, response, { asked }) =>
      asked(request) < 3 ? send(response, '', {}, 500) : send(response, pdf('shaky')),
    ),
    had: ['shaky'],
  },
  {
    name: 'broken',
    behaves: '502 always',
    paths: oneFile((_, response) => send(response, '', {}, 502)),
    had: [],
    troubles: [['server_error', '/2024.pdf']],
  },
  {
    name: 'reset',
    behaves: 'a connection that is torn at first',
    paths: oneFile((request, response, { asked }) =>
      asked(request) === 1 ? void request.socket.destroy() : send(response, pdf('reset')),
    ),
    had: ['reset'],
  },
  {
    name: 'drip',
    behaves: 'a byte now and then, never silent for long',
    paths: oneFile((_, response) => {
      response.writeHead(200, { 'content-type': 'application/pdf' });
      const timer = setInterval(() => response.write('%'), 60);
      response.on('close', () => clearInterval(timer));
    }),
    had: [],
    troubles: [['too_slow', '/2024.pdf']],
  },
  {
    name: 'silent',
    behaves: 'a beginning, and then nothing',
    paths: oneFile((_, response) => {
      response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': '9000' });
      response.write('%PDF-1.4\n');
    }),
    had: [],
    troubles: [['silent', '/2024.pdf']],
  },
  {
    name: 'deaf',
    behaves: 'no answer at all',
    paths: oneFile(() => undefined),
    had: [],
    troubles: [['headers_timeout', '/2024.pdf']],
  },
  {
    name: 'cut',
    behaves: 'less than was announced, then all of it',
    paths: oneFile((request, response, { asked }) => {
      if (asked(request) > 1) return send(response, pdf('cut'));
      response.writeHead(200, { 'content-length': '9000' });
      response.write(pdf('cut').subarray(0, 200), () => response.destroy());
    }),
    had: ['cut'],
  },
  {
    name: 'cut-always',
    behaves: 'less than was announced, every time',
    paths: oneFile((_, response) => {
      response.writeHead(200, { 'content-length': '9000' });
      response.write(pdf('cut-always'), () => response.destroy());
    }),
    had: [],
    troubles: [['interrupted', '/2024.pdf']],
  },
  {
    name: 'gibberish',
    behaves: 'an answer that is no HTTP',
    paths: oneFile((_, response) => void response.socket?.end('你好\r\n\r\n')),
    had: [],
    troubles: [['bad_answer', '/2024.pdf']],
  },
];

const sizes: SiteCase[] = [
  {
    name: 'huge',
    behaves: 'more than the limit, announced',
    paths: oneFile((_, response) => {
      response.writeHead(200, { 'content-length': '900000000' });
      response.write('%PDF-1.4\n');
    }),
    had: [],
    troubles: [['too_large', '/2024.pdf']],
  },
  {
    name: 'huge-chunks',
    behaves: 'more than the limit, not announced',
    paths: oneFile((_, response) => {
      const piece = Buffer.alloc(65_536, 46);
      const more = () => {
        if (!response.destroyed) response.write(piece, () => setImmediate(more));
      };
      more();
    }),
    had: [],
    troubles: [['too_large', '/2024.pdf']],
  },
  {
    name: 'bomb',
    behaves: '200 kB that unpack to 200 MB',
    paths: oneFile((_, response) => send(response, BOMB, { 'content-encoding': 'gzip' })),
    had: [],
    troubles: [['inflates_too_far', '/2024.pdf']],
  },
  {
    name: 'gzip',
    behaves: 'packed pages and files',
    paths: {
      '/': (_, response) =>
        send(response, gzipSync(page(`<ul>${ONE}</ul>`)), {
          'content-encoding': 'gzip',
          'content-type': 'text/html',
        }),
      '/2024.html': detail(attachment()),
      '/2024.pdf': (_, response) => send(response, gzipSync(pdf('gzip')), { 'content-encoding': 'gzip' }),
    },
    had: ['gzip'],
  },
  {
    name: 'gzip-cut',
    behaves: 'packed content that ends too early',
    paths: oneFile((_, response) =>
      send(response, gzipSync(pdf('x'.repeat(5000))).subarray(0, 40), { 'content-encoding': 'gzip' }),
    ),
    had: [],
    troubles: [['bad_encoding', '/2024.pdf']],
  },
  {
    name: 'empty',
    behaves: 'nothing, with status 200',
    paths: oneFile((_, response) => send(response, '')),
    had: [],
    troubles: [['empty', '/2024.pdf']],
  },
];

const falsehoods: SiteCase[] = [
  {
    name: 'type',
    behaves: 'a PDF called text/html',
    paths: oneFile(file('type', { 'content-type': 'text/html' })),
    had: ['type'],
  },
  {
    name: 'image',
    behaves: 'an image called PDF',
    paths: oneFile((_, response) => send(response, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]))),
    had: [],
    troubles: [['wrong_type', '/2024.pdf']],
  },
  {
    name: 'soft404',
    behaves: '200 with a page that says 404, for a page and for a file',
    paths: {
      '/': list(ONE, link('/2023.html', '2023年度部门决算')),
      '/2024.html': detail(attachment()),
      '/2024.pdf': html(page('<h1>404</h1><p>您访问的页面不存在或已被删除</p>')),
      '/2023.html': html(gbk(page('<p>对不起，您查找的页面不存在</p>'))),
    },
    had: [],
    troubles: [
      ['soft_404', '/2023.html'],
      ['soft_404', '/2024.pdf'],
    ],
  },
  {
    name: 'login',
    behaves: 'a login in place of the page',
    paths: onePage(html(page('<h1>用户登录</h1><form>用户名<input><input type="password"></form>'))),
    had: [],
    troubles: [['login_page', '/2024.html']],
  },
  {
    name: 'captcha',
    behaves: 'a puzzle in place of the file',
    paths: oneFile(html(page('<p>您的访问过于频繁，请输入验证码后继续</p>'))),
    had: [],
    troubles: [['captcha', '/2024.pdf']],
  },
  {
    name: 'cookie-script',
    behaves: 'a script that a browser would run for a cookie, in place of a page and of a file',
    paths: {
      '/': list(ONE, link('/2023.html', '2023年度部门决算')),
      '/2024.html': (_, response) => send(response, '<script>$_ts</script>', {}, 412),
      '/2023.html': detail(attachment()),
      '/2024.pdf': (_, response) => send(response, '<script>document.cookie</script>', {}, 521),
    },
    had: [],
    troubles: [
      ['captcha', '/2024.html'],
      ['captcha', '/2024.pdf'],
    ],
  },
  {
    name: 'scripted-list',
    behaves: 'a list that a script writes, so that no report is on it',
    paths: { '/': html(page('<a href="/news.html">局长调研</a><script src="/list.js"></script>')) },
    had: [],
    troubles: [['nothing_listed', '/']],
    never: ['/news.html', '/list.js'],
  },
  {
    name: 'home',
    behaves: 'the front page in place of the file',
    paths: oneFile(html(page('<p>欢迎访问示例单位网站</p>'))),
    had: [],
    troubles: [['page_instead_of_file', '/2024.pdf']],
  },
  {
    name: 'lost',
    behaves: '404 for a page',
    paths: { '/': list(ONE) },
    had: [],
    troubles: [['not_found', '/2024.html']],
  },
  {
    name: 'bare',
    behaves: 'a page with neither attachment nor figures',
    paths: onePage(html(page('<h1>2024年度部门决算</h1><p>详见附件。</p>'))),
    had: [],
    troubles: [['no_report', '/2024.html']],
  },
];

const robots: SiteCase[] = [
  {
    name: 'robots',
    behaves: 'a robots.txt that keeps visitors out of a part',
    paths: {
      '/robots.txt': html('User-agent: *\nDisallow: /private/\nUser-agent: Duibiao\nDisallow: /private/\n'),
      '/': list(ONE, link('/private/2023.html', '2023年度部门决算')),
      '/private/2023.html': detail(attachment()),
      '/2024.html': detail(attachment(), attachment('/private/2024.pdf')),
      '/2024.pdf': file('robots'),
      '/private/2024.pdf': file('forbidden by robots'),
    },
    had: ['robots'],
    troubles: [
      ['robots_disallow', '/private/2023.html'],
      ['robots_disallow', '/private/2024.pdf'],
    ],
    never: ['/private/2023.html', '/private/2024.pdf'],
  },
  {
    name: 'robots-redirect',
    behaves: 'a redirect into the part that is kept closed',
    paths: {
      '/robots.txt': html('User-agent: *\nDisallow: /private/\n'),
      ...oneFile(redirect(() => '/private/2024.pdf')),
    },
    had: [],
    troubles: [['robots_disallow', '/2024.pdf']],
    never: ['/private/2024.pdf'],
  },
  {
    name: 'robots-broken',
    behaves: 'a robots.txt that the site cannot give',
    paths: { '/robots.txt': (_, response) => send(response, '', {}, 503), ...oneFile(file('unknown')) },
    had: [],
    troubles: [['robots_unreachable', '/']],
    never: ['/', '/2024.html', '/2024.pdf'],
  },
  {
    name: 'robots-page',
    behaves: 'a page of HTML in place of robots.txt',
    paths: { '/robots.txt': html(page('404')), ...oneFile(file('robots-page')) },
    had: ['robots-page'],
  },
];

const shapes: SiteCase[] = [
  {
    name: 'pattern',
    behaves: 'a list in four pages by pattern, with links of other matters',
    paths: {
      '/': list(link('/a.pdf', '2024年部门决算'), link('/news.html', '局长调研')),
      '/index_1.html': list(link('/b.pdf', '2023年部门决算')),
      '/index_2.html': list(link('/c.pdf', '2022年部门决算')),
      '/a.pdf': file('pattern a'),
      '/b.pdf': file('pattern b'),
      '/c.pdf': file('pattern c'),
    },
    entry: { pages: 'index_{n}.html' },
    had: ['pattern a', 'pattern b', 'pattern c'],
    never: ['/news.html', '/index_4.html'],
  },
  {
    name: 'mixed',
    behaves: 'a list with a page of other matters between the reports',
    paths: {
      '/': list(link('/a.pdf', '2024年部门决算')),
      '/index_1.html': list(link('/news.html', '局长调研')),
      '/index_2.html': list(link('/b.pdf', '2023年部门决算')),
      '/a.pdf': file('mixed a'),
      '/b.pdf': file('mixed b'),
    },
    entry: { pages: 'index_{n}.html' },
    had: ['mixed a', 'mixed b'],
    never: ['/news.html'],
  },
  {
    name: 'long',
    behaves: 'a list longer than anybody reads',
    paths: Object.fromEntries([
      ['/', list(link('/p0.pdf', '公告'))],
      ...Array.from({ length: 40 }, (_, n) => [`/index_${n + 1}.html`, list(link(`/p${n + 1}.pdf`, '公告'))]),
    ]),
    entry: { pages: 'index_{n}.html' },
    had: [],
    troubles: [['too_many_pages', '/index_20.html']],
    never: ['/index_20.html'],
  },
  {
    name: 'repeating',
    behaves: 'a list whose last page comes again for ever',
    paths: {
      '/': list(link('/a.pdf', '2024年部门决算')),
      ...Object.fromEntries(
        Array.from({ length: 9 }, (_, n) => [`/index_${n + 1}.html`, list(link('/b.pdf', '2023年部门决算'))]),
      ),
      '/a.pdf': file('repeating a'),
      '/b.pdf': file('repeating b'),
    },
    entry: { pages: 'index_{n}.html' },
    had: ['repeating a', 'repeating b'],
    never: ['/index_3.html'],
  },
  {
    name: 'next',
    behaves: 'a list with a link to its next page',
    paths: {
      '/': html(page(`<ul>${link('/a.pdf', '2024年部门决算')}</ul><a href="p2.html">下一页</a>`)),
      '/p2.html': html(page(`<ul>${link('/b.pdf', '2023年部门决算')}</ul><a href="p2.html">下一页</a>`)),
      '/a.pdf': file('next a'),
      '/b.pdf': file('next b'),
    },
    had: ['next a', 'next b'],
  },
  {
    name: 'body',
    behaves: 'a report that is the page itself, with a counter of visitors',
    paths: onePage((request, response, { asked }) =>
      send(response, REPORT_BODY.replace('@', String(asked(request))), { 'content-type': 'text/html' }),
    ),
    had: ['<!DOCTYPE html>'],
  },
  {
    name: 'both',
    behaves: 'a report in the page and more of it in three files',
    paths: {
      '/': list(ONE),
      '/2024.html': html(
        REPORT_BODY.replace(
          '</body>',
          `${['pdf', 'xlsx', 'doc'].map((end) => attachment(`/t.${end}`, '附件')).join('')}</body>`,
        ),
      ),
      '/t.pdf': file('both'),
      '/t.xlsx': (_, response) => send(response, Buffer.from('PK\x03\x04both')),
      '/t.doc': (_, response) => send(response, Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])),
    },
    had: ['<!DOCTYPE html>', 'both', 'PK\x03\x04both', '\xd0\xcf\x11\xe0\xa1'],
  },
  {
    name: 'frame',
    behaves: 'a PDF shown in a frame, and a base address',
    paths: {
      '/': list(ONE),
      '/2024.html': html(
        page(
          '<iframe src="/viewer.html?file=2024.pdf"></iframe><iframe src="ads.html"></iframe>',
          '<base href="/files/">',
        ),
      ),
      '/2024.pdf': file('frame'),
    },
    had: ['frame'],
    never: ['/files/ads.html', '/ads.html'],
  },
  {
    name: 'direct',
    behaves: 'addresses of single reports',
    paths: {
      '/a.pdf': file('direct a'),
      '/get?id=3': file('direct b'),
      '/get?id=4': (request, response) =>
        request.headers['if-none-match'] === '"g4"'
          ? send(response, '', {}, 304)
          : send(response, pdf('direct c'), { etag: '"g4"' }),
    },
    entry: { urls: ['/a.pdf', '/get?id=3', '/get?id=4'] },
    had: ['direct a', 'direct b', 'direct c'],
  },
  {
    name: 'two-ways',
    behaves: 'a report in a page that a list leads to, and that is registered besides',
    paths: onePage(html(REPORT_BODY)),
    entry: { urls: ['/2024.html'], andList: true },
    had: ['<!DOCTYPE html>'],
  },
  {
    name: 'two-ways-file',
    behaves: 'a report without an ending that a list leads to, and that is registered besides',
    paths: { '/': list(link('/get?id=5', '2024年度部门决算')), '/get?id=5': file('two-ways-file') },
    entry: { urls: ['/get?id=5'], andList: true },
    had: ['two-ways-file'],
  },
  {
    name: 'session',
    behaves: 'addresses that carry the number of the visit, another one every time',
    paths: {
      '/': (_, response) => {
        const visit = String(Math.random()).slice(2);
        const links = [
          link(`/2024.html;jsessionid=${visit}.node1`, '2024年度部门决算'),
          link(`/2023?PHPSESSID=${visit}&name=%BE%F6`, '2023年度部门决算'),
          link('/2022.pdf', '2022年度部门决算'),
        ];
        send(response, page(`<ul>${links.join('')}</ul>`), { 'content-type': 'text/html' });
      },
      '/2024.html': html(REPORT_BODY),
      '/2023?name=%BE%F6': file('session file'),
      '/2022.pdf': redirect(() => '/2022.pdf;jsessionid=5'),
      '/2022.pdf;jsessionid=5': file('session sent'),
    },
    had: ['<!DOCTYPE html>', 'session file', 'session sent'],
  },
  {
    name: 'turns',
    behaves: 'a page that will be a file, and a file that will be a page',
    paths: {
      '/': list(link('/was-page', '2024年度部门决算'), link('/was-file', '2023年度部门决算')),
      '/was-page': html(page('<p>详见附件。</p>')),
      '/was-file': file('turns file'),
    },
    had: ['turns file'],
    troubles: [['no_report', '/was-page']],
  },
  {
    name: 'twin',
    behaves: 'the same bytes as another bureau',
    paths: oneFile(file('gzip')),
    had: ['gzip'],
  },
  {
    name: 'etag',
    behaves: '304 for what is known',
    paths: {
      '/': (request, response) =>
        request.headers['if-none-match'] === '"l1"'
          ? send(response, '', {}, 304)
          : send(response, page(`<ul>${ONE}</ul>`), { etag: '"l1"', 'content-type': 'text/html' }),
      '/2024.html': detail(attachment()),
      '/2024.pdf': (request, response) =>
        request.headers['if-modified-since'] !== undefined
          ? send(response, '', {}, 304)
          : send(response, pdf('etag'), { 'last-modified': 'Wed, 20 Aug 2025 01:00:00 GMT' }),
    },
    had: ['etag'],
  },
];

/** Bureaus without any trouble, of which a province has most. */
const plain: SiteCase[] = Array.from({ length: 8 }, (_, n) => ({
  name: `plain${n}`,
  behaves: 'as it should',
  paths: {
    '/': list(ONE, link('/2023.html', '2023年度部门决算')),
    '/2024.html': detail(attachment()),
    '/2023.html': html(page(`<h1>2023年度部门决算</h1>${attachment('/2023.pdf', '附件')}`)),
    '/2024.pdf': file(`plain${n} 2024`),
    '/2023.pdf': file(`plain${n} 2023`),
  },
  had: [`plain${n} 2023`, `plain${n} 2024`],
}));

export const SITE_CASES: readonly SiteCase[] = [
  ...encodings,
  ...redirects,
  ...lines,
  ...sizes,
  ...falsehoods,
  ...robots,
  ...shapes,
  ...plain,
];

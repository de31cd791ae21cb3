/**
 * Files that nobody should have to read, generated rather than kept: cut, damaged, lying, exploding. Each says what
 * its state must be; where it does not matter whether a thing is read, only that the program survives, `code` is null.
 */
import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import * as XLSX from 'xlsx';
import { inventedAccounts } from './invented-reports.ts';
import { docxOf, packed, sheetData, wordParagraph, xlsxOf } from './office-files.ts';
import { makePdf, Sheet } from './pdf.ts';

export interface HostileFile {
  name: string;
  bytes: Uint8Array;
  /** `read` where figures must be had; a code or several where it must be refused; null where either will do. */
  code: string | RegExp | null;
}

const REPORT = inventedAccounts('示例县水利局', 2024, { basic: 40, project: 10 });
const LINES = REPORT.split('\n');
const ROWS = [['支出决算表'], ['项目', '本年支出合计', '基本支出', '项目支出'], ['合计', 50, 40, 10]];

const text = (content: string): Uint8Array => strToU8(content);
const latin = (content: string): Uint8Array => new Uint8Array(Buffer.from(content, 'latin1'));

function pageOf(
  body: string,
  head = '<meta charset="utf-8"><title>示例县水利局2024年度部门决算</title>',
): Uint8Array {
  return text(`<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`);
}

const paragraphs = LINES.filter((line) => !line.includes('\t')).map((line) => `<p>${line}</p>`);
const PAGE = pageOf(paragraphs.join(''));
const DOCX = docxOf(LINES.map(wordParagraph).join(''));
const XLSX_FILE = xlsxOf(sheetData(ROWS));
const PDF = makePdf([
  new Sheet().text(60, 80, '示例县水利局2024年度部门决算').text(60, 120, '本年支出合计50.00万元。'),
]);
const XLS = new Uint8Array(
  XLSX.write(
    { SheetNames: ['表'], Sheets: { 表: XLSX.utils.aoa_to_sheet(ROWS) } },
    { type: 'array', bookType: 'biff8' },
  ),
);
const ZIP = zipSync({ '一.txt': text(REPORT.replaceAll('水利', '林业')) });

const WHOLE: readonly (readonly [string, Uint8Array])[] = [
  ['pdf', PDF],
  ['docx', DOCX],
  ['xlsx', XLSX_FILE],
  ['xls', XLS],
  ['zip', ZIP],
  ['html', PAGE],
];

/** Always the same damage: a test that fails must fail again. */
function flipped(bytes: Uint8Array, seed: number): Uint8Array {
  const damaged = bytes.slice();
  let state = seed;
  for (let count = 0; count < 12; count++) {
    state = (state * 1103515245 + 12345) % 2147483648;
    damaged[state % damaged.length]! ^= 1 << (state % 7);
  }
  return damaged;
}

function damagedFiles(): HostileFile[] {
  return WHOLE.flatMap(([suffix, bytes]) => [
    { name: `cut-in-half.${suffix}`, bytes: bytes.slice(0, bytes.length >> 1), code: null },
    { name: `cut-at-the-end.${suffix}`, bytes: bytes.slice(0, -20), code: null },
    { name: `first-bytes.${suffix}`, bytes: bytes.slice(0, 40), code: null },
    { name: `flipped-1.${suffix}`, bytes: flipped(bytes, 7), code: null },
    { name: `flipped-2.${suffix}`, bytes: flipped(bytes, 4711), code: null },
  ]);
}

/** Sets the same field in every header of a kind. */
function patched(
  zip: Uint8Array,
  signature: number,
  change: (view: DataView, at: number) => void,
): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 < copy.length; at++) if (view.getUint32(at, true) === signature) change(view, at);
  return copy;
}

const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;

function encryptedZip(zip: Uint8Array): Uint8Array {
  const flag = (offset: number) => (view: DataView, at: number) => view.setUint16(at + offset, 1, true);
  return patched(patched(zip, DIRECTORY, flag(8)), LOCAL, flag(6));
}

/** Every entry of the directory points at the same bytes. */
function overlapping(): Uint8Array {
  const files = Object.fromEntries(
    Array.from({ length: 30 }, (_, i) => [`${i}.txt`, new Uint8Array(100_000)]),
  );
  return patched(zipSync(files), DIRECTORY, (view, at) => view.setUint32(at + 42, 0, true));
}

function lyingSizes(): Uint8Array {
  return patched(zipSync({ '一.txt': new Uint8Array(3_000_000) }), DIRECTORY, (view, at) =>
    view.setUint32(at + 24, 100, true),
  );
}

function nested(levels: number, heart: Uint8Array): Uint8Array {
  let zip = zipSync({ 'heart.txt': heart });
  for (let level = 0; level < levels; level++) zip = zipSync({ 'inner.zip': zip });
  return zip;
}

function archives(): HostileFile[] {
  const zeros = new Uint8Array(40_000_000);
  return [
    { name: 'encrypted.zip', bytes: encryptedZip(ZIP), code: 'encrypted' },
    { name: 'bomb.zip', bytes: zipSync({ '一.txt': zeros }), code: 'zip_bomb' },
    { name: 'bomb-in-bomb.zip', bytes: zipSync({ 'a.zip': zipSync({ '一.txt': zeros }) }), code: 'zip_bomb' },
    { name: 'overlapping.zip', bytes: overlapping(), code: 'zip_overlapping' },
    { name: 'lying-sizes.zip', bytes: lyingSizes(), code: /zip_/ },
    { name: 'nested-8.zip', bytes: nested(8, text(REPORT)), code: 'zip_too_deep' },
    { name: 'no-members.zip', bytes: zipSync({}), code: 'empty_archive' },
    { name: 'empty-member.zip', bytes: zipSync({ 'a.txt': new Uint8Array() }), code: 'empty_file' },
    {
      name: 'many-members.zip',
      bytes: zipSync(
        Object.fromEntries(Array.from({ length: 2_500 }, (_, i) => [`${i}`, new Uint8Array(1)])),
      ),
      code: 'zip_too_many_entries',
    },
    {
      name: 'unknown-method.zip',
      bytes: patched(ZIP, DIRECTORY, (view, at) => view.setUint16(at + 10, 99, true)),
      code: 'zip_method',
    },
    {
      name: 'wrong-checksum.zip',
      bytes: patched(ZIP, DIRECTORY, (view, at) => view.setUint32(at + 16, 1, true)),
      code: 'zip_member_damaged',
    },
    {
      name: 'points-outside.zip',
      bytes: patched(ZIP, DIRECTORY, (view, at) => view.setUint32(at + 42, 0x7fffffff, true)),
      code: 'zip_broken',
    },
  ];
}

const DTD =
  '<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>';
const wordPart = (body: string, prolog = '') =>
  `<?xml version="1.0"?>${prolog}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
const deepTags = (tag: string, depth: number) => `<${tag}>`.repeat(depth) + `</${tag}>`.repeat(depth);

function wordFiles(): HostileFile[] {
  const cell = (properties: string, content: string) =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${wordParagraph(content)}</w:tc>`;
  return [
    {
      name: 'entities.docx',
      bytes: docxOf('', { 'word/document.xml': wordPart('&b;&x;', DTD) }),
      code: 'xml_dtd',
    },
    {
      name: 'entities-in-styles.docx',
      bytes: docxOf(wordParagraph('一'), { 'word/styles.xml': `${DTD}<a/>` }),
      code: 'xml_dtd',
    },
    { name: 'deep.docx', bytes: docxOf(deepTags('w:sdt', 100_000)), code: 'too_nested' },
    {
      name: 'deep-tables.docx',
      bytes: docxOf('<w:tbl><w:tr><w:tc>'.repeat(900) + '</w:tc></w:tr></w:tbl>'.repeat(900)),
      code: 'too_nested',
    },
    { name: 'unclosed.docx', bytes: docxOf('<w:p><w:r><w:t>一'), code: /docx_broken|not_a_report/ },
    {
      name: 'no-text-part.docx',
      bytes: packed({ '[Content_Types].xml': '<Types/>', 'word/styles.xml': '<a/>' }),
      code: 'docx_broken',
    },
    {
      name: 'bomb.docx',
      bytes: docxOf(wordParagraph('一'), { 'word/document.xml': ' '.repeat(60_000_000) }),
      code: 'zip_bomb',
    },
    {
      name: 'wide-span.docx',
      bytes: docxOf(
        `<w:tbl><w:tr>${cell('<w:gridSpan w:val="999999999"/>', '一')}${cell('', '二')}</w:tr><w:tr>${cell('<w:vMerge/>', '三')}</w:tr></w:tbl>`,
      ),
      code: null,
    },
    {
      name: 'linked-picture.docx',
      bytes: docxOf(LINES.map(wordParagraph).join(''), {
        'word/_rels/document.xml.rels':
          '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
      }),
      code: 'read',
    },
    {
      name: 'with-macros.docx',
      bytes: docxOf(LINES.map(wordParagraph).join('').replaceAll('水利', '农业'), {
        'word/vbaProject.bin': new Uint8Array(100),
      }),
      code: 'read',
    },
  ];
}

function compound(streams: Record<string, Uint8Array>): Uint8Array {
  const file = XLSX.CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams))
    XLSX.CFB.utils.cfb_add(file, `/${name}`, Buffer.from(content) as never);
  return new Uint8Array(XLSX.CFB.write(file, { type: 'buffer' }) as Uint8Array);
}

/** A FilePass record behind the first record says that everything behind it is encrypted. */
function encryptedXls(): Uint8Array {
  const book = XLSX.CFB.find(XLSX.CFB.read(Buffer.from(XLS), { type: 'buffer' }), '/Workbook')!;
  const stream = Buffer.from(book.content as unknown as Uint8Array);
  const first = 4 + stream.readUInt16LE(2);
  const pass = Buffer.alloc(4 + 54, 1);
  pass.writeUInt16LE(0x2f, 0);
  pass.writeUInt16LE(54, 2);
  for (const field of [4, 6, 8]) pass.writeUInt16LE(1, field);
  return compound({ Workbook: Buffer.concat([stream.subarray(0, first), pass, stream.subarray(first)]) });
}

function workbooks(): HostileFile[] {
  const rows = (...more: (string | number)[][]) => xlsxOf(sheetData([...ROWS, ...more]));
  const cell = (place: string, value: string) =>
    `<row r="${/\d+/.exec(place)![0]}"><c r="${place}"><v>${value}</v></c></row>`;
  const worksheet = (content: string) => xlsxOf('', { 'xl/worksheets/sheet1.xml': content });
  return [
    {
      name: 'encrypted.xlsx',
      bytes: compound({ EncryptedPackage: new Uint8Array(5000), EncryptionInfo: new Uint8Array(300) }),
      code: 'encrypted',
    },
    { name: 'encrypted.xls', bytes: encryptedXls(), code: 'encrypted' },
    {
      name: 'entities.xlsx',
      bytes: worksheet(`${DTD}<worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>`),
      code: 'xml_dtd',
    },
    {
      name: 'whole-sheet.xlsx',
      bytes: xlsxOf(
        `<dimension ref="A1:XFD1048576"/><sheetData>${cell('A1', '1')}${cell('XFD1048576', '2')}</sheetData><mergeCells><mergeCell ref="A1:XFD1048575"/></mergeCells>`,
      ),
      code: null,
    },
    {
      name: 'diagonal.xlsx',
      bytes: xlsxOf(
        `<sheetData>${Array.from({ length: 2500 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>1</v></c><c r="${XLSX.utils.encode_col(i + 1)}${i + 1}"><v>1</v></c></row>`).join('')}</sheetData>`,
      ),
      code: 'too_large',
    },
    {
      name: 'columns-without-end.xlsx',
      bytes: xlsxOf('<cols><col min="1" max="99999999999" width="1"/></cols><sheetData/>'),
      code: 'workbook_broken',
    },
    {
      name: 'cell-beyond-excel.xlsx',
      bytes: xlsxOf(`<sheetData>${cell('ZZZZZZ9', '1')}${cell('A99999999999', '2')}</sheetData>`),
      code: 'workbook_broken',
    },
    {
      name: 'bomb.xlsx',
      bytes: worksheet(`<worksheet><sheetData>${' '.repeat(60_000_000)}</sheetData></worksheet>`),
      code: 'zip_bomb',
    },
    {
      name: 'formulas.xlsx',
      bytes: rows(['=HYPERLINK("http://x","y")', '@SUM(1)', "+cmd|'/c calc'!A0", '-1+1']),
      code: null,
    },
    { name: 'enormous-numbers.xlsx', bytes: rows(['甲', 1e308, -1e308, 5e-324]), code: null },
    {
      name: 'long-numbers.xlsx',
      bytes: rows(['甲', '9'.repeat(300), `0.${'3'.repeat(300)}`, 1]),
      code: null,
    },
    { name: 'many-sheets.xlsx', bytes: manySheets(400), code: 'too_large' },
    {
      name: 'no-sheet.xlsx',
      bytes: packed({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' }),
      code: null,
    },
    {
      name: 'spreadsheet.xls',
      bytes: text(
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell>',
      ),
      code: null,
    },
    {
      name: 'empty-container.doc',
      bytes: compound({ WordDocument: new Uint8Array(5000) }),
      code: /doc_broken|needs_libreoffice|docx_broken|not_a_report|timed_out/,
    },
  ];
}

function manySheets(count: number): Uint8Array {
  const names = Array.from({ length: count }, (_, index) => `表${index}`);
  const Sheets = Object.fromEntries(names.map((name) => [name, XLSX.utils.aoa_to_sheet([[1]])]));
  return new Uint8Array(XLSX.write({ SheetNames: names, Sheets }, { type: 'array', bookType: 'xlsx' }));
}

function pages(): HostileFile[] {
  const table = (attributes: string, rows: number) =>
    pageOf(
      `<p>${REPORT}</p><table>${`<tr><td ${attributes}>一</td><td>1.00</td></tr>`.repeat(rows)}</table>`,
    );
  return [
    { name: 'deep.html', bytes: pageOf('<div>'.repeat(100_000) + REPORT), code: 'too_nested' },
    { name: 'deep-tables.html', bytes: pageOf('<table><tr><td>'.repeat(2_000) + REPORT), code: null },
    { name: 'deep-emphasis.html', bytes: pageOf('<b><i><p>'.repeat(1_000) + REPORT), code: null },
    { name: 'huge-spans.html', bytes: table('rowspan="65534" colspan="1000"', 200), code: null },
    {
      name: 'multiplied-spans.html',
      bytes: table('rowspan="999999999" colspan="999999999"', 400),
      code: 'too_large',
    },
    { name: 'cyclic-spans.html', bytes: table('rowspan="0" colspan="0"', 50), code: null },
    { name: 'unclosed.html', bytes: text(`<html><body><table><tr><td>${REPORT}<td><tr><!-- `), code: null },
    {
      name: 'not-found.html',
      bytes: pageOf('<h1>404 Not Found</h1>', '<title>404 Not Found</title>'),
      code: 'html_error_page',
    },
    {
      name: 'saved-as.pdf',
      bytes: pageOf('<div>您访问的页面不存在或已被删除！</div>', '<title>提示信息</title>'),
      code: 'html_error_page',
    },
    {
      name: 'please-log-in.docx',
      bytes: pageOf('<form>用户名 密码 验证码</form>', '<title>用户登录</title>'),
      code: 'html_error_page',
    },
    {
      name: 'only-scripts.html',
      bytes: pageOf('<div id="app"></div><script src="app.js"></script>', ''),
      code: 'html_without_content',
    },
    { name: 'attributes.html', bytes: pageOf(`<p ${'a="b" '.repeat(50_000)}>${REPORT}</p>`), code: null },
    {
      name: 'scripts-and-forms.html',
      bytes: pageOf(
        `${PAGE}<script>fetch("http://x")</script><img src="http://x/a.png"><iframe src="file:///etc/passwd"></iframe><p>${REPORT}</p>`,
      ),
      code: null,
    },
  ];
}

function pdfs(): HostileFile[] {
  const bare = (objects: string) => latin(`%PDF-1.7\n${objects}\ntrailer << /Root 1 0 R >>\n%%EOF`);
  const deflated = deflateSync(Buffer.alloc(15_000_000, 'q Q '));
  return [
    {
      name: 'encrypted.pdf',
      bytes: makePdf([new Sheet().text(60, 80, '本年支出合计')], { encrypted: true }),
      code: 'pdf_encrypted',
    },
    {
      name: 'xref-loop.pdf',
      bytes: latin(
        '%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\nxref\n0 1\n0000000000 65535 f\ntrailer<</Root 1 0 R/Prev 49/Size 2>>\nstartxref\n49\n%%EOF',
      ),
      code: /pdf_|needs_ocr/,
    },
    {
      name: 'pages-in-a-circle.pdf',
      bytes: bare(
        '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 3/Kids[2 0 R 2 0 R 2 0 R]>>endobj',
      ),
      code: /pdf_|needs_ocr/,
    },
    {
      name: 'hundred-thousand-pages.pdf',
      bytes: bare(
        '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 100000/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj',
      ),
      code: /pdf_|needs_ocr/,
    },
    {
      name: 'bomb.pdf',
      bytes: Buffer.concat([
        latin(
          `%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>endobj\n4 0 obj<</Length ${deflated.length}/Filter/FlateDecode>>stream\n`,
        ),
        deflated,
        latin('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
      ]),
      code: /pdf_|needs_ocr|timed_out|out_of_memory/,
    },
    {
      name: 'font-without-map.pdf',
      bytes: bare(
        '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n4 0 obj<</Length 66>>stream\nBT /F1 12 Tf 60 700 Td <00010002000300040005000600070008> Tj ET\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+X/Encoding/Identity-H/DescendantFonts[6 0 R]>>endobj\n6 0 obj<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>endobj',
      ),
      // Where there are language data, its glyphs are looked at and say nothing.
      code: /pdf_|needs_ocr|not_a_report/,
    },
    { name: 'no-pages.pdf', bytes: makePdf([]), code: /pdf_/ },
    { name: 'no-text.pdf', bytes: makePdf([new Sheet()]), code: 'needs_ocr' },
    {
      name: 'javascript.pdf',
      bytes: bare(
        '1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj',
      ),
      code: /pdf_|needs_ocr/,
    },
    { name: 'report.docx', bytes: PDF, code: null },
    { name: 'report.pdf', bytes: DOCX, code: null },
    {
      name: 'report.xls',
      bytes: docxOf(LINES.map(wordParagraph).join('').replaceAll('水利', '档案')),
      code: 'read',
    },
  ];
}

function texts(): HostileFile[] {
  const utf16 = (content: string) => new Uint8Array(Buffer.from(`\ufeff${content}`, 'utf16le'));
  const odd = '\u202e示例\u202c\u200b\u200d县\u2066财政\u2069';
  return [
    {
      name: 'null-bytes.txt',
      bytes: text(`${REPORT}\u0000\u0000${REPORT}`),
      code: /binary_content|undecodable_text/,
    },
    { name: 'lone-surrogates.txt', bytes: utf16(`${REPORT}\ud800\udfff\udc00`), code: null },
    {
      name: 'utf-16-big-endian.txt',
      bytes: new Uint8Array(Buffer.from(`\ufeff${REPORT.replaceAll('水利', '体育')}`, 'utf16le').swap16()),
      code: 'read',
    },
    { name: 'utf-7.txt', bytes: text('+eTpPi1O/- 2024 +Xm1es5DoleiRylGz-'.repeat(30)), code: null },
    { name: 'turned-and-invisible.txt', bytes: text(REPORT.replaceAll('示例县', odd)), code: null },
    { name: 'control-characters.txt', bytes: text(REPORT.replaceAll('。', '。\u0007\u001b[2J')), code: null },
    { name: 'one-line.txt', bytes: text('决算数为1.00万元，'.repeat(450_000)), code: 'too_large' },
    {
      name: 'parentheses.txt',
      bytes: text(`${REPORT}${'（'.repeat(40_000)}${'）'.repeat(40_000)}`),
      code: null,
    },
    {
      name: 'quotes.txt',
      bytes: text(`${REPORT}${'“'.repeat(40_000)}1.00万元${'"'.repeat(40_000)}`),
      code: null,
    },
    {
      name: 'digits.txt',
      bytes: text(`${REPORT}支出${'9'.repeat(100_000)}.${'9'.repeat(100_000)}万元。`),
      code: null,
    },
    {
      name: 'separators.txt',
      bytes: text(`${REPORT}${'1,'.repeat(60_000)}${'1. '.repeat(60_000)}`),
      code: null,
    },
    {
      name: 'blanks.txt',
      bytes: text(`${REPORT}支出${' '.repeat(200_000)}万元${'\t'.repeat(50_000)}。`),
      code: null,
    },
    {
      name: 'pipes.txt',
      bytes: text(`${REPORT}${'|'.repeat(100_000)}\n${'|---'.repeat(20_000)}|\n`),
      code: null,
    },
    { name: 'tags.txt', bytes: text(`${REPORT}${'<td '.repeat(100_000)}`), code: null },
    {
      name: 'noise.bin',
      bytes: flipped(
        new Uint8Array(50_000).map((_, i) => (i * 7919 + (i >> 3)) % 256),
        3,
      ),
      code: null,
    },
  ];
}

export function hostileFiles(): HostileFile[] {
  return [
    ...damagedFiles(),
    ...archives(),
    ...wordFiles(),
    ...workbooks(),
    ...pages(),
    ...pdfs(),
    ...texts(),
  ];
}

/** Whole reports of other bureaus, one in each format that tests can write, which must be read whatever lies beside them. */
export function goodFiles(): { name: string; bytes: Uint8Array }[] {
  const reportOf = (bureau: string) => inventedAccounts(bureau, 2024, { basic: 100, project: 20 });
  const lines = (bureau: string) => reportOf(bureau).split('\n');
  return [
    { name: 'good.txt', bytes: text(reportOf('示例县教育局')) },
    {
      name: 'good.docx',
      bytes: docxOf(
        lines('示例县民政局').map(wordParagraph).join('').replaceAll('\t', '</w:t><w:tab/><w:t>'),
      ),
    },
    {
      name: 'good.html',
      bytes: pageOf(`<h1>示例县司法局2024年度部门决算</h1><pre>${reportOf('示例县司法局')}</pre>`),
    },
    { name: 'good.xlsx', bytes: xlsxOf(sheetData(lines('示例县统计局').map((line) => line.split('\t')))) },
    { name: 'good.zip/good.txt', bytes: text(reportOf('示例县审计局')) },
  ];
}

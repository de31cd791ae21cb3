import { describe, expect, it } from 'vitest';
import { manifestEntryFor, parseManifest } from '../../sources/manifest.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('parseManifest', () => {
  it('reads every column, in any order, with Chinese names for scope and kind', () => {
    const { entries, errors } = parseManifest(
      bytes(
        '\uFEFFfiscal_year,file,bureau,region_code,scope,kind,url,published_on\r\n' +
          '2024,决算/a.pdf,示例县财政局,630223,单位,部门决算,https://example.org/a,2025年8月5日\r\n',
      ),
    );
    expect(errors).toEqual([]);
    expect(entries).toEqual([
      {
        file: '决算/a.pdf',
        bureau: '示例县财政局',
        regionCode: '630223',
        scope: 'unit',
        fiscalYear: 2024,
        kind: 'final_accounts',
        url: 'https://example.org/a',
        publishedOn: '2025-08-05',
        row: 2,
      },
    ]);
  });

  it('needs only the file column and takes empty cells for not said', () => {
    const { entries, errors } = parseManifest(bytes('file,bureau,fiscal_year\n"a,b.txt",,\n\nc.txt\n'));
    expect(errors).toEqual([]);
    expect(entries.map(({ file, bureau, fiscalYear }) => [file, bureau, fiscalYear])).toEqual([
      ['a,b.txt', null, null],
      ['c.txt', null, null],
    ]);
  });

  it('reads what a spreadsheet saved in the national encoding', () => {
    // file,bureau / a.txt,财政局 in GB18030
    const gbk = new Uint8Array([...bytes('file,bureau\na.txt,'), 0xb2, 0xc6, 0xd5, 0xfe, 0xbe, 0xd6]);
    expect(parseManifest(gbk).entries[0]?.bureau).toBe('财政局');
  });

  it.each([
    ['file,fiscal_year\na,2024\nb,二四年\n', 'manifest.csv 第3行 fiscal_year：应为四位年份，读到“二四年”'],
    ['file,region_code\na,63022\n', 'manifest.csv 第2行 region_code：应为6位行政区划代码，读到“63022”'],
    [
      'file,published_on\na,2025-02-30\n',
      'manifest.csv 第2行 published_on：应为日期，如 2025-08-15，读到“2025-02-30”',
    ],
    ['file,scope\na,全部\n', 'manifest.csv 第2行 scope：应为 department（部门）或 unit（单位），读到“全部”'],
    [
      'file,url\na,javascript:alert(1)\n',
      'manifest.csv 第2行 url：应为 http:// 或 https:// 开头的网址，读到“javascript:alert(1)”',
    ],
    ['bureau\n某局\n', 'manifest.csv 第1行：缺少 file 列'],
    ['file,bureau\n,某局\n', 'manifest.csv 第2行 file：不能为空'],
    ['file\na\nb\na\n', 'manifest.csv 第4行 file：与第2行重复，读到“a”，以第2行为准'],
    ['', 'manifest.csv 是空的'],
  ])('names row and column of what is wrong: %j', (text, message) => {
    expect(parseManifest(bytes(text)).errors).toEqual([message]);
  });

  it('reports a column it does not know, because it may be a misspelt one', () => {
    const { entries, errors } = parseManifest(bytes('file,fiscal_yaer,备注\na,2024,x\n'));
    expect(entries).toHaveLength(1);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain('“fiscal_yaer”');
  });

  it('keeps the other fields of a row with one wrong field', () => {
    expect(parseManifest(bytes('file,bureau,fiscal_year\na,某局,24\n')).entries[0]).toMatchObject({
      bureau: '某局',
      fiscalYear: null,
    });
  });

  it('survives an unclosed quotation mark', () => {
    expect(parseManifest(bytes('file,bureau\na,"某局\nb,某局\n')).errors.length).toBeGreaterThan(0);
  });
});

describe('manifestEntryFor', () => {
  const { entries } = parseManifest(bytes('file,bureau\n2024/a.pdf,甲\na.pdf,乙\n.\\2023\\b.pdf,丙\n'));
  it.each([
    ['2024/a.pdf', '甲'],
    ['2022/a.pdf', '乙'],
    ['2023/b.pdf', '丙'],
    ['2022/b.pdf', undefined],
  ])('%s belongs to %s: the path first, then a bare name', (path, bureau) => {
    expect(manifestEntryFor(entries, path)?.bureau).toBe(bureau);
  });
});

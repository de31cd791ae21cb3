import { describe, expect, it } from 'vitest';
import { seedsOf } from '../../../sources/http/fetch-registry.ts';
import { parseRegistryFile } from '../../../sources/registry.ts';
import { parseUrlList, seedsOfUrls } from '../../../sources/url-list.ts';

const { bureaus } = parseRegistryFile(
  'a.yml',
  `bureaus:
  - id: 990121-财政局
    names: { official: 示例省甲县财政局, short: [甲县财局] }
    division: "990121"
    listings: [{ url: "https://jia.example/" }, { url: "https://own.example/", kind: 部门决算 }]
    hosts: ["files.example:8443"]
  - id: 990121-医疗保障局
    names: { official: 示例省甲县医疗保障局 }
    division: "990121"
    listings: [{ url: "https://jia.example/" }]
  - id: 990122-财政局
    names: { official: 示例省乙县财政局 }
    division: "990122"
`,
);

describe('a list that several bureaus share', () => {
  const [finance, insurance] = seedsOf(bureaus).map(({ listings }) => listings[0]!);
  it.each([
    ['示例省甲县财政局2024年度部门决算', '990121-财政局', undefined],
    ['甲县医疗保障局2024年度部门决算', undefined, '990121-医疗保障局'],
    ['医疗保障局2024年部门预算', undefined, '990121-医疗保障局'],
    ['甲县财局2024年决算', '990121-财政局', undefined],
    ['2024年度部门决算', null, undefined],
    ['甲县教育局2024年度部门决算', null, undefined],
  ])('gives %s to the bureau that it names, or to nobody, once', (text, toFinance, toInsurance) => {
    expect([finance!.ownerOf(text), insurance!.ownerOf(text)]).toEqual([toFinance, toInsurance]);
  });

  it('leaves a list of its own to its bureau, whatever the link says', () => {
    expect(seedsOf(bureaus)[0]!.listings[1]!.ownerOf('甲县医疗保障局2024年度部门决算')).toBe('990121-财政局');
  });
});

describe('a visit', () => {
  it('is made to bureaus with pages, and asks their hosts alone', () => {
    const seeds = seedsOf(bureaus);
    expect(seeds.map(({ bureauId }) => bureauId)).toEqual(['990121-财政局', '990121-医疗保障局']);
    expect([...seeds[0]!.hosts]).toEqual(['jia.example', 'own.example', 'files.example:8443']);
    expect(seedsOf(bureaus, (id) => id.endsWith('医疗保障局'))).toHaveLength(1);
  });
});

describe('a list of addresses', () => {
  const read = (text: string) => parseUrlList('清单.csv', Buffer.from(text), bureaus);

  it('says what is known of each, and names the hosts that may be asked', () => {
    const { urls, errors } = read(
      'url,bureau,kind,fiscal_year,published_on\nhttps://a.example/1.pdf,甲县财局,部门决算,2024,2025-08-20\n\nhttps://b.example/2,,,,\n',
    );
    expect(errors).toEqual([]);
    expect(urls).toEqual([
      {
        url: 'https://a.example/1.pdf',
        bureauId: '990121-财政局',
        kind: 'final_accounts',
        fiscalYear: 2024,
        publishedOn: '2025-08-20',
      },
      { url: 'https://b.example/2', bureauId: null, kind: null, fiscalYear: null, publishedOn: null },
    ]);
    expect([...seedsOfUrls(urls).hosts]).toEqual(['a.example', 'b.example']);
  });

  it.each([
    ['bureau\n甲县财局\n', '清单.csv 第1行：缺少 url 列'],
    ['url,年\nhttps://a.example/,2024\n', '清单.csv 第1行：不认识的列“年”'],
    [
      'url\nwww.example.cn\n',
      '清单.csv 第2行 url：应为 http:// 或 https:// 开头的网址，读到“www.example.cn”',
    ],
    ['url,bureau\nhttps://a.example/,丙县财政局\n', '清单.csv 第2行 bureau：登记里没有这个单位'],
    ['url,kind\nhttps://a.example/,总结\n', '清单.csv 第2行 kind：没有这种报告'],
    ['url,fiscal_year\nhttps://a.example/,24\n', '清单.csv 第2行 fiscal_year：应为四位年份'],
    ['url\n"https://a.example/\n', '清单.csv 第'],
  ])('tells what is wrong in %j', (text, complaint) => {
    expect(read(text).errors.join('\n')).toContain(complaint);
  });
});

import { describe, expect, it } from 'vitest';
import { knownBureaus } from '../../../sources/known-bureau.ts';
import type { PageContext } from '../../../sources/page-context.ts';
import { parseRegistryFile } from '../../../sources/registry.ts';
import { documentOfText } from '../../../transforms/read/read-text.ts';
import { OFFICIAL_DIVISIONS, recognise } from '../../../transforms/recognise/recognise.ts';
import { indexBureaus } from '../../../transforms/recognise/registered.ts';

const { bureaus, errors } = parseRegistryFile(
  'a.yml',
  `bureaus:
  - id: 990121-医疗保障局
    names:
      official: 示例省甲县医疗保障局
      short: [甲县医保局]
      former: [{ name: 甲县医疗保险管理局, from: 2006-01-01, until: 2019-03-01 }]
    division: "990121"
  - id: 990122-医疗保障局
    names: { official: 示例省乙县医疗保障局, short: [乙县医保局] }
    division: "990122"
  - id: 990100-高新区财政局
    names: { official: 示例市高新区财政局 }
    division: "990100"
    scope: unit
  - id: 110118-水务局
    names: { official: 北京市密云区水务局 }
    division: "110118"
  - id: 610116-财政局
    names: { official: 西安市长安区财政局, short: [长安区财政局] }
    division: "610116"
  - id: 990102-桂花街道办事处
    names: { official: 示例市壬区人民政府桂花街道办事处, short: [桂花街] }
    division: "990102"
`,
);
const registry = { ...OFFICIAL_DIVISIONS, bureaus: indexBureaus(knownBureaus(bureaus), OFFICIAL_DIVISIONS) };

const PAGE: PageContext = {
  bureauId: '990122-医疗保障局',
  fiscalYear: 2023,
  kind: 'final_accounts',
  title: '2023年度部门决算',
  pageUrl: 'https://yi.example/2023.html',
};

const read = (text: string, page: PageContext | null = null) =>
  recognise(documentOfText(text), { sourceFile: 'a.txt', relativePath: 'a.txt' }, null, registry, page);

const accounts = (name: string, year = 2024) => `${name}${year}年度部门决算\n\n目录\n一、收入支出决算总表\n`;

describe('a registered bureau', () => {
  it('is registered without a mistake', () => expect(errors).toEqual([]));

  it.each([
    ['its official name', '示例省甲县医疗保障局', '990121-医疗保障局', '示例省甲县医疗保障局'],
    ['its name without the province', '甲县医疗保障局', '990121-医疗保障局', '示例省甲县医疗保障局'],
    ['a short name', '甲县医保局', '990121-医疗保障局', '示例省甲县医疗保障局'],
    ['a former name', '甲县医疗保险管理局', '990121-医疗保障局', '甲县医疗保险管理局'],
    ['a zone that has no division', '示例市高新区财政局', '990100-高新区财政局', '示例市高新区财政局'],
    ['another bureau of its place', '甲县财政局', '990121-财政局', '甲县财政局'],
    ['a bureau of the same kind elsewhere', '丙县医疗保障局', '990123-医疗保障局', '丙县医疗保障局'],
  ])('is known by %s', (_, printed, bureauId, bureauName) => {
    expect(read(accounts(printed))).toMatchObject({ bureauId, bureauName });
  });

  it('keeps its series when it is renamed, and the break is said', () => {
    const { evidence } = read(accounts('甲县医疗保险管理局', 2017));
    expect(evidence).toContainEqual({
      answers: 'bureau',
      value: '990121-医疗保障局',
      source: 'registry',
      quote: '“甲县医疗保险管理局”是示例省甲县医疗保障局的曾用名（至2019-03-01），序列在此断开',
    });
  });

  it('keeps its series when its county becomes a district; the figures stay with the division of their year', () => {
    expect(read(accounts('密云县水务局', 2013))).toMatchObject({
      bureauId: '110118-水务局',
      regionCode: '110228',
    });
    expect(read(accounts('北京市密云区水务局', 2022))).toMatchObject({
      bureauId: '110118-水务局',
      regionCode: '110118',
    });
  });

  it('is not guessed from a name that two provinces have', () => {
    expect(read(accounts('长安区财政局')).bureauId).toMatch(/^xx/);
    expect(read(accounts('长安区财政局'), { ...PAGE, bureauId: '610116-财政局' })).toMatchObject({
      bureauId: '610116-财政局',
      regionCode: '610116',
    });
  });

  it('is found by a registered name that is no name of a body in itself, where the place is said too', () => {
    const text = '桂花街2024年部门预算\n\n一、示例市壬区桂花街的职责\n';
    expect(read(text)).toMatchObject({ bureauId: '990102-桂花街道办事处', fiscalYear: 2024 });
    expect(read(text.replace('示例市壬区', '')).bureauId).toMatch(/^unidentified/);
  });

  it('reports as the registry says where the document does not', () => {
    expect(read(accounts('示例市高新区财政局').replace('部门', '')).scope).toBe('unit');
    expect(read('示例市高新区财政局\n2024年部门预算\n\n目录\n').scope).toBe('department');
  });
});

describe('the page that a document hangs on', () => {
  it('names the bureau, year and kind where the document names none, and is quoted', () => {
    const disclosure = read('公开表\n\n项目\t金额\n合计\t5\n', PAGE);
    expect(disclosure).toMatchObject({
      bureauId: '990122-医疗保障局',
      bureauName: '示例省乙县医疗保障局',
      regionCode: '990122',
      fiscalYear: 2023,
      kind: 'final_accounts',
    });
    expect(
      disclosure.evidence.filter(({ source }) => source === 'registry').map(({ answers }) => answers),
    ).toEqual(expect.arrayContaining(['bureau', 'year', 'kind']));
  });

  it('says whose a name without a place is', () => {
    expect(read(accounts('医疗保障局'), PAGE)).toMatchObject({
      bureauId: '990122-医疗保障局',
      fiscalYear: 2024,
    });
  });

  it('never outweighs the document: a bureau shows the reports of its units, and of other years', () => {
    expect(read(accounts('乙县医疗保障事务中心'), PAGE)).toMatchObject({
      bureauId: '990122-医疗保障事务中心',
      fiscalYear: 2024,
    });
    expect(read(accounts('甲县医疗保障局'), PAGE).bureauId).toBe('990121-医疗保障局');
    expect(read('示例市2024年财政总决算\n\n目录\n', PAGE).bureauId).toMatch(/^unidentified/);
  });
});

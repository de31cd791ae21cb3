import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ManifestEntry } from '../../../sources/manifest.ts';
import { documentOfText, readText } from '../../../transforms/read/read-text.ts';
import type { Disclosure } from '../../../transforms/recognise/disclosure.ts';
import { recognise } from '../../../transforms/recognise/recognise.ts';
import { CORPUS, CORPUS_IS_HERE } from '../../support/corpus-folder.ts';

const NO_MANIFEST: ManifestEntry = {
  file: 'a.txt',
  bureau: null,
  regionCode: null,
  scope: null,
  fiscalYear: null,
  kind: null,
  url: null,
  publishedOn: null,
  row: 2,
};

function read(text: string, path = 'a.txt', manifest: ManifestEntry | null = null): Disclosure {
  return recognise(
    documentOfText(text),
    { sourceFile: path.split('/').at(-1)!, relativePath: path },
    manifest,
  );
}

describe('a sentence in which a body speaks of itself', () => {
  it.each([
    '临澧县水利局（以下简称县水利局）按要求开展自评',
    '（一）临澧县水利局的主要职责如下',
    '临澧县水利局隶属于县政府的正科级单位',
    '我局（临澧县水利局）按时完成填报',
    '根据《临澧县水利局职能配置、内设机构和人员编制规定》',
    '纳入决算填报范围的单位为：临澧县水利局本级',
    '第一部分 临澧县水利局概况',
    '临澧县水利局内设5个股室',
    '临澧县水利局2024年度部门决算按要求公开',
    '临澧县水利局2024年总收入按来源划分',
    '临澧县水利局2024年财政拨款按来源划分',
    '临澧县水利局2024年度“三公”经费如下',
  ])('%s', (sentence) => {
    const { bureauName } = read(`公开\n\n一、情况\n${sentence}。经桃源县财政局批复执行。\n`);
    expect(bureauName).toBe('临澧县水利局');
  });
});

describe('whose', () => {
  it.each([
    ['the title', '桃源县水利局2024年度部门决算\n\n目录\n', '桃源县水利局', '430725'],
    [
      'a title set with spaces over two lines',
      '桃 源 县 水 利 局\n2024 年 部 门 预 算\n\n目 录\n',
      '桃源县水利局',
      '430725',
    ],
    [
      'the cover',
      '绩效自评报告\n（2022年度）\n部门（单位）名称：临澧县教育局\n\n一、概况\n',
      '临澧县教育局',
      '430724',
    ],
    [
      'a caption',
      '收入支出决算总表\n公开部门：桃源县审计局\t\t2022年度\t\t单位：万元\n项目\t金额\n合计\t5\n',
      '桃源县审计局',
      '430725',
    ],
    [
      'a caption that runs into the number of the form',
      '收入支出决算总表\n公开01表部门：桃源县审计局\t\t单位：万元\n项目\t金额\n合计\t5\n',
      '桃源县审计局',
      '430725',
    ],
    ['a cell of a form', '绩效自评表\n\n部门名称\t桃源县水利局\n总额\t3\n', '桃源县水利局', '430725'],
    [
      'a sentence about itself',
      '部门预算公开\n\n一、职责\n桃源县水利局是县政府工作部门。根据桃源县财政局批复执行。\n',
      '桃源县水利局',
      '430725',
    ],
    ['a heading', '2024年度部门决算\n\n第一部分 桃源县水利局概况\n一、职责\n', '桃源县水利局', '430725'],
    ['a party organ', '中共桃源县委宣传部2023年度部门决算\n\n一、概况\n', '中共桃源县委宣传部', '430725'],
    ['a town', '桃源县漳江镇人民政府2023年度部门决算\n\n一、概况\n', '桃源县漳江镇人民政府', '430725'],
    [
      'a name with all its parents',
      '新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县林业和草原局2023年度部门决算\n\n一、\n',
      '新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县林业和草原局',
      '654022',
    ],
    [
      'a title with the year between the place and the body',
      '桃源县2016年度移民局“三公”经费决算情况表\n\n一、概况\n',
      '桃源县移民局',
      '430725',
    ],
    [
      'the title below the path of a page on its site',
      '首页 > 教育局主站 > 信息公开 > 重点领域信息公开 > 资金信息\n\n桃源县教育局直属系统2013年部门预算\n\n一、概况\n',
      '桃源县教育局',
      '430725',
    ],
    [
      'the title below the frame of a site, copied as words',
      '索引号 0436-2/2019-0215 发布机构 桃源县水利局\n公开目录 财政预决算\n文号 浏览量\n\n桃源县水利局水利勘测设计队2018年度部门决算\n\n第一部分 概况\n',
      '桃源县水利局水利勘测设计队',
      '430725',
    ],
    [
      'a sentence that says what it spent of the general public budget',
      '桃源县水利局2019年用一般公共预算财政拨款开支的“三公”经费合计3.20万元。\n',
      '桃源县水利局',
      '430725',
    ],
  ])('is read from %s', (_, text, name, regionCode) => {
    expect(read(text)).toMatchObject({ bureauName: name, regionCode });
  });

  it('lets title and captions outweigh a body of another level in one heading', () => {
    const text =
      '桃源县水利局2024年度部门决算\n\n第一部分 常德市水利局概况\n\n一、职责\n常德市水利局水利局。\n';
    expect(read(text).bureauName).toBe('桃源县水利局');
  });

  it('never takes a body that is only mentioned, however often', () => {
    const text = `2024年度部门整体支出绩效自评报告\n\n一、概况\n${'根据桃源县财政局的通知开展自评。\n'.repeat(50)}`;
    expect(read(text, '桃源县财政局2024.txt')).toMatchObject({ bureauName: null, regionCode: null });
  });

  it('names nobody for an empty template', () => {
    expect(read('上海市XX局2024年度部门决算\n\n第一部分 XX局概况\n').bureauId).toMatch(
      /^unidentified-[0-9a-f]{16}$/,
    );
  });

  it('names nobody for the totals of a whole county', () => {
    expect(
      read('桃源县2024年度“三公”经费预算汇总情况说明\n\n编制单位：桃源县财政局\n').bureauName,
    ).toBeNull();
  });

  it.each([
    '2021年区本级“三公”经费预算公开报表',
    '2019年县级“三公”经费决算汇总表',
    '2022年桃源县本级“三公”经费预算表',
  ])('names nobody for %s, whoever publishes it', (title) => {
    const text = `首页 > 桃源县人民政府办公室 > 财政预决算\n\n${title}\n\n一、概况\n`;
    expect(read(text).bureauName).toBeNull();
  });

  it('takes a year in front of all departments of a place for no part of a name', () => {
    expect(read('桃源县2023年部门预算公开\n\n一、概况\n').bureauName).toBeNull();
  });

  it('names the body whose projects a 绩效自评结果汇总表 lists', () => {
    const text = '2024年度项目支出绩效自评结果汇总表\n\n填报单位：桃源县水利局\n\n一、概况\n';
    expect(read(text).bureauName).toBe('桃源县水利局');
  });

  it('takes a town and its government for one body', () => {
    const ids = ['漳江镇', '漳江镇人民政府'].map((name) => read(`桃源县${name}2024年部门决算\n`).bureauId);
    expect(ids).toEqual(['430725-漳江镇人民政府', '430725-漳江镇人民政府']);
  });

  it('takes 政府办 and 人民政府办公室 for one body', () => {
    const ids = ['政府办', '政府办公室', '人民政府办公室'].map(
      (name) => read(`桃源县${name}2024年部门决算\n`).bureauId,
    );
    expect(new Set(ids)).toEqual(new Set(['430725-人民政府办公室']));
  });

  it('takes an office that every county has for nobody where no place stands in front of it', () => {
    const form = (unit: string) =>
      `2024年度项目支出绩效自评表\n\n项目名称\t养殖补贴\n主管部门\t农业农村局\t实施单位\t${unit}\n资金\t1\t2\t3\n`;
    expect(read(form('农业农村局')).bureauId).toMatch(/^unidentified-/);
    expect(read(form('漳江镇人民政府')).bureauName).toBe('漳江镇人民政府');
    expect(read(form('桃源县农业农村局')).bureauName).toBe('桃源县农业农村局');
  });

  const carriedOut = (above: string, unit: string) =>
    `2024年度项目支出绩效自评表\n\n项目名称\t养殖补贴\n主管部门\t${above}\t实施单位\t${unit}\n资金\t1\t2\t3\n`;

  it.each([
    ['常德市水利局', '桃源县水利局', '桃源县水利局'],
    ['湖南省水利厅', '常德市水利局', '常德市水利局'],
    ['桃源县教育局', '桃源县第一中学', '桃源县教育局'],
    ['常德市教育局', '桃源县第一中学', '常德市教育局'],
    ['湖南省水利厅', '太原市水务局', '湖南省水利厅'],
  ])('of %s above and %s below, the form is that of %s', (above, unit, owner) => {
    expect(read(carriedOut(above, unit)).bureauName).toBe(owner);
  });

  const listed = (department: string, office: string) =>
    `项目绩效目标申报表（2024年度）\n\n单位名称\t项目名称\t预算数\n${department}\t\t30\n${office}\t养殖补贴\t30\n`;

  it('names the office that a list of projects prints below its department', () => {
    expect(read(listed('820-漳江镇部门', '820001-桃源县漳江镇人民政府')).bureauId).toBe(
      '430725-漳江镇人民政府',
    );
    expect(read(listed('820-漳江镇部门', '820002-桃源县养殖中心')).bureauName).toBeNull();
    expect(read(listed('820-漳江镇部门', '710001-桃源县漳江镇人民政府')).bureauName).toBeNull();
  });

  it('names neither of two bodies with equal claims', () => {
    expect(
      read('部门预算公开\n\n一、概况\n桃源县水利局内设5个股室。临澧县水利局内设5个股室。\n').bureauName,
    ).toBeNull();
  });

  it('gives the region only where the document says which of two places it is', () => {
    const title = '长安区财政局2023年度部门决算\n\n一、概况\n';
    expect(read(title).regionCode).toBeNull();
    expect(read(`${title}根据陕西省财政厅要求公开。\n`).regionCode).toBe('610116');
    expect(read(`${title}根据河北省财政厅要求公开。\n`).regionCode).toBe('130102');
    expect(read(title, '河北省/a.txt').regionCode).toBe('130102');
    const drumTower = '鼓楼区财政局2023年度部门决算\n\n一、概况\n根据江苏省财政厅要求公开。\n';
    expect(read(drumTower).regionCode).toBeNull();
    expect(read(`${drumTower}执行徐州市统一规定。\n`).regionCode).toBe('320302');
  });

  it('gives no code to a development zone, which has none', () => {
    expect(read('湘潭市昭山示范区民政局2023年度部门决算\n\n一、\n')).toMatchObject({
      bureauName: '湘潭市昭山示范区民政局',
      regionCode: null,
    });
  });
});

describe('a zone that is a district too', () => {
  it('is named without the other name in brackets', () => {
    const text = '示例高新技术产业开发区（示例市新市区）建设局2020年度部门决算公开说明\n\n正文。\n';
    expect(read(text).bureauName).toBe('示例高新技术产业开发区建设局');
  });
});

describe('the id of a body', () => {
  const full = '威宁彝族回族苗族自治县水利局2024年度部门决算\n\n一、概况\n';

  it('is the same in every document and under every file name', () => {
    const other = '贵州省威宁彝族回族苗族自治县水利局2023年部门预算\n\n一、概况\n';
    const short = '威宁县水利局2022年度部门决算\n\n一、概况\n';
    const ids = [read(full), read(other, 'x/b.txt'), read(short)].map(({ bureauId }) => bureauId);
    expect(new Set(ids)).toEqual(new Set(['520526-水利局']));
  });

  it('of an unidentified document comes from its content alone', () => {
    const text = '2023年度绩效自评报告\n\n一、概况\n本单位在职9人。\n';
    expect(read(text).bureauId).toBe(read(text.replaceAll('\n\n', '\n'), '别名.txt').bureauId);
    expect(read(text).bureauId).not.toBe(read(text.replace('9人', '8人')).bureauId);
  });

  it('prefers the published full form to a short one in a form', () => {
    expect(read(`${full}\n项目支出绩效自评表\n\n实施单位\t威宁县水利局\n总额\t3\n`).bureauName).toBe(
      '威宁彝族回族苗族自治县水利局',
    );
  });
});

describe('when', () => {
  it.each([
    ['the title', '桃源县水利局2023年度部门决算\n2024年8月30日\n\n一、\n', 2023],
    ['Chinese numerals', '桃源县水利局\n二〇二三年度部门决算\n\n一、\n', 2023],
    ['the first year of a title', '桃源县水利局2023年度部门决算及2024年部门预算\n\n一、\n', 2023],
    [
      'captions, not last year’s columns',
      '绩效自评表\n(2022年度)\n\n项目\t2021年决算数\t2022年决算数\n合计\t1\t2\n',
      2022,
    ],
    ['a form’s own title', '项目支出绩效自评表（2021年度） | |\n项目名称 | 维修 |\n', 2021],
    [
      'running text, not comparisons',
      '绩效自评报告\n\n一、概况\n2024年财政拨款收入9万元，比2023年增加1万元，与2023年持平。截至2024年12月31日在职9人。\n',
      2024,
    ],
    [
      'a title although the text compares a lot',
      `桃源县水利局2025年部门预算\n\n一、概况\n${'2024年执行数95万元。'.repeat(60)}\n`,
      2025,
    ],
    [
      'nothing but the later of two columns',
      '一般公共预算支出表\n单位：万元\n科目编码\t科目名称\t2023年执行数\t2024年预算数\n213\t农林水支出\t1.00\t2.00\n',
      2024,
    ],
    [
      'the term of a project, if that is one whole year',
      '项目绩效评价报告\n\n项目名称\t维修\n项目起止时间\t2021.1.1~2021.12.31\n实际支出\t9.00\n',
      2021,
    ],
    [
      'its months',
      '项目绩效评价报告\n\n项目起止时间\n\n2021 年 1 月起至 2021 年 12 月止\n\n实际支出9万元。\n',
      2021,
    ],
    [
      'no term of two years',
      '项目绩效评价报告\n\n项目起止时间\n\n2021年1月至2022年12月\n\n支出9万元。\n',
      null,
    ],
    ['no part of a year', '项目绩效评价报告\n\n项目起止时间\n\n2021年3月至2021年12月\n\n支出9万元。\n', null],
    ['nothing but a filing date', '绩效自评报告\n填报日期：2023年5月6日\n\n一、概况\n正文。\n', null],
  ])('is read from %s', (_, text, year) => {
    expect(read(text).fiscalYear).toBe(year);
  });
});

describe('what kind and which scope', () => {
  it.each([
    ['桃源县水利局2024年度部门决算', 'final_accounts', 'department'],
    ['桃源县水利局2024年度单位决算', 'final_accounts', 'unit'],
    ['桃源县水利局（本级）2024年度决算', 'final_accounts', 'unit'],
    ['2023年度桃源县水利局本级部门决算', 'final_accounts', 'unit'],
    ['桃源县2023年县本级部门决算', 'final_accounts', 'department'],
    ['桃源县水利局2025年部门预算公开', 'budget', 'department'],
    ['桃源县水利局2025年单位预算', 'budget', 'unit'],
    ['桃源县水利局2022年度部门整体支出绩效自评报告', 'self_evaluation', 'department'],
    ['桃源县水利局预算绩效自评报告', 'self_evaluation', 'department'],
    ['桃源县水利局2022年度部门（单位）整体支出绩效自评报告', 'self_evaluation', 'department'],
    ['部门预算项目支出绩效自评表(2023年度)', 'project_evaluation', 'department'],
    ['示例县2023年度农村公路养护补助资金绩效自评报告', 'project_evaluation', 'department'],
    ['示例县2023年度防雹作业经费绩效自评报告', 'project_evaluation', 'department'],
    ['示例县气象局转移支付2023年度绩效自评报告（防雹作业补助资金）', 'project_evaluation', 'department'],
    ['示例县气象局2023年度部门整体支出绩效自评报告（含防雹作业补助资金）', 'self_evaluation', 'department'],
    ['示例县防雹作业补助转移支付2023年度绩效自评报告', 'project_evaluation', 'department'],
    ['示例县2023年度防雹作业经费的绩效自评报告', 'project_evaluation', 'department'],
    [
      '桃源县水利局2014年度财政支出绩效评价自评报告\n\n项目名称：防汛物资补助资金',
      'project_evaluation',
      'department',
    ],
    [
      '桃源县水利局2014年度部门支出绩效评价自评报告\n\n项目名称：防汛物资补助资金',
      'self_evaluation',
      'department',
    ],
    ['示例县财政局2023年度财政资金绩效自评报告', 'self_evaluation', 'department'],
    ['部门预算项目绩效目标申报表(2023年度)', 'performance_targets', 'department'],
    ['会议通知', 'unknown', 'department'],
  ])('%s is %s of a %s', (title, kind, scope) => {
    expect(read(`${title}\n\n一、概况\n正文。\n`)).toMatchObject({ kind, scope });
  });
});

describe('a heading', () => {
  it('that names the units of the budget, or who paid what was spent, makes no budget', () => {
    const text = [
      '示例市示例区2021年度“三公”经费公开说明',
      '一、示例区本级预算单位、人员及车辆基本情况',
      '全区共有一级预算单位20个。',
      '二、示例区本级一般公共预算财政拨款“三公”经费支出情况',
      '公务接待费3万元。',
    ];
    expect(read(text.join('\n\n')).kind).not.toBe('budget');
    expect(read([text[0], '二、一般公共预算安排情况', text[4]].join('\n\n')).kind).toBe('budget');
  });
});

describe('a manifest', () => {
  const text = '桃源县水利局2023年度部门决算\n\n一、概况\n';

  it('outweighs what the document says, field by field', () => {
    const manifest: ManifestEntry = {
      ...NO_MANIFEST,
      bureau: '临澧县审计局',
      scope: 'unit',
      fiscalYear: 2022,
      kind: 'budget',
    };
    expect(read(text, 'a.txt', manifest)).toMatchObject({
      bureauId: '430724-审计局',
      bureauName: '临澧县审计局',
      regionCode: '430724',
      scope: 'unit',
      fiscalYear: 2022,
      kind: 'budget',
    });
  });

  it('leaves to the document what it does not say', () => {
    expect(read(text, 'a.txt', NO_MANIFEST)).toEqual(read(text));
  });

  it('decides an ambiguous place by its code', () => {
    const manifest = { ...NO_MANIFEST, regionCode: '610116' };
    expect(read('长安区财政局2023年度部门决算\n\n一、\n', 'a.txt', manifest)).toMatchObject({
      bureauId: '610116-财政局',
      bureauName: '长安区财政局',
    });
  });

  it('is quoted as evidence with its row', () => {
    const { evidence } = read(text, 'a.txt', { ...NO_MANIFEST, fiscalYear: 2022 });
    expect(evidence).toContainEqual({
      answers: 'year',
      value: '2022',
      source: 'manifest',
      quote: '第2行 a.txt',
    });
  });
});

it('says for every answer where it was read', () => {
  const { evidence } = read('桃源县水利局2023年度部门决算\n\n一、概况\n');
  expect(new Set(evidence.map(({ answers }) => answers))).toEqual(
    new Set(['bureau', 'region', 'scope', 'year', 'kind']),
  );
});

/** "| a.txt | 某县某局 (123456) | 2024 | 部门决算 …": file, name, code, year. */
const INDEX_ROW = /^\| (\S+\.txt) \| (?:(\S+) \((\d{6})\)|none named[^|]*) \| (\d{4}) \|/gm;
const ROWS = CORPUS_IS_HERE ? [...readFileSync(join(CORPUS, 'INDEX.md'), 'utf8').matchAll(INDEX_ROW)] : [];

describe.skipIf(ROWS.length === 0)('the texts of the corpus (skipped where it is absent)', () => {
  it.each(
    ROWS.map(([, file, name, code, year]) => ({
      file: file!,
      name: name ?? null,
      code: code ?? null,
      year: Number(year),
    })),
  )('$file is of $name, $year, under any file name', ({ file, name, code, year }) => {
    const document = readText(readFileSync(join(CORPUS, file)));
    const disclosure = recognise(
      document,
      { sourceFile: 'foreign-1999.txt', relativePath: 'foreign-1999.txt' },
      null,
    );
    expect(disclosure).toMatchObject({
      bureauName: name,
      regionCode: code,
      fiscalYear: year,
      scope: 'department',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { dueDate } from '../../sources/bureau.ts';
import { knownBureaus, predecessorsOf } from '../../sources/known-bureau.ts';
import { loadRegistry, ownRegistryFolder } from '../../sources/load-registry.ts';
import { joinRegistries, namesDigest, parseRegistryFile } from '../../sources/registry.ts';

const ENTRY = `
  - id: 990121-财政局
    names: { official: 示例省甲县财政局 }
    division: "990121"`;

const errorsOf = (text: string) => parseRegistryFile('登记/示例.yml', text).errors;

describe('the registry', () => {
  it('that comes with the program is right and holds invented places only', () => {
    const { bureaus, errors } = loadRegistry([ownRegistryFolder()]);
    expect(errors).toEqual([]);
    expect(bureaus.length).toBeGreaterThan(5);
    expect(bureaus.filter(({ division }) => !division.startsWith('99'))).toEqual([]);
  });

  it('fills in what an entry leaves out', () => {
    const { bureaus } = parseRegistryFile('a.yml', `bureaus:${ENTRY}`);
    expect(bureaus).toEqual([
      {
        id: '990121-财政局',
        names: { official: '示例省甲县财政局', short: [], former: [] },
        division: '990121',
        scope: 'department',
        listings: [],
        urls: [],
        hosts: [],
        expects: [],
        file: 'a.yml',
        line: 2,
      },
    ]);
  });

  it.each([
    ['a misspelt field', `bureaus:${ENTRY}\n    lisitngs: []`, '第5行 bureaus[0].lisitngs：没有这个字段'],
    ['a misspelt field above', `bureaux: []\nbureaus: []`, '第1行 bureaux：没有这个字段'],
    ['no list', 'bureaus: 甲县财政局', '第1行 bureaus：应为单位的列表'],
    ['a code without quotes', `bureaus:${ENTRY.replace(/"/g, '')}`, '第4行 bureaus[0].division：应为带引号'],
    [
      'an id without a place',
      `bureaus:${ENTRY.replace('990121-', '')}`,
      '第2行 bureaus[0].id：应为六位区划代码',
    ],
    ['a field twice', `bureaus:${ENTRY}\n    division: "990122"`, '第5行第5列：同一个字段写了两次'],
    ['a tab', `bureaus:${ENTRY}\n\tnotes: x`, '第5行'],
    [
      'an unknown kind of report',
      `bureaus:${ENTRY}\n    expects:\n      - { kind: 总结, due: 次年09-30, from: 2024 }`,
      '第6行 bureaus[0].expects[0].kind：应为',
    ],
    [
      'a due date without its year',
      `bureaus:${ENTRY}\n    expects: [{ kind: 决算, due: 09-30, from: 2024 }]`,
      '第5行 bureaus[0].expects[0].due：应写成',
    ],
    [
      'an address that is no web page',
      `bureaus:${ENTRY}\n    listings:\n      - url: file:///etc/passwd`,
      '第6行 bureaus[0].listings[0].url：应为 http',
    ],
    [
      'a password in an address',
      `bureaus:${ENTRY}\n    urls: [{ url: "https://a:b@x.example/" }]`,
      '第5行 bureaus[0].urls[0].url：应为 http',
    ],
    [
      'a broken pattern',
      `bureaus:${ENTRY}\n    listings: [{ url: "https://x.example/", links: "(决算" }]`,
      '第5行 bureaus[0].listings[0].links：不是正确的正则表达式',
    ],
    [
      'a day that does not exist',
      `bureaus:${ENTRY.replace(' }', ', former: [{ name: 甲县税务局, until: 2019-02-30 }] }')}`,
      '第3行 bureaus[0].names.former[0].until：没有这一天',
    ],
    [
      'a former name that ends before it begins',
      `bureaus:${ENTRY.replace(' }', ', former: [{ name: 甲县税务局, from: 2019-03-01, until: 2018-01-01 }] }')}`,
      '第3行 bureaus[0].names.former[0].from：from 应早于 until',
    ],
  ])('says file, line and field of %s', (_, text, complaint) => {
    expect(errorsOf(text).join('\n')).toContain(`登记/示例.yml ${complaint}`);
  });

  it('keeps the right entries of a file beside the wrong one', () => {
    const { bureaus, errors } = parseRegistryFile('a.yml', `bureaus:${ENTRY}\n  - id: x\n`);
    expect(bureaus.map(({ id }) => id)).toEqual(['990121-财政局']);
    expect(errors.length).toBeGreaterThan(0);
  });

  it('tells where an id stands twice', () => {
    const one = parseRegistryFile('a.yml', `bureaus:${ENTRY}`);
    const other = parseRegistryFile('b.yml', `# 注释\nbureaus:${ENTRY}`);
    expect(joinRegistries([one, other]).errors).toEqual([
      'b.yml 第3行 id：990121-财政局 与 a.yml 第2行 重复',
    ]);
  });

  it('does not unfold aliases without end', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [last, name] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh'])
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${last}`).join(', ')}]`);
    expect(errorsOf(`${bomb.join('\n')}\nbureaus:${ENTRY}`)).toEqual([
      '登记/示例.yml：别名（*名称）展开后太大，请写成普通内容',
    ]);
  });
});

describe('what recognition takes from the registry', () => {
  const of = (text: string) => parseRegistryFile('a.yml', `bureaus:${text}`);

  it('changes with names and not with pages', () => {
    const before = namesDigest(of(ENTRY), '99');
    expect(namesDigest(of(`${ENTRY}\n    listings: [{ url: "https://x.example/" }]`), '99')).toBe(before);
    expect(namesDigest(of(ENTRY.replace('甲县财政局', '甲县财政金融局')), '99')).not.toBe(before);
    expect(namesDigest(of(ENTRY), '51')).toBe('');
  });

  it('knows the county that became a district, and no county that only went into one', () => {
    // GB/T 2260: 密云县 became 密云区 in 2015; 宣武区 went into 西城区, which was there already, in 2010.
    expect(predecessorsOf('110118')).toEqual(['110228']);
    expect(predecessorsOf('110102')).toEqual([]);
    // Two districts made one: neither series goes on.
    expect(predecessorsOf('340209')).toEqual([]);
    expect(knownBureaus(of(ENTRY).bureaus)[0]).toMatchObject({
      divisions: ['990121'],
      places: ['示例省', '示例市', '甲县'],
    });
  });
});

describe('a due date', () => {
  it.each([
    ['次年09-30', 2024, '2025-09-30'],
    ['当年03-31', 2024, '2024-03-31'],
    ['当年02-29', 2023, '2023-02-28'],
    ['次年02-29', 2023, '2024-02-29'],
  ])('%s of %i is %s', (due, year, expected) => {
    expect(dueDate({ due }, year)).toBe(expected);
  });
});

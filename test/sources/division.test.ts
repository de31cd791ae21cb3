import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  divisionByCode,
  divisionsAtStart,
  divisionsNamed,
  peerTierOf,
  populationOf,
} from '../../sources/division.ts';

const codes = (name: string, where = {}) => divisionsNamed(name, where).map((division) => division.code);

describe('divisionsNamed', () => {
  it.each([
    ['江苏省', ['320000']],
    ['乐山市金口河区', ['511113']],
    ['四川省乐山市金口河区', ['511113']],
    ['四川乐山金口河区', ['511113']],
    ['金口河区', ['511113']],
    ['互助土族自治县', ['630223']],
    ['互助县', ['630223']],
    ['青海省海东市互助县', ['630223']],
    ['普陀区', ['310107', '330903']],
    ['上海市普陀区', ['310107']],
    ['舟山市普陀区', ['330903']],
    ['长安区', ['130102', '610116']],
    ['西安市长安区', ['610116']],
    ['广西壮族自治区', ['450000']],
    ['新疆', ['650000']],
    ['延边朝鲜族自治州', ['222400']],
    ['仙桃市', ['429004']],
    ['乐山市长安区', []],
    ['金口河', []],
    ['', []],
  ])('%j can be %j', (name, found) => {
    expect(codes(name)).toEqual(found);
  });

  it.each([
    ['长安区', '61', ['610116']],
    ['长安区', '610000', ['610116']],
    ['长安区', '石家庄市', ['130102']],
    ['长安区', '陕西', ['610116']],
    ['长安区', '四川省', []],
  ])('%s within %s is %j', (name, within, found) => {
    expect(codes(name, { within })).toEqual(found);
  });

  it('knows the code of the year in which a report was made', () => {
    expect(codes('互助土族自治县', { year: 2010 })).toEqual(['632126']);
    expect(codes('下城区', { year: 2019 })).toEqual(['330103']);
    expect(codes('下城区')).toEqual(['330103']);
    expect(codes('沙县区', { year: 2019 })).toEqual(['350405']);
  });

  it('answers any name without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (name, within) => {
        expect(Array.isArray(divisionsNamed(name, { within, year: 2024 }))).toBe(true);
      }),
    );
  });
});

describe('divisionsAtStart', () => {
  it.each([
    ['成都市武侯区财政局', ['510107'], '财政局'],
    ['四川省财政厅', ['510000'], '财政厅'],
    ['互助县财政局', ['630223'], '财政局'],
    ['长安区财政局', ['130102', '610116'], '财政局'],
    ['甲县示例局', ['990121'], '示例局'],
    ['示例局', [], '示例局'],
  ])('%j begins with %j', (text, found, rest) => {
    const start = divisionsAtStart(text);
    expect(start.divisions.map((division) => division.code)).toEqual(found);
    expect(start.rest).toBe(rest);
  });
});

describe('divisionByCode', () => {
  it('tells what a division is, and of what', () => {
    expect(divisionByCode('511113')).toEqual({
      code: '511113',
      name: '金口河区',
      province: '四川省',
      prefecture: '乐山市',
      level: 'county',
      state: 'in_use',
      from: 1985,
      until: null,
      successors: [],
      ceded: [],
    });
    expect(divisionByCode('310107')).toMatchObject({ province: '上海市', prefecture: null, level: 'county' });
    expect(divisionByCode('632126')).toMatchObject({
      state: 'abolished',
      until: 2013,
      successors: ['630223'],
    });
    expect(divisionByCode('120110', 1985)).toMatchObject({ name: '东郊区', state: 'changed' });
    expect(divisionByCode('120110')).toMatchObject({ name: '东丽区', state: 'in_use' });
    expect(divisionByCode('000001')).toBeNull();
  });
});

describe('populationOf', () => {
  it.each([
    ['110101', 708829],
    ['320000', 84748016],
    ['350405', populationOf('350427')?.residents],
    ['350404', populationOf('350402')!.residents + populationOf('350403')!.residents],
    ['330105', 635136 + 485849],
    ['632126', populationOf('630223')?.residents],
  ])('%s had %d residents, through its predecessors', (code, residents) => {
    expect(populationOf(code)).toEqual({ residents, year: 2020, source: '第七次全国人口普查' });
  });

  it('gives no figure for an area that the census did not count', () => {
    expect(populationOf('330110')).toBeNull();
    expect(populationOf('330113')).toBeNull();
    expect(populationOf('330114')).toBeNull();
    expect(populationOf('110103')).toBeNull();
    expect(populationOf('710000')).toBeNull();
    expect(populationOf('999999')).toBeNull();
  });

  it('gives the census figure of the area as it was', () => {
    expect(populationOf('330110', 2019)?.residents).toBe(2402514);
    expect(populationOf('330105', 2019)?.residents).toBe(635136);
    expect(populationOf('330103')?.residents).toBe(485849);
  });
});

describe('peerTierOf', () => {
  it.each([
    ['310000', 'province'],
    ['310107', 'county'],
    ['441900', 'prefecture'],
    ['429004', 'county'],
    ['511113', 'county'],
  ])('%s is compared with the %s tier', (code, tier) => {
    expect(peerTierOf(code)).toBe(tier);
  });
});

describe('sample divisions', () => {
  it('are places of 示例省 alone, and their population says so', () => {
    const names = ['甲县', '乙县', '丙县', '丁县', '戊县', '己县', '庚县', '辛县', '壬区', '癸市'];
    for (const name of names) {
      const [division, ...others] = divisionsNamed(name);
      expect(others).toEqual([]);
      expect(division).toMatchObject({ province: '示例省', prefecture: '示例市', level: 'county' });
      expect(division!.code).toMatch(/^99/);
      expect(populationOf(division!.code)).toMatchObject({ source: 'sample' });
    }
  });

  it('have a province whose residents are the sum of theirs', () => {
    const counties = [
      '990102',
      '990121',
      '990122',
      '990123',
      '990124',
      '990125',
      '990126',
      '990127',
      '990128',
      '990181',
    ];
    const sum = counties.reduce((total, code) => total + populationOf(code)!.residents, 0);
    expect(populationOf('990000')!.residents).toBe(sum);
    expect(populationOf('990100')!.residents).toBe(sum);
  });
});

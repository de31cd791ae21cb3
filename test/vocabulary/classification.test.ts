import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Classification, LEVELS, levelOf, parseCodeTable } from '../../transforms/vocabulary/code-table.ts';
import { ECONOMIC_CODE_TABLE } from '../../transforms/vocabulary/economic-code-table.ts';
import {
  economicClassByName,
  economicCodeOf,
  economicCodesByName,
  economicName,
} from '../../transforms/vocabulary/economic-codes.ts';
import { FUNCTION_CODE_TABLE } from '../../transforms/vocabulary/function-code-table.ts';
import {
  functionClassByName,
  functionCodeOf,
  functionCodesByName,
  functionName,
  isFunctionCode,
} from '../../transforms/vocabulary/function-codes.ts';

describe.each([
  ['functional', FUNCTION_CODE_TABLE],
  ['economic', ECONOMIC_CODE_TABLE],
])('the %s table', (_, table) => {
  const entries = parseCodeTable(table);
  const codes = new Set(entries.map((entry) => entry.code));

  it('has well-formed lines in order, and the parent of every code', () => {
    expect(entries.map((entry) => entry.code)).toEqual([...entries.map((entry) => entry.code)].sort());
    for (const { code, name, from, until } of entries) {
      expect(code).toMatch(/^[23]\d{2}(\d{2}){0,2}$/);
      expect(name).toMatch(/^[\p{Script=Han}（）、“”]+$/u);
      expect(name).not.toMatch(/支出支出|其他其他/);
      expect((from ?? 0) <= (until ?? 9999), code).toBe(true);
      if (code.length > 3) expect(codes.has(code.slice(0, -2)), code).toBe(true);
    }
  });

  it('finds every code by its own name, in a year in which that name was in force', () => {
    const classification = new Classification(table);
    for (const { code, name, from, until } of entries) {
      const year = until ?? from ?? 2024;
      expect(classification.codesByName(name, { parentCode: code, level: levelOf(code)!, year })).toContain(
        code,
      );
      expect(classification.codesByName(`${name}（${levelOf(code)}）`)).toContain(code);
    }
  });
});

describe('functional classification', () => {
  it.each([
    ['二十四、债务还本支出', '231'],
    ['文化旅游体育与传媒支出', '207'],
    ['七、文化体育与传媒支出', '207'],
    ['医疗卫生与计划生育支出（类）', '210'],
    ['卫生健康', '210'],
    ['国土海洋气象等支出', '220'],
    ['资源勘探信息等支出', '215'],
    ['农林水事务', '213'],
    ['一般公共服务支出', '201'],
    ['抗疫特别国债安排的支出', '234'],
    ['其他支出', '229'],
    ['预备费', '227'],
    ['本年支出合计', null],
    ['住房公积金', null],
  ])('the 类 %j is %j', (label, code) => {
    expect(functionClassByName(label)).toBe(code);
  });

  it.each([
    ['210', 2013, '医疗卫生支出'],
    ['210', 2018, '医疗卫生与计划生育支出'],
    ['210', 2024, '卫生健康支出'],
    ['20805', 2018, '行政事业单位离退休'],
    ['2101506', 2024, '医疗保障经办事务'],
    ['2101506', 2016, '医疗保障经办事务'],
    ['2999999', 2024, null],
  ])('%s was named in %d %j', (code, year, name) => {
    expect(functionName(code, year)).toBe(name);
  });

  it('names the latest name where no year is given', () => {
    expect(functionName('207')).toBe('文化旅游体育与传媒支出');
  });

  it.each([
    [{ parentName: '医疗保障管理事务' }, ['2101501']],
    [{ parentCode: '20404' }, ['2040401']],
    [{ parentName: '政府办公厅（室）及相关机构事务（款）' }, ['2010301']],
  ])('行政运行 below %j is %j', (query, codes) => {
    expect(functionCodesByName('行政运行（项）', query)).toEqual(codes);
  });

  it('tells 款 and 项 of one name apart by level', () => {
    expect(functionCodesByName('其他卫生健康支出', { year: 2024 })).toEqual(['21099', '2109999']);
    expect(functionCodesByName('其他卫生健康支出', { level: '项', year: 2024 })).toEqual(['2109999']);
    expect(functionCodesByName('没有这个科目')).toEqual([]);
  });

  it.each([
    ['2080505', '2080505'],
    ['208 05 05', '2080505'],
    ['２０８０５', '20805'],
    ['208', '208'],
    ['[2101501]', '2101501'],
    ['2080', null],
    ['2024', null],
    ['2080505.00', null],
    ['301', null],
    ['218万', null],
    ['2050', null],
    ['', null],
  ])('reads the code cell %j as %j', (text, code) => {
    expect(functionCodeOf(text)).toBe(code);
    expect(isFunctionCode(text)).toBe(code !== null);
  });
});

describe('economic classification', () => {
  it.each([
    ['30311', 2017, '住房公积金'],
    ['30311', 2021, '代缴社会保险费'],
    ['30113', 2021, '住房公积金'],
    ['310', 2016, '其他资本性支出'],
    ['310', 2024, '资本性支出'],
  ])('%s was named in %d %s', (code, year, name) => {
    expect(economicName(code, year)).toBe(name);
  });

  it('finds a name under the code of its year', () => {
    expect(economicCodesByName('住房公积金', { year: 2017 })).toEqual(['30311']);
    expect(economicCodesByName('住房公积金', { year: 2024 })).toEqual(['30113']);
    expect(economicCodesByName('住房公积金')).toEqual(['30113', '30311']);
    expect(economicCodesByName('维修(护)费')).toEqual(['30213']);
  });

  it.each([
    ['工资福利支出', '301'],
    ['二、商品和服务支出', '302'],
    ['对个人和家庭的补助支出', '303'],
    ['资本性支出（基本建设）', '309'],
    ['资本性支出', '310'],
    ['其他资本性支出', '310'],
    ['对企业补助', '312'],
    ['办公费', null],
  ])('the 类 %j is %j', (label, code) => {
    expect(economicClassByName(label)).toBe(code);
  });

  it.each([
    ['其他资本性支出', 2017, '310'],
    ['其他资本性支出', 2021, null],
    ['资本性支出', 2021, '310'],
    ['对个人和家庭补助', 2021, '303'],
  ])('the 类 %j of %i is %j, where a 款 may be printed', (label, year, code) => {
    expect(economicClassByName(label, year)).toBe(code);
  });

  it.each([
    ['30102', '30102'],
    ['301 02', '30102'],
    ['301 2', '30102'],
    ['302 13', '30213'],
    ['301', '301'],
    ['3012', null],
    ['306', null],
    ['30102.5', null],
  ])('reads the code cell %j as %j', (text, code) => {
    expect(economicCodeOf(text)).toBe(code);
  });
});

it('answers any text without throwing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...LEVELS), (text, level) => {
      expect(Array.isArray(functionCodesByName(text, { parentName: text, level, year: 2024 }))).toBe(true);
      functionCodeOf(text);
      economicCodeOf(text);
    }),
  );
});

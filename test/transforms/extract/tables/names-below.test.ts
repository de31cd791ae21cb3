/** Statements whose names are printed below them: each name is its own table's, or nobody's. */
import { describe, expect, it } from 'vitest';
import { fitOfName } from '../../../../transforms/extract/tables/name-fits.ts';
import { tablesOf } from '../../../../transforms/extract/tables/table-context.ts';
import { documentOfText } from '../../../../transforms/read/read-text.ts';
import { readTables } from '../../../support/tables.ts';

const UNIT = '单位：万元';
const INCOME = `科目编码\t科目名称\t本年收入合计\t财政拨款收入\t上级补助收入\t事业收入
\t合计\t95.00\t80.00\t5.00\t10.00
205\t教育支出\t95.00\t80.00\t5.00\t10.00`;
const EXPENDITURE = `科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出
\t合计\t94.00\t60.00\t34.00
205\t教育支出\t94.00\t60.00\t34.00`;
const GENERAL = `科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出
\t合计\t70.00\t50.00\t20.00
205\t教育支出\t70.00\t50.00\t20.00`;
const FUND = `科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出
\t合计\t10.00\t\t10.00
212\t城乡社区支出\t10.00\t\t10.00`;
const NAMES = [
  '收入决算表',
  '支出决算表',
  '一般公共预算财政拨款支出决算表',
  '政府性基金预算财政拨款支出决算表',
];
const BODIES = [INCOME, EXPENDITURE, GENERAL, FUND];

const read = (text: string) =>
  readTables(text, 'final_accounts').facts.flatMap(({ concept, fund, functionCode, printed }) =>
    functionCode === null ? [`${concept} ${fund} ${printed}`] : [],
  );
const ALL = [
  'revenue all 95.00',
  'expenditure all 94.00',
  'expenditure general_public 70.00',
  'expenditure government_fund 10.00',
];

describe('names of statements', () => {
  const above = BODIES.map((body, at) => `${NAMES[at]}\n\n${UNIT}\n\n${body}`).join('\n\n');

  it('stand above their tables', () => {
    expect(read(above)).toEqual(expect.arrayContaining(ALL));
  });

  it.each([
    ['the unit above', BODIES.map((body, at) => `${UNIT}\n\n${body}\n\n${NAMES[at]}`).join('\n\n')],
    ['the unit below as well', BODIES.map((body, at) => `${body}\n\n${NAMES[at]}\n\n${UNIT}`).join('\n\n')],
    [
      'the number too',
      BODIES.map((body, at) => `${UNIT}\n\n${body}\n\n公开0${at + 1}表\n\n${NAMES[at]}`).join('\n\n'),
    ],
    [
      'a note behind',
      BODIES.map((body, at) => `${UNIT}\n\n${body}\n\n${NAMES[at]}\n\n注：本表反映全年数。`).join('\n\n'),
    ],
  ])('may stand below them, with %s', (_, text) => {
    expect(read(text)).toEqual(expect.arrayContaining(ALL));
    expect(read(text)).toHaveLength(read(above).length);
  });

  it('are nobody’s where tables of the same columns fit the name above and the one below', () => {
    const text = [GENERAL, FUND].map((body, at) => `${UNIT}\n\n${body}\n\n${NAMES[at + 2]}`).join('\n\n');
    expect(read(text)).toEqual([]);
  });

  it('belong to the tables below them where the first name is lost and the last table is', () => {
    const text = `${UNIT}\n\n${INCOME}\n\n${NAMES[1]}\n\n${UNIT}\n\n${EXPENDITURE}\n\n${NAMES[2]}\n\n${UNIT}\n\n${GENERAL}\n\n${NAMES[3]}`;
    expect(read(text)).toEqual(expect.arrayContaining(ALL.slice(1, 3)));
    expect(read(text)).not.toContain('expenditure government_fund 70.00');
  });

  it('do not count above a table that cannot be theirs', () => {
    expect(
      read(`${NAMES[0]}\n\n${UNIT}\n\n${EXPENDITURE}`).filter((fact) => fact.startsWith('revenue')),
    ).toEqual([]);
  });
});

describe('what a table prints', () => {
  const fit = (name: string, body: string) => fitOfName(name, tablesOf(documentOfText(body))[0]!);
  const ECONOMIC = `科目编码\t科目名称\t金额\n301\t工资福利支出\t9.00\n302\t商品和服务支出\t1.50`;

  it.each([
    ['收入决算表', INCOME, 'fits'],
    ['收入决算表', EXPENDITURE, 'contradicts'],
    ['支出决算表', EXPENDITURE, 'fits'],
    ['支出决算表', INCOME, 'contradicts'],
    ['财政拨款支出表（功能科目）', ECONOMIC, 'contradicts'],
    ['基本支出决算表（经济科目）', ECONOMIC, 'fits'],
    ['“三公”经费支出表', ECONOMIC, 'contradicts'],
    ['收入支出决算总表', EXPENDITURE, 'contradicts'],
    ['人员情况表', EXPENDITURE, 'no opinion'],
  ])('%s', (name, body, expected) => {
    expect(fit(name, body)).toBe(expected);
  });
});

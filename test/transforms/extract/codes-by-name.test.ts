import { describe, expect, it } from 'vitest';
import { codesByName } from '../../../transforms/extract/codes-by-name.ts';
import type { Fact } from '../../../transforms/extract/fact.ts';

const row = (functionCode: string, label: string): Fact => ({
  ...{ fiscalYear: 2025, concept: 'expenditure', phase: 'actual', fund: 'government_fund' },
  ...{ functionCode, economicCode: null, project: null, basis: 'stated', medium: 'table' },
  ...{ unit: 'CNY', printed: '3.20', printedUnit: '万元', valueMinor: 3_200_000, ulpMinor: 10_000 },
  ...{ location: { page: 3, table: 8, row: 4, column: 5 }, rule: 'example' },
  quote: `政府性基金支出决算表 ‖ 合计 ‖ ${label} ‖ 3.20`,
});
const codeOf = codesByName([
  row('221', '住房保障支出'),
  row('22197', '示例债券安排的支出'),
  row('2219799', '其他示例住房支出'),
  row('2219798', '示例债券安排的支出'),
  row('2080505', '水利工程维护'),
]);

describe('a name that no classification lists', () => {
  it.each([
    ['其他示例住房支出', ['住房保障支出', '示例债券安排的支出'], 7, '2219799'],
    ['其他示例住房支出', [], 7, '2219799'],
    // The level tells a 款 from the 项 of the same name.
    ['示例债券安排的支出', ['住房保障支出'], 5, '22197'],
    ['示例债券安排的支出', ['住房保障支出'], 7, '2219798'],
    ['示例债券安排的支出', [], undefined, null],
    // Below another 类, or beside a code that has its own name: no.
    ['其他示例住房支出', ['教育支出'], 7, null],
    ['水利工程维护', ['社会保障和就业支出'], 7, null],
  ] as const)('%s below %j has the code printed beside it: %s %s', (name, parents, digits, expected) => {
    expect(codeOf(name, parents, digits)).toBe(expected);
  });
});

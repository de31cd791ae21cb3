import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byText } from '../../transforms/checks/candidates.ts';
import { numberKeys } from '../../transforms/checks/key-numbers.ts';
import { type FactKey, FUNDS, PHASES, printKey } from '../../transforms/extract/fact.ts';
import { CONCEPTS } from '../../transforms/vocabulary/concept.ts';

const codes = fc.constantFrom(null, '201', '20101', '2010101', '20103', '208');
const keys: fc.Arbitrary<FactKey> = fc.record({
  fiscalYear: fc.constantFrom(2022, 2023, 2024),
  concept: fc.constantFrom(...CONCEPTS.map(({ id }) => id)),
  phase: fc.constantFrom(...PHASES),
  fund: fc.constantFrom(...FUNDS),
  functionCode: codes,
  economicCode: codes,
  project: fc.constantFrom(null, '示例项目', '示例项目 二期', '示例项目|一', 'A', 'A!', 'A~'),
});
const lists = fc.array(keys, { minLength: 1, maxLength: 60 });

describe('keys as numbers', () => {
  it('are as different as the printed keys, and in their order', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const printed = [...new Set(list.map(printKey))].sort(byText);
        const { count, of } = numberKeys(list);
        expect(count).toBe(printed.length);
        expect([...of]).toEqual(list.map((key) => printed.indexOf(printKey(key))));
      }),
    );
  });

  it('are found for the keys that are among them, and for no other', () => {
    fc.assert(
      fc.property(lists, keys, (list, other) => {
        const { of, numberOf } = numberKeys(list);
        const at = list.findIndex((key) => printKey(key) === printKey(other));
        expect(numberOf(other)).toBe(at < 0 ? null : of[at]);
        expect(list.map(numberOf)).toEqual([...of]);
      }),
    );
  });

  it('stand in one row where they differ in concept and fund only', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const { of, rows, rowOf } = numberKeys(list);
        const rowsOf = list.map((key) => printKey({ ...key, concept: 'expenditure', fund: 'all' }));
        expect(rows).toBe(new Set(rowsOf).size);
        for (const [a, row] of rowsOf.entries())
          expect(rowsOf.map((other) => other === row)).toEqual(
            [...of].map((number) => rowOf[number] === rowOf[of[a]!]),
          );
      }),
    );
  });

  it('are none where there is no key', () => {
    expect(numberKeys([])).toMatchObject({ count: 0, rows: 0 });
  });
});

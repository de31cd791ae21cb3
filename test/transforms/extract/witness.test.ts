import fc from 'fast-check';
import { expect, it } from 'vitest';
import { digest, digestAfter } from '../../../transforms/extract/witness.ts';

it.each(['2024|expenditure|actual|all|2080101||', '', '示例“项目”', 'a"b', 'a\\b', 'a\nb', '\ud800'])(
  'a digest that continues another is the digest of all: %j',
  (last) => {
    expect(digestAfter('b-1', 'department')(last)).toBe(digest('b-1', 'department', last));
  },
);

it('does so for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (last) => {
      expect(digestAfter('b-1', 'unit')(last)).toBe(digest('b-1', 'unit', last));
    }),
  );
});

import { describe, expect, it } from 'vitest';
import { isEnvironmental, requireSomeSuccess } from '../../pipeline/systemic-failure.ts';

describe('what the machine refuses', () => {
  it.each([
    ['ENOSPC', true],
    ['EROFS', true],
    ['SQLITE_CORRUPT', true],
    ['SQLITE_IOERR_SHORT_READ', true],
    ['SQLITE_CONSTRAINT_CHECK', false],
    ['SQLITE_ERROR', false],
    ['ENOENT', false],
    [undefined, false],
  ])('with %s is no fault of the document at hand: %s', (code, isIts) => {
    expect(isEnvironmental(Object.assign(new Error('refused'), { code }))).toBe(isIts);
  });
});

describe('a night of failures', () => {
  it('stands where anything came through, or where few were tried', () => {
    expect(() => requireSomeSuccess(['份', 'documents'], 4, Array(4).fill('x'))).not.toThrow();
    expect(() => requireSomeSuccess(['份', 'documents'], 100, Array(99).fill('x'))).not.toThrow();
  });

  it('falls where nothing did, with the first reason', () => {
    expect(() => requireSomeSuccess(['份', 'documents'], 5, ['first', ...Array(4).fill('x')])).toThrow(
      /5 份全部.*first/,
    );
  });
});

import { describe, expect, it } from 'vitest';
import { LongestMatch } from '../../../transforms/parse/longest-match.ts';

const words = new LongestMatch([
  ['教育', 1],
  ['教育支出', 2],
  ['教育支出预算', 3],
  ['支', 4],
  ['教育', 5],
]);
const at = (text: string, place = 0) => {
  const found = words.at(text, place);
  return found && `${found.word} ${found.value}`;
};

describe('the longest word that stands at a place', () => {
  it.each([
    ['教育支出预算数', 0, '教育支出预算 3'],
    ['教育支出', 0, '教育支出 2'],
    ['教育支', 0, '教育 1'],
    ['教育支', 2, '支 4'],
    ['支出', 0, '支 4'],
    ['支', 0, '支 4'],
  ])('%s at %d: %s', (text, place, found) => {
    expect(at(text, place)).toBe(found);
  });

  it.each(['', '教', '高等教育', '出支'])('is none in front of %s', (text) => {
    expect(at(text)).toBeNull();
  });

  it('is none behind the end', () => {
    expect(at('教育', 2)).toBeNull();
    expect(at('教育', 7)).toBeNull();
  });
});

import { expect, it } from 'vitest';
import { peerGroupInWords } from '../../reports/words.ts';

it.each([
  ['county|财政局|63|<200000; widened=0', '人口不足 20 万', 'fewer than 200,000 residents'],
  ['county|财政局|63|<500000; widened=0', '人口 20 万至 50 万', '200,000 to 500,000 residents'],
  ['county|财政局|63|<1000000; widened=0', '人口 50 万至 100 万', '500,000 to 1,000,000 residents'],
  ['county|财政局|63|>=1000000; widened=0', '人口 100 万以上', '1,000,000 residents or more'],
  ['county|财政局|63|*; widened=1', '不限人口', 'any population'],
])('the band of %s is called %s, %s', (group, zh, en) => {
  expect(peerGroupInWords(group, 'zh').split(' · ').at(-1)).toBe(zh);
  expect(peerGroupInWords(group, 'en').split(' · ').at(-1)).toBe(en);
});

it('a group is told by what its members share, the province by its name where that is known', () => {
  const group = 'county|*|63|*; widened=1';
  expect(peerGroupInWords(group, 'zh')).toBe('县级 · 各类单位 · 省码 63 · 不限人口');
  expect(peerGroupInWords(group, 'zh', () => '青海省')).toBe('县级 · 各类单位 · 青海省 · 不限人口');
});

import { expect, it } from 'vitest';
import { choiceInWords } from '../../reports/choice-words.ts';
import { AGREEMENT_REASONS, REASONS } from '../../transforms/reconcile/index.ts';
import { STANDING_WORDS } from '../../transforms/reconcile/reason-words.ts';

it.each([
  ...REASONS.map(({ zh }) => zh),
  ...Object.values(AGREEMENT_REASONS),
  ...Object.values(STANDING_WORDS).map(([zh]) => zh),
])('%s has its English', (reason) => {
  expect(choiceInWords(reason, 'en')).not.toMatch(/\p{Script=Han}/u);
  expect(choiceInWords(reason, 'zh')).toBe(reason);
});

it.each([
  ['2个互相矛盾的数值，表格优于文字', '2 contradicting values: table over prose'],
  ['3个互相矛盾的数值，依据相当，待核实', '3 contradicting values: equally well founded, to be looked at'],
  [
    '各处一致；推算所据的数字在报告中不一致',
    'all places agree; the report contradicts itself about the figures it is derived from',
  ],
  ['更正：原取2.00（唯一来源）；漏计一笔；依据：第3页', '更正：原取2.00（唯一来源）；漏计一笔；依据：第3页'],
])('%j is %j', (reason, english) => {
  expect(choiceInWords(reason, 'en')).toBe(english);
});

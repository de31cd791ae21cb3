/** A table that was not read says nothing of the report. */
import { expect, it } from 'vitest';
import { checkBureau } from '../../transforms/checks/check-bureau.ts';
import { reconcileBureau } from '../../transforms/reconcile/reconcile-bureau.ts';
import { figure, remark } from './example-bureau.ts';

/** Codes of one table on pages 3 and 4 that come to 90 of 120. */
const SHORT = [
  figure('expenditure', '120', { functionCode: '208', location: { page: 3, table: 1, row: 2 } }),
  figure('expenditure', '50', { functionCode: '20805', location: { page: 3, table: 1, row: 3 } }),
  figure('expenditure', '40', { functionCode: '20899', location: { page: 4, table: 1, row: 9 } }),
];
/** The same codes, coming to more than their total. */
const LONG = SHORT.map((one, at) => (at === 0 ? { ...one, valueMinor: 80_000_000 } : one));

function judged(witnesses: typeof SHORT, ...pages: number[]) {
  const remarks = pages.map((page) => remark('unread_table', { location: { page } }));
  const { findings, evaluations } = checkBureau(witnesses, [], reconcileBureau(witnesses), [], remarks);
  const ofCodes = ({ check }: { check: string }) => check === 'codes.functional_children_sum';
  return [
    findings.filter(ofCodes).map(({ severity }) => severity),
    evaluations.filter(ofCodes).map(({ outcome }) => outcome),
  ];
}

it('accuses codes that fall short of their total', () => {
  expect(judged(SHORT)).toEqual([['error'], ['failed']]);
});

it.each([[3], [4], [5]])('leaves it open where a table on page %i was not read', (page) => {
  expect(judged(SHORT, page)).toEqual([[], ['not_evaluable']]);
});

it.each([[2], [6]])('accuses them where the unread table stands apart, on page %i', (page) => {
  expect(judged(SHORT, page)).toEqual([['error'], ['failed']]);
});

it('accuses codes that come to more than their total, whatever was not read', () => {
  expect(judged(LONG, 3)).toEqual([['error'], ['failed']]);
});

/** The same codes on lines of a text, and another one below them: the table did not end there. */
const LINES = [
  ...SHORT,
  figure('expenditure', '70', { functionCode: '210', location: { page: 4, table: 1, row: 10 } }),
].map((one, at) => ({ ...one, location: { line: 40 + 2 * at, table: 1, row: 2 + at } }));
const judgedInText = (line: number) => {
  const remarks = [remark('unread_table', { location: { line } })];
  const { findings } = checkBureau(LINES, [], reconcileBureau(LINES), [], remarks);
  return findings.filter(({ check }) => check === 'codes.functional_children_sum').length;
};

it.each([[42], [90]])('leaves it open where rows of a text were not read, on line %i', (line) => {
  expect(judgedInText(line)).toBe(0);
});

it.each([[12], [300]])('accuses them where those rows stand apart, on line %i', (line) => {
  expect(judgedInText(line)).toBe(1);
});

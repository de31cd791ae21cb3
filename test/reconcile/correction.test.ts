import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Correction } from '../../sources/corrections.ts';
import { correct } from '../../transforms/reconcile/correction.ts';
import { reconcileBureau } from '../../transforms/reconcile/reconcile-bureau.ts';
import { figure } from '../checks/example-bureau.ts';

const observations = reconcileBureau([
  figure('three_public', '4.00'),
  figure('three_public', '40.00', { medium: 'prose', rule: 'example/sentence' }),
  figure('conference', '2.00'),
]);

const correction = (fields: Partial<Correction> = {}): Correction => ({
  bureau: '示例县医疗保障局',
  scope: 'department',
  fiscalYear: 2024,
  concept: 'three_public',
  phase: 'actual',
  fund: 'all',
  functionCode: null,
  economicCode: null,
  project: null,
  unit: 'CNY',
  valueMinor: 4_200_000,
  ulpMinor: 10_000,
  expectMinor: 4_000_000,
  reason: '漏计一笔',
  evidence: '第3页',
  author: '张三',
  place: 'corrections.csv 第2行',
  ...fields,
});

const threePublic = (all: readonly { concept: string }[]) =>
  all.find(({ concept }) => concept === 'three_public');

describe('a correction', () => {
  it('takes the place of the value it was written against, and keeps that value and its witnesses', () => {
    const before = threePublic(observations)!;
    const { observations: after, findings } = correct(observations, [correction()]);
    expect(findings).toEqual([]);
    expect(threePublic(after)).toEqual({
      ...before,
      valueMinor: 4_200_000,
      status: 'corrected',
      reason: expect.stringMatching(
        /原取4\.00万元（.+）；漏计一笔；依据：第3页；张三，corrections\.csv 第2行$/,
      ),
    });
    expect(after.filter((one) => one.concept !== 'three_public')).toEqual(
      observations.filter((one) => one.concept !== 'three_public'),
    );
  });

  it('is stale and told when the reports say something else now', () => {
    const { observations: after, findings } = correct(observations, [correction({ expectMinor: 3_900_000 })]);
    expect(after).toEqual(observations);
    expect(findings).toMatchObject([
      { check: 'correction.stale', severity: 'warning', expectedMinor: 3_900_000, printedMinor: 4_000_000 },
    ]);
    expect(findings[0]!.message).toContain('现为4.00万元，不再是更正所针对的3.90万元');
  });

  it('is told where no such figure is published', () => {
    const { observations: after, findings } = correct(observations, [correction({ phase: 'budget' })]);
    expect(after).toEqual(observations);
    expect(findings).toMatchObject([
      { check: 'correction.unmatched', severity: 'warning', documentId: null },
    ]);
  });

  it('of another bureau changes nothing and says nothing', () => {
    expect(correct(observations, [correction({ bureau: '示例县财政局' })])).toEqual({
      observations,
      findings: [],
    });
  });

  it('applies in whatever order corrections come, and to one key only', () => {
    const all = [correction(), correction({ concept: 'conference', expectMinor: 2_000_000 })];
    expect(correct(observations, [...all].reverse()).observations).toEqual(
      correct(observations, all).observations,
    );
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (valueMinor, expectMinor) => {
        const { observations: after, findings } = correct(observations, [
          correction({ valueMinor, expectMinor }),
        ]);
        const corrected = after.filter(({ status }) => status === 'corrected');
        expect(corrected.length + findings.length).toBe(1);
        expect(after.map(({ observationId }) => observationId)).toEqual(
          observations.map(({ observationId }) => observationId),
        );
      }),
    );
  });
});

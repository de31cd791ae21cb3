import { describe, expect, it } from 'vitest';
import { checkBureau } from '../../transforms/checks/check-bureau.ts';
import { CHECKS } from '../../transforms/checks/index.ts';
import { reconcileBureau } from '../../transforms/reconcile/reconcile-bureau.ts';
import { scoreItem } from './example-bureau.ts';
import { RELATION_CASES, type RelationCase } from './relation-cases.ts';

const relations = CHECKS.flatMap((check) => check.relations);

function check({ build }: RelationCase, good: boolean) {
  const { witnesses = [], claims = [], scoreItems = [], remarks = [] } = build(good);
  return checkBureau(witnesses, claims, reconcileBureau(witnesses), scoreItems, remarks);
}

describe('every relation', () => {
  it('has an id of its own, a Chinese and an English name and a reason', () => {
    expect(new Set(relations.map(({ id }) => id)).size).toBe(relations.length);
    for (const { zh, en, why } of relations) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).not.toMatch(/\p{Script=Han}{4}/u);
      expect(why).toMatch(/\p{Script=Han}/u);
    }
  });

  it('is tried once where it holds and once where it does not', () => {
    expect(RELATION_CASES.map((relation) => relation.check).sort()).toEqual(
      relations.map(({ id }) => id).sort(),
    );
  });

  it.each(RELATION_CASES)('$check finds nothing where it holds', (relation) => {
    const { findings, evaluations } = check(relation, true);
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect(findings.filter((finding) => finding.check === 'witnesses.truncated')).toEqual([]);
    expect(evaluations.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  });

  it.each(RELATION_CASES)('$check finds what does not hold, and only that', (relation) => {
    const { findings } = check(relation, false);
    const serious =
      relation.severity === 'note' ? findings : findings.filter(({ severity }) => severity !== 'note');
    const own = serious.filter(({ check }) => !relation.besides?.includes(check));
    expect(own.map(({ check, severity }) => [check, severity])).toEqual([
      [relation.check, relation.severity],
    ]);
    const [finding] = own;
    expect(finding!.message).toMatch(/。$/);
    expect(finding!.messageEn).toMatch(/\.$/);
    expect(finding!.locator).toContain('文本第');
    expect(finding!.documentId).toBe('d-report');
  });

  it.each(
    RELATION_CASES.filter(
      ({ check: id }) =>
        // What has no good form to be counted.
        !id.startsWith('text.') &&
        ![
          'witnesses.truncated',
          'witnesses.last_digit',
          'derived.source_lost',
          'labels.swapped',
          'labels.wrong_rate_name',
          'score.meaningless_target',
        ].includes(id),
    ),
  )('$check is counted among what was evaluated', (relation) => {
    const failed = check(relation, false).evaluations.filter(({ outcome }) => outcome === 'failed');
    expect(failed.map(({ check: id }) => id)).toEqual([relation.check]);
    expect(
      check(relation, true).evaluations.some(({ outcome }) => outcome === 'held' || outcome === 'rounding'),
    ).toBe(true);
  });
});

it('warns of a total whose lines are worth less than it is: a page of the form may be missing', () => {
  const scoreItems = [
    scoreItem('item', '60', '58'),
    scoreItem('item', '30', '28'),
    scoreItem('total', '100', '95'),
  ];
  const { findings } = checkBureau([], [], reconcileBureau([]), scoreItems, []);
  expect(findings.map(({ check: id, severity }) => `${severity} ${id}`)).toEqual([
    'warning score.items_sum',
    'warning score.items_sum',
  ]);
});

/** Findings of the reports of one bureau, as a person would check them off a list. */
import { checkBureau } from '../../transforms/checks/check-bureau.ts';
import type { Evaluation } from '../../transforms/checks/evaluation.ts';
import type { Finding } from '../../transforms/checks/finding.ts';
import { MINOR_PER_UNIT } from '../../transforms/parse/quantity.ts';
import { reconcileBureau } from '../../transforms/reconcile/reconcile-bureau.ts';
import type { ReadReport } from '../support/corpus.ts';

export function judgeReports(own: readonly ReadReport[]): { findings: Finding[]; evaluations: Evaluation[] } {
  const witnesses = own.flatMap((report) => report.witnesses);
  return checkBureau(
    witnesses,
    own.flatMap(({ claims }) => claims),
    reconcileBureau(witnesses),
    own.flatMap(({ scoreItems }) => scoreItems),
    own.flatMap(({ remarks }) => remarks),
  );
}

/** "error three_public.parts_sum 188300 ≠ 183300 文本第84行": money in yuan; the place of the first figure. */
export function printFinding({ severity, check, unit, printedMinor, expectedMinor, locator }: Finding): string {
  const units = (minor: number | null) =>
    minor === null || unit === null ? '–' : String(Math.round((minor / MINOR_PER_UNIT[unit]) * 100) / 100);
  return `${severity} ${check} ${units(printedMinor)} ≠ ${units(expectedMinor)} ${locator.split('；')[0]}`;
}

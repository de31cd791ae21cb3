/** Figures of other years that follow from a sentence of this report, and whether what they follow from stands. */
import { printKey } from '../extract/fact.ts';
import { printLocation } from '../read/document.ts';
import { placeOf } from './candidates.ts';
import { type Check, type CheckInput, type CheckResult, findingOf } from './check.ts';
import type { Derivation } from './derivations.ts';
import { firstOfEach } from './figures.ts';
import type { Finding } from './finding.ts';
import type { Relation } from './relation.ts';
import { printAmountEn, printAmountZh, subjectEn, subjectZh } from './wording.ts';

const relations: readonly Relation[] = [
  {
    id: 'derived.source_lost',
    kind: 'agreement',
    zh: '推算数所依据的数字是报告采信的数字',
    en: 'a derived figure follows from a figure that stands',
    why: '本年数与报告他处矛盾而未被采信时，由它推算的上年数同样不能采信。',
  },
];

export const checkDerivations: Check = { relations, run };

/** The contradiction itself is another check's finding; that the derived figure fell with it must be visible too. */
function run({ unfounded }: CheckInput): CheckResult {
  // Editions of one report repeat the sentence.
  const each = firstOfEach(
    unfounded,
    ({ derived }) => `${derived.scope}|${printKey(derived)}|${placeOf(derived)}`,
  );
  return { findings: each.map(findingOfDerivation), evaluations: [] };
}

function findingOfDerivation({ derived, sources }: Derivation): Finding {
  const source = sources[0]!;
  const zh = `${subjectZh(derived)}的推算数${printAmountZh(derived.valueMinor, derived)}没有采用：它由${printLocation(source.location)}的${subjectZh(source)}${printAmountZh(source.valueMinor, source)}推得，而该数与报告他处矛盾，未被采信。`;
  const en = `The derived ${subjectEn(derived)} ${printAmountEn(derived.valueMinor, derived)} was not used: it follows from ${subjectEn(source)} ${printAmountEn(source.valueMinor, source)}, which the report contradicts.`;
  return findingOf({
    ...{ check: 'derived.source_lost', severity: 'note', message: zh, messageEn: en },
    ...{ fiscalYear: derived.fiscalYear, concept: derived.concept, unit: derived.unit },
    ...{ expectedMinor: null, printedMinor: derived.valueMinor },
    statements: [derived, ...sources],
    factIds: [derived, ...sources].map(({ factId }) => factId),
  });
}

/** Tables whose figures were cut off: a person who adds them up should know. */
import type { Witness } from '../extract/witness.ts';
import { printLocation } from '../read/document.ts';
import type { Candidate } from './candidates.ts';
import { findingOf } from './check.ts';
import { disclosureOf, groupBy } from './figures.ts';
import type { Finding } from './finding.ts';
import { agreementOf } from './interval.ts';
import { listZh } from './wording.ts';

export const TRUNCATED = 'witnesses.truncated';

export interface Truncation {
  /** The print that was cut. */
  readonly witness: Witness;
  /** The more precise one. */
  readonly lead: Witness;
}

export function truncatedIn({ lead, witnesses }: Candidate): readonly Truncation[] {
  return witnesses
    .filter((witness) => agreementOf(lead, witness) === 'truncated' && witness.ulpMinor > lead.ulpMinor)
    .map((witness) => ({ witness, lead }));
}

/** OCR leaves spaces inside numbers. */
const plain = ({ printed }: Witness): string => printed.replace(/\s+/g, '');

/** One note a table, not one a figure. */
export function truncatedTables(cut: readonly Truncation[]): readonly Finding[] {
  const tables = groupBy(cut, ({ witness }) =>
    [disclosureOf(witness), witness.medium, witness.location.table ?? '', witness.rule].join('|'),
  );
  return [...tables.values()].map((pairs) => {
    const { witness, lead } = pairs[0]!;
    const said = new Set(pairs.map(({ witness: short, lead: full }) => `${plain(full)}印为${plain(short)}`));
    return findingOf({
      check: TRUNCATED,
      severity: 'note',
      fiscalYear: witness.fiscalYear,
      concept: witness.concept,
      message: `${printLocation(witness.location)}处的数字截去了尾数：${listZh([...said], '，')}。`,
      messageEn: `Figures cut off: ${pairs.map(({ witness: short, lead: full }) => `${plain(full)} printed as ${plain(short)}`).join(', ')}.`,
      unit: witness.unit,
      expectedMinor: lead.valueMinor,
      printedMinor: witness.valueMinor,
      statements: pairs.map(({ witness: short }) => short),
      factIds: pairs.flatMap(({ witness: short, lead: full }) => [short.factId, full.factId]),
    });
  });
}

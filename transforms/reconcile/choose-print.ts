/** Which of the prints that can come from one value tells it best: 58.31 in one table, 58.32 in another. */
import { type Candidate, compareWitnesses } from '../checks/candidates.ts';
import { groupBy } from '../checks/figures.ts';
import type { Witness } from '../extract/witness.ts';
import { AGREEMENT_REASONS, places, type Support } from './index.ts';

export interface Print {
  readonly candidate: Candidate;
  readonly reason: string;
}

/** `supportOf` says how the sums of the reports close with one print; it is asked only where prints differ. */
export function choosePrint(candidate: Candidate, supportOf: (print: Candidate) => Support): Print {
  if (candidate.witnesses.length === 1) return { candidate, reason: AGREEMENT_REASONS.only };
  return chooseAmong(candidate, supportOf);
}

function chooseAmong(candidate: Candidate, supportOf: (print: Candidate) => Support): Print {
  const { lead, witnesses } = candidate;
  if (witnesses.every(({ valueMinor }) => valueMinor === lead.valueMinor))
    return { candidate, reason: AGREEMENT_REASONS.same };
  const equals = witnesses.filter((witness) => isAsGood(witness, lead));
  const values = [...groupBy(equals, ({ valueMinor }) => String(valueMinor)).values()];
  if (values.length < 2) return { candidate, reason: reasonFor(candidate) };
  const weighed = values.map((same) => {
    const print = { lead: [...same].sort(compareWitnesses)[0]!, witnesses: same };
    return { print, exact: supportOf(print).exact, places: places(print) };
  });
  const [best, next] = weighed.sort(
    (a, b) => b.exact - a.exact || b.places - a.places || compareWitnesses(a.print.lead, b.print.lead),
  );
  const others = witnesses.filter((witness) => witness !== best!.print.lead);
  const reason =
    best!.exact > next!.exact
      ? AGREEMENT_REASONS.exact
      : best!.places > next!.places
        ? AGREEMENT_REASONS.repeated
        : AGREEMENT_REASONS.newest;
  return { candidate: { lead: best!.print.lead, witnesses: [best!.print.lead, ...others] }, reason };
}

const isAsGood = (witness: Witness, lead: Witness): boolean =>
  witness.basis === lead.basis && witness.ulpMinor === lead.ulpMinor && witness.medium === lead.medium;

function reasonFor({ lead, witnesses }: Candidate): string {
  const others = witnesses.filter((witness) => witness.valueMinor !== lead.valueMinor);
  if (lead.basis === 'stated' && others.every(({ basis }) => basis === 'derived'))
    return AGREEMENT_REASONS.stated;
  if (others.every(({ ulpMinor }) => ulpMinor > lead.ulpMinor)) return AGREEMENT_REASONS.precise;
  return AGREEMENT_REASONS.table;
}

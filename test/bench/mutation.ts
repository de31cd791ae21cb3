/**
 * Would a slip of the pen be noticed? One printed figure at a time is changed as typists change them, and the share
 * of changes that at least one relation catches is counted.
 */
import { checkBureau } from '../../transforms/checks/check-bureau.ts';
import type { Finding } from '../../transforms/checks/finding.ts';
import type { RemarkOfBureau } from '../../transforms/extract/remark.ts';
import type { ScoreItemOfBureau } from '../../transforms/extract/score-item.ts';
import type { OwnedClaim, Witness } from '../../transforms/extract/witness.ts';
import { printLocation } from '../../transforms/read/document.ts';
import { reconcileBureau } from '../../transforms/reconcile/reconcile-bureau.ts';
import { type Random, randomFrom } from './random.ts';

/** All that one bureau said. */
export interface Said {
  readonly name: string;
  readonly witnesses: readonly Witness[];
  readonly claims: readonly OwnedClaim[];
  readonly scoreItems: readonly ScoreItemOfBureau[];
  readonly remarks: readonly RemarkOfBureau[];
}

export const MUTATIONS = ['digit', 'transposition', 'factor_10000', 'swapped_pair'] as const;
export type Mutation = (typeof MUTATIONS)[number];

export interface MutationCount {
  tried: number;
  caught: number;
  /** Concepts (with medium) of the figures whose change nobody noticed. */
  missed: Map<string, number>;
}

export function judge({ witnesses, claims, scoreItems, remarks }: Said): readonly Finding[] {
  const { findings } = checkBureau(witnesses, claims, reconcileBureau(witnesses), scoreItems, remarks);
  return findings.filter(({ severity }) => severity !== 'note');
}

/** Changes `times` figures, one at a time; a seed chooses them. */
export function mutate(said: Said, times: number, seed: number): Record<Mutation, MutationCount> {
  const random = randomFrom(seed);
  const known = new Set(judge(said).map(verdictOf));
  const prints = printsIn(said.witnesses);
  const counts = Object.fromEntries(MUTATIONS.map((kind) => [kind, newCount()])) as Record<
    Mutation,
    MutationCount
  >;
  for (let n = 0; n < times && prints.length > 1; n++) {
    const mutation = MUTATIONS[n % MUTATIONS.length]!;
    const print = prints[random.below(prints.length)]!;
    const other = prints[random.below(prints.length)]!;
    const changed = changedBy(mutation, print, other, random);
    if (changed === null) continue;
    const found = judge({
      ...said,
      witnesses: said.witnesses.map((witness) => changed.get(witness) ?? witness),
    });
    const count = counts[mutation];
    count.tried += 1;
    if (found.some((finding) => !known.has(verdictOf(finding)))) count.caught += 1;
    else note(count.missed, `${print[0]!.concept} ${print[0]!.medium}`);
  }
  return counts;
}

const newCount = (): MutationCount => ({ tried: 0, caught: 0, missed: new Map() });

function note(missed: Map<string, number>, what: string): void {
  missed.set(what, (missed.get(what) ?? 0) + 1);
}

const verdictOf = (finding: Finding): string => `${finding.check}|${finding.severity}|${finding.message}`;

/** A figure on the page, with every fact that was read from it; zeros are left as they are. */
type Print = readonly Witness[];

function printsIn(witnesses: readonly Witness[]): readonly Print[] {
  const prints = new Map<string, Witness[]>();
  for (const witness of witnesses) {
    if (witness.basis !== 'stated' || witness.valueMinor === 0 || witness.unit !== 'CNY') continue;
    const place = [witness.documentId, printLocation(witness.location), witness.rule, witness.printed].join(
      '|',
    );
    prints.set(place, [...(prints.get(place) ?? []), witness]);
  }
  return [...prints.keys()].sort().map((place) => prints.get(place)!);
}

type Changed = ReadonlyMap<Witness, Witness>;

/** null where the change would change nothing. */
function changedBy(mutation: Mutation, print: Print, other: Print, random: Random): Changed | null {
  if (mutation === 'factor_10000') return setTo(print, print[0]!.valueMinor * 10_000);
  if (mutation === 'swapped_pair') return swapped(print, other);
  const digits = String(Math.abs(print[0]!.valueMinor / print[0]!.ulpMinor));
  const altered = mutation === 'digit' ? withOtherDigit(digits, random) : withTransposition(digits, random);
  return altered === null || altered === digits ? null : setTo(print, Number(altered) * print[0]!.ulpMinor);
}

function setTo(print: Print, valueMinor: number): Changed {
  return new Map(
    print.map((witness) => [witness, { ...witness, valueMinor, printed: `${witness.printed}′` }]),
  );
}

/** Two figures of one table change places. */
function swapped(print: Print, other: Print): Changed | null {
  const [a, b] = [print[0]!, other[0]!];
  if (a.documentId !== b.documentId || a.location.table !== b.location.table || a.valueMinor === b.valueMinor)
    return null;
  return new Map([...setTo(print, b.valueMinor), ...setTo(other, a.valueMinor)]);
}

function withOtherDigit(digits: string, random: Random): string {
  const at = random.below(digits.length);
  const digit = (Number(digits[at]) + 1 + random.below(9)) % 10;
  return digits.slice(0, at) + digit + digits.slice(at + 1);
}

function withTransposition(digits: string, random: Random): string | null {
  if (digits.length < 2) return null;
  const at = random.below(digits.length - 1);
  return digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2);
}

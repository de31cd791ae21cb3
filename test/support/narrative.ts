/** Paragraphs in, printed facts and claims out: one line each, so that a table of examples can say what it expects. */
import type { Claim, Fact, NumberUse, Phase } from '../../transforms/extract/fact.ts';
import { extractNarrative } from '../../transforms/extract/narrative/extract-narrative.ts';
import { MINOR_PER_UNIT } from '../../transforms/parse/quantity.ts';
import { documentOfText } from '../../transforms/read/read-text.ts';
import type { Disclosure, DisclosureKind } from '../../transforms/recognise/disclosure.ts';

export interface Told {
  kind?: DisclosureKind;
  year?: number | null;
  threePublicBudgetPhase?: Phase | null;
  bureauName?: string | null;
  /** The project that the title names. */
  project?: string;
}

export interface NarrativeLines {
  facts: string[];
  claims: string[];
  numbers: NumberUse[];
  raw: { facts: Fact[]; claims: Claim[] };
}

/** "2024 expenditure.basic actual fiscal = 12.3 (derived)"; codes and project follow the fund. */
export function narrativeOf(paragraphs: readonly string[], told: Told = {}): NarrativeLines {
  const kind = told.kind ?? 'final_accounts';
  const found = extractNarrative(documentOfText(paragraphs.join('\n\n')), disclosureOf(kind, told), {
    codesByName: () => null,
    threePublicBudgetPhase: told.threePublicBudgetPhase ?? null,
    bareBudgetPhase: kind === 'budget' ? 'original_budget' : 'budget',
    project: told.project ?? null,
  });
  return {
    facts: found.facts.map(printFact),
    claims: found.claims.map(printClaim),
    numbers: found.numbers,
    raw: found,
  };
}

function disclosureOf(kind: DisclosureKind, told: Told): Disclosure {
  return {
    bureauId: 'example',
    bureauName: told.bureauName === undefined ? '示例市示例局' : told.bureauName,
    regionCode: null,
    scope: 'department',
    fiscalYear: told.year === undefined ? 2024 : told.year,
    kind,
    title: null,
    evidence: [],
  };
}

type Key = Pick<
  Fact,
  'fiscalYear' | 'concept' | 'phase' | 'fund' | 'functionCode' | 'economicCode' | 'project'
>;

function printKeyOf(key: Key): string {
  const parts = [key.fiscalYear, key.concept, key.phase, key.fund];
  return [...parts, key.functionCode, key.economicCode, key.project]
    .filter((part) => part !== null)
    .join(' ');
}

function printFact(fact: Fact): string {
  const value = fact.valueMinor / MINOR_PER_UNIT[fact.unit] / (fact.unit === 'CNY' ? 10_000 : 1);
  return `${printKeyOf(fact)} = ${value}${fact.basis === 'derived' ? ' (derived)' : ''}`;
}

function printClaim({ kind, direction, quantity, subject, base }: Claim): string {
  const scale = quantity?.unit === 'CNY' ? 1_000_000 : 10_000;
  const value = quantity === null ? '' : ` ${quantity.valueMinor / scale}`;
  const words = direction === null ? '' : ` ${direction}`;
  return `${kind}${words}${value}: ${printKeyOf(subject)} / ${printKeyOf(base)}`;
}

/** Facts, claims and points of one document, signed with whose they are and with ids that stay the same over runs. */
import type { Claim, Extraction, Fact } from '../transforms/extract/fact.ts';
import { printKey } from '../transforms/extract/fact.ts';
import type { Owner } from '../transforms/extract/owner.ts';
import type { RemarkOfBureau } from '../transforms/extract/remark.ts';
import type { ScoreItemOfBureau } from '../transforms/extract/score-item.ts';
import { digest, factIdOf, type OwnedClaim, type Witness } from '../transforms/extract/witness.ts';
import { printLocation } from '../transforms/read/document.ts';
import type { Disclosure } from '../transforms/recognise/disclosure.ts';

export function ownerOf(
  source: { documentId: string; sourceFile: string },
  disclosure: Disclosure & { fiscalYear: number },
): Owner {
  return {
    documentId: source.documentId,
    sourceFile: source.sourceFile,
    bureauId: disclosure.bureauId,
    bureauName: disclosure.bureauName,
    regionCode: disclosure.regionCode,
    scope: disclosure.scope,
    disclosureKind: disclosure.kind,
    reportYear: disclosure.fiscalYear,
  };
}

export function witnessesOf(owner: Owner, extraction: Extraction): Witness[] {
  const idOf = uniqueIds<Fact>((fact, ordinal) => factIdOf(owner.documentId, fact, ordinal));
  return extraction.facts.map((fact) => ({ ...fact, ...owner, factId: idOf(fact) }));
}

export function ownedClaimsOf(owner: Owner, extraction: Extraction): OwnedClaim[] {
  const idOf = uniqueIds<Claim>((claim, ordinal) => claimIdOf(owner.documentId, claim, ordinal));
  return extraction.claims.map((claim) => ({ ...claim, ...owner, claimId: idOf(claim) }));
}

export function ownedScoresOf(owner: Owner, extraction: Extraction): ScoreItemOfBureau[] {
  return extraction.scores.map((score) => ({ ...score, ...owner }));
}

export function ownedRemarksOf(owner: Owner, extraction: Extraction): RemarkOfBureau[] {
  return extraction.remarks.map((remark) => ({ ...remark, ...owner }));
}

function claimIdOf(documentId: string, claim: Claim, ordinal: number): string {
  return digest(
    documentId,
    printLocation(claim.location),
    claim.kind,
    printKey(claim.subject),
    printKey(claim.base),
    claim.quantity?.printed ?? null,
    claim.rule,
    ordinal,
  );
}

/** Equal statements at one place are numbered in reading order. */
function uniqueIds<Statement>(
  idOf: (statement: Statement, ordinal: number) => string,
): (statement: Statement) => string {
  const repeats = new Map<string, number>();
  return (statement) => {
    const first = idOf(statement, 0);
    const ordinal = repeats.get(first) ?? 0;
    repeats.set(first, ordinal + 1);
    return ordinal === 0 ? first : idOf(statement, ordinal);
  };
}

/** What is known of one bureau, for reconciliation and checks: facts and claims of its documents that stand. */
import type { Medium, NumberUse } from '../transforms/extract/fact.ts';
import type { OwnedClaim, Witness } from '../transforms/extract/witness.ts';
import type { Warehouse } from './connect.ts';
import { claimOf, witnessOf } from './fact-rows.ts';
import type { ClaimRow, FactRow } from './schema.ts';

/** Sorted by document and place in it, whatever the order of arrival was. */
export function loadBureauWitnesses({ sqlite }: Warehouse, bureauId: string): Witness[] {
  return sqlite
    .prepare<[string], FactRow & { source_file: string }>(
      `SELECT f.*, d.source_file FROM fact_rows f JOIN document_rows d USING (document_id)
       WHERE f.bureau_id = ? AND d.state = 'extracted' ORDER BY f.document_id, f.ordinal`,
    )
    .all(bureauId)
    .map(witnessOf);
}

/** Sorted by document and place in it. */
export function loadBureauClaims({ sqlite }: Warehouse, bureauId: string): OwnedClaim[] {
  return sqlite
    .prepare<[string], ClaimRow & { source_file: string }>(
      `SELECT c.*, d.source_file FROM claim_rows c JOIN document_rows d USING (document_id)
       WHERE c.bureau_id = ? AND d.state = 'extracted' ORDER BY c.document_id, c.ordinal`,
    )
    .all(bureauId)
    .map(claimOf);
}

/** How many numbers of one document met which end. */
export interface NumberTally {
  documentId: string;
  bureauId: string;
  fiscalYear: number | null;
  medium: Medium;
  use: NumberUse['use'];
  money: boolean;
  reason: string;
  numbers: number;
}

/** The tallies of all standing documents, for `unclaimed_share`; sorted by document. */
export function loadNumberTallies({ sqlite }: Warehouse): NumberTally[] {
  return sqlite
    .prepare<[], Omit<NumberTally, 'money'> & { money: 0 | 1 }>(
      `SELECT t.document_id AS documentId, s.bureau_id AS bureauId, s.fiscal_year AS fiscalYear, t.medium, t.use,
        t.money, t.reason, t.numbers
       FROM number_tallies t JOIN document_rows d USING (document_id) JOIN disclosures s USING (document_id)
       WHERE d.state = 'extracted' ORDER BY t.document_id, t.medium, t.use, t.money, t.reason`,
    )
    .all()
    .map((row) => ({ ...row, money: row.money === 1 }));
}

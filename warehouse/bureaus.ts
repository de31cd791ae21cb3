/** What is known of one bureau, for reconciliation and checks: facts and claims of its documents that stand. */
import type { RemarkOfBureau } from '../transforms/extract/remark.ts';
import type { ScoreItemOfBureau } from '../transforms/extract/score-item.ts';
import type { OwnedClaim, Witness } from '../transforms/extract/witness.ts';
import type { Warehouse } from './connect.ts';
import { claimOf, remarkOf, scoreItemOf, witnessOf } from './fact-rows.ts';
import type { ClaimRow, FactRow, RemarkRow, ScoreItemRow } from './schema.ts';

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

/** Sorted by document and place in it. */
export function loadBureauScoreItems({ sqlite }: Warehouse, bureauId: string): ScoreItemOfBureau[] {
  return sqlite
    .prepare<[string], ScoreItemRow & { source_file: string }>(
      `SELECT i.*, d.source_file FROM score_items i JOIN document_rows d USING (document_id)
       WHERE i.bureau_id = ? AND d.state = 'extracted' ORDER BY i.document_id, i.ordinal`,
    )
    .all(bureauId)
    .map(scoreItemOf);
}

/** Sorted by document and place in it. */
export function loadBureauRemarks({ sqlite }: Warehouse, bureauId: string): RemarkOfBureau[] {
  return sqlite
    .prepare<[string], RemarkRow & { source_file: string }>(
      `SELECT r.*, d.source_file FROM remark_rows r JOIN document_rows d USING (document_id)
       WHERE r.bureau_id = ? AND d.state = 'extracted' ORDER BY r.document_id, r.ordinal`,
    )
    .all(bureauId)
    .map(remarkOf);
}

/** What is known of one bureau, for reconciliation and checks: facts and claims of its documents that stand. */
import type { RemarkOfBureau } from '../transforms/extract/remark.ts';
import type { ScoreItemOfBureau } from '../transforms/extract/score-item.ts';
import type { OwnedClaim, Witness } from '../transforms/extract/witness.ts';
import type { Warehouse } from './connect.ts';
import { claimOf, remarkOf, scoreItemOf, witnessOf } from './fact-rows.ts';
import type { Tables } from './schema.ts';

/** Sorted by document and place in it, whatever the order of arrival was; so are the others. */
export function loadBureauWitnesses({ sqlite }: Warehouse, bureauId: string): Witness[] {
  return standingRows(sqlite, 'fact_rows', bureauId).map(witnessOf);
}

export function loadBureauClaims({ sqlite }: Warehouse, bureauId: string): OwnedClaim[] {
  return standingRows(sqlite, 'claim_rows', bureauId).map(claimOf);
}

export function loadBureauScoreItems({ sqlite }: Warehouse, bureauId: string): ScoreItemOfBureau[] {
  return standingRows(sqlite, 'score_items', bureauId).map(scoreItemOf);
}

export function loadBureauRemarks({ sqlite }: Warehouse, bureauId: string): RemarkOfBureau[] {
  return standingRows(sqlite, 'remark_rows', bureauId).map(remarkOf);
}

function standingRows<Name extends 'fact_rows' | 'claim_rows' | 'score_items' | 'remark_rows'>(
  sqlite: Warehouse['sqlite'],
  table: Name,
  bureauId: string,
): (Tables[Name] & { source_file: string })[] {
  return sqlite
    .prepare<[string], Tables[Name] & { source_file: string }>(
      `SELECT r.*, d.source_file FROM ${table} r JOIN document_rows d USING (document_id)
       WHERE r.bureau_id = ? AND d.state = 'extracted' ORDER BY r.document_id, r.ordinal`,
    )
    .all(bureauId);
}

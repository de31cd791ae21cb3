/**
 * What a person should look at, one item a question: figures that are contested or stand in an error, or that
 * were recognised in a picture and nothing confirms, documents that name no bureau, money that nobody could read. An item's digest changes with what it asks about.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { archivePathOf } from '../../sources/archive.ts';
import type { ReviewKind } from '../../sources/review-answers.ts';
import type { Warehouse } from '../../warehouse/connect.ts';

export interface ReviewItem {
  item: string;
  digest: string;
  kind: ReviewKind;
  question: string;
  bureau_id: string | null;
  bureau_name: string | null;
  scope: string | null;
  fiscal_year: number | null;
  concept: string | null;
  concept_zh: string | null;
  phase: string | null;
  fund: string | null;
  function_code: string | null;
  economic_code: string | null;
  project: string | null;
  /** In units: yuan, persons … */
  value: number | null;
  unit: string | null;
  value_minor: number | null;
  ulp_minor: number | null;
  other_values: string | null;
  quote: string | null;
  locator: string | null;
  file: string;
  sha256: string;
  link: string;
}

type Row = Omit<ReviewItem, 'digest' | 'kind' | 'link'> & { url: string | null };

const OBSERVED = `o.bureau_id, o.bureau_name, o.scope, o.fiscal_year, o.concept, o.concept_zh, o.phase, o.fund,
  o.function_code, o.economic_code, o.project, o.value, o.unit, o.value_minor, o.ulp_minor, o.quote, o.locator,
  d.relative_path AS file, d.sha256, d.url`;
const NOT_OBSERVED = `NULL AS concept, NULL AS concept_zh, NULL AS phase, NULL AS fund, NULL AS function_code,
  NULL AS economic_code, NULL AS project, NULL AS value, NULL AS unit, NULL AS value_minor, NULL AS ulp_minor`;

const QUESTIONS: Readonly<Record<ReviewKind, string>> = {
  contested: `
    SELECT 'contested:' || o.observation_id AS item, '这个数字在报告里前后不一，应取哪个？' AS question, ${OBSERVED},
      (SELECT group_concat(x.words, '；') FROM (
        SELECT f.printed || f.printed_unit || '（' || f.locator || '）' AS words
        FROM observation_facts w JOIN fact_rows f USING (fact_id)
        WHERE w.observation_id = o.observation_id AND w.role = 'contradicting' ORDER BY w.position) x
      ) AS other_values
    FROM observations o JOIN document_rows d USING (document_id)
    WHERE o.status = 'contested'
    ORDER BY o.bureau_id, o.observation_id`,
  suspect: `
    SELECT 'suspect:' || o.observation_id AS item, '指标用到这个数字，而它所在的关系不成立，是否采用？' AS question,
      ${OBSERVED},
      (SELECT group_concat(x.message, ' ') FROM (
        SELECT DISTINCT r.message FROM observation_facts w JOIN finding_facts y USING (fact_id)
          JOIN finding_rows r USING (finding_id)
        WHERE w.observation_id = o.observation_id AND r.severity = 'error' ORDER BY r.message) x
      ) AS other_values
    FROM observations o JOIN document_rows d USING (document_id)
    WHERE o.status = 'accepted' AND o.observation_id IN (
        SELECT i.observation_id FROM metric_inputs i JOIN metric_rows m USING (metric_id)
        WHERE m.status = 'suspect_input')
      AND EXISTS (SELECT 1 FROM observation_facts w JOIN finding_facts y USING (fact_id)
        JOIN finding_rows r USING (finding_id)
        WHERE w.observation_id = o.observation_id AND w.role = 'supporting' AND r.severity = 'error')
    ORDER BY o.bureau_id, o.observation_id`,
  ocr: `
    SELECT 'ocr:' || f.document_id || ':' || f.scope || ':' || f.fiscal_year || ':' || f.concept || ':' || f.phase
        || ':' || f.fund || ':' || coalesce(f.function_code, '') || ':' || coalesce(f.economic_code, '') || ':'
        || coalesce(f.project, '') || ':' || f.value_minor AS item,
      '这个数字是从图像中识别的，没有其他依据证实，与原件是否一致？' AS question,
      f.bureau_id, f.bureau_name, f.scope, f.fiscal_year, f.concept, c.name_zh AS concept_zh, f.phase, f.fund,
      f.function_code, f.economic_code, f.project, f.value, f.unit, f.value_minor, min(f.ulp_minor) AS ulp_minor, min(f.quote) AS quote,
      min(f.locator) AS locator, d.relative_path AS file, d.sha256, d.url,
      min(f.printed || f.printed_unit) AS other_values
    FROM ocr_unconfirmed f JOIN document_rows d USING (document_id) JOIN concepts c USING (concept)
    GROUP BY item
    ORDER BY f.bureau_id, item`,
  unidentified: `
    SELECT 'unidentified:' || d.document_id AS item, '这份文件是哪个单位的？' AS question, s.bureau_id,
      s.bureau_name, s.scope, s.fiscal_year, ${NOT_OBSERVED}, NULL AS other_values, s.title AS quote,
      NULL AS locator, d.relative_path AS file, d.sha256, d.url
    FROM document_rows d JOIN disclosures s USING (document_id)
    WHERE s.bureau_name IS NULL AND d.state <> 'superseded'
    ORDER BY d.document_id`,
  unclaimed: `
    SELECT 'unclaimed:' || u.document_id || ':' || u.ordinal AS item,
      '这笔金额没有读懂：' || u.reason AS question, s.bureau_id, s.bureau_name, s.scope, s.fiscal_year,
      ${NOT_OBSERVED}, u.text AS other_values, u.context AS quote, u.locator, d.relative_path AS file, d.sha256,
      d.url
    FROM unclaimed_rows u JOIN document_rows d USING (document_id) LEFT JOIN disclosures s USING (document_id)
    WHERE u.money = 1 AND d.state = 'extracted'
    ORDER BY u.document_id, u.ordinal`,
};

/** All items, the gravest kind first. `archive` is the folder of archived documents. */
export function reviewItems({ sqlite }: Warehouse, archive: string): ReviewItem[] {
  return Object.entries(QUESTIONS).flatMap(([kind, select]) =>
    sqlite
      .prepare<[], Row>(select)
      .all()
      .map((row) => itemOf(kind as ReviewKind, row, archive)),
  );
}

function itemOf(kind: ReviewKind, { url, ...row }: Row, archive: string): ReviewItem {
  const asked = [row.item, row.sha256, row.value_minor, row.other_values, row.quote];
  const digest = createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 16);
  return {
    ...row,
    kind,
    digest,
    link: url ?? join(archive, archivePathOf({ ...row, sourceFile: row.file })),
  };
}

/** Everything the warehouse knows about why a document, or a bureau, is as it is: questions in SQL, each with its heading. */
import type BetterSqlite3 from 'better-sqlite3';

export interface Question {
  zh: string;
  en: string;
  sql: string;
}

/** `@id` is the document. */
export const DOCUMENT_QUESTIONS: readonly Question[] = [
  {
    zh: '文件',
    en: 'Document',
    sql: `SELECT d.document_id, d.relative_path, d.state, d.state_code, d.state_reason, d.media_type, d.bytes, d.pages,
            s.first_seen_at, s.last_seen_at, d.superseded_by, d.url
          FROM document_rows d LEFT JOIN sightings s USING (document_id) WHERE d.document_id = @id`,
  },
  {
    zh: '历次运行',
    en: 'In each run',
    sql: `SELECT r.run_id, r.started_at, g.stage, g.state, g.attempts, g.duration_ms, g.error
          FROM run_stages g JOIN run_rows r USING (run_id) WHERE g.document_id = @id ORDER BY r.run_id, g.stage`,
  },
  {
    zh: '认作',
    en: 'Recognised as',
    sql: `SELECT bureau_name, bureau_id, region_code, scope, fiscal_year, kind, title FROM disclosures WHERE document_id = @id`,
  },
  {
    zh: '认定的依据',
    en: 'Evidence',
    sql: `SELECT e.key AS n, e.value AS evidence FROM disclosures d, json_each(d.evidence) e WHERE d.document_id = @id`,
  },
  {
    zh: '读取时的说明',
    en: 'Notes of the reading',
    sql: `SELECT json_extract(n.value, '$.code') AS code, json_extract(n.value, '$.message') AS message
          FROM readings r, json_each(r.notes) n WHERE r.document_id = @id`,
  },
  {
    zh: '用到的版式',
    en: 'Layouts that read it',
    sql: `SELECT rule, count(*) AS facts, min(locator) AS first_at FROM fact_rows WHERE document_id = @id
          GROUP BY rule ORDER BY min(ordinal)`,
  },
  {
    zh: '数字的去向',
    en: 'What became of its numbers',
    sql: `SELECT "use", medium, iif(money, '金额', '') AS money, reason, numbers, example FROM number_tallies
          WHERE document_id = @id ORDER BY "use" DESC, numbers DESC`,
  },
  {
    // What the registry calls usual is told to the person who looks at the page, and is never taken.
    zh: '没有写单位的金额：请对照原件；登记的常用单位只供参考，没有采用',
    en: 'Money without a unit: look at the original; the usual unit in the registry is a hint and was not taken',
    sql: `SELECT sum(t.numbers) AS numbers, min(t.example) AS example, r.default_unit AS registered_unit
          FROM number_tallies t JOIN disclosures s USING (document_id) LEFT JOIN registry_rows r USING (bureau_id)
          WHERE t.document_id = @id AND t."use" = 'unclaimed' AND t.reason IN ('没有金额单位', '没有单位')
          GROUP BY r.default_unit`,
  },
  {
    zh: '没有读懂的数字',
    en: 'Numbers not understood',
    sql: `SELECT locator, text, context, reason FROM unclaimed_rows WHERE document_id = @id ORDER BY money DESC, ordinal LIMIT 50`,
  },
  {
    zh: '核对发现',
    en: 'Findings',
    sql: `SELECT severity, check_name, message, message_en, locator FROM finding_rows WHERE document_id = @id ORDER BY severity, ordinal`,
  },
];

/** `@id` is the bureau. */
export const BUREAU_QUESTIONS: readonly Question[] = [
  {
    zh: '文件',
    en: 'Documents',
    sql: `SELECT fiscal_year, kind, relative_path, state, state_code, state_reason, facts, unclaimed FROM documents
          WHERE bureau_id = @id ORDER BY fiscal_year, kind, relative_path`,
  },
  {
    zh: '历次核对',
    en: 'Judged in runs',
    sql: `SELECT run_id, state, duration_ms, error FROM run_stages WHERE stage = 'judge ' || @id ORDER BY run_id DESC LIMIT 10`,
  },
  {
    zh: '采信值',
    en: 'Observations',
    sql: `SELECT fiscal_year, status, count(*) AS observations FROM observation_rows WHERE bureau_id = @id
          GROUP BY fiscal_year, status ORDER BY fiscal_year, status`,
  },
  {
    zh: '有争议或更正的值',
    en: 'Contested and corrected values',
    sql: `SELECT fiscal_year, concept_zh, phase, fund, value, unit, status, reason FROM observations
          WHERE bureau_id = @id AND status <> 'accepted' ORDER BY fiscal_year, concept LIMIT 50`,
  },
  {
    zh: '核对发现',
    en: 'Findings',
    sql: `SELECT severity, fiscal_year, check_name, message, message_en FROM finding_rows WHERE bureau_id = @id AND severity <> 'note'
          ORDER BY severity, fiscal_year, ordinal LIMIT 50`,
  },
  {
    zh: '没有算出的指标',
    en: 'Metrics without a value',
    sql: `SELECT metric_name_zh AS metric, status, group_concat(DISTINCT fiscal_year) AS years, formula FROM metrics
          WHERE bureau_id = @id AND status <> 'ok' GROUP BY metric, status ORDER BY metric, status`,
  },
];

type Row = Record<string, string | number | null>;

export interface Answer extends Question {
  rows: Row[];
}

/** Questions without an answer are left out. */
export function ask(sqlite: BetterSqlite3.Database, questions: readonly Question[], id: string): Answer[] {
  return questions
    .map((question) => ({
      ...question,
      rows: sqlite.prepare<[{ id: string }], Row>(question.sql).all({ id }),
    }))
    .filter(({ rows }) => rows.length > 0);
}

/** Documents that go by this id, path, file name, or part of a path. */
export function documentsNamed(
  sqlite: BetterSqlite3.Database,
  wanted: string,
): { id: string; path: string }[] {
  for (const condition of NAMED) {
    const found = sqlite
      .prepare<[{ wanted: string }], { id: string; path: string }>(
        `SELECT document_id AS id, relative_path AS path FROM document_rows WHERE ${condition}
         ORDER BY state = 'superseded', relative_path, document_id LIMIT 20`,
      )
      .all({ wanted });
    if (found.length > 0) return found;
  }
  return [];
}

const NAMED: readonly string[] = [
  'document_id = @wanted OR sha256 = @wanted',
  'relative_path = @wanted',
  'source_file = @wanted',
  'instr(relative_path, @wanted) > 0',
];

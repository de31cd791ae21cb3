/**
 * What a run changed in what was published before it: documents, figures, findings, metrics and ranks, each with the
 * reason. Written by comparing the working copy with the published file just before it takes its place; a run that
 * changes nothing writes nothing. What a new document brings is counted with the document, not listed figure by figure.
 */
import type BetterSqlite3 from 'better-sqlite3';
import { FUND_FORMS } from '../transforms/vocabulary/funds.ts';
import { PHASE_FORMS } from '../transforms/vocabulary/phases.ts';
import { besidePublished, IN_JUDGED } from './beside-published.ts';
import type { Warehouse } from './connect.ts';
import type { ChangeKind } from './enumerations.ts';
import type { ChangeView } from './schema.ts';
import { inUnits } from './views/units.ts';

/** A change of rules may move every figure there is; beyond this many of a kind, one row says how many more. */
const MOST_ROWS_A_KIND = 20_000;

/** Writes the changes of this run against the warehouse at `publishedPath`. Call it outside of transactions. */
export function recordChanges(warehouse: Warehouse, runId: number, publishedPath: string): void {
  const { sqlite } = warehouse;
  sqlite.prepare('DELETE FROM change_rows WHERE run_id = ?').run(runId);
  besidePublished(warehouse, publishedPath, (comparable) => {
    if (!comparable) writeRow(sqlite, runId, 'not_listed', '已发布的数据仓库由不同版本建立，未逐条比较');
    for (const [kind, select] of comparable ? QUERIES : []) writeChanges(sqlite, runId, kind, select);
  });
}

function writeChanges(sqlite: BetterSqlite3.Database, runId: number, kind: ChangeKind, select: string): void {
  const found = sqlite
    .prepare(
      `INSERT INTO change_rows (run_id, ordinal, kind, "key", bureau_id, bureau_name, fiscal_year, what, before,
         after, before_value, after_value, unit, why)
       SELECT @runId, (SELECT coalesce(max(ordinal), 0) FROM change_rows WHERE run_id = @runId)
         + row_number() OVER (), '${kind}', x.* FROM (${select} LIMIT ${MOST_ROWS_A_KIND + 1}) x`,
    )
    .run({ runId }).changes;
  if (found <= MOST_ROWS_A_KIND) return;
  const all = sqlite.prepare<[], number>(`SELECT count(*) FROM (${select})`).pluck().get()!;
  sqlite
    .prepare(
      'DELETE FROM change_rows WHERE run_id = ? AND ordinal = (SELECT max(ordinal) FROM change_rows WHERE run_id = ?)',
    )
    .run(runId, runId);
  writeRow(sqlite, runId, 'not_listed', `${kind} 另有 ${all - MOST_ROWS_A_KIND} 处，未逐条列出`);
}

function writeRow(sqlite: BetterSqlite3.Database, runId: number, kind: ChangeKind, why: string): void {
  sqlite
    .prepare(
      `INSERT INTO change_rows (run_id, ordinal, kind, "key", what, why)
       SELECT @runId, coalesce(max(ordinal), 0) + 1, @kind, '', '', @why FROM change_rows WHERE run_id = @runId`,
    )
    .run({ runId, kind, why });
}

const words = (column: string, forms: readonly { value: string; zh: string }[]) =>
  `CASE ${column} ${forms.map(({ value, zh }) => `WHEN '${value}' THEN '${zh}'`).join(' ')} ELSE ${column} END`;

/** "本年支出 · 决算数 · 全部资金 · 2101501": the key of a figure in words. */
const keyOf = (row: string) => `
  (SELECT c.name_zh FROM main.concepts c WHERE c.concept = ${row}.concept) || ' · ' || ${words(`${row}.phase`, PHASE_FORMS)}
  || iif(${row}.fund = 'all', '', ' · ' || ${words(`${row}.fund`, FUND_FORMS)})
  || coalesce(' · ' || ${row}.function_code, '') || coalesce(' · ' || ${row}.economic_code, '')
  || coalesce(' · ' || ${row}.project, '') || iif(${row}.scope = 'unit', ' · 单位', '')`;

const fileOf = (row: string) =>
  `(SELECT d.source_file FROM main.document_rows d WHERE d.document_id = ${row}.document_id)`;
const isNewDocument = (row: string) =>
  `NOT EXISTS (SELECT 1 FROM published.document_rows p WHERE p.document_id = ${row}.document_id AND p.state = 'extracted')`;
const isReadAnew = (row: string) =>
  `(SELECT r.rules_version FROM main.readings r WHERE r.document_id = ${row}.document_id)
   IS NOT (SELECT r.rules_version FROM published.readings r WHERE r.document_id = ${row}.document_id)`;

/** Documents: (before AND after) in words; `figures` what it brought. */
const document = (condition: string, why: string) => `
  SELECT n.document_id, s.bureau_id, s.bureau_name, s.fiscal_year, n.source_file AS what, o.state AS before,
    n.state AS after, NULL AS before_value,
    (SELECT count(*) FROM main.observation_rows v WHERE v.bureau_id = s.bureau_id AND v.document_id = n.document_id)
      AS after_value, 'count' AS unit, ${why} AS why
  FROM main.document_rows n
  LEFT JOIN published.document_rows o ON o.document_id = n.document_id
  LEFT JOIN main.disclosures s ON s.document_id = n.document_id
  WHERE n.state IS NOT o.state AND ${condition}
  ORDER BY n.source_file, n.document_id`;

/** Kind → SELECT of key, bureau_id, bureau_name, fiscal_year, what, before, after, before_value, after_value, unit, why. */
const QUERIES: readonly (readonly [kind: ChangeKind, select: string])[] = [
  [
    'document_new',
    document(
      `n.state = 'extracted' AND o.state IS NULL`,
      `'新收录，读到 ' ||
    (SELECT coalesce(max(r.facts), 0) FROM main.readings r WHERE r.document_id = n.document_id) || ' 个数字'`,
    ),
  ],
  [
    'document_read',
    document(
      `n.state = 'extracted' AND o.state IS NOT NULL`,
      `'原先' ||
    CASE o.state WHEN 'superseded' THEN '不再收录' ELSE '被隔离' END || '，现在已读取'`,
    ),
  ],
  [
    'document_replaced',
    document(
      `n.state = 'superseded' AND n.superseded_by IS NOT NULL`,
      `'被取代：' || coalesce(
    (SELECT b.source_file FROM main.document_rows b WHERE b.document_id = n.superseded_by), n.state_reason)`,
    ),
  ],
  ['document_gone', document(`n.state = 'superseded' AND n.superseded_by IS NULL`, 'n.state_reason')],
  ['document_quarantined', document(`n.state = 'quarantined'`, 'n.state_reason')],
  [
    'observation_changed',
    `
    SELECT n.observation_id, n.bureau_id, n.bureau_name, n.fiscal_year, ${keyOf('n')} AS what,
      o.status AS before, n.status AS after, ${inUnits('o.value_minor', 'o.unit')} AS before_value,
      ${inUnits('n.value_minor', 'n.unit')} AS after_value, n.unit,
      CASE WHEN n.status = 'corrected' AND o.status <> 'corrected' THEN '人工更正：' || n.reason
        WHEN n.document_id <> o.document_id AND ${isNewDocument('n')} THEN '新收录文件：' || ${fileOf('n')}
        WHEN n.document_id <> o.document_id THEN '改据另一文件：' || ${fileOf('n')}
        WHEN ${isReadAnew('n')} THEN '读取规则更新后重读：' || ${fileOf('n')}
        ELSE '核对后改变：' || n.reason END AS why
    FROM main.observation_rows n JOIN published.observation_rows o ON o.observation_id = n.observation_id
    WHERE n.${IN_JUDGED} AND (n.value_minor <> o.value_minor OR n.unit <> o.unit OR n.status <> o.status)
    ORDER BY n.bureau_id, n.ordinal`,
  ],
  [
    'observation_new',
    `
    SELECT n.observation_id, n.bureau_id, n.bureau_name, n.fiscal_year, ${keyOf('n')} AS what, NULL AS before,
      n.status AS after, NULL AS before_value, ${inUnits('n.value_minor', 'n.unit')} AS after_value, n.unit,
      CASE WHEN ${isReadAnew('n')} THEN '读取规则更新后重读：' || ${fileOf('n')}
        ELSE '核对后新增：' || n.reason END AS why
    FROM main.observation_rows n
    WHERE n.${IN_JUDGED} AND NOT ${isNewDocument('n')}
      AND NOT EXISTS (SELECT 1 FROM published.observation_rows o WHERE o.observation_id = n.observation_id)
    ORDER BY n.bureau_id, n.ordinal`,
  ],
  [
    'observation_gone',
    `
    SELECT o.observation_id, o.bureau_id, o.bureau_name, o.fiscal_year, ${keyOf('o')} AS what, o.status AS before,
      NULL AS after, ${inUnits('o.value_minor', 'o.unit')} AS before_value, NULL AS after_value, o.unit,
      CASE (SELECT d.state FROM main.document_rows d WHERE d.document_id = o.document_id)
        WHEN 'superseded' THEN '文件被取代或不再收录：' || ${fileOf('o')}
        WHEN 'quarantined' THEN '文件被隔离：' || ${fileOf('o')}
        ELSE '读取或核对规则更新：' || coalesce(${fileOf('o')}, '') END AS why
    FROM published.observation_rows o
    WHERE o.${IN_JUDGED}
      AND NOT EXISTS (SELECT 1 FROM main.observation_rows n WHERE n.observation_id = o.observation_id)
    ORDER BY o.bureau_id, o.ordinal`,
  ],
  ['finding_new', finding('main', 'published', `NULL`, 'f.severity')],
  ['finding_gone', finding('published', 'main', 'f.severity', 'NULL')],
  [
    'metric_changed',
    metric(
      '(n.value IS NOT o.value OR n.status <> o.status)',
      'o.status',
      'n.status',
      'o.value',
      'n.value',
      'n.unit',
      `CASE WHEN n.status <> o.status THEN '状态 ' || o.status || ' → ' || n.status
       WHEN n.basis <> o.basis THEN '口径 ' || o.basis || ' → ' || n.basis ELSE '所用数字改变' END`,
    ),
  ],
  [
    'rank_changed',
    metric(
      '(n.rank IS NOT o.rank)',
      `o.rank || ' / ' || o.peer_count`,
      `n.rank || ' / ' || n.peer_count`,
      'o.rank',
      'n.rank',
      `'count'`,
      `CASE WHEN n.value IS NOT o.value THEN '本单位指标值改变'
       WHEN n.peer_group IS NOT o.peer_group THEN '同类组 ' || coalesce(o.peer_group, '无') || ' → ' || coalesce(n.peer_group, '无')
       WHEN n.peer_count IS NOT o.peer_count THEN '同类个数 ' || o.peer_count || ' → ' || n.peer_count
       ELSE '同类单位的值改变' END`,
    ),
  ],
];

function finding(here: string, there: string, before: string, after: string): string {
  return `
    SELECT f.finding_id, f.bureau_id, f.bureau_name, f.fiscal_year, f.check_name || '：' || f.message AS what,
      ${before} AS before, ${after} AS after, NULL AS before_value, NULL AS after_value, NULL AS unit,
      coalesce((SELECT d.source_file FROM main.document_rows d WHERE d.document_id = f.document_id), '多份文件') AS why
    FROM ${here}.finding_rows f
    WHERE f.${IN_JUDGED} AND f.severity <> 'note'
      AND NOT EXISTS (SELECT 1 FROM ${there}.finding_rows x WHERE x.finding_id = f.finding_id)
    ORDER BY f.bureau_id, f.ordinal`;
}

function metric(
  condition: string,
  before: string,
  after: string,
  beforeValue: string,
  afterValue: string,
  unit: string,
  why: string,
): string {
  return `
    SELECT n.metric_id, n.bureau_id, n.bureau_name, n.fiscal_year,
      (SELECT d.name_zh FROM main.metric_definition_rows d WHERE d.metric = n.metric)
        || iif(n.project = '', '', ' · ' || n.project) || iif(n.scope = 'unit', ' · 单位', '') AS what,
      ${before} AS before, ${after} AS after, ${beforeValue} AS before_value, ${afterValue} AS after_value,
      ${unit} AS unit, ${why} AS why
    FROM main.metric_rows n
    JOIN published.metric_rows o USING (metric, bureau_id, scope, fiscal_year, project)
    WHERE ${condition}
    ORDER BY n.metric, n.bureau_id, n.scope, n.fiscal_year, n.project`;
}

/** Changes after the run `since` (default: of the last run that changed anything), newest run first. */
export function loadChanges(sqlite: BetterSqlite3.Database, since: number | null = null): ChangeView[] {
  return sqlite
    .prepare<[{ since: number | null }], ChangeView>(
      `SELECT c.* FROM changes c
       WHERE c.run_id > coalesce(@since, (SELECT max(run_id) FROM change_rows) - 1)
       ORDER BY c.run_id DESC, c.ordinal`,
    )
    .all({ since });
}

export interface ChangeCount {
  runId: number;
  runAt: string;
  kind: ChangeKind;
  count: number;
}

/** How much of each kind every run changed, newest first: for a page that lists runs. */
export function loadChangeCounts(sqlite: BetterSqlite3.Database): ChangeCount[] {
  return sqlite
    .prepare<[], ChangeCount>(
      `SELECT run_id AS runId, run_at AS runAt, kind, count(*) AS count FROM changes
       GROUP BY run_id, kind ORDER BY run_id DESC, min(run_at), kind`,
    )
    .all();
}

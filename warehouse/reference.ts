/**
 * What figures refer to: concepts, metrics, classification codes, divisions, population. They are those of the
 * program, with source and licence; opening the warehouse for writing puts them in where they changed.
 */
import type BetterSqlite3 from 'better-sqlite3';
import { CPI_PREVIOUS_YEAR_100, DEFLATOR_SERIES } from '../sources/reference/deflator.ts';
import { RELATIONS } from '../transforms/checks/index.ts';
import type { Relation } from '../transforms/checks/relation.ts';
import { METRICS } from '../transforms/metrics/index.ts';
import { FAMILIES, type Metric } from '../transforms/metrics/metric.ts';
import { codeBreaks } from '../transforms/metrics/series-breaks.ts';
import { RECONCILIATION_RELATIONS } from '../transforms/reconcile/relations.ts';
import { parseCodeTable } from '../transforms/vocabulary/code-table.ts';
import { CONCEPTS } from '../transforms/vocabulary/concept.ts';
import { ECONOMIC_CODE_TABLE } from '../transforms/vocabulary/economic-code-table.ts';
import { FUNCTION_CODE_TABLE } from '../transforms/vocabulary/function-code-table.ts';
import { divisionRows, populationRows } from './divisions.ts';
import { insertAll, replaceAll } from './rows.ts';
import type {
  CheckDefinitionRow,
  ClassificationRow,
  CodeBreakRow,
  ConceptRow,
  DeflatorRow,
  MetricDefinitionRow,
  Provenance,
} from './schema.ts';

const OWN: Provenance = { source: '对标词表', licence: '随程序' };
// Names and codes of a state's classification are facts; the tables say how they were collected.
const CLASSIFICATION: Provenance = {
  source: '财政部《政府收支分类科目》，与各单位公布的名称核对',
  licence: '公有领域',
};

export function loadReference(sqlite: BetterSqlite3.Database): void {
  loadConcepts(sqlite);
  replaceAll(sqlite, 'metric_definition_rows', METRICS.map(metricDefinitionRow));
  replaceAll(
    sqlite,
    'check_definition_rows',
    [...RELATIONS, ...RECONCILIATION_RELATIONS].map(checkDefinitionRow),
  );
  replaceAll(sqlite, 'function_codes', classificationRows(FUNCTION_CODE_TABLE));
  replaceAll(sqlite, 'economic_codes', classificationRows(ECONOMIC_CODE_TABLE));
  replaceAll(sqlite, 'divisions', divisionRows());
  replaceAll(sqlite, 'population', populationRows());
  replaceAll(sqlite, 'code_breaks', [
    ...codeBreakRows('function', FUNCTION_CODE_TABLE),
    ...codeBreakRows('economic', ECONOMIC_CODE_TABLE),
  ]);
  replaceAll(sqlite, 'deflators', deflatorRows());
}

function codeBreakRows(classification: CodeBreakRow['classification'], table: string): CodeBreakRow[] {
  return codeBreaks(parseCodeTable(table)).map(({ code, fiscalYear, nameBefore, nameAfter }) => ({
    classification,
    code,
    fiscal_year: fiscalYear,
    name_before: nameBefore,
    name_after: nameAfter,
  }));
}

function deflatorRows(): DeflatorRow[] {
  const { id, zh, source, licence } = DEFLATOR_SERIES;
  return Object.entries(CPI_PREVIOUS_YEAR_100).map(([year, index]) => ({
    series: id,
    fiscal_year: Number(year),
    previous_year_100: index,
    name_zh: zh,
    source,
    licence,
  }));
}

/** A concept that is gone from the program stays while figures refer to it: ids never change meaning. */
function loadConcepts(sqlite: BetterSqlite3.Database): void {
  const present = new Map(
    sqlite
      .prepare<[], ConceptRow>('SELECT * FROM concepts')
      .all()
      .map((row) => [row.concept, row]),
  );
  const wanted = CONCEPTS.map(conceptRow);
  insertAll(
    sqlite,
    'concepts',
    wanted.filter(({ concept }) => !present.has(concept)),
  );
  const update = sqlite.prepare(
    `UPDATE concepts SET unit = @unit, dimensions = @dimensions, name_zh = @name_zh, name_en = @name_en,
      source = @source, licence = @licence WHERE concept = @concept`,
  );
  for (const row of wanted) {
    const stored = present.get(row.concept);
    if (stored && JSON.stringify(stored) !== JSON.stringify(row)) update.run(row);
  }
}

function conceptRow(concept: (typeof CONCEPTS)[number]): ConceptRow {
  return {
    concept: concept.id,
    unit: concept.unit,
    dimensions: concept.dimensions.join(', '),
    name_zh: concept.zh,
    name_en: concept.en,
    ...OWN,
  };
}

function metricDefinitionRow(metric: Metric, index: number): MetricDefinitionRow {
  const family = FAMILIES.find(({ id }) => id === metric.family)!;
  return {
    metric: metric.id,
    position: index + 1,
    family: family.id,
    family_zh: family.zh,
    family_en: family.en,
    unit: metric.unit,
    direction: metric.direction,
    name_zh: metric.zh,
    name_en: metric.en,
    formula: metric.formula,
    caveats: metric.caveats,
    reference: metric.references.join('；'),
    inputs: metric.inputs.join(', '),
    ranked: metric.ranked ? 1 : 0,
  };
}

function checkDefinitionRow({ id, kind, zh, en, why }: Relation, index: number): CheckDefinitionRow {
  return { check_name: id, position: index + 1, kind, statement_zh: zh, statement_en: en, why };
}

function classificationRows(table: string): ClassificationRow[] {
  return parseCodeTable(table).map(({ code, name, from, until }, index) => ({
    code,
    position: index + 1,
    valid_from: from ?? 0,
    valid_to: until,
    name_zh: name,
    ...CLASSIFICATION,
  }));
}

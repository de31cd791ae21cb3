/**
 * What figures refer to. Concepts and metrics are those of the program and are put in when the warehouse is opened;
 * divisions, population and classification codes come from outside with their source and licence.
 */
import type BetterSqlite3 from 'better-sqlite3';
import { METRICS } from '../transforms/metrics/index.ts';
import { FAMILIES, type Metric } from '../transforms/metrics/metric.ts';
import { CONCEPTS } from '../transforms/vocabulary/concept.ts';
import type { Warehouse } from './connect.ts';
import { insertAll, replaceAll } from './rows.ts';
import type {
  ClassificationRow,
  ConceptRow,
  DivisionRow,
  MetricDefinitionRow,
  PopulationRow,
} from './schema.ts';

/** Every part is optional; a part that is given replaces its table. */
export interface ReferenceData {
  divisions?: readonly DivisionRow[];
  population?: readonly PopulationRow[];
  functionCodes?: readonly ClassificationRow[];
  economicCodes?: readonly ClassificationRow[];
}

export function saveReference(warehouse: Warehouse, data: ReferenceData): void {
  const { sqlite } = warehouse;
  sqlite.transaction(() => {
    if (data.divisions) replaceAll(sqlite, 'divisions', data.divisions);
    if (data.population) replaceAll(sqlite, 'population', data.population);
    if (data.functionCodes) replaceAll(sqlite, 'function_codes', data.functionCodes);
    if (data.economicCodes) replaceAll(sqlite, 'economic_codes', data.economicCodes);
  })();
}

/** The vocabulary of the program. A concept that is gone stays while figures refer to it: ids never change meaning. */
export function loadConcepts(sqlite: BetterSqlite3.Database): void {
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

export function loadMetricDefinitions(sqlite: BetterSqlite3.Database): void {
  replaceAll(sqlite, 'metric_definitions', METRICS.map(metricDefinitionRow));
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
  };
}

function conceptRow(concept: (typeof CONCEPTS)[number]): ConceptRow {
  return {
    concept: concept.id,
    unit: concept.unit,
    dimensions: concept.dimensions.join(', '),
    name_zh: concept.zh,
    name_en: concept.en,
    source: '对标词表',
    licence: '随程序',
  };
}

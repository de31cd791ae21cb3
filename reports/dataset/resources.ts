/** The tables of the dataset. Times of sighting are left out: they move every night, and the files must not. */
import { SEVERITIES } from '../../transforms/checks/finding.ts';
import { FUNDS, PHASES } from '../../transforms/extract/fact.ts';
import { METRIC_STATUSES } from '../../transforms/metrics/metric-value.ts';
import { UNITS } from '../../transforms/parse/quantity.ts';
import { KINDS, SCOPES } from '../../transforms/recognise/disclosure.ts';
import { OBSERVATION_STATUSES } from '../../transforms/reconcile/observation.ts';
import { DOCUMENT_STATES, ENUMERATIONS } from '../../warehouse/enumerations.ts';
import type { Field, Resource } from './resource.ts';

const text = (name: string, more: Omit<Field, 'name' | 'type'> = {}): Field => ({
  name,
  type: 'string',
  ...more,
});
const whole = (name: string, more: Omit<Field, 'name' | 'type'> = {}): Field => ({
  name,
  type: 'integer',
  ...more,
});
const number = (name: string, more: Omit<Field, 'name' | 'type'> = {}): Field => ({
  name,
  type: 'number',
  ...more,
});
const id = (name: string): Field => text(name, { required: true });
const key = (name: string): Field => text(name, { required: true, unique: true });
const oneOf = (name: string, values: readonly string[], required = true): Field =>
  text(name, { required, enum: values });
const year = (required: boolean): Field => ({ name: 'fiscal_year', type: 'year', required });

const BUREAU: readonly Field[] = [
  id('bureau_id'),
  text('bureau_name'),
  text('region_code', { pattern: '[0-9]{6}' }),
];
const SCOPE = oneOf('scope', SCOPES);

const KEY: readonly Field[] = [
  ...BUREAU,
  SCOPE,
  year(true),
  id('concept'),
  oneOf('phase', PHASES),
  oneOf('fund', FUNDS),
  text('function_code', { pattern: '[0-9]{3}|[0-9]{5}|[0-9]{7}' }),
  text('economic_code', { pattern: '[0-9]{3}|[0-9]{5}' }),
  text('project'),
  number('value', { required: true }),
  oneOf('unit', UNITS),
  oneOf('basis', ENUMERATIONS.basis),
];
const EXACT: readonly Field[] = [
  whole('value_minor', { required: true, large: true }),
  whole('ulp_minor', { required: true, large: true, minimum: 1 }),
];

/** The rows of the other years are not even put together. */
const NOT_LEFT_OUT = 'fiscal_year NOT IN (SELECT value FROM json_each(?))';

const columnsOf = (fields: readonly Field[]) => fields.map(({ name }) => `"${name}"`).join(', ');

function resource(of: Omit<Resource, 'select'> & { from: string }): Resource {
  const { from, ...rest } = of;
  return { ...rest, select: `SELECT ${columnsOf(of.fields)} FROM ${from}` };
}

const DOCUMENT = { field: 'document_id', resource: 'documents', reference: 'document_id' };
const CONCEPT = { field: 'concept', resource: 'concepts', reference: 'concept' };
const OF_BUREAU = { field: 'bureau_id', resource: 'bureaus', reference: 'bureau_id' };

export const RESOURCES: readonly Resource[] = [
  resource({
    name: 'observations',
    zh: '采信的数字：每个键一个值',
    en: 'the one value accepted for each key',
    view: 'observations',
    fields: [
      key('observation_id'),
      ...KEY,
      oneOf('status', OBSERVATION_STATUSES),
      whole('fact_count', { required: true, minimum: 1 }),
      id('fact_id'),
      id('document_id'),
      id('source_file'),
      text('locator'),
      text('quote'),
      text('reason'),
      ...EXACT,
    ],
    from: `observations WHERE bureau_id = ? AND ${NOT_LEFT_OUT} ORDER BY observation_id`,
    piece: 'observations',
    per: 'bureau',
    primaryKey: ['observation_id'],
    foreignKeys: [
      DOCUMENT,
      CONCEPT,
      OF_BUREAU,
      { field: 'fact_id', resource: 'facts', reference: 'fact_id', sameYear: true },
    ],
    partitioned: true,
    csvByYear: true,
  }),
  resource({
    name: 'facts',
    zh: '事实：文件中写明的每个数字',
    en: 'every figure that a document states',
    view: 'facts',
    fields: [
      key('fact_id'),
      id('document_id'),
      id('source_file'),
      ...KEY,
      text('printed'),
      text('printed_unit'),
      text('locator'),
      text('quote'),
      text('rule'),
      oneOf('medium', ENUMERATIONS.medium),
      oneOf('disclosure_kind', KINDS),
      whole('report_year', { required: true }),
      ...EXACT,
    ],
    from: `facts WHERE document_id = ? AND ${NOT_LEFT_OUT} ORDER BY fact_id`,
    piece: 'facts',
    per: 'document',
    primaryKey: ['fact_id'],
    foreignKeys: [DOCUMENT, CONCEPT],
    partitioned: true,
    csvByYear: true,
  }),
  resource({
    name: 'metrics',
    zh: '比较指标',
    en: 'comparative figures',
    view: 'metrics',
    fields: [
      key('metric_id'),
      id('metric'),
      ...BUREAU,
      SCOPE,
      year(true),
      text('project'),
      number('value'),
      oneOf('unit', ENUMERATIONS.metricUnit),
      text('basis'),
      oneOf('status', METRIC_STATUSES),
      number('numerator'),
      number('denominator'),
      text('peer_group'),
      whole('peer_count', { minimum: 0 }),
      number('peer_median'),
      whole('rank', { minimum: 1 }),
      number('percentile', { minimum: 0, maximum: 100 }),
      number('reported_value'),
    ],
    from: `metrics WHERE bureau_id = ? AND ${NOT_LEFT_OUT} ORDER BY metric_id`,
    piece: 'metrics',
    per: 'bureau',
    primaryKey: ['metric_id'],
    foreignKeys: [OF_BUREAU, { field: 'metric', resource: 'metric-definitions', reference: 'metric' }],
    partitioned: true,
    csvByYear: true,
  }),
  resource({
    name: 'findings',
    zh: '校验发现：不成立的公布关系',
    en: 'published relations that do not hold',
    view: 'findings',
    fields: [
      key('finding_id'),
      id('check_name'),
      oneOf('severity', SEVERITIES),
      ...BUREAU,
      oneOf('scope', SCOPES, false),
      year(false),
      text('document_id'),
      text('source_file'),
      text('concept'),
      id('message'),
      id('message_en'),
      oneOf('unit', UNITS, false),
      number('expected'),
      number('printed'),
      number('difference'),
      text('locator'),
    ],
    from: 'findings ORDER BY finding_id',
    per: 'all',
    primaryKey: ['finding_id'],
    foreignKeys: [DOCUMENT, CONCEPT],
    partitioned: true,
    csvByYear: false,
  }),
  resource({
    name: 'documents',
    zh: '文件：见过的每一份，没能读取的也在内',
    en: 'every document ever seen, those that could not be read included',
    view: 'documents',
    fields: [
      key('document_id'),
      id('source_file'),
      id('relative_path'),
      text('url'),
      { name: 'published_on', type: 'string' },
      text('sha256', { required: true, pattern: '[0-9a-f]{64}' }),
      id('media_type'),
      whole('bytes', { required: true, large: true, minimum: 0 }),
      whole('pages', { minimum: 0 }),
      text('bureau_id'),
      text('bureau_name'),
      text('region_code', { pattern: '[0-9]{6}' }),
      oneOf('scope', SCOPES, false),
      year(false),
      oneOf('kind', KINDS, false),
      text('title'),
      oneOf('state', DOCUMENT_STATES),
      text('state_code'),
      text('state_reason'),
      text('superseded_by'),
      whole('facts', { minimum: 0 }),
      whole('claims', { minimum: 0 }),
      whole('unclaimed', { minimum: 0 }),
      whole('unclaimed_money', { minimum: 0 }),
    ],
    from: 'documents ORDER BY document_id',
    per: 'all',
    primaryKey: ['document_id'],
    partitioned: true,
    csvByYear: false,
  }),
  resource({
    name: 'bureaus',
    zh: '单位：最近年度的名称与区划',
    en: 'bureaus by their latest name and division',
    view: 'bureau_years',
    fields: [
      key('bureau_id'),
      text('bureau_name'),
      text('region_code', { pattern: '[0-9]{6}' }),
      text('region_name'),
      text('province'),
      text('tier'),
      text('office'),
      whole('first_year', { required: true }),
      whole('last_year', { required: true }),
    ],
    from: 'bureau_rows ORDER BY bureau_id',
    per: 'all',
    primaryKey: ['bureau_id'],
    partitioned: false,
    csvByYear: false,
  }),
  resource({
    name: 'peer-groups',
    zh: '同类组汇总',
    en: 'aggregates of peer groups',
    view: 'peer_groups',
    fields: [
      id('metric'),
      SCOPE,
      year(true),
      id('peer_group'),
      id('ground'),
      oneOf('unit', ENUMERATIONS.metricUnit),
      whole('members', { required: true, minimum: 5 }),
      whole('with_value', { required: true, minimum: 1 }),
      number('coverage', { required: true, minimum: 0, maximum: 100 }),
      number('numerator_sum'),
      number('denominator_sum'),
      number('ratio_of_sums'),
      number('median_of_ratios'),
    ],
    // A key has no empty part.
    from: `(SELECT metric, scope, fiscal_year, peer_group, iif(ground = '', 'any', ground) AS ground, unit, members,
      with_value, coverage, numerator_sum, denominator_sum, ratio_of_sums, median_of_ratios FROM peer_group_rows)
      ORDER BY metric, fiscal_year, scope, peer_group, ground`,
    per: 'all',
    primaryKey: ['metric', 'scope', 'fiscal_year', 'peer_group', 'ground'],
    foreignKeys: [{ field: 'metric', resource: 'metric-definitions', reference: 'metric' }],
    partitioned: false,
    csvByYear: false,
  }),
  resource({
    name: 'metric-definitions',
    zh: '指标定义',
    en: 'what the metrics mean',
    view: 'metric_definitions',
    fields: [
      key('metric'),
      whole('position', { required: true }),
      id('family'),
      id('family_zh'),
      id('family_en'),
      oneOf('unit', ENUMERATIONS.metricUnit),
      id('direction'),
      id('name_zh'),
      id('name_en'),
      id('formula'),
      text('caveats'),
      text('reference'),
      text('inputs'),
      whole('ranked', { required: true, minimum: 0, maximum: 1 }),
    ],
    from: 'metric_definitions ORDER BY position',
    per: 'all',
    primaryKey: ['metric'],
    partitioned: false,
    csvByYear: false,
  }),
  resource({
    name: 'concepts',
    zh: '概念词表',
    en: 'the vocabulary',
    view: 'concepts',
    fields: [
      key('concept'),
      oneOf('unit', UNITS),
      text('dimensions'),
      id('name_zh'),
      id('name_en'),
      id('source'),
      id('licence'),
    ],
    from: 'concepts ORDER BY concept',
    per: 'all',
    primaryKey: ['concept'],
    partitioned: false,
    csvByYear: false,
  }),
];

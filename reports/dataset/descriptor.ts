/**
 * `datapackage.json`: what every file holds, after the Frictionless Tabular Data Package (specs.frictionlessdata.io,
 * version 1). A table that is cut by year is one resource a year, since a resource in several files may repeat no header.
 */
import { createHash } from 'node:crypto';
import { DICTIONARY } from '../../warehouse/dictionary-entries.ts';
import type { Field, Resource } from './resource.ts';
import { RESOURCES } from './resources.ts';
import type { WrittenFile } from './write-tables.ts';

const TABULAR_RESOURCE = 'tabular-data-resource';

/** RFC 4180 with a header, as `csv.ts` prints it. */
const DIALECT = {
  csvddfVersion: '1.2',
  delimiter: ',',
  lineTerminator: '\r\n',
  quoteChar: '"',
  doubleQuote: true,
  skipInitialSpace: false,
  header: true,
};

const SOURCES = [
  { title: '各单位公开的部门预算、部门决算与绩效自评（网址见 documents）' },
  {
    title: 'GB/T 2260 行政区划代码（CC0-1.0）',
    path: 'https://github.com/yescallop/areacodes',
  },
  { title: '第七次全国人口普查（MIT）', path: 'https://github.com/leiii/census' },
  { title: '国家统计局《国民经济和社会发展统计公报》居民消费价格指数', path: 'https://www.stats.gov.cn' },
];

const LICENCE_NOTE =
  '数字与事实来自政府机关依法公开的文件，著作权法第五条不予保护；编排与指标由使用者自行标注来源。' +
  'Figures are facts from documents that state organs publish by law (Copyright Law of the PRC, art. 5).';

export function descriptorOf(files: readonly WrittenFile[]): object {
  const csv = files.filter(({ format }) => format === 'csv');
  return {
    profile: 'tabular-data-package',
    name: 'duibiao',
    title: '对标：部门预算、决算与绩效自评数据集',
    description: LICENCE_NOTE,
    homepage: 'https://specs.frictionlessdata.io/tabular-data-package/',
    licenses: [
      { name: 'CC0-1.0', path: 'https://creativecommons.org/publicdomain/zero/1.0/', title: LICENCE_NOTE },
    ],
    sources: SOURCES,
    resources: csv.map((file) => resourceOf(file, csv)),
    // Not of the standard: the same rows as Parquet, for programs.
    parquet: files
      .filter(({ format }) => format === 'parquet')
      .map(({ path, rows, resource }) => ({
        table: resource.name,
        path,
        rows,
        layout: layoutOf(resource),
      })),
  };
}

/** Raise it when the same rows come out as other bytes: files of an earlier form are then written anew. */
const PARQUET_FORM = 1;

/** Stands for the columns of a Parquet file and how they are written. */
export function layoutOf({ fields, partitioned }: Resource): string {
  const columns = fields.map(({ name, type, required, large }) => [name, type, required, large]);
  const text = JSON.stringify([PARQUET_FORM, partitioned, columns]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function resourceOf(file: WrittenFile, csv: readonly WrittenFile[]): object {
  const { resource, path, rows, year } = file;
  const foreignKeys = (resource.foreignKeys ?? []).flatMap(
    ({ field, resource: target, reference, sameYear }) => {
      const found = csv.find((one) => one.resource.name === target && (!sameYear || one.year === year));
      return found === undefined
        ? []
        : [{ fields: [field], reference: { resource: nameOf(found), fields: [reference] } }];
    },
  );
  return {
    profile: TABULAR_RESOURCE,
    name: nameOf(file),
    path,
    title: `${resource.zh} · ${resource.en}${year === null ? '' : ` · ${year}`}`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: DIALECT,
    rows,
    schema: {
      fields: resource.fields.map((field) => fieldOf(field, resource.view)),
      missingValues: [''],
      primaryKey: [...resource.primaryKey],
      ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
    },
  };
}

/** "observations-2024": lower case letters, digits and hyphens, unique within the package. */
export function nameOf({ resource, year }: WrittenFile): string {
  return year === null ? resource.name : `${resource.name}-${year}`;
}

function fieldOf(field: Field, view: string): object {
  const { name, type, required, unique, enum: values, minimum, maximum, pattern } = field;
  const meaning = DICTIONARY[view]?.columns[name];
  const constraints = {
    ...(required ? { required } : {}),
    ...(unique ? { unique } : {}),
    ...(values ? { enum: [...values] } : {}),
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    ...(pattern === undefined ? {} : { pattern }),
  };
  return {
    name,
    type,
    ...(meaning === undefined ? {} : { title: meaning[1], description: meaning[2] }),
    ...(meaning?.[0] == null ? {} : { unit: meaning[0] }),
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  };
}

/** README of the folder, Chinese first. */
export function readmeOf(files: readonly WrittenFile[]): string {
  const rowsOf = (name: string) =>
    files
      .filter(({ resource, format }) => resource.name === name && format === 'parquet')
      .reduce((sum, { rows }) => sum + rows, 0);
  const lines = RESOURCES.map(({ name, zh, en }) => `| \`${name}\` | ${rowsOf(name)} | ${zh} | ${en} |`);
  return `# 对标数据集 · Duibiao dataset

| table | rows | 内容 | content |
|---|---|---|---|
${lines.join('\n')}

- \`<表>/fiscal_year=<年度>/part.parquet\`：Parquet，按年度分区；没有年度的行在 \`fiscal_year=__HIVE_DEFAULT_PARTITION__\`。
  Parquet by fiscal year; rows without a year are in the default partition of Hive.
- \`csv/\`：同样的行，UTF-8（带 BOM），Excel 可直接打开。The same rows for Excel.
- \`datapackage.json\`：每列的类型、单位、约束与外键（Frictionless Tabular Data Package）。Types, units, constraints, keys.
- \`SHA256SUMS\`：\`sha256sum -c SHA256SUMS\`。

\`\`\`sh
duckdb -c "SELECT bureau_name, fiscal_year, value FROM read_parquet('observations/*/*.parquet', hive_partitioning = true) WHERE concept = 'three_public' AND phase = 'actual'"
\`\`\`

金额单位为元；\`value_minor\` 是精确整数（金额为分，其他单位为万分之一）。空为未公布，0 为公布为零。
Amounts are yuan; \`value_minor\` is exact (fen for money, 1/10,000 otherwise). Empty is not published, 0 is published as zero.

CSV 中以 = + - @（含全角）、制表符、换行或单引号开头的文字，前面加了一个单引号，防止被表格软件当作公式；程序读取时去掉开头的一个单引号即可还原。数字列不受影响。
In the CSV files a text that begins with = + - @ (also in full width), a tab, a line break or an apostrophe has one apostrophe in front, so that no spreadsheet takes it for a formula; take one leading apostrophe away to have the text back. Columns of numbers are as they are.
`;
}

/**
 * Checks a folder against its `datapackage.json` as the Frictionless specifications (Tabular Data Package, Table
 * Schema, version 1) have it: the descriptor, the type and constraints of every cell, keys. Written from the
 * specification, without a line of the exporter. Returns what is wrong, in words.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

interface Field {
  name: string;
  type: string;
  constraints?: {
    required?: boolean;
    unique?: boolean;
    enum?: string[];
    minimum?: number;
    maximum?: number;
    pattern?: string;
  };
}

interface Resource {
  name: string;
  path: string;
  profile: string;
  encoding: string;
  schema: {
    fields: Field[];
    missingValues: string[];
    primaryKey: string[];
    foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
  };
}

export interface Package {
  profile: string;
  name: string;
  licenses: { name?: string; path?: string }[];
  sources: { title: string }[];
  resources: Resource[];
}

/** Names of packages and resources: lower case, digits, ".", "_", "-". */
const NAME = /^[a-z0-9._-]+$/u;

const LEXICAL: Readonly<Record<string, RegExp>> = {
  string: /^[\s\S]*$/u,
  integer: /^[+-]?\d+$/u,
  number: /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/u,
  year: /^-?\d{4}$/u,
};

export function readPackage(folder: string): Package {
  return JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')) as Package;
}

/** Rows of a resource as texts, the header apart; a byte order mark is not part of the first name. */
export function readTable(folder: string, path: string): { header: string[]; rows: string[][] } {
  const [header = [], ...rows] = parse(readFileSync(join(folder, path)), { bom: true }) as string[][];
  return { header, rows };
}

export function validatePackage(folder: string): string[] {
  const descriptor = readPackage(folder);
  const tables = new Map(descriptor.resources.map((one) => [one.name, readTable(folder, one.path)]));
  return [
    ...descriptorErrors(descriptor),
    ...descriptor.resources.flatMap((resource) => [
      ...tableErrors(resource, tables.get(resource.name)!),
      ...foreignKeyErrors(resource, descriptor, tables),
    ]),
  ];
}

function descriptorErrors({ profile, name, licenses, sources, resources }: Package): string[] {
  const names = resources.map((one) => one.name);
  return [
    ...(profile === 'tabular-data-package' ? [] : ['the profile of the package']),
    ...(NAME.test(name) ? [] : ['the name of the package']),
    ...(licenses.every((one) => one.name ?? one.path) ? [] : ['a licence without name and path']),
    ...(sources.every(({ title }) => title) ? [] : ['a source without title']),
    ...(resources.length > 0 && new Set(names).size === names.length ? [] : ['names of resources']),
    ...resources.flatMap((one) => resourceErrors(one).map((error) => `${one.name}: ${error}`)),
  ];
}

function resourceErrors({ name, path, profile, encoding, schema }: Resource): string[] {
  const fields = schema.fields.map((field) => field.name);
  return [
    ...(NAME.test(name) ? [] : ['name']),
    ...(profile === 'tabular-data-resource' ? [] : ['profile']),
    ...(/^(?:\/|\.\.|~)|\\/u.test(path) ? ['a path that leaves the folder'] : []),
    ...(encoding === 'utf-8' ? [] : ['encoding']),
    ...(new Set(fields).size === fields.length && fields.length > 0 ? [] : ['field names']),
    ...schema.fields
      .filter(({ type }) => !(type in LEXICAL))
      .map(({ name: field, type }) => `${field}: type ${type}`),
    ...schema.primaryKey.filter((key) => !fields.includes(key)).map((key) => `key ${key}`),
  ];
}

function tableErrors({ name, schema }: Resource, { header, rows }: ReturnType<typeof readTable>): string[] {
  const { fields, missingValues, primaryKey } = schema;
  const errors: string[] = [];
  if (header.join() !== fields.map((field) => field.name).join())
    errors.push(`${name}: header ${header.join()}`);
  const keys = new Set<string>();
  const seen = new Map<string, Set<string>>();
  for (const [at, row] of rows.entries()) {
    for (const [index, field] of fields.entries()) {
      const cell = row[index] ?? '';
      const error = missingValues.includes(cell)
        ? field.constraints?.required || primaryKey.includes(field.name)
          ? 'missing'
          : null
        : cellError(cell, field, seen);
      if (error !== null) errors.push(`${name} row ${at + 1} ${field.name}: ${error} (${cell})`);
    }
    keys.add(JSON.stringify(primaryKey.map((key) => row[header.indexOf(key)])));
  }
  if (keys.size !== rows.length) errors.push(`${name}: the primary key is not unique`);
  return errors;
}

function cellError(
  cell: string,
  { name, type, constraints = {} }: Field,
  seen: Map<string, Set<string>>,
): string | null {
  if (!LEXICAL[type]!.test(cell)) return `no ${type}`;
  const { enum: values, minimum, maximum, pattern, unique } = constraints;
  if (values && !values.includes(cell)) return 'not in the list';
  if (minimum !== undefined && Number(cell) < minimum) return 'too small';
  if (maximum !== undefined && Number(cell) > maximum) return 'too large';
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(cell)) return 'pattern';
  if (!unique) return null;
  const known = seen.get(name) ?? new Set();
  seen.set(name, known);
  const again = known.has(cell);
  known.add(cell);
  return again ? 'not unique' : null;
}

function foreignKeyErrors(
  { name, schema }: Resource,
  descriptor: Package,
  tables: ReadonlyMap<string, ReturnType<typeof readTable>>,
): string[] {
  const own = tables.get(name)!;
  return (schema.foreignKeys ?? []).flatMap(({ fields, reference }) => {
    const target = tables.get(reference.resource);
    if (target === undefined || !descriptor.resources.some((one) => one.name === reference.resource)) {
      return [`${name}: refers to no resource ${reference.resource}`];
    }
    const column = target.header.indexOf(reference.fields[0]!);
    const known = new Set(target.rows.map((row) => row[column]));
    const at = own.header.indexOf(fields[0]!);
    const lost = own.rows.map((row) => row[at]!).filter((cell) => cell !== '' && !known.has(cell));
    return [...new Set(lost)].map((cell) => `${name}: ${fields[0]} ${cell} is not in ${reference.resource}`);
  });
}

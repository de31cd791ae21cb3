/** One table going to disk in two forms at a time: portions of rows come in, a Parquet file and a CSV file grow. */
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SchemaElement } from 'hyparquet';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import { BYTE_ORDER_MARK, printLine } from './csv.ts';
import type { Field, Row, Value } from './resource.ts';

/** Rows of one Parquet row group: few enough to hold a dozen open files in memory. */
const ROW_GROUP = 20_000;
const CSV_BUFFER = 1 << 20;

export interface TableFile {
  add(row: Row): void;
  /** The SHA-256 of what was written, where it is known without reading it again. */
  close(): Promise<string | null>;
}

export function parquetFile(path: string, fields: readonly Field[]): TableFile {
  mkdirSync(dirname(path), { recursive: true });
  const writer = new ParquetWriter({
    writer: fileWriter(path),
    schema: schemaOf(fields),
    createdBy: 'duibiao',
  });
  let waiting: Row[] = [];
  const flush = () => {
    const columnData = fields.map((field, at) => ({
      name: field.name,
      data: waiting.map((row) => physical(row[at]!, field)),
    }));
    writer.write({ columnData, rowGroupSize: ROW_GROUP });
    waiting = [];
  };
  return {
    add(row) {
      waiting.push(row);
      if (waiting.length >= ROW_GROUP) flush();
    },
    async close() {
      if (waiting.length > 0) flush();
      await writer.finish();
      return null;
    },
  };
}

function schemaOf(fields: readonly Field[]): SchemaElement[] {
  return [
    { name: 'root', num_children: fields.length },
    ...fields.map((field): SchemaElement => {
      const repetition_type = field.required ? 'REQUIRED' : 'OPTIONAL';
      return { name: field.name, repetition_type, ...physicalType(field) };
    }),
  ];
}

function physicalType({ type, large }: Field): Pick<SchemaElement, 'type' | 'converted_type'> {
  if (type === 'number') return { type: 'DOUBLE' };
  if (type === 'integer' || type === 'year') return { type: large ? 'INT64' : 'INT32' };
  return { type: 'BYTE_ARRAY', converted_type: 'UTF8' };
}

function physical(value: Value, { large }: Field): Value | bigint {
  return large && typeof value === 'number' ? BigInt(value) : value;
}

export function csvFile(path: string, fields: readonly Field[]): TableFile {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'w');
  const hash = createHash('sha256');
  let lines = [BYTE_ORDER_MARK + printLine(fields.map(({ name }) => name))];
  let length = 0;
  const flush = () => {
    const bytes = Buffer.from(lines.join(''));
    hash.update(bytes);
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    lines = [];
    length = 0;
  };
  return {
    add(row) {
      const line = printLine(row);
      lines.push(line);
      length += line.length;
      if (length >= CSV_BUFFER) flush();
    },
    async close() {
      flush();
      closeSync(file);
      return hash.digest('hex');
    },
  };
}

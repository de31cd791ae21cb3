/** What one table of the dataset holds: which columns of which view, of which type, and what they refer to. */
import type { Piece } from '../../warehouse/enumerations.ts';

export type FieldType = 'string' | 'integer' | 'number' | 'year' | 'date';

export interface Field {
  name: string;
  type: FieldType;
  required?: boolean;
  unique?: boolean;
  enum?: readonly string[];
  minimum?: number;
  maximum?: number;
  pattern?: string;
  /** Integers that may pass 2^31. */
  large?: boolean;
}

export interface Resource {
  name: string;
  zh: string;
  en: string;
  /** The view or table whose dictionary entry explains the columns. */
  view: string;
  fields: readonly Field[];
  /** SELECT with the columns of `fields`; asked `per` bureau or document it has two parameters: which, and years (a JSON list) to leave out. */
  select: string;
  /** What tells when a year of it last changed; without it all years are read each time. */
  piece?: Piece;
  /** In which portions it is read, so that rows come in one order without sorting a million of them. */
  per: 'bureau' | 'document' | 'all';
  primaryKey: readonly string[];
  foreignKeys?: readonly { field: string; resource: string; reference: string; sameYear?: true }[];
  /** Parquet in one folder per fiscal year. */
  partitioned: boolean;
  /** CSV in one file per fiscal year; one file for all where others refer to it. */
  csvByYear: boolean;
}

export type Value = string | number | null;
export type Row = readonly Value[];

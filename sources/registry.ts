/**
 * The registry of bureaus: YAML, one file a province. A slip in it would put figures under the wrong name or leave
 * a bureau unasked, so a file is right in every field or it is refused with every mistake in it.
 */
import { createHash } from 'node:crypto';
import { isScalar, isSeq } from 'yaml';
import { type BureauEntry, bureauSchema, type RegisteredBureau } from './bureau.ts';
import {
  complain,
  type FieldPath,
  lineOf,
  parseYaml,
  plainValue,
  sayIssues,
  type YamlFile,
} from './yaml-file.ts';

export interface Registry {
  /** Sorted by id. */
  bureaus: readonly RegisteredBureau[];
}

export interface ParsedRegistry {
  bureaus: readonly RegisteredBureau[];
  /** Chinese sentences, each with file, line and field. */
  errors: readonly string[];
}

/** The bureaus of one file. An entry with a mistake is left out and its mistakes are told. */
export function parseRegistryFile(file: string, text: string): ParsedRegistry {
  const { yaml, errors } = parseYaml(file, text);
  if (errors.length > 0) return { bureaus: [], errors };
  const root = yaml.document.contents;
  if (root === null) return { bureaus: [], errors: [] };
  const entries = yaml.document.get('bureaus', true);
  if (isScalar(entries) && entries.value === null) return { bureaus: [], errors: unknownFields(yaml) };
  if (!isSeq(entries)) return { bureaus: [], errors: [complain(yaml, ['bureaus'], '应为单位的列表')] };
  const read = entries.items.map((_, index) => readEntry(yaml, ['bureaus', index]));
  return {
    bureaus: read.flatMap(({ bureau }) => (bureau === null ? [] : [bureau])),
    errors: [...unknownFields(yaml), ...read.flatMap((each) => each.errors)],
  };
}

function readEntry(yaml: YamlFile, path: FieldPath): { bureau: RegisteredBureau | null; errors: string[] } {
  const parsed = bureauSchema.safeParse(plainValue(yaml, path));
  if (!parsed.success) return { bureau: null, errors: sayIssues(yaml, parsed.error, path) };
  return { bureau: { ...parsed.data, file: yaml.file, line: lineOf(yaml, path) }, errors: [] };
}

function unknownFields(yaml: YamlFile): string[] {
  const value = plainValue(yaml);
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  return keys
    .filter((key) => key !== 'bureaus')
    .map((key) => complain(yaml, [key], '没有这个字段，请核对拼写'));
}

/** All files together: no id and no name twice. */
export function joinRegistries(files: readonly ParsedRegistry[]): ParsedRegistry {
  const bureaus = files
    .flatMap((file) => file.bureaus)
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const repeated = bureaus.flatMap((bureau, index) => {
    const first = bureaus.findIndex(({ id }) => id === bureau.id);
    return first === index ? [] : [`${placeOf(bureau)} id：${bureau.id} 与 ${placeOf(bureaus[first]!)} 重复`];
  });
  return { bureaus, errors: [...files.flatMap(({ errors }) => errors), ...repeated] };
}

export function placeOf({ file, line }: Pick<RegisteredBureau, 'file' | 'line'>): string {
  return `${file} 第${line}行`;
}

/**
 * Digest of what recognition takes from the entries of one province (two digits), or of all where it is null:
 * a new listing page reads no document again, a new name only those of its province.
 */
export function namesDigest({ bureaus }: Registry, province: string | null): string {
  const said = bureaus
    .filter(
      ({ id, division }) => province === null || id.startsWith(province) || division.startsWith(province),
    )
    .map(nameFields);
  return said.length === 0 ? '' : createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 8);
}

function nameFields({ id, names, division, scope, defaultUnit }: BureauEntry): unknown {
  return [id, names, division, scope, defaultUnit ?? null];
}

/** What the analyst says of the files, held against the files that are there. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ManifestEntry } from '../sources/manifest.ts';
import { EXIT, Trouble } from './exit-status.ts';

export interface ManifestTrouble {
  code: 'missing_file' | 'manifest_error';
  /** Tells it from the other troubles of the manifest, night after night. */
  identity: string;
  relativePath: string;
  sourceFile: string;
  /** Chinese. */
  reason: string;
}

export interface LoadedManifest {
  /** The entry for a document that lies at these paths; the first path that has one decides. */
  entryOf(paths: readonly string[]): ManifestEntry | null;
  /** Rows that could not be read, and rows whose file is not among `paths`. */
  troubles(paths: readonly string[]): ManifestTrouble[];
}

const noManifest: LoadedManifest = { entryOf: () => null, troubles: () => [] };

export async function loadManifest(path: string | null): Promise<LoadedManifest> {
  if (path === null) return noManifest;
  if (!existsSync(path)) throw missing(path);
  const { manifestEntryFor, parseManifest } = await import('../sources/manifest.ts');
  const name = basename(path);
  const { entries, errors } = parseManifest(readFileSync(path));
  return {
    entryOf: (paths) =>
      paths.map((each) => manifestEntryFor(entries, each)).find((entry) => entry !== null) ?? null,
    troubles(paths) {
      const used = new Set(paths.map((each) => manifestEntryFor(entries, each)));
      return [
        ...errors.map((reason) => unreadableRow(name, reason)),
        ...entries.filter((entry) => !used.has(entry)).map((entry) => missingFile(name, entry)),
      ];
    },
  };
}

/** Each wrong row is shown beside the documents: what it wanted to say about one of them was not heard. */
function unreadableRow(manifest: string, reason: string): ManifestTrouble {
  return { code: 'manifest_error', identity: reason, relativePath: manifest, sourceFile: manifest, reason };
}

function missingFile(manifest: string, { file, row }: ManifestEntry): ManifestTrouble {
  return {
    code: 'missing_file',
    identity: file,
    relativePath: file,
    sourceFile: basename(file),
    reason: `${manifest} 第${row}行写了这个文件，但收件目录里没有：请补上文件，或更正、删除这一行`,
  };
}

function missing(path: string): Trouble {
  return new Trouble(
    `清单文件不存在：${path}。请检查 --manifest 后面的路径`,
    `There is no manifest ${path}; check the path after --manifest`,
    EXIT.usage,
  );
}

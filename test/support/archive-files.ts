/** The originals in an archive, made writable so that a test can damage them. */
import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export function archiveFiles(folder: string): string[] {
  const paths = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(join(folder, name)).map((file) => join(folder, name, file)));
  for (const path of paths) chmodSync(path, 0o644);
  return paths;
}

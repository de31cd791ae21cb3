/** Writes documents/ anew: `npx tsx sources/samples/build/build-samples.ts`. The same bytes every time. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manifest, samples } from './samples.ts';

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'documents');

rmSync(folder, { recursive: true, force: true });
for (const { path, bytes } of samples()) {
  const target = join(folder, ...path.split('/'));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
}
writeFileSync(join(folder, 'manifest.csv'), manifest());

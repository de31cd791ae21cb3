/** Makes the program of the site: TypeScript and charts in, one script and one style sheet out. Part of `npm run build`. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type BrowserFiles, BUILT_NAME } from './browser-files.ts';

const FOLDER = join('reports', 'site', 'browser');

export async function bundleBrowser(): Promise<BrowserFiles> {
  const result = await build({
    entryPoints: ['main.ts', 'style.css'].map((name) => join(sourceRoot(), FOLDER, name)),
    outdir: 'out',
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['chrome100', 'firefox100', 'safari15'],
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
  });
  const textOf = (ending: string) => result.outputFiles.find(({ path }) => path.endsWith(ending))!.text;
  const script = textOf('.js');
  // Inside a page these end the program; esbuild writes them so only where a literal in the source text does.
  if (/<\/script|<!--/iu.test(script)) throw new Error('the program of the site would end its own element');
  return { script, style: textOf('.css') };
}

/** The source text lies above this file, compiled or not. */
function sourceRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, FOLDER, 'main.ts'))) {
    if (dirname(folder) === folder) throw new Error(`no ${FOLDER} above ${fileURLToPath(import.meta.url)}`);
    folder = dirname(folder);
  }
  return folder;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(new URL(BUILT_NAME, import.meta.url), JSON.stringify(await bundleBrowser()));
}

/** The registry as it lies on disk: the files that come with the program, and the folder of the user's own. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { utf8OrGb18030 } from './decode-text.ts';
import { joinRegistries, type ParsedRegistry, parseRegistryFile } from './registry.ts';

const OWN_FOLDER = join('sources', 'registry');
const YAML_NAME = /\.ya?ml$/i;

/** Invented sample bureaus; they lie beside the source text, also when the compiled program runs from `dist/`. */
export function ownRegistryFolder(): string {
  const isThere = (folder: string) =>
    existsSync(join(folder, OWN_FOLDER)) &&
    readdirSync(join(folder, OWN_FOLDER)).some((name) => YAML_NAME.test(name));
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!isThere(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, OWN_FOLDER);
}

/** Every YAML file right in the folders, in order of name. A folder that is not there is an error, not an empty registry. */
export function loadRegistry(folders: readonly string[]): ParsedRegistry {
  return joinRegistries(folders.map(loadFolder));
}

function loadFolder(folder: string): ParsedRegistry {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    return { bureaus: [], errors: [`登记目录不存在：${folder}`] };
  const files = readdirSync(folder)
    .filter((name) => YAML_NAME.test(name) && !name.startsWith('.'))
    .sort();
  return joinFiles(
    files.map((name) =>
      parseRegistryFile(shownName(folder, name), utf8OrGb18030(readFileSync(join(folder, name)))),
    ),
  );
}

function joinFiles(files: readonly ParsedRegistry[]): ParsedRegistry {
  return { bureaus: files.flatMap(({ bureaus }) => bureaus), errors: files.flatMap(({ errors }) => errors) };
}

/** 登记/四川省.yml: enough to find it, the same wherever the folder lies. */
function shownName(folder: string, name: string): string {
  return `${basename(folder)}/${name}`;
}

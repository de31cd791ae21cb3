/** Programs beside this one, found as a shell finds them. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first of these programs in the first folder of `path` that has one; null where none has. */
export function programOnPath(
  names: readonly string[],
  path: string = process.env.PATH ?? '',
  isIt: (program: string) => boolean = () => true,
): string | null {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  const places = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return places.find((place) => isProgram(place) && isIt(place)) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

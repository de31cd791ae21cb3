/** The bureaus that a run knows: the user's own, and the invented ones where the built-in samples are read. */
import { loadRegistry, ownRegistryFolder } from '../sources/load-registry.ts';
import { joinRegistries, type ParsedRegistry, type Registry } from '../sources/registry.ts';
import { inEnglish } from '../sources/yaml-file.ts';
import { EXIT, Trouble } from './exit-status.ts';

export interface RegistryChoice {
  /** The user's own folder; null where there is none. */
  folder: string | null;
  /** Whether invented places count: only beside the invented reports. */
  withSamples: boolean;
}

// GB/T 2260 assigns no code from 99.
const INVENTED = /^99/;

/** Throws a `Trouble` that lists every mistake: a bureau that is left out by a slip would look like one that published nothing. */
export function openRegistry(choice: RegistryChoice): Registry {
  const { bureaus, errors } = readRegistry(choice);
  if (errors.length > 0) throw wrong(errors);
  return { bureaus };
}

/** With its mistakes, for those who want to see them. */
export function readRegistry({ folder, withSamples }: RegistryChoice): ParsedRegistry {
  const own = loadRegistry([ownRegistryFolder()]);
  const known = own.bureaus.filter(({ division }) => withSamples || !INVENTED.test(division));
  const theirs = folder === null ? [] : [loadRegistry([folder])];
  return joinRegistries([{ bureaus: known, errors: own.errors }, ...theirs]);
}

function wrong(errors: readonly string[]): Trouble {
  const list = (lines: readonly string[]) => lines.map((line) => `\n  ${line}`).join('');
  return new Trouble(
    `单位登记有误，没有运行：${list(errors)}`,
    `The registry of bureaus is wrong; nothing was run:${list(errors.map(inEnglish))}`,
    EXIT.usage,
  );
}

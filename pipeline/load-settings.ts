/** The settings of a working folder, read only where there are any: most commands need none. */
import { existsSync } from 'node:fs';
import type { Config } from './config.ts';
import { type DataPaths, DEFAULT_DATA, dataPaths } from './options.ts';

const CONFIG_NAME = 'duibiao.yml';

/** null where nobody wrote any. Throws a `Trouble` where they are wrong, or where the named file is not there. */
export async function loadSettings(given?: string): Promise<Config | null> {
  if (given === undefined && !existsSync(CONFIG_NAME)) return null;
  const { loadConfig } = await import('./config.ts');
  return loadConfig(given);
}

/** Where the data lie: where the command line says, else where the settings do. */
export async function chosenData(given: string | undefined): Promise<DataPaths> {
  return dataPaths(given ?? (await loadSettings())?.data ?? DEFAULT_DATA);
}

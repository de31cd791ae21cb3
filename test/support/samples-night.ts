/** The warehouse of the built-in samples, made once for a test file: real documents through the whole night. */
import { join } from 'node:path';
import { samplesFolder } from '../../pipeline/options.ts';
import { makePlace, type Place, runNight } from './run-night.ts';

export interface SamplesNight {
  place: Place;
  warehouse: string;
}

/** Call in `beforeAll`; `place.remove()` in `afterAll`. */
export async function samplesNight(): Promise<SamplesNight> {
  const place = makePlace();
  const inbox = samplesFolder();
  await runNight(place, {}, { inbox, manifest: join(inbox, 'manifest.csv') });
  return { place, warehouse: join(place.data, 'warehouse.db') };
}

/** A first night of all samples, read in this process. */
export const NIGHT_MILLISECONDS = 120_000;

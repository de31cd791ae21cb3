/** Registered bureaus that no document of a year was recognised as: a wrong name looks just like a bureau that is silent. */
import { existsSync } from 'node:fs';
import type { RegisteredBureau } from '../sources/bureau.ts';
import type { RegistryFlaw } from '../sources/check-registry.ts';
import { expectedYears } from '../sources/expected-years.ts';
import { placeOf, type Registry } from '../sources/registry.ts';
import { DEFAULT_DATA, dataPaths } from './options.ts';
import { withPublished } from './published.ts';

interface Recognised {
  bureauId: string;
  bureauName: string | null;
  regionCode: string | null;
  year: number;
}

/** Warnings for every bureau; none where nothing has been published yet. */
export async function silentBureaus(
  { bureaus }: Registry,
  data: string | undefined,
  now: Date,
): Promise<RegistryFlaw[]> {
  if (!existsSync(dataPaths(data ?? DEFAULT_DATA).warehouse)) return [];
  const recognised = await withPublished(data, ({ sqlite }) =>
    sqlite
      .prepare<[], Recognised>(
        `SELECT DISTINCT bureau_id AS bureauId, bureau_name AS bureauName, region_code AS regionCode,
          fiscal_year AS year
         FROM documents WHERE state <> 'superseded' AND bureau_id IS NOT NULL AND fiscal_year IS NOT NULL
         ORDER BY bureau_id, fiscal_year`,
      )
      .all(),
  );
  const registered = new Set(bureaus.map(({ id }) => id));
  const strangers = recognised.filter(({ bureauId }) => !registered.has(bureauId));
  return bureaus.flatMap((bureau) => silence(bureau, recognised, strangers, now));
}

function silence(
  bureau: RegisteredBureau,
  recognised: readonly Recognised[],
  strangers: readonly Recognised[],
  now: Date,
): RegistryFlaw[] {
  const known = new Set(recognised.filter(({ bureauId }) => bureauId === bureau.id).map(({ year }) => year));
  const owed = new Set(bureau.expects.flatMap((each) => expectedYears(each, now)));
  const silent = [...owed].filter((year) => !known.has(year)).sort((a, b) => a - b);
  if (silent.length === 0) return [];
  const alike = strangers.filter(({ regionCode }) => regionCode === bureau.division).map(printStranger);
  const hint =
    alike.length === 0 ? '' : `；同一区划里没有登记的单位：${[...new Set(alike)].slice(0, 5).join('、')}`;
  return [
    {
      severity: 'warning',
      code: 'no_document',
      bureauId: bureau.id,
      message: `${placeOf(bureau)} ${bureau.id} names：${silent.join('、')}年度没有任何文件认作这个单位，请核对名称${hint}`,
    },
  ];
}

function printStranger({ bureauId, bureauName }: Recognised): string {
  return bureauName ?? bureauId;
}

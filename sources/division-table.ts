/** Administrative divisions of China (GB/T 2260), through all changes since 1981, by code. */

import { DIVISION_TABLE } from './reference/divisions.ts';
import { SAMPLE_DIVISIONS } from './samples/divisions.ts';

export type Tier = 'province' | 'prefecture' | 'county';

export interface Division {
  /** Six digits. */
  code: string;
  name: string;
  province: string;
  /** Its own name for a prefecture; null for provinces, and for what a province or a municipality governs directly. */
  prefecture: string | null;
  level: Tier;
  /** `changed`: the code went on under another name. */
  state: 'in_use' | 'changed' | 'abolished';
  /** First year of this code and name. */
  from: number;
  /** Year in which it was changed or abolished; null while in use. */
  until: number | null;
  /** Codes that took it over when it was abolished. */
  successors: readonly string[];
  /** Codes that took a part of it, and when. */
  ceded: readonly { code: string; year: number }[];
}

const STATES = { i: 'in_use', c: 'changed', a: 'abolished' } as const;
/** "120113[2020]": a part of the division went to 120113 in 2020. */
const CEDED = /^(\d{6})\[(\d{4})\]$/;
export const DIVISIONS: readonly Division[] = readDivisions(`${DIVISION_TABLE}${SAMPLE_DIVISIONS}`);
const byCode = group(DIVISIONS, (division) => division.code);

/** The division of a code: the one in use, else the last that had it; with a year, the one of that year where there was one. */
export function divisionByCode(code: string, year?: number): Division | null {
  const holders = byCode.get(code) ?? [];
  const then = year === undefined ? undefined : holders.find((division) => existedIn(division, year));
  return then ?? holders.toSorted((a, b) => (b.until ?? 9999) - (a.until ?? 9999))[0] ?? null;
}

/** Which peers a region is compared with. Districts of Beijing, Tianjin, Shanghai and Chongqing are of the county tier. */
export function peerTierOf(code: string): Tier {
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'prefecture' : 'county';
}

/** Whether the code and name were in force that year; in the year of a change the new one is. */
export function existedIn(division: Division, year: number): boolean {
  return division.from <= year && (division.until === null || year < division.until);
}

function readDivisions(table: string): Division[] {
  let province = '';
  let prefecture = '';
  const divisions: Division[] = [];
  for (const line of table.trim().split('\n')) {
    if (line.startsWith('#')) [province = '', prefecture = ''] = line.slice(1).split('|');
    else divisions.push(readDivision(line, province, prefecture));
  }
  return divisions;
}

function readDivision(line: string, province: string, prefecture: string): Division {
  const [code = '', name = '', state = 'i', from = '', until = '', after = ''] = line.split('|');
  const successors = after.split(';').filter((part) => part !== '');
  return {
    code,
    name,
    province,
    prefecture: prefecture === '' || peerTierOf(code) === 'province' ? null : prefecture,
    level: peerTierOf(code),
    state: STATES[state as keyof typeof STATES],
    from: Number(from),
    until: until === '' ? null : Number(until),
    successors: successors.filter((part) => !CEDED.test(part)),
    ceded: successors.flatMap((part) => {
      const match = CEDED.exec(part);
      return match === null ? [] : [{ code: match[1]!, year: Number(match[2]) }];
    }),
  };
}

/** Items by key, in their order. */
export function group<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const list = groups.get(keyOf(item));
    if (list === undefined) groups.set(keyOf(item), [item]);
    else list.push(item);
  }
  return groups;
}

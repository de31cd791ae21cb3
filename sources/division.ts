/** Administrative divisions of China (GB/T 2260), through all changes since 1981. A name alone is no place: 长安区 exists twice. */

import { DIVISION_TABLE } from './reference/divisions.ts';
import { POPULATION_TABLE } from './reference/population-2020.ts';
import { SAMPLE_DIVISIONS, SAMPLE_POPULATION } from './samples/divisions.ts';

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

export interface Population {
  residents: number;
  year: number;
  source: string;
}

const CENSUS = { year: 2020, source: '第七次全国人口普查' };
const STATES = { i: 'in_use', c: 'changed', a: 'abolished' } as const;
/** "120113[2020]": a part of the division went to 120113 in 2020. */
const CEDED = /^(\d{6})\[(\d{4})\]$/;
/** The peoples named in 自治 divisions; "互助土族自治县" is also printed 互助县. */
const PEOPLES =
  '蒙古族|蒙古|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|高山族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯|阿昌族|普米族|塔吉克|怒族|鄂温克族|德昂族|保安族|裕固族|独龙族|鄂伦春|各族';
/** "互助" and "县" of 互助土族自治县; of 新疆维吾尔自治区 "新疆" and "区". */
const AUTONOMOUS = new RegExp(`^(.{2,}?)(?:${PEOPLES})*自治(县|州|旗|区)$`);

const DIVISIONS: readonly Division[] = readDivisions(`${DIVISION_TABLE}${SAMPLE_DIVISIONS}`);
const byCode = group(DIVISIONS, (division) => division.code);
const byName = group(DIVISIONS, (division) => division.name);
const byShortName = group(DIVISIONS, (division) => shortName(division.name));
const census = readPopulation(POPULATION_TABLE, CENSUS);
const samples = readPopulation(SAMPLE_POPULATION, { year: 2020, source: 'sample' });
const populations: ReadonlyMap<string, Population> = new Map([...census, ...samples]);
const LONGEST_NAME = Math.max(...DIVISIONS.map((division) => division.name.length));
/** A province, a prefecture and a county, each with its full name. */
const LONGEST_PATH = 3 * LONGEST_NAME;
/** For a code, what was abolished in favour of it. */
const predecessors = predecessorsOf(DIVISIONS);

/** The division of a code: the one in use, else the last that had it; with a year, the one of that year where there was one. */
export function divisionByCode(code: string, year?: number): Division | null {
  const holders = byCode.get(code) ?? [];
  const then = year === undefined ? undefined : holders.find((division) => existedIn(division, year));
  return then ?? holders.toSorted((a, b) => (b.until ?? 9999) - (a.until ?? 9999))[0] ?? null;
}

/**
 * Every division a printed name can mean: "乐山市金口河区", "江苏省", "互助县", with or without parents in front.
 * Those of `year` where there are any, else those in use, else abolished ones. Several where the name is ambiguous.
 */
export function divisionsNamed(name: string, where: { within?: string; year?: number } = {}): Division[] {
  const printed = name.replace(/\s/g, '');
  const { within, year } = where;
  const full = endingsOf(printed, byName);
  const named = (full.length > 0 ? full : endingsOf(printed, byShortName)).filter(
    (division) => within === undefined || liesWithin(division, within),
  );
  const then = year === undefined ? [] : named.filter((division) => existedIn(division, year));
  if (then.length > 0) return then;
  const inUse = named.filter((division) => division.state === 'in_use');
  return inUse.length > 0 ? inUse : named;
}

/** The divisions that the longest possible beginning of a text names, and what follows: "乐山市金口河区" and "医疗保障局". */
export function divisionsAtStart(
  text: string,
  where: { within?: string; year?: number } = {},
): { divisions: Division[]; rest: string } {
  for (let end = Math.min(text.length, LONGEST_PATH); end > 1; end--) {
    const divisions = divisionsNamed(text.slice(0, end), where);
    if (divisions.length > 0) return { divisions, rest: text.slice(end) };
  }
  return { divisions: [], rest: text };
}

/**
 * Residents of the division as it is now, or was in `year`, by the census of 2020. A division made since then has the
 * sum of those merged into it; null where the census says nothing of its present area (a split, or no census there).
 */
export function populationOf(code: string, year?: number): Population | null {
  const own = populations.get(code);
  const division = divisionByCode(code, year);
  if (division === null) return null;
  if (division.state === 'abolished') return own ?? populationOfHeir(division);
  const merged = (predecessors.get(code) ?? []).filter(
    (before) => before.until !== null && before.until >= CENSUS.year && before.until <= (year ?? 9999),
  );
  if (merged.some((before) => before.successors.length > 1 && populations.has(before.code))) return null;
  if (own !== undefined && lostPartToNewDivision(division, year ?? 9999)) return null;
  const parts = merged.flatMap((before) => populations.get(before.code) ?? []);
  const all = own === undefined ? parts : [own, ...parts];
  if (all.length === 0) return null;
  return { ...all[0]!, residents: all.reduce((sum, part) => sum + part.residents, 0) };
}

/** Which peers a region is compared with. Districts of Beijing, Tianjin, Shanghai and Chongqing are of the county tier. */
export function peerTierOf(code: string): Tier {
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'prefecture' : 'county';
}

/** 632126 became 630223 whole and alone in 2013, so the census of its heir is its own; 110103 was merged into another. */
function populationOfHeir({ code, until, successors }: Division): Population | null {
  const [heir, ...others] = successors;
  if (heir === undefined || others.length > 0 || divisionByCode(heir)?.from !== until) return null;
  const shared =
    predecessors.get(heir)!.some((before) => before.code !== code && before.until === until) ||
    DIVISIONS.some(({ ceded }) => ceded.some((part) => part.code === heir && part.year === until));
  return shared ? null : populationOf(heir);
}

/** 330110 gave half of itself to 330113 in 2021: its census figure is of another area. */
function lostPartToNewDivision(division: Division, year: number): boolean {
  return division.ceded.some(
    (part) => part.year > CENSUS.year && part.year <= year && !populations.has(part.code),
  );
}

function existedIn(division: Division, year: number): boolean {
  return division.from <= year && (division.until === null || year < division.until);
}

/** "51", "511100", "四川省", "乐山", "乐山市". */
function liesWithin(division: Division, within: string): boolean {
  if (/^\d+$/.test(within)) return division.code.startsWith(within.replace(/(?:00)+$/, ''));
  return [division.province, division.prefecture].some(
    (parent) => parent !== null && (parent === within || bareName(parent) === bareName(within)),
  );
}

/** Divisions whose name ends the printed one, with nothing but their parents in front of it. */
function endingsOf(printed: string, names: ReadonlyMap<string, readonly Division[]>): Division[] {
  const found: Division[] = [];
  for (let start = Math.max(0, printed.length - LONGEST_NAME); start < printed.length - 1; start++) {
    const front = printed.slice(0, start);
    for (const division of names.get(printed.slice(start)) ?? []) {
      if (isParentage(front, division)) found.push(division);
    }
  }
  return found;
}

function isParentage(front: string, { province, prefecture }: Division): boolean {
  const provinces = ['', province, bareName(province)];
  const prefectures =
    prefecture === null ? [''] : ['', prefecture, bareName(prefecture), shortName(prefecture)];
  return provinces.some((first) => prefectures.some((second) => first + second === front));
}

/** "四川" of 四川省, "乐山" of 乐山市, "新疆" of 新疆维吾尔自治区. */
function bareName(name: string): string {
  const autonomous = AUTONOMOUS.exec(name);
  return autonomous !== null ? autonomous[1]! : name.replace(/(?<=..)(?:特别行政区|省|市|地区|盟|州)$/, '');
}

/** "互助县" of 互助土族自治县; any other name itself. */
function shortName(name: string): string {
  const autonomous = AUTONOMOUS.exec(name);
  if (autonomous === null) return name;
  return autonomous[2] === '区' ? autonomous[1]! : `${autonomous[1]}${autonomous[2]}`;
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

function readPopulation(table: string, of: { year: number; source: string }): Map<string, Population> {
  const lines = table.trim().split('\n');
  return new Map(
    lines.map((line) => {
      const [code = '', residents = ''] = line.split('|');
      return [code, { residents: Number(residents), ...of }];
    }),
  );
}

function predecessorsOf(divisions: readonly Division[]): Map<string, Division[]> {
  const pairs = divisions.flatMap((division) =>
    division.successors.filter((code) => code !== division.code).map((code) => ({ code, division })),
  );
  const grouped = group(pairs, (pair) => pair.code);
  return new Map([...grouped].map(([code, list]) => [code, list.map((pair) => pair.division)]));
}

function group<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const list = groups.get(keyOf(item));
    if (list === undefined) groups.set(keyOf(item), [item]);
    else list.push(item);
  }
  return groups;
}

/**
 * Which administrative division the name of a body speaks of. 长安区 exists in two provinces, 普陀区 in two
 * cities: a name without its parents counts only where the document itself says which one is meant.
 */

/** The part of a division that recognition needs. */
export interface NamedDivision {
  /** Six digits (GB/T 2260). */
  code: string;
  /** "普陀区" */
  name: string;
  /** Year in which it was abolished or renamed; null while in use. */
  until?: number | null;
}

export interface DivisionRegistry {
  /** Divisions of exactly this name; `within` is the code of a parent, `year` leaves out divisions that did not exist then. */
  divisionsNamed(name: string, options?: { within?: string; year?: number }): readonly NamedDivision[];
  divisionByCode(code: string): NamedDivision | null | undefined;
}

export interface PlacedName {
  /** Six digits; null where the name has no place, an unknown one, or one that several divisions share. */
  regionCode: string | null;
  /** The name without its place: 医疗保障局. */
  organ: string;
  /** The place as printed: 贵州省威宁彝族回族苗族自治县; empty where the name has none. */
  place: string;
  /** Why there is no code: which divisions it could be. */
  candidates: readonly NamedDivision[];
}

const LONGEST_PLACE = 15;
/** 莱芜市 was abolished in 2019, and its bureaus still published the accounts of 2018. */
const YEARS_A_NAME_LINGERS = 3;
const PLACE_ENDING = /[省市区县旗州盟]$/;
/** 某某新区, 经济技术开发区: administered apart from the division they lie in, without a code of their own. */
const ZONE =
  /^[\p{Script=Han}]{0,8}?(?:新区|新城|开发区|高新区|经开区|示范区|管理区|管委会|风景(?:名胜)?区|度假区|工业园区?|产业园区?|保税区|试验区|园区|农场|林场|兵团)/u;
const PARTY = /^(?:中国共产党|中共|中国人民政治协商会议|政协|中国共产主义青年团|共青团|国家税务总局)/;

/** `context` is text that may name the parents of an ambiguous place: the document, then its path. */
export function placeName(
  name: string,
  registry: DivisionRegistry,
  context: readonly string[],
  year: number | null,
): PlacedName {
  const prefix = PARTY.exec(name)?.[0] ?? '';
  const body = name.slice(prefix.length);
  const { divisions, length } = longestChain(body, registry, year);
  const organ = prefix + body.slice(length);
  const place = body.slice(0, length);
  if (length === 0 || divisions.length === 0 || ZONE.test(body.slice(length)))
    return { regionCode: null, organ, place, candidates: [] };
  const decided = divisions.length === 1 ? divisions[0]! : decideByContext(divisions, registry, context);
  return { regionCode: decided?.code ?? null, organ, place, candidates: divisions };
}

interface Chain {
  divisions: readonly NamedDivision[];
  length: number;
}

/** 上海市 → 普陀区: each further place must lie within the one before it. */
function longestChain(text: string, registry: DivisionRegistry, year: number | null): Chain {
  let chain: Chain = { divisions: [], length: 0 };
  for (;;) {
    const next = nextPlace(text, chain, registry, year);
    if (next === null) return chain;
    chain = next;
  }
}

function nextPlace(
  text: string,
  chain: Chain,
  registry: DivisionRegistry,
  year: number | null,
): Chain | null {
  for (let length = Math.min(LONGEST_PLACE, text.length - chain.length - 1); length >= 2; length--) {
    const place = text.slice(chain.length, chain.length + length);
    if (!PLACE_ENDING.test(place)) continue;
    const named = divisionsNamed(place, registry, year);
    const within =
      chain.length === 0
        ? named
        : named.filter((inner) => chain.divisions.some((outer) => contains(outer, inner)));
    if (within.length > 0) return { divisions: within, length: chain.length + length };
  }
  return null;
}

/** Divisions of the year; a name lives on for some years on the doors of its offices, but not for decades. */
function divisionsNamed(
  name: string,
  registry: DivisionRegistry,
  year: number | null,
): readonly NamedDivision[] {
  if (year === null) return registry.divisionsNamed(name);
  return registry
    .divisionsNamed(name, { year })
    .filter(({ until }) => (until ?? year) >= year - YEARS_A_NAME_LINGERS);
}

/** By the digits of the codes: 310000 contains 310107, 630200 contains 630223. */
function contains(outer: NamedDivision, inner: NamedDivision): boolean {
  return outer.code !== inner.code && inner.code.startsWith(outer.code.replace(/(?:00){1,2}$/, ''));
}

/** The one candidate whose prefecture is named, or else whose province is; none where several are. */
function decideByContext(
  candidates: readonly NamedDivision[],
  registry: DivisionRegistry,
  context: readonly string[],
): NamedDivision | null {
  for (const text of context) {
    for (const parentCode of [prefectureCode, provinceCode]) {
      const named = candidates.filter((candidate) =>
        isNamed(parentCode(candidate.code), candidate, registry, text),
      );
      if (named.length === 1) return named[0]!;
      if (named.length > 1) break;
    }
  }
  return null;
}

const prefectureCode = (code: string) => `${code.slice(0, 4)}00`;
const provinceCode = (code: string) => `${code.slice(0, 2)}0000`;

function isNamed(
  parentCode: string,
  { code }: NamedDivision,
  registry: DivisionRegistry,
  text: string,
): boolean {
  const name = parentCode === code ? undefined : registry.divisionByCode(parentCode)?.name;
  return name !== undefined && name.length > 1 && text.includes(name);
}

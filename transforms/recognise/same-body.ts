/** One body has several names: with and without its parents, short and long. They are one candidate and one id. */
import { isBareOffice } from './bare-office.ts';
import type { Mention } from './owner-mentions.ts';
import { type DivisionRegistry, type PlacedName, placeName } from './region.ts';

export interface Candidate {
  placed: PlacedName;
  mentions: Mention[];
}

/** Every body that is mentioned, each with all its mentions. */
export function candidatesOf(
  mentions: readonly Mention[],
  registry: DivisionRegistry,
  context: readonly string[],
  year: number | null,
): Candidate[] {
  return merge(groupByName(mentions, registry, context, year));
}

function groupByName(
  mentions: readonly Mention[],
  registry: DivisionRegistry,
  context: readonly string[],
  year: number | null,
): Candidate[] {
  const groups = new Map<string, Candidate>();
  for (const mention of mentions) {
    const known = groups.get(mention.name);
    if (known !== undefined) known.mentions.push(mention);
    else
      groups.set(mention.name, {
        placed: placeName(mention.name, registry, context, year),
        mentions: [mention],
      });
  }
  return [...groups.values()];
}

/** Full and short forms of one body are one candidate; the form with the better known place gives it its place. */
function merge(candidates: readonly Candidate[]): Candidate[] {
  const bySureness = [...candidates].sort(
    (a, b) => sureness(b) - sureness(a) || b.placed.place.length - a.placed.place.length,
  );
  const merged: Candidate[] = [];
  for (const candidate of bySureness) {
    const hosts = merged.filter((known) => isSameBody(known, candidate));
    // A short form that fits two bodies of the document speaks for neither.
    if (hosts.length === 1) hosts[0]!.mentions.push(...candidate.mentions);
    else if (hosts.length === 0) merged.push({ placed: candidate.placed, mentions: [...candidate.mentions] });
  }
  return merged;
}

function sureness({ placed }: Candidate): number {
  return placed.regionCode !== null ? 2 : placed.place !== '' ? 1 : 0;
}

function isSameBody(full: Candidate, other: Candidate): boolean {
  const { placed } = full;
  if (organKey(placed.organ) === organKey(other.placed.organ)) {
    if (other.placed.place === '' || placed.regionCode === other.placed.regionCode) return true;
    return other.placed.regionCode === null && placed.place.endsWith(other.placed.place);
  }
  return other.placed.place === '' && isShortForm(other.mentions[0]!.name, placed);
}

/** 示例县医疗保障局 for 示例土族自治县医疗保障局: the short form of an autonomous county or banner. */
function isShortForm(name: string, { place, organ }: PlacedName): boolean {
  if (!name.endsWith(organ)) return false;
  const short = name.slice(0, -organ.length);
  const stem = short.slice(0, -1);
  return stem.length >= 2 && place.includes(stem) && place.at(-1) === short.at(-1);
}

/** One body under its long and short official names: the office of a people's congress, a subdistrict office, a town. */
export function organKey(organ: string): string {
  return organ
    .replace(/人民代表大会常务委员会/, '人大常委会')
    .replace(/^直(?:属)?(?:机关)?工委$/, '直属机关工作委员会')
    .replace(/^(?:中国人民政治协商会议|政协)(?:委员会)?/, '政协')
    .replace(/^(?:中国共产党|中共)(?=委)/, '')
    .replace(/^人民政府(?=.{2,6}(?:街道办事处|办事处)$)/, '')
    .replace(/^(?:人民)?政府办$/, '人民政府办公室')
    .replace(/^政府(?=办公)/, '人民政府')
    .replace(/(?<=.[镇乡]|.苏木)$/, '人民政府')
    .replace(/(?<=.街道)$/, '办事处');
}

/** The form in the weightiest place; of several there, the longest. A bare 农业农村局 only where nothing fuller is printed. */
export function publishedForm(all: readonly Mention[]): string {
  const full = all.filter(({ name }) => !isBareOffice(name));
  const mentions = full.length > 0 ? full : all;
  const heaviest = Math.max(...mentions.map(({ weight }) => weight));
  const names = mentions.filter(({ weight }) => weight === heaviest).map(({ name }) => name);
  return names.reduce((longest, name) => (name.length > longest.length ? name : longest));
}

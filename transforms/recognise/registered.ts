/**
 * A body that the registry knows, under any of its names: official, short, or former. Its series keeps one id when
 * the body is renamed or its county becomes a district; where the series breaks is said in the evidence.
 */
import type { KnownBureau, KnownName } from '../../sources/known-bureau.ts';
import type { PageContext } from '../../sources/page-context.ts';
import type { Evidence } from './disclosure.ts';
import type { Passages } from './passages.ts';
import { type DivisionRegistry, placeName } from './region.ts';
import { organKey } from './same-body.ts';

/** The bureaus that are known, by every way in which a document may name them. */
export interface BureauIndex {
  byId: ReadonlyMap<string, KnownBureau>;
  byName: ReadonlyMap<string, readonly Named[]>;
  /** `990121|医疗保障局` → the bureaus of that place and kind. */
  byPlace: ReadonlyMap<string, readonly Named[]>;
}

interface Named {
  bureau: KnownBureau;
  name: KnownName;
  /** The name without its place. */
  organ: string;
}

export const NO_BUREAUS: BureauIndex = { byId: new Map(), byName: new Map(), byPlace: new Map() };

export function indexBureaus(bureaus: readonly KnownBureau[], divisions: DivisionRegistry): BureauIndex {
  const byName = new Map<string, Named[]>();
  const byPlace = new Map<string, Named[]>();
  for (const bureau of bureaus) {
    for (const name of bureau.names) {
      const { organ } = placeName(name.name, divisions, [bureau.places.join('')], null);
      const named = { bureau, name, organ };
      add(byName, plain(name.name), named);
      for (const code of bureau.divisions) add(byPlace, `${code}|${organKey(organ)}`, named);
    }
  }
  return { byId: new Map(bureaus.map((bureau) => [bureau.id, bureau])), byName, byPlace };
}

function add(groups: Map<string, Named[]>, key: string, named: Named): void {
  groups.set(key, [...(groups.get(key) ?? []), named]);
}

function plain(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '');
}

export interface RegisteredOwner {
  bureau: KnownBureau;
  /** The registered name that the document's own name is taken for. */
  name: KnownName;
  evidence: readonly Evidence[];
}

/** The body as the document gives it. */
export interface PrintedOwner {
  name: string;
  regionCode: string | null;
  organ: string | null;
}

/**
 * The one registered bureau that a printed name means; null where none or several do. A name without a place is
 * nobody's unless the page says whose it is: 财政局 alone is the short name of three thousand bureaus.
 */
export function registeredOwner(
  printed: PrintedOwner,
  index: BureauIndex,
  page: PageContext | null,
): RegisteredOwner | null {
  const organ = organKey(printed.organ ?? printed.name);
  const found =
    printed.regionCode !== null
      ? onlyOne(
          [
            ...(index.byPlace.get(`${printed.regionCode}|${organ}`) ?? []),
            ...(index.byName.get(plain(printed.name)) ?? []).filter(({ bureau }) =>
              bureau.divisions.includes(printed.regionCode!),
            ),
          ],
          printed.name,
        )
      : (onlyOne(unplacedNames(printed, index), printed.name) ?? ownerOfPage(printed, index, page));
  return found === null ? null : { ...found, evidence: evidenceOf(found, printed.name) };
}

/** 示例市高新区财政局: no division of its own, but the whole name is registered and says which city it belongs to. */
function unplacedNames({ name }: PrintedOwner, index: BureauIndex): readonly Named[] {
  return (index.byName.get(plain(name)) ?? []).filter(({ bureau }) =>
    // 长安区 alone says nothing; 西安 or 陕西省 in front of it does.
    bureau.places.slice(0, 2).some((place) => name.includes(place) || name.includes(place.slice(0, -1))),
  );
}

/** The bureau whose page it is, where the document prints one of its names, or its kind without any place. */
function ownerOfPage(
  { name, organ }: PrintedOwner,
  index: BureauIndex,
  page: PageContext | null,
): Named | null {
  const bureau = page?.bureauId == null ? undefined : index.byId.get(page.bureauId);
  if (bureau === undefined) return null;
  const hasPlace = organ !== null && organ !== name;
  const named = bureau.names.map((each): Named => ({ bureau, name: each, organ: organOf(each, bureau) }));
  return onlyOne(
    named.filter(
      (each) => plain(each.name.name) === plain(name) || (!hasPlace && each.organ === organKey(name)),
    ),
    name,
  );
}

/** Its kind of body; registered names begin with a place of the bureau, or they are short without one. */
function organOf({ name }: KnownName, { places }: KnownBureau): string {
  const end = Math.max(
    0,
    ...places.map((place) => name.indexOf(place) + (name.includes(place) ? place.length : 1)),
  );
  return organKey(name.slice(end));
}

/** The entries agree on one bureau; of its names the one that is printed, else the one in force. */
function onlyOne(named: readonly Named[], printed: string): Named | null {
  const [first] = named;
  if (first === undefined || named.some(({ bureau }) => bureau.id !== first.bureau.id)) return null;
  return (
    named.find(({ name }) => plain(name.name) === plain(printed)) ??
    named.find(({ name }) => name.status === 'official') ??
    first
  );
}

/** What may follow the whole name of a publisher: 甲县医保局 + 2024年, 部门决算; not 甲县医保局 + 经办中心. */
const AFTER_NAME = /^(?:$|[\d（(〔，。,;；:：]|部门|单位|本级|机关|关于|预算|决算|整体|绩效|项目支出|公开)/;

/** A document that names nobody in a form that is read as a name: its title or captions hold one registered name. */
export function registeredInTitle(
  passages: Passages,
  index: BureauIndex,
  context: readonly string[],
): RegisteredOwner | null {
  const lines = [
    ...(passages.title === null ? [] : [passages.title]),
    ...passages.front,
    ...passages.captions,
  ];
  const printed = lines.map(plain);
  const found = [...index.byName]
    .filter(([name]) => printed.some((line) => isNamedIn(line, name)))
    .flatMap(([, named]) => named)
    // A short name without its place may be that of another county: the document must say the place somewhere.
    .filter(({ bureau }) =>
      bureau.places.slice(-2).some((place) => context.some((text) => text.includes(place))),
    );
  const one = onlyOne(found, found[0]?.name.name ?? '');
  return one === null ? null : { ...one, evidence: evidenceOf(one, one.name.name) };
}

function isNamedIn(line: string, name: string): boolean {
  const at = line.indexOf(name);
  return at >= 0 && AFTER_NAME.test(line.slice(at + name.length));
}

/** The document names nobody at all: the page it hangs on says whose it is. */
export function bureauOfPage(index: BureauIndex, page: PageContext | null): RegisteredOwner | null {
  const bureau = page?.bureauId == null ? undefined : index.byId.get(page.bureauId);
  if (bureau === undefined) return null;
  const name = bureau.names.find(({ status }) => status === 'official')!;
  const quote = `${page!.title ?? ''} ${page!.pageUrl}`.trim().slice(0, 200);
  return {
    bureau,
    name,
    evidence: [{ answers: 'bureau', value: bureau.official, source: 'registry', quote }],
  };
}

function evidenceOf({ bureau, name }: Named, printed: string): Evidence[] {
  return [{ answers: 'bureau', value: bureau.id, source: 'registry', quote: sayName(bureau, name, printed) }];
}

function sayName(bureau: KnownBureau, { status, until }: KnownName, printed: string): string {
  if (status === 'former')
    return `“${printed}”是${bureau.official}的曾用名（至${until ?? '不详'}），序列在此断开`;
  return status === 'short' ? `“${printed}”是${bureau.official}的简称` : `${bureau.official}，见单位登记`;
}

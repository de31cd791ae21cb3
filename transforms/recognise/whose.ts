/**
 * Whose report a document is. Reports mention many bodies: the finance bureau that approves, the units below,
 * the bureau one level up. Only places that say "this is ours" may name the publisher; mentions only support.
 */
import type { Evidence } from './disclosure.ts';
import { namesIn } from './organ-names.ts';
import type { Passages } from './passages.ts';
import { type DivisionRegistry, type PlacedName, placeName } from './region.ts';

export interface OwnerAnswer {
  /** As published, in its fullest form; null where the document names nobody. */
  name: string | null;
  regionCode: string | null;
  organ: string | null;
  evidence: readonly Evidence[];
}

interface Mention {
  name: string;
  weight: number;
  evidence: Evidence;
}

interface Candidate {
  placed: PlacedName;
  mentions: Mention[];
}

/** What a place is worth. Several captions together may outweigh one heading that is wrong, never the title and cover. */
const WEIGHT = {
  title: 30,
  cover: 20,
  front: 12,
  caption: 6,
  namedInForm: 8,
  carriedOut: 3,
  superior: 4,
  government: 1,
  selfReference: 6,
  heading: 1,
  mention: 0.1,
  fileName: 1,
} as const;
/** A name that no place but running text or the file name supports is not the owner's. */
const LEAST_WEIGHT = 2;
const MOST_PER_SOURCE = 8;

/** "部门（单位）名称：某局", "编制单位: 某局", "预算单位：[123]某局", "项目单位 某局" */
const OWNER_LABEL =
  /(?:^|[\s　；;,，])(?:(?:编制|填报|预算|公开|报送|申报|市级预算|区级预算|县级预算|省级预算|主管)?\s*(?:部门|单位|机构)\s*(?:[（(]\s*(?:单位|部门|盖章|公章)\s*[）)])?\s*(?:全?名\s*称)?)\s*(?:[（(][^（）()]{1,8}[）)])?\s*[:：]\s*(.{2,60})/u;
const PROJECT_UNIT = /^(?:项目|实施|承担)\s*(?:单位|部门)\s*[:：]?\s*(.{2,60})/u;
/** Cells of a form: the label, and in the next cell what was filled in. */
const OWNER_CELL =
  /^(?:.{0,6}(?:预算)?(?:部门|单位)\s*(?:[（(](?:单位|部门)[）)])?\s*名\s*称|编制(?:单位|部门)|填报(?:单位|部门)|预算(?:单位|部门))\s*(?:[（(].{1,6}[）)])?\s*[:：]?$/u;
const CARRIED_OUT_CELL = /^(?:项目)?(?:实施|承担|项目|资金使用)\s*单\s*位\s*(?:[（(].{1,6}[）)])?\s*[:：]?$/u;
const SUPERIOR_CELL =
  /^(?:项目)?主\s*管\s*(?:部\s*门|单\s*位)\s*(?:及代码)?\s*(?:[（(].{1,6}[）)])?\s*[:：]?$/u;
/** The department above owns a project form rather than the school that carries the project out. */
const FORM_CELLS: readonly { form: RegExp; weight: number }[] = [
  { form: OWNER_CELL, weight: WEIGHT.namedInForm },
  { form: CARRIED_OUT_CELL, weight: WEIGHT.carriedOut },
  { form: SUPERIOR_CELL, weight: WEIGHT.superior },
];
/** Clauses that speak of the body itself, around its name ("@"). */
const SELF_REFERENCES: readonly RegExp[] = [
  /^@\s*[（(](?:以下|下称)?简称/, // 某局（以下简称市医保局）
  /^(?:\d+[.、．]?|[（(].{1,2}[）)])?(?:[^，。@]{0,12}[。:：])?@(?:的)?主要(?:职能|职责|是|负责)/, // 某局主要负责
  /^@(?:是|为|系|隶属于)[^。]{0,30}(?:部门|机构|单位|机关)/, // 某局是县政府工作部门
  /(?:本|我)(?:部门|单位|局|委|办|厅|院|校|镇|乡|街道|中心)\s*[（(]?\s*[:：为是]?@/, // 本部门（某局）
  /《@(?:职能配置|主要职责|机关主要职责|机构编制)/, // 《某局职能配置、内设机构和人员编制规定》
  /(?:预算|决算)(?:编[制报]|汇编|公开|填报)?范围[^。]{0,30}(?:包括|为|是|有)[:：]?[^。]{0,8}@/, // 纳入决算编制范围的单位包括：某局本级
  /^@内设/, // 某局内设 4 个股室
  /@(?:在)?(?:19|20)\d{2}年度?(?:部门|单位)?(?:整体)?(?:决算|预算|支出决算|支出预算|收入|总收入|财政拨款)/, // 某局2024年度部门决算
];
const MOST_BODY = 400;
/** Totals of a whole county are nobody's own report, whoever publishes them. */
const AGGREGATE = /(?:全[省市县区州]|总决算|总预算|地方财政|政府(?:决算|预算)|财政(?:收支|预算执行)|汇总)/;

export function ownerOf(
  passages: Passages,
  sourceFile: string,
  registry: DivisionRegistry,
  context: readonly string[],
  year: number | null,
): OwnerAnswer {
  if (isAggregate(passages))
    return { name: null, regionCode: null, organ: null, evidence: aggregateEvidence(passages) };
  const mentions = [...declared(passages), ...supporting(passages)];
  const candidates = merge(groupByName(mentions, registry, context, year));
  for (const candidate of candidates) candidate.mentions.push(...fileNameMentions(sourceFile, candidate));
  const ranked = candidates
    .map((candidate) => ({ candidate, weight: weightOf(candidate) }))
    .sort(
      (a, b) =>
        b.weight - a.weight || a.candidate.mentions[0]!.name.localeCompare(b.candidate.mentions[0]!.name),
    );
  const best = ranked[0];
  if (best === undefined || best.weight < LEAST_WEIGHT)
    return { name: null, regionCode: null, organ: null, evidence: [] };
  // Two bodies with equally good claims: naming either would be a guess.
  if (ranked[1] !== undefined && ranked[1].weight === best.weight)
    return {
      name: null,
      regionCode: null,
      organ: null,
      evidence: evidenceOf(ranked.slice(0, 2).map(({ candidate }) => candidate)),
    };
  const { placed, mentions: support } = best.candidate;
  return {
    name: publishedForm(support),
    regionCode: placed.regionCode,
    organ: placed.organ,
    evidence: evidenceOf([best.candidate]),
  };
}

function isAggregate({ title }: Passages): boolean {
  return title !== null && AGGREGATE.test(title) && namesIn(title).length === 0;
}

function aggregateEvidence({ title }: Passages): Evidence[] {
  return [
    {
      answers: 'bureau',
      value: '汇总数，不属于单个部门',
      source: 'title',
      quote: (title ?? '').slice(0, 80),
    },
  ];
}

/** Places that say whose the document is. */
function declared(passages: Passages): Mention[] {
  return [
    ...namesOf(passages.title === null ? [] : [passages.title], WEIGHT.title, 'title'),
    ...labelled(passages.front, WEIGHT.cover, 'cover'),
    ...namesOf(
      passages.front.filter((line) => !/[:：]/.test(line)),
      WEIGHT.front,
      'title',
    ),
    ...labelled(passages.captions, WEIGHT.caption, 'table_caption').slice(0, MOST_PER_SOURCE),
    ...passages.cells.flatMap(formMentions).slice(0, MOST_PER_SOURCE),
    ...passages.body.slice(0, MOST_BODY).flatMap(selfReferences).slice(0, MOST_PER_SOURCE),
  ];
}

function supporting(passages: Passages): Mention[] {
  return [
    ...namesOf(passages.headings, WEIGHT.heading, 'title').slice(0, MOST_PER_SOURCE),
    ...namesOf(passages.body.slice(0, MOST_BODY), WEIGHT.mention, 'body').slice(0, 5 * MOST_PER_SOURCE),
  ];
}

/** The first name of each line: a second one belongs to what the first one did. */
function namesOf(lines: readonly string[], weight: number, source: Evidence['source']): Mention[] {
  return lines.flatMap((line) =>
    namesIn(line.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, ''))
      .slice(0, 1)
      .map(({ name }) => mentionOf(name, weight, source, line)),
  );
}

function labelled(lines: readonly string[], weight: number, source: Evidence['source']): Mention[] {
  return lines.flatMap((line) => {
    const value = OWNER_LABEL.exec(line)?.[1] ?? PROJECT_UNIT.exec(line)?.[1];
    return value === undefined ? [] : filledIn(value, weight, source, line);
  });
}

/** What was written behind a label: "[123001]示例市财政局（本级）　　单位：万元". */
function filledIn(value: string, weight: number, source: Evidence['source'], quote: string): Mention[] {
  return namesIn(value.replace(/^[\s\d\-—[\]【】()（）]+/, ''))
    .slice(0, 1)
    .map(({ name }) => mentionOf(name, weight, source, quote));
}

function formMentions(cells: readonly string[]): Mention[] {
  return cells.flatMap((cell, index) => {
    const label = cell.replace(/\s/g, '');
    const weight = FORM_CELLS.find(({ form }) => form.test(label))?.weight;
    if (weight === undefined) return labelled([cell], WEIGHT.namedInForm, 'cover');
    return filledIn(cells[index + 1] ?? '', weight, 'cover', `${label} ${cells[index + 1] ?? ''}`).map(
      lessForGovernment,
    );
  });
}

/** A county's government stands as 主管部门 over every bureau; it publishes none of their reports. */
function lessForGovernment(mention: Mention): Mention {
  return /政府$/.test(mention.name)
    ? { ...mention, weight: Math.min(mention.weight, WEIGHT.government) }
    : mention;
}

function selfReferences(sentence: string): Mention[] {
  return namesIn(sentence)
    .slice(0, 4)
    .filter(({ start, end }) => {
      const marked = sentence.slice(0, start) + '@' + sentence.slice(end);
      return SELF_REFERENCES.some((form) => form.test(marked));
    })
    .map(({ name }) => mentionOf(name, WEIGHT.selfReference, 'body', sentence));
}

function fileNameMentions(sourceFile: string, candidate: Candidate): Mention[] {
  const named = candidate.mentions.some(({ name }) => sourceFile.includes(name));
  return named ? [mentionOf(candidate.mentions[0]!.name, WEIGHT.fileName, 'file_name', sourceFile)] : [];
}

function mentionOf(name: string, weight: number, source: Evidence['source'], quote: string): Mention {
  return { name, weight, evidence: { answers: 'bureau', value: name, source, quote: quote.slice(0, 80) } };
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

/** One body under its long and short official names: the office of a people's congress, a subdistrict office. */
export function organKey(organ: string): string {
  return organ
    .replace(/人民代表大会常务委员会/, '人大常委会')
    .replace(/^(?:中国人民政治协商会议|政协)(?:委员会)?/, '政协')
    .replace(/^(?:中国共产党|中共)(?=委)/, '')
    .replace(/^人民政府(?=.{2,6}(?:街道办事处|办事处)$)/, '')
    .replace(/^政府(?=办公)/, '人民政府');
}

function weightOf({ mentions }: Candidate): number {
  return mentions.reduce((sum, { weight }) => sum + weight, 0);
}

/** The form in the weightiest place; of several there, the longest. */
function publishedForm(mentions: readonly Mention[]): string {
  const heaviest = Math.max(...mentions.map(({ weight }) => weight));
  const names = mentions.filter(({ weight }) => weight === heaviest).map(({ name }) => name);
  return names.reduce((longest, name) => (name.length > longest.length ? name : longest));
}

function evidenceOf(candidates: readonly Candidate[]): Evidence[] {
  return candidates.flatMap(({ mentions }) =>
    [...mentions]
      .sort((a, b) => b.weight - a.weight)
      .slice(0, 4)
      .map(({ evidence }) => evidence),
  );
}

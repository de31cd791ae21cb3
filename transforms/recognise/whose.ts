/**
 * Whose report a document is. Reports mention many bodies: the finance bureau that approves, the units below,
 * the bureau one level up. Only places that say "this is ours" may name the publisher; mentions only support.
 */
import { isBareOffice } from './bare-office.ts';
import type { Evidence } from './disclosure.ts';
import { namesIn } from './organ-names.ts';
import { fileNameMention, type Mention, ownerMentions } from './owner-mentions.ts';
import type { Passages } from './passages.ts';
import type { DivisionRegistry } from './region.ts';
import { type Candidate, candidatesOf, publishedForm } from './same-body.ts';

export interface OwnerAnswer {
  /** As published, in its fullest form; null where the document names nobody. */
  name: string | null;
  regionCode: string | null;
  organ: string | null;
  evidence: readonly Evidence[];
}

/** Totals of a whole county are nobody's own report, whoever publishes them; a 绩效自评结果汇总表 lists one body's projects. */
const AGGREGATE =
  /(?:全[省市县区州]|[省市县区州]本级(?!.{0,4}(?:项目|专项))|[省市县区州]级.{0,12}三公|总决算|总预算|地方财政|政府(?:决算|预算)|财政(?:收支|预算执行)|(?<!(?:绩效|自评|评价).{0,8})汇总)/;

export function ownerOf(
  passages: Passages,
  sourceFile: string,
  registry: DivisionRegistry,
  context: readonly string[],
  year: number | null,
): OwnerAnswer {
  if (isAggregate(passages)) return nobody(aggregateEvidence(passages));
  const ranked = candidatesOf(ownerMentions(passages), registry, context, year)
    .filter(({ mentions }) => mentions.some(({ declares }) => declares))
    .filter(({ mentions }) => !isBareOffice(publishedForm(mentions)))
    .map((candidate) => ({ candidate, weight: weightOf(candidate, sourceFile) }))
    .sort((a, b) => b.weight - a.weight);
  const [heaviest, second] = ranked;
  if (heaviest === undefined) return nobody([]);
  const best = ranked.find(({ candidate }) => reportsBelow(candidate, heaviest.candidate)) ?? heaviest;
  // Two bodies with equally good claims: naming either would be a guess.
  if (best === heaviest && second?.weight === best.weight)
    return nobody(evidenceOf([...best.candidate.mentions, ...second.candidate.mentions]));
  const { placed, mentions } = best.candidate;
  return {
    name: publishedForm(mentions),
    regionCode: placed.regionCode,
    organ: placed.organ,
    evidence: evidenceOf(mentions),
  };
}

/** A 局 and a 政府 have reports of their own; a school and a centre stand in that of the department above them. */
const REPORTS = /(?:局|委员会|办公室|政府|办事处)$/;

/** The bureau of a county that carries out what the bureau of its city, or of the province, is named over: the money is the county's. */
function reportsBelow(candidate: Candidate, above: Candidate): boolean {
  const [code, upper] = [candidate.placed.regionCode, above.placed.regionCode];
  if (code === null || upper === null || code === upper) return false;
  const declared = (one: Candidate) => one.mentions.filter(({ declares }) => declares);
  return (
    code.startsWith(upper.replace(/(?:00)+$/, '')) &&
    REPORTS.test(publishedForm(candidate.mentions)) &&
    declared(above).every(({ role }) => role === 'superior') &&
    declared(candidate).some(({ role }) => role === 'carried_out')
  );
}

function nobody(evidence: readonly Evidence[]): OwnerAnswer {
  return { name: null, regionCode: null, organ: null, evidence };
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

function weightOf({ mentions }: Candidate, sourceFile: string): number {
  const named = mentions.find(({ name }) => sourceFile.includes(name));
  const all = named === undefined ? mentions : [...mentions, fileNameMention(named.name, sourceFile)];
  return all.reduce((sum, { weight }) => sum + weight, 0);
}

/** The weightiest places first; places that say the same once. */
function evidenceOf(mentions: readonly Mention[]): Evidence[] {
  const sorted = [...mentions].sort((a, b) => b.weight - a.weight).map(({ evidence }) => evidence);
  const first = sorted.filter(
    (one, index) =>
      sorted.findIndex(({ source, quote }) => source === one.source && quote === one.quote) === index,
  );
  return first.slice(0, 5);
}

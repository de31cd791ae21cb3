/**
 * Parts that bear the name of a total: "年末结转和结余80万元，其中：项目支出结转20万元", "公务接待费8万元，其中：基本支出5万元",
 * "项目支出80万元，其中：事业收入20万元". What they are part of is not all that the name stands for elsewhere.
 */
import type { ConceptId } from '../../vocabulary/concept.ts';
import type { Reading } from './reading.ts';
import type { Subject } from './subject.ts';

const NATURE = /^expenditure\.(?:basic|project|personnel|operating)$/;
/** Spent in one way or for one purpose, left over, or owned: not the whole of what came in or went out. */
const NARROW =
  /^(?:balance|three_public|conference|training|procurement|agency_running_costs|asset|expenditure\.(?!grand_total))/;
/** What a narrow whole cannot hold all of, unless it is of the same family. */
const NEVER_ALL_IN_NARROW = /^(?:revenue|balance|procurement|three_public)/;
/** Vehicles and guests in 基本支出 and 公用经费 are known to the rule on running costs. */
const HOLDS_RUNNING = /^expenditure\.(?:basic|operating)$|^agency_running_costs$/;
/** 人员经费 and 公用经费 are published for all money or for the general public budget, and of projects nobody's. */
const PAY = /^expenditure\.(?:personnel|operating)$/;
const PAYS_ALL: ReadonlySet<string> = new Set(['all', 'fiscal', 'general_public']);
const SOURCES: ReadonlySet<string> = new Set([
  'superior_subsidy',
  'operating_income',
  'business_income',
  'affiliate_income',
  'other_income',
]);

export function isNoPartOf(found: Subject, reading: Reading): boolean {
  const { flow, section } = reading;
  const [part] = found.concepts;
  const whole = flow.inParts ? flow.whole : section.lead;
  const [of] = whole?.concepts ?? [];
  if (part === undefined || of === undefined || whole === null || whole.concepts.length > 1) return false;
  if (NATURE.test(part) && NARROW.test(of) && !of.startsWith('expenditure')) return true;
  if (flow.inParts && PAY.test(part) && (of === 'expenditure.project' || !PAYS_ALL.has(whole.fund)))
    return true;
  return flow.inParts && (isTooWide(part, found, of) || isOfOtherSide(part, found, of, whole, reading));
}

function isTooWide(part: ConceptId, { functionCode }: Subject, of: ConceptId): boolean {
  if (!NARROW.test(of) || part === of) return false;
  // "项目支出80万元，其中：财政拨款支出60万元": of the projects, and not all that was paid from fiscal money.
  if (part === 'expenditure') return functionCode !== null || of.startsWith('expenditure');
  if (part === 'agency_running_costs') return !HOLDS_RUNNING.test(of);
  if (part.startsWith('three_public') && HOLDS_RUNNING.test(of)) return false;
  return NEVER_ALL_IN_NARROW.test(part) && familyOf(part) !== familyOf(of);
}

/** "财政拨款收入80万元，其中：基本支出50万元": came in for it; "支出合计80万元，其中：事业收入20万元": was paid from it. */
function isOfOtherSide(
  part: ConceptId,
  found: Subject,
  of: ConceptId,
  whole: Subject,
  { disclosure }: Reading,
): boolean {
  if (of.startsWith('expenditure')) return part.startsWith('revenue') && SOURCES.has(found.fund);
  const planned = disclosure.kind === 'budget' && whole.fund === 'all';
  return of.startsWith('revenue') && NATURE.test(part) && !planned;
}

const familyOf = (concept: ConceptId): string => concept.split('.')[0]!;

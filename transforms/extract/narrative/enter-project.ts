/** From where to where the report on a department speaks of one of its projects. */
import { OWN_NAME } from '../../layouts/narrative/filler-words.ts';
import type { NumberToken } from '../../parse/amount.ts';
import type { ConceptId } from '../../vocabulary/concept.ts';
import type { Clause } from './clauses.ts';
import { projectOpening, projectScored } from './named-project.ts';
import { withoutOwner } from './owner-name.ts';
import { newFlow, type Reading, type Section } from './reading.ts';
import { type Subject, subjectOf } from './subject.ts';

/** "项目自评得分情况：甲项目97分，乙项目95分" */
const SCORES = /自评|得分|评分/;

/** A new paragraph is of the department again. */
export const withoutNamed = (section: Section): Section =>
  section.namedFor === null ? section : { ...section, project: null, namedFor: null, ofPlan: false };

/** Each clause of a sentence: one that begins a stretch may name a project, and so may each of a list of scores. */
export function enterProject(
  clauses: readonly Clause[],
  at: number,
  { sentence, numbers }: { sentence: string; numbers: readonly NumberToken[] },
  opensParagraph: boolean,
  reading: Reading,
): void {
  const { section, title } = reading;
  const clause = clauses[at]!;
  if (clause.bracketed || title.project !== null || (section.project !== null && section.namedFor === null))
    return;
  const own = (text: string) =>
    withoutOwner(text.replace(LISTING, ''), reading.disclosure.bureauName).replace(OWN, '');
  const before = clauses[at - 1]?.end ?? '。';
  const lists = /^其中/.test(clause.text) || clauses[at - 1]?.text.endsWith('其中') === true;
  const begins = STRETCH_BEGINS.has(before) || (before === ',' && (lists || section.namedFor === 'list'));
  const named = begins ? projectOpening(own(stretchFrom(clauses, at)), numbers) : null;
  const found = named ?? (SCORES.test(sentence) ? projectScored(own(clause.text), numbers) : null);
  if (found !== null)
    enter(
      asPrinted(found, sentence),
      named === null,
      namedFor(section, lists, opensParagraph && at === 0),
      reading,
    );
  // Behind the stretch nobody says whether the department is meant again.
  else if (STRETCH_ENDS.has(before) && (section.namedFor === 'stretch' || section.namedFor === 'list'))
    reading.flow.astray = 'paragraph';
}

/** "其中：甲项目支出12万元，乙项目支出8万元": the commas of a list divide its projects. */
function namedFor(section: Section, lists: boolean, opensParagraph: boolean): Section['namedFor'] {
  if (lists || section.namedFor === 'list') return 'list';
  return opensParagraph ? 'paragraph' : 'stretch';
}

const STRETCH_ENDS: ReadonlySet<string> = new Set(['。', ';']);
const STRETCH_BEGINS: ReadonlySet<string> = new Set([...STRETCH_ENDS, ':']);
/** "一是…", "其中…" in front of the name. */
const LISTING = /^(?:[一二三四五六七八九十]是|其[一二三四五]|其中)/;
/** "我局", "我镇的" */
const OWN = new RegExp(`^${OWN_NAME}的?`);

/** “四好”公路养护: the words of a sentence are compared without quotation marks, the name is published with them. */
function asPrinted(name: string, sentence: string): string {
  const letters = [...name].map((letter) => letter.replace(/[()\-·.]/g, '\\$&'));
  const printed = new RegExp(letters.join('[“”"「」]?')).exec(sentence)?.[0] ?? name;
  const opens = sentence[sentence.indexOf(printed) - 1] ?? '';
  return /[”"」]/.test(printed) && !/[“「]/.test(printed) && /[“"「]/.test(opens) ? opens + printed : printed;
}

/** The clauses up to the next full stop or semicolon, as one text. */
function stretchFrom(clauses: readonly Clause[], at: number): string {
  const end = clauses.findIndex(
    (clause, index) => index >= at && (clause.end === '。' || clause.end === ';'),
  );
  return clauses
    .slice(at, end < 0 ? undefined : end + 1)
    .filter((clause) => !clause.bracketed)
    .map(({ text, end: mark }) => `${text}${mark}`)
    .join('');
}

/** `scored`: the figure behind the name is its score, as the list says. */
function enter(project: string, scored: boolean, namedFor: Section['namedFor'], reading: Reading): void {
  const { year, base, carry } = reading.flow;
  // "项目支出年初预算30万元，其中：甲项目支出20万元，乙项目支出10万元"
  const planned = carry !== null && carry.phase !== null && carry.phase !== 'actual';
  const ofPlan =
    namedFor === 'list' && (reading.section.namedFor === 'list' ? reading.section.ofPlan : planned);
  const its = (concept: ConceptId): Subject => ({ ...subjectOf([concept], 'all'), project });
  reading.section = { ...reading.section, project, namedFor, ofPlan };
  reading.flow = { ...newFlow(its('expenditure.project')), year, base };
  if (scored) reading.flow.whole = its('evaluation.score');
}

/** Where the reader of a document stands: what the section, the paragraph and the sentence have said, and what was found. */

import type { Topic } from '../../layouts/narrative/word.ts';
import type { NumberToken } from '../../parse/amount.ts';
import type { Location } from '../../read/document.ts';
import type { Disclosure } from '../../recognise/disclosure.ts';
import type { ConceptId } from '../../vocabulary/concept.ts';
import type { CodesByName } from '../codes-by-name.ts';
import type { Claim, Fact, Fund, NumberUse, Phase } from '../fact.ts';
import type { BodyScope } from './body-heading.ts';
import type { Memory } from './memory.ts';
import type { Subject } from './subject.ts';

export interface NarrativeContext {
  /** Code that the document's own tables gave to a functional name below these parents; null where they gave none. */
  codesByName: CodesByName;
  /** What a note under the 三公 table says that 预算数 means; null where no note says. */
  threePublicBudgetPhase: Phase | null;
  /** What a bare 预算数 means in this document. */
  bareBudgetPhase: Phase;
  /** The project that the title of a report on one project names; null for all other reports. */
  project: string | null;
}

export interface Section {
  /** Fund of the heading; a figure that names no fund has this one. */
  fund: Fund;
  /** Which heading above named which fund: beside it, on its own level, another one is of what stands above both. */
  funds: readonly { level: number; fund: Fund }[];
  /** Names of the 类 and 款 that the headings above give. */
  classNames: readonly string[];
  topics: ReadonlySet<Topic>;
  /** Year and phase of the heading where they are not those of the report: "2022年“三公”经费决算情况" in a budget. */
  year: number | null;
  phase: Phase | 'bare' | null;
  project: string | null;
  /** Level of the heading that named it; null where no heading of the section did. */
  projectLevel: number | null;
  /** A sentence of a department's report named it: for the paragraph that it opens, else for its own stretch; or in a list of several. */
  namedFor: 'paragraph' | 'stretch' | 'list' | null;
  /** Parts of what was planned: a 支出 that says no more may be planned too. */
  ofPlan: boolean;
  /** Why no figure of this section is read (名词解释); null in all others. */
  closed: { reason: string; level: number } | null;
  /** The subject whose parts the following paragraphs list. */
  lead: Subject | null;
  /** Such a list, and its subject was not understood: the parts are not those of the body. */
  leadLost: boolean;
  /** Level of the numbered paragraph that announced the list; null where it is not numbered. */
  leadLevel: number | null;
  /** Level of the line that says that functional items follow ("按支出功能分类科目划分"), by their bare names; null where none does. */
  byFunction: number | null;
  /** Level of the heading that names one thing ("（三）公务接待费"): below it a bare 支出 is no total. Null where none does. */
  other: number | null;
}

/** The year and the budget that a figure is compared with. */
export interface Base {
  year: number | 'previous' | null;
  phase: Phase | 'bare' | null;
}

/** What holds until a full stop, or until the paragraph ends. */
export interface Flow {
  /** The subject that a clause without one continues. */
  carry: Subject | null;
  /** The last subject was not understood: a bare 支出决算 behind it is not the total. */
  lost: boolean;
  /** In a text about one project: it speaks of another one or of a part, and until where; `year` where the last sentence was of another year. */
  astray: 'sentence' | 'paragraph' | 'year' | null;
  /** In a text about one project: the clause names it, or names the body instead. */
  named: boolean;
  ofBody: boolean;
  /** The whole that 其中 speaks of. */
  whole: Subject | null;
  inParts: boolean;
  /** An amount of this sentence, or of the one before, whose subject was not understood. */
  unreadWhole: 'now' | 'before' | null;
  /** 其中 stands behind such an amount: the parts are not those of the body. */
  partsLost: boolean;
  /** The whole around the whole that a second 其中 opened; behind a semicolon its parts go on. */
  outer: Subject | null;
  /** "公务接待费、" named one thing, and no figure yet: what follows may be the sum of several. */
  listed: boolean;
  /** The paragraph spoke of the revenue or expenditure of another body. */
  otherBody: boolean;
  /** Receptions of foreign guests are counted. */
  foreign: boolean;
  /** The subject was named, and no figure of it followed: a paragraph behind "1.公务接待费。" goes on with it, or not. */
  announced: boolean;
  /** What 其中 has listed so far, and of which phases. */
  parts: readonly ListedPart[];
  /** A semicolon stands behind such a list, and its last part has been the last subject since. */
  listEnded: Subject | null;
  /** The whole whose list of parts the last sentence ended. */
  ended: Subject | null;
  /** The part that list ended with: a comparison that names nothing may be its, or that of the whole. */
  lastPart: Subject | null;
  /** 收入 and 支出 named one after the other: what "各增加" speaks of. */
  both: Subject | null;
  /** Date of a stock of vehicles and equipment: it holds until the paragraph ends. */
  stockYear: number | null;
  base: Base | null;
  /** That of the sentence before: "…比上年增加9万元。其中：财政拨款收入增加8万元". */
  baseBefore: Base | null;
  year: number | null;
  /** Reason why the words from here on describe and do not state. */
  zone: string | null;
  /** The sentence says what its subject is ("为开展业务活动取得的收入"): words not understood name nothing else. */
  describing: boolean;
  /** The sentence has explained something: a list that follows goes on explaining. */
  explained: boolean;
  /** The count that "0人次" behind "0批次" goes on with. */
  counting: 'reception' | 'overseas' | null;
  /** "一般公共预算支出80万元，主要用于…；": what the words in front of a semicolon were the use of. */
  usedOf: Subject | null;
}

export interface ListedPart {
  thing: string;
  phase: Subject['phase'];
}

export interface Reading {
  disclosure: Disclosure;
  context: NarrativeContext;
  memory: Memory;
  /** Sides whose 总收入 or 总支出 turned out to have the balances in it: the words mean that from then on. */
  promoted: Set<'revenue' | 'expenditure'>;
  section: Section;
  /** The project of the title above, in a report on one project. */
  title: { project: string | null };
  body: BodyScope;
  /** The text of the paragraph that is being read. */
  paragraph: string;
  /** The paragraph before named a functional item and nothing else. */
  item: Subject | null;
  /** The whole whose parts the paragraph before listed up to a semicolon. */
  openList: Subject | null;
  flow: Flow;
  facts: Fact[];
  claims: Claim[];
  numbers: NumberUse[];
}

/** The sentence that is being read. */
export interface Place {
  location: Location;
  sentence: string;
  /** Figures of the sentence that are on record. */
  seen: Set<NumberToken>;
  /** What the sentence and the headings above it are about. */
  topics: ReadonlySet<Topic>;
}

export const openSection: Section = {
  fund: 'all',
  funds: [],
  classNames: [],
  topics: new Set(),
  year: null,
  phase: null,
  project: null,
  projectLevel: null,
  namedFor: null,
  ofPlan: false,
  closed: null,
  lead: null,
  leadLost: false,
  leadLevel: null,
  byFunction: null,
  other: null,
};

/** What no sentence hears from the one before it. */
export const SENTENCE_START = {
  whole: null,
  inParts: false,
  partsLost: false,
  outer: null,
  foreign: false,
  parts: [],
  listEnded: null,
  base: null,
  year: null,
  zone: null,
  describing: false,
  explained: false,
  counting: null,
  usedOf: null,
} as const satisfies Partial<Flow>;

/** One for every paragraph. What is spread stands last: in front of so many fields it takes sixty times as long. */
export const newFlow = (carry: Subject | null): Flow => ({
  carry,
  otherBody: false,
  lost: false,
  astray: null,
  named: false,
  ofBody: false,
  unreadWhole: null,
  listed: false,
  announced: false,
  ended: null,
  lastPart: null,
  both: null,
  stockYear: null,
  baseBefore: null,
  ...SENTENCE_START,
});

/** The subject from here on. */
export function takeUp(reading: Reading, subject: Subject): void {
  Object.assign(reading.flow, {
    carry: subject,
    lost: false,
    unreadWhole: null,
    announced: false,
    listEnded: null,
    ended: null,
    parts: partsWith(reading.flow, subject),
    both: bothSides(reading.flow, subject),
  });
}

function partsWith({ inParts, parts }: Flow, subject: Subject): readonly ListedPart[] {
  return inParts ? [...parts, { thing: thingOf(subject), phase: subject.phase }] : [];
}

/** What the subject is of, whatever its phase and year. */
export function thingOf({ concepts, fund, functionCode, economicCode, project }: Subject): string {
  return [...concepts, fund, functionCode, economicCode, project].join('|');
}

/** "收入总计80万元，支出总计80万元，比上年各增加5万元". */
function bothSides({ carry, both }: Flow, subject: Subject): Subject | null {
  if (subject.concepts.length === 2) return subject;
  if (both !== null && both.concepts[1] === subject.concepts[0] && both.fund === subject.fund) return both;
  const [first, second] = [carry?.concepts[0], subject.concepts[0]];
  const pair = carry?.concepts.length === 1 && subject.concepts.length === 1 && carry.fund === subject.fund;
  if (!pair || !first?.startsWith('revenue') || second !== first.replace('revenue', 'expenditure'))
    return null;
  return { ...subject, concepts: [first, second as ConceptId] };
}

/** Something else is spoken of now: a clause without a subject must not go on with the old one. A project's paragraph goes on. */
export function letGo(reading: Reading): void {
  reading.flow.counting = null;
  if (reading.section.project !== null) return;
  Object.assign(reading.flow, { carry: null, lost: true, ended: null });
}

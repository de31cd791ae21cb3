/** The sentences of a report as facts and claims. Tables state the same figures again; prose alone gives last year's. */
import { numberingLevel } from '../../parse/heading.ts';
import { normaliseLabel } from '../../parse/label.ts';
import type { Document, Paragraph } from '../../read/document.ts';
import type { Disclosure } from '../../recognise/disclosure.ts';
import type { Claim, Fact, NumberUse } from '../fact.ts';
import { projectOfTitle } from '../project-of-title.ts';
import { projectName } from '../tables/project-name.ts';
import { bodyBelow, noBody } from './body-heading.ts';
import { withCarriedIn } from './carried-in.ts';
import { withoutNamed } from './enter-project.ts';
import { itemMark } from './marks.ts';
import { newMemory } from './memory.ts';
import { nameAt } from './name-at.ts';
import { withoutPartialAwards } from './partial-awards.ts';
import { readSentence } from './read-sentence.ts';
import { type NarrativeContext, newFlow, openSection, type Reading, type Section } from './reading.ts';
import { codeOfItem } from './resolve-item.ts';
import { scoreOfItems } from './score-of-items.ts';
import {
  byFunctionBelow,
  isHeadingLike,
  isRunInTitle,
  leadBelow,
  openBelow,
  projectHeaded,
  projectOf,
  stillClosed,
} from './section.ts';
import { skeletonOf } from './skeleton.ts';
import { type Subject, subjectOf } from './subject.ts';
import { unfoldSections } from './unfold-sections.ts';

export type { NarrativeContext } from './reading.ts';

export interface NarrativeExtraction {
  facts: Fact[];
  claims: Claim[];
  /** Every number of the paragraphs, once each. */
  numbers: NumberUse[];
}

/** Reads the paragraphs of a document; tables are not looked at. Any text gives an answer. */
export function extractNarrative(
  document: Document,
  disclosure: Disclosure,
  context: NarrativeContext,
): NarrativeExtraction {
  const reading: Reading = {
    disclosure,
    context,
    memory: newMemory(),
    promoted: new Set(),
    section: { ...openSection, project: context.project },
    title: { project: context.project },
    body: noBody,
    paragraph: '',
    item: null,
    openList: null,
    flow: newFlow(null),
    facts: [],
    claims: [],
    numbers: [],
  };
  const paragraphs = document.blocks.filter((block) => block.kind === 'paragraph').flatMap(unfoldSections);
  for (const paragraph of paragraphs) readParagraph(paragraph, reading);
  reading.facts.push(...scoreOfItems(paragraphs, reading));
  const { facts, numbers } = withoutPartialAwards(reading.facts, reading.numbers);
  return { facts: withCarriedIn(facts), numbers, claims: reading.claims };
}

/** "其中：" alone on its line, and "（一）…；" lines, go on with what the paragraph above spoke of. */
const GOES_ON = /^\s*(?:其中|包括)/;

/** "…，其中：" at the end of a paragraph: the next ones list the parts. */
const ANNOUNCES = /(?:[:：]|其中|包括)\s*$/;

function readParagraph(paragraph: Paragraph, reading: Reading): void {
  reading.section = withoutNamed(reading.section);
  const { item: above, openList, paragraph: before } = reading;
  reading.paragraph = paragraph.text;
  Object.assign(reading, { item: null, openList: null });
  if (openNamedField(paragraph.text, reading)) return;
  if (isHeadingLike(paragraph)) {
    reading.title = titleOf(paragraph, reading);
    openHeading(paragraph, reading);
    if (paragraph.role === 'heading' && !/\d/.test(paragraph.text)) return;
  } else {
    const level = numberingLevel(paragraph.text);
    if (level !== null)
      reading.section = { ...reading.section, ...openAt(reading.section, level, paragraph.text) };
    const goesOn = PHASE_FIRST.test(paragraph.text) ? above : null;
    const carry = GOES_ON.test(paragraph.text) ? reading.flow.carry : (projectSubject(reading) ?? goesOn);
    const listed = level === null && goesOnWith(openList, { text: paragraph.text, before });
    const list = listed ? { whole: openList, inParts: true } : {};
    reading.flow = { ...newFlow(carry), lost: carry === null && reading.flow.announced, ...list };
  }
  paragraph.sentences.forEach((sentence, at) => {
    if (at === 0 && isRunIn(paragraph)) openRunIn(paragraph, sentence.text, reading);
    openProject(sentence.text, reading);
    readSentence(sentence, reading, at === 0);
  });
  reading.item = itemAlone(paragraph.text, reading);
  keepOpenList(paragraph.text, reading);
  if (ANNOUNCES.test(paragraph.text))
    reading.section = { ...reading.section, leadLevel: numberingLevel(paragraph.text) };
}

/** "年初预算为20万元，支出决算为18万元。" below the name of an item */
const PHASE_FIRST = /^\s*(?:年初|调整后?|全年)?(?:预算|支出预算|支出决算|决算)数?(?:为|是|\s*\d)/;

/** "2、卫生健康支出（类）公共卫生（款）基本公共卫生服务（项）。", a paragraph of its own: the next one says how much. */
function itemAlone(text: string, reading: Reading): Subject | null {
  if (text.length > LONGEST_ITEM || !MAY_NAME_ITEM.test(text)) return null;
  const { text: words, items, numbers } = skeletonOf(text);
  const [item] = items;
  const figures = numbers.filter(({ role }) => role === 'figure').length;
  if (item === undefined || items.length > 1 || figures > 0 || !ONLY_ITEM.test(words)) return null;
  const code = codeOfItem(item, reading);
  const { lead, fund } = reading.section;
  return code === null ? null : { ...subjectOf(['expenditure'], lead?.fund ?? fund), functionCode: code };
}

/** Its level, its code, or dashes between names; most paragraphs have none of these, or are far longer. */
const MAY_NAME_ITEM = /[类款项]|[-—–－]|[2２][\d０-９]/;
const LONGEST_ITEM = 240;

const ONLY_ITEM = new RegExp(`^[\\ue000-\\uefff]?[.、]?${itemMark(0)}(?:支出)?[。:]?$`, 'u');

/** "…，其中：基本支出50万元；" at the end of a paragraph: the next one may go on with the list. */
function keepOpenList(text: string, reading: Reading): void {
  const { whole, inParts, partsLost, ended, lastPart } = reading.flow;
  if (/[；;]\s*$/.test(text) && inParts && !partsLost) reading.openList = whole;
  // "其中：工资福利支出50万元。" and below it "商品和服务支出10万元。"
  else if (ended !== null && lastPart?.economicCode) reading.openList = ended;
}

/** Behind a full stop only another economic class is sure to be of the same list. */
const goesOnWith = (list: Subject | null, { text, before }: { text: string; before: string }): boolean =>
  list !== null && (/[；;]\s*$/.test(before) || nameAt(text.trim())?.means.kind === 'economic');

/** What a numbered paragraph ends of what those above it opened. */
const openAt = (section: Section, level: number, text: string): Partial<Section> => ({
  closed: stillClosed(section, level),
  byFunction: byFunctionBelow(section, level, text),
  ...leadBelow(section, level),
});

function openHeading(heading: Paragraph, reading: Reading): void {
  const { body, disclosure, title } = reading;
  const section = openBelow(reading.section, heading, disclosure, title.project);
  const level = numberingLevel(heading.text);
  // "（二）项目支出情况" of a department, and below it "1.乡道养护项目".
  const listed = body.projectsLevel !== null && level !== null && level > body.projectsLevel;
  const project =
    listed && section.project === null && disclosure.kind === 'self_evaluation'
      ? projectHeaded(heading)
      : null;
  reading.section = project === null ? section : { ...section, project, projectLevel: level };
  reading.body = bodyBelow(body, heading);
  reading.flow = newFlow(projectSubject(reading));
}

/** Several reports in one document: the next title says of which project the text is from here on. */
function titleOf({ text }: Paragraph, { disclosure, title }: Reading): Reading['title'] {
  const { kind, bureauName } = disclosure;
  if (kind !== 'project_evaluation' || numberingLevel(text) !== null) return title;
  if (!REPORT_TITLE.test(normaliseLabel(text))) return title;
  if (normaliseLabel(disclosure.title ?? '').includes(normaliseLabel(text))) return title;
  const project = projectOfTitle(text, bureauName);
  return project !== null || /整体/.test(text) ? { project } : title;
}

const REPORT_TITLE = /(?:自评|评价)(?:情况)?的?报告(?:\([^()]*\))?$/;

/** "（三）人员概况。截至…": a numbered heading that runs into its paragraph. */
const isRunIn = (paragraph: Paragraph): boolean =>
  paragraph.sentences.length > 1 &&
  numberingLevel(paragraph.text) !== null &&
  isRunInTitle(paragraph.sentences[0]!.text);

function openRunIn(paragraph: Paragraph, text: string, reading: Reading): void {
  const heading = { ...paragraph, text: text.replace(/。$/, ''), level: numberingLevel(paragraph.text) };
  openHeading(heading, reading);
}

/** "项目名称：乡道养护", a line of its own: the fields below it are of that project until the next heading. */
const NAME_FIELD = /^\s*(?:[(（]?\d{1,2}[)）]?[、.．]?\s*)?项目(?:支出)?名称\s*[:：]\s*(\S{2,60})\s*$/;

function openNamedField(text: string, reading: Reading): boolean {
  const name = NAME_FIELD.exec(text)?.[1];
  if (name === undefined || reading.title.project !== null) return false;
  reading.section = { ...reading.section, project: projectName(name), projectLevel: null };
  reading.flow = newFlow(projectSubject(reading));
  // The numbers of a name are read, to be accounted for.
  return !/\d/.test(text);
}

/** "3.部门整体支出绩效自评情况：…" behind the projects. */
const OF_ALL = /^[^，。]{0,8}(?:部门|单位)?整体(?:支出)?(?:绩效)?(?:自评|评价|情况)/;

/** "信息化建设项目绩效自评综述：根据年初设定的绩效目标，…": the heading runs into its paragraph. */
function openProject(text: string, reading: Reading): void {
  const [head = ''] = text.split(/[:：]/);
  const project = projectOf(head);
  if (reading.title.project !== null) return;
  if (reading.section.project !== null && OF_ALL.test(head)) {
    reading.section = { ...reading.section, project: null, projectLevel: null };
    reading.flow = newFlow(null);
  }
  if (project === null) return;
  reading.section = { ...reading.section, project };
  reading.flow = newFlow(projectSubject(reading));
}

function projectSubject(reading: Reading): Subject | null {
  const { project } = reading.section;
  return project === null ? null : { ...subjectOf(['expenditure.project'], 'all'), project };
}

/** Where a document names public bodies, and how much each place says about whose the document is. */
import { remembered } from '../parse/remember.ts';
import type { Evidence } from './disclosure.ts';
import { namesIn } from './organ-names.ts';
import type { Passages } from './passages.ts';

export interface Mention {
  name: string;
  weight: number;
  /** False where the place merely mentions the body. */
  declares: boolean;
  /** In a form: the department above, or who carries the project out. */
  role?: FormRole;
  evidence: Evidence;
}

type FormRole = 'superior' | 'carried_out';

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
const MOST_PER_SOURCE = 8;

/** "公开01表部门：某局", "部门（单位）名称：某局", "编制单位: 某局", "预算单位：[123]某局", "项目单位 某局" */
const OWNER_LABEL =
  /(?:^|[\s　；;,，]|表\d{0,2})(?:(?:编制|填报|预算|公开|报送|申报|市级预算|区级预算|县级预算|省级预算|主管)?\s*(?:部门|单位|机构)\s*(?:[（(]\s*(?:单位|部门|盖章|公章)\s*[）)])?\s*(?:全?名\s*称)?)\s*(?:[（(][^（）()]{1,8}[）)])?\s*[:：]\s*(.{2,60})/u;
const PROJECT_UNIT = /^(?:项目|实施|承担)\s*(?:单位|部门)\s*[:：]?\s*(.{2,60})/u;
/** Cells of a form: the label, and in the next cell what was filled in. */
const OWNER_CELL =
  /^(?:.{0,6}(?:预算)?(?:部门|单位)\s*(?:[（(](?:单位|部门)[）)])?\s*名\s*称|编制(?:单位|部门)|填报(?:单位|部门)|预算(?:单位|部门)|部门|单位)\s*(?:[（(].{1,6}[）)])?\s*[:：]?$/u;
const CARRIED_OUT_CELL = /^(?:项目)?(?:实施|承担|项目|资金使用)\s*单\s*位\s*(?:[（(].{1,6}[）)])?\s*[:：]?$/u;
const SUPERIOR_CELL =
  /^(?:项目|地方|省级|市级|县级|区级)?主\s*管\s*(?:部\s*门|单\s*位)\s*(?:及代码)?\s*(?:[（(].{1,6}[）)])?\s*[:：]?$/u;
/** The department above owns a project form rather than the school that carries the project out. */
const FORM_CELLS: readonly { form: RegExp; weight: number; role?: FormRole }[] = [
  { form: OWNER_CELL, weight: WEIGHT.namedInForm },
  { form: CARRIED_OUT_CELL, weight: WEIGHT.carriedOut, role: 'carried_out' },
  { form: SUPERIOR_CELL, weight: WEIGHT.superior, role: 'superior' },
];
/** Clauses that speak of the body itself, around its name ("@"). */
const SELF_REFERENCES: readonly RegExp[] = [
  /^@\s*[（(](?:以下|下称)?简称/, // 某局（以下简称市某局）
  /^(?:\d+[.、．]?|[（(].{1,2}[）)])?(?:[^，。@]{0,12}[。:：])?@(?:的)?主要(?:职能|职责|是|负责)/, // 某局主要负责
  /^@(?:是|为|系|隶属于)[^。]{0,30}(?:部门|机构|单位|机关)/, // 某局是县政府工作部门
  /(?:本|我)(?:部门|单位|局|委|办|厅|院|校|镇|乡|街道|中心)\s*[（(]?\s*[:：为是]?@/, // 本部门（某局）
  /《@(?:职能配置|主要职责|机关主要职责|机构编制)/, // 《某局职能配置、内设机构和人员编制规定》
  /(?:预算|决算)(?:编[制报]|汇编|公开|填报)?范围[^。]{0,30}(?:包括|为|是|有)[:：]?[^。]{0,8}@/, // 纳入决算编制范围的单位包括：某局本级
  /^(?:第.{1,3}部分|[一二三四五]、)?@(?:部门|单位)?(?:概况|基本情况|简介)/, // 第一部分 某局概况
  /^@内设/, // 某局内设 4 个股室
  /@(?:在)?(?:19|20)\d{2}年度?(?:部门|单位)?(?:整体)?(?:决算|预算|支出决算|支出预算|收入|总收入|财政拨款|用?一般公共预算财政拨款|[“”]?三公)/, // 某局2024年度部门决算
];
/** A word of each of them: most sentences have none, and looking for names is dear. */
const MAY_REFER_TO_ITSELF =
  /简称|主要|部门|机构|单位|机关|[本我][局委办厅院校镇乡街中]|《|范围|概况|情况|简介|内设|[决预]算|收入|拨款|三公/u;
const MOST_BODY = 400;
const LONGEST_SENTENCE = 2000;

export function ownerMentions(passages: Passages): Mention[] {
  // A sentence is asked for a declaration and for a mere mention; its names are looked for once.
  const names = remembered(namesIn, LONGEST_SENTENCE);
  return [...declared(passages, names), ...supporting(passages, names)];
}

type Names = typeof namesIn;

/** A file name supports what the document says and never speaks alone: names are copied, cut and mistyped. */
export function fileNameMention(name: string, sourceFile: string): Mention {
  return { ...mentionOf(name, WEIGHT.fileName, 'file_name', sourceFile), declares: false };
}

/** "示例县水利局2024年部门预算公开报表" right above the first table: the title of a workbook. */
const isReportTitle = (line: string): boolean =>
  /^[^:：。]{4,40}(?:19|20)\d{2}\s*年度?(?:部门|单位)[^:：。]{0,6}(?:预算|决算)[^:：。]{0,8}$/u.test(line);

/** Places that say whose the document is. */
function declared(passages: Passages, names: Names): Mention[] {
  return [
    ...namesOf(passages.title === null ? [] : [passages.title], WEIGHT.title, 'title', names),
    ...labelled(passages.front, WEIGHT.cover, 'cover'),
    ...namesOf(
      passages.front.filter((line) => !/[:：]/.test(line)),
      WEIGHT.front,
      'title',
      names,
    ),
    ...namesOf(
      passages.captions.slice(0, MOST_PER_SOURCE).filter(isReportTitle),
      WEIGHT.front,
      'title',
      names,
    ),
    ...labelled(passages.captions, WEIGHT.caption, 'table_caption').slice(0, MOST_PER_SOURCE),
    ...passages.cells.flatMap(formMentions).slice(0, MOST_PER_SOURCE),
    ...passages.cells.flatMap(listMentions).slice(0, MOST_PER_SOURCE),
    ...[...passages.headings, ...passages.body]
      .slice(0, MOST_BODY)
      .flatMap((sentence) => selfReferences(sentence, names))
      .slice(0, MOST_PER_SOURCE),
  ];
}

function supporting(passages: Passages, names: Names): Mention[] {
  const body = passages.body.slice(0, MOST_BODY);
  const mentions = [
    ...namesOf(passages.headings, WEIGHT.heading, 'title', names, MOST_PER_SOURCE),
    ...namesOf(body, WEIGHT.mention, 'body', names, 5 * MOST_PER_SOURCE),
  ];
  return mentions.map((mention) => ({ ...mention, declares: false }));
}

/** "示例县2015年度移民局“三公”经费决算表": the year stands between the place and the body. */
const YEAR_INSIDE_NAME =
  /(?<=^(?:\p{Script=Han}{2,8})[省市县区州旗])(?:19|20)\d{2}\s*年度?(?=(?!部门|单位|政府|财政(?!局)|本级|全|[省市县区州旗镇乡])\p{Script=Han}{2,12}(?:局|委员会|办公室|中心|联合会|法院|检察院))/u;

/** "示例高新技术产业开发区（示例市新市区）建设局": the zone is a district too, and its bureau one body. */
const OTHER_NAME_OF_ZONE =
  /(?<=(?:开发区|高新区|经开区|新区|园区))[（(]\p{Script=Han}{2,12}[区市县旗][）)](?=\p{Script=Han})/gu;

/** The first name of each line: a second one belongs to what the first one did. */
function namesOf(
  lines: readonly string[],
  weight: number,
  source: Evidence['source'],
  names: Names,
  most = Number.POSITIVE_INFINITY,
): Mention[] {
  const mentions: Mention[] = [];
  for (const line of lines) {
    if (mentions.length >= most) break;
    const closed = line.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');
    const first = names(closed.replace(YEAR_INSIDE_NAME, '').replace(OTHER_NAME_OF_ZONE, ''))[0];
    if (first !== undefined) mentions.push(mentionOf(first.name, weight, source, line));
  }
  return mentions;
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
    const known = FORM_CELLS.find(({ form }) => form.test(label));
    if (known === undefined) return labelled([cell], WEIGHT.namedInForm, 'cover');
    const { weight, role } = known;
    return filledIn(cells[index + 1] ?? '', weight, 'cover', `${label} ${cells[index + 1] ?? ''}`)
      .map(lessForGovernment)
      .map((mention) => (role === undefined ? mention : { ...mention, role }));
  });
}

/** "820-示例镇部门", and below it "820001-示例县示例镇人民政府": codes of the budget in the column of the units. */
const CODED = /^(?<code>\d{3,6})\s*[-—－]\s*(?<name>\p{Script=Han}{3,30})$/u;

/** A list of projects names the department in its first row and the department's own office right below. */
function listMentions(cells: readonly string[]): Mention[] {
  const coded = cells.flatMap((cell) => {
    const { code, name } = CODED.exec(cell.replace(/\s/g, ''))?.groups ?? {};
    return code === undefined || name === undefined ? [] : [{ code, name }];
  });
  const [department, office] = coded;
  const stem = department?.name.replace(/部门$/, '') ?? '';
  if (office === undefined || stem === department?.name || !office.name.includes(stem)) return [];
  if (!office.code.startsWith(department!.code)) return [];
  return filledIn(office.name, WEIGHT.namedInForm, 'cover', `${office.code}-${office.name}`);
}

/** A county's government stands as 主管部门 over every bureau; it publishes none of their reports. */
function lessForGovernment(mention: Mention): Mention {
  return /政府$/.test(mention.name)
    ? { ...mention, weight: Math.min(mention.weight, WEIGHT.government) }
    : mention;
}

function selfReferences(sentence: string, names: Names): Mention[] {
  if (!MAY_REFER_TO_ITSELF.test(sentence)) return [];
  return names(sentence)
    .slice(0, 4)
    .filter(({ start, end }) => {
      const marked = sentence.slice(0, start) + '@' + sentence.slice(end);
      return SELF_REFERENCES.some((form) => form.test(marked));
    })
    .map(({ name }) => mentionOf(name, WEIGHT.selfReference, 'body', sentence));
}

function mentionOf(name: string, weight: number, source: Evidence['source'], quote: string): Mention {
  return {
    name,
    weight,
    declares: true,
    evidence: { answers: 'bureau', value: name, source, quote: quote.slice(0, 80) },
  };
}

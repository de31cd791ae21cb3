/** Remarks of a document, in reading order. A blank left in a form is one remark a kind, with the count of them. */

import { readNumber, toQuantity } from '../parse/amount.ts';
import type { Quantity } from '../parse/quantity.ts';
import type { Document, Location, Paragraph, Table } from '../read/document.ts';
import { averagesIn } from './averages.ts';
import { type BlankKind, blanksIn } from './blanks.ts';
import { oldClassNames } from './class-names.ts';
import type { Medium } from './fact.ts';
import { farTargets } from './far-targets.ts';
import { otherBodies } from './other-bodies.ts';
import type { Remark, RemarkKind } from './remark.ts';
import { undisclosedIn } from './undisclosed.ts';
import { vehicleKindsIn } from './vehicle-kinds.ts';

/** "故本表为空表", "本表无数据", "因此本表为空" */
const EMPTY_TABLE = /本表(?:为空表|为空|无数据|没有数据|无内容)/;
/** "注：", "说明:", "备注：" in front of a cell that speaks about its table. */
const NOTE = /^\s*(?:注|说明|备注)\s*\d*\s*[:：]/;
/** "2024年" */
const YEAR = /(20\d{2})\s*年/;
/** "对2024年度3项部门项目支出开展了绩效自评，共涉及资金120.5万元" */
const EVALUATED =
  /对(?:20\d{2}年度?)?[^\d。；]{0,8}?([\d一二三四五六七八九十]+)\s*[个项][^。；]{0,16}?(?:项目|支出)[^。；]{0,12}?自评[^。；]{0,12}?涉及(?:财政|预算|项目)?资金\s*([\d,.，]+)\s*(亿元|万元|元)/;
/** "支出安排数与《基本支出预算表》的“商品和服务支出”支出数一致" */
const SAME_AS_GOODS_AND_SERVICES =
  /与《[^》]{1,60}》中?的?[“"]?商品和服务支出[”"]?[^。；]{0,8}(?:一致|相等|相同)/;
const RUNNING_COSTS = /机关运行经费/;
const CHINESE_DIGITS = '〇一二三四五六七八九十';

export function extractRemarks(document: Document, fiscalYear: number): readonly Remark[] {
  const remarks: Remark[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'table')
      remarks.push(...emptyTable(block, fiscalYear), ...metManyTimes(block, fiscalYear));
    else remarks.push(...remarksIn(block, fiscalYear));
  }
  for (const { kind, sentence: text, location } of undisclosedIn(document))
    remarks.push({ ...remark(kind, fiscalYear, { text, location }), fiscalYear });
  remarks.push(...unreadTables(document, fiscalYear));
  return onceEach([...remarks, ...namesIn(document, fiscalYear)]);
}

/** What readers note where a table was not read as one. */
const UNREAD_TABLE: readonly string[] = ['table_not_understood', 'too_many_cells'];

/** Rows of it may be missing from the table that it goes on with. */
function unreadTables({ notes }: Document, fiscalYear: number): readonly Remark[] {
  return notes
    .filter(({ code }) => UNREAD_TABLE.includes(code))
    .map(({ message, location }) =>
      remark('unread_table', fiscalYear, { text: message, location }, { medium: 'table' }),
    );
}

/** `quote` is the name that the text prints and the one that it should be. */
function namesIn(document: Document, fiscalYear: number): readonly Remark[] {
  const say = (
    kind: RemarkKind,
    names: readonly string[],
    { sentence: text, location }: { sentence: string; location: Location },
  ) => ({
    ...remark(kind, fiscalYear, { text, location }, { quote: names.join(' ‖ ') }),
    fiscalYear,
  });
  return [
    ...oldClassNames(document).map((old) => say('old_class_name', [old.printed, old.inTables], old)),
    ...otherBodies(document).map((body) => say('other_body', [body.other, body.own], body)),
  ];
}

function emptyTable(table: Table, fiscalYear: number): readonly Remark[] {
  const notes = [
    ...table.notes,
    ...table.grid.flatMap((row) =>
      row.filter((cell) => cell !== null && NOTE.test(cell.text)).map((cell) => cell!),
    ),
  ];
  const note = notes.find(({ text }) => EMPTY_TABLE.test(text));
  if (!note) return [];
  const quote = `${table.title ?? ''} ‖ ${note.text}`;
  return [remark('empty_table', fiscalYear, note, { table: table.number, medium: 'table', quote })];
}

function metManyTimes(table: Table, fiscalYear: number): readonly Remark[] {
  return farTargets(table).map(({ cell, quote, times }) => ({
    ...remark('far_target', fiscalYear, cell, { table: table.number, count: times, medium: 'table', quote }),
    fiscalYear,
  }));
}

function remarksIn(paragraph: Paragraph, fiscalYear: number): readonly Remark[] {
  const sentences = paragraph.sentences.length > 0 ? paragraph.sentences : [paragraph];
  return sentences.flatMap((sentence) => [
    ...evaluatedProjects(sentence, fiscalYear),
    ...(RUNNING_COSTS.test(paragraph.text) && SAME_AS_GOODS_AND_SERVICES.test(sentence.text)
      ? [remark('same_as_goods_and_services', fiscalYear, sentence)]
      : []),
    ...blanksIn(sentence.text, paragraph.text).map((kind) => remark(kind, fiscalYear, sentence)),
    ...averagesIn(sentence.text).map(({ kind, ...said }) => remark(kind, fiscalYear, sentence, said)),
    ...vehicleKinds(sentence, fiscalYear),
  ]);
}

function evaluatedProjects(sentence: Said, fiscalYear: number): readonly Remark[] {
  const [, counted, amount, unit] = EVALUATED.exec(sentence.text.replace(/\s+/g, '')) ?? [];
  if (counted === undefined || amount === undefined || unit === undefined) return [];
  const count = /^\d+$/.test(counted) ? Number(counted) : CHINESE_DIGITS.indexOf(counted);
  const quantity = moneyOf(amount, unit);
  return quantity === null || count < 1
    ? []
    : [remark('evaluated_projects', fiscalYear, sentence, { count, quantity })];
}

/** `count` is the stated total, `quantity` what the kinds come to. */
function vehicleKinds(sentence: Said, fiscalYear: number): readonly Remark[] {
  const kinds = vehicleKindsIn(sentence.text);
  const sum = readNumber(String(kinds?.listed ?? ''));
  const quantity = sum.kind === 'number' ? toQuantity(sum, 'count', '辆') : null;
  return kinds && quantity
    ? [remark('vehicle_kinds', fiscalYear, sentence, { count: kinds.total, quantity })]
    : [];
}

interface Said {
  readonly text: string;
  readonly location: Location;
}

function remark(
  kind: RemarkKind,
  fiscalYear: number,
  { text, location }: Said,
  fields: Partial<Pick<Remark, 'table' | 'count' | 'quantity' | 'quote'>> & { medium?: Medium } = {},
): Remark {
  const named = YEAR.exec(text)?.[1];
  return {
    kind,
    fiscalYear: named === undefined ? fiscalYear : Number(named),
    ...{ table: null, count: null, quantity: null, medium: 'prose', location, quote: text },
    ...fields,
  };
}

const BLANKS: Readonly<Record<BlankKind, true>> = {
  blank_amount: true,
  blank_name: true,
  incomplete_year: true,
  undecided_direction: true,
  changed_and_unchanged: true,
  double_negative: true,
  missing_percent_sign: true,
  missing_unit: true,
};

/** An empty form has a blank in every sentence; a person needs to be told once. */
function onceEach(remarks: readonly Remark[]): readonly Remark[] {
  const times = new Map<RemarkKind, number>();
  for (const { kind } of remarks) times.set(kind, (times.get(kind) ?? 0) + 1);
  const told = new Set<RemarkKind>();
  return remarks.flatMap((one) => {
    if (!(one.kind in BLANKS)) return [one];
    if (told.has(one.kind)) return [];
    told.add(one.kind);
    return [{ ...one, count: times.get(one.kind)! }];
  });
}

function moneyOf(amount: string, unit: string): Quantity | null {
  const reading = readNumber(amount);
  return reading.kind === 'number' ? toQuantity(reading, 'CNY', unit) : null;
}

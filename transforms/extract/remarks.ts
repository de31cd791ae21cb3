/** Remarks of a document, in reading order. A blank left in a form is one remark a kind, with the count of them. */

import { readNumber, toQuantity } from '../parse/amount.ts';
import type { Quantity } from '../parse/quantity.ts';
import type { Document, Location, Paragraph, Table } from '../read/document.ts';
import type { Medium } from './fact.ts';
import type { Remark, RemarkKind } from './remark.ts';

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
/** "支出决算为××万元", "减少   万元，": a form whose amount nobody filled in. */
const BLANK_AMOUNT =
  /(?:为|合计|共计|支出|收入|增加|减少|增长|下降)\s*(?:(?:[×✕＊*]{1,6}|[xX]{2,6}|_{2,}|＿{1,})\s*(?:亿元|万元|元|%|％)|(?:亿元|万元)(?=\s*[，,。；;、（(]))/;
/** "上海市XX局", "××县财政局" */
const BLANK_NAME = /(?:[xX]{2,4}|[×✕]{2,4}|[＊*]{2,4})\s*(?:省|市|县|区|局|委员会|部门|单位|厅|办公室)/;
/** "增加（减少）12.30万元", "增长（下降）3.2%" */
const UNDECIDED =
  /(?:增加|增长|上升)\s*[（(]\s*(?:减少|下降|降低)\s*[）)]\s*(-?\d[\d,.]*)\s*(?:亿元|万元|元|%|％)/;

const CHINESE_DIGITS = '〇一二三四五六七八九十';

export function extractRemarks(document: Document, fiscalYear: number): readonly Remark[] {
  const remarks: Remark[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'table') remarks.push(...emptyTable(block, fiscalYear));
    else remarks.push(...remarksIn(block, fiscalYear));
  }
  return onceEach(remarks);
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

function remarksIn(paragraph: Paragraph, fiscalYear: number): readonly Remark[] {
  const sentences = paragraph.sentences.length > 0 ? paragraph.sentences : [paragraph];
  return sentences.flatMap((sentence) => [
    ...evaluatedProjects(sentence, fiscalYear),
    ...(RUNNING_COSTS.test(paragraph.text) && SAME_AS_GOODS_AND_SERVICES.test(sentence.text)
      ? [remark('same_as_goods_and_services', fiscalYear, sentence)]
      : []),
    ...(BLANK_AMOUNT.test(sentence.text) ? [remark('blank_amount', fiscalYear, sentence)] : []),
    ...(BLANK_NAME.test(sentence.text) ? [remark('blank_name', fiscalYear, sentence)] : []),
    ...(isUndecided(sentence.text) ? [remark('undecided_direction', fiscalYear, sentence)] : []),
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

function isUndecided(text: string): boolean {
  const amount = UNDECIDED.exec(text)?.[1];
  return amount !== undefined && Number(amount.replace(/,/g, '')) !== 0;
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

const BLANKS: ReadonlySet<RemarkKind> = new Set(['blank_amount', 'blank_name', 'undecided_direction']);

/** An empty form has a blank in every sentence; a person needs to be told once. */
function onceEach(remarks: readonly Remark[]): readonly Remark[] {
  const times = new Map<RemarkKind, number>();
  for (const { kind } of remarks) times.set(kind, (times.get(kind) ?? 0) + 1);
  const told = new Set<RemarkKind>();
  return remarks.flatMap((one) => {
    if (!BLANKS.has(one.kind)) return [one];
    if (told.has(one.kind)) return [];
    told.add(one.kind);
    return [{ ...one, count: times.get(one.kind)! }];
  });
}

function moneyOf(amount: string, unit: string): Quantity | null {
  const reading = readNumber(amount);
  return reading.kind === 'number' ? toQuantity(reading, 'CNY', unit) : null;
}

/** Excel workbooks, old and new: every sheet that a person sees, in order, each as lines and tables. */
import * as XLSX from 'xlsx';
import * as codepages from 'xlsx/dist/cpexcel.full.mjs';
import { isName } from '../captions.ts';
import { type Document, type ReadingNote, UnreadableDocument } from '../document.ts';
import { refuseEncrypted } from '../encrypted-office.ts';
import { blocksOfFlow, type FlowPiece } from '../flow.ts';
import { DEFAULT_LIMITS, type ReadingLimits } from '../limits.ts';
import { officeParts, packAnew } from '../office-parts.ts';
import { MEDIA_TYPES } from '../sniff.ts';
import { readSheetCells, type SheetContent } from './sheet-cells.ts';
import { flowOfSheet } from './sheet-flow.ts';

// Without its tables the library reads Chinese of Excel 95 as Latin letters.
XLSX.set_cptable(codepages);

/** Cells, their formats and names; links to other files, macros, drawings and embedded objects stay behind. */
const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/\w+\.xml|xl\/(?!externalLinks|embeddings|media|drawings|activeX|printerSettings)[\w./-]+\.(?:xml|rels|bin))$/i;
const MACROS = /vbaProject\.bin$/i;
/** `<f>A1+1</f></c>`; an empty `<v></v>` between them is a result: the empty text. */
const WITHOUT_VALUE = /<\/f>\s*<\/c>/g;
/** What Windows calls the national encoding: files of Excel 95 that name none were written with it. */
const CHINESE = 936;
/** Columns that Excel has. */
const MOST_COLUMNS = 16_384;
/** `<c r="ZZZZ1">`, `<row r="99999999">`: the library would count up to there. */
const BEYOND_EXCEL = /<(?:\w+:)?(?:row|c)\b[^<>]{0,200}?\br="(?:[A-Z]{4,}|[A-Z]*\d{8,})/;
const COLUMN_REACH = /<(?:\w+:)?col\b[^<>]*?\bmax="(\d+)"/g;

/** Throws UnreadableDocument: `workbook_broken`, `encrypted`, `too_large`, `xml_dtd`, or what the archive is refused for. */
export function readWorkbook(
  bytes: Uint8Array,
  kind: 'xls' | 'xlsx',
  limits: ReadingLimits = DEFAULT_LIMITS,
): Document {
  const parts = kind === 'xlsx' ? checkedParts(bytes, limits) : null;
  const checked = parts === null ? bytes : packAnew(parts, (name) => NEEDED.test(name) && !MACROS.test(name));
  const names = open(checked, { bookSheets: true }).SheetNames;
  if (names.length > limits.sheets)
    throw new UnreadableDocument(
      'too_large',
      `工作簿有 ${names.length} 张工作表，超过 ${limits.sheets} 张的上限，请拆分后重新放入。`,
    );
  const workbook = open(checked, {
    dense: true,
    cellStyles: true,
    cellNF: true,
    cellText: true,
    cellFormula: true,
    cellHTML: false,
    dateNF: 'yyyy/m/d',
  });
  const withoutValue = parts === null ? 0 : formulasWithoutValue(parts);
  const hasMacros =
    parts === null ? workbook.vbaraw !== undefined : [...parts.keys()].some((name) => MACROS.test(name));
  const sheets = workbook.SheetNames.map((name, index) => readSheet(workbook, name, index, limits));
  return {
    mediaType: MEDIA_TYPES[kind],
    pages: null,
    blocks: blocksOfFlow(
      sheets.flatMap(({ pieces }) => pieces),
      limits,
    ),
    properties: propertiesOf(workbook),
    notes: [...sheets.flatMap(({ notes }) => notes), ...valueNote(withoutValue), ...macroNote(hasMacros)],
  };
}

function checkedParts(bytes: Uint8Array, limits: ReadingLimits): Map<string, Uint8Array> {
  const parts = officeParts(bytes, limits.unpack);
  for (const [name, part] of parts) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) continue;
    const xml = new TextDecoder('latin1').decode(part);
    for (const [, reach] of xml.matchAll(COLUMN_REACH)) if (Number(reach) > MOST_COLUMNS) throw beyondExcel();
    if (BEYOND_EXCEL.test(xml)) throw beyondExcel();
  }
  return parts;
}

function open(bytes: Uint8Array, options: XLSX.ParsingOptions): XLSX.WorkBook {
  try {
    return XLSX.read(bytes, { type: 'array', codepage: CHINESE, ...options });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(message)) refuseEncrypted();
    throw broken('结构错误');
  }
}

interface ReadSheet {
  pieces: FlowPiece[];
  notes: ReadingNote[];
}

function readSheet(workbook: XLSX.WorkBook, name: string, index: number, limits: ReadingLimits): ReadSheet {
  const sheet = workbook.Sheets[name] as XLSX.DenseWorkSheet | undefined;
  if (sheet?.['!data'] === undefined) return { pieces: [], notes: [] };
  const content = readSheetCells(sheet);
  const isHidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
  if (isHidden) return { pieces: [], notes: [hiddenSheet(name, content)] };
  const flow = flowOfSheet(content.cells, name, limits);
  return { pieces: [...nameAbove(flow, name), ...flow, { kind: 'break' }], notes: notesOf(name, content) };
}

/** The tab names a table that has no name of its own. */
function nameAbove(flow: readonly FlowPiece[], name: string): FlowPiece[] {
  const [first] = flow;
  if (first?.kind !== 'table' || !isName(name)) return [];
  const isNamed = first.rows.slice(0, 4).some((row) => row.some((cell) => isName(cell.text)));
  return isNamed ? [] : [{ kind: 'line', text: name, location: { sheet: name } }];
}

function hiddenSheet(sheet: string, { cells, hiddenFigures }: SheetContent): ReadingNote {
  const figures = hiddenFigures + cells.filter(({ text }) => /^[-−]?\d[\d,]*(?:\.\d+)?%?$/.test(text)).length;
  return {
    code: 'hidden_sheet',
    message: `工作表“${sheet}”是隐藏的，没有读取，其中有 ${figures} 个数字。`,
    location: { sheet },
  };
}

function notesOf(sheet: string, content: SheetContent): ReadingNote[] {
  const notes: ReadingNote[] = [];
  if (content.hiddenRows + content.hiddenColumns > 0)
    notes.push({
      code: 'hidden_cells',
      message: `工作表“${sheet}”有 ${content.hiddenRows} 行、${content.hiddenColumns} 列是隐藏的，没有读取，其中有 ${content.hiddenFigures} 个数字。`,
      location: { sheet },
    });
  return [...notes, ...valueNote(content.withoutValue, sheet)];
}

/** A program that writes a workbook without computing it leaves formulas alone in their cells; the library passes over them. */
function formulasWithoutValue(parts: ReadonlyMap<string, Uint8Array>): number {
  let count = 0;
  for (const [name, part] of parts)
    if (/^xl\/worksheets\/[^/]+\.xml$/i.test(name))
      count += new TextDecoder('latin1').decode(part).match(WITHOUT_VALUE)?.length ?? 0;
  return count;
}

function valueNote(count: number, sheet?: string): ReadingNote[] {
  if (count === 0) return [];
  const where = sheet === undefined ? '工作簿' : `工作表“${sheet}”`;
  return [
    {
      code: 'formula_without_value',
      message: `${where}有 ${count} 个公式没有保存结果，按空白处理：请用 Excel 打开并保存后重新放入。`,
      location: sheet === undefined ? {} : { sheet },
    },
  ];
}

function macroNote(hasMacros: boolean): ReadingNote[] {
  return hasMacros ? [{ code: 'macros_ignored', message: '文件里有宏，没有运行。', location: {} }] : [];
}

function propertiesOf(workbook: XLSX.WorkBook): Record<string, string> {
  const { Title: title, Author: author, Company: company } = workbook.Props ?? {};
  return Object.fromEntries(
    Object.entries({ title, author, company }).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
    ),
  );
}

function beyondExcel(): UnreadableDocument {
  return broken('行号或列号超出 Excel 的范围');
}

function broken(what: string): UnreadableDocument {
  return new UnreadableDocument(
    'workbook_broken',
    `Excel 文件无法打开（${what}），请用 Excel 另存后重新放入。`,
  );
}

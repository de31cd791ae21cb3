/** What holds for all figures of a document's tables: whose year it is, its units, and what a bare 预算数 means. */

import { readUnitNote, unitScale } from '../../parse/amount.ts';
import { normaliseLabel } from '../../parse/label.ts';
import type { Document, Paragraph, Table } from '../../read/document.ts';
import type { Disclosure } from '../../recognise/disclosure.ts';
import type { Phase } from '../fact.ts';
import { projectAt } from './project-name.ts';
import { isFigure } from './sections.ts';

export interface TableContext {
  disclosure: Disclosure;
  fiscalYear: number;
  /** Unit of money for tables that print none, where the whole document agrees on one; else null. */
  documentUnit: string | null;
  /** What 预算数 means in this document's 三公 figures, where a note says so. */
  threePublicBudgetPhase: Phase | null;
  /** The project that the cover of a project's evaluation names; null where none or several are. */
  coverProject: string | null;
  /** Whether any row of figures in its tables prints an empty cell in front of another: a text without one has dropped them. */
  keepsEmptyCells: boolean;
  /** Whether it holds the form of a project that asks for its name. */
  namesProjects: boolean;
}

export function tableContext(
  document: Document,
  disclosure: Disclosure & { fiscalYear: number },
): TableContext {
  return {
    disclosure,
    fiscalYear: disclosure.fiscalYear,
    documentUnit: documentUnit(document),
    threePublicBudgetPhase: budgetPhaseOfNotes(document),
    coverProject: disclosure.kind === 'project_evaluation' ? coverProject(document) : null,
    keepsEmptyCells: tablesOf(document).some(({ grid }) => grid.some(printsEmptyCell)),
    namesProjects:
      paragraphsOf(document).some(({ text }) => PROJECT_FORM.test(text)) ||
      tablesOf(document).some((table) => table.grid.some((_, row) => projectAt(table, row) !== null)),
  };
}

function printsEmptyCell(row: Table['grid'][number]): boolean {
  if (!row.some((cell) => cell !== null && isFigure(cell.text))) return false;
  const last = row.findLastIndex((cell) => (cell?.text.trim() ?? '') !== '');
  return row.slice(0, Math.max(0, last)).some((cell) => cell !== null && cell.text.trim() === '');
}

/** "项目名称：低保专项", a line of its own in front of the tables. */
const COVER_PROJECT = /^项目名称\s*[:：]?\s*([\p{Script=Han}“”"（）()\d]{2,40})$/u;

function coverProject(document: Document): string | null {
  const named = paragraphsOf(document).flatMap(({ text }) => COVER_PROJECT.exec(text.trim())?.[1] ?? []);
  return new Set(named).size === 1 ? named[0]! : null;
}

/** "项目支出绩效自评表（2023年度）项目名称": a form that the end of the text cut off before its money. */
const PROJECT_FORM = /自评表\s*(?:[(（]\s*\d{4}年?度?\s*[)）])?\s*项目名称/;

export function tablesOf(document: Document): Table[] {
  return document.blocks.filter((block): block is Table => block.kind === 'table');
}

export function paragraphsOf(document: Document): Paragraph[] {
  return document.blocks.filter((block): block is Paragraph => block.kind === 'paragraph');
}

/** The unit of money noted above a table, null where none is. */
export function captionUnit(table: Table): string | null {
  for (const caption of [...table.captions].reverse()) {
    const unit = readUnitNote(caption.text);
    if (unit && unitScale(unit)?.unit === 'CNY') return unit;
  }
  return null;
}

/**
 * Tables without a note take the one unit that all noted tables share. Where no table has a note, the prose
 * decides if it repeats figures of the tables with one unit and no other.
 */
function documentUnit(document: Document): string | null {
  const noted = new Set(
    tablesOf(document)
      .map(captionUnit)
      .filter((unit) => unit !== null),
  );
  if (noted.size === 1) return [...noted][0]!;
  if (noted.size > 1) return null;
  return unitOfRepeatedFigures(document);
}

/** "27.45万元" in prose and 27.45 in a table. Short figures repeat by chance, so they do not count. */
const AMOUNT_IN_PROSE = /(?<!\d,?)(\d[\d,]*\.\d{2,})\s*(亿元|千元|万元|元|万(?!元))/g;
const REPEATS_NEEDED = 3;

function unitOfRepeatedFigures(document: Document): string | null {
  const figures = new Set(
    tablesOf(document).flatMap((table) =>
      table.grid.flatMap((row) => row.map((cell) => bare(cell?.text ?? ''))),
    ),
  );
  const amounts = paragraphsOf(document).flatMap(({ text }) =>
    [...text.replace(/\s+/g, '').matchAll(AMOUNT_IN_PROSE)].map(([, figure, unit]) => ({
      figure: bare(figure!),
      unit: unit === '万' ? '万元' : unit!,
    })),
  );
  const repeats = new Map<string, Set<string>>();
  for (const { figure, unit } of amounts)
    if (figures.has(figure)) repeats.set(unit, (repeats.get(unit) ?? new Set()).add(figure));
  const [only] = [...repeats.keys()];
  if (repeats.size !== 1 || only === undefined || repeats.get(only)!.size < REPEATS_NEEDED) return null;
  return only === '万元' && amounts.some((amount) => isPrintedInYuan(amount, figures)) ? null : only;
}

/** "9.12万元" in prose and 91,234 in a table: some of the tables are in yuan. */
function isPrintedInYuan(
  { figure, unit }: { figure: string; unit: string },
  figures: ReadonlySet<string>,
): boolean {
  if (unit !== '万元') return false;
  const yuan = Number(figure) * 1e4;
  const half = 0.5 * 1e4 * 10 ** -(figure.split('.')[1]?.length ?? 0);
  if (yuan < LEAST_YUAN) return false;
  return [...figures].some(
    (one) => /^\d{5,}(\.\d{1,2})?$/.test(one) && !CODE.test(one) && Math.abs(Number(one) - yuan) <= half,
  );
}

/** "2080501" is no amount in yuan. */
const CODE = /^[23]\d{4}(\d\d)?$/;
/** Shorter amounts lie close to another by chance. */
const LEAST_YUAN = 1e5;

function bare(text: string): string {
  return text.replace(/[\s,，]/g, '');
}

/** A spreadsheet keeps its note in a last row of one cell. */
function wholeRows({ grid }: Table): string[] {
  return grid.flatMap(([first, ...others]) =>
    first && others.length > 0 && others.every((cell) => cell === first) ? [first.text] : [],
  );
}

/** 注：本表反映的预算数为“三公”经费全年预算数，反映按规定程序调整后的预算数 / 预算数为年初预算数. */
function budgetPhaseOfNotes(document: Document): Phase | null {
  const lines = tablesOf(document).flatMap((table) => [
    ...[...table.captions, ...table.notes].map((caption) => caption.text),
    ...wholeRows(table),
  ]);
  const sentences = paragraphsOf(document).flatMap((paragraph) =>
    paragraph.sentences.map((sentence) => sentence.text),
  );
  for (const line of [...lines, ...sentences].map(normaliseLabel)) {
    if (!/预算数/.test(line) || !/(三公|本表)/.test(line)) continue;
    if (/预算数(为|是|指|均为|反映|系).{0,12}(全年预算数|调整后)/.test(line)) return 'adjusted_budget';
    if (/预算数(为|是|指|均为|反映|系).{0,12}年初(部门)?预算/.test(line)) return 'original_budget';
  }
  return null;
}

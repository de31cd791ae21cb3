/**
 * A page break, or a converter, puts several forms into one table: the end of one form, then the name of the next.
 * What stands above a form's name is not the new project's.
 */
import { normaliseLabel } from '../../parse/label.ts';
import type { Table } from '../../read/document.ts';
import { projectAt, projectName } from './project-name.ts';
import { cellsOfRow, type Section } from './sections.ts';

export interface FormPart {
  section: Section;
  /** The project whose form it is; null for the department's, and where none is named. */
  project: string | null;
  /** Names of the form: its own title row where it stands inside the table, else what stands above the table. */
  names: readonly string[];
  /** The year that the form prints for itself, null where it prints none. */
  year: number | null;
  /** The end of a form that began in another table. */
  torn: boolean;
}

/** "项目支出绩效自评表（2023年度）", alone in its row. */
const FORM_TITLE = /^[^。；:]{0,50}(自评|评价|绩效|基础数据)[^。；:]{0,16}表(\([^()]{1,20}\))?$/;

/** `cover`: the project that the whole document is about; null where its cover names none. */
export function formParts(table: Table, sections: readonly Section[], cover: string | null): FormPart[] {
  let project = projectAbove(table) ?? cover;
  let names = [table.title ?? '', ...table.captions.map(({ text }) => text)].map(normaliseLabel);
  let year = names.map(yearOf).find((one) => one !== null) ?? null;
  const pieces = sections.flatMap((section) => cutAtNames(table, section));
  const opening = pieces.findIndex(({ rows }) => rows.some((row) => isNamed(table, row)));
  return pieces.map((piece, index) => {
    const title = piece.rows.map((row) => titleIn(table, row)).findLast((one) => one !== null) ?? null;
    if (title !== null) {
      names = [title];
      project = null;
      year = yearOf(title);
    }
    const rows = [...piece.headerRows, ...piece.rows].sort((a, b) => a - b);
    for (const row of rows) {
      project = projectAt(table, row) ?? project;
      if (isYear(table, row)) year = yearOf(normaliseLabel(cellsOfRow(table.grid, row)[0]!.text)) ?? year;
    }
    const torn = index < opening && table.title === null;
    return { section: piece, project, names, year, torn };
  });
}

/** "项目名称：救助专项" right above the grid. */
const NAMED_ABOVE = /^项目名称\s*[:：]\s*(\S.{1,60})$/;

function projectAbove(table: Table): string | null {
  const named = table.captions.flatMap(({ text }) => NAMED_ABOVE.exec(text.trim())?.[1] ?? []);
  return named.length === 1 ? projectName(named[0]!) : null;
}

const isNamed = (table: Table, row: number): boolean =>
  titleIn(table, row) !== null || projectAt(table, row) !== null;

/** A section in pieces, each but the first beginning with the title of a form, or with the name of its project. */
function cutAtNames(table: Table, section: Section): Section[] {
  const cuts = section.rows.flatMap((_, index) =>
    index > 0 && opensForm(table, section, index) ? [index] : [],
  );
  return [0, ...cuts].map((start, part) => ({
    headerRows: part === 0 ? section.headerRows : [],
    rows: section.rows.slice(start, cuts[part]),
  }));
}

function opensForm(table: Table, { rows }: Section, index: number): boolean {
  const [row, above] = [rows[index]!, rows[index - 1]!];
  if (titleIn(table, row) !== null) return true;
  return projectAt(table, row) !== null && titleIn(table, above) === null && !isYear(table, above);
}

function titleIn(table: Table, row: number): string | null {
  const cells = cellsOfRow(table.grid, row);
  const label = cells.length === 1 ? normaliseLabel(cells[0]!.text) : '';
  return FORM_TITLE.test(label) ? label : null;
}

/** "(2023年度)", "2023年度项目支出绩效自评表", "项目支出绩效自评表(2023年)": the year of the form, not the day it was filled in. */
const YEAR = /^\(?(20\d{2})年度?\)?$|^(20\d{2})年度|\((20\d{2})年度?\)$/;

function yearOf(name: string): number | null {
  const [, alone, before, behind] = YEAR.exec(name) ?? [];
  const printed = alone ?? before ?? behind;
  return printed === undefined ? null : Number(printed);
}

/** "（2023年度）" between the title and the name. */
function isYear(table: Table, row: number): boolean {
  const cells = cellsOfRow(table.grid, row);
  return cells.length === 1 && /^\(?\d{4}年度?\)?$/.test(normaliseLabel(cells[0]!.text));
}

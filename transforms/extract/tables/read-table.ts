/**
 * A table whose layout is known becomes facts: the meaning of a figure is the meaning of its column and of its
 * row put together. A figure that the two do not settle is not guessed; it is listed with the reason.
 */
import type { Layout, Meaning } from '../../layouts/layout.ts';
import { readNumber, toQuantity } from '../../parse/amount.ts';
import type { Cell, Table } from '../../read/document.ts';
import { conceptById } from '../../vocabulary/concept.ts';
import { economicName } from '../../vocabulary/economic-codes.ts';
import { functionName } from '../../vocabulary/function-codes.ts';
import { type Fact, factOf, type NumberUse } from '../fact.ts';
import type { ScoreItem } from '../score-item.ts';
import { unitOfBareRate } from './bare-rates.ts';
import { type Column, columnsOf, headerLabel, type Lane, lanesOf } from './columns.ts';
import { emptyTotals, type IgnoredFigure } from './empty-totals.ts';
import { fieldMeaning, isRowOfFields } from './field-meaning.ts';
import { type Figure, useOf } from './figure.ts';
import { type LaneReading, meaningOfFigure, type RowState } from './figure-meaning.ts';
import { type FormPart, formParts } from './form-parts.ts';
import { keyOf } from './key.ts';
import { labelledCellsOf, phaseByIdentity } from './labelled-cells.ts';
import { isSectionHeader, ruleOf } from './lane-rules.ts';
import { rowMeaning } from './meanings.ts';
import { speaksOfProject } from './nameless.ts';
import { ignoreHeaderNumbers, ignoreOtherColumns } from './other-numbers.ts';
import { printedUnitOf, sectionUnit } from './printed-units.ts';
import { repeatedCodes } from './repeated-codes.ts';
import { codeOfRow, labelsLeftOf, laneLabels } from './row-labels.ts';
import { scoreItemOf, scoreOf } from './score-rows.ts';
import { isFigure, type Section, sectionsOf } from './sections.ts';
import { isLineNumber, isTotalOfRow, SHORT_ROW, shortRowsOf } from './short-rows.ts';
import { slippedRows } from './slipped-rows.ts';
import type { TableContext } from './table-context.ts';
import { withoutTornHeaders } from './torn-headers.ts';
import { twinColumns, type Understood } from './twin-columns.ts';

export interface TableReading {
  facts: Fact[];
  numbers: NumberUse[];
  scores: ScoreItem[];
}

export function readTable(table: Table, layout: Layout, context: TableContext): TableReading {
  const reading: TableReading = { facts: [], numbers: [], scores: [] };
  const sections = sectionsOf(
    table,
    (cells) =>
      isSectionHeader(cells, layout, context) &&
      !(layout.form && isRowOfFields(table, cells[0]!.row, layout, context.fiscalYear)),
    layout.form === true,
  );
  const parts = layout.form
    ? formParts(table, sections, layout.ofProjects ? context.coverProject : null)
    : sections.map(plainPart);
  for (const part of parts) readSection(table, layout, part, context, reading);
  return reading;
}

const plainPart = (section: Section): FormPart => ({
  section,
  project: null,
  names: [],
  year: null,
  torn: false,
});

function readSection(
  table: Table,
  layout: Layout,
  { section, project, names, year, torn }: FormPart,
  of: TableContext,
  reading: TableReading,
): void {
  const context = year === null ? of : { ...of, fiscalYear: year };
  const read = columnsOf(table.grid, section);
  const columns = layout.form ? withoutTornHeaders(table, section, read) : read;
  const refined = layout.refineColumns?.(columns) ?? new Map<number, Meaning>();
  const lanes = layout.form ? [wholeWidth(columns)] : lanesOf(columns);
  const unit = sectionUnit(table, section, layout);
  ignoreHeaderNumbers(table, section, reading.numbers);
  for (const lane of lanes) {
    const rule = ruleOf(lane, columns, layout, table, section, context);
    const nameless =
      project === null && layout.ofProjects === true && (torn || speaksOfProject(table, names, context));
    const at: LaneReading = {
      table,
      layout,
      section,
      columns,
      refined,
      lane,
      rule,
      project,
      nameless,
      unit,
      context,
    };
    readLane(at, reading);
    if (rule?.labelledCells) readLabelledCells(at, reading);
  }
  ignoreOtherColumns(table, section, columns, lanes, layout, reading.numbers);
}

function readLane(at: LaneReading, reading: TableReading): void {
  let part: Meaning | null = null;
  let projects = false;
  const understood: Understood[] = [];
  const ignored: IgnoredFigure[] = [];
  const short = at.layout.form
    ? null
    : shortRowsOf(at.table, at.section, at.lane, at.context.keepsEmptyCells);
  for (const row of at.section.rows) {
    const codeRead = at.rule?.codes ? codeOfRow(at.table, row, at.lane, at.rule.codes) : null;
    const figures = figuresOfRow(at, row, codeRead?.code ?? null);
    const score = scoreOf(at, row, figures);
    const item = at.layout.form ? scoreItemOf(at, row, figures, score) : null;
    if (item) reading.scores.push(item);
    for (const figure of figures) {
      if (score) claimScore(figure, figure === score, at, reading);
      else if ((short?.has(row) && !isTotalOfRow(figure, at)) || isLineNumber(figure, at))
        reading.numbers.push(useOf(figure, 'unclaimed', SHORT_ROW));
      else readFigure(figure, at, { part, projects, row }, { understood, ignored }, reading);
    }
    const opened = at.rule ? rowMeaning(rowWords(at, row), at.rule, at.context.fiscalYear) : null;
    if (opened?.opensPart) part = { concept: opened.concept!, ...(opened.fund ? { fund: opened.fund } : {}) };
    else if (opened?.total) part = null;
    if (opened) projects = opened.opensProjects === true;
  }
  claimUnderstood(understood, emptyTotals(understood, ignored), at, reading);
}

function claimUnderstood(
  understood: readonly Understood[],
  empty: ReadonlySet<Figure>,
  { layout, columns, context }: LaneReading,
  reading: TableReading,
): void {
  const twins = twinColumns(understood);
  const byUnits = columns.some(({ kind }) => kind === 'unit');
  const { summed, sums, unclear } = repeatedCodes(understood, byUnits, context);
  const slipped = layout.form ? slippedRows(understood) : new Set<number>();
  reading.facts.push(...sums);
  for (const { figure, meaning } of understood)
    if (slipped.has(figure.cell.row)) reading.numbers.push(useOf(figure, 'unclaimed', SHORT_ROW));
    else if (twins.has(figure.cell.column))
      reading.numbers.push(useOf(figure, 'unclaimed', '两列标题含义相同而数字不同，不能判定'));
    else if (unclear.has(figure))
      reading.numbers.push(useOf(figure, 'unclaimed', '同一科目分几行列示，没有合计'));
    else if (summed.has(figure))
      reading.numbers.push(useOf(figure, 'ignored', '按预算单位分列，已计入该科目之和'));
    else if (empty.has(figure))
      reading.numbers.push(useOf(figure, 'unclaimed', '合计印为0，而其下各项不为0'));
    else claim(figure, meaning, context, reading, unitOfBareRate({ figure, meaning }, understood));
}

function figuresOfRow(at: LaneReading, row: number, code: string | null): Figure[] {
  const cells = at.lane.values.map((index) => at.table.grid[row]?.[index] ?? null);
  const own = cells.filter(
    (cell, i): cell is Cell => cell !== null && cell.row === row && cell.column === at.lane.values[i],
  );
  const figures = own.filter((cell) => isFigure(cell.text));
  if (figures.length === 0) return [];
  const labels = at.layout.form ? null : laneLabels(at.table, row, at.lane);
  return figures.map((cell) => ({
    table: at.table,
    layout: at.layout,
    cell,
    column: at.columns[cell.column]!,
    rowLabels: labels ?? labelsLeftOf(at.table, row, cell.column),
    code,
    sectionUnit: at.unit,
  }));
}

function readFigure(
  figure: Figure,
  at: LaneReading,
  state: RowState,
  { understood, ignored }: { understood: Understood[]; ignored: IgnoredFigure[] },
  reading: TableReading,
): void {
  const meaning = at.rule
    ? meaningOfFigure(figure, at.rule, at, state)
    : ((at.layout.form ? fieldMeaning(figure, at) : null) ?? '表头未能识别');
  if (typeof meaning === 'string') reading.numbers.push(useOf(figure, 'unclaimed', meaning));
  else if (meaning.ignore) {
    ignored.push({ figure, reason: meaning.ignore });
    reading.numbers.push(useOf(figure, 'ignored', meaning.ignore));
  } else if (at.nameless && isOfProject(meaning)) reading.numbers.push(useOf(figure, 'unclaimed', NAMELESS));
  else understood.push({ figure, meaning });
}

const NAMELESS = '没有项目名称，不知属于哪个项目';

const isOfProject = ({ concept }: Meaning): boolean =>
  concept !== undefined && (conceptById(concept).dimensions as readonly string[]).includes('project');

/** "007001", "03": codes that lost their header. */
const LEADING_ZERO = /^0\d+$/;

/** "30107 | 绩效工资 | 30207 | 邮电费 | 3.20": where a cell is lost, the code of the next lane stands for the amount. */
function isSlippedCode({ cell, code, table }: Figure): boolean {
  const text = cell.text.trim();
  if (code === null || !/^\d{5}(\d{2})?$/.test(text)) return false;
  const isListed = economicName(text) !== null || functionName(text) !== null;
  return isListed && table.grid.some((row) => row.some((other) => /\.\d\d$/.test(other?.text ?? '')));
}

/** `proven`: the unit that the row proves where none is printed. */
function claim(
  figure: Figure,
  meaning: Meaning,
  context: TableContext,
  reading: TableReading,
  proven = '',
): void {
  const key = keyOf(meaning, context);
  if (typeof key === 'string') {
    reading.numbers.push(useOf(figure, key.startsWith('词汇表') ? 'ignored' : 'unclaimed', key));
    return;
  }
  const unit = conceptById(key.concept).unit;
  if (LEADING_ZERO.test(figure.cell.text.trim()) || isSlippedCode(figure)) {
    reading.numbers.push(useOf(figure, 'unclaimed', '像编码，不像数额'));
    return;
  }
  const printedUnit = printedUnitOf(figure, unit, context);
  const quantity = toQuantity(readNumber(figure.cell.text), unit, printedUnit || proven);
  if (!quantity) {
    reading.numbers.push(useOf(figure, 'unclaimed', unit === 'CNY' ? '没有金额单位' : '单位与科目不符'));
    return;
  }
  const use = useOf(figure, 'claimed', null);
  const fact = factOf(key, quantity, {
    basis: 'stated',
    medium: 'table',
    location: use.location,
    quote: use.context,
    rule: figure.layout.id,
  });
  if (proven !== '') fact.printedUnit = printedUnit;
  reading.facts.push(fact);
  reading.numbers.push(use);
}

function claimScore(figure: Figure, isScore: boolean, at: LaneReading, reading: TableReading): void {
  if (!isScore) reading.numbers.push(useOf(figure, 'ignored', '分值'));
  else if (at.nameless) reading.numbers.push(useOf(figure, 'unclaimed', NAMELESS));
  else {
    const project = at.project === null ? {} : { project: at.project };
    claim(figure, { concept: 'evaluation.score', phase: 'actual', ...project }, at.context, reading);
  }
}

/** 按支出性质分、按收入性质分: parts in labelled cells, of the phase whose total they add up to. */
function readLabelledCells(at: LaneReading, reading: TableReading): void {
  if (at.project !== null) return;
  const parts = labelledCellsOf(at.table, at.section, at.rule!.labelledCells!, at.context.fiscalYear).map(
    (part) => {
      const figure: Figure = {
        table: at.table,
        layout: at.layout,
        cell: { ...part.cell, text: part.figure },
        column: { kind: 'value', path: [], inherited: [], covering: [], printedPath: [], filled: true },
        rowLabels: [part.label],
        code: null,
        sectionUnit: at.unit,
      };
      const unit = printedUnitOf(figure, 'CNY', at.context);
      return { figure, meaning: part.meaning, quantity: toQuantity(readNumber(part.figure), 'CNY', unit) };
    },
  );
  const byNature = parts
    .filter((part) => part.meaning.fund === undefined && part.quantity)
    .map((part) => part.quantity!);
  const totals = reading.facts.filter(
    (fact) => fact.concept === 'expenditure' && fact.location.table === at.table.number,
  );
  const phase = phaseByIdentity(byNature, totals);
  for (const { figure, meaning } of parts) {
    if (phase) claim(figure, { ...meaning, phase }, at.context, reading);
    else reading.numbers.push(useOf(figure, 'unclaimed', '没有说明是预算数还是执行数，合计也不能判定'));
  }
}

function rowWords(at: LaneReading, row: number): string[] {
  const words = at.layout.form
    ? labelsLeftOf(at.table, row, at.table.grid[row]!.length)
    : laneLabels(at.table, row, at.lane);
  return words.map(headerLabel).filter((label) => label !== '');
}

function wholeWidth(columns: readonly Column[]): Lane {
  const all = columns.map((_, index) => index);
  return { codes: [], labels: all, values: all };
}

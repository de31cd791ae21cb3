/** Word and web pages cut a statement in two tables where a page ended; the second half is no table of its own. */
import { normaliseLabel } from '../parse/label.ts';
import { isCaption } from './captions.ts';
import type { FlowCell, FlowLine, FlowPiece, FlowTable } from './flow.ts';
import { countCaptionRows } from './flow-tables.ts';
import { isPrintedFigure } from './printed-figure.ts';

type Row = readonly FlowCell[];

const CODE = /^\d{3}(?:\d{2}){0,2}$/;
/** 栏次 | 1 | 2: still the header. */
const NUMBERING = /^(栏次|行次)$/;
const TOTAL = /^(本年)?(收入|支出)?(合计|总计)$/;
/** 人员经费合计, 本年支出合计: stands in the columns of the codes. */
const ANY_TOTAL = /(合计|总计|小计)$/;
/** What ends a statement at its foot. */
const END = /^(收入|支出)?(合计|总计)$|^合计得分$|^总分$/;
/** "（续）", "续表1" behind a name that is printed again. */
const CONTINUED = /[（(]?\s*续\s*表?\s*\d*\s*[)）]?$/;
/** Lines that a copy repeats above the second half: name, number, unit, whose. */
const MOST_REPEATED = 4;

/** The second half of a table that was cut goes back to the first; its header, printed again, is left out. */
export function joinTorn(pieces: readonly FlowPiece[]): FlowPiece[] {
  const joined: FlowPiece[] = [];
  for (const piece of pieces) {
    const at = piece.kind === 'table' ? joined.findLastIndex(({ kind }) => kind !== 'line') : -1;
    const first = joined[at];
    const between = joined.slice(at + 1) as FlowLine[];
    const whole =
      first?.kind === 'table' && piece.kind === 'table' && isRepeated(between, joined.slice(0, at))
        ? asOne(first, piece)
        : null;
    if (whole === null) joined.push(piece);
    else joined.splice(at, joined.length - at, whole);
  }
  return joined;
}

/** Whether the lines between two tables say only what is said above the first, or that it goes on. */
function isRepeated(between: readonly FlowLine[], above: readonly FlowPiece[]): boolean {
  if (between.length > MOST_REPEATED) return false;
  const said = new Set(
    above
      .slice(-2 * MOST_REPEATED)
      .flatMap((piece) =>
        piece.kind === 'line' && isCaption(piece.text) ? [normaliseLabel(piece.text)] : [],
      ),
  );
  return between.every(({ text }) => {
    const bare = normaliseLabel(text.replace(CONTINUED, ''));
    return bare === '' || said.has(bare);
  });
}

/** null where the second is a table of its own. */
function asOne(first: FlowTable, second: FlowTable): FlowTable | null {
  const [upper, lower] = [slotsOf(first.rows), slotsOf(second.rows)];
  const width = widthOf(upper);
  if (width < 2 || width !== widthOf(lower)) return null;
  const captions = countCaptionRows(second.rows);
  const own = new Set(upper.slice(0, countCaptionRows(first.rows)).map(joinedText));
  if (!lower.slice(0, captions).every((row) => own.has(joinedText(row)))) return null;
  const [head, body] = partsOf(upper.slice(own.size));
  const [headBelow, bodyBelow] = partsOf(lower.slice(captions));
  if (bodyBelow.length === 0 || head.length === 0 || isComplete(body)) return null;
  const isRepeated = body.length > 0 && textOf(headBelow) === textOf(head);
  const isForm = head.some(opensForm) && !headBelow.some(opensForm);
  if (!isForm && !goesOn(body, bodyBelow, isRepeated ? [] : headBelow)) return null;
  const dropped = captions + (isRepeated ? headBelow.length : 0);
  const offset = first.rows.length;
  return {
    ...first,
    rows: [...first.rows, ...second.rows.slice(dropped).map((row) => movedDown(row, offset))],
  };
}

/** Below the fields of a form everything is of it, until the next form begins. */
const FORM_FIELD =
  /^(项目|专项|部门|单位|预算单位|资金)(\([^()]{2,6}\))?(支出|资金)?名称$|^主管部门|^实施单位/;
const opensForm = (row: Slots): boolean => FORM_FIELD.test(firstLabel(row));

/** Rows of a statement, without a header of their own, below those of the first half. */
function goesOn(body: readonly Slots[], below: readonly Slots[], head: readonly Slots[]): boolean {
  if (head.length > 0 || restarts(body, below)) return false;
  return body.length === 0 || standsInSameColumns(body, below);
}

/** Rows of the second table are counted on; those of a sheet have their numbers from it. */
function movedDown(row: Row, offset: number): Row {
  return row.map((cell) => {
    const { location } = cell;
    if (location?.row === undefined || location.sheet !== undefined) return cell;
    return { ...cell, location: { ...location, row: location.row + offset } };
  });
}

type Slots = readonly string[];

/** Header rows, and the rows from the first with a figure on. */
function partsOf(rows: readonly Slots[]): [readonly Slots[], readonly Slots[]] {
  const at = rows.findIndex((row) => row.some(isPrintedFigure) && !NUMBERING.test(firstLabel(row)));
  return at < 0 ? [rows, []] : [rows.slice(0, at), rows.slice(at)];
}

function isComplete(body: readonly Slots[]): boolean {
  const last = body.findLast((row) => row.some((text) => text !== ''));
  return last !== undefined && body.length > 1 && END.test(firstLabel(last));
}

/** A code or a total that both have: the second is a table of its own under the same header. */
function restarts(body: readonly Slots[], below: readonly Slots[]): boolean {
  const keys = new Set(body.flatMap(keyOf));
  return below.flatMap(keyOf).some((key) => keys.has(key));
}

/** What stands in front of the amounts, for a row of a code or of a total. */
function keyOf(row: Slots): string[] {
  const amount = row.findIndex((text) => isPrintedFigure(text) && !CODE.test(text) && !/^\d{2}$/.test(text));
  const label = row.slice(0, amount < 0 ? row.length : amount).join(' ');
  const isKey = row.some((text) => CODE.test(text)) || TOTAL.test(firstLabel(row));
  return amount >= 0 && isKey ? [normaliseLabel(label)] : [];
}

/** No words stand below figures, and no figures below words; 合计 may stand where others have their code. */
function standsInSameColumns(body: readonly Slots[], rest: readonly Slots[]): boolean {
  const below = rest.filter((row) => !ANY_TOTAL.test(firstLabel(row)));
  const isWord = (text: string) => /\p{Script=Han}/u.test(text);
  const holds = (rows: readonly Slots[], column: number) => ({
    figures: rows.some((row) => isPrintedFigure(row[column] ?? '')),
    words: rows.some((row) => isWord(row[column] ?? '')),
  });
  return body[0]!.every((_, column) => {
    const [above, here] = [holds(body, column), holds(below, column)];
    return !(here.figures && above.words && !above.figures) && !(here.words && above.figures && !above.words);
  });
}

const firstLabel = (row: Slots): string => normaliseLabel(row.find((text) => text !== '') ?? '');
const textOf = (rows: readonly Slots[]): string => rows.map(joinedText).join('\n');
const joinedText = (row: Slots): string => row.join('|').replace(/\s+/g, '');
const widthOf = (rows: readonly Slots[]): number => rows.reduce((most, row) => Math.max(most, row.length), 0);

/** What is printed in every slot; a merged cell prints in its first. */
function slotsOf(rows: readonly Row[]): string[][] {
  const slots: string[][] = rows.map(() => []);
  for (const [index, row] of rows.entries()) {
    let column = 0;
    for (const cell of row) {
      while (slots[index]![column] !== undefined) column++;
      for (let down = 0; down < cell.rowSpan && index + down < rows.length; down++)
        for (let right = 0; right < cell.columnSpan; right++)
          slots[index + down]![column + right] = down === 0 && right === 0 ? cell.text.trim() : '';
      column += cell.columnSpan;
    }
  }
  return slots.map((row) => Array.from(row, (text) => text ?? ''));
}

/**
 * Where no rule parts two cells, a figure at the right of its cell may touch the words at the left of the next one:
 * "30,957.53一、基本支出", "—二、项目支出". What no figure goes on with begins another cell.
 */
import { type Line, lineOf, type Run, runOf } from './words.ts';

/** Behind two decimals: any Chinese character that is no unit, and a code of economic classification ("61.2530226"). Behind any digit or a dash: the number of an item. */
const NEXT_CELL =
  /(?<=\d\.\d\d)(?=(?![万亿元千百])\p{Script=Han}|30\d(?:\d\d)?(?!\d)|310(?:\d\d)?(?!\d))|(?<=\d|^[—–-]{1,2})(?=[一二三四五六七八九十]{1,3}、)/gu;
/** Most runs have no figure before other characters: these are looked at. */
const SUSPECT = /\d\.\d\d[\p{Script=Han}3]|(?:\d|^[—–-]{1,2})[一二三四五六七八九十]{1,3}、/u;

/** The same line with a run for each cell. */
export function partGluedCells(line: Line): Line {
  if (!line.runs.some((run) => SUSPECT.test(run.text))) return line;
  return lineOf(line.runs.flatMap(parted));
}

function parted(run: Run): Run[] {
  const text = run.characters.map((character) => character.text[0]).join('');
  const cuts = [...text.matchAll(NEXT_CELL)].map((match) => match.index);
  const bounds = [0, ...cuts, run.characters.length];
  return bounds.slice(1).map((end, index) => runOf(run.characters.slice(bounds[index]!, end)));
}

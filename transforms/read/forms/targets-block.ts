/**
 * The money of a 项目支出绩效目标表 that lost its rules: "资金情况（万元） 年度资金总额：10 其中：财政拨款 10 其他资金 0". No
 * header stands above it; a total with its figure right behind it does, and parts with theirs.
 */
import { type FormToken, isFiller } from './form-tokens.ts';
import type { FundsBlock, FundsRow } from './funds-block.ts';

const MOST_ROWS = 8;
/** "资金情况（万元）", or the names of the fields, in front of the total. */
const FUNDS_REACH = 6;

/** The block whose 资金情况 is this token, null where no total with one figure follows. */
export function targetsBlockAt(tokens: readonly FormToken[], first: number): FundsBlock | null {
  if (tokens[first]?.kind !== 'funds') return null;
  const rows: FundsRow[] = [];
  let end = first + 1;
  while (rows.length < MOST_ROWS) {
    const label = nextPrinted(tokens, end);
    const token = tokens[label];
    if (token?.kind !== (rows.length === 0 ? 'total' : 'part') || label - end > FUNDS_REACH) break;
    const at = nextPrinted(tokens, label + 1);
    const figure = tokens[at]?.kind === 'figure' && !tokens[at]!.text.endsWith('%') ? tokens[at]! : null;
    if (figure !== null && tokens[nextPrinted(tokens, at + 1)]?.kind === 'figure') return null;
    rows.push({ start: token.start, cells: ['', textOf(token), figure?.text ?? ''], left: [] });
    end = figure === null ? label + 1 : at + 1;
  }
  if (rows[0]?.cells[2] === undefined || rows[0].cells[2] === '') return null;
  return { first, end, header: { start: tokens[first]!.start, cells: [], left: [] }, rows };
}

function nextPrinted(tokens: readonly FormToken[], from: number): number {
  let at = from;
  while (at < tokens.length && isFiller(tokens[at]!)) at++;
  return at;
}

const textOf = ({ text }: FormToken): string => text.replace(/[\s|]+/g, '');

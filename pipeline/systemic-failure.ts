/**
 * One document or bureau that our rules cannot digest costs itself alone. When none of many comes through, the
 * program is broken, not the input: such a night must not replace a good one.
 */
import { Trouble } from './exit-status.ts';

/** What the machine refuses is no fault of the document or bureau at hand: nothing more can be done tonight. */
export function isEnvironmental(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && (ENVIRONMENTAL.has(code) || OF_SQLITE.test(code));
}

const ENVIRONMENTAL: ReadonlySet<string> = new Set([
  ...['disk_full', 'no_permission', 'damaged', 'busy'],
  ...['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE', 'ENFILE'],
]);

/** What SQLite says of disk and file where nobody has put it into words yet: SQLITE_CORRUPT, SQLITE_IOERR_READ. */
const OF_SQLITE = /^SQLITE_(?:CORRUPT|NOTADB|FULL|IOERR|READONLY|CANTOPEN|BUSY|LOCKED)(?:_|$)/;

export class SystemicFailure extends Trouble {}

// Two bad documents in one delivery happen; five out of five are no accident.
const FEWEST = 5;

/** Throws where all of `tried` (at least five) failed; `first` is what the first of them failed with. */
export function requireSomeSuccess(
  what: readonly [zh: string, en: string],
  tried: number,
  failures: readonly string[],
): void {
  if (tried < FEWEST || failures.length < tried) return;
  const [zh, en] = what;
  throw new SystemicFailure(
    `${tried} ${zh}全部因程序出错而失败，本次结果没有发布，已发布的数据不变。请检查程序是否安装完整，或报给维护者（${failures[0]}）`,
    `All ${tried} ${en} failed by an error of the program; nothing was published, published data are unchanged. Check the installation, or report (${failures[0]})`,
  );
}

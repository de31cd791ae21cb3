/** What went wrong with the warehouse, in words that tell an analyst what to do next. */

export type WarehouseErrorCode =
  | 'not_found'
  | 'no_permission'
  | 'damaged'
  | 'newer_schema'
  | 'older_schema'
  | 'busy'
  | 'disk_full'
  | 'rejected'
  | 'refused'
  | 'bad_query';

export class WarehouseError extends Error {
  readonly code: WarehouseErrorCode;
  constructor(code: WarehouseErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'WarehouseError';
    this.code = code;
  }
}

/** Prefix of SQLite's error code → our code and what to do. The first match counts. */
const TRANSLATIONS: readonly (readonly [prefix: string, code: WarehouseErrorCode, advice: string])[] = [
  [
    'SQLITE_NOTADB',
    'damaged',
    '不是 SQLite 数据库，或已加密、损坏。路径没错的话，运行 duibiao rollback 回到上一次的结果，或 duibiao rebuild 由归档重建。',
  ],
  [
    'SQLITE_CORRUPT',
    'damaged',
    '文件已损坏。原件仍在归档中：运行 duibiao rollback 回到上一次的结果，或 duibiao rebuild 由归档重建；损坏的文件会另存。',
  ],
  ['SQLITE_READONLY', 'no_permission', '没有写入权限。请检查文件及其所在文件夹的权限。'],
  ['SQLITE_PERM', 'no_permission', '没有访问权限。请检查文件及其所在文件夹的权限。'],
  ['SQLITE_AUTH', 'no_permission', '没有访问权限。请检查文件及其所在文件夹的权限。'],
  ['SQLITE_CANTOPEN', 'no_permission', '无法打开。请检查路径是否存在、是否为文件夹，以及读写权限。'],
  ['SQLITE_BUSY', 'busy', '另一个程序正在写入。请等它结束后重试。'],
  ['SQLITE_LOCKED', 'busy', '另一个程序正在写入。请等它结束后重试。'],
  ['SQLITE_FULL', 'disk_full', '磁盘空间不足。请清理空间后重新运行，已发布的数据不受影响。'],
  ['SQLITE_IOERR', 'disk_full', '磁盘读写出错。请检查磁盘空间与状态后重新运行。'],
  ['SQLITE_CONSTRAINT', 'rejected', '数据不符合表结构的约束，未写入。'],
  ['SQLITE_MISMATCH', 'rejected', '数据类型不符（金额必须是整数分），未写入。'],
];

/** SQLite's error as a WarehouseError; anything else is returned as it came. */
export function explainSqliteError(error: unknown, path: string): unknown {
  if (error instanceof WarehouseError || !(error instanceof Error)) return error;
  const sqliteCode = 'code' in error ? String(error.code) : '';
  const found = TRANSLATIONS.find(([prefix]) => sqliteCode.startsWith(prefix));
  if (found === undefined) return error;
  const [, code, advice] = found;
  return new WarehouseError(code, `数据仓库 ${path}：${advice}（${error.message}）`, error);
}

/** Any error as a sentence that says what to do, and the exit status it means. No analyst ever sees a stack. */
import { EXIT, type ExitStatus, Trouble } from './exit-status.ts';
import type { Say } from './language.ts';

export interface ExplainedError {
  sentence: string;
  status: ExitStatus;
}

export function explainError(error: unknown, say: Say): ExplainedError {
  if (error instanceof Trouble) return { sentence: say(error.message, error.english), status: error.status };
  const { name, code, message, path } = partsOf(error);
  if (name === 'CommanderError') return { sentence: usageSentence(code, message, say), status: EXIT.usage };
  if (name === 'OriginsDamaged') return { sentence: message, status: EXIT.failed };
  if (name === 'WarehouseError') {
    return {
      sentence: say(message, warehouseSentence(code, message)),
      status: code === 'bad_query' || code === 'refused' ? EXIT.usage : EXIT.failed,
    };
  }
  const system = SYSTEM_ERRORS[code];
  if (system !== undefined) {
    return {
      sentence: say(`${system[0]}：${path ?? message}`, `${system[1]}: ${path ?? message}`),
      status: EXIT.failed,
    };
  }
  return {
    sentence: say(
      `程序内部错误：${message}。已发布的数据不受影响；请加 --verbose 重新运行，把输出报给维护者`,
      `Internal error: ${message}. Published data are unharmed; run again with --verbose and report the output`,
    ),
    status: EXIT.failed,
  };
}

/** A wrong question is told in the words of the dictionary, which are Chinese. */
const WAREHOUSE_ERRORS: Readonly<Record<string, string>> = {
  not_found: 'There is no warehouse there: run nightly first, or check the path',
  no_permission: 'The warehouse may not be read or written: check the permissions of the file and its folder',
  damaged:
    'The warehouse is damaged. The originals are in the archive: run duibiao rollback for the result before, or duibiao rebuild; the damaged file is set aside',
  newer_schema:
    'The warehouse was made by a newer version of this program: upgrade, and do not write to it with this one',
  older_schema:
    'The warehouse was made by an older version: run nightly to bring it up to date, or duibiao rebuild',
  busy: 'Another program is writing to the warehouse: try again when it has ended',
  disk_full: 'The disk is full or failing: free some space and run again; what was published stays as it was',
  rejected: 'The tables refuse what was to be written; what was published stays as it was',
};
// /srv/duibiao/data/warehouse.db.next
const WAREHOUSE_PATH = /\S*\.db[\w.]*/;

function warehouseSentence(code: string, message: string): string {
  const sentence = WAREHOUSE_ERRORS[code];
  const path = WAREHOUSE_PATH.exec(message)?.[0];
  if (sentence === undefined) return message;
  return path === undefined ? sentence : `${sentence} (${path})`;
}

const SYSTEM_ERRORS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  ENOENT: ['文件或目录不存在，请检查路径', 'No such file or folder; check the path'],
  ENOTDIR: ['路径中有一段不是目录，请检查路径', 'A part of the path is not a folder; check the path'],
  EEXIST: [
    '这里已有同名文件，不能作为目录，请换一个路径',
    'A file of this name is in the way; choose another path',
  ],
  EACCES: ['没有访问权限，请检查文件及目录的权限', 'Permission denied; check the permissions'],
  EPERM: ['没有访问权限，请检查文件及目录的权限', 'Permission denied; check the permissions'],
  EROFS: ['磁盘是只读的，请换一个 --data 目录', 'The disk is read-only; choose another --data folder'],
  ENOSPC: [
    '磁盘空间不足，请清理后重新运行，已发布的数据不受影响',
    'The disk is full; free some space and run again. What was published stays as it was',
  ],
  EDQUOT: ['磁盘配额不足，请清理后重新运行', 'The disk quota is used up; free some space and run again'],
  EMFILE: ['打开的文件太多，请减少 --readers', 'Too many open files; lower --readers'],
};

interface ErrorParts {
  name: string;
  code: string;
  message: string;
  path: string | null;
}

function partsOf(error: unknown): ErrorParts {
  if (!(error instanceof Error)) return { name: '', code: '', message: String(error), path: null };
  const { code, path } = error as NodeJS.ErrnoException;
  return { name: error.name, code: String(code ?? ''), message: error.message, path: path ?? null };
}

/** Commander's codes and what they mean; `$1` is the word that it quotes: "error: unknown option '--foo'". */
const USAGE: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'commander.unknownOption': ['没有这个选项：$1', 'Unknown option: $1'],
  'commander.unknownCommand': ['没有这个命令：$1', 'Unknown command: $1'],
  'commander.missingArgument': ['缺少参数 $1', 'Missing argument $1'],
  'commander.optionMissingArgument': ['选项 $1 需要一个值', 'Option $1 needs a value'],
  'commander.excessArguments': [
    '参数太多（含空格的参数请用引号括起来）',
    'Too many arguments (put quotes around one that has spaces)',
  ],
};
// error: option '--readers <N>' argument 'x' is invalid. Allowed choices are table, csv.
// error: command-argument value 'x' is invalid for argument 'YEAR'. …
const INVALID_VALUE =
  /(?:option '(?<option>[^']+)' argument '(?<optionValue>.*)' is invalid\.|value '(?<argumentValue>.*)' is invalid for argument '(?<argument>[^']+)'\.)(?<why>.*)/s;
const QUOTED_WORD = /'([^']+)'/;
// (Did you mean --inbox?)
const SUGGESTION = /\(Did you mean (?:one of )?(.+?)\?\)/;

function usageSentence(code: string, message: string, say: Say): string {
  const suggestion = SUGGESTION.exec(message)?.[1];
  const hint =
    suggestion === undefined ? '' : say(`是不是想用 ${suggestion}？`, `Did you mean ${suggestion}? `);
  const what = translateUsage(code, message.replace(SUGGESTION, '').trim(), say);
  return `${what}${say('。', '. ')}${hint}${say('用 --help 查看用法。', 'See --help.')}`;
}

function translateUsage(code: string, message: string, say: Say): string {
  const known = USAGE[code];
  const word = QUOTED_WORD.exec(message)?.[1] ?? '';
  if (known !== undefined) return say(known[0].replace('$1', word), known[1].replace('$1', word));
  const invalid = INVALID_VALUE.exec(message)?.groups;
  if (invalid === undefined) return say(`用法不对：${message.replace(/^error: /, '')}`, message);
  const value = invalid.optionValue ?? invalid.argumentValue;
  const of = invalid.option ?? invalid.argument;
  const why = (invalid.why ?? '').trim().replace(/[.。]$/, '');
  return say(
    `${of} 的值“${value}”不对，${why.replace(/^Allowed choices are /, '可选：')}`,
    `The value "${value}" of ${of} is wrong: ${why}`,
  );
}

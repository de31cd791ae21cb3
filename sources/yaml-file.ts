/**
 * YAML that people write by hand: every complaint says file, line and field in Chinese. Shared by the registry
 * of bureaus and the settings of the program.
 */
import {
  type Document,
  isNode,
  LineCounter,
  type ParsedNode,
  parseDocument,
  type YAMLParseError,
} from 'yaml';
import type { z } from 'zod';

export interface YamlFile {
  /** As shown in complaints. */
  file: string;
  document: Document.Parsed;
  lines: LineCounter;
}

export type FieldPath = readonly (string | number)[];

/** Aliases may repeat, but a file of a few lines must not unfold into gigabytes. */
const MOST_ALIASES = 50;

/** `errors` are Chinese sentences; where there are any, the document holds what could be read. */
export function parseYaml(file: string, text: string): { yaml: YamlFile; errors: string[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const yaml: YamlFile = { file, document, lines };
  const endless = unfolds(document) ? [] : [`${file}：别名（*名称）展开后太大，请写成普通内容`];
  return {
    yaml,
    errors: [...document.errors.map((error) => `${place(yaml, error)}：${sayYamlError(error)}`), ...endless],
  };
}

function unfolds(document: Document.Parsed): boolean {
  try {
    document.toJS({ maxAliasCount: MOST_ALIASES });
    return true;
  } catch {
    return false;
  }
}

/** The plain values of the document, or of the node at `path`. */
export function plainValue(yaml: YamlFile, path: FieldPath = []): unknown {
  const node = path.length === 0 ? yaml.document : yaml.document.getIn(path, true);
  if (node === undefined || node === null) return undefined;
  return (node as ParsedNode).toJS(yaml.document, { maxAliasCount: MOST_ALIASES });
}

/** Line from 1 of the field, or of the nearest field around it that is written down. */
export function lineOf(yaml: YamlFile, path: FieldPath): number {
  for (let length = path.length; length > 0; length--) {
    const node = yaml.document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return yaml.lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** "bureaus.yml 第12行 bureaus[3].names.official：不能为空" for every issue that zod raised below `at`. */
export function sayIssues(yaml: YamlFile, error: z.ZodError, at: FieldPath = []): string[] {
  const said = error.issues.flatMap((issue) => {
    const path = [...at, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))];
    if (issue.code !== 'unrecognized_keys') return [{ path, what: sayIssue(issue) }];
    return issue.keys.map((key) => ({ path: [...path, key], what: '没有这个字段，请核对拼写' }));
  });
  return said
    .map(({ path, what }) => ({ line: lineOf(yaml, path), text: complain(yaml, path, what) }))
    .sort((a, b) => a.line - b.line)
    .map(({ text }) => text);
}

/** One complaint of our own about a field. */
export function complain(yaml: YamlFile, path: FieldPath, what: string): string {
  return `${whereIs(yaml, path)}：${what}`;
}

function whereIs(yaml: YamlFile, path: FieldPath): string {
  return `${yaml.file} 第${lineOf(yaml, path)}行 ${printPath(path)}`.trimEnd();
}

/** bureaus[3].names.official */
function printPath(path: FieldPath): string {
  return path.reduce<string>(
    (text, part) => text + (typeof part === 'number' ? `[${part}]` : text === '' ? part : `.${part}`),
    '',
  );
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: '文字（数字和日期请加引号）',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表（每项以“- ”开头）',
  object: '带字段的一组内容',
};
const HAN = /\p{Script=Han}/u;

function sayIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && !HAN.test(issue.message)) {
    if (issue.input === undefined && /undefined/.test(issue.message)) return '不能缺少';
    return `应为${TYPE_NAMES[issue.expected] ?? issue.expected}`;
  }
  if (HAN.test(issue.message)) return issue.message;
  if (issue.code === 'too_small') return `不应小于 ${issue.minimum}`;
  if (issue.code === 'too_big') return `不应大于 ${issue.maximum}`;
  return `格式不对（${issue.message}）`;
}

function place(yaml: YamlFile, error: YAMLParseError): string {
  const { line, col } = yaml.lines.linePos(error.pos[0]);
  return `${yaml.file} 第${line}行第${col}列`;
}

const YAML_ERRORS: Readonly<Partial<Record<YAMLParseError['code'], string>>> = {
  DUPLICATE_KEY: '同一个字段写了两次',
  BAD_INDENT: '缩进不对',
  TAB_AS_INDENT: '缩进请用空格，不要用制表符',
  MISSING_CHAR: '缺少符号（常见：冒号后面要有空格，引号要成对）',
  MULTILINE_IMPLICIT_KEY: '字段名不能跨行：上一行可能少了引号或冒号',
  BAD_ALIAS: '引用的别名不存在',
  UNEXPECTED_TOKEN: '这里出现了不该有的内容',
};

function sayYamlError(error: YAMLParseError): string {
  return YAML_ERRORS[error.code] ?? `YAML 写法不对（${error.message.split('\n')[0]}）`;
}

/**
 * What is said of settings and registries, for those who read English. Longer phrases first: "不能缺少" within another
 * would be taken out of it.
 */
const ENGLISH: readonly (readonly [zh: RegExp, en: string])[] = [
  [/ 第(\d+)行第(\d+)列/g, ' line $1, column $2'],
  [/ 第(\d+)行/g, ' line $1'],
  [/没有这个字段，请核对拼写/g, 'no such field, check the spelling'],
  [/别名（\*名称）展开后太大，请写成普通内容/g, 'aliases unfold too far, write them out'],
  [/登记目录不存在：/g, 'there is no folder of the registry: '],
  [/同一个字段写了两次/g, 'a field that is written twice'],
  [/缩进请用空格，不要用制表符/g, 'indent with spaces, not with tabs'],
  [/缩进不对/g, 'wrong indentation'],
  [/缺少符号（常见：冒号后面要有空格，引号要成对）/g, 'a sign is missing (a space after a colon, a quote)'],
  [
    /字段名不能跨行：上一行可能少了引号或冒号/g,
    'a field name over two lines: the line before may lack a quote or a colon',
  ],
  [/引用的别名不存在/g, 'no such alias'],
  [/这里出现了不该有的内容/g, 'something that does not belong here'],
  [/YAML 写法不对（(.*)）/g, 'no YAML ($1)'],
  [/应写成 http:\/\/主机:端口，或 none（不用代理）/g, 'write http://host:port, or none'],
  [/应写成 主机:端口，如 /g, 'write host:port, such as '],
  [/只能用英文字母、数字和符号/g, 'letters, digits and signs of ASCII only'],
  [/应为文字（数字和日期请加引号）/g, 'should be text (put quotes around numbers and dates)'],
  [/应为列表（每项以“- ”开头）/g, 'should be a list (each entry begins with "- ")'],
  [/应为带字段的一组内容/g, 'should have fields'],
  [/应为整数/g, 'should be a whole number'],
  [/应为数字/g, 'should be a number'],
  [/应为/g, 'should be '],
  [/不应小于 /g, 'should not be less than '],
  [/不应大于 /g, 'should not be more than '],
  [/格式不对（(.*)）/g, 'wrong form ($1)'],
  [/不能缺少/g, 'must not be missing'],
  [/：/g, ': '],
];

/** A complaint in English as far as it is made of the phrases of this file; the rest stays as it was written. */
export function inEnglish(complaint: string): string {
  return ENGLISH.reduce((text, [zh, en]) => text.replace(zh, en), complaint);
}

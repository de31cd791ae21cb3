/** Changes in both languages: the warehouse notes them in Chinese, put together from names and a few phrases. */
import type BetterSqlite3 from 'better-sqlite3';
import { METRICS } from '../transforms/metrics/index.ts';
import { economicName } from '../transforms/vocabulary/economic-codes.ts';
import { functionName } from '../transforms/vocabulary/function-codes.ts';
import { FUND_FORMS } from '../transforms/vocabulary/funds.ts';
import { PHASE_FORMS } from '../transforms/vocabulary/phases.ts';
import type { ChangeView } from '../warehouse/schema.ts';
import { provinceName } from './province-name.ts';
import { reasonTranslator } from './reason-words.ts';
import {
  basisInWords,
  CHANGE_KIND_WORDS,
  DOCUMENT_STATE_WORDS,
  FUND_WORDS,
  inLanguage,
  type Language,
  METRIC_STATUS_WORDS,
  OBSERVATION_STATUS_WORDS,
  PHASE_WORDS,
  peerGroupInWords,
  SEVERITY_WORDS,
  type Word,
} from './words.ts';

/** Phrases of warehouse/changes.ts; what follows a colon is the name of a file, or a reason. */
const PHRASES: readonly Word[] = [
  ['新收录，读到 ', 'collected; figures read: '],
  ['原先不再收录，现在已读取', 'was not collected any more, and is read now'],
  ['原先被隔离，现在已读取', 'was quarantined, and is read now'],
  ['被取代：', 'superseded by '],
  ['人工更正：', 'corrected by a person: '],
  ['新收录文件：', 'a new document: '],
  ['改据另一文件：', 'another document decides: '],
  ['读取规则更新后重读：', 'read again by newer rules: '],
  ['核对后改变：', 'reconciled anew: '],
  ['核对后新增：', 'reconciled anew: '],
  ['文件被取代或不再收录：', 'its document was superseded or is gone: '],
  ['文件被隔离：', 'its document was quarantined: '],
  ['读取或核对规则更新：', 'newer rules of reading or reconciling: '],
  ['所用数字改变', 'a figure it rests on changed'],
  ['本单位指标值改变', 'its own value changed'],
  ['同类个数 ', 'number of peers '],
  ['同类单位的值改变', 'values of its peers changed'],
  ['多份文件', 'several documents'],
  ['已发布的数据仓库由不同版本建立，未逐条比较', 'the published warehouse was made by another version'],
];
/** "新收录，读到 12 个数字" */
const FIGURES_READ = / 个数字$/u;

/** "rank_changed 另有 310 处，未逐条列出" */
const LEFT_OUT = /^(\S+) 另有 (\d+) 处，未逐条列出$/u;

/** "状态 ok → suspect_input": reasons that name what the warehouse stores, before and after. */
const TURNS: readonly (readonly [
  turn: RegExp,
  name: Word,
  side: (id: string, language: Language) => string,
])[] = [
  [/^状态 (.*) → (.*)$/su, ['状态', 'status'], stateInWords],
  [/^口径 (.*) → (.*)$/su, ['口径', 'basis'], basisInWords],
  [/^同类组 (.*) → (.*)$/su, ['同类组', 'peer group'], groupOrNone],
];

const STATES: Readonly<Record<string, Word>> = {
  ...OBSERVATION_STATUS_WORDS,
  ...METRIC_STATUS_WORDS,
  ...DOCUMENT_STATE_WORDS,
  ...SEVERITY_WORDS,
};

/** Kinds whose reason is that of the document's state. */
const STATE_REASONS: ReadonlySet<ChangeView['kind']> = new Set(['document_gone', 'document_quarantined']);

type Change = Pick<ChangeView, 'kind' | 'key' | 'what' | 'why' | 'fiscal_year'>;

export type ChangeInWords = (change: Change, language?: Language) => { what: string; why: string };

/** "witnesses.disagree：2024年…": a finding is told by its message alone. */
const CHECK_ID = /^[a-z_.\d]+：/u;

/** In English unless asked otherwise. Names that the warehouse knows; what it does not know (projects, files, reasons) stays as it was printed. */
export function changeTranslator(sqlite: BetterSqlite3.Database): ChangeInWords {
  const concepts = sqlite
    .prepare<[], { zh: string; en: string }>('SELECT name_zh AS zh, name_en AS en FROM concepts')
    .all();
  const names = new Map<string, string>([
    ...concepts.map(({ zh, en }) => [zh, en] as const),
    ...PHASE_FORMS.map(({ value, zh }) => [zh, PHASE_WORDS[value][1]] as const),
    ...FUND_FORMS.map(({ value, zh }) => [zh, FUND_WORDS[value][1]] as const),
    ...METRICS.map(({ zh, en }) => [zh, en] as const),
    ['单位', 'unit'],
  ]);
  const messageOf = sqlite
    .prepare<[string], string>('SELECT message_en FROM finding_rows WHERE finding_id = ?')
    .pluck();
  const reasonInEnglish = reasonTranslator(sqlite);
  const subjectOf = ({ kind, key, what, fiscal_year }: Change, language: Language): string => {
    const isFinding = kind === 'finding_new' || kind === 'finding_gone';
    if (isFinding) return (language === 'en' ? messageOf.get(key) : undefined) ?? what.replace(CHECK_ID, '');
    const parts = what.split(' · ');
    if (language === 'zh') return parts.map((part) => withName(part, fiscal_year)).join(' · ');
    return parts.map((part) => names.get(part) ?? part).join(' · ');
  };
  return (change, language = 'en') => ({
    what: subjectOf(change, language),
    why:
      language === 'en' && STATE_REASONS.has(change.kind)
        ? reasonInEnglish(change.why)
        : whyInWords(change.why, language),
  });
}

/** "2101501", "30217" */
const CODE = /^\d{3}(?:\d\d){0,2}$/u;

/** "30217" → "30217 公务接待费", as it was called that year. */
function withName(part: string, year: number | null): string {
  if (!CODE.test(part)) return part;
  const name = functionName(part, year ?? undefined) ?? economicName(part, year ?? undefined);
  return name === null ? part : `${part} ${name}`;
}

/** The state of a document, figure, metric value or finding before or after a change; else as it is ("3 / 7"). */
export function stateInWords(state: string, language: Language): string {
  const known = STATES[state];
  return known === undefined ? state : inLanguage(known, language);
}

/** The reason without ids of the warehouse; reasons that quote a document or a person stay as they were noted. */
export function whyInWords(why: string, language: Language): string {
  const [, kind, count] = LEFT_OUT.exec(why) ?? [];
  if (kind !== undefined) {
    const word = CHANGE_KIND_WORDS[kind as ChangeView['kind']];
    const name = word === undefined ? kind : inLanguage(word, language);
    return inLanguage(
      [`${name}：另有 ${count} 处，未逐条列出`, `${name}: ${count} more, not listed`],
      language,
    );
  }
  for (const [turn, name, side] of TURNS) {
    const [, before, after] = turn.exec(why) ?? [];
    if (before === undefined || after === undefined) continue;
    const [from, to] = [side(before, language), side(after, language)];
    return inLanguage([`${name[0]}由“${from}”变为“${to}”`, `${name[1]} from “${from}” to “${to}”`], language);
  }
  return language === 'en' ? phraseInEnglish(why) : why;
}

function groupOrNone(group: string, language: Language): string {
  return group === '无'
    ? inLanguage(['无', 'none'], language)
    : peerGroupInWords(group, language, provinceName);
}

function phraseInEnglish(why: string): string {
  const phrase = PHRASES.find(([zh]) => why.startsWith(zh));
  if (phrase === undefined) return why;
  return phrase[1] + why.slice(phrase[0].length).replace(FIGURES_READ, '');
}

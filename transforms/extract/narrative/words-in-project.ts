/** In a text about one project its name says nothing new, and some words say more than elsewhere: 使用 is spending there, 安排 a budget. */
import type { Meaning } from '../../layouts/narrative/word.ts';
import type { NumberToken } from '../../parse/amount.ts';
import type { Word } from './lex.ts';
import { yearOf } from './phrase.ts';

const READ_AS: readonly (readonly [RegExp, Meaning | 'unread'])[] = [
  [/^(?:使用的?|支付|列支|开支的?|执行|实际执行|实际发放)$/, { kind: 'phase', phase: 'actual' }],
  [/^安排的?$/, { kind: 'phase', phase: 'bare' }],
  [/^(?:批复|实际|已|本年度?|本年数)$/, { kind: 'filler' }],
  [/^(?:预算)?执行率$/, { kind: 'concept', concept: 'rate.execution' }],
  [/^(?:项目|专项)(?:资金|经费)$|^专项资金$/, { kind: 'filler' }],
  // What one government gives is a part of the money, and the change of a budget is no budget.
  [/^[市县区省州](?:级)?财政$|^本级财政$|^调整预算$|^调整$/, 'unread'],
  // "同类项目", "各项目", "下属单位" are others; 预算支出 may be planned or spent.
  [/^(?:类|各|下属|所属各?|各预算单位|预算单位|预算支出数?)$/, 'unread'],
];
/** "全年累计支出" is of one year; other cumulative figures may be of several. */
const OF_ONE_YEAR = /^(?:全年|本年度?|当年|年度)$/;

export function wordsInProject(words: readonly Word[], numbers: readonly NumberToken[]): Word[] {
  const severalYears = namesSeveralYears(words, numbers);
  return words.map((word, at) => {
    if (severalYears && word.kind === 'number' && yearOf(numbers[word.index]) !== null) return unread(word);
    if (word.text === '自评' && isScore(words[at + 1], numbers)) return SCORE;
    if (word.text === '累计' && !OF_ONE_YEAR.test(words[at - 1]?.text ?? '')) return unread(word);
    if (word.text === '发放' && OF_ONE_YEAR.test(words[at - 1]?.text ?? '')) return SPENT;
    const found = READ_AS.find(([form]) => form.test(word.text))?.[1];
    if (found === undefined || word.kind === 'number' || word.kind === 'item') return word;
    return found === 'unread' ? unread(word) : { ...found, text: word.text };
  });
}

/** "本项目自评98分" */
const isScore = (next: Word | undefined, numbers: readonly NumberToken[]): boolean =>
  next?.kind === 'number' && numbers[next.index]?.unit === '分';
/** "全年发放资金107.5万元": what was given to those it is for. "每人发放500元" is no sum of a year. */
const SPENT: Word = { kind: 'phase', phase: 'actual', text: '发放' };
const SCORE: Word = { kind: 'concept', concept: 'evaluation.score', text: '自评' };

/** "2020年、2021年支出400万元" is of no one year; "2021年比2020年" is. */
function namesSeveralYears(words: readonly Word[], numbers: readonly NumberToken[]): boolean {
  const years = words.flatMap((word) => (word.kind === 'number' ? (yearOf(numbers[word.index]) ?? []) : []));
  return new Set(years).size > 1 && words.every(({ kind }) => kind !== 'compare');
}

const unread = ({ text }: Word): Word => ({ kind: 'other', text });

/** "该项目", "本专项资金" */
const THIS = /对?(?:该|本|此)(?:项)?(?:项目|专项资金|专项|资金|经费)/;
/** A name ends the same with or without 项目; a name of two characters would be found inside of others. */
const SHORTEST_NAME = 3;

/** The clause without the project's name; `named` where it was there. */
export function withoutProject(clause: string, printed: string): { text: string; named: boolean } {
  const project = printed.replace(/[“”"「」]/g, '');
  const at = project.length >= SHORTEST_NAME ? clause.indexOf(project) : -1;
  if (at >= 0) return { text: clause.slice(0, at) + clause.slice(at + project.length), named: true };
  const short = shortName(clause, project);
  if (short !== null) return { text: clause.replace(short, ''), named: true };
  return { text: clause.replace(THIS, ''), named: false };
}

/** "养护经费实际支出20万元" in the report on 示例县道路养护经费: the end of the name, in front of its clause. */
function shortName(clause: string, project: string): string | null {
  const start = clause.replace(DATES, '');
  for (let length = project.length - 1; length >= SHORTEST_END; length--)
    if (start.startsWith(project.slice(-length))) return project.slice(-length);
  return null;
}

const DATES = /^[\ue000-\uefff]+/;
/** "养护经费"; "经费" alone is no name. */
const SHORTEST_END = 4;

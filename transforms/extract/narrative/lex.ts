/** Cuts a clause into words of the narrative grammar, longest first; what is no word stays visible as `other`. */
import { NARRATIVE_WORDS } from '../../layouts/narrative/index.ts';
import type { Meaning } from '../../layouts/narrative/word.ts';
import { LongestMatch } from '../../parse/longest-match.ts';
import { expandForms } from './expand-forms.ts';
import { EQUIPMENT_OVER_1M, itemIndex, numberIndex, OTHER_EQUIPMENT } from './marks.ts';
import { nameAt } from './name-at.ts';

export type Word =
  | (Meaning & { text: string })
  | { kind: 'number'; index: number; text: string }
  | { kind: 'item'; index: number; text: string }
  | { kind: 'other'; text: string };

const WORDS = new LongestMatch<Meaning>([
  ...NARRATIVE_WORDS.flatMap(({ means, forms }) =>
    forms.flatMap(expandForms).flatMap((form): [string, Meaning][] => (form === '' ? [] : [[form, means]])),
  ),
  [EQUIPMENT_OVER_1M, { kind: 'concept', concept: 'asset.equipment_over_1m' }],
  [OTHER_EQUIPMENT, { kind: 'outside', reason: '设备单价界限不是100万元，词汇表没有这一项' }],
]);

/** Words of a clause in order; names of the classifications are words too. */
export function lex(clause: string): Word[] {
  const words: Word[] = [];
  for (let at = 0; at < clause.length; ) {
    const last = words.at(-1);
    const word = inPlace(wordAt(clause, at), last);
    if (word.kind === 'other' && last?.kind === 'other') words[words.length - 1] = merge(last, word);
    else words.push(word);
    at += word.text.length;
  }
  return words;
}

/** 初 and 末 stand behind a year ("2023年末"); in 初中 and 期末 they are no words of ours. */
function inPlace(word: Word, last: Word | undefined): Word {
  const bare = word.kind === 'year_point' && word.text.length === 1;
  return bare && last?.kind !== 'number' ? { kind: 'other', text: word.text } : word;
}

function merge(last: { text: string }, next: { text: string }): Word {
  return { kind: 'other', text: last.text + next.text };
}

function wordAt(clause: string, at: number): Word {
  const character = clause[at]!;
  const number = numberIndex(character);
  if (number !== null) return { kind: 'number', index: number, text: character };
  const item = itemIndex(character);
  if (item !== null) return { kind: 'item', index: item, text: character };
  const listed = WORDS.at(clause, at);
  const named = nameAt(clause, at);
  if (named !== null && named.length > (listed?.word.length ?? 0))
    return { ...named.means, text: clause.slice(at, at + named.length) };
  return listed === null ? { kind: 'other', text: character } : { ...listed.value, text: listed.word };
}

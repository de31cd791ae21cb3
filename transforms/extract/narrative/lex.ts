/** Cuts a clause into words of the narrative grammar, longest first; what is no word stays visible as `other`. */
import { NARRATIVE_WORDS } from '../../layouts/narrative/index.ts';
import type { Meaning } from '../../layouts/narrative/word.ts';
import { expandForms } from './expand-forms.ts';
import { EQUIPMENT_OVER_1M, itemIndex, numberIndex, OTHER_EQUIPMENT } from './marks.ts';

export type Word =
  | (Meaning & { text: string })
  | { kind: 'number'; index: number; text: string }
  | { kind: 'item'; index: number; text: string }
  | { kind: 'other'; text: string };

const meaningOf = new Map<string, Meaning>();
/** How long the forms are that begin with a character, longest first. */
const lengthsFrom = new Map<string, readonly number[]>();
for (const { means, forms } of NARRATIVE_WORDS) {
  for (const form of forms.flatMap(expandForms)) {
    if (form === '' || meaningOf.has(form)) continue;
    meaningOf.set(form, means);
    addLength(form);
  }
}
meaningOf.set(EQUIPMENT_OVER_1M, { kind: 'concept', concept: 'asset.equipment_over_1m' });
meaningOf.set(OTHER_EQUIPMENT, { kind: 'outside', reason: '设备单价界限不是100万元，词汇表没有这一项' });
addLength(EQUIPMENT_OVER_1M);
addLength(OTHER_EQUIPMENT);

function addLength(form: string): void {
  const known = lengthsFrom.get(form[0]!) ?? [];
  if (!known.includes(form.length))
    lengthsFrom.set(
      form[0]!,
      [...known, form.length].sort((a, b) => b - a),
    );
}

/** Words of a clause in order. `nameAt` recognises the names of a classification, which are too many to list here. */
export function lex(
  clause: string,
  nameAt: (text: string) => { length: number; means: Meaning } | null,
): Word[] {
  const words: Word[] = [];
  for (let at = 0; at < clause.length; ) {
    const last = words.at(-1);
    const word = inPlace(wordAt(clause, at, nameAt), last);
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

function wordAt(
  clause: string,
  at: number,
  nameAt: (text: string) => { length: number; means: Meaning } | null,
): Word {
  const character = clause[at]!;
  const number = numberIndex(character);
  if (number !== null) return { kind: 'number', index: number, text: character };
  const item = itemIndex(character);
  if (item !== null) return { kind: 'item', index: item, text: character };
  const listed = listedAt(clause, at);
  const named = nameAt(clause.slice(at));
  if (named !== null && named.length > (listed?.text.length ?? 0))
    return { ...named.means, text: clause.slice(at, at + named.length) };
  return listed ?? { kind: 'other', text: character };
}

function listedAt(clause: string, at: number): Word | null {
  for (const length of lengthsFrom.get(clause[at]!) ?? []) {
    const text = clause.slice(at, at + length);
    const means = meaningOf.get(text);
    if (means !== undefined) return { ...means, text };
  }
  return null;
}

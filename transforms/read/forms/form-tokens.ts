/** A text as the labels of a form, the figures between them, and whatever else stands there. */
import { type ColumnRole, FORM_WORDS, type FormWordKind, formWordPattern } from './form-words.ts';

export interface FormToken {
  kind: FormWordKind | 'figure' | 'dash' | 'words';
  role: ColumnRole | null;
  text: string;
  start: number;
  end: number;
}

/** A run of digits, dots and percent signs: one figure ("12. 34" is one too), or several that stick together. A sign of comparison makes it a target. */
const FIGURE =
  '(?<![≥≤><=\\dA-Za-z.])(?!\\d{1,2}[.、]\\p{Script=Han})\\d+(?:[.,]\\d+|\\. \\d{1,2}(?![\\d.])| \\.\\d{1,2}(?![\\d.]))*(?:%\\d+(?:\\.\\d+)?)?%?(?![A-Za-z])';
const DASH = '(?<=[\\s|])[-—–－/]{1,3}(?=[\\s|]|$)';
const TOKEN = new RegExp(
  [...FORM_WORDS.map((word) => `(${formWordPattern(word)})`), `(${FIGURE})`, `(${DASH})`].join('|'),
  'gu',
);

export function formTokens(text: string): FormToken[] {
  const tokens: FormToken[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > end) tokens.push(words(text, end, match.index));
    const group = match.slice(1).findIndex((one) => one !== undefined);
    const word = FORM_WORDS[group];
    const kind = word?.kind ?? (group === FORM_WORDS.length ? 'figure' : 'dash');
    end = match.index + match[0].length;
    tokens.push({ kind, role: word?.role ?? null, text: match[0], start: match.index, end });
  }
  if (end < text.length) tokens.push(words(text, end, text.length));
  return tokens;
}

function words(text: string, start: number, end: number): FormToken {
  return { kind: 'words', role: null, text: text.slice(start, end), start, end };
}

/** Spaces, rules, brackets and units (9.5分): nothing that says what a figure means. */
export function isFiller({ kind, text }: FormToken): boolean {
  return (
    kind === 'words' &&
    /^[\s|、,，:：()（）]*(?:分|[(（]?\s*(?:单位[:：])?\s*[万千亿]?元\s*[)）]?)?[\s|、,，:：()（）]*$/.test(
      text,
    )
  );
}

/**
 * A dictionary that is asked at every character of a text which of its words begins there. Most places begin none: the
 * first two characters tell.
 */
export class LongestMatch<Value> {
  readonly #values = new Map<string, Value>();
  /** How long the words are that begin with two characters, longest first; words of one character stand under it alone. */
  readonly #lengths = new Map<string, number[]>();

  /** The first value of a word stays. Words are not empty. */
  constructor(words: Iterable<readonly [string, Value]>) {
    for (const [word, value] of words) {
      if (this.#values.has(word)) continue;
      this.#values.set(word, value);
      const beginning = word.slice(0, 2);
      const lengths = this.#lengths.get(beginning);
      if (lengths === undefined) this.#lengths.set(beginning, [word.length]);
      else if (!lengths.includes(word.length)) lengths.push(word.length);
    }
    for (const lengths of this.#lengths.values()) lengths.sort((a, b) => b - a);
  }

  /** The longest word that stands at `at`; null where none does. */
  at(text: string, at: number): { word: string; value: Value } | null {
    const lengths = this.#lengths.get(text.slice(at, at + 2));
    if (lengths !== undefined)
      for (const length of lengths) {
        const word = text.slice(at, at + length);
        const value = this.#values.get(word);
        if (value !== undefined && word.length === length) return { word, value };
      }
    const first = text.slice(at, at + 1);
    const value = this.#lengths.has(first) ? this.#values.get(first) : undefined;
    return value === undefined ? null : { word: first, value };
  }
}

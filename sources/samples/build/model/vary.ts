/** Invented figures that look unplanned and are the same on every machine: a share drawn from a name. */

/** Between 0 (included) and 1 (not), always the same for the same words (FNV-1a, 32 bits). */
export function drawn(...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of words.join('|')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  // FNV leaves the high bits of short words alike; two rounds of mixing spread them.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0;
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x100000000;
}

/** Between `low` and `high`. */
export function between(low: number, high: number, ...words: readonly (string | number)[]): number {
  return low + (high - low) * drawn(...words);
}

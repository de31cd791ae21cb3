/** Text in the encoding of Chinese office software. The platform only decodes it, so its table is read backwards. */

const codes: ReadonlyMap<string, readonly number[]> = new Map(twoByteCodes());

/** Throws where a character has no code of one or two bytes. */
export function gb18030(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((character) => {
      if (character.charCodeAt(0) < 0x80) return [character.charCodeAt(0)];
      const code = codes.get(character);
      if (code === undefined) throw new Error(`no code of two bytes for ${character}`);
      return code;
    }),
  );
}

function* twoByteCodes(): Generator<[string, readonly number[]]> {
  const decoder = new TextDecoder('gb18030');
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      if (second === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(first, second));
      if ([...character].length === 1 && character !== '\uFFFD') yield [character, [first, second]];
    }
  }
}

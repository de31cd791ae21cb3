/** Text as bytes of GBK, which Node can only read: the table of its two-byte characters, turned around. */
const codes = new Map<string, readonly [number, number]>();
const decoder = new TextDecoder('gbk');
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    if (trail !== 0x7f) codes.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
  }
}

export function gbk(text: string): Buffer {
  return Buffer.from(
    [...text].flatMap((character) => {
      const code = character.codePointAt(0)!;
      if (code < 0x80) return [code];
      const pair = codes.get(character);
      if (pair === undefined) throw new Error(`${character} is not in GBK`);
      return [...pair];
    }),
  );
}

/** RAR 5 archives whose members are stored as they are, by the format that RARLAB publishes (technote, "RAR 5.0 archive format"). */
import { crc32 } from '../../sources/crc32.ts';

const SIGNATURE = [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0x01, 0x00];
const MAIN = 1;
const FILE = 2;
const END = 5;
const HAS_DATA = 2;
const HAS_CRC = 4;
const ON_UNIX = 1;

/** Names may be anything: what an archive says they are. */
export function storedRar(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const parts = Object.entries(files).flatMap(([name, bytes]) => {
    const encoded = new TextEncoder().encode(name);
    const fields = [
      ...[...vint(HAS_CRC), ...vint(bytes.length), ...vint(0o100644), ...u32(crc32(bytes))],
      ...[...vint(0), ...vint(ON_UNIX), ...vint(encoded.length), ...encoded],
    ];
    return [...header(FILE, [...vint(HAS_DATA), ...vint(bytes.length), ...fields]), ...bytes];
  });
  return Uint8Array.from([
    ...[...SIGNATURE, ...header(MAIN, [...vint(0), ...vint(0)])],
    ...[...parts, ...header(END, [...vint(0), ...vint(0)])],
  ]);
}

function header(type: number, body: readonly number[]): number[] {
  const content = [...vint(type), ...body];
  const sized = [...vint(content.length), ...content];
  return [...u32(crc32(Uint8Array.from(sized))), ...sized];
}

function vint(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...vint(Math.floor(value / 128))];
}

function u32(value: number): number[] {
  return [0, 8, 16, 24].map((shift) => (value >>> shift) & 0xff);
}

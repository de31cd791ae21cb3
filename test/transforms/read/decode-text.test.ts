import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../transforms/read/decode-text.ts';
import { UnreadableDocument } from '../../../transforms/read/document.ts';

const TEXT = '示例县财政局2024年度部门决算\n一、收入总计12.30万元。\n二、支出总计12.30万元。\n';
const utf8 = new TextEncoder().encode(TEXT);
/** 部门决算 in GB18030, line by line long enough to be told from noise. */
const GBK = new Uint8Array([0xb2, 0xbf, 0xc3, 0xc5, 0xbe, 0xf6, 0xcb, 0xe3]);

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? '\uFEFF' : ''), ...text].map((character) => character.charCodeAt(0));
  return new Uint8Array(
    units.flatMap((unit) => (littleEndian ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
}

function codeOf(bytes: Uint8Array): string {
  try {
    decodeText(bytes);
  } catch (error) {
    if (error instanceof UnreadableDocument) return error.code;
    throw error;
  }
  return 'read';
}

describe('decodeText', () => {
  it.each([
    ['UTF-8', utf8, 'utf-8'],
    ['UTF-8 with BOM', new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]), 'utf-8'],
    ['UTF-16LE with BOM', utf16(TEXT, true, true), 'utf-16le'],
    ['UTF-16BE with BOM', utf16(TEXT, false, true), 'utf-16be'],
    ['UTF-16LE without BOM', utf16(TEXT, true, false), 'utf-16le'],
    ['UTF-16BE without BOM', utf16(TEXT, false, false), 'utf-16be'],
  ])('reads %s', (_, bytes, encoding) => {
    const decoded = decodeText(bytes);
    expect(decoded.text).toBe(TEXT);
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.notes).toEqual([]);
  });

  it('reads GB18030 where the bytes are no UTF-8 and read as Chinese', () => {
    const decoded = decodeText(GBK);
    expect(decoded).toMatchObject({ text: '部门决算', encoding: 'gb18030', replacements: 0 });
  });

  it('keeps a UTF-8 text whose last character was cut off, with a note', () => {
    const decoded = decodeText(utf8.slice(0, -3));
    expect(decoded.encoding).toBe('utf-8');
    expect(decoded.replacements).toBe(1);
    expect(decoded.notes[0]).toMatchObject({ code: 'broken_characters', location: { line: 3 } });
  });

  it('keeps a UTF-8 text with two broken bytes inside', () => {
    const broken = Uint8Array.from(utf8);
    broken[4] = 0xff;
    broken[40] = 0xff;
    expect(decodeText(broken).encoding).toBe('utf-8');
  });

  it('reads plain ASCII', () => {
    expect(decodeText(new TextEncoder().encode('a\tb\n1\t2\n')).encoding).toBe('utf-8');
  });

  it.each([
    ['empty_file', new Uint8Array()],
    ['empty_file', new TextEncoder().encode(' \n\u3000\n')],
    ['binary_content', new Uint8Array([1, 0, 2, 0, 3, 7, 0, 0, 9])],
    ['binary_content', new Uint8Array(200).fill(3)],
    ['undecodable_text', new Uint8Array(Array.from({ length: 300 }, (_, i) => 0x80 + ((i * 37) % 0x7f)))],
  ])('refuses with %s what is no text', (code, bytes) => {
    expect(codeOf(bytes)).toBe(code);
  });
});

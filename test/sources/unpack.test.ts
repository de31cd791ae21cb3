import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../sources/crc32.ts';
import { DEFAULT_UNPACK_LIMITS, eachMember, isArchive, safeName, unpack } from '../../sources/unpack.ts';

const names = (bytes: Uint8Array) => unpack(bytes).members.map(({ name }) => name);
const codes = (bytes: Uint8Array, limits = {}) =>
  unpack(bytes, { ...DEFAULT_UNPACK_LIMITS, ...limits }).lost.map(({ code }) => code);

/** Replaces bytes wherever they stand, the directory included. */
function replaced(zip: Uint8Array, from: string, to: Buffer): Uint8Array {
  const copy = Buffer.from(zip);
  for (let at = copy.indexOf(from); at !== -1; at = copy.indexOf(from, at + 1)) to.copy(copy, at);
  return new Uint8Array(copy);
}

describe('unpacking', () => {
  it('gives members with their bytes in the order of the directory', () => {
    const { members, lost } = unpack(
      zipSync({ '乙.txt': strToU8('二'), '甲/一.txt': strToU8('一'.repeat(1000)) }),
    );
    expect(lost).toEqual([]);
    expect(members.map(({ name, bytes }) => [name, Buffer.from(bytes).toString().length])).toEqual([
      ['乙.txt', 1],
      ['甲/一.txt', 1000],
    ]);
  });

  it('reads names of a Chinese Windows, which are GBK and do not say so', () => {
    // 决算.txt in GBK is as long as AAAA.txt.
    const zip = replaced(zipSync({ 'AAAA.txt': strToU8('一') }), 'AAAA', Buffer.from('bef6cbe3', 'hex'));
    expect(names(zip)).toEqual(['决算.txt']);
  });

  it('leaves folders and what file managers add out', () => {
    const zip = zipSync({
      'a/': new Uint8Array(),
      '__MACOSX/._a.txt': strToU8('x'),
      'a/.DS_Store': strToU8('x'),
      'a/Thumbs.db': strToU8('x'),
      '~$a.docx': strToU8('x'),
      'a/b.txt': strToU8('x'),
    });
    expect(names(zip)).toEqual(['a/b.txt']);
  });

  it.each([
    ['../../etc/passwd', 'etc/passwd'],
    ['/etc/passwd', 'etc/passwd'],
    ['C:/Windows/a.xls', 'Windows/a.xls'],
    ['a/./../b.txt', 'a/b.txt'],
    ['a\u0000b\u202etxt.exe', 'abtxt.exe'],
    ['..', '无名文件'],
  ])('makes the name %j safe', (name, safe) => {
    expect(safeName(name)).toBe(safe);
  });

  it('never leaves a part in a name that leads out', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const parts = safeName(name).split('/');
        return !parts.includes('..') && !parts.includes('') && !/[\u0000-\u001f]/.test(safeName(name));
      }),
    );
  });

  it('keeps two members of one name apart', () => {
    const zip = replaced(
      zipSync({ 'b.txt': strToU8('1'), 'c.txt': strToU8('2') }),
      'c.txt',
      Buffer.from('b.txt'),
    );
    const taken: string[] = [];
    eachMember(zip, DEFAULT_UNPACK_LIMITS, ({ name }) => taken.push(name));
    expect(taken).toEqual(['b.txt', 'b.txt~2']);
  });

  it('opens archives in archives as deep as allowed', () => {
    const zip = zipSync({
      'a.zip': zipSync({ 'b.zip': zipSync({ 'c.txt': strToU8('c') }), 'd.txt': strToU8('d') }),
    });
    const taken: string[] = [];
    const lost = eachMember(zip, DEFAULT_UNPACK_LIMITS, ({ name }) => taken.push(name));
    expect(taken).toEqual(['a.zip/d.txt']);
    expect(lost).toMatchObject([{ name: 'a.zip/b.zip', code: 'zip_too_deep' }]);
  });

  it('counts what all members take together', () => {
    const zip = zipSync({ a: new Uint8Array(600).fill(1), b: new Uint8Array(600).fill(2) });
    expect(codes(zip, { inflatedBytes: 1000 })).toEqual(['zip_bomb']);
    expect(codes(zip, { entries: 1 })).toEqual(['zip_too_many_entries']);
  });

  it('never throws, whatever bytes are damaged, and never gives a damaged member', () => {
    const content = strToU8('收入合计341.39万元'.repeat(50));
    const zip = zipSync({ '一.txt': content });
    fc.assert(
      fc.property(fc.nat(zip.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = zip.slice();
        damaged[at]! ^= change;
        for (const { bytes } of unpack(damaged).members) expect(crc32(bytes)).toBe(crc32(content));
      }),
      { numRuns: 500 },
    );
  });

  it('tells archives from documents that are packed the same way', () => {
    expect(isArchive(zipSync({ 'a.docx': zipSync({ '[Content_Types].xml': strToU8('x') }) }))).toBe(true);
    expect(
      isArchive(zipSync({ '[Content_Types].xml': strToU8('x'), 'word/document.xml': strToU8('x') })),
    ).toBe(false);
    expect(isArchive(strToU8('PK\u0003\u0004 cut'))).toBe(false);
    expect(isArchive(strToU8('text'))).toBe(false);
  });
});

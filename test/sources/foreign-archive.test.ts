/** RAR and 7z by way of bsdtar; the reading of its tar stream is tested without it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eachForeignMember, findBsdtar, foreignArchive } from '../../sources/foreign-archive.ts';
import { TarBroken, tarFiles } from '../../sources/tar-files.ts';
import { DEFAULT_UNPACK_LIMITS } from '../../sources/unpack.ts';
import { storedRar } from '../support/rar-file.ts';

const text = (value: string) => new TextEncoder().encode(value);
const bsdtar = findBsdtar();

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rar-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function membersOf(bytes: Uint8Array, limits = {}, program: string | null = bsdtar) {
  const path = join(folder, 'archive.rar');
  writeFileSync(path, bytes);
  const members: Record<string, string> = {};
  const lost = await eachForeignMember(
    { path, kind: 'RAR', byteLength: bytes.length },
    { ...DEFAULT_UNPACK_LIMITS, ...limits },
    program,
    ({ name, bytes: content }) => {
      members[name] = new TextDecoder().decode(content);
    },
  );
  return { members, lost };
}

it.each([
  ['RAR 5', storedRar({}), 'RAR'],
  ['RAR 4', text('Rar!\x1a\x07\0'), 'RAR'],
  ['7z', Uint8Array.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), '7z'],
  ['a text that begins like one', text('Rar! said the lion'), null],
  ['nothing', new Uint8Array(), null],
])('knows %s by its first bytes', (_, bytes, kind) => {
  expect(foreignArchive(bytes)).toBe(kind);
});

it('names the one command where no program is there', async () => {
  const { members, lost } = await membersOf(storedRar({ 'a.txt': text('a') }), {}, null);
  expect(members).toEqual({});
  expect(lost).toEqual([
    expect.objectContaining({
      code: 'needs_unpacker',
      reason: expect.stringContaining('apt-get install libarchive-tools'),
    }),
  ]);
});

it('tells a program that cannot be started as a trouble of the archive', async () => {
  const { lost } = await membersOf(storedRar({}), {}, join(folder, 'no-such-program'));
  expect(lost).toEqual([expect.objectContaining({ code: 'archive_broken' })]);
});

describe.skipIf(bsdtar === null)('with bsdtar', () => {
  it('hands over every member under its Chinese name', async () => {
    const { members, lost } = await membersOf(
      storedRar({ '决算/示例县财政局.txt': text('一'), 'b.txt': text('二') }),
    );
    expect(lost).toEqual([]);
    expect(members).toEqual({ '决算/示例县财政局.txt': '一', 'b.txt': '二' });
  });

  it('takes no name for a path', async () => {
    const { members } = await membersOf(
      storedRar({ '../../etc/passwd': text('1'), '/root/a.txt': text('2'), 'a/../../b.txt': text('3') }),
    );
    expect(Object.keys(members).sort()).toEqual(['a/b.txt', 'etc/passwd', 'root/a.txt']);
  });

  it.each([
    ['members', { entries: 2 }, 'zip_too_many_entries', 2],
    ['bytes', { inflatedBytes: 5 }, 'zip_bomb', 1],
    ['bytes a packed byte', { ratio: 0.001, ratioFrom: 5 }, 'zip_bomb', 1],
  ])('stops at its limit of %s', async (_, limits, code, taken) => {
    const files = { 'a.txt': text('aaaa'), 'b.txt': text('bbbb'), 'c.txt': text('cccc') };
    const { members, lost } = await membersOf(storedRar(files), limits);
    expect(Object.keys(members)).toHaveLength(taken);
    expect(lost).toEqual([expect.objectContaining({ code })]);
  });

  it('says what is wrong with a damaged one', async () => {
    const whole = storedRar({ 'a.txt': text('a'), 'b.txt': text('b'.repeat(5_000)) });
    const { members, lost } = await membersOf(whole.slice(0, -2_000));
    expect(members['b.txt']).toBeUndefined();
    expect(lost).toEqual([
      expect.objectContaining({ code: 'archive_broken', reason: expect.stringContaining('bsdtar：') }),
    ]);
  });
});

describe('a tar stream', () => {
  function header(name: string, size: number, type = '0'): Uint8Array {
    const block = new Uint8Array(512);
    block.set(text(name));
    block.set(text(size.toString(8).padStart(11, '0')), 124);
    block.set(text(type), 156);
    return block;
  }
  const padded = (content: string) => {
    const bytes = text(content);
    const blocks = new Uint8Array(Math.ceil(bytes.length / 512) * 512);
    blocks.set(bytes);
    return blocks;
  };
  const record = (key: string, value: string) => {
    const body = ` ${key}=${value}\n`;
    const length = text(body).length;
    const whole = length + String(length + 2).length;
    return `${whole}${body}`;
  };
  const end = new Uint8Array(1024);

  async function read(parts: readonly Uint8Array[], pieceBytes: number) {
    const bytes = Buffer.concat(parts);
    const files: [string, string][] = [];
    async function* pieces() {
      for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
    }
    for await (const file of tarFiles(pieces()))
      files.push([file.name, new TextDecoder().decode(await file.bytes())]);
    return files;
  }

  it.each([1, 7, 512, 100_000])('is read whatever the pieces it comes in (%d bytes)', async (pieceBytes) => {
    const long = record('path', `${'深'.repeat(60)}/甲.txt`);
    const parts = [
      ...[header('one.txt', 3), padded('一'), header('folder/', 0, '5'), header('link', 0, '2')],
      ...[
        header('PaxHeader', text(long).length, 'x'),
        padded(long),
        header('cut', 600),
        padded('x'.repeat(600)),
      ],
      ...[header('empty.txt', 0), end],
    ];
    expect(await read(parts, pieceBytes)).toEqual([
      ['one.txt', '一'],
      [`${'深'.repeat(60)}/甲.txt`, 'x'.repeat(600)],
      ['empty.txt', ''],
    ]);
  });

  it.each([
    ['in a header', [header('a', 3).slice(0, 100)]],
    ['in a file', [header('a', 2_000), padded('x'.repeat(600))]],
    ['with a size that is none', [header('a', 3).fill(0x39, 124, 135)]],
  ])('that ends %s is refused', async (_, parts) => {
    await expect(read(parts, 100)).rejects.toThrow(TarBroken);
  });
});

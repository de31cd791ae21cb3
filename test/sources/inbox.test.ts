import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isTrouble, listInbox, obtain } from '../../sources/inbox.ts';
import { type InboxFiles, localFiles } from '../../sources/inbox-files.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'inbox-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function put(path: string, content: string | Uint8Array = '内容'): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), content);
}

const paths = (of: { relativePath: string }[]) => of.map(({ relativePath }) => relativePath);
const LIMITS = { maxBytes: 1_000_000 };

function failing(code: string, at: keyof InboxFiles): InboxFiles {
  return {
    ...localFiles,
    [at]() {
      throw Object.assign(new Error(code), { code });
    },
  };
}

describe('listing an inbox', () => {
  it('lists files of all folders in one order, whatever order the file system has', () => {
    for (const path of ['乙/2.txt', 'B.txt', 'a.txt', '甲/1.txt', '甲.txt']) put(path);
    const reversed: InboxFiles = { ...localFiles, names: (folder) => localFiles.names(folder).reverse() };
    const expected = ['B.txt', 'a.txt', '乙/2.txt', '甲.txt', '甲/1.txt'];
    expect(paths(listInbox(root).files)).toEqual(expected);
    expect(paths(listInbox(root, { files: reversed }).files)).toEqual(expected);
  });

  it('does not look at names that begin with a dot, nor at what it is told to skip', () => {
    for (const path of ['.DS_Store', '.git/config', 'data/warehouse.db', 'a.txt']) put(path);
    expect(paths(listInbox(root, { skip: [realpathSync(join(root, 'data'))] }).files)).toEqual(['a.txt']);
  });

  it('ends in a tree whose links lead back into it', () => {
    put('folder/a.txt');
    symlinkSync(root, join(root, 'folder', 'up'));
    const { files, troubles } = listInbox(root);
    expect(paths(files)).toEqual(['folder/a.txt']);
    expect(troubles).toMatchObject([{ relativePath: 'folder/up', code: 'symlink_loop' }]);
  });

  it.each([
    ['a link to itself', 'self', 'symlink_loop'],
    ['a link to nothing', 'nowhere', 'broken_link'],
  ])('names %s as what it is', (_, target, code) => {
    symlinkSync(join(root, target), join(root, 'self'));
    expect(listInbox(root).troubles).toMatchObject([{ relativePath: 'self', code }]);
  });

  it('opens files whose names were written in GBK', () => {
    const gbk = Buffer.concat([
      Buffer.from(`${root}/`),
      Buffer.from([0xb1, 0xa8, 0xb8, 0xe6]),
      Buffer.from('.txt'),
    ]);
    writeFileSync(gbk, '决算');
    const [file] = listInbox(root).files;
    expect(file?.relativePath).toBe('报告.txt');
    expect(isTrouble(obtain(file!, LIMITS))).toBe(false);
  });

  it('says which folder may not be opened and lists the rest', () => {
    put('closed/a.txt');
    put('open/b.txt');
    const files: InboxFiles = {
      ...localFiles,
      names: (folder) =>
        folder.toString().endsWith('closed')
          ? failing('EACCES', 'names').names(folder)
          : localFiles.names(folder),
    };
    const listing = listInbox(root, { files });
    expect(paths(listing.files)).toEqual(['open/b.txt']);
    expect(listing.troubles).toMatchObject([{ relativePath: 'closed', code: 'not_permitted' }]);
  });
});

describe('obtaining a file', () => {
  const only = () => listInbox(root).files[0]!;

  it('gives the bytes and their hash', () => {
    put('报告/a.txt', 'abc');
    expect(obtain(only(), LIMITS)).toMatchObject({
      documentId: 'd-ba7816bf8f01cfea',
      sourceFile: 'a.txt',
      relativePath: '报告/a.txt',
      bytes: Buffer.from('abc'),
    });
  });

  it('knows an empty file by its hash', () => {
    put('a.txt', '');
    expect(obtain(only(), LIMITS)).toMatchObject({ code: 'empty_file', bytes: 0, sha256: /^e3b0c442/ });
  });

  it('hashes a file that is too large without holding it', () => {
    put('a.txt', 'abc');
    const neverRead: InboxFiles = { ...localFiles, read: () => expect.unreachable('was read whole') };
    expect(obtain(only(), { maxBytes: 2 }, neverRead)).toMatchObject({
      code: 'too_large',
      bytes: 3,
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    });
  });

  it.each([
    ['EACCES', 'not_permitted'],
    ['EPERM', 'not_permitted'],
    ['ENOENT', 'vanished'],
    ['EIO', 'cannot_read'],
  ])('answers %s with %s and what to do about it', (system, code) => {
    put('a.txt');
    const obtained = obtain(only(), LIMITS, failing(system, 'read'));
    expect(obtained).toMatchObject({ code, reason: /\p{Script=Han}{4}/u });
  });

  it('does not take half of a file that is still being copied', () => {
    put('a.txt', 'abc');
    const growing: InboxFiles = {
      ...localFiles,
      read(path) {
        const bytes = localFiles.read(path);
        put('a.txt', 'abcdef');
        return bytes;
      },
    };
    expect(obtain(only(), LIMITS, growing)).toMatchObject({ code: 'still_changing' });
  });

  it('answers for a file that vanished after it was listed', () => {
    put('a.txt');
    const file = only();
    renameSync(join(root, 'a.txt'), join(root, 'b.txt'));
    expect(obtain(file, LIMITS)).toMatchObject({ code: 'vanished' });
  });

  it('throws on a mistake of our own', () => {
    put('a.txt');
    const broken: InboxFiles = {
      ...localFiles,
      read() {
        throw new TypeError('ours');
      },
    };
    expect(() => obtain(only(), LIMITS, broken)).toThrow(TypeError);
  });

  it.skipIf(process.getuid?.() === 0)('is refused a file without read permission', () => {
    put('a.txt');
    chmodSync(join(root, 'a.txt'), 0o000);
    expect(obtain(only(), LIMITS)).toMatchObject({ code: 'not_permitted' });
  });
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addBureauCommand } from '../../pipeline/commands/add-bureau.ts';
import { listeningConsole, runCommand } from '../support/console.ts';

let folder: string;
let config: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'registry-'));
  config = join(folder, 'duibiao.yml');
  mkdirSync(join(folder, '登记'));
  writeFileSync(config, 'registry: 登记\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(...words: string[]) {
  return runCommand([...words, '--config', config, '--data', join(folder, 'data')]);
}

const ADD = ['bureaus', 'add', '--name', '示例省甲县财政局', '--expect', '部门决算,次年09-30,2024'];

describe('bureaus', () => {
  it('are added, listed and checked', async () => {
    expect((await run(...ADD, '--short', '甲县财局', '--former', '甲县国资局,2019-03-01')).status).toBe(0);
    expect(readFileSync(join(folder, '登记', '示例省.yml'), 'utf8')).toContain('- id: 990121-财政局');
    const { status, out } = await run('bureaus', '--format', 'json');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toEqual([
      expect.objectContaining({
        bureau_id: '990121-财政局',
        other_names: '甲县财局、甲县国资局',
        place: '登记/示例省.yml:2',
      }),
    ]);
    expect(await run('bureaus', 'check')).toMatchObject({ status: 0, out: '' });
  });

  it('that are wrong fail the check and stop the rest, with line and field', async () => {
    writeFileSync(join(folder, '登记', 'a.yml'), 'bureaus:\n  - id: 财政局\n');
    const check = await run('bureaus', 'check');
    expect(check.status).toBe(1);
    expect(check.out).toContain('登记/a.yml 第2行 bureaus[0].id：');
    expect(await run('bureaus')).toMatchObject({ status: 2, err: expect.stringContaining('第2行') });
    expect(await run('nightly')).toMatchObject({ status: 2, err: expect.stringContaining('第2行') });
  });

  it('that are given by halves are asked for where somebody sits at a terminal, and refused elsewhere', async () => {
    expect(await run('bureaus', 'add')).toMatchObject({ status: 2, err: expect.stringContaining('--name') });
    const asked: string[] = [];
    const said = { out: '', err: '' };
    await addBureauCommand({ config }, listeningConsole(said), async (question, proposed) => {
      asked.push(`${question} ${proposed}`);
      return proposed === '' ? '示例省乙县财政局' : proposed;
    });
    expect(asked).toEqual(['正式名称 ', '区划代码 990122', '编号 990122-财政局']);
    expect(readFileSync(join(folder, '登记', '示例省.yml'), 'utf8')).toContain('990122-财政局');
  });
});

describe('fetch and archive', () => {
  it('say what to do where there is nothing to visit', async () => {
    expect(await run('fetch')).toMatchObject({ status: 2, err: expect.stringContaining('都没有网页') });
    expect(await run('fetch', '--bureau', '丙县')).toMatchObject({ status: 2 });
    expect(await run('fetch', '--urls', join(folder, 'x.csv'))).toMatchObject({ status: 2 });
  });

  it('never visit what a list of addresses may not', async () => {
    const list = join(folder, 'urls.csv');
    writeFileSync(list, 'url\nhttp://127.0.0.1:9/a.pdf\nhttp://[::1]:9/b.pdf\n');
    const { status, out } = await run('fetch', '--urls', list, '--format', 'csv');
    expect(status).toBe(1);
    expect(out.match(/forbidden_address/g)).toHaveLength(2);
    expect(await run('fetch', '--offline', '--format', 'csv')).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^bureau_id,[^\n]*\n$/),
    });
  });

  it('verify an archive that is not there yet', async () => {
    expect(await run('archive', 'verify')).toMatchObject({
      status: 0,
      out: expect.stringContaining('0 个文件'),
    });
  });
});
